"""Words of the comparison of two versions of a case: on the screen and in its workbook."""

TITLE = "Jämförelse av två versioner"
INTRO = (
    "Vad som har ändrats mellan två versioner av en kalkyl, och vilken ändring som flyttade nettonuvärdet hur mycket. "
    "Båda versionerna är räknade på nytt från sina indata."
)
BEFORE, AFTER, DIFFERENCE = "Före", "Efter", "Skillnad"
NO_DIFFERENCE = "Ingen skillnad"
NO_DIFFERENCE_SENTENCE = "Ingen skillnad: de två filerna har samma indata."
CASE = "Kalkyl"
NOTES = "Att tänka på"
CELL_BEFORE, CELL_AFTER = "Cell före", "Cell efter"
SHEET, SUBJECT, INPUT, SORT = "Blad", "Vad", "Uppgift", "Ändring"
ADDED, REMOVED, CHANGED = "tillagd", "borttagen", "ändrad"

DIFFERENCES_SHEET = "Skillnader"
FIGURES_SHEET = "Nyckeltal"
WATERFALL_SHEET = "Vattenfall"

DIFFERENCES_INTRO = (
    "Rader paras ihop efter id, så ordningen saknar betydelse. Överst står det som flyttar nettonuvärdet mest, alla "
    "värderade. Tomt före betyder tillagt och tomt efter borttaget."
)
FIGURES_INTRO = "Nyckeltal i alla vyer före och efter. Ord i stället för tal säger varför talet inte finns."
WATERFALL_INTRO = (
    "Varje stapel visar vad en ändring ensam hade gjort med den tidigare versionen. Samspel är resten: det som "
    "ändringarna gör tillsammans och som ingen av dem gör ensam."
)

NPV = "Nettonuvärde"
MOVED = "Vad som flyttade nettonuvärdet"
STEP = "Ändring"
ALONE = "Som enda ändring"
LAST = "Som sista ändring"
TOGETHER = "Samspel"
TOGETHER_NOTE = (
    "Som enda ändring: ändringen gjord ensam i den tidigare versionen. Som sista ändring: när alla andra redan är "
    "gjorda. Skiljer de sig åt samspelar ändringen med andra."
)
OTHERS = "Övriga {count} ändringar"
SUM = "Hela skillnaden"
RUNNING = "Nettonuvärde efter steget"
NOT_ALONE = "går inte att räkna ensam, ingår i Samspel"
NOT_LAST = "går inte att räkna"
NOTHING_MOVED = "Ingen ändring flyttar nettonuvärdet."
INPUTS = "Ändrade indata"
FIGURES = "Nyckeltal som har ändrats"

EACH_STEP = "Varje ändring för sig"
CHART_FIGURES = "Underlag till diagrammet"
CHART_COLUMNS = (
    "Osynlig grund",
    "Hela nettonuvärdet",
    "Ökar, över noll",
    "Ökar, under noll",
    "Minskar, över noll",
    "Minskar, under noll",
)
CHART_TITLE = "Från före till efter: {view}"
CHART_ALT = (
    "Vattenfallsdiagram i staplar: nettonuvärdet före, vad varje ändring ensam gör, samspelet och nettonuvärdet efter, "
    "{view}. Samma tal står i tabellen under diagrammet."
)
CHART_Y = "Kronor, nuvärde"

FACTOR_OF_YEAR = "Faktor år {number}"
DECISION = "hemtagningsbeslut"
