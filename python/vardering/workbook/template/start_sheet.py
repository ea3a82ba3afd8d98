"""The upper part of Start: status panel, how to work and the legend, above the declared sections."""

from vardering.base.cells import Area
from vardering.model.case import Case
from vardering.texts import follow_up_texts, sheet_texts
from vardering.texts.plan_texts import NO_PLAN, STATUS_LABELS
from vardering.workbook import written_names
from vardering.workbook.contract.catalogue import CASE_ID_NAME, KIND_NAME, VERSION_NAME
from vardering.workbook.contract.fields import InputSheet, WorkbookContract
from vardering.workbook.filling import root_of
from vardering.workbook.layout import PlacedRule, PrintSetup, SheetLayout
from vardering.workbook.presenting.follow_up_summary import FOLLOW_UP_ECHO_FORMULA
from vardering.workbook.presenting.start_panel import CONVENTION_LINES
from vardering.workbook.presenting.status import STATUS_FORMULA
from vardering.workbook.template.input_sheets import add_input_sections
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

PANEL_LABELS = (
    "Senast beräknad",
    "Beräknad av",
    "Fel och varningar",
    "Programversion",
    "Fingeravtryck",
    "Kontroller i arbetsboken",
)
PANEL_FIGURES = (
    "Nettonuvärde",
    "Nettonytta per satsad krona",
    "Återbetalningstid, år efter startåret",
    "Årligt nettovärde",
)
PANEL_COLUMNS = 4
"""Label and one column for each view."""


def build_start_sheet(
    contract: WorkbookContract, declared: InputSheet, case: Case, builder: SheetBuilder
) -> SheetLayout:
    """The layout of Start."""
    builder.title(declared.title, declared.intro)
    for column, width in ((2, 36), (3, 34), (4, 46), (5, 34)):
        builder.widen(column, width)
    _add_panel(builder)
    simplified = contract.kind != "kalkyl"
    if not simplified:
        _add_plan_status(builder)
    builder.section("Så här arbetar ni", FIRST_COLUMN + 2)
    for step in sheet_texts.STEPS_SIMPLIFIED if simplified else sheet_texts.STEPS_FULL:
        builder.put(FIRST_COLUMN, step, "plain")
        builder.row += 1
    builder.row += 1
    builder.section("Teckenförklaring", FIRST_COLUMN + 2)
    for style, word, meaning in sheet_texts.LEGEND:
        builder.put(FIRST_COLUMN, word, style)
        builder.put(FIRST_COLUMN + 1, meaning, "plain")
        builder.row += 1
    builder.row += 1
    add_input_sections(declared, root_of(contract, case), builder)
    _add_identity(builder, contract, case)
    return builder.layout(print_setup=PrintSetup(), tab_colour=declared.tab_colour)


def _add_panel(builder: SheetBuilder) -> None:
    builder.section("Läget", FIRST_COLUMN + PANEL_COLUMNS - 1)
    builder.put(FIRST_COLUMN, "Status", "label")
    status = builder.put(FIRST_COLUMN + 1, sheet_texts.STATUS_NEVER, "status", STATUS_FORMULA)
    builder.heights[builder.row] = 48
    builder.names[written_names.STATUS] = status
    cell = status.position(0, 0).reference.partition("!")[2]
    for sentence, style in (
        (sheet_texts.STATUS_FRESH, "status_fresh"),
        (sheet_texts.STATUS_STALE, "status_stale"),
        (sheet_texts.STATUS_FAULTY, "status_stale"),
        (sheet_texts.STATUS_FAULTY_FROM_START, "status_stale"),
    ):
        builder.rules.append(PlacedRule(status, f'={cell}="{sentence}"', style))
    builder.row += 1
    builder.put(FIRST_COLUMN, "Senaste körningen", "label")
    builder.names[written_names.STATE] = builder.put(FIRST_COLUMN + 1, sheet_texts.STATE_NEVER, "result_text")
    builder.row += 1
    first = builder.row
    for label in PANEL_LABELS:
        builder.put(FIRST_COLUMN, label, "label")
        builder.put(FIRST_COLUMN + 1, None, "result_text")
        builder.row += 1
    builder.put(FIRST_COLUMN, "Nyckeltal", "heading")
    for offset, label in enumerate(sheet_texts.VIEW_LABELS.values(), start=1):
        builder.put(FIRST_COLUMN + offset, label, "heading")
    builder.row += 1
    for label in PANEL_FIGURES:
        builder.put(FIRST_COLUMN, label, "label")
        for offset in range(1, PANEL_COLUMNS):
            builder.put(FIRST_COLUMN + offset, None, "result_text")
        builder.row += 1
    builder.put(FIRST_COLUMN, "Så är det räknat", "label")
    builder.row += CONVENTION_LINES
    builder.names[written_names.PANEL] = Area(
        builder.name, first, FIRST_COLUMN + 1, builder.row - 1, FIRST_COLUMN + PANEL_COLUMNS - 1
    )
    builder.row += 1


def _add_plan_status(builder: SheetBuilder) -> None:
    """The plan's lines, which the next update fills in."""
    builder.section("Effekthemtagningsplanen", FIRST_COLUMN + PANEL_COLUMNS - 1)
    first, place = builder.row, FIRST_COLUMN + 1
    for label in STATUS_LABELS:
        builder.put(FIRST_COLUMN, label, "label")
        builder.put(place, NO_PLAN if builder.row == first else None, "plain")
        builder.row += 1
    builder.names[written_names.PLAN_STATUS] = Area(builder.name, first, place, builder.row - 1, place)
    builder.put(FIRST_COLUMN, follow_up_texts.START_LABEL, "label")
    echo = builder.put(place, follow_up_texts.NOTHING_YET, "plain", FOLLOW_UP_ECHO_FORMULA)
    builder.names[written_names.FOLLOW_UP_ECHO] = echo
    builder.row += 1
    builder.row += 1


def _add_identity(builder: SheetBuilder, contract: WorkbookContract, case: Case) -> None:
    builder.section("Om arbetsboken", FIRST_COLUMN + 2)
    for label, name, value, style in (
        ("Typ av arbetsbok", KIND_NAME, contract.kind, "calculated_text"),
        ("Mallens version", VERSION_NAME, float(contract.version), "calculated_whole"),
        ("Kalkylens id", CASE_ID_NAME, case.case_id.strip() or None, "calculated_text"),
    ):
        builder.put(FIRST_COLUMN, label, "label")
        builder.names[name] = builder.put(FIRST_COLUMN + 1, value, style)
        builder.row += 1
    builder.row += 1
