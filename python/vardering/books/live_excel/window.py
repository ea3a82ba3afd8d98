"""Excel itself, as the window that a button was clicked in: its workbooks, its status bar and its own dialogs."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

from vardering.base.cells import Position
from vardering.base.faults import CallError
from vardering.base.file_kinds import FileKind
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.calls import answered
from vardering.books.live_excel.undo import Undo

FOLDER_PICKER = 4
"""Office's msoFileDialogFolderPicker."""


class ExcelWindow:
    """One running Excel, handed in. ``desktop`` is xlwings' module for Excel on Windows."""

    def __init__(self, application: Any, desktop: ModuleType) -> None:  # noqa: ANN401 – Excel's own object
        self._application = application
        self._desktop = desktop

    @property
    def version(self) -> str:
        """Excel's version and build."""
        return str(answered(lambda: f"{self._application.Version}.{self._application.Build}"))

    def book(self, name: str, progress: Callable[[str], None], keep: Callable[[Undo], None]) -> LiveBook:
        """The open workbook with this name. Raises ``CallError`` "book-not-open"."""
        # xlwings is only there where Excel is.
        import xlwings  # noqa: PLC0415

        for book in answered(lambda: list(self._application.Workbooks)):
            if answered(lambda each=book: each.Name) == name:  # type: ignore[misc]
                return LiveBook(xlwings.Book(impl=self._desktop.Book(xl=book)), progress, keep)
        raise CallError("book-not-open", name=name)

    def say(self, text: str) -> None:
        """Show a line in the status bar."""
        answered(lambda: setattr(self._application, "StatusBar", text))

    def fall_silent(self) -> None:
        """Give the status bar back to Excel."""
        answered(lambda: setattr(self._application, "StatusBar", False))

    def ask_for_file(self, title: str, kind: FileKind) -> str | None:
        """The path of a file to read; None where the person changed their mind."""
        return _text(answered(lambda: self._application.GetOpenFilename(_pattern(kind), 1, title)))

    def ask_for_files(self, title: str, kind: FileKind) -> tuple[str, ...]:
        """The paths of files to read; none where the person changed their mind."""
        several = True
        answer = answered(lambda: self._application.GetOpenFilename(_pattern(kind), 1, title, "", several))
        return () if answer is None or isinstance(answer, bool) else tuple(map(str, answer))

    def ask_for_folder(self, title: str) -> str | None:
        """The path of a folder; None where the person changed their mind."""
        dialog = answered(lambda: self._application.FileDialog(FOLDER_PICKER))
        answered(lambda: setattr(dialog, "Title", title))
        return str(answered(lambda: dialog.SelectedItems(1))) if answered(dialog.Show) else None

    def ask_for_folder_to_read(self, title: str, _: FileKind) -> str | None:
        """The path of a folder with files to read; None where the person changed their mind."""
        return self.ask_for_folder(title)

    def ask_where_to_save(self, title: str, suggestion: str, kind: FileKind) -> str | None:
        """The path of a new file, with its ending; None where the person changed their mind."""
        path = _text(answered(lambda: self._application.GetSaveAsFilename(suggestion, _pattern(kind), 1, title)))
        if path is None or path.lower().endswith(kind.ending):
            return path
        return f"{path}{kind.ending}"

    def ask_for_text(self, title: str, question: str, suggestion: str = "") -> str | None:
        """A line of text; None where the person changed their mind."""
        answer = _text(answered(lambda: self._application.InputBox(question, title, suggestion)))
        return None if answer is None else answer.strip()

    def open(self, path: str) -> None:
        """Open a workbook for the person to see."""
        answered(lambda: self._application.Workbooks.Open(path))

    def where_saved(self, path: str) -> str:
        """The path itself: people know their own folders."""
        return path

    def mark(self, name: str, where: Position) -> None:
        """Show a cell of an open workbook and put the cell pointer there."""
        book = answered(lambda: self._application.Workbooks(name))
        answered(lambda: self._application.Goto(book.Worksheets(where.sheet).Range(where.a1)))


def _pattern(kind: FileKind) -> str:
    """As Excel's dialogs take it."""
    return f"{kind.label} (*{kind.ending}),*{kind.ending}"


def _text(answer: object) -> str | None:
    """A dialog gives False where it was closed."""
    return None if answer is None or isinstance(answer, bool) else str(answer)
