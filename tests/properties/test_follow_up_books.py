"""Whatever people do in the follow-up: what they wrote stays, wherever they put it."""

from collections.abc import Sequence
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CONTEXT
from follow_up_books import MEASUREMENTS, a_ramp, followed, planned_book, write
from vardering.base.cells import Area, CellValue
from vardering.books.memory import MemoryBook
from vardering.commands.forms import collect
from vardering.commands.request import RunContext
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from vardering.workbook.contract.follow_up_sheet import MEASUREMENTS as DECLARED
from vardering.workbook.snapshot import Snapshot

PEOPLES = tuple(column.heading for column in DECLARED.columns if not column.calculated)
LATER = RunContext(datetime.fromisoformat("2028-06-01T09:30"), CONTEXT.user, CONTEXT.version)
DAYS = (date(2027, 6, 30), date(2027, 12, 31), date(2026, 1, 1))
REPORT = st.fixed_dictionaries(
    {
        "Effekt": st.sampled_from(("E1", "E9")),
        "Datum": st.none() | st.sampled_from(DAYS),
        "Utfall": st.none() | st.sampled_from((22.5, 15.0)),
        "Kommentar": st.none() | st.sampled_from(("=1+1", "Klart", "001")),
    }
)
ACTIONS = st.one_of(
    st.tuples(st.just("report"), REPORT),
    st.tuples(st.just("collect"), REPORT),
    st.tuples(st.just("sort"), st.booleans()),
    st.tuples(st.just("follow"), st.just(None)),
)


def rows_of(snapshot: Snapshot) -> list[tuple[CellValue, ...]]:
    """What people wrote, row by row."""
    table = snapshot.tables[MEASUREMENTS]
    places = [table.headings.index(heading) for heading in PEOPLES]
    rows = [tuple(row[place] for place in places) for row in table.rows]
    return sorted((row for row in rows if any(cell is not None for cell in row)), key=str)


def first_blank(snapshot: Snapshot) -> int:
    table = snapshot.tables[MEASUREMENTS]
    return next(index for index, row in enumerate(table.rows) if all(cell is None for cell in row))


def sorted_rows(book: MemoryBook, *, descending: bool) -> None:
    """The filled rows in another order, as after a sort."""
    table = book.snapshot().tables[MEASUREMENTS]
    filled = [row for row in table.rows if any(cell is not None for cell in row)]
    blank = [row for row in table.rows if row not in filled]
    rows = (*sorted(filled, key=str, reverse=descending), *blank)
    area = table.area
    body = Area(area.sheet, area.row + 1, area.column, area.last_row, area.last_column)
    block = Block(body, tuple(tuple(CellWrite(cell) for cell in row) for row in rows))
    book.apply(ChangeSet(book.snapshot().fingerprint, (body,), (block,)))


def collected(book: MemoryBook, report: dict[str, CellValue]) -> None:
    copy = planned_book(a_ramp())
    write(copy, copy.snapshot().tables[MEASUREMENTS], {0: report})
    found = collect(book.snapshot(), [("kopia.xlsx", copy.snapshot())], LATER).outcome.change_set
    assert found is not None
    book.apply(found)


@settings(max_examples=25, deadline=None)
@given(st.lists(ACTIONS, max_size=6))
def test_no_sequence_of_reports_sorts_copies_and_follow_ups_loses_what_people_wrote(
    actions: Sequence[tuple[str, object]],
) -> None:
    book = planned_book(a_ramp())
    assert isinstance(book, MemoryBook)
    for action, given_value in actions:
        before = rows_of(book.snapshot())
        if action == "report" and isinstance(given_value, dict):
            write(book, book.snapshot().tables[MEASUREMENTS], {first_blank(book.snapshot()): given_value})
            before = sorted([*before, _row(given_value)], key=str)
        elif action == "collect" and isinstance(given_value, dict):
            collected(book, given_value)
            after = rows_of(book.snapshot())
            assert all(_is_kept(row, after) for row in before)
            continue
        elif action == "sort":
            sorted_rows(book, descending=bool(given_value))
        else:
            followed(book, "2028-06-01")
        assert rows_of(book.snapshot()) == before


def _row(cells: dict[str, CellValue]) -> tuple[CellValue, ...]:
    return tuple(cells.get(heading) for heading in PEOPLES)


def _is_kept(row: tuple[CellValue, ...], after: Sequence[tuple[CellValue, ...]]) -> bool:
    """Whether a row still says everything it said; its blanks may have been filled."""
    return any(all(old is None or old == new for old, new in zip(row, now, strict=True)) for now in after)
