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
    "plan-needs-full": FaultText(
        "En förenklad bedömning har ingen effekthemtagningsplan.",
        "Gör först en full kalkyl med vardering extend.",
    ),
    "plan-needs-newer-workbook": FaultText(
        "Arbetsboken är från en tidigare version utan bladet Effekthemtagningsplan.",
        "Flytta kalkylen till en ny arbetsbok: vardering export FIL -o K.JSON, sedan vardering new NY --from K.JSON.",
    ),
}
