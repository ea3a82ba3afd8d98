"""Words of the sheet Känslighet: headings, labels, explanations and chart titles."""

from collections.abc import Mapping

INTRO = (
    "Hur säkert är resultatet? Här prövas kalkylen med andra värden än de troliga. Spannet från låg till hög kommer "
    "från raderna. Bladet är låst utan lösenord."
)
CASES_SECTION = "Tre fall, och om det går sämre"
MOST_SECTION = "Det som betyder mest"
ALL_SECTION = "Alla rader och förutsättningar, en i taget"
CASE_HEADING = "Fall"
PV_BENEFITS, PV_COSTS = "Nuvärde av nyttor", "Nuvärde av kostnader"
MEANING = "Vad fallet betyder"
SCENARIOS: Mapping[str, tuple[str, str]] = {
    "pessimistic": ("Pessimistiskt", "Varje rad har det värde i sitt spann som ger lägst nettonuvärde."),
    "likely": ("Troligt", "Alla rader har sitt troliga värde."),
    "optimistic": ("Optimistiskt", "Varje rad har det värde i sitt spann som ger högst nettonuvärde."),
    "benefits_late": (
        "Nyttorna kommer ett år senare",
        "Kostnaderna kommer som planerat. Nyttor efter kalkyltiden faller bort.",
    ),
    "benefits_lower": ("Nyttorna blir 20 procent lägre", "Alla nyttor minskar lika mycket."),
    "costs_higher": ("Kostnaderna blir 30 procent högre", "Alla kostnader ökar lika mycket."),
    "all_worse": ("Allt detta på en gång", "Senare nyttor, lägre nyttor och högre kostnader."),
}
"""Label and meaning of each case, by its code."""

PREMISES: Mapping[str, str] = {
    "discount_rate": "Kalkylräntan, en procentenhet upp och ner",
    "benefit_delay": "Nyttorna kommer senare, år",
    "uptake": "Nyttjandegraden, en femtedel upp och ner",
    "all_benefits": "Alla nyttor, andel av de troliga",
    "all_costs": "Alla kostnader, andel av de troliga",
}
NAME, UNIT, LOW, LIKELY, HIGH = "Rad eller förutsättning", "Enhet", "Låg", "Trolig", "Hög"
WORSE, BETTER, WIDTH, SWITCHING, CHANGE = "Sämre kr", "Bättre kr", "Svängning kr", "Noll vid", "Ändring"
READING_AID = (
    "Sämre och bättre är hur mycket nettonuvärdet ändras när just den raden eller förutsättningen har sitt lägsta och "
    "högsta värde. Noll vid är det värde där nettonuvärdet blir noll, och ändring hur långt det är från det troliga."
)
CASES_CHART = (
    "Nettonuvärde i tre fall",
    "Stapeldiagram: nettonuvärde i tre fall och tre vyer. Samma tal står i tabellen ovanför.",
)
TORNADO_CHART = (
    "Det som betyder mest, alla värderade",
    "Liggande staplar: hur nettonuvärdet ändras när en sak i taget ändras, störst överst. Talen står sist på bladet.",
)
AMOUNT_AXIS, VIEW_AXIS, CHANGE_AXIS = "Kronor", "Vy", "Ändring av nettonuvärdet, kronor"
