"""What the portfolio says, in Swedish."""

from collections.abc import Sequence

EVENT = "Portfölj"

CHANGED_SINCE = "Indata har ändrats efter senaste beräkningen. Portföljen har räknat om kalkylen; filen är inte ändrad."
NEVER_CALCULATED = "Kalkylen har aldrig räknats om. Portföljen har räknat den; filen är inte ändrad."
TOO_SLOW = "Filen tog längre tid än {seconds} sekunder att läsa och lämnades."
READER_STOPPED = "Läsningen av filen avbröts av systemet. Filen är skadad eller för stor."
READER_FAILED = "Filen gick inte att läsa ({kind}). Skicka den till den som förvaltar programmet."
LOCK_FILE = "En låsfil som Excel eller LibreOffice lägger bredvid en öppen arbetsbok."
SAME_CONTENT = "Samma innehåll som {file}."
SAME_CASE = "Samma kalkyl med samma indata som {file}."
LATER_VERSION = "En senare version av kalkylen finns i {file}."
ANOTHER_NAME = " Namnet skiljer sig: ”{other}” där. Är det två olika förändringar behöver den ena ett nytt id."

HORIZON, RATE, PRICE_LEVEL, TIMING = "kalkyltiden", "kalkylräntan", "prisnivån", "tidpunkten på året"
COMPARABLE = "jämförbar"
NOT_COMPARABLE = "ej jämförbar"
GONE = "finns inte i den senaste läsningen"

UPDATED = "Senast uppdaterad"
UPDATED_BY = "{at} av {user}, version {version}"
NOT_UPDATED = "Portföljen är inte uppdaterad ännu."
CHANGES = "Förändringar som räknas"
RANKED = "Rangordnade"
UNCOMPARABLE = "Ej jämförbara, utanför summor och rang"
SUMS = "Summor"
NPV_OF_ALL = "Nettonuvärde av alla jämförbara"
FILES, NUMBER, MEANING = "Filer", "Antal", "Vad det betyder"
YEAR, BENEFITS, COSTS, NET, TOTAL = "År", "nyttor kr", "kostnader kr", "netto kr", "Summa"
NOTHING_TO_SUM = "Ingen jämförbar förändring att summera."
STATE_SECTION = "Läget"
YEARS_SECTION = "Summor per år i fasta priser"
YEARS_INTRO = "Alla jämförbara förändringar tillsammans, i portföljens prisnivå."
CHART_SECTION = "Diagram"
CHART_ALT = "Linjediagram med portföljens netto per år i vyerna budgetverkande, alla värderade och försiktig."
BUBBLE_TITLE = "Bubbeldiagram"
BUBBLE_INTRO = "Nytta mot det lägre av genomförbarhet och realiserbarhet, på vår egen skala 1 till 5. Numret visar förändringen i tabellen, ytan nuvärdet av kostnaderna. Bubblor som annars skulle dölja varandras nummer är isärdragna: de exakta poängen står i tabellen."
BUBBLE_KEY = "Förändringarna i diagrammet"
BUBBLE_X, BUBBLE_Y = "Genomförbarhet och realiserbarhet, det lägre av dem", "Nytta"
BUBBLE_ALT = "Bubbeldiagram: nytta mot genomförbarhet och realiserbarhet, en numrerad bubbla per förändring."
BUBBLE_HEADINGS = (
    "Nummer",
    "Förändring",
    "Nytta",
    "Genomförande",
    "Nuvärde av kostnader kr",
    "Plats i sidled",
    "Plats i höjdled",
)
BUBBLES_MISSING = "{count} förändringar saknar poäng, är ej jämförbara eller ryms inte och syns inte i diagrammet."
BUBBLES_ALL = "Alla förändringar syns i diagrammet."

VERDICTS = {
    "read": "läst",
    "stale": "inaktuell, omräknad",
    "invalid": "fel i indata",
    "duplicate": "dubblett",
    "older": "äldre version",
    "foreign": "inte en kalkyl",
    "broken": "går inte att läsa",
}
VERDICT_MEANINGS = {
    "read": "Resultaten i filen stämmer med dess indata.",
    "stale": "Indata har ändrats efter beräkningen. Portföljen har räknat om kalkylen.",
    "invalid": "Indata har fel. Be avsändaren rätta dem och skicka filen igen.",
    "duplicate": "Samma kalkyl finns i en annan fil, som räknas i stället.",
    "older": "En senare version av samma kalkyl finns i en annan fil.",
    "foreign": "Filen är något annat än en kalkyl, eller kräver en nyare version av programmet.",
    "broken": "Filen är skadad, låst med lösenord eller farlig att öppna.",
}


def errors_sentence(count: int, first: str) -> str:
    """How many errors a workbook has, and the first of them."""
    return f"1 fel: {first}" if count == 1 else f"{count} fel, bland annat: {first}"


def no_price_index(own: int, wanted: int) -> str:
    """Why a case cannot be carried to the portfolio's price level."""
    return f"{NOT_COMPARABLE}: prisnivå {own} går inte att räkna om till {wanted} utan prisindex för båda åren"


def replaced_terms(words: Sequence[str]) -> str:
    """Which of a case's own terms the portfolio's took the place of; empty for none."""
    if not words:
        return ""
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
    return f"omräknad på portföljens villkor: {listed} var en annan"
