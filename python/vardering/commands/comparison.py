"""Jämför: what changed between two versions of a case, and which input moved the net present value by how much."""

import json
from collections.abc import Mapping, Sequence

from vardering.base.cells import CellValue, Position
from vardering.base.faults import CallError, Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.commands.recalculation import Calculation, calculate, findings_in
from vardering.commands.request import Outcome, RunContext
from vardering.engine.attribution import attribute
from vardering.model.case import Case
from vardering.model.comparison import NpvBridge, changes_between
from vardering.model.results import Results, Undefined
from vardering.model.vocabulary import View
from vardering.texts.result_texts import KEY_FIGURES
from vardering.workbook.contract.catalogue import CASE_ID_NAME
from vardering.workbook.presenting.comparison import Comparison, Version, size_of
from vardering.workbook.presenting.findings import Finding, findings_of
from vardering.workbook.presenting.input_differences import FieldDifference, InputDifference, input_differences
from vardering.workbook.presenting.input_places import InputPlaces
from vardering.workbook.presenting.plan_differences import plan_differences
from vardering.workbook.presenting.run import Run
from vardering.workbook.snapshot import Snapshot

EVENT = "Jämför"


@dataclass(frozen=True, slots=True)
class ErrorsFound:
    """The version that cannot be compared, and everything that was found in it."""

    source: str
    findings: tuple[Finding, ...]


def compare(before: Snapshot, after: Snapshot, *, different_cases: bool = False) -> Comparison | ErrorsFound:
    """The comparison of two workbooks by their inputs, both calculated anew; or the first of them that has errors.

    Differences come in the order of what they did to the net present value of all valued, largest first. Raises
    ``CallError`` "different-cases" for workbooks of two cases, unless ``different_cases``.
    """
    versions: list[Version] = []
    for snapshot in (before, after):
        calculation = calculate(snapshot)
        if calculation.case is None or calculation.results is None:
            return ErrorsFound(snapshot.source, findings_in(calculation, snapshot))
        versions.append(_version(snapshot, calculation, calculation.case, calculation.results))
    first, second = versions
    if first.stored_id and second.stored_id and first.stored_id != second.stored_id and not different_cases:
        raise CallError(
            "different-cases",
            first=first.source,
            second=second.source,
            first_id=first.stored_id,
            second_id=second.stored_id,
        )
    changes = changes_between(first.case, second.case)
    bridge = attribute(first.case, second.case, changes)
    found = input_differences(changes, (first.case, second.case), (first.places, second.places))
    notes = findings_of(_notes(first, second), ())
    plan = plan_differences(before, after)
    return Comparison(first, second, notes, _largest_first(found, bridge), plan, bridge)


def _version(snapshot: Snapshot, calculation: Calculation, case: Case, results: Results) -> Version:
    name = snapshot.names.get(CASE_ID_NAME)
    stored = str(name.value).strip() if name is not None and name.value is not None else ""
    return Version(snapshot.source, stored, case, results, InputPlaces.of(calculation.reading, case))


def _notes(first: Version, second: Version) -> list[Fault]:
    """Why the two net present values may not be the same sort of figure."""
    notes = [
        Fault("compared-without-id", Severity.NOTICE, None, {"file": version.source})
        for version in (first, second)
        if not version.stored_id
    ]
    if first.stored_id and second.stored_id and first.stored_id != second.stored_id:
        ids = {"first_id": first.stored_id, "second_id": second.stored_id}
        notes.append(Fault("compared-different-cases", Severity.WARNING, None, ids))
    if first.case.form is not second.case.form:
        notes.append(Fault("compared-forms", Severity.NOTICE))
    old, new = first.case.change, second.case.change
    for code, before, after in (
        ("compared-price-levels", old.price_level_year, new.price_level_year),
        ("compared-start-years", old.start_year, new.start_year),
    ):
        if before != after:
            notes.append(Fault(code, Severity.WARNING, None, {"before": before, "after": after}))
    for code, was, now in (
        ("compared-horizons", str(old.horizon_years), str(new.horizon_years)),
        ("compared-main-alternatives", old.main_alternative, new.main_alternative),
    ):
        if was != now:
            notes.append(Fault(code, Severity.NOTICE, None, {"before": was, "after": now}))
    return notes


def _largest_first(differences: Sequence[InputDifference], bridge: NpvBridge) -> tuple[InputDifference, ...]:
    sizes = {id(change): size_of(step) for step in bridge.steps for change in step.changes}
    return tuple(sorted(differences, key=lambda difference: -sizes.get(id(difference.change), 0.0)))


def comparison_outcome(comparison: Comparison, context: RunContext) -> Outcome:
    """The comparison as a new workbook with the sheets Skillnader, Nyckeltal and Vattenfall."""
    from vardering.workbook.template.comparison_workbook import build_comparison_workbook

    run = Run(EVENT, context.clock, context.user, context.version)
    return Outcome(comparison.notes, new_workbook=build_comparison_workbook(comparison, run))


def comparison_json(comparison: Comparison) -> str:
    """The comparison as JSON.

    ``before`` and ``after``: {file, case_id, name, form}. ``notes``: [{code, severity, what, remedy}].
    ``inputs``: largest effect first, [{table, key, subject, sheet, sort: "added" | "removed" | "changed",
    fields: [{heading, before, after, cell_before, cell_after}]}] with values as the sheet shows them (per cent as
    per cent, words of lists in Swedish, days in ISO form, null for empty) and cells as "Sheet!A1" or null.
    ``plan``: the same for what people wrote in the plan and its follow-up.
    ``key_figures``: {view: {figure: {before, after, difference}}}, null where a figure does not exist.
    ``npv``: {view: {before, after, difference, interaction, steps: [{inputs, alone, last}]}}; ``inputs`` of a step
    are places in the list above, ``alone`` and ``last`` kr or null; before + Σ alone + interaction = after.
    """
    content = {
        "before": _file(comparison.before),
        "after": _file(comparison.after),
        "notes": [
            {"code": note.code, "severity": str(note.severity), "what": note.what, "remedy": note.remedy}
            for note in comparison.notes
        ],
        "inputs": [_input(difference) for difference in comparison.differences],
        "plan": [_input(difference) for difference in comparison.plan],
        "key_figures": {str(view): _figures(comparison, view) for view in View},
        "npv": {str(view): _bridge(comparison, view) for view in View},
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def _file(version: Version) -> Mapping[str, object]:
    case = version.case
    return {"file": version.source, "case_id": version.stored_id or None, "name": case.change.name, "form": case.form}


def _input(difference: InputDifference) -> Mapping[str, object]:
    return {
        "table": difference.change.case_field,
        "key": difference.change.key,
        "subject": difference.subject,
        "sheet": difference.sheet,
        "sort": difference.sort.name.lower(),
        "fields": [_field(field) for field in difference.fields],
    }


def _field(field: FieldDifference) -> Mapping[str, object]:
    return {
        "heading": field.heading,
        "before": _plain(field.before),
        "after": _plain(field.after),
        "cell_before": _cell(field.where_before),
        "cell_after": _cell(field.where_after),
    }


def _plain(value: CellValue) -> object:
    return value if value is None or isinstance(value, (bool, float, str)) else str(value)


def _cell(where: Position | None) -> str | None:
    return None if where is None else str(where)


def _figures(comparison: Comparison, view: View) -> Mapping[str, object]:
    content: dict[str, object] = {}
    for name in KEY_FIGURES:
        before, after = (
            getattr(version.results.main.views[view].figures, name) for version in (comparison.before, comparison.after)
        )
        known = not isinstance(before, Undefined) and not isinstance(after, Undefined)
        content[name] = {
            "before": None if isinstance(before, Undefined) else before,
            "after": None if isinstance(after, Undefined) else after,
            "difference": after - before if known else None,
        }
    return content


def _bridge(comparison: Comparison, view: View) -> Mapping[str, object]:
    bridge = comparison.bridge
    places = {id(difference.change): index for index, difference in enumerate(comparison.differences)}
    before, after = bridge.npv_before[view], bridge.npv_after[view]
    return {
        "before": before,
        "after": after,
        "difference": after - before,
        "interaction": bridge.interaction[view],
        "steps": [
            {
                "inputs": [places[id(change)] for change in step.changes],
                "alone": None if step.alone is None else step.alone[view],
                "last": None if step.last is None else step.last[view],
            }
            for step in comparison.steps
        ],
    }
