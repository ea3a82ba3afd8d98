"""Words of the simulation: labels, headings, and sentences that need no statistics to be understood."""

from vardering.base.rounding import last_known_place, rounded_to_error

NOT_SIMULATED = "Ingen simulering är gjord. Diagrammen i det här avsnittet är tomma tills någon simulerar."
FRESH = "Simuleringen stämmer med indata"
STALE = "Indata har ändrats sedan simuleringen – simulera igen"
STALE_HINT = "Siffrorna från förra simuleringen är borttagna, eftersom de inte längre gäller. Diagrammen är tomma tills någon simulerar igen."
NO_RANGES = "Ingen rad har olika låg och hög. Simuleringen säger därför inget om osäkerheten."
CAVEAT = (
    "Det gäller om spannen från låg till hög är rimliga på varje rad. Det som inte står i kalkylen är inte med, "
    "och kalkylräntan är densamma i alla utfall."
)

FIGURES = "Nettonuvärde, kr"
LIKELY = "Kalkylens troliga värde"
MEAN = "Medelvärde av utfallen"
PERCENTILES = {
    5: "5 procent av utfallen är lägre än",
    10: "10 procent är lägre än",
    50: "Hälften är lägre än",
    90: "90 procent är lägre än",
    95: "95 procent är lägre än",
}
STANDARD_DEVIATION = "Standardavvikelse"
MEAN_ERROR = "Medelfel i medelvärdet"
NEGATIVE = "Andel utfall under noll"
NEGATIVE_ERROR = "Medelfel i andelen"
DRAWS, SEED, SPREAD, SAMPLER = "Antal dragningar", "Slumptalsfrö", "Fördelning", "Dragningsmetod"
TIME, FINGERPRINT = "Simulerad", "Fingeravtryck"
SHARES = "Andel av spridningen"
SHARES_NOTE = (
    "Radens samvariation med hela nettonuvärdet. Alla rader blir tillsammans 100 procent. "
    "Minus: raden dämpar spridningen."
)
CHART_FIGURES = "Underlag till diagrammen"
FROM, SHARE_OF_OUTCOMES, PER_CENT_BELOW = "från kr", "andel av utfallen", "Andel utfall som är lägre"
OUTERMOST = "Den första och den sista stapeln rymmer också de utfall som ligger utanför."

HISTOGRAMS = {
    "all_valued": (
        "Utfallen, alla värderade",
        (
            "Stapeldiagram: hur stor andel av utfallen som hamnar i varje intervall av nettonuvärdet för alla "
            "värderade. Samma tal står i Underlag till diagrammen."
        ),
    ),
    "cash_releasing": (
        "Utfallen, budgetverkande",
        (
            "Stapeldiagram: hur stor andel av utfallen som hamnar i varje intervall av det budgetverkande "
            "nettonuvärdet. Samma tal står i Underlag till diagrammen."
        ),
    ),
}
CUMULATIVE = (
    "Så stor andel av utfallen ligger under ett belopp",
    (
        "Punktdiagram: andelen utfall som är lägre än ett visst nettonuvärde, för budgetverkande, alla värderade och "
        "försiktig nettonytta. Samma tal står i Underlag till diagrammen."
    ),
)
AMOUNT_AXIS, SHARE_AXIS = "Nettonuvärde, kr", "Andel av utfallen"

UNITS = ((1e6, "miljoner kronor"), (1e3, "tusen kronor"), (1.0, "kronor"))
NEARLY_ALL, MOST = 0.995, 0.95


def how_often(share: float) -> str:
    """A share of the outcomes as people say it.

    >>> how_often(0.78), how_often(0.999)
    ('i ungefär 8 av 10 utfall', 'i så gott som alla utfall')
    """
    if share > NEARLY_ALL:
        return "i så gott som alla utfall"
    if share > MOST:
        return "i mer än 19 av 20 utfall"
    if share < 1 - NEARLY_ALL:
        return "i så gott som inget utfall"
    if share < 1 - MOST:
        return "i färre än 1 av 20 utfall"
    return f"i ungefär {min(max(round(share * 10), 1), 9)} av 10 utfall"


def spoken_kronor(value: float, error: float) -> str:
    """An amount as it is said, with no more digits than its standard error leaves.

    >>> spoken_kronor(-1_234_567, 4_000), spoken_kronor(12_345_678, 2e6), spoken_kronor(45_678, 12)
    ('minus 1,2 miljoner kronor', '12 miljoner kronor', '46 tusen kronor')
    """
    known = rounded_to_error(value, error)
    size, word = next((found for found in UNITS if abs(known) >= found[0]), UNITS[-1])
    decimals = 1 if size == 1e6 and (error <= 0 or last_known_place(error) < 6) else 0
    sign = "minus " if round(known / size, decimals) < 0 else ""
    return f"{sign}{abs(known) / size:.{decimals}f} {word}".replace(".", ",")


def outcome_sentence(view: str, gain_share: float, low: str, high: str) -> str:
    """How often the benefit is at least as large as the cost, and where 8 outcomes of 10 lie."""
    return (
        f"{view}: {how_often(gain_share)} är nyttan minst lika stor som kostnaden. "
        f"I 8 av 10 utfall hamnar nettonuvärdet mellan {low} och {high}."
    )


def certain_sentence(view: str, amount: str) -> str:
    """What a view without any uncertain row is worth."""
    return f"{view}: ingen rad har ett spann. Nettonuvärdet är {amount} i alla utfall."


def largest_share_sentence(name: str, share: float) -> str:
    """Which row the uncertainty comes from most.

    >>> largest_share_sentence("Konsulter", 0.43)
    'Mest av osäkerheten i alla värderade kommer från ”Konsulter”: 43 procent.'
    """
    return f"Mest av osäkerheten i alla värderade kommer från ”{name}”: {share * 100:.0f} procent."
