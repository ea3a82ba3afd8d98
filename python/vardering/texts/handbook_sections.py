"""Which section of the handbook says more about a finding: one for each family of findings, and the exceptions."""

from collections.abc import Mapping

from vardering.texts.assessment_fault_texts import ASSESSMENT_FAULTS
from vardering.texts.book_fault_texts import EXCEL_FAULTS, FILE_FAULTS
from vardering.texts.comparison_fault_texts import COMPARISON_FAULTS
from vardering.texts.fault_texts import BOOK_FAULTS, CALL_FAULTS, CASE_FAULTS, CELL_FAULTS, EFFECT_FAULTS, ROW_FAULTS
from vardering.texts.follow_up_fault_texts import FOLLOW_UP_FAULTS
from vardering.texts.handbook_fault_texts import HANDBOOK_FAULTS
from vardering.texts.installation_fault_texts import INSTALLATION_FAULTS
from vardering.texts.maturity_fault_texts import MATURITY_FAULTS
from vardering.texts.plan_fault_texts import PLAN_FAULTS

CATALOGUE = "alla-anmarkningar"
"""The section that lists every finding: where those lead that belong to no family."""

FAMILY_SECTIONS = (
    (CELL_FAULTS, "sa-fyller-ni-i-en-cell"),
    (ROW_FAULTS, "sa-fyller-ni-i-en-rad"),
    (EFFECT_FAULTS, "bladet-effekter"),
    (ASSESSMENT_FAULTS, "sa-bedomer-ni"),
    (CASE_FAULTS, "bladet-start"),
    (PLAN_FAULTS, "bladet-effekthemtagningsplan"),
    (FOLLOW_UP_FAULTS, "folj-upp"),
    (COMPARISON_FAULTS, "jamfora-tva-versioner"),
    (BOOK_FAULTS, "nar-filen-inte-gar-att-anvanda"),
    (CALL_FAULTS, "kommandon"),
    (EXCEL_FAULTS, "om-nagot-inte-gar"),
    (INSTALLATION_FAULTS, "installera"),
    (MATURITY_FAULTS, "sa-gor-ni-enkaten"),
    (HANDBOOK_FAULTS, "kommandon"),
    (FILE_FAULTS, "nar-filen-inte-gar-att-anvanda"),
)

OWN_SECTIONS: Mapping[str, str] = {
    "profile-years-broken": "sa-fordelas-belopp-over-aren",
    "ramp-years-missing": "sa-fordelas-belopp-over-aren",
    "horizon-before-full-effect": "sa-fordelas-belopp-over-aren",
    "category-incomplete": "vad-en-timme-kostar",
    "parameter-needed": "bladet-parametrar",
    "parameter-missing": "bladet-parametrar",
    "parameter-row-missing": "bladet-parametrar",
    "old-parameters": "bladet-parametrar",
    "investment-incomplete": "bladet-utveckling",
    "accounting-unconfirmed": "bladet-utveckling",
    "vat-rate-missing": "bladet-utveckling",
    "resource-need-missing": "bladet-resursbehov",
    "resource-need-twice": "bladet-resursbehov",
    "resource-without-money": "bladet-resursbehov",
    "included-in-unknown": "bladet-resursbehov",
    "contributes-to-unknown": "bladet-effektkedja",
    "effect-without-activity": "bladet-effektkedja",
    "effect-without-objective": "bladet-effektkedja",
    "correlation-group-of-one": "simulering",
    "simulation-without-ranges": "simulering",
    "simulation-has-no-place": "simulering",
    "spread-unknown": "simulering",
    "decision-without-effect": "hemtagningsbeslut",
    "decision-twice": "hemtagningsbeslut",
    "decision-incomplete": "hemtagningsbeslut",
    "saving-not-decided": "hemtagningsbeslut",
    "same-hours-twice": "vanliga-misstag",
    "one-row-dominates": "osakerhet",
    "full-case-by-amount": "borja-pa-ratt-niva",
    "full-case-by-committees": "borja-pa-ratt-niva",
    "full-case-by-claim": "borja-pa-ratt-niva",
    "not-simplified": "borja-pa-ratt-niva",
    "simplified-has-errors": "borja-pa-ratt-niva",
    "own-sheets-left": "borja-pa-ratt-niva",
    "own-columns-left": "borja-pa-ratt-niva",
    "gate-unknown": "beslutspunkter",
    "gate-not-found": "beslutspunkter",
    "approved-plan-changed": "bladet-beslutad-plan",
    "approved-plan-gone": "bladet-beslutad-plan",
    "decision-without-date": "bladet-beslutad-plan",
    "decision-already-frozen": "bladet-beslutad-plan",
    "plan-empty": "bladet-beslutad-plan",
    "form-of-other-case": "skicka-ut-formular",
    "not-a-form": "skicka-ut-formular",
    "report-conflict": "skicka-ut-formular",
    "case-without-id": "skicka-ut-formular",
    "nobody-to-ask": "skicka-ut-formular",
    "effects-without-form": "skicka-ut-formular",
    "risk-not-rated": "bladet-risker",
    "risk-without-action": "bladet-risker",
    "risk-row-unknown": "bladet-risker",
    "risk-row-without-value": "bladet-risker",
    "risk-two-losses": "bladet-risker",
    "risk-money-incomplete": "bladet-risker",
    "risk-priced-in-range": "bladet-risker",
    "risk-priced-in-score": "bladet-risker",
    "transfer-without-counterpart": "avgifter-mellan-parter",
    "transfer-uneven": "avgifter-mellan-parter",
    "older-contract": "nar-mallen-ar-aldre",
    "upgrade-has-errors": "nar-mallen-ar-aldre",
    "upgrade-not-needed": "nar-mallen-ar-aldre",
}
"""Findings that another section explains better than the one of their family."""


def section_of(code: str) -> str:
    """The anchor of the section that says more about a finding.

    >>> section_of("no-source"), section_of("saving-not-decided"), section_of("something-else")
    ('sa-fyller-ni-i-en-rad', 'hemtagningsbeslut', 'alla-anmarkningar')
    """
    own = OWN_SECTIONS.get(code)
    return own or next((section for family, section in FAMILY_SECTIONS if code in family), CATALOGUE)
