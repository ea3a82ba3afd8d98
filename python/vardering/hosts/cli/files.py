"""The files that commands read and write, and what is refused before anything is written."""

from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import CallError

if TYPE_CHECKING:
    from vardering.books.xlsx.book import XlsxBook


def open_book(path: str) -> "XlsxBook":
    """The workbook on disk. Raises the book's own errors."""
    from vardering.books.xlsx.book import XlsxBook

    return XlsxBook.open(Path(path))


def write_new(content: bytes, target: Path, *, replace: bool) -> None:
    """Save a new file; an existing one is kept unless ``replace``."""
    from vardering.books.xlsx.saving import save_new

    save_new(content, target, replace=replace)


def refuse_same_file(source: Path, target: Path, advice: str) -> None:
    """Refuse to write the result over the file that is read. Raises ``CallError`` "call-invalid"."""
    if target.exists() and target.samefile(source):
        raise CallError("call-invalid", reason=f"{target} är filen som läses; {advice}")


def read_text(path: str) -> str:
    """A text file. Raises ``CallError`` "file-missing" and "case-file-invalid"."""
    source = Path(path)
    if not source.is_file():
        raise CallError("file-missing", path=path)
    try:
        return source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as refusal:
        raise CallError("case-file-invalid", path=path, reason="filen är inte text i UTF-8") from refusal
    except OSError as refusal:
        raise CallError("case-file-invalid", path=path, reason="filen går inte att läsa") from refusal


def write_in_place(content: bytes, book: "XlsxBook", source: Path, event: str) -> None:
    """Take the place of the file that was read, which is kept as a backup beside it."""
    from vardering.books.xlsx.saving import save_in_place

    backup_name = f"{source.stem} ({event}){source.suffix}"
    save_in_place(content, source, expected=book.fingerprint, backup_name=backup_name)
