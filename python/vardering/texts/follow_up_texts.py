"""Words of the follow-up that are not part of its declaration."""

NOTHING_YET = "Uppföljningen är inte uppdaterad ännu."
SUMMARY_TITLE = "Läget"
SHOWN_EFFECT = "Effekt i diagrammet"
SHOWN_HELP = "Skriv id för en effekt. Tomt visar den effekt som avviker mest."

STATUS_WORDS = {
    "on_track": "enligt plan",
    "deviating": "avvikelse",
    "delayed": "försenad",
    "achieved": "uppnådd",
    "unknown": "okänd",
    "not_due": "ännu inte aktuell",
    "lapsed": "utgått",
}
"""How an effect stands, by its code; in the order they are counted up."""

AS_OF = "Läget {day}: {counts}."
NO_EFFECTS = "Läget {day}: planen har inga effekter."
SPLIT_HEADINGS = ("Utlovat", "Hemtaget", "I riskzonen", "Okänt", "Ännu inte aktuellt", "Utöver det utlovade")
SPLIT_LABELS = {
    "cash": "Budgetverkande, kr",
    "valued": "Alla värderade, kr",
    "hours": "Omfördelning, timmar",
}
PROMISE_APPROVED = "Utlovat är det som beslutades i planen {decision}. Negativa nyttor räknas av."
PROMISE_CASE = "Ingen plan är beslutad. Utlovat är det som kalkylen säger nu. Negativa nyttor räknas av."
NET_LINE = "Nettonuvärde, {view}: planerat {planned}, nu väntat {expected}."
NEXT_TITLE = "Att mäta härnäst"
NEXT_HEADINGS = ("Effekt", "Läge", "Mätansvarig", "Datum")
OVERDUE, COMING = "skulle ha mätts", "kommande"
NOTHING_DUE = "Inget kvar att mäta enligt planen."
EVENT = "Uppföljning"

OUTCOME_SHEET = "Utfall och prognos"
OUTCOME_INTRO = (
    "Hur varje effekt står mot det utlovade, och vad som nu väntas. Skrivs när uppföljningen uppdateras. "
    "Bladet är låst utan lösenord."
)
YEARS_TITLE = "Plan, utfall och prognos per år"
YEARS_NOTE = (
    "Alla värderade nyttor, kronor i kalkylens priser. Prognosen är utfallet där det finns och annars det väntade."
)
YEAR_LABELS = (
    "Utlovat per år",
    "Utfall per år",
    "Prognos per år",
    "Utlovat, ackumulerat",
    "Utfall, ackumulerat",
    "Prognos, ackumulerat",
    "Planerade kostnader",
    "Kostnader med utfall",
    "Planerad nettonytta, ackumulerat",
    "Väntad nettonytta, ackumulerat",
)
YEAR_SUM = "Summa"
PARTS_TITLE = "Var det utlovade står"
PARTS_NOTE = "Andel av det utlovade. Summorna överst, sedan de nyttor som är värda mest."
PARTS_HEADINGS = ("Utlovat", "Hemtaget", "I riskzonen", "Okänt", "Ännu inte aktuellt")
SHOWN_TITLE = "Vald effekt"
SHOWN_LINE = "{id} {name}: {measure} ({unit})"
SHOWN_LABELS = ("Plan", "Utfall", "Prognos")
SHOWN_NOTHING = "Ingen effekt har ett mätetal att visa."
NET_TITLE = "Nettonytta, planerad och väntad"
NET_HEADINGS = (
    "Planerade nyttor",
    "Väntade nyttor",
    "Planerade kostnader",
    "Väntade kostnader",
    "Planerat nettonuvärde",
    "Väntat nettonuvärde",
    "Skillnad",
)
EFFECTS_TITLE = "Varje effekt"
EFFECT_HEADINGS = (
    "Effekt",
    "Läge",
    "Senast mätt",
    "Utfall",
    "Planerat värde",
    "Avvikelse",
    "Prognos vid full effekt",
    "Prognos, andel av planen",
    "Lägst",
    "Högst",
    "Utlovat kr",
    "Hemtaget kr",
    "I riskzonen kr",
    "Okänt kr",
    "Ännu inte aktuellt kr",
    "Utöver det utlovade kr",
    "Prognos kr",
    "Prognos kr, lägst",
    "Prognos kr, högst",
    "Utlovade timmar",
    "Hemtagna timmar",
    "Nästa mätning",
    "Mätansvarig",
    "Effektägare",
)
EFFECT_NOTES = (
    "Enligt plan: minst nio tiondelar av det planerade. Försenad: under planen men närmare målet än förra gången.",
    "Avvikelse: under planen och inte närmare. Okänd: en mätning skulle ha gjorts men saknas.",
    "I riskzonen: det som har uteblivit och det som inte längre väntas. Prognos: senaste mätningens andel av planen.",
    "Prognosens spann är de tre senaste mätningarna, eller kalkylens spann när de är färre.",
)
PROGRESS_CHART = ("Utlovat, utfall och prognos", "Linjer per år: ackumulerat utlovat, utfall och prognos i kronor.")
PARTS_CHART = (
    "Hemtaget, i riskzonen, okänt och ännu inte aktuellt",
    "Liggande staplar: hur stor del av det utlovade som är hemtaget, i riskzonen, okänt och ännu inte aktuellt.",
)
SHOWN_CHART = ("Vald effekt: plan, utfall och prognos", "Linjer per mätdag för en effekt: plan, utfall och prognos.")
YEAR_AXIS, KR_AXIS, SHARE_AXIS, DAY_AXIS, UNIT_AXIS = (
    "År",
    "Kronor, ackumulerat",
    "Andel av det utlovade",
    "Mätdag",
    "Mätetalets värde",
)

REPORT_TITLE = "Tertialrapport {number} {year}: {change}"
REPORT_INTRO = "{unit}. Läget den {day}."
REPORT_EFFECTS = "Effekterna"
REPORT_FORECAST = "Prognos: {likely} av planen, mellan {low} och {high}."
ACTUAL, PLANNED = "utfall", "planerat"

START_LABEL = "Uppföljning"
