"""Words of the assessment and the risk list: the anchored scales [own], the priority classes, and what stands beside."""

from collections.abc import Mapping

OWN_SCALE = "Egen skala"

SCALES: Mapping[str, tuple[str, str, str, str, str]] = {
    "strategic_fit": (
        "motverkar mål som nämnden har beslutat",
        "har inget tydligt samband med målen",
        "stödjer ett mål indirekt",
        "stödjer ett prioriterat mål direkt",
        "krävs för att ett prioriterat mål ska nås",
    ),
    "quality_gain": (
        "kvaliteten blir sämre för dem som berörs",
        "ingen skillnad som någon märker",
        "en grupp märker en förbättring",
        "flera grupper märker en tydlig förbättring",
        "avgörande för trygghet, hälsa, rättssäkerhet eller miljö",
    ),
    "resources_and_skills": (
        "nyckelpersoner saknas och går inte att få",
        "stora luckor utan plan",
        "luckor finns och har en plan",
        "det mesta finns och är avsatt",
        "allt finns och är avsatt i tid",
    ),
    "technology": (
        "oprövad teknik eller strid med vår arkitektur",
        "prövad av få, kräver mycket anpassning",
        "prövad av andra, kräver anpassning",
        "prövad av andra i liknande miljö",
        "används redan hos oss eller är enkel att koppla på",
    ),
    "dependencies": (
        "väntar på andra som inte har åtagit sig något",
        "flera beroenden utan datum",
        "några beroenden med preliminära datum",
        "få beroenden, alla med överenskomna datum",
        "kan genomföras helt på egen hand",
    ),
    "law_and_security": (
        "hinder i lag eller brister i säkerhet utan lösning",
        "viktiga frågor är inte utredda",
        "utrett, åtgärder återstår",
        "utrett, små åtgärder återstår",
        "klart: inga hinder och säkerheten är godkänd",
    ),
    "scope": (
        "hela organisationen på en gång, går inte att dela upp",
        "stor och svår att avgränsa",
        "stor men uppdelad i etapper",
        "avgränsad, några enheter",
        "liten och tydligt avgränsad",
    ),
    "financing_and_procurement": (
        "ofinansierad, eller upphandling som kan stoppa allt",
        "osäker finansiering eller upphandling",
        "finansiering föreslagen, upphandling förberedd",
        "finansiering beslutad, upphandling pågår",
        "finansierad, och avtal finns eller behövs inte",
    ),
    "simultaneous_changes": (
        "samma människor har fler förändringar än de klarar",
        "flera stora förändringar samtidigt",
        "någon annan förändring samtidigt, planerad ihop",
        "liten påverkan från annat",
        "inget annat krockar",
    ),
    "owner_mandate": (
        "ingen ägare utsedd",
        "ägare utan mandat över budget och arbetssätt",
        "ägare med mandat över en del",
        "ägare med mandat, har tackat ja",
        "ägare styr budget och arbetssätt och driver på",
    ),
    "measurability": (
        "nyttan går inte att mäta",
        "bara intryck och enkäter",
        "mätetal finns men inget utgångsläge",
        "mätetal och utgångsläge, mäts för hand",
        "mäts redan i den dagliga driften",
    ),
    "freed_resources": (
        "ingen har tänkt på vad resurserna ska användas till",
        "idéer utan ansvarig",
        "förslag med ansvarig",
        "beslutat hur större delen ska användas",
        "allt är beslutat och inarbetat i budget eller schema",
    ),
    "readiness": (
        "starkt motstånd hos dem som ska ändra arbetssätt",
        "tveksamhet, få har varit med",
        "blandat, några har varit med",
        "de flesta vill och har varit med",
        "verksamheten driver på själv",
    ),
    "channel_control": (
        "användarna väljer fritt och det gamla sättet finns kvar",
        "det gamla sättet finns kvar utan slutdatum",
        "vi kan styra en del mot det nya",
        "slutdatum för det gamla, med stöd till dem som behöver",
        "bara det nya sättet kommer att finnas",
    ),
    "dependence_on_others": (
        "nyttan uppstår bara om andra ändrar sig, utan avtal",
        "stort beroende, samtal pågår",
        "delvis beroende, avsikt uttalad",
        "litet beroende, överenskommet",
        "nyttan ligger helt hos oss",
    ),
    "legal_demand": (
        "inget krav",
        "rekommendation utan datum",
        "krav väntas inom tre år",
        "krav gäller inom ett år",
        "krav gäller redan eller tillsyn har anmärkt",
    ),
    "time_window": (
        "kan göras när som helst",
        "bra tillfälle, men fler kommer",
        "avtal eller system löper ut inom tre år",
        "avtal eller system löper ut inom ett år",
        "tillfället går förlorat om beslut dröjer",
    ),
    "consequence_of_waiting": (
        "att vänta kostar inget",
        "att vänta kostar lite",
        "nyttan minskar märkbart för varje år",
        "stora kostnader eller brister växer",
        "allvarlig skada för människor eller verksamhet",
    ),
}
"""What each score from 1 to 5 means, for each criterion that people score."""


def scale_text(criterion: str) -> str:
    """The five anchors of a criterion as lines.

    >>> scale_text("legal_demand").splitlines()[0]
    '1 inget krav'
    """
    return "\n".join(f"{score} {words}" for score, words in enumerate(SCALES[criterion], start=1))


AREA_LABELS = {
    "benefit": "Nytta",
    "deliverability": "Genomförbarhet",
    "realisability": "Realiserbarhet",
    "risk": "Risk",
    "urgency": "Angelägenhet",
}
PRIORITY_CLASSES = {
    "A": ("Genomför först", "Stor nytta och goda förutsättningar."),
    "B": ("Genomför när det ryms", "Viss nytta och goda förutsättningar."),
    "C": ("Stärk förutsättningarna", "Nyttan motiverar arbete med genomförandet eller hemtagningen före beslut."),
    "D": ("Undanröj hindren", "Stor nytta men svaga förutsättningar: lös hindren innan ni beslutar."),
    "E": ("Avvakta", "Nyttan väger inte upp arbetet, som förändringen nu är beskriven."),
}
"""Short name and sentence of each priority class."""

NO_CLASS = "Kan inte anges: nytta, genomförbarhet eller realiserbarhet är inte bedömd."
NOT_SCORED = "inte bedömt"
INDEX_NOTE = "0 till 100. Områdenas poäng vägda med områdenas vikter, där 1 ger 0 och 5 ger 100."
COVERAGE_NOTE = "Andelen av den samlade vikten som är bedömd. Det som saknas räknas inte som noll."
CLASS_NOTE = "Efter nyttan och det lägsta av genomförbarhet och realiserbarhet."
RISK_BASIS = "ur risklistan: den största risken som räknas"
WHOLE_AREA_BASIS = "bedömt som helhet, inget kriterium är poängsatt"


def priority_sentence(code: str | None) -> str:
    """The name of a class and what it means, or why there is none.

    >>> priority_sentence("A")
    'Genomför först. Stor nytta och goda förutsättningar.'
    """
    if code is None:
        return NO_CLASS
    name, meaning = PRIORITY_CLASSES[code]
    return f"{name}. {meaning}"


PROBABILITY_LABELS = {
    1: "1 mycket osannolik",
    2: "2 mindre sannolik",
    3: "3 möjlig",
    4: "4 sannolik",
    5: "5 mycket sannolik",
}
IMPACT_LABELS = {1: "1 knappt märkbar", 2: "2 liten", 3: "3 kännbar", 4: "4 allvarlig", 5: "5 mycket allvarlig"}
RISK_LEVELS = (("låg", 4), ("medel", 14), ("hög", 25))
"""Word of a risk value of at most so much."""

RISK_MAP_NOTE = (
    "Talet är riskvärdet, sannolikhet gånger konsekvens. Därefter står riskernas id. Avslutade risker är inte med."
)
RISK_SCORE_NOTE = (
    "Ur det största riskvärdet som räknas: högst 4 ger 5, högst 9 ger 4, högst 14 ger 3, högst 19 ger 2, annars 1."
)
COUNTED_NOTE = "Avslutade risker, och risker som redan bedöms på annat håll, räknas inte."
EXPECTED_LOSS_NOTE = (
    "Sannolikhet gånger trolig förlust, i nuvärde, för det alternativ som visas. Ingår inte i nettonuvärdet."
)
EXPOSURE_NOTE = "Om allt som har en förlust skulle hända, i nuvärde."


def risk_level(product: int) -> str:
    """The word of a risk value.

    >>> risk_level(4), risk_level(5), risk_level(15)
    ('låg', 'medel', 'hög')
    """
    return next(word for word, most in RISK_LEVELS if product <= most)
