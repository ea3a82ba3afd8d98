"""The sheets Skillnader and Nyckeltal of a comparison: every input that differs, and every key figure."""

from datetime import date

from vardering.base.cells import Area, CellValue
from vardering.model.results import Figure, Undefined
from vardering.model.vocabulary import View
from vardering.texts import comparison_texts as words
from vardering.texts.result_texts import KEY_FIGURES
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.layout import PlacedTable, PrintSetup, SheetLayout
from vardering.workbook.presenting.comparison import Comparison
from vardering.workbook.presenting.input_differences import FieldDifference, InputDifference
from vardering.workbook.presenting.number_texts import figure_cell
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.value_texts import value_text
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

DIFFERENCE_HEADINGS = (
    words.SUBJECT,
    words.INPUT,
    words.BEFORE,
    words.AFTER,
    words.SORT,
    words.SHEET,
    words.CELL_BEFORE,
    words.CELL_AFTER,
)
DIFFERENCE_WIDTHS = (44, 28, 28, 28, 12, 15, 20, 20)
FIGURE_WIDTHS = (56, 20, 20, 20)
TABLE_NAME = "Skillnader"
FIRST_SURE_DAY = date(1900, 3, 1)
"""Before it, Excel's calendar counts a day that never was."""


def build_differences_sheet(comparison: Comparison, run: Run) -> SheetLayout:
    """What was compared, what the reader must know, the three net present values, and every input that differs."""
    builder = SheetBuilder(words.DIFFERENCES_SHEET)
    for offset, width in enumerate(DIFFERENCE_WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.TITLE, words.INTRO)
    _put_overview(builder, comparison, run)
    _put_notes(builder, comparison)
    builder.section(words.INPUTS, FIRST_COLUMN + len(DIFFERENCE_WIDTHS) - 1)
    builder.lines(words.DIFFERENCES_INTRO if comparison.differences else words.NO_DIFFERENCE_SENTENCE)
    heading_row = _put_differences(builder, comparison)
    setup = PrintSetup(repeat_rows=(heading_row, heading_row))
    return builder.layout(print_setup=setup, tab_colour="1D4E6B")


def _put_overview(builder: SheetBuilder, comparison: Comparison, run: Run) -> None:
    """The two files and their net present values side by side."""
    _put_headings(builder, (words.CASE, words.BEFORE, words.AFTER, words.DIFFERENCE))
    versions = (comparison.before, comparison.after)
    for label, texts in (
        (words.FILE, [version.source for version in versions]),
        (words.NAME, [version.case.change.name for version in versions]),
        (words.CASE_ID, [version.stored_id or None for version in versions]),
    ):
        builder.put(FIRST_COLUMN, label, "subheading")
        for offset, text in enumerate((*texts, None), start=1):
            builder.put(FIRST_COLUMN + offset, text, "result_text")
        builder.row += 1
    for view in View:
        builder.put(FIRST_COLUMN, f"{words.NPV}, {VIEW_LABELS[view].lower()}", "subheading")
        before, after = (version.figure(view, "npv") for version in versions)
        _put_figure(builder, (before, after), "kr")
        builder.row += 1
    builder.put(FIRST_COLUMN, f"{words.COMPARED} {run.time_text}, version {run.version}.", "intro")
    builder.row += 2


def _put_headings(builder: SheetBuilder, headings: tuple[str, ...]) -> None:
    for offset, heading in enumerate(headings):
        builder.put(FIRST_COLUMN + offset, heading, "heading")
    builder.row += 1


def _put_notes(builder: SheetBuilder, comparison: Comparison) -> None:
    if comparison.notes:
        builder.section(words.NOTES, FIRST_COLUMN + len(DIFFERENCE_WIDTHS) - 1)
        for note in comparison.notes:
            builder.lines(f"{note.what} {note.remedy}")
        builder.row += 1


def _put_differences(builder: SheetBuilder, comparison: Comparison) -> int:
    """The table of inputs, one line for each field; gives the row of its headings."""
    first = builder.row
    _put_headings(builder, DIFFERENCE_HEADINGS)
    for difference in (*comparison.differences, *comparison.plan):
        for field in difference.fields:
            _put_field(builder, difference, field)
    if not comparison.differences and not comparison.plan:
        builder.put(FIRST_COLUMN, words.NO_DIFFERENCE, "text")
        builder.row += 1
    area = Area(builder.name, first, FIRST_COLUMN, builder.row - 1, FIRST_COLUMN + len(DIFFERENCE_HEADINGS) - 1)
    styles = ("heading",) * len(DIFFERENCE_HEADINGS)
    builder.tables.append(PlacedTable(TABLE_NAME, area, DIFFERENCE_HEADINGS, styles))
    return first


def _put_field(builder: SheetBuilder, difference: InputDifference, field: FieldDifference) -> None:
    where = [None if place is None else str(place) for place in (field.where_before, field.where_after)]
    about = ((0, difference.subject), (1, field.heading), (4, str(difference.sort)), (5, difference.sheet))
    for offset, text in (*about, (6, where[0]), (7, where[1])):
        builder.put(FIRST_COLUMN + offset, text, "finding")
    for offset, held in ((2, field.before), (3, field.after)):
        value = storable(held)
        suffix = "text" if isinstance(value, str) else field.suffix
        builder.put(FIRST_COLUMN + offset, value, f"result_{suffix}")
    builder.row += 1


def storable(value: CellValue) -> CellValue:
    """The value as a new workbook can hold it: days before its calendar as text."""
    if isinstance(value, date) and value < FIRST_SURE_DAY:
        return value_text(value, "date")
    return value


def build_figures_sheet(comparison: Comparison) -> SheetLayout:
    """Every key figure of the main alternative, before and after, view by view."""
    builder = SheetBuilder(words.FIGURES_SHEET)
    for offset, width in enumerate(FIGURE_WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.FIGURES_SHEET, words.FIGURES_INTRO)
    for view in View:
        builder.section(VIEW_LABELS[view], FIRST_COLUMN + len(FIGURE_WIDTHS) - 1)
        _put_headings(builder, (words.FIGURES_SHEET, words.BEFORE, words.AFTER, words.DIFFERENCE))
        for name, (label, suffix, _) in KEY_FIGURES.items():
            builder.put(FIRST_COLUMN, label, "subheading")
            _put_figure(builder, (comparison.before.figure(view, name), comparison.after.figure(view, name)), suffix)
            builder.row += 1
        builder.row += 1
    setup = PrintSetup(landscape=False, pages_wide=1, pages_high=1)
    return builder.layout(print_setup=setup, tab_colour="4B7F52")


def _put_figure(builder: SheetBuilder, figures: tuple[Figure, Figure], suffix: str) -> None:
    """A figure before and after, and what it grew by as a formula where both exist."""
    for offset, figure in enumerate(figures, start=1):
        cell = figure_cell(figure, "result", suffix)
        builder.put(FIRST_COLUMN + offset, cell.value, cell.style or "result_text")
    before, after = figures
    if isinstance(before, Undefined) or isinstance(after, Undefined):
        builder.put(FIRST_COLUMN + 3, None, "result_text")
        return
    formula = f"={builder.at(FIRST_COLUMN + 2).a1}-{builder.at(FIRST_COLUMN + 1).a1}"
    builder.put(FIRST_COLUMN + 3, after - before, f"result_{'whole' if suffix == 'year' else suffix}", formula)
