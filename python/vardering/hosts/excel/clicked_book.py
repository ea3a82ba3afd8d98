"""The workbook that a button was clicked in, open in the Excel on this machine."""

from collections.abc import Callable

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.undo import Undo
from vardering.books.live_excel.window import ExcelWindow
from vardering.commands.request import RunContext
from vardering.hosts.excel.undo_store import KeptRun, UndoStore
from vardering.texts import excel_texts as words
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class OpenWorkbook:
    """A workbook by its name, empty where none is open. Raises ``CallError`` "no-open-book", "book-not-open"."""

    excel: ExcelWindow
    name: str
    context: RunContext
    undo: UndoStore

    def snapshot(self) -> Snapshot:
        """What the workbook holds, for a command that writes in it."""
        return self._live().snapshot()

    def look(self) -> Snapshot:
        """What the workbook holds, for a command that writes nothing in it: Excel's own undo stays."""
        return self._live().snapshot(try_locks=False)

    def write(self, event: str, change_set: ChangeSet) -> None:
        """Apply what a command changes; from the first cell on it can be taken back."""
        full_name = self._live().full_name

        def keep(undo: Undo) -> None:
            self.undo.keep(full_name, KeptRun(event, self.context.clock, undo))

        self._live(keep).apply(change_set)

    def take_back(self) -> KeptRun:
        """Take the latest run back and give what it was. Raises ``CallError`` "nothing-to-undo" too."""
        book = self._live()
        full_name = book.full_name
        run = self.undo.latest(full_name)
        book.take_back(run.undo)
        self.undo.forget(full_name)
        return run

    def _live(self, keep: Callable[[Undo], None] = lambda _: None) -> LiveBook:
        if not self.name:
            raise CallError("no-open-book")
        return self.excel.book(self.name, lambda sheet: self.excel.say(words.WRITING.format(sheet=sheet)), keep)
