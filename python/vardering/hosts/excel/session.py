"""What a button has at hand: Excel, the workbook, the run's context, and what can be undone."""

from collections.abc import Callable
from pathlib import Path

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.undo import Undo
from vardering.books.live_excel.window import ExcelWindow, FileKind
from vardering.commands.request import Outcome, RunContext
from vardering.hosts.excel.undo_store import KeptRun, UndoStore
from vardering.texts import excel_texts as words
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import Snapshot

WORKBOOK = FileKind(words.WORKBOOKS, ".xlsx")
DOCUMENT = FileKind(words.DOCUMENTS, ".docx")


@dataclass(frozen=True, slots=True)
class Session:
    """One click. ``book_name`` is empty where no workbook is open; ``show_file`` opens a file for the person to see."""

    excel: ExcelWindow
    book_name: str
    context: RunContext
    undo: UndoStore
    log_path: Path
    show_file: Callable[[Path], None]

    def book(self, keep: Callable[[Undo], None] = lambda _: None) -> LiveBook:
        """The workbook that the button was clicked in. Raises ``CallError`` "no-open-book", "book-not-open"."""
        if not self.book_name:
            raise CallError("no-open-book")
        return self.excel.book(self.book_name, lambda sheet: self.excel.say(words.WRITING.format(sheet=sheet)), keep)

    def look(self) -> Snapshot:
        """What the workbook holds, for a command that writes nothing in it: Excel's own undo stays."""
        return self.book().snapshot(try_locks=False)

    def write(self, event: str, change_set: ChangeSet) -> None:
        """Apply what a command changes; from the first cell on, "Ångra senaste körning" takes it back."""
        book = self.book()
        full_name = book.full_name

        def keep(undo: Undo) -> None:
            self.undo.keep(full_name, KeptRun(event, self.context.clock, undo))

        self.book(keep).apply(change_set)

    def save_new(self, path: str, content: bytes) -> None:
        """Save a new file. Raises ``CallError`` "name-taken" for one that is there, and the errors of saving."""
        from vardering.books.xlsx.saving import save_new

        if Path(path).exists():
            raise CallError("name-taken", file=Path(path).name)
        save_new(content, Path(path), replace=False)

    def save_workbook(self, path: str, outcome: Outcome) -> None:
        """Save the new workbook that a command made, and open it."""
        from vardering.books.new_xlsx import write_workbook

        self.save_new(path, write_workbook(outcome.created))
        self.excel.open(path)

    def named(self, pattern: str) -> str:
        """A file name suggested after the open workbook's."""
        return pattern.format(name=Path(self.book_name).stem)
