"""The sheet Rollgrupper: heat maps of areas and statements by group, and every figure of every group."""

from collections.abc import Callable, Sequence

from vardering.base.cells import Area
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
from vardering.workbook.presenting.maturity import Compilation, group_name, role_words
from vardering.workbook.template.maturity.figure_cells import (
    add_heat,
    add_table,
    put_figure,
    put_figures,
    put_headings,
)
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

WIDTHS = (30, 44, 13, *(13,) * len(FIGURE_STYLES))
LAST_COLUMN = FIRST_COLUMN + len(WIDTHS) - 1


def build_groups(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Rollgrupper."""
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.GROUPS_SHEET, words.GROUPS_INTRO)
    published = compilation.results.published
    _put_sizes(builder, published)
    heat_maps = (
        (words.HEAT, tuple((area, "", code) for code, area in AREA_WORDS.items()), _area_figures),
        (
            words.HEAT_STATEMENTS,
            tuple((f"{s.id} {AREA_WORDS[s.area]}", s.statement, s.id) for s in statements()),
            _statement_figures,
        ),
    )
    breaks: list[int] = []
    for title, rows, figures_of in heat_maps:
        _put_heat_map(builder, title, rows, published, figures_of)
        breaks.append(builder.row - 1)
    builder.section(words.GROUP_FIGURES, LAST_COLUMN)
    if not compilation.results.groups:
        builder.lines(words.NO_GROUPS)
    _put_all_figures(builder, published)
    setup = PrintSetup(row_breaks=tuple(breaks))
    return builder.layout(print_setup=setup, tab_colour="4B7F52")


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


def _put_heat_map(
    builder: SheetBuilder,
    title: str,
    rows: Sequence[tuple[str, str, str]],
    published: Sequence[MaturityGroup],
    figures_of: Callable[[MaturityGroup, str], MaturityFigures],
) -> None:
    """Rows by groups, in figures whose style follows their size."""
    builder.section(title, LAST_COLUMN)
    builder.lines(words.HEAT_NOTE)
    put_headings(builder, ("", "", *(group_name(group) for group in published)))
    first = builder.row
    for label, text, key in rows:
        builder.put(FIRST_COLUMN, label, "subheading")
        builder.put(FIRST_COLUMN + 1, text or None, "finding")
        for offset, group in enumerate(published, start=2):
            put_figure(builder, FIRST_COLUMN + offset, figures_of(group, key).today, "decimals")
        builder.row += 1
    add_heat(builder, Area(builder.name, first, FIRST_COLUMN + 2, builder.row - 1, FIRST_COLUMN + 1 + len(published)))
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
