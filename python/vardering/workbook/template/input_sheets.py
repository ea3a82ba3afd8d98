"""Input sheets as layouts, built from their declaration and filled from a case."""

from vardering.base.cells import Area
from vardering.workbook.contract.fields import (
    NUMERIC,
    STYLE_SUFFIX,
    CellType,
    Column,
    InputSheet,
    InputTable,
    InputValue,
)
from vardering.workbook.contract.word_lists import LONG_LISTS, NO, WORD_LISTS, YES, YES_NO_LIST
from vardering.workbook.filling import Inputs, Row, table_rows, value_cell
from vardering.workbook.layout import PlacedTable, PlacedValidation, PrintSetup, SheetLayout, ValidationKind
from vardering.workbook.row_heights import lines_of
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

ROWS_BETWEEN_SECTIONS = 3
"""Blank rows between a table and the next section, so that a table never touches what follows."""

HEADING_HEIGHT = 44.0
LABEL_WIDTH = 36.0
VALUE_WIDTH = 34.0
FIXED_FIELDS = frozenset(
    {
        ("vm_parametrar", "key"),
        ("vm_parametrar", "unit"),
        ("vm_bedomning", "area"),
        ("vm_kriterier", "criterion"),
        ("vm_omradesvikter", "area"),
        ("vm_kriterievikter", "criterion"),
        ("vm_plan", "effect_id"),
        ("vm_ranking", "case_id"),
        ("vm_mottagna_filer", "file"),
        ("vm_resurser", "role"),
        ("vm_resurser", "year"),
        ("vm_nyttoregister", "case_id"),
        ("vm_nyttoregister", "effect_id"),
    }
)
"""Columns of prefilled words that belong to the product: shown as labels, not as input."""


def build_input_sheet(declared: InputSheet, root: Inputs, builder: SheetBuilder) -> SheetLayout:
    """The layout of an input sheet; its first table's headings stay in sight when the table is the main thing.

    Below a written area the headings stand too far down for that: then only the first columns stay in sight.
    """
    has_written_area = bool(builder.names)
    first_heading = add_input_sections(declared, root, builder)
    starts_with_table = isinstance(declared.sections[0][1], InputTable)
    first_row = 1 if has_written_area else first_heading + 1
    freeze = (first_row, FIRST_COLUMN + 2) if starts_with_table and first_heading else None
    wide = sum(width.width for width in builder.widths.values()) > 200
    setup = PrintSetup(
        pages_wide=0 if wide else 1,
        scale=62 if wide else 100,
        repeat_columns=(FIRST_COLUMN, FIRST_COLUMN + 1) if wide else None,
        repeat_rows=(first_row - 1, first_row - 1) if wide and freeze and not has_written_area else None,
        row_breaks=_rows_before_later_tables(declared, builder) if has_written_area else (),
    )
    return builder.layout(
        freeze=freeze,
        print_setup=setup,
        tab_colour=declared.tab_colour,
    )


def _rows_before_later_tables(declared: InputSheet, builder: SheetBuilder) -> tuple[int, ...]:
    """The row before the section of each table but the first, so that each begins a page."""
    return tuple(
        placed.area.row - len(lines_of(table.intro)) - 2
        for placed, table in zip(builder.tables[1:], declared.tables[1:], strict=True)
    )


def add_input_sections(declared: InputSheet, root: Inputs, builder: SheetBuilder) -> int:
    """Place the sections of a sheet below what the builder holds; gives the row of the first table's headings."""
    first_heading = 0
    for title, section in declared.sections:
        if isinstance(section, InputTable):
            heading_row = add_table(builder, title, section, table_rows(section, root))
            first_heading = first_heading or heading_row
        else:
            _add_values(builder, title, section, root)
    return first_heading


def _add_values(builder: SheetBuilder, title: str, values: tuple[InputValue, ...], root: Inputs) -> None:
    builder.section(title, FIRST_COLUMN + 2)
    builder.widen(FIRST_COLUMN, LABEL_WIDTH)
    builder.widen(FIRST_COLUMN + 1, VALUE_WIDTH)
    for value in values:
        label = f"{value.label} *" if value.required else value.label
        builder.put(FIRST_COLUMN, label, "label")
        style = f"input_{STYLE_SUFFIX[value.type]}"
        area = builder.put(FIRST_COLUMN + 1, value_cell(value, root), style)
        builder.put(FIRST_COLUMN + 2, value.help, "help")
        builder.names[value.name] = area
        builder.validations.append(validation_for(value, value.label, area))
        if value.field in ("change.description", "change.recommendation"):
            builder.heights[builder.row] = 58
        builder.row += 1
    builder.row += 1


def add_table(builder: SheetBuilder, title: str, declared: InputTable, filled: tuple[Row, ...]) -> int:
    """Place a table with its filled rows and spare rows; gives the row of its headings."""
    columns = declared.columns
    builder.section(title, FIRST_COLUMN + min(len(columns), 12) - 1)
    builder.lines(declared.intro)
    rows = _with_spare_rows(declared, filled)
    heading_row = builder.row
    builder.heights[heading_row] = HEADING_HEIGHT
    for index, column in enumerate(columns):
        builder.widen(FIRST_COLUMN + index, column.width)
        if column.advanced:
            in_use = any(row[index] is not None for row in rows)
            builder.group(FIRST_COLUMN + index, collapsed=not in_use)
    area = Area(builder.name, heading_row, FIRST_COLUMN, heading_row + len(rows), FIRST_COLUMN + len(columns) - 1)
    builder.tables.append(
        PlacedTable(
            name=declared.name,
            area=area,
            headings=tuple(column.heading for column in columns),
            heading_styles=tuple("heading_required" if column.required else "heading" for column in columns),
        )
    )
    for row in rows:
        builder.row += 1
        for index, (column, cell) in enumerate(zip(columns, row, strict=True)):
            builder.put(FIRST_COLUMN + index, cell, cell_style(declared, column))
    for index, column in enumerate(columns):
        place = FIRST_COLUMN + index
        body = Area(builder.name, heading_row + 1, place, heading_row + len(rows), place)
        builder.validations.append(validation_for(column, column.heading, body))
        if declared.list_name and column.field == (declared.list_field or columns[0].field):
            builder.names[declared.list_name] = body
    builder.row += ROWS_BETWEEN_SECTIONS
    return heading_row


def cell_style(declared: InputTable, column: Column) -> str:
    """The style of a column's cells: a label, calculated by the product, or written by people."""
    if (declared.name, column.field) in FIXED_FIELDS:
        return "label"
    if column.given and not column.calculated:
        return "text"
    role = "calculated" if column.calculated else "input"
    return f"{role}_{STYLE_SUFFIX[column.type]}"


def _with_spare_rows(declared: InputTable, filled: tuple[Row, ...]) -> tuple[Row, ...]:
    """The filled rows and as many spare ones as the table starts with, their ids prefilled."""
    blank: Row = tuple(None for _ in declared.columns)
    spare = max(declared.spare_rows - len(filled), declared.spare_rows // 3)
    if declared.key_field and not declared.id_prefix:
        spare = max(declared.spare_rows - len(filled), 0)
    spare = max(spare, 0 if filled else 1)
    if not declared.id_prefix:
        return (*filled, *(blank for _ in range(spare)))
    taken = {row[0] for row in filled}
    numbers = (number for number in range(1, 10_000) if f"{declared.id_prefix}{number}" not in taken)
    return (*filled, *((f"{declared.id_prefix}{next(numbers)}", *blank[1:]) for _ in range(spare)))


def validation_for(declared: Column | InputValue, title: str, area: Area) -> PlacedValidation:
    """Limits, drop-down and input message of a cell or column."""
    required = "Måste fyllas i." if declared.required else ""
    message = " ".join(part for part in (declared.help, required) if part)
    kind, source = ValidationKind.ANY, ""
    words: str | tuple[str, ...] = ""
    if isinstance(declared, Column) and (declared.calculated or declared.given):
        return PlacedValidation(area=area, kind=kind, title=title[:32], message=message[:255])
    if declared.type is CellType.CHOICE:
        name = LONG_LISTS.get(declared.choices)
        kind, words = ValidationKind.LIST, f"={name}" if name else tuple(WORD_LISTS[declared.choices])
    elif declared.choices == YES_NO_LIST:
        kind, words = ValidationKind.LIST, (YES, NO)
    elif declared.type is CellType.NAMED:
        kind, words = ValidationKind.LIST, f"={declared.choices}"
    elif declared.type is CellType.DATE:
        kind = ValidationKind.DATE
    elif declared.type in (CellType.WHOLE, CellType.YEAR):
        kind = ValidationKind.WHOLE
    elif declared.type in NUMERIC:
        kind = ValidationKind.DECIMAL
    return PlacedValidation(
        area=area,
        kind=kind,
        source=words or source,
        minimum=declared.minimum,
        maximum=declared.maximum,
        title=title[:32],
        message=message[:255],
        error=f"{title}: {_what_is_allowed(declared)}"[:255],
        stops=kind is not ValidationKind.LIST or declared.type is not CellType.NAMED,
    )


def _what_is_allowed(declared: Column | InputValue) -> str:
    """What may stand in the cell, in words."""
    if declared.type in (CellType.CHOICE, CellType.NAMED, CellType.YES_NO):
        return "välj ett av orden i listan."
    if declared.type is CellType.DATE:
        return "skriv ett datum som 2027-09-01."
    whole = "ett heltal" if declared.type in (CellType.WHOLE, CellType.YEAR) else "ett tal"
    if declared.minimum is not None and declared.maximum is not None:
        return f"skriv {whole} mellan {declared.minimum:g} och {declared.maximum:g}."
    if declared.minimum is not None:
        return f"skriv {whole} som är minst {declared.minimum:g}."
    return f"skriv {whole}."
