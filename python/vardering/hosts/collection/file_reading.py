"""One file read for a portfolio: whatever is in it, the answer is a reading."""

import hashlib
from pathlib import Path

from vardering.base.faults import Fault, Severity, VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.books.xlsx.book import XlsxBook
from vardering.books.xlsx.limits import MAX_FILE_BYTES
from vardering.commands.case_digest import UNREAD, Terms, read_workbook, refused_file
from vardering.model.case_digest import FileReading
from vardering.model.portfolio_words import FileVerdict
from vardering.texts import portfolio_texts

LOCK_PREFIXES = ("~$", ".~lock.")


@dataclass(frozen=True, slots=True)
class ReadingTask:
    """A file to read on a portfolio's terms: its path, its path as people know it, and when it was saved."""

    path: str
    shown: str
    modified: str
    terms: Terms


def read_file(task: ReadingTask) -> FileReading:
    """Read one file. Never raises for what is in it, and changes nothing."""
    return _read(task).model_copy(update={"modified": task.modified})


def _read(task: ReadingTask) -> FileReading:
    path = Path(task.path)
    if path.name.startswith(LOCK_PREFIXES):
        return FileReading(file=task.shown, verdict=FileVerdict.FOREIGN, reason=portfolio_texts.LOCK_FILE)
    mark = ""
    try:
        book = XlsxBook.open(path)
        mark = book.fingerprint
        return read_workbook(book.partial_snapshot(UNREAD), task.terms, task.shown)
    except VarderingError as stop:
        return refused_file(stop.fault, task.shown, mark or content_hash(path))
    except MemoryError:
        return refused_file(Fault("too-large", Severity.ERROR), task.shown, mark)
    except Exception as defect:
        reason = portfolio_texts.READER_FAILED.format(kind=type(defect).__name__)
        return FileReading(file=task.shown, content_hash=mark, verdict=FileVerdict.BROKEN, reason=reason)


def content_hash(path: Path) -> str:
    """SHA-256 of a file's bytes; empty where it cannot be read or is larger than any workbook."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
