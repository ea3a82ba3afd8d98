"""A kalkyl from plan to follow-up, and a portfolio, hold the same cells in every book that they are made in."""

from collections.abc import Callable

import pytest

from builders import CONTEXT
from contract.book_cases import Book, makers_here
from follow_up_books import COSTS, a_ramp, fill_plan, followed, measured, reported
from live_excel.windows_modules import desktop_engine
from plan_books import planned_layout, three_effects, typed_of, updated
from portfolio_books import case_number, reading_of
from vardering.base.light_dataclasses import replace
from vardering.books.live_excel import calls
from vardering.commands.approval import freeze_plan
from vardering.commands.portfolio import new_portfolio, update_portfolio
from vardering.commands.recalculation import recalculate
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.snapshot import Snapshot


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "_WAITS_SECONDS", (0.0,) * 6)
    calls.bound_xlwings(desktop_engine())


def in_every_book(layout: WorkbookLayout, work: Callable[[Book], None]) -> dict[str, Snapshot]:
    """What each book holds after the same work."""
    held = {}
    for host, make in makers_here().items():
        book = make(layout)
        work(book)
        held[host] = replace(book.snapshot(), fingerprint="", source="")
    return held


def written(book: Book, change_set: ChangeSet | None) -> None:
    assert change_set is not None
    book.apply(change_set)


def test_a_kalkyl_is_planned_decided_and_followed_up_alike_in_every_book() -> None:
    case = a_ramp()

    def walk(book: Book) -> None:
        fill_plan(book, case)
        written(book, recalculate(book.snapshot(), CONTEXT).change_set)
        written(book, freeze_plan(book.snapshot(), CONTEXT, "KS § 1 2026-11-25").outcome.change_set)
        measured(book, "E1", "2027-06-30", 22.0)
        reported(book, {"Kostnadsrad": "U1", "År": 2027.0, "Utfall kr": 90_000.0}, COSTS)
        followed(book, "2027-09-01")
        followed(book, "2027-09-02")

    first, *others = in_every_book(planned_layout(case), walk).values()
    assert first.tables["vm_uppfoljning"].rows[0][0] == "E1"
    assert all(other == first for other in others)


def test_a_plan_that_people_have_written_in_is_updated_alike_in_every_book() -> None:
    def walk(book: Book) -> None:
        updated(book)
        typed_of(book, "E2", "Mätansvarig", "=Lena 001")
        updated(book, "2026-11-25")

    first, *others = in_every_book(planned_layout(three_effects(), ((1, "Eget"),)), walk).values()
    assert all(other == first for other in others)


def test_a_portfolio_is_ranked_alike_in_every_book() -> None:
    files = [reading_of(case_number(number), f"{number}.xlsx") for number in range(1, 6)]

    def walk(book: Book) -> None:
        for _ in range(2):
            written(book, update_portfolio(book.snapshot(), files, CONTEXT).outcome.change_set)

    first, *others = in_every_book(new_portfolio(2027), walk).values()
    assert all(other == first for other in others)
