"""The sheet Rollgrupper: heat maps of areas and statements by group, and every figure of every group."""

from collections.abc import Callable, Sequence

from vardering.base.cells import Area
from vardering.base.light_dataclasses import dataclass
from vardering.model.maturity_results import MaturityFigures, MaturityGroup
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, statements
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.maturity_tables import (
    FIGURE_STYLES,
    GROUP_FIGURE_HEADINGS,
    GROUP_FIGURES_TABLE,
    GROUP_HEADINGS,
    GROUP_TABLE,
)
from vardering.workbook.presenting.maturity import Compilation, group_name, level_text, role_words
from vardering.workbook.template.maturity.figure_cells import (
    GAP_HEAT,
    POINT_HEAT,
    add_heat,
    add_table,
    put_figure,
    put_figures,
    put_headings,
)
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

WIDTHS = (30, 44, 13, *(13,) * len(FIGURE_STYLES))
LAST_COLUMN = FIRST_COLUMN + len(WIDTHS) - 1


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows by groups in one figure. ``rows``: label, text and key of each; ``about``: headings of label and text."""

    title: str
    note: str
    about: tuple[str, str]
    rows: tuple[tuple[str, str, str], ...]
    figures_of: Callable[[MaturityGroup, str], MaturityFigures]
    figure: str
    styles: Sequence[tuple[str, str]]


def build_groups(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Rollgrupper: areas on the first page, statements on the second, then every figure."""
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.GROUPS_SHEET, words.GROUPS_INTRO)
    published = compilation.results.published
    _put_sizes(builder, published)
    today, gap, by_statement = _heat_maps(compilation.results.everybody)
    breaks: list[int] = []
    for page in ((today, gap), (by_statement,)):
        for heat_map in page:
            _put_heat_map(builder, heat_map, published)
        breaks.append(builder.row - 1)
    builder.section(words.GROUP_FIGURES, LAST_COLUMN)
    if not compilation.results.groups:
        builder.lines(words.NO_GROUPS)
    _put_all_figures(builder, published)
    setup = PrintSetup(row_breaks=tuple(breaks))
    return builder.layout(print_setup=setup, tab_colour="4B7F52")


def _heat_maps(everybody: MaturityGroup) -> tuple[HeatMap, HeatMap, HeatMap]:
    """Today and gap by area, and today by statement."""
    shown = {code: _area_figures(everybody, code) for code in AREA_WORDS}
    about = (words.AREA, words.LEVEL)
    areas = tuple((area, level_text(shown[code].today) or words.HIDDEN, code) for code, area in AREA_WORDS.items())
    of_statements = tuple((f"{one.id} {AREA_WORDS[one.area]}", one.statement, one.id) for one in statements())
    statement_words = (words.STATEMENT_ID, words.STATEMENT)
    return (
        HeatMap(words.HEAT, words.HEAT_NOTE, about, areas, _area_figures, "today", POINT_HEAT),
        HeatMap(words.HEAT_GAP, words.HEAT_GAP_NOTE, about, areas, _area_figures, "gap", GAP_HEAT),
        HeatMap(
            words.HEAT_STATEMENTS,
            words.HEAT_NOTE,
            statement_words,
            of_statements,
            _statement_figures,
            "today",
            POINT_HEAT,
        ),
    )


def _put_sizes(builder: SheetBuilder, published: Sequence[MaturityGroup]) -> None:
    builder.section(words.GROUP_SIZES, LAST_COLUMN)
    heading_row = put_headings(builder, GROUP_HEADINGS)
    for group in published:
        builder.put(FIRST_COLUMN, group_name(group), "subheading")
        builder.put(FIRST_COLUMN + 1, role_words(group), "finding")
        builder.put(FIRST_COLUMN + 2, float(group.people), "result_whole")
        builder.row += 1
    add_table(builder, GROUP_TABLE, GROUP_HEADINGS, heading_row)
    builder.row += 1


def _area_figures(group: MaturityGroup, key: str) -> MaturityFigures:
    return group.areas.get(key, MaturityFigures())


def _statement_figures(group: MaturityGroup, key: str) -> MaturityFigures:
    return group.statements.get(key, MaturityFigures())


def _put_heat_map(builder: SheetBuilder, heat_map: HeatMap, published: Sequence[MaturityGroup]) -> None:
    """The rows in figures whose style follows their size."""
    builder.section(heat_map.title, LAST_COLUMN)
    builder.lines(heat_map.note)
    put_headings(builder, (*heat_map.about, *(group_name(group) for group in published)))
    first, column = builder.row, FIRST_COLUMN + len(heat_map.about)
    for label, text, key in heat_map.rows:
        builder.put(FIRST_COLUMN, label, "subheading")
        builder.put(FIRST_COLUMN + 1, text, "finding")
        for offset, group in enumerate(published):
            value = getattr(heat_map.figures_of(group, key), heat_map.figure)
            put_figure(builder, column + offset, value, "decimals")
        builder.row += 1
    area = Area(builder.name, first, column, builder.row - 1, column + len(published) - 1)
    add_heat(builder, area, heat_map.styles)
    builder.row += 1


def _put_all_figures(builder: SheetBuilder, published: Sequence[MaturityGroup]) -> None:
    heading_row = put_headings(builder, GROUP_FIGURE_HEADINGS)
    for group in published:
        for statement in statements():
            _put_line(builder, group, (AREA_WORDS[statement.area], statement.id), group.statements.get(statement.id))
        for code, area in AREA_WORDS.items():
            _put_line(builder, group, (area, None), group.areas.get(code))
    add_table(builder, GROUP_FIGURES_TABLE, GROUP_FIGURE_HEADINGS, heading_row)


def _put_line(
    builder: SheetBuilder, group: MaturityGroup, about: tuple[str, str | None], figures: MaturityFigures | None
) -> None:
    area, statement = about
    builder.put(FIRST_COLUMN, group_name(group), "subheading")
    builder.put(FIRST_COLUMN + 1, area, "finding")
    builder.put(FIRST_COLUMN + 2, statement, "finding")
    shown = figures or MaturityFigures()
    if statement is None:
        for offset, (name, suffix) in enumerate(FIGURE_STYLES.items(), start=3):
            value = getattr(shown, name)
            if name in ("stated", "rated_today", "rated_wanted"):
                builder.put(FIRST_COLUMN + offset, None, "result_text")
            else:
                put_figure(builder, FIRST_COLUMN + offset, value, suffix)
    else:
        put_figures(builder, FIRST_COLUMN + 3, shown, FIGURE_STYLES)
    builder.row += 1
