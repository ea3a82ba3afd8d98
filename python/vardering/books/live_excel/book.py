"""A workbook open in Excel as a book: the same Snapshot and ChangeSet as a file, applied where the user looks."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from vardering.base.cells import Area, CellValue
from vardering.base.faults import BookChangedError
from vardering.books.live_excel import reading, writing
from vardering.books.live_excel.calls import answered
from vardering.books.live_excel.rectangles import box_around
from vardering.books.live_excel.undo import inverse
from vardering.workbook.applying import SheetWrites
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import Snapshot

if TYPE_CHECKING:
    import xlwings


def _unseen(sheet: str) -> None:
    """Progress that nobody watches."""


class LiveBook:
    """One open workbook, handed in; never "the active one". ``progress`` is told which sheet is being written."""

    def __init__(self, book: "xlwings.Book", progress: Callable[[str], None] = _unseen) -> None:
        self._book: Any = book.api
        self._progress = progress

    @property
    def name(self) -> str:
        """The workbook's name, with its ending where it has been saved."""
        return str(answered(lambda: self._book.Name))

    def snapshot(self) -> Snapshot:
        """Everything of ours. Raises ``BookBusyError`` "excel-editing", "book-shared"."""
        return answered(lambda: reading.snapshot_of(self._book, self.name))

    def apply(self, change_set: ChangeSet) -> ChangeSet:
        """Make all changes and give the ChangeSet that takes them back.

        Nothing is written where something stands in the way: ``BookChangedError`` "book-changed", "sheet-gone",
        "table-gone", "name-gone"; ``BookProtectedError`` "sheet-password", "sheet-filtered", "content-in-the-way",
        "table-in-the-way"; ``BookBusyError`` "excel-editing", "book-shared". What Excel turns out to hold something
        else than was written raises ``BookNotWrittenError`` "not-as-written".
        """
        earlier = self.snapshot()
        if change_set.expects != earlier.fingerprint:
            raise BookChangedError("book-changed", file=self.name)
        found = answered(lambda: reading.find(self._book))
        sheets = {name: writes for name, writes in writing.planned_writes(change_set, found).items() if writes}
        held = writing.refuse_hindrances(change_set, sheets, found)
        values = self._values(sheets, found)
        writing.write_all(self._book, change_set, held, found, self._progress)
        writing.refuse_other_content(sheets, found)
        return inverse(change_set, sheets, found, held, values, self.snapshot().fingerprint)

    def _values(self, sheets: dict[str, SheetWrites], found: reading.Found) -> dict[tuple[str, int, int], CellValue]:
        values: dict[tuple[str, int, int], CellValue] = {}
        for name, writes in sheets.items():
            area = box_around([Area(name, row, column, row, column) for row, column in writes])
            box = reading.read_box(found.sheets[name], area)
            for row, column in writes:
                values[name, row, column] = box.values[row - area.row][column - area.column]
        return values
