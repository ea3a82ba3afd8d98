"""Words of the result sheets: labels of figures and lines, and how each figure is worked out."""

from vardering.texts.sheet_texts import VIEW_LABELS

KEY_FIGURES: dict[str, tuple[str, str, str]] = {
    "npv": ("Nettonuvärde", "kr", "Nuvärde av nyttor minus nuvärde av kostnader."),
    "pv_benefits": ("Nuvärde av nyttor", "kr", "Negativa nyttor är avdragna."),
    "pv_costs": ("Nuvärde av kostnader", "kr", "Utveckling, omställning samt drift och förvaltning."),
    "pv_one_off_costs": ("Varav engångskostnader", "kr", "Utveckling och omställning."),
    "net_benefit_per_krona": (
        "Nettonytta per satsad krona",
        "decimals",
        "Nettonuvärde delat med nuvärdet av alla kostnader.",
    ),
    "net_benefit_per_one_off_krona": (
        "Nettonytta per engångskrona",
        "decimals",
        "Nettonuvärde delat med nuvärdet av engångskostnaderna.",
    ),
    "bcr": ("Nytto-kostnadskvot", "decimals", "Nuvärde av nyttor delat med nuvärde av kostnader."),
    "bcr_modified": (
        "Nytto-kostnadskvot, drift avräknad",
        "decimals",
        "Driften dras från nyttorna i stället för att läggas till kostnaderna.",
    ),
    "payback_years": (
        "Återbetalningstid, år efter startåret",
        "decimals",
        "Startåret är år 0. Den tid efter vilken ackumulerat netto förblir minst noll. Aldrig: det sker inte inom kalkyltiden.",
    ),
    "discounted_payback_years": (
        "Återbetalningstid med ränta, år efter startåret",
        "decimals",
        "Samma, räknat på nuvärden.",
    ),
    "payback_from_go_live_years": (
        "Återbetalningstid från överlämnandet, år",
        "decimals",
        "Räknat från planerat överlämnande på Start. Utan det datumet blir det inget tal.",
    ),
    "discounted_payback_from_go_live_years": (
        "Återbetalningstid med ränta från överlämnandet, år",
        "decimals",
        "Samma, räknat på nuvärden.",
    ),
    "first_positive_year": ("Första år med positivt ackumulerat netto", "year", "Löpande belopp utan ränta."),
    "peak_funding": ("Största behov av finansiering", "kr", "Det lägsta ackumulerade nettot, som ett positivt belopp."),
    "peak_funding_year": ("År med störst behov av finansiering", "year", "Det år då ackumulerat netto är lägst."),
    "annual_equivalent": (
        "Årligt nettovärde",
        "kr",
        "Nettonuvärdet fördelat som ett lika stort belopp per år över alternativets livslängd.",
    ),
    "irr": (
        "Internavkastning",
        "share",
        "Den ränta som ger nettonuvärdet noll. Finns ingen: nettot byter aldrig tecken. Flera svar: talet säger inget.",
    ),
}

VIEW_LINES = (
    ("financial", "Finansiella nyttor"),
    ("redeployment", "Omfördelning, frigjord tid"),
    ("societal", "Samhällsekonomiska nyttor"),
)
DISBENEFITS = "Negativa nyttor"
BENEFITS = "Summa nyttor"
COST_LINES = {"development": "Utveckling", "transition": "Omställning", "running": "Drift och förvaltning"}
COSTS = "Summa kostnader"
NET = "Netto"
CUMULATIVE = "Ackumulerat netto"
FACTOR = "Diskonteringsfaktor"
PRESENT_VALUE = "Nuvärde av netto"
CUMULATIVE_PRESENT_VALUE = "Ackumulerat nuvärde"

BUDGET_LINES: tuple[tuple[str, str, str], ...] = (
    ("operating", "Driftkostnader", "Utveckling som bokförs som drift, omställning samt drift och förvaltning."),
    ("frame_adjustment", "Ramjustering", "Budgetverkande nyttor som tas ur ramarna, minskar budgeten."),
    ("proposed_frame_adjustment", "varav föreslaget men inte beslutat", "Ingår i ramjusteringen."),
    (
        "depreciation",
        "Avskrivning",
        "Linjär från den månad tillgången tas i bruk. Restvärdet skrivs inte av när avskrivningen är klar inom kalkyltiden.",
    ),
    ("interest", "Internränta", "Internräntan gånger bokfört värde vid årets början."),
    ("write_off", "Utrangering", "Bokfört värde på gamla tillgångar som skrivs av i förtid."),
    ("lapsed_capital_cost", "Kapitalkostnad som faller bort", "Avskrivning och ränta på de gamla tillgångarna."),
    (
        "total",
        "Påverkan på årets resultat, kostnad",
        "Drift minus ramjustering plus avskrivning, ränta och utrangering minus bortfallande kapitalkostnad.",
    ),
    ("investment", "Investeringsutgift", "Betalas det året men belastar resultatet genom avskrivning."),
    ("closing_book_value", "Bokfört värde vid årets slut", "Det som återstår att skriva av, och restvärden."),
)
BUDGET_NOTE = (
    "Löpande priser enligt prisindex. Budgetkonsekvensen ingår aldrig i nettonuvärdet. Positiva belopp ökar kostnaden, "
    "utom ramjustering och bortfallande kapitalkostnad som minskar den."
)
YEAR_NOTE = "Fasta priser. Kostnader och nyttor är positiva tal. Netto är nyttor minus kostnader."
STAFF_NOTE = "Bara kommunens egen personal. Medborgares tid räknas aldrig som årsarbetare."
GAP_NOTE = "Timmar som behövs men inte finns, och timmar som saknar finansiering."
INCREMENT_NOTE = (
    "Alternativen jämförs stegvis från det billigaste: ger det dyrare alternativet mer nytta än det kostar extra?"
)


def in_brief(all_valued_kr: float, cash_releasing_kr: float) -> str:
    """Whether the change pays, by the view that values all; also by money alone where that says otherwise.

    >>> in_brief(1_250_000.4, 300_000.0)
    'Alla värderade: nyttan är 1 250 000 kr större än kostnaden i nuvärde.'
    >>> in_brief(1_250_000.4, -300_000.0)
    'Alla värderade: nyttan är 1 250 000 kr större än kostnaden i nuvärde. Budgetverkande: nyttan är 300 000 kr mindre.'
    >>> in_brief(0.2, 300_000.0)
    'Alla värderade: nyttan är lika stor som kostnaden i nuvärde. Budgetverkande: nyttan är 300 000 kr större.'
    """
    said = f"{VIEW_LABELS['all_valued']}: nyttan är {_against_cost(all_valued_kr, ' än kostnaden', ' som kostnaden')} i nuvärde."
    if _sign(all_valued_kr) == _sign(cash_releasing_kr):
        return said
    return f"{said} {VIEW_LABELS['cash_releasing']}: nyttan är {_against_cost(cash_releasing_kr)}."


def _sign(kronor: float) -> int:
    """As shown, in whole kronor: -1, 0 or 1."""
    return (round(kronor) > 0) - (round(kronor) < 0)


def _against_cost(kronor: float, than: str = "", alike: str = "") -> str:
    """How large the benefit is, with the words for what it is compared with."""
    if _sign(kronor) == 0:
        return f"lika stor{alike}"
    amount = f"{abs(kronor):,.0f}".replace(",", " ")
    return f"{amount} kr {'större' if kronor > 0 else 'mindre'}{than}"
