"""Words of the sheet Känslighet: headings, chart titles, explanations and the sentences in brief."""

from vardering.base.units import MONTHS_PER_YEAR
from vardering.texts.figure_texts import number_text

INTRO = (
    "Hur säkert är resultatet? Här prövas kalkylen med andra värden än de troliga. Spannet från låg till hög kommer "
    "från raderna, övriga spann från Parametrar. Bladet skrivs när kalkylen räknas om och är låst utan lösenord."
)
NOTHING_YET = "Inget är beräknat ännu."

BRIEF, THREE_CASES, PRESETS, EVERY_INPUT = (
    "I korthet",
    "Tre fall",
    "Om det går sämre",
    "Alla rader och förutsättningar, en i taget",
)
TORNADO = {
    "all_valued": "Det som betyder mest, alla värderade",
    "cash_releasing": "Det som betyder mest, budgetverkande",
}
THREE_CASES_ALT = (
    "Grupperat stapeldiagram: nettonuvärdet i det pessimistiska, troliga och optimistiska fallet för varje vy. "
    "Samma tal står i tabellen Tre fall."
)
TORNADO_ALT = (
    "Liggande stapeldiagram: så mycket ändras nettonuvärdet när en sak i taget ändras inom sitt spann, störst överst. "
    "Samma tal står i tabellen till vänster."
)
VIEW_AXIS, NPV_AXIS, CHANGE_AXIS, INPUT_AXIS = (
    "Vy",
    "Nettonuvärde, kr",
    "Ändring av nettonuvärdet, kr",
    "Rad eller förutsättning",
)
WORSE, BETTER = "Sämre utfall", "Bättre utfall"

CASE_HEADINGS = ("Nyckeltal", "Vy", "Pessimistiskt", "Troligt", "Optimistiskt")
CASE_NOTE = (
    "Pessimistiskt: varje rad vid den ände av sitt spann som sänker nettonuvärdet. Optimistiskt: den andra änden."
)
CASE_FIGURES = ("npv", "pv_benefits", "pv_costs", "payback_years", "net_benefit_per_krona")

PRESET_HEADINGS = (
    "Nettonuvärde om",
    "Återbetalningstid, år, alla värderade",
    "Budgetverkande",
    "Alla värderade",
    "Försiktig nettonytta",
)
PRESET_NOTE = (
    "Förseningen flyttar nyttorna men inte kostnaderna, och det som hamnar efter kalkyltiden går förlorat. "
    "Negativa nyttor ändras inte."
)
LIKELY_CASE = "allt blir som troligt"
LATE = "nyttorna kommer {years} år senare"
FEWER = "nyttorna blir {share} procent lägre"
DEARER = "kostnaderna blir {share} procent högre"
ALL_WORSE = "allt detta inträffar"

TORNADO_HEADINGS = (INPUT_AXIS, "Utslag", WORSE, BETTER)
NO_RANGES = "Ingen rad har ett spann som ändrar nettonuvärdet."

DISCOUNT_RATE, DELAY, UPTAKE = "Kalkylränta", "Försening av nyttor", "Nyttjandegrad, av den angivna"
ALL_BENEFITS, ALL_COSTS = "Alla nyttor, av de troliga", "Alla kostnader, av de troliga"
PER_CENT_UNIT, YEAR_UNIT = "procent", "år"
INPUT_HEADINGS = (INPUT_AXIS, "Enhet", "Lågt", "Troligt", "Högt")
RESPONSE_HEADINGS = (
    "Nettonuvärde vid lågt",
    "Nettonuvärde vid högt",
    "Utslag",
    "Nollpunkt",
    "Nollpunkt i procent av troligt",
)
INPUT_NOTES = (
    (
        "Nollpunkt: det värde då nettonuvärdet blir noll om bara den raden ändras. Går inte: inget möjligt värde gör det. "
        "Räknas inte: raden ingår inte i vyn."
    ),
    (
        "Kalkylräntans nollpunkt är internavkastningen. Mellan två hela års försening antas nettonuvärdet ändras rakt. "
        "Nyttjandegraden ändras lika mycket för alla rader som anger en."
    ),
)


def kronor(amount: float) -> str:
    """An amount in running text, to the krona.

    >>> kronor(-1250000.4)
    '-1 250 000 kr'
    """
    return number_text(amount, "kr")


def number(value: float) -> str:
    """A number with at most three digits that count, in Swedish form.

    >>> number(12345.6), number(2.4142), number(0.5)
    ('12 346', '2,41', '0,5')
    """
    text = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return text.replace(",", " ").replace(".", ",")


def case_sentence(view: str, low: float, likely: float, high: float) -> str:
    """The net present value of a view in the three cases."""
    return (
        f"{view}: nettonuvärdet är {kronor(likely)} i det troliga fallet, {kronor(low)} i det pessimistiska "
        f"och {kronor(high)} i det optimistiska."
    )


def largest_sentence(view: str, name: str, low: float, high: float) -> str:
    """What matters most in a view, and between which amounts."""
    return f"{view}: mest betyder {name}. Ändras bara det ligger nettonuvärdet mellan {kronor(low)} och {kronor(high)}."


def switching_sentence(view: str, name: str, value: str, share: float) -> str:
    """At which value of a row the net present value becomes zero."""
    moves = "sjunker" if share < 1.0 else "stiger"
    return (
        f"{view}: nettonuvärdet blir noll om {name} {moves} till {value}, {number(share * 100)} procent av det troliga."
    )


def uptake_sentence(view: str, share: float) -> str:
    """At which share of the stated uptake the net present value becomes zero."""
    moves = "sjunker" if share < 1.0 else "stiger"
    return (
        f"{view}: nettonuvärdet blir noll om nyttjandegraden {moves} till {number(share * 100)} procent av den angivna."
    )


def rate_sentence(view: str, rate: float, likely: float) -> str:
    """At which discount rate the net present value becomes zero."""
    moves = "sjunker" if rate < likely else "stiger"
    return f"{view}: nettonuvärdet blir noll om kalkylräntan {moves} till {number(rate * 100)} procent."


def delay_sentence(view: str, years: float) -> str:
    """Which delay makes the net present value zero; months where it is less than two years.

    >>> delay_sentence("Alla värderade", 0.655), delay_sentence("Alla värderade", 3.23)[-22:]
    ('Alla värderade: nettonuvärdet blir noll om nyttorna dröjer 8 månader.', 'yttorna dröjer 3,2 år.')
    """
    months = round(years * MONTHS_PER_YEAR)
    if months < 1:
        delay = "mindre än en månad"
    elif months == 1:
        delay = "en månad"
    elif months < 2 * MONTHS_PER_YEAR:
        delay = f"{months} månader"
    else:
        delay = f"{years:.1f} år".replace(".", ",").replace(",0 ", " ")
    return f"{view}: nettonuvärdet blir noll om nyttorna dröjer {delay}."


def no_switch_sentence(view: str) -> str:
    """That no single input turns the result."""
    return f"{view}: ingen rad kan ensam göra nettonuvärdet till noll."
