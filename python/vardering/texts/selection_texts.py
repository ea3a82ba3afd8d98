"""What a selection says of itself, in Swedish."""

from collections.abc import Mapping, Sequence

RESULT, CHANGES, MARGINALS, FRONTIER = "Resultat", "Förändringar", "Vad en miljon till köper", "Värde mot budget"
NOT_SELECTED_YET = "Inget urval är gjort ännu."
SELECTED, NOT_SELECTED = "vald", "inte vald"
HEADLINE = "{selected} av {count} förändringar är valda. {objective}: {value}."
NOTHING = "Det finns ingen jämförbar förändring att välja bland."
IMPOSSIBLE = "Inget urval uppfyller villkoren. De här krockar; ändra eller ta bort ett av dem:"
OBJECTIVES = {
    "net_present_value": "Nettonuvärde",
    "index": "Summa index",
    "weighted": "Vägda poäng",
}
CHANGE, CHOICE, REASON, VALUE, LOSS = "Förändring", "Urval", "Skäl", "Värde", "Förlust om tvärtom"
YEAR, BUDGET, USED, LEFT, NO_BUDGET = "År", "Budget kr", "Används kr", "Kvar kr", "ingen gräns"
MORE_BUDGET, GAIN, ADDED, DROPPED = "Budget utökas med en miljon", "Mer värde", "Kommer in", "Går ut"
EACH_YEAR = "varje år"
BUDGET_SHARE, TOTAL_BUDGET, COUNT = "Andel av budgeten", "Budget kr", "Antal valda"
FRONTIER_CHART = "Värde mot budget"
FRONTIER_ALT = "Diagram med det bästa värdet för budgetar från noll till det dubbla av den givna."
FRONTIER_NOTE = "Budgeten för alla år skalas lika. Där kurvan planar ut köper mer pengar inte mer värde."
NO_FRONTIER = "Utan budget finns ingen kurva: skriv en budget för minst ett år."
NOT_POSSIBLE = "går inte"
NEXT_TIE = "Ett annat urval är lika bra: {moves}. Välj mellan dem på annan grund."
NEXT_NEAR = "Nästan lika bra ({share} lägre): {moves}."
NEXT_FAR = "Det näst bästa urvalet ger {share} lägre värde: {moves}."
NEAR_SHARE = 0.01
OUT_OF_COMPARISON = "Ej jämförbara förändringar är inte med i urvalet: {names}."
WITHOUT_INDEX = "Saknar index och räknas som noll: {names}."

REASONS: Mapping[str, str] = {
    "decided_in": "Ska med enligt kontorets beslut.",
    "decided_out": "Ska inte med enligt kontorets beslut.",
    "worth_its_place": "Ger mer än det som annars fick plats{others}.",
    "needed": "Måste vara med: {clashes}.",
    "no_gain": "Ökar inte målet.",
    "another_version": "En annan version är vald: {dropped}.",
    "crowded_out": "Trängs undan: för att få plats måste {dropped} ut.",
    "impossible": "Ryms inte: {clashes}.",
    "equally_good": "Lika bra med som utan{others}.",
    "not_tried": "Ingår i det bästa urvalet eller inte; så många förändringar prövas inte en och en.",
}
OTHERS = " ({names})"


def joined(names: Sequence[str]) -> str:
    """Names as a sentence lists them; an empty text for none."""
    return " och ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


LIMITS: Mapping[str, str] = {
    "budget": "budgeten {year}",
    "capacity": "kapaciteten för {subject} {year}",
    "must": "{subject} ska med",
    "never": "{subject} ska inte med",
    "version_group": "högst en ur versionsgruppen {subject}",
    "prerequisite": "{subject} förutsätter {other}",
    "balance": "minsta andel till {subject}",
}
LACKS: Mapping[str, str] = {
    "budget": "det fattas {amount} kr",
    "capacity": "det fattas {amount} timmar",
    "balance": "det fattas {amount} kr till området",
}

LOAD_OVER = "{hours} timmar mer än kapaciteten behövs i urvalet"
LOAD_WITHIN = "urvalet ryms, {hours} timmar kvar"
LOAD_UNLIMITED = "ingen kapacitet skriven"
EFFECT_STATES = {
    "no_owner": "saknar effektägare",
    "not_accepted": "ägaren har inte accepterat",
    "unplanned": "mätning är inte planerad",
    "not_due": "inte dags att mäta ännu",
    "unknown": "okänd: mätning försenad",
}
YES, NO = "ja", "nej"
