"""Words of the sheet Beslutad plan. The first word of a row says what the row is, also when it is read back."""

TITLE = "Beslutad plan"
INTRO = (
    "Planen som den beslutades. Ett nytt beslut läggs till nedanför, och det tidigare står kvar. "
    "Prognosen bredvid skrivs om när kalkylen räknas om. Fingeravtrycket visar om något annat har ändrats."
)
NOTHING_YET = "Ingen plan är beslutad ännu."

DECISION = "Beslut"
DECIDED_ON = "Beslutsdatum"
FROZEN_AT = "Fryst"
FROZEN_BY = "Fryst av"
CASE_MARK = "Kalkylens fingeravtryck"
PLAN_MARK = "Planens fingeravtryck SHA-256"
VALUES_HEADING = ("Nyckeltal", "Beslutat kr", "Prognos nu kr", "Skillnad kr")
NET_PRESENT_VALUES = {
    "cash_releasing": "Nettonuvärde budgetverkande",
    "all_valued": "Nettonuvärde alla värderade",
    "cautious": "Nettonuvärde försiktig",
}
EFFECT_HEADING = (
    "Effekt",
    "Vad förändras",
    "Effektägare",
    "Mätetal",
    "Mätetalets enhet",
    "Nollmätning",
    "Målvärde",
    "Full effekt år",
    "Summa beslutat kr",
    "Prognos nu kr",
    "Skillnad kr",
)
"""Headings before those of the years."""
TOTAL, FORECAST_TOTAL = "Summa beslutat", "Prognos nu, alla effekter"

REMOVED = "utgått"
UNCHANGED, CHANGED = "oförändrad sedan beslutet", "ändrad efter beslutet"
"""What Start says of the latest approved plan."""
EVENT = "Fastställ planen"
