"""Words on the sheets that are not part of an input declaration: headings, legends, labels and sentences."""

STATUS_NEVER = "Inget är beräknat ännu"
STATUS_FRESH = "Resultaten stämmer med indata"
STATUS_STALE = "Indata har ändrats efter senaste beräkningen – räkna om"
STATUS_FAULTY = "Indata har fel – se Kontroll. Tidigare resultat är inaktuella"
STATUS_FAULTY_FROM_START = "Indata har fel – se Kontroll. Inget är beräknat ännu"

STATE_NEVER = "aldrig"
STATE_DONE = "klar"
STATE_FAULTY = "fel"
STATE_FAULTY_FROM_START = "fel, inget beräknat"

VIEW_LABELS = {
    "cash_releasing": "Budgetverkande",
    "all_valued": "Alla värderade",
    "cautious": "Försiktig nettonytta",
}
VIEW_EXPLANATIONS = {
    "cash_releasing": "Bara pengar som kommunen själv betalar och frigör.",
    "all_valued": "Allt som har ett värde i kronor, för alla parter.",
    "cautious": "Budgetverkande nyttor minus alla kommunens kostnader, även egen personals tid.",
}
KIND_LABELS = {
    "financial": "Finansiella nyttor",
    "redeployment": "Omfördelning: frigjord tid",
    "societal": "Samhällsekonomiska nyttor",
}
GROUP_LABELS = {
    "development": "Utveckling",
    "transition": "Omställning",
    "running": "Drift och förvaltning",
    "effect": "Effekt",
}

STEPS_FULL = (
    "1  Fyll i förändringen, tiden och alternativen längre ner på det här bladet.",
    "2  Gå igenom bladen från vänster till höger. Gula celler med prickad ram är till för er.",
    "3  Räkna om. Resultaten, beräkningen och kontrollerna skrivs in i arbetsboken.",
    "4  Läs Kontroll och rätta det som är fel. Varningar är råd: ta ställning till dem.",
    "5  Spara och skicka arbetsboken. Den som får den ser allt utan att installera något.",
)
STEPS_SIMPLIFIED = (
    "1  Fyll i förändringen och alternativen längre ner på det här bladet.",
    "2  Fyll i kostnader, effekter och bedömning på bladet Förenklad.",
    "3  Räkna om och läs Beslutsunderlag. Rätta det som Kontroll pekar på.",
    "4  Går förändringen vidare: välj Utöka till full kalkyl. Allt ni har skrivit följer med.",
)
LEGEND = (
    ("input_text", "Indata", "Gul med prickad ram: ni skriver."),
    ("calculated_text", "Beräknad", "Grå och kursiv: räknas fram, skriv inte här."),
    ("result_text", "Resultat", "Blå med linje under: resultat från senaste beräkningen."),
    ("heading_required", "Rubrik", "Understruken rubrik: kolumnen måste fyllas i på rader som används."),
    ("remark", "Anmärkning", "Streck till vänster: något att ta ställning till."),
)

CUMULATIVE_CHART = (
    "Ackumulerat netto per år",
    (
        "Linjediagram: ackumulerat netto per år för budgetverkande, alla värderade och försiktig nettonytta. "
        "Samma tal står i tabellerna längre ner på bladet."
    ),
)
YEARLY_CHART = (
    "Nyttor och kostnader per år, alla värderade",
    (
        "Staplat stapeldiagram: nyttor per slag som positiva tal och kostnader per grupp som negativa tal, per år. "
        "Samma tal står i tabellen Underlag till diagrammet."
    ),
)
"""Titles and alternative texts of the charts."""

CONVENTION = (
    "Nuvärden är räknade till {start} års början i {price_level} års priser, utan moms. Kalkylränta {rate}. "
    "Beloppen antas infalla vid {timing}. Kalkyltid {first}–{last}. Resultatet gäller alternativ {alternative}."
)
TIMING_WORDS = {0.0: "årets början", 0.5: "årets mitt", 1.0: "årets slut"}

UNDEFINED_REASONS = {
    "never": "aldrig",
    "never-negative": "behövs inte",
    "no-go-live": "datum saknas",
    "same-sign": "finns ingen",
    "no-root": "finns ingen",
    "several-roots": "flera svar",
    "no-cost": "inga kostnader",
    "not-calculable": "kan inte delas",
    "no-life": "livslängd saknas",
    "no-switch": "går inte",
    "not-counted": "räknas inte",
    "no-likely": "–",
}
"""Short enough for a column of figures; how each figure is worked out says what the words mean."""


def undefined_reason(code: str) -> str:
    """The Swedish reason why a figure does not exist. Raises ``KeyError`` for a code without words."""
    return UNDEFINED_REASONS[code]
