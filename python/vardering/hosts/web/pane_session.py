"""A click in the task pane as the buttons see it: the workbook that was sent, and a window that asks by stopping.

A question that has no answer yet stops the run; the pane asks it and sends the click again with all answers so far.
Nothing is written before every question has its answer, so that a run can be started over as often as it takes.
"""

from datetime import datetime
from pathlib import Path

from vardering.base.faults import CallError
from vardering.base.file_kinds import FileKind
from vardering.books.office_js.book import OfficeBook
from vardering.books.office_js.held import held_of
from vardering.commands.request import RunContext
from vardering.hosts.web.click_messages import Click, GivenFile, Json, MadeFile, Question
from vardering.texts import web_texts as words
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import Snapshot

ASKS_TEXT = "text"
ASKS_FILE = "file"
ASKS_FILES = "files"
LONGEST_NAME_BYTES = 200
LONGEST_ENDING_BYTES = 20


class Asked(Exception):  # noqa: N818 – not an error: the run waits for an answer
    """A question that has no answer yet."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.id)
        self.question = question


class PaneBook:
    """The workbook that is open in the pane's Excel. ``orders`` and ``undo`` are what a run wrote, None before it."""

    def __init__(self, held: Json | None, context: RunContext) -> None:
        self._book = None if held is None else OfficeBook.of(held)
        self._context = context
        self.orders: Json | None = None
        self.undo: Json | None = None

    @property
    def name(self) -> str:
        """The workbook's name, empty where none is open."""
        return "" if self._book is None else self._book.name

    def snapshot(self) -> Snapshot:
        """What the workbook holds. Raises ``CallError`` "no-open-book"."""
        return self._open().snapshot()

    def look(self) -> Snapshot:
        """The same: nobody can see that a workbook was read."""
        return self.snapshot()

    def write(self, event: str, change_set: ChangeSet) -> None:
        """Lay down what the pane shall write, and what takes it back. Raises what ``OfficeBook.orders`` raises."""
        book = self._open()
        self.orders = book.orders(change_set).content()
        self.undo = {
            "event": event,
            "clock": self._context.clock.isoformat(timespec="minutes"),
            "book": book.name,
            "inverse": book.undo(change_set),
        }

    def take_back(self, kept: Json | None, after: Json | None) -> tuple[str, datetime]:
        """Lay down what takes the latest run back; gives its event and its time. Without ``after`` the run broke off.

        Raises ``CallError`` "nothing-to-undo", ``BookChangedError`` "undo-changed".
        """
        book = self._open()
        if kept is None or kept.get("book") != book.name:
            raise CallError("nothing-to-undo")
        event, clock, inverse = (kept.get(key) for key in ("event", "clock", "inverse"))
        if not (isinstance(event, str) and isinstance(clock, str)):
            raise CallError("nothing-to-undo")
        try:
            time = datetime.fromisoformat(clock)
        except ValueError as other:
            raise CallError("nothing-to-undo") from other
        self.orders = book.orders_to_take_back(inverse, None if after is None else held_of(after)).content()
        return event, time

    def _open(self) -> OfficeBook:
        if self._book is None:
            raise CallError("no-open-book")
        return self._book


class PaneWindow:
    """The pane as a window: answers come with the click, new files are made in a folder and sent back.

    ``folder`` is the run's own, and gone when the run is over.
    """

    def __init__(self, click: Click, folder: Path) -> None:
        self._click = click
        self._given = folder / "given"
        self._made = folder / "made"
        self._made.mkdir()
        self._questions = 0
        self._opened: set[Path] = set()

    def say(self, text: str) -> None:
        """The pane shows that the run goes on by itself."""

    def ask_for_text(self, title: str, question: str, suggestion: str = "") -> str | None:  # noqa: ARG002
        """A line of text. Raises ``Asked``."""
        key = self._next_question()
        answer = self._click.text(key)
        if answer is None:
            raise Asked(Question(key, ASKS_TEXT, question, suggestion))
        return answer.strip()

    def ask_for_file(self, title: str, kind: FileKind) -> str | None:
        """The path of the file that was picked. Raises ``Asked``."""
        return next(iter(self._asked_files(title, kind, ASKS_FILE)))

    def ask_for_files(self, title: str, kind: FileKind) -> tuple[str, ...]:
        """The paths of the files that were picked. Raises ``Asked``."""
        return self._asked_files(title, kind, ASKS_FILES)

    def ask_for_folder_to_read(self, title: str, kind: FileKind) -> str | None:
        """The path of a folder with the files that were picked. Raises ``Asked``."""
        return str(Path(self._asked_files(title, kind, ASKS_FILES)[0]).parent)

    def ask_for_folder(self, title: str) -> str | None:  # noqa: ARG002
        """The folder that new files are sent back from."""
        return str(self._made)

    def ask_where_to_save(self, title: str, suggestion: str, kind: FileKind) -> str | None:  # noqa: ARG002
        """A place for the new file, under the name that is suggested: the person saves it where they want."""
        return str(self._made / _bare(suggestion))

    def open(self, path: str) -> None:
        """Let the pane open a workbook that was made."""
        self._opened.add(Path(path))

    def where_saved(self, path: str) -> str:
        """The file's name and where to fetch it: the server's own folders say nobody anything."""
        if Path(path) == self._made:
            return words.FILES_BELOW
        return words.FILE_BELOW.format(name=Path(path).name)

    def show(self, path: Path) -> None:
        """A file to look at is sent back as those that were made are."""

    def made_files(self) -> tuple[MadeFile, ...]:
        """Everything that the run made, by name."""
        paths = sorted(self._made.iterdir())
        return tuple(MadeFile(path.name, path.read_bytes(), path in self._opened) for path in paths)

    def _next_question(self) -> str:
        self._questions += 1
        return str(self._questions)

    def _asked_files(self, title: str, kind: FileKind, asks: str) -> tuple[str, ...]:
        key = self._next_question()
        files = self._click.files.get(key)
        if not files:
            raise Asked(Question(key, asks, title, ending=kind.ending))
        folder = self._given / key
        folder.mkdir(parents=True)
        return tuple(str(_saved(file, folder)) for file in files)


def _saved(file: GivenFile, folder: Path) -> Path:
    """A picked file under its own name, never outside the folder; a name that is taken gets a number."""
    path, number = folder / _bare(file.name), 2
    first = path
    while path.exists():
        path, number = first.with_name(f"{first.stem} ({number}){first.suffix}"), number + 1
    path.write_bytes(file.content_bytes())
    return path


def _bare(name: str) -> str:
    """A name that every disk takes, with the ending it had."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = Path("".join(sign for sign in last if sign.isprintable()).strip().lstrip(".") or "fil")
    stem, suffix = (part.encode() for part in (shown.stem, shown.suffix))
    if len(suffix) > LONGEST_ENDING_BYTES:
        stem, suffix = stem + suffix, b""
    return (stem[:LONGEST_NAME_BYTES].decode(errors="ignore") + suffix.decode()) or "fil"
