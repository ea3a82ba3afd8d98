"""Words of the decision basis, on the sheet Beslutsunderlag and in the Word file."""

DOCUMENT_HEADING = "Beslutsunderlag"
DOCUMENT_TITLE = "Beslutsunderlag: {name}"
CHANGE_FACTS = ("Nämnd eller enhet", "Ägare", "Beslutspunkt", "Vad och varför")
NOT_FILLED_IN = "inte ifyllt"
ALTERNATIVES = "Alternativen sida vid sida"
ALTERNATIVE_HEADING = "Alternativ {id}"
ALTERNATIVE_ROWS = ("Namn", "Innebär")
COMPARED_WITH = "jämförs med"
COST_ROW = "Nuvärde av kostnader"
RANK_ROW = "Rang, alla värderade"
FIGURES = "Nyckeltal, alternativ {alternative}"
FIGURE_HEADING = "Nyckeltal"
EFFECTS = "Effekter"
EFFECT_HEADINGS = ("Vad förändras", "Mottagare", "Slag", "Kronor per år", "Nuvärde eller storlek")
NOT_IN_KRONOR = "värderas inte i kronor"
SIZE = "storlek {size} av 3"
SIZE_MISSING = "storlek saknas"
MORE_EFFECTS = "Effekter som inte visas här: {count}. Alla står på bladet Effekter."
UNCERTAINTY = "Osäkerhet"
CASE_HEADING = "Nettonuvärde i tre fall"
CUMULATIVE_ALT = "Linjediagram: ackumulerat netto per år {first} till {last}. Efter det sista året: {ends}."
TORNADO_ALT = "Liggande stapeldiagram: så mycket ändras nettonuvärdet för alla värderade, störst överst. {bars}."
BAR_ALT = "{name} från {worse} till {better}"
FIXED_PRICES = "Kronor i fasta priser"
CASES = ("Pessimistiskt", "Troligt", "Optimistiskt")
NO_SIMULATION = "Ingen simulering är gjord på dessa indata."
RISKS = "Största öppna riskerna"
RISK_HEADINGS = ("Risk", "Riskvärde", "Åtgärd")
RISK_VALUE = "{product} av 25, {level}"
NO_MEASURE = "ingen åtgärd angiven"
MORE_RISKS = "Öppna risker som inte visas här: {count}. Alla står på bladet Risker."
ASSESSMENT = "Bedömning, 5 är bäst (egen skala)"
SCORE_HEADINGS = ("Område", "Poäng", "Skäl")
NOT_SCORED = "inte bedömt"
JUDGED = "Index {index} (0 till 100), täckning {coverage}. {priority}: {meaning}"
PRIORITY, NO_PRIORITY = "Prioritetsklass {code}", "Prioritetsklass"
GROUND = "{made_of}. {reason}"
NO_REASON = "inget skäl angivet"
RECOMMENDATION = "Rekommendation"
RECOMMENDATION_MISSING = "Fylls i på bladet Start."
REQUEST = "Beslut som begärs"
REQUEST_MISSING = "Fylls i på bladet Start."
STATE = "Läget inför {gate}"
NO_WARNINGS = "Kontrollen har inget att anmärka på."
MORE_WARNINGS = "Varningar som inte visas här: {count}. Alla står på bladet Kontroll."
LACKS = "Återstår: {requirement}{what}."
LACKS_WHAT = " ({what})"
MORE_LACKS = "Krav som saknas och inte visas här: {count}. Alla står på bladet Kontroll."
SHORTENED = "Texter som slutar med … är förkortade. Hela texten står i arbetsboken."
ELLIPSIS = "…"


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut after a whole word where it is longer than ``limit`` characters, and marked.

    >>> shortened("Ett två tre", 20), shortened("Ett två tre", 9), shortened("Sammansatt", 5)
    ('Ett två tre', 'Ett två …', 'Samm…')
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    kept = line[: limit - 1].rpartition(" ")[0]
    return f"{kept} {ELLIPSIS}" if kept else f"{line[: limit - 1]}{ELLIPSIS}"
