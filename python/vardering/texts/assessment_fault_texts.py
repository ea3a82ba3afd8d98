"""Faults of the assessment and the risk list in Swedish: what is wrong and what to do."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

ASSESSMENT_FAULTS: Mapping[str, FaultText] = {
    "weights-not-whole": FaultText(
        "Vikterna för {name} är tillsammans {total} procent.", "Ändra vikterna så att de tillsammans är 100 procent."
    ),
    "score-without-reason": FaultText(
        "Poängen för {name} saknar skäl.", "Skriv varför poängen är rimlig, så att andra kan pröva den."
    ),
    "criterion-calculated": FaultText(
        "{name} räknas ut av produkten och ska inte poängsättas.", "Töm poängen och skälet på raden."
    ),
    "risk-not-rated": FaultText(
        "Risk {id} saknar sannolikhet eller konsekvens och räknas inte.", "Fyll i båda från 1 till 5."
    ),
    "risk-without-action": FaultText(
        "Risk {id} har riskvärdet {product} men saknar {missing}.",
        "Utse någon som ansvarar och skriv vad som görs åt risken.",
    ),
    "risk-row-unknown": FaultText(
        "Risk {id} drabbar raden {value} som inte finns.",
        "Skriv id på en rad i Utveckling, Omställning, Drift eller Effekter.",
    ),
    "risk-row-without-value": FaultText(
        "Risk {id} drabbar raden {value} som inte har något belopp att förlora på.",
        "Peka på en rad som värderas i kronor inom kalkyltiden.",
    ),
    "risk-two-losses": FaultText("Risk {id} har förlust både i kronor och i procent.", "Behåll det ena."),
    "risk-money-incomplete": FaultText(
        "Risk {id} har en förlust som inte kan räknas: {missing} saknas.",
        "Fyll i det som saknas, eller töm kolumnerna om risken inte ska räknas i kronor.",
    ),
    "risk-priced-in-range": FaultText(
        "Risk {id} räknas i kronor på raden {value} som redan har ett spann: samma risk kan räknas två gånger.",
        "Låt spannet gälla vanlig osäkerhet utan risken, eller ta bort riskens förlust.",
    ),
    "risk-priced-in-score": FaultText(
        "Risk {id} räknas både i kronor och i riskpoängen: samma risk räknas två gånger.",
        "Välj Nytta: nettonuvärde i Bedöms redan i om den bara ska räknas i kronor, eller ta bort förlusten.",
    ),
}
