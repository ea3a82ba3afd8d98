"""Words of the comparison of two versions of a case: on the screen and in its workbook."""

TITLE = "Jämförelse av två versioner"
INTRO = (
    "Vad som har ändrats mellan två versioner av en kalkyl, och vilken ändring som flyttade nettonuvärdet hur mycket. "
    "Båda versionerna är räknade på nytt från sina indata."
)
BEFORE, AFTER, DIFFERENCE = "Före", "Efter", "Skillnad"
NO_DIFFERENCE = "Ingen skillnad"
FILE, NAME, CASE_ID, COMPARED = "Fil", "Namn", "Kalkylens id", "Jämförelsen gjord"
NO_DIFFERENCE_SENTENCE = "Ingen skillnad: de två filerna har samma indata till kalkylen."
CASE = "Kalkyl"
NOTES = "Att tänka på"
CELL_BEFORE, CELL_AFTER = "Cell före", "Cell efter"
SHEET, SUBJECT, INPUT, SORT = "Blad", "Vad", "Uppgift", "Ändring"
ADDED, REMOVED, CHANGED = "tillagd", "borttagen", "ändrad"

DIFFERENCES_SHEET = "Skillnader"
FIGURES_SHEET = "Nyckeltal"
WATERFALL_SHEET = "Vattenfall"
STEPS_SHEET = "Varje ändring"

DIFFERENCES_INTRO = (
    "Rader paras ihop efter id, så ordningen saknar betydelse. Överst står det som flyttar nettonuvärdet mest, alla "
    "värderade. Tomt före betyder tillagt och tomt efter borttaget."
)
FIGURES_INTRO = (
    "Nyckeltal i alla vyer före och efter. Skillnaden mellan två procenttal är i procentenheter. Ord i "
    "stället för tal säger varför talet inte finns."
)
WATERFALL_INTRO = (
    "Varje stapel visar vad en ändring ensam hade gjort med den tidigare versionen. Samspel är resten: det som "
    "ändringarna gör tillsammans och som ingen av dem gör ensam."
)

NPV = "Nettonuvärde"
MOVED = "Vad som flyttade nettonuvärdet"
STEP, STEP_CHANGE = "Steg", "Ändring"
ALONE = "Som enda ändring"
LAST = "Som sista ändring"
TOGETHER = "Samspel"
TOGETHER_SHORT = "Det som ändringarna gör tillsammans"
AMOUNT = "Ändrar nettonuvärdet med"
TOGETHER_NOTE = (
    "Som enda ändring: ändringen gjord ensam i den tidigare versionen. Som sista ändring: när alla andra redan är "
    "gjorda. Skiljer de sig åt samspelar ändringen med andra. Ingår i Samspel: ändringen går inte att räkna ensam."
)
OTHERS = "Övriga {count}"
OTHERS_LONG = "De övriga {count} ändringarna tillsammans, var och en gjord ensam"
SUM = "Hela skillnaden"
RUNNING = "Nettonuvärde efter steget"
NOT_ALONE = "ingår i Samspel"
NOT_ALONE_NOTE = "Samspel i stället för ett tal: ändringen går inte att räkna ensam i den tidigare versionen."
NOT_LAST = "går inte att räkna"
NOTHING_MOVED = "Ingen ändring flyttar nettonuvärdet."
INPUTS = "Ändrade indata"
PLAN = "Ändrat i plan och uppföljning, flyttar inget resultat"
FIGURES = "Nyckeltal som har ändrats"

EACH_STEP = "Varje ändring för sig, kronor i nuvärde"
CHART_COLUMNS = (
    "Osynlig grund",
    "Hela nettonuvärdet",
    "Ökar",
    "Ökar under noll",
    "Minskar",
    "Minskar under noll",
)
CHART_TITLE = "Från före till efter: {view}"
CHART_ALT = (
    "Vattenfallsdiagram i staplar: nettonuvärdet före, vad varje ändring ensam gör, samspelet och nettonuvärdet efter, "
    "{view}. Samma tal står i tabellen under diagrammet."
)
CHART_NOTE = "Kolumnerna till höger är underlag till diagrammet och skrivs inte ut."
CHART_Y = "Kronor, nuvärde"

FACTOR_OF_YEAR = "Faktor år {number}"
DECISION = "hemtagningsbeslut"
