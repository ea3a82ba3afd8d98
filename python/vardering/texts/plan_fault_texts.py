"""Faults of the realisation plan, the gates and the approved plan, in Swedish."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

PLAN_FAULTS: Mapping[str, FaultText] = {
    "plan-row-twice": FaultText(
        "Planen har två rader för effekten {id}.",
        "Behåll en av dem. Bara den översta följs upp.",
    ),
    "plan-row-without-effect": FaultText(
        "Planens rad för {id} hör inte till någon effekt i det alternativ som resultatet visar.",
        "Rätta id:t om det är felskrivet. Annars kan raden stå kvar: den rörs inte.",
    ),
    "plan-cell-changed": FaultText(
        "{heading}: cellen hämtas från kalkylen men har ändrats för hand till ”{value}”. Nu skulle där stå ”{new}”.",
        "Behåll er text, eller töm cellen och uppdatera planen för att få kalkylens värde.",
    ),
    "gate-unknown": FaultText(
        "Beslutspunkten {value} finns inte bland era beslutspunkter: {names}.",
        "Välj en av dem på Start, eller lägg till den i tabellen Beslutspunkter på bladet Parametrar.",
    ),
    "gate-not-found": FaultText(
        "Beslutspunkten {value} finns inte i arbetsboken.",
        "Välj någon av dessa: {names}.",
    ),
    "approved-plan-changed": FaultText(
        "Den beslutade planen ”{decision}” har ändrats efter beslutet: fingeravtrycket stämmer inte.",
        "Ta tillbaka den oförändrade planen från en tidigare fil. En ny plan fastställs med ett nytt beslut.",
    ),
    "approved-plan-gone": FaultText(
        "Loggen nämner en beslutad plan som inte längre finns på bladet Beslutad plan.",
        "Ta tillbaka bladet från en tidigare fil.",
    ),
    "decision-without-date": FaultText(
        "Beslutet ”{value}” har inget datum.",
        "Skriv paragraf och datum, till exempel ”KS § 12 2026-11-25”.",
    ),
    "decision-already-frozen": FaultText(
        "Beslutet ”{value}” är redan inskrivet på bladet Beslutad plan.",
        "En ny plan behöver ett nytt beslut med eget datum eller egen paragraf.",
    ),
    "plan-empty": FaultText(
        "Planen har inga rader att fastställa.",
        "Klicka på Uppdatera planen, eller kör vardering plan, och fyll i planen.",
    ),
    "person-unknown": FaultText(
        "{value} har ingen roll i effekthemtagningsplanen.",
        "Välj någon som planen nämner: {names}.",
    ),
    "no-measurement-dates": FaultText(
        "Planen har inga mätdatum att skriva i en kalender.",
        "Fyll i första mätning och mätfrekvens i planen.",
    ),
    "plan-needs-full": FaultText(
        "En förenklad bedömning har ingen effekthemtagningsplan.",
        "Klicka på Utöka till full kalkyl, eller kör vardering extend.",
    ),
    "plan-needs-newer-workbook": FaultText(
        "Arbetsboken är från en tidigare version utan bladet Effekthemtagningsplan.",
        "Klicka på Uppgradera, eller kör vardering upgrade. Då får ni en ny fil med bladet.",
    ),
}
