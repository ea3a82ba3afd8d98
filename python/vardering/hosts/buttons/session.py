"""What a button has at hand, whatever Excel it stands in: the workbook, a window to ask in, and the run's context."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from vardering.base.faults import CallError
from vardering.base.file_kinds import FileKind
from vardering.base.light_dataclasses import dataclass
from vardering.commands.request import Outcome, RunContext
from vardering.texts import excel_texts as words
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import Snapshot

WORKBOOK = FileKind(words.WORKBOOKS, ".xlsx")
DOCUMENT = FileKind(words.DOCUMENTS, ".docx")


class ClickedBook(Protocol):
    """The workbook that the button was clicked in. Raises ``CallError`` "no-open-book" where none is."""

    @property
    def name(self) -> str:
        """The workbook's name, empty where none is open."""
        ...

    def snapshot(self) -> Snapshot:
        """What the workbook holds, for a command that writes in it."""
        ...

    def look(self) -> Snapshot:
        """What the workbook holds, for a command that writes nothing in it."""
        ...

    def write(self, event: str, change_set: ChangeSet) -> None:
        """Apply what a command changes; from the first cell on, "Ångra senaste körning" takes it back."""
        ...


class Window(Protocol):
    """What a person is told and asked through. Questions give None, or nothing, where the person changed their mind."""

    def say(self, text: str) -> None:
        """Show a line while the run goes on."""
        ...

    def ask_for_text(self, title: str, question: str, suggestion: str = "") -> str | None:
        """A line of text."""
        ...

    def ask_for_file(self, title: str, kind: FileKind) -> str | None:
        """The path of a file to read."""
        ...

    def ask_for_files(self, title: str, kind: FileKind) -> tuple[str, ...]:
        """The paths of files to read."""
        ...

    def ask_for_folder_to_read(self, title: str, kind: FileKind) -> str | None:
        """The path of a folder with files to read."""
        ...

    def ask_for_folder(self, title: str) -> str | None:
        """The path of a folder to save in."""
        ...

    def ask_where_to_save(self, title: str, suggestion: str, kind: FileKind) -> str | None:
        """The path of a new file, with its ending."""
        ...

    def open(self, path: str) -> None:
        """Open a workbook for the person to see."""
        ...

    def where_saved(self, path: str) -> str:
        """What a person is told of where a new file is, or all the new files of a folder."""
        ...


@dataclass(frozen=True, slots=True)
class Session:
    """One click. ``state_folder`` keeps what makes the next run quicker; ``show_file`` opens a file to look at.

    ``readers`` is how many files may be read at a time, each by a process of its own.
    """

    context: RunContext
    book: ClickedBook
    window: Window
    state_folder: Path
    show_file: Callable[[Path], None]
    show_handbook: Callable[[], None]
    readers: int = 1

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
        self.window.open(path)

    def named(self, pattern: str) -> str:
        """A file name suggested after the open workbook's."""
        return pattern.format(name=Path(self.book.name).stem)
