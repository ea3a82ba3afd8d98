"""Defined names of the written areas: each names the cells that the last run wrote, so the next can replace them."""

from collections.abc import Mapping

from vardering.model.vocabulary import View

STATUS = "vm_status"
"""The live sentence on Start that says whether the results fit the inputs."""
STATUS_ECHOES = ("vm_status_resultat", "vm_status_underlag", "vm_status_kanslighet")
"""Cells on other sheets that repeat the sentence."""
PANEL = "vm_panel"
STATE = "vm_lage"
"""Whether the last run came through: one of the STATE words."""
DIFFERENCES = "vm_skillnader"
"""Live count of input cells that differ from the stored copy."""
CONVENTION = "vm_rakneregel"
KEY_FIGURES = "vm_nyckeltal"
RESULT_TABLES = "vm_resultattabeller"
WORKINGS = "vm_berakning"
CHECKS = "vm_kontroller"
FINDINGS = "vm_anmarkningar"
INPUT_SUMMARY = "vm_indatalista"
INPUT_COPY = "vm_indatakopia"
DECISION_BASIS = "vm_underlag"
BENEFITS_CHAIN = "vm_effektkedja"
LOG_TABLE = "vm_logg"
SIMULATION = "vm_simulering"
SENSITIVITY_BRIEF = "vm_kanslighet_kort"
THREE_CASES = "vm_kanslighet_fall"
PRESETS = "vm_kanslighet_samre"
TORNADO_ALL_VALUED = "vm_kanslighet_alla"
TORNADO_CASH_RELEASING = "vm_kanslighet_budget"
SENSITIVITY_ROWS = "vm_kanslighet_rader"
PLAN_COPY = "vm_plankopia"
"""What the product last wrote in the calculated columns of the plan."""
RISK_MAP = "vm_riskkarta"
"""The heat map and what the risk list says together, above the list."""
ASSESSMENT_SUMMARY = "vm_bedomningsresultat"
"""Index, coverage, class and areas, above the scores."""

APPROVED_PLAN = "vm_beslutad_plan"
"""Every approved plan, written once each; only what is expected now is written again."""
PLAN_STATUS = "vm_planlage"
"""The plan's lines on Start."""
FOLLOW_UP_SUMMARY = "vm_uppfoljningslage"
"""How the follow-up stands, above the measurements."""
FOLLOW_UP_ECHO = "vm_uppfoljning_start"
"""The cell on Start that repeats how the follow-up stands."""
FOLLOW_UP_SHOWN = "vm_uppfoljning_vald"
"""One effect over time, above the measurements."""
SHOWN_EFFECT = "vm_visad_effekt"
"""The cell on Uppföljning where people say which effect one of the charts shows."""
OUTCOME_YEARS = "vm_utfall_ar"
OUTCOME_PARTS = "vm_utfall_delar"
OUTCOME_NET = "vm_utfall_netto"
OUTCOME_EFFECTS = "vm_utfall_effekter"
"""The parts of Utfall och prognos."""

SINCE: Mapping[str, int] = {
    STATUS_ECHOES[2]: 2,
    SIMULATION: 2,
    SENSITIVITY_BRIEF: 2,
    THREE_CASES: 2,
    PRESETS: 2,
    TORNADO_ALL_VALUED: 2,
    TORNADO_CASH_RELEASING: 2,
    SENSITIVITY_ROWS: 2,
    BENEFITS_CHAIN: 2,
    DECISION_BASIS: 2,
    PLAN_COPY: 2,
    PLAN_STATUS: 2,
    APPROVED_PLAN: 2,
    FOLLOW_UP_SUMMARY: 2,
    FOLLOW_UP_ECHO: 2,
    OUTCOME_YEARS: 2,
    OUTCOME_PARTS: 2,
    FOLLOW_UP_SHOWN: 2,
    OUTCOME_NET: 2,
    OUTCOME_EFFECTS: 2,
    RISK_MAP: 2,
    ASSESSMENT_SUMMARY: 2,
}
"""The contract version that brought a written area, where it is later than 1. A workbook from before lacks it."""

CUMULATIVE_CHART = "Ackumulerat netto"
YEARLY_CHART = "Nyttor och kostnader per år"
THREE_CASES_CHART = "Tre fall"
"""Object names of the charts."""

HISTOGRAM_CHARTS: Mapping[View, str] = {
    View.ALL_VALUED: "Utfallen, alla värderade",
    View.CASH_RELEASING: "Utfallen, budgetverkande",
}
TORNADOES: Mapping[View, str] = {
    View.ALL_VALUED: TORNADO_ALL_VALUED,
    View.CASH_RELEASING: TORNADO_CASH_RELEASING,
}
TORNADO_CHARTS: Mapping[View, str] = {
    View.ALL_VALUED: "Det som betyder mest, alla värderade",
    View.CASH_RELEASING: "Det som betyder mest, budgetverkande",
}
"""The tornadoes' areas and charts, by view."""
CUMULATIVE_SHARE_CHART = "Andel av utfallen under ett belopp"
"""Object names of the simulation's charts."""

PROGRESS_CHART = "Uppföljning per år"
PARTS_CHART = "Var det utlovade står"
SHOWN_CHART = "Vald effekt"
"""Object names of the follow-up's charts."""

LOG_HEADINGS = (
    "Tidpunkt",
    "Användare",
    "Händelse",
    "Version",
    "Fingeravtryck",
    "Nettonuvärde budgetverkande kr",
    "Nettonuvärde alla värderade kr",
    "Nettonuvärde försiktig kr",
    "Fel",
    "Varningar",
    "Slumptalsfrö",
)
