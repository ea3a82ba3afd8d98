"""Whatever people do in the plan, and however often it is updated: every cell that they wrote stays what it was."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract.book_cases import Book
from plan_books import (
    EFFECTS,
    PLAN,
    arranged,
    file_book,
    memory_book,
    plan_table,
    planned_layout,
    three_effects,
    typed,
    updated,
)
from vardering.base.cells import CellValue
from vardering.workbook.contract.plan_sheet import CALCULATED, WRITTEN
from vardering.workbook.layout import WorkbookLayout

OWN = ("Vår ordning", "Vår kolumn")
TEXT_COLUMNS = tuple(column.heading for column in WRITTEN if column.type == "text")
CALCULATED_HEADINGS = tuple(column.heading for column in CALCULATED)
EFFECT_ROWS = 3


@dataclass(slots=True)
class Desk:
    """A book somebody works in. ``hand`` is what they wrote, by row mark (a cell of their own) and heading."""

    book: Book
    hand: dict[tuple[str, str], CellValue] = field(default_factory=dict)
    count: int = 0

    def word(self) -> str:
        self.count += 1
        return f"skrivet för hand {self.count}"

    def marks(self) -> list[str]:
        table = plan_table(self.book)
        place = table.headings.index(OWN[0])
        return [str(row[place]) if row[place] else "" for row in table.rows]

    def mark_new_rows(self) -> None:
        """People number the rows that are new, in a column of their own."""
        for index, mark in enumerate(self.marks()):
            if not mark and any(plan_table(self.book).rows[index]):
                self.write(index, OWN[0], self.word())

    def write(self, row: int, heading: str, value: CellValue) -> None:
        typed(self.book, PLAN, row, heading, value)
        mark = value if heading == OWN[0] else self.marks()[row]
        self.hand[str(mark), heading] = value

    def written_now(self) -> dict[tuple[str, str], CellValue]:
        table = plan_table(self.book)
        marks = self.marks()
        return {
            (mark, heading): table.rows[marks.index(mark)][table.headings.index(heading)] for mark, heading in self.hand
        }


Step = tuple[str, int, int]
KINDS = ("answer", "own", "overwrite", "sort", "insert", "rename", "owner", "remove", "restore", "update")
steps = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    min_size=1,
    max_size=12,
)


def take(desk: Desk, step: Step) -> None:
    """One thing somebody does."""
    kind, one, other = step
    rows = [index for index, mark in enumerate(desk.marks()) if mark]
    headings = {"answer": TEXT_COLUMNS, "own": OWN[1:], "overwrite": CALCULATED_HEADINGS}
    if kind in headings and rows:
        desk.write(rows[one % len(rows)], headings[kind][other % len(headings[kind])], desk.word())
    elif kind == "sort":
        table = plan_table(desk.book)
        cut = one % len(table.rows)
        arranged(desk.book, (*table.rows[cut:], *table.rows[:cut]))
    elif kind == "insert":
        table = plan_table(desk.book)
        blank = (None,) * len(table.headings)
        arranged(desk.book, (*table.rows[: one % len(table.rows)], blank, *table.rows[one % len(table.rows) :]))
    elif kind in ("rename", "owner"):
        typed(
            desk.book, EFFECTS, one % EFFECT_ROWS, "Vad förändras" if kind == "rename" else "Effektägare", desk.word()
        )
    elif kind in ("remove", "restore"):
        typed(desk.book, EFFECTS, one % EFFECT_ROWS, "Alternativ", "C" if kind == "remove" else "B")
    elif kind == "update":
        update(desk)


def update(desk: Desk) -> None:
    before = plan_table(desk.book)
    updated(desk.book)
    after = plan_table(desk.book)
    assert desk.written_now() == desk.hand
    assert after.headings == before.headings
    identity = before.headings.index("Effekt")
    kept = [row[identity] for row in before.rows]
    while kept and kept[-1] is None and not any(before.rows[len(kept) - 1]):
        kept.pop()
    assert [row[identity] for row in after.rows[: len(kept)]] == kept
    desk.mark_new_rows()


def work(make: Callable[[WorkbookLayout], Book], plan: list[Step], place: int) -> None:
    columns = ((place, OWN[0]), (len(CALCULATED), OWN[1]))
    desk = Desk(make(planned_layout(three_effects(), columns)))
    update(desk)
    for step in plan:
        take(desk, step)
    update(desk)
    update(desk)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps, st.integers(0, len(CALCULATED)))
def test_every_cell_that_somebody_wrote_stays_in_memory(plan: list[Step], place: int) -> None:
    work(memory_book, plan, place)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps, st.integers(0, len(CALCULATED)))
def test_every_cell_that_somebody_wrote_stays_on_disk(plan: list[Step], place: int) -> None:
    work(file_book, plan, place)


def test_a_cell_that_was_lost_would_be_seen() -> None:
    desk = Desk(memory_book(planned_layout(three_effects(), ((0, OWN[0]), (1, OWN[1])))))
    update(desk)
    desk.write(0, "Aktiviteter", "skrivet för hand")
    typed(desk.book, PLAN, 0, "Aktiviteter", None)
    with pytest.raises(AssertionError):
        update(desk)
