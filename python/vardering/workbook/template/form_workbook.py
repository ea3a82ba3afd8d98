"""A follow-up form as a layout: guidance, whose it is, and a row for each measurement that is asked for."""

from vardering.base.cells import Area, CellValue
from vardering.texts import form_texts as words
from vardering.workbook.contract.catalogue import CASE_ID_NAME, KIND_NAME, VERSION_NAME
from vardering.workbook.contract.follow_up_form import FORM, FORM_EFFECTS, FORM_MEASUREMENTS, FORM_PERSON
from vardering.workbook.layout import PrintSetup, WorkbookLayout
from vardering.workbook.presenting.form_content import FormContent, FormLine
from vardering.workbook.template.input_sheets import add_table
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder


def build_form(content: FormContent) -> WorkbookLayout:
    """The layout of one person's form: one sheet, A4 landscape, nothing locked and no macros."""
    (sheet,) = FORM.plan_sheets
    builder = SheetBuilder(sheet.name)
    builder.title(sheet.title, words.INTRO.format(change=content.change or "–", person=content.person))
    builder.section(words.HOW_TITLE, FIRST_COLUMN + len(FORM_MEASUREMENTS.columns) - 1)
    for step in words.STEPS:
        builder.put(FIRST_COLUMN, step, "plain")
        builder.row += 1
    builder.row += 1
    blank = (None,) * len(FORM_MEASUREMENTS.columns)
    rows = (*map(_cells, content.lines), *(blank for _ in range(FORM_MEASUREMENTS.spare_rows)))
    heading_row = add_table(builder, sheet.sections[0][0], FORM_MEASUREMENTS, rows)
    _add_identity(builder, content)
    _add_effects(builder, content)
    layout = builder.layout(
        freeze=(heading_row + 1, FIRST_COLUMN + 2),
        print_setup=PrintSetup(repeat_rows=(heading_row, heading_row)),
        tab_colour="4B7F52",
    )
    title = f"{FORM.title}: {content.change}" if content.change else FORM.title
    return WorkbookLayout(title, "Värderingsmodellen", (layout,), dict(sorted(builder.names.items())))


def _cells(line: FormLine) -> tuple[CellValue, ...]:
    """A row of the form: what the plan says, and blanks to fill in."""
    row = line.row
    given: dict[str, CellValue] = {
        "effect_id": row.effect_id,
        "effect_name": row.name or None,
        "measure": row.measure or None,
        "measure_unit": row.measure_unit or None,
        "baseline": row.baseline_measurement,
        "target": row.target,
        "due": line.due,
    }
    return tuple(given.get(column.field) for column in FORM_MEASUREMENTS.columns)


def _add_identity(builder: SheetBuilder, content: FormContent) -> None:
    """What the workbook that collects the form knows it by."""
    builder.section(words.ABOUT_TITLE, FIRST_COLUMN + 3)
    for label, name, value in (
        (words.KIND, KIND_NAME, FORM.kind),
        (words.VERSION, VERSION_NAME, float(FORM.version)),
        (words.CASE_ID, CASE_ID_NAME, content.case_id),
        (words.PERSON, FORM_PERSON, content.person),
    ):
        builder.put(FIRST_COLUMN + 1, label, "label")
        style = "calculated_whole" if isinstance(value, float) else "calculated_text"
        builder.names[name] = builder.put(FIRST_COLUMN + 2, value, style)
        builder.row += 1
    builder.put(FIRST_COLUMN + 1, words.MADE_ON, "label")
    builder.put(FIRST_COLUMN + 2, content.made_on, "calculated_date")
    builder.row += 2


def _add_effects(builder: SheetBuilder, content: FormContent) -> None:
    """The ids that the drop-down offers."""
    builder.put(FIRST_COLUMN + 1, words.EFFECTS, "label")
    ids = tuple(dict.fromkeys(line.row.effect_id for line in content.lines))
    first = builder.row
    for effect_id in ids:
        builder.put(FIRST_COLUMN + 2, effect_id, "calculated_text")
        builder.row += 1
    place = FIRST_COLUMN + 2
    builder.names[FORM_EFFECTS] = Area(builder.name, first, place, builder.row - 1, place)
