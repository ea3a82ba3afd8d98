"""A workbook open in Excel as a book: the same Snapshot and ChangeSet as a file, applied where the user looks."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from vardering.base.faults import BookChangedError, BookNotWrittenError, BookProtectedError, VarderingError
from vardering.base.light_dataclasses import replace
from vardering.books.live_excel import reading, writing
from vardering.books.live_excel.calls import asked
from vardering.books.live_excel.charts import Curve, curve_of, held_curves
from vardering.books.live_excel.held import Held, read_held, written_areas
from vardering.books.live_excel.undo import Undo, inverse, refuse_changed, with_what_is_left
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.joined_blocks import joined
from vardering.workbook.planned_writes import planned_writes
from vardering.workbook.snapshot import Snapshot

if TYPE_CHECKING:
    import xlwings


def _unseen(_: object) -> None:
    """What nobody watches or keeps."""


class LiveBook:
    """One open workbook, handed in; never "the active one".

    ``progress`` is told which sheet is being written. ``keep`` is given what takes a run back before the first cell
    is written, and again when all is.
    """

    def __init__(
        self,
        book: "xlwings.Book",
        progress: Callable[[str], None] = _unseen,
        keep: Callable[[Undo], None] = _unseen,
    ) -> None:
        self._book: Any = book.api
        self._progress = progress
        self._keep = keep

    @property
    def name(self) -> str:
        """The workbook's name, with its ending where it has been saved."""
        return str(asked(self._book, "Name"))

    @property
    def full_name(self) -> str:
        """The name with its folder or web address where the workbook has been saved: tells workbooks apart."""
        return str(asked(self._book, "FullName"))

    def snapshot(self, *, try_locks: bool = True) -> Snapshot:
        """Everything of ours. Raises ``BookBusyError`` "excel-editing", "book-shared".

        Without ``try_locks`` nobody can see that the workbook was read: no sheet is unlocked to learn whether it has a
        password, Excel's own undo stays and nothing is to be saved. Such a snapshot is not for writing.
        """
        return reading.snapshot_of(self._book, self.name, try_locks=try_locks)

    def apply(self, change_set: ChangeSet) -> Undo:
        """Make all changes and give what takes them back.

        Nothing is written where something stands in the way: ``BookChangedError`` "book-changed", "sheet-gone",
        "table-gone", "name-gone"; ``BookProtectedError`` "book-read-only", "sheet-password", "sheet-filtered",
        "content-in-the-way", "table-in-the-way"; ``BookBusyError`` "excel-editing", "book-shared";
        ``BookNotWrittenError`` "date-before-calendar", "text-too-long". A run that breaks off is taken back at once:
        ``BookNotWrittenError`` "run-taken-back", or "run-half-written" where that failed too. What Excel turns out to
        hold something else than was written raises ``BookNotWrittenError`` "not-as-written".
        """
        return self._write(change_set, tuple(map(curve_of, change_set.series)))

    def _write(self, change_set: ChangeSet, curves: tuple[Curve, ...]) -> Undo:
        change_set = replace(change_set, blocks=joined(change_set.blocks))
        earlier = self.snapshot()
        if change_set.expects != earlier.fingerprint:
            raise BookChangedError("book-changed", file=self.name)
        if asked(self._book, "ReadOnly"):
            raise BookProtectedError("book-read-only", file=self.name)
        found = reading.find(self._book)
        date1904 = bool(asked(self._book, "Date1904"))
        sheets = planned_writes(change_set, found.sheets, found.tables, found.names, date1904=date1904)
        before = writing.refuse_hindrances(change_set, sheets, found, earlier)
        undo = inverse(change_set, found, before, held_curves(found.sheets, curves))
        self._keep(undo)
        try:
            writing.write_all(self._book, change_set, curves, before, found, self._progress)
        except Exception as stop:
            self._take_back_at_once(undo, before, stop)
        after = read_held(found.sheets, {name: held.areas for name, held in before.items()})
        undo = with_what_is_left(undo, after)
        self._keep(undo)
        writing.refuse_other_content(sheets, after)
        return undo

    def take_back(self, undo: Undo) -> None:
        """Take a run back.

        Raises ``BookChangedError`` "undo-changed" where its cells have changed since, and as ``apply``.
        Of a run that broke off nothing is known but what was there before: that is put back.
        """
        earlier = self.snapshot()
        found = reading.find(self._book)
        if undo.left is not None:
            blocks = undo.change_set.blocks
            names = {block.area.sheet for block in blocks}
            if not names <= set(found.sheets):
                raise BookChangedError("undo-changed")
            areas = {name: written_areas(name, {}, blocks) for name in names}
            refuse_changed(undo, found, read_held(found.sheets, areas))
        self._write(replace(undo.change_set, expects=earlier.fingerprint), undo.curves)

    def _take_back_at_once(self, undo: Undo, before: dict[str, Held], stop: Exception) -> None:
        """Put back what a run that broke off has written. Always raises."""
        try:
            found = reading.find(self._book)
            writing.write_all(self._book, undo.change_set, undo.curves, before, found, self._progress)
        except Exception as other:
            raise BookNotWrittenError("run-half-written") from other
        if isinstance(stop, VarderingError):
            raise stop
        raise BookNotWrittenError("run-taken-back") from stop
