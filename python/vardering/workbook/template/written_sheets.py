"""Frames of the written sheets: titles, charts and the named cells where the first run begins to write."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.base.light_dataclasses import replace
from vardering.texts import chain_texts, sheet_texts
from vardering.workbook import written_names
from vardering.workbook.chart_styles import VIEW_STYLES, ChartKind
from vardering.workbook.column_widths import (
    CHAIN_WIDTHS,
    CHECK_WIDTHS,
    DECISION_BASIS_WIDTHS,
    LOG_WIDTHS,
    RESULT_WIDTHS,
    WORKINGS_WIDTHS,
)
from vardering.workbook.filling import Row
from vardering.workbook.layout import (
    PlacedCell,
    PlacedChart,
    PlacedRule,
    PlacedSeries,
    PlacedTable,
    PrintSetup,
    SheetLayout,
)
from vardering.workbook.presenting.check_sheet import DEVIATES
from vardering.workbook.presenting.log_sheet import STYLES as LOG_STYLES
from vardering.workbook.presenting.run import Run
from vardering.workbook.template.frame_parts import named_start, set_widths, status_echo
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

KEY_FIGURE_ROWS = 22
CHART_ROWS = 17
CHECK_ROWS = 14
STACK_STYLES = (
    ("1D4E6B", ""),
    ("6FA8C7", "light_upward_diagonal"),
    ("4B7F52", "small_grid"),
    ("9B1C1C", "dark_downward_diagonal"),
    ("B45309", ""),
    ("E0A458", "light_horizontal"),
    ("7B8794", "dotted_diamond"),
)


def build_result_sheet(builder: SheetBuilder) -> SheetLayout:
    """Resultat: status, convention, key figures, two charts, then every table."""
    builder.title("Resultat", "Skrivs när kalkylen räknas om. Bladet är låst utan lösenord.")
    status_echo(builder, written_names.STATUS_ECHOES[0])
    named_start(builder, written_names.CONVENTION)
    builder.row += 2
    builder.section("Nyckeltal", FIRST_COLUMN + 4)
    named_start(builder, written_names.KEY_FIGURES, "Inget är beräknat ännu.")
    builder.row += KEY_FIGURE_ROWS
    builder.section("Diagram", FIRST_COLUMN + 4)
    chart_row = builder.row
    builder.row += CHART_ROWS + 1
    named_start(builder, written_names.RESULT_TABLES)
    _add_charts(builder, chart_row)
    set_widths(builder, RESULT_WIDTHS)
    setup = PrintSetup(row_breaks=(chart_row + CHART_ROWS,))
    return builder.layout(locked=True, print_setup=setup, freeze=(1, FIRST_COLUMN + 1), tab_colour="4B7F52")


def _add_charts(builder: SheetBuilder, row: int) -> None:
    """The native charts; every run points their series at what it wrote."""
    views = zip(sheet_texts.VIEW_LABELS.values(), VIEW_STYLES, strict=True)
    builder.charts.append(
        _chart(
            builder,
            name=written_names.CUMULATIVE_CHART,
            kind=ChartKind.LINE,
            place=(row, FIRST_COLUMN, 485),
            words=sheet_texts.CUMULATIVE_CHART,
            series=[(label, colour, "", dash, marker) for label, (colour, dash, marker) in views],
        )
    )
    labels = (
        *sheet_texts.KIND_LABELS.values(),
        "Negativa nyttor",
        "Utveckling",
        "Omställning",
        "Drift och förvaltning",
    )
    builder.charts.append(
        _chart(
            builder,
            name=written_names.YEARLY_CHART,
            kind=ChartKind.STACKED_COLUMN,
            place=(row, FIRST_COLUMN + 2, 615),
            words=sheet_texts.YEARLY_CHART,
            series=[
                (label, colour, pattern, "solid", "")
                for label, (colour, pattern) in zip(labels, STACK_STYLES, strict=True)
            ],
        )
    )


def _chart(
    builder: SheetBuilder,
    *,
    name: str,
    kind: ChartKind,
    place: tuple[int, int, int],
    words: tuple[str, str],
    series: Sequence[tuple[str, str, str, str, str]],
) -> PlacedChart:
    """A chart over years; ``words`` are its title and alternative text, a series its label, colour and marks.

    ``place`` is row, column and width in pixels: two charts side by side fit on a page.
    """
    anywhere = Area(builder.name, builder.row, FIRST_COLUMN, builder.row, FIRST_COLUMN)
    return PlacedChart(
        name=name,
        kind=kind,
        row=place[0],
        column=place[1],
        width_pixels=place[2],
        height_pixels=310,
        title=words[0],
        x_title="År",
        y_title="Kronor i fasta priser",
        alt_text=words[1],
        series=tuple(
            PlacedSeries(anywhere, anywhere, anywhere, colour, pattern, dash, marker, label)
            for label, colour, pattern, dash, marker in series
        ),
    )


def build_workings_sheet(builder: SheetBuilder) -> SheetLayout:
    """Beräkning: where the workings begin."""
    builder.title(
        "Beräkning",
        "Så räknas resultatet, rad för rad, med vanliga formler på indata. Faktorn per år är tidsprofil, nyttjande, "
        "det som hade skett ändå, vår andel, avtagande och prisförändring. Tecken: 1 nytta, -1 kostnad, 0 räknas inte.",
    )
    named_start(builder, written_names.WORKINGS, "Inget är beräknat ännu.")
    set_widths(builder, WORKINGS_WIDTHS)
    setup = PrintSetup(pages_wide=0, scale=60, repeat_columns=(FIRST_COLUMN, FIRST_COLUMN + 1))
    return builder.layout(locked=True, print_setup=setup, freeze=(1, FIRST_COLUMN + 2), tab_colour="4B7F52")


def build_chain_sheet(builder: SheetBuilder) -> SheetLayout:
    """Effektkedja: where the drawing begins."""
    builder.title("Effektkedja", chain_texts.SHEET_INTRO)
    named_start(builder, written_names.BENEFITS_CHAIN, "Inget är beräknat ännu.")
    set_widths(builder, CHAIN_WIDTHS)
    return builder.layout(locked=True, print_setup=PrintSetup(pages_wide=1), tab_colour="4B7F52")


def build_check_sheet(builder: SheetBuilder) -> SheetLayout:
    """Kontroll: live checks above, findings below."""
    builder.title(
        "Kontroll",
        "Överst kontroller som räknar om sig själva. Därunder det som kontrollen har hittat, med länk till cellen. "
        "Fel stoppar beräkningen. Varningar är råd. Koden kan slås upp i handboken, som säger mer.",
    )
    builder.section("Kontroller i arbetsboken", FIRST_COLUMN + 5)
    named_start(builder, written_names.CHECKS, "Inget är beräknat ännu.")
    builder.row += CHECK_ROWS
    builder.section("Anmärkningar", FIRST_COLUMN + 5)
    first = builder.row
    named_start(builder, written_names.FINDINGS, "Inget är kontrollerat ännu.")
    set_widths(builder, CHECK_WIDTHS)
    verdicts = Area(builder.name, first - 1 - CHECK_ROWS, FIRST_COLUMN + 4, first - 2, FIRST_COLUMN + 4)
    top = verdicts.position(0, 0).a1
    builder.rules.append(PlacedRule(verdicts, f'={top}="{DEVIATES}"', "status_stale"))
    return builder.layout(locked=True, tab_colour="9B1C1C")


def build_input_copy_sheet(builder: SheetBuilder, count: int) -> SheetLayout:
    """Indatakopia: the count of differences, live, and where the copies of ``count`` inputs begin.

    Only the summary is printed: the copies are for comparing, not for reading.
    """
    builder.title(
        "Indatakopia",
        "En kopia av alla indata vid senaste beräkningen. Formlerna räknar de celler som har ändrats sedan dess.",
    )
    builder.put(FIRST_COLUMN, "Inget är beräknat ännu.", "plain")
    total = Area(builder.name, builder.row, FIRST_COLUMN + 2, builder.row, FIRST_COLUMN + 2)
    builder.put(FIRST_COLUMN + 2, 0.0, "calculated_whole")
    builder.names[written_names.DIFFERENCES] = total
    builder.names[written_names.INPUT_SUMMARY] = Area(
        builder.name, builder.row, FIRST_COLUMN, builder.row, FIRST_COLUMN + 2
    )
    first_copy = FIRST_COLUMN + 4
    builder.names[written_names.INPUT_COPY] = Area(builder.name, builder.row, first_copy, builder.row, first_copy)
    for offset, width in enumerate((22, 52, 14, 3)):
        builder.widen(FIRST_COLUMN + offset, width)
    for column in range(FIRST_COLUMN + 4, FIRST_COLUMN + 4 + count):
        builder.widen(column, 18)
    summary = Area(builder.name, 1, FIRST_COLUMN, total.row + 3 + count, FIRST_COLUMN + 2)
    setup = PrintSetup(landscape=False, area=summary)
    return builder.layout(locked=True, print_setup=setup, tab_colour="7B8794")


def build_log_sheet(builder: SheetBuilder) -> SheetLayout:
    """Logg: an empty table that every run adds a row to."""
    builder.title("Logg", "En rad för varje beräkning. Användarnamnet är en personuppgift.")
    area = Area(
        builder.name, builder.row, FIRST_COLUMN, builder.row + 1, FIRST_COLUMN + len(written_names.LOG_HEADINGS) - 1
    )
    builder.heights[builder.row] = 32
    builder.tables.append(
        PlacedTable(
            written_names.LOG_TABLE, area, written_names.LOG_HEADINGS, ("heading",) * len(written_names.LOG_HEADINGS)
        )
    )
    set_widths(builder, LOG_WIDTHS)
    return builder.layout(freeze=(area.row + 1, FIRST_COLUMN), tab_colour="7B8794")


def with_events(log: SheetLayout, logged: Sequence[Row], run: Run) -> SheetLayout:
    """The log with the rows of an earlier workbook (as ``LOG_HEADINGS``), and last where the inputs came from."""
    table = log.tables[0]
    values = (run.log_time_text, run.user, run.event, run.version, run.fingerprint)
    rows = (*logged, values)
    cells = tuple(
        PlacedCell(table.area.row + 1 + index, table.area.column + offset, value, None, f"result_{suffix}")
        for index, row in enumerate(rows)
        for offset, (value, suffix) in enumerate(zip(row, LOG_STYLES, strict=False))
    )
    area = replace(table.area, last_row=table.area.row + len(rows))
    return replace(log, cells=(*log.cells, *cells), tables=(replace(table, area=area), *log.tables[1:]))


def build_decision_basis_sheet(builder: SheetBuilder) -> SheetLayout:
    """Beslutsunderlag: one A4 page."""
    builder.title("Beslutsunderlag", "En sida till beslutsmötet. Skrivs när arbetsboken räknas om.")
    status_echo(builder, written_names.STATUS_ECHOES[1])
    builder.row += 1
    named_start(builder, written_names.DECISION_BASIS, "Inget är beräknat ännu.")
    set_widths(builder, DECISION_BASIS_WIDTHS)
    setup = PrintSetup(landscape=False, pages_wide=1, pages_high=1)
    return builder.layout(locked=True, print_setup=setup, tab_colour="4B7F52")
