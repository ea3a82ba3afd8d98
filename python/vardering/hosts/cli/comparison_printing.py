"""A comparison on the screen: what moved the net present value, then every input that differs."""

from collections.abc import Sequence

from vardering.model.comparison import NpvStep
from vardering.model.vocabulary import View
from vardering.texts import comparison_texts as words
from vardering.texts.result_texts import KEY_FIGURES
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.presenting.comparison import Comparison, Version
from vardering.workbook.presenting.input_differences import FieldDifference, InputDifference, Sort
from vardering.workbook.presenting.number_texts import figure_text
from vardering.workbook.presenting.value_texts import one_line, value_text

LABEL_WIDTH = 56


def show_comparison(comparison: Comparison) -> None:
    """Print all of it, largest first; one sentence where nothing differs."""
    for label, version in ((words.BEFORE, comparison.before), (words.AFTER, comparison.after)):
        print(f"{label + ':':<7}{_version_text(version)}")
    for note in comparison.notes:
        print(f"{words.NOTES}: {note.what} {note.remedy}")
    print()
    if comparison.differences:
        _show_npvs(comparison)
        _show_steps(comparison)
        _show_figures(comparison)
        _show_inputs(words.INPUTS, comparison.differences)
    else:
        print(words.NO_DIFFERENCE_SENTENCE)
    if comparison.plan:
        print()
        _show_inputs(words.PLAN, comparison.plan)


def _version_text(version: Version) -> str:
    name = one_line(version.case.change.name)
    return f"{version.source} ({name}, {words.CASE.lower()} {version.stored_id or '–'})"


def _show_npvs(comparison: Comparison) -> None:
    bridge = comparison.bridge
    rows = [(words.NPV, words.BEFORE, words.AFTER, words.DIFFERENCE)]
    for view in View:
        before, after = bridge.npv_before[view], bridge.npv_after[view]
        rows.append((VIEW_LABELS[view], _kr(before), _kr(after), _moved(after - before)))
    _print_table(rows)


def _show_steps(comparison: Comparison) -> None:
    """What each change alone does in every view, and what they do together."""
    bridge = comparison.bridge
    if not bridge.steps:
        print(words.NOTHING_MOVED)
        print()
        return
    subjects = {id(difference.change): _title(difference) for difference in comparison.differences}
    rows = [(words.MOVED, *(VIEW_LABELS[view] for view in View))]
    for step in comparison.steps:
        label = one_line(subjects[id(step.changes[0])], LABEL_WIDTH)
        rows.append((label, *(_step_text(step, view) for view in View)))
    rows.append((words.TOGETHER, *(_moved(bridge.interaction[view]) for view in View)))
    rows.append((words.SUM, *(_moved(bridge.npv_after[view] - bridge.npv_before[view]) for view in View)))
    _print_table(rows)
    if any(step.alone is None for step in bridge.steps):
        print(f"{words.NOT_ALONE_NOTE}\n")


def _step_text(step: NpvStep, view: View) -> str:
    return words.TOGETHER if step.alone is None else _moved(step.alone[view])


def _show_figures(comparison: Comparison) -> None:
    """The key figures that changed, view by view."""
    for view in View:
        rows = []
        for name, (label, suffix, _) in KEY_FIGURES.items():
            before, after = (
                figure_text(version.figure(view, name), suffix) for version in (comparison.before, comparison.after)
            )
            if before != after:
                rows.append((label, before, after))
        if rows:
            print(f"{words.FIGURES}: {VIEW_LABELS[view].lower()}")
            _print_table([(words.FIGURES_SHEET, words.BEFORE, words.AFTER), *rows])


def _show_inputs(title: str, differences: Sequence[InputDifference]) -> None:
    print(f"{title} ({len(differences)})")
    for difference in differences:
        print(f"\n{_title(difference)}: {difference.sort}")
        width = max((len(field.heading) for field in difference.fields), default=0)
        for field in difference.fields:
            print(f"  {field.heading:<{width}}  {_field_text(field, difference.sort)}")


def _field_text(field: FieldDifference, sort: Sort) -> str:
    """Before and after; of a row that is added or gone only what it holds or held."""
    before, after = value_text(field.before, field.suffix), value_text(field.after, field.suffix)
    shown = {Sort.ADDED: after, Sort.REMOVED: before}.get(sort, f"{before} → {after}")
    cells = dict.fromkeys(str(where) for where in (field.where_before, field.where_after) if where is not None)
    return shown + (f"  [{', '.join(cells)}]" if cells else "")


def _title(difference: InputDifference) -> str:
    return f"{difference.sheet}: {one_line(difference.subject)}"


def _kr(amount: float) -> str:
    return figure_text(amount + 0.0, "kr")


def _moved(amount: float) -> str:
    """An amount with its sign: what it adds or takes away."""
    shown = figure_text(abs(amount), "kr")
    rounded = round(amount)
    return shown if rounded == 0 else f"{'+' if rounded > 0 else '-'}{shown}"


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    """Rows under their headings: the first column to the left, figures to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for index, row in enumerate(rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        print("  ".join(cells).rstrip())
        if index == 0:
            print("  ".join("─" * width for width in widths))
    print()
