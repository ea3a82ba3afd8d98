"""From a case to the cells of its input sheets: the inverse of reading, without loss."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from vardering.base.cells import CellValue
from vardering.base.units import per_cent_from_share
from vardering.model.assessment import SCORED_CRITERIA, Criterion, CriterionScore
from vardering.model.assumptions import Parameter
from vardering.model.case import Case
from vardering.model.record import Record
from vardering.model.simplified import SimplifiedCase, condense
from vardering.model.vocabulary import DIRECT_AREAS, AssessmentArea
from vardering.texts.assessment_texts import scale_text
from vardering.workbook.contract.assessment_sheet import AREA_WEIGHTS, CRITERION_SCORES, CRITERION_WEIGHTS
from vardering.workbook.contract.catalogue import FORENKLAD
from vardering.workbook.contract.fields import CellType, Column, InputTable, InputValue, WorkbookContract
from vardering.workbook.contract.parameter_sheet import PARAMETER_ROWS, PARAMETERS, PROFILES
from vardering.workbook.contract.word_lists import NO, YES, word_for

if TYPE_CHECKING:
    # A recalculation fills no portfolio.
    from vardering.model.portfolio import Portfolio

Root = Case | SimplifiedCase
Inputs: TypeAlias = "Case | SimplifiedCase | Portfolio"
"""The record whose fields the values and tables of a workbook name."""
Row = tuple[CellValue, ...]


def root_of(contract: WorkbookContract, case: Case) -> Root:
    """The record whose fields the contract's tables and values name."""
    return condense(case) if contract.kind == FORENKLAD.kind else case


def cell_for(declared: Column | InputValue, value: object) -> CellValue:
    """What a cell of this column or value holds for a model value."""
    if value is None or value == "":
        return None
    if isinstance(value, StrEnum) and declared.type is CellType.CHOICE:
        return word_for(declared.choices, value)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, (int, float)):
        return per_cent_from_share(value) if declared.type is CellType.PER_CENT else float(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value
    raise TypeError(f"{declared.field}: {type(value).__name__}")


def value_cell(declared: InputValue, root: Inputs) -> CellValue:
    """What the cell of a single value holds."""
    group, _, field_name = declared.field.partition(".")
    record = getattr(root, group)
    return cell_for(declared, getattr(record, field_name))


def table_rows(declared: InputTable, root: Inputs) -> tuple[Row, ...]:
    """The rows of an input table, one cell per declared column."""
    if not isinstance(root, (Case, SimplifiedCase)):
        return tuple(_row(declared, record) for record in getattr(root, declared.case_field))
    if declared.name == PARAMETERS.name:
        return _parameter_rows(root)
    if declared.name == PROFILES.name:
        return _profile_rows(root)
    if declared.name == CRITERION_SCORES.name:
        return _criterion_rows(root)
    rows = tuple(_row(declared, record) for record in getattr(root, declared.case_field))
    return (*rows, *_missing_key_rows(declared, root))


def _row(declared: InputTable, record: Record) -> Row:
    """Cells of a record. What equals the model's default stays empty unless the column must be filled in."""
    standard = record.defaults
    cells: list[CellValue] = []
    for column in declared.columns:
        if column.given:
            cells.append(_given_text(record))
            continue
        value = getattr(record, column.field)
        is_default = column.field in standard and value == standard[column.field] and not column.required
        cells.append(None if is_default else cell_for(column, value))
    return tuple(cells)


def _given_text(record: Record) -> str | None:
    """The product's own text beside a record: what the scores of a criterion mean."""
    if isinstance(record, CriterionScore) and record.criterion in SCORED_CRITERIA:
        return scale_text(record.criterion)
    return None


def _missing_key_rows(declared: InputTable, root: Root) -> tuple[Row, ...]:
    """Rows of fixed keys that the case says nothing of: they stand prefilled, so that people see what to fill in."""
    if declared.case_field == "alternatives":
        keys: Sequence[str] = ("A", "B") if isinstance(root, SimplifiedCase) else ("A", "B", "C", "D")
        present = {option.id for option in root.alternatives}
    elif declared.case_field == "assessment":
        keys = [word_for("bedömningsområde", area) for area in DIRECT_AREAS]
        present = {word_for("bedömningsområde", score.area) for score in root.assessment}
    elif isinstance(root, Case) and declared.name == AREA_WEIGHTS.name:
        keys = [word_for("bedömningsområde", area) for area in AssessmentArea]
        present = {word_for("bedömningsområde", weight.area) for weight in root.area_weights}
    elif isinstance(root, Case) and declared.name == CRITERION_WEIGHTS.name:
        keys = [word_for("kriterium", criterion) for criterion in Criterion]
        present = {word_for("kriterium", weight.criterion) for weight in root.criterion_weights}
    else:
        return ()
    blank = (None,) * (len(declared.columns) - 1)
    return tuple((key, *blank) for key in keys if key not in present)


def _criterion_rows(root: Root) -> tuple[Row, ...]:
    """Every criterion that people score, in the order of the areas, whether it has a score or not."""
    given = root.criteria if isinstance(root, Case) else ()
    scored = {score.criterion: score for score in given}
    fixed = tuple(scored.get(criterion, CriterionScore(criterion=criterion)) for criterion in SCORED_CRITERIA)
    others = tuple(score for score in given if not any(score is one for one in fixed))
    return tuple(_row(CRITERION_SCORES, score) for score in (*fixed, *others))


def _parameter_rows(root: Root) -> tuple[Row, ...]:
    rows = []
    for declared in PARAMETER_ROWS:
        parameter: Parameter = getattr(root.assumptions, declared.field)
        value = InputValue("", declared.key, declared.field, declared.type, "")
        cells: Mapping[str, CellValue] = {
            "key": declared.key,
            "value": cell_for(value, parameter.value),
            "unit": declared.unit,
            "valid_year": None if parameter.valid_year is None else float(parameter.valid_year),
            "source": parameter.source or None,
            "status": word_for("parameterstatus", parameter.status),
        }
        rows.append(tuple(cells[column.field] for column in PARAMETERS.columns))
    return tuple(rows)


def _profile_rows(root: Root) -> tuple[Row, ...]:
    profiles = root.profiles if isinstance(root, Case) else ()
    return tuple(
        (profile.name, float(number), factor)
        for profile in profiles
        for number, factor in enumerate(profile.factors, start=1)
    )
