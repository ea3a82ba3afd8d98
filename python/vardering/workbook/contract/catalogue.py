"""The two kinds of input workbook. A new input sheet is a new file here and one line in its contract."""

from collections.abc import Mapping

from vardering.workbook.contract.assessment_sheet import ASSESSMENT_SHEET
from vardering.workbook.contract.cost_sheets import (
    DEVELOPMENT_SHEET,
    RESOURCE_SHEET,
    RUNNING_SHEET,
    TRANSITION_SHEET,
)
from vardering.workbook.contract.effect_sheet import EFFECT_SHEET
from vardering.workbook.contract.fields import WorkbookContract
from vardering.workbook.contract.follow_up_sheet import ACTUAL_COST_SHEET, FOLLOW_UP_SHEET
from vardering.workbook.contract.parameter_sheet import PARAMETER_SHEET
from vardering.workbook.contract.plan_sheet import PLAN_SHEET
from vardering.workbook.contract.risk_sheet import RISK_SHEET
from vardering.workbook.contract.simplified_sheet import SIMPLIFIED_SHEET, SIMPLIFIED_START
from vardering.workbook.contract.start_sheet import START

CONTRACT_VERSION = 2
"""Counts up when what a workbook holds changes: what is new says ``since`` which version it came with."""

KALKYL = WorkbookContract(
    kind="kalkyl",
    version=CONTRACT_VERSION,
    title="Kalkyl",
    sheets=(
        START,
        PARAMETER_SHEET,
        DEVELOPMENT_SHEET,
        RESOURCE_SHEET,
        TRANSITION_SHEET,
        RUNNING_SHEET,
        EFFECT_SHEET,
        RISK_SHEET,
        ASSESSMENT_SHEET,
    ),
    plan_sheets=(PLAN_SHEET, FOLLOW_UP_SHEET, ACTUAL_COST_SHEET),
)

FORENKLAD = WorkbookContract(
    kind="forenklad",
    version=CONTRACT_VERSION,
    title="Förenklad bedömning",
    sheets=(SIMPLIFIED_START, SIMPLIFIED_SHEET),
)

CONTRACTS: Mapping[str, WorkbookContract] = {contract.kind: contract for contract in (KALKYL, FORENKLAD)}

KIND_NAME = "vm_typ"
VERSION_NAME = "vm_mallversion"
CASE_ID_NAME = "vm_kalkyl_id"
"""Defined names of the cells that say what kind of workbook this is, its contract version and the case's id."""
