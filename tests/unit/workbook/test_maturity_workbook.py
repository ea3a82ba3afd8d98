"""The sheets of a maturity compilation: what they say of figures that are there, and of those that are not shown."""

from collections.abc import Mapping

import pytest

from builders import CONTEXT
from vardering.base.cells import CellValue
from vardering.books.memory import MemoryBook
from vardering.model.maturity_marks import ReplyMark
from vardering.model.maturity_results import EarlierRound, MaturityFigures, MaturityGroup, MaturityResults
from vardering.model.maturity_scale import RoleGroup
from vardering.texts.maturity_texts import AREA_WORDS, LEVEL_WORDS, next_steps, statements
from vardering.workbook.layout import PlacedCell, SheetLayout, WorkbookLayout
from vardering.workbook.presenting.maturity import Compilation, group_name, level_text, role_words
from vardering.workbook.presenting.maturity_brief import brief_lines
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.maturity_compilation_reader import read_compilation
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.template.maturity.action_plan import proposal
from vardering.workbook.template.maturity.comparison import build_comparison
from vardering.workbook.template.maturity.compilation import build_compilation
from vardering.workbook.template.maturity.survey import build_maturity_survey
from vardering.workbook.template.sheet_builder import SheetBuilder

RUN = Run("Sammanställ mognadsanalys", CONTEXT.clock, "", CONTEXT.version)
MARKS = (ReplyMark("a" * 24, "0f" * 16, (1, 2)), ReplyMark("b" * 24))
IDS = tuple(statement.id for statement in statements())
EVERYONE = frozenset(RoleGroup)


def figures(today: float, wanted: float = 4.5) -> MaturityFigures:
    return MaturityFigures(10, 0.1, 9, today, 3.0, 0.8, 0.3, 10, wanted, wanted - today, (1, 2, 3, 2, 1))


def results(
    of_areas: Mapping[str, MaturityFigures] | None = None,
    of_statements: Mapping[str, MaturityFigures] | None = None,
    groups: tuple[MaturityGroup, ...] = (),
) -> MaturityResults:
    whole = MaturityGroup(EVERYONE, 2, of_statements or {}, of_areas or {})
    return MaturityResults(whole, groups, frozenset())


def compilation(found: MaturityResults, earlier: MaturityResults | None = None, survey_round: str = "") -> Compilation:
    before = None if earlier is None else EarlierRound(earlier, survey_round)
    return Compilation(found, "", 0, RUN, earlier=before, marks=MARKS)


FULL = results(dict.fromkeys(AREA_WORDS, figures(2.5)), dict.fromkeys(IDS, figures(2.5)))


def cells(layout: WorkbookLayout, sheet: str) -> tuple[PlacedCell, ...]:
    return next(found for found in layout.sheets if found.name == sheet).cells


def said(layout: WorkbookLayout, sheet: str) -> set[CellValue]:
    return {cell.value for cell in cells(layout, sheet)}


def test_every_area_has_a_word_two_statements_or_more_and_a_step_for_each_level() -> None:
    for area in AREA_WORDS:
        assert sum(statement.area == area for statement in statements()) >= 2
        assert all((area, level) in next_steps() for level in LEVEL_WORDS)
    assert len(next_steps()) == len(AREA_WORDS) * len(LEVEL_WORDS)
    assert {statement.area for statement in statements()} == set(AREA_WORDS)


def test_the_statements_have_numbers_in_order_and_questions_that_ask() -> None:
    assert list(IDS) == [f"M{number:02}" for number in range(1, 26)]
    for statement in statements():
        assert statement.statement.endswith(".")
        assert statement.question.endswith("?")


@pytest.mark.parametrize(
    ("today", "expected"), [(1.0, "1 Tillfällig"), (2.99, "2 Påbörjad"), (5.0, "5 Lärande"), (None, None)]
)
def test_a_level_is_the_one_that_is_reached(today: float | None, expected: str | None) -> None:
    assert level_text(today) == expected


def test_groups_are_named_for_what_they_hold() -> None:
    def group(*roles: RoleGroup) -> MaturityGroup:
        return MaturityGroup(frozenset(roles), 5, {}, {})

    assert group_name(group(*RoleGroup)) == "Alla"
    assert group_name(group(RoleGroup.TECHNOLOGIST)) == "It och digitalisering"
    two = group(RoleGroup.EMPLOYEE, RoleGroup.ELECTED)
    assert (group_name(two), role_words(two)) == ("Övriga roller", "förtroendevald, medarbetare i verksamheten")


@pytest.mark.parametrize(
    ("level", "gap", "expected"),
    [
        (1, 2.0, next_steps()["what", 1]),
        (3, 0.4, "Ni är nära det ni vill. Behåll det som fungerar."),
        (5, 0.0, next_steps()["what", 5]),
        (2, None, next_steps()["what", 2]),
        (None, None, None),
    ],
)
def test_the_plan_proposes_the_step_of_the_level_unless_the_wish_is_near(
    level: int | None, gap: float | None, expected: str | None
) -> None:
    assert proposal("what", level, gap) == expected


def test_the_brief_names_strongest_weakest_and_widest() -> None:
    areas = {"what": figures(3.5, 4.0), "roles": figures(1.5, 3.0), "process": figures(2.5, 4.75)}
    of_statements = {"M01": figures(3.0), "M02": MaturityFigures(10, 0.6, disagreement=0.9)}
    earlier = results(
        {"what": figures(3.0), "roles": figures(2.0), "process": MaturityFigures(), "culture": figures(1)}
    )
    lines = brief_lines(compilation(results(areas, of_statements), earlier))
    assert lines[:3] == (
        "Starkast i dag: Vad nyttan är, 3,50 av 5.",
        "Svagast i dag: Roller, 1,50 av 5.",
        "Störst gap: Process. Från 2,50 i dag till 4,75 önskat.",
    )
    assert lines[3].startswith("Mest oeniga är ni om M02: ")
    assert lines[4].startswith("Flest vet inte när det gäller M02: 60,0 % ")
    assert lines[5] == "Sedan den tidigare omgången har 1 av 2 områden högre medel i dag."


def test_the_brief_says_nothing_of_what_is_not_shown() -> None:
    assert brief_lines(compilation(results())) == ()
    only_gap = results({"what": MaturityFigures(gap=1.0)})
    assert brief_lines(compilation(only_gap)) == (
        "Störst gap: Vad nyttan är. Från visas inte i dag till visas inte önskat.",
    )


def test_a_compilation_of_little_says_that_it_is_not_shown() -> None:
    layout = build_compilation(compilation(results()))
    assert "Inget att ta upp här." in said(layout, "Workshop")
    assert "Ingen har skrivit någon kommentar." in said(layout, "Kommentarer")
    assert "Ingen grupp är stor nog att visas för sig." in said(layout, "Rollgrupper")
    assert "visas inte" in said(layout, "Påståenden")
    assert "inte angiven" in said(layout, "Sammanställning")


def test_text_from_people_stays_text() -> None:
    found = Compilation(FULL, "=1+1", 3, RUN, {"M01": ("=2+2",)})
    layout = build_compilation(found)
    placed = [*cells(layout, "Sammanställning"), *cells(layout, "Kommentarer")]
    assert {cell.formula for cell in placed if cell.value in ("=1+1", "=2+2")} == {None}
    assert "3: dubbletter, tomma enkäter och andra filer" in said(layout, "Sammanställning")


def test_the_comparison_says_how_far_each_figure_has_moved() -> None:
    earlier = results(dict.fromkeys(AREA_WORDS, figures(2.0)), {"M01": figures(2.0)})
    layout = build_compilation(compilation(FULL, earlier, "våren"))
    rows: dict[int, list[CellValue]] = {}
    for cell in cells(layout, "Jämförelse"):
        rows.setdefault(cell.row, []).append(cell.value)
    by_label = {row[0]: row for row in rows.values()}
    assert by_label["Roller"][1:5] == ["Nivå 2 Påbörjad, då 2 Påbörjad", 2.5, 2.0, 0.5]
    assert by_label["M01"][2:5] == [2.5, 2.0, 0.5]
    assert by_label["M02"][2:5] == [2.5, "visas inte", "visas inte"]
    assert by_label["Då"][1] == "våren"


def test_the_comparison_needs_an_earlier_round() -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        build_comparison(compilation(FULL), SheetBuilder("Jämförelse"))


def stored(found: Compilation) -> Snapshot:
    return MemoryBook(build_compilation(found)).snapshot()


def test_a_compilation_is_read_back_as_it_was() -> None:
    group = MaturityGroup(frozenset({RoleGroup.MANAGER}), 5, dict.fromkeys(IDS, figures(2.0)), {"what": figures(1.0)})
    before = results(dict.fromkeys(AREA_WORDS, figures(2.5)), dict.fromkeys(IDS, figures(2.5)), (group,))
    again = read_compilation(stored(Compilation(before, "hösten", 0, RUN, marks=MARKS)))
    assert again is not None
    assert again.survey_round == "hösten"
    assert again.marks == MARKS
    assert again.results.fingerprints == frozenset()
    assert [(one.roles, one.people) for one in again.results.published] == [
        (one.roles, one.people) for one in before.published
    ]
    read = again.results.everybody.statements["M01"]
    assert (read.today, read.rated_today, read.gap, read.points) == (2.5, 9, 2.0, None)
    assert again.results.groups[0].areas["how"] == MaturityFigures()
    assert again.results.groups[0].areas["what"].today == 1.0


def without(snapshot: Snapshot, table: str) -> Snapshot:
    tables = {name: found for name, found in snapshot.tables.items() if name != table}
    return Snapshot(snapshot.source, snapshot.fingerprint, snapshot.sheets, tables, snapshot.names)


@pytest.mark.parametrize("table", ["vm_ms_grupper", "vm_ms_svar"])
def test_a_compilation_that_lacks_what_guards_its_people_is_none(table: str) -> None:
    assert read_compilation(without(stored(compilation(FULL)), table)) is None


@pytest.mark.parametrize(
    ("table", "row", "column", "value"),
    [
        ("vm_ms_grupper", 0, 1, "kung"),
        ("vm_ms_grupper", 0, 2, "många"),
        ("vm_ms_roller", 0, 0, "Kungar"),
        ("vm_ms_roller", 0, 1, "Något annat"),
        ("vm_ms_svar", 0, 0, None),
        ("vm_ms_svar", 0, 1, "nyckel"),
        ("vm_ms_svar", 1, 0, None),
    ],
)
def test_a_compilation_that_somebody_wrote_in_is_none(table: str, row: int, column: int, value: CellValue) -> None:
    book = MemoryBook(build_compilation(compilation(FULL)))
    where = book.snapshot().tables[table].position(row, column)
    book.type_in(where.sheet, where.row, where.column, value)
    assert read_compilation(book.snapshot()) is None


def test_a_survey_and_any_other_workbook_are_no_compilations() -> None:
    assert read_compilation(MemoryBook(build_maturity_survey()).snapshot()) is None
    assert read_compilation(Snapshot("tom.xlsx", "", (), {}, {})) is None


def test_a_compilation_whose_round_cell_is_gone_has_no_round() -> None:
    whole = stored(compilation(FULL))
    names = {name: found for name, found in whole.names.items() if name != "vm_ms_omgang"}
    again = read_compilation(Snapshot(whole.source, whole.fingerprint, whole.sheets, whole.tables, names))
    assert again is not None
    assert again.survey_round == ""


def sheet(layout: WorkbookLayout, name: str) -> SheetLayout:
    return next(found for found in layout.sheets if found.name == name)


def test_the_survey_counts_what_is_answered_and_asks_for_a_choice() -> None:
    survey = sheet(build_maturity_survey(), "Enkät")
    counts = [cell for cell in survey.cells if cell.formula]
    (table,) = survey.tables
    assert [cell.formula for cell in counts] == [
        f"=COUNTA({letter}{table.area.row + 1}:{letter}{table.area.last_row})" for letter in ("E", "F")
    ]
    lists = [found for found in survey.validations if found.source]
    assert [len(found.source) for found in lists] == [7, 6, 6]
