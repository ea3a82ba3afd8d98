"""The files that commands read and write, and what is refused before anything is written."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import CallError
from vardering.hosts.cli.printing import say, say_findings

if TYPE_CHECKING:
    from datetime import datetime

    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.request import Outcome


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


def digest_of(target: Path) -> str:
    """The SHA-256 of a file, empty where none stands."""
    import hashlib

    return hashlib.sha256(target.read_bytes()).hexdigest() if target.is_file() else ""


def write_over(content: bytes, target: Path, digest: str, event: str) -> Path | None:
    """Take the place of a file with this digest, and give the copy of it that is kept. Without one, save a new file."""
    from vardering.books.xlsx.saving import save_in_place

    if not digest:
        write_new(content, target, replace=False)
        return None
    return save_in_place(content, target, expected=digest, backup_name=f"{target.stem} ({event}){target.suffix}").backup


def book_and_target(options: Namespace, event: str) -> "tuple[XlsxBook, Path]":
    """The workbook a call reads and the file it writes: the same, the one asked for, or one beside the workbook.

    Raises ``CallError`` "call-invalid" where the call asks for two of them, and the book's own errors.
    """
    from vardering.books.xlsx.saving import refuse_open_book

    source = Path(options.file)
    refuse_open_book(source)
    book = open_book(options.file)
    return book, _target_of(options, source, event)


def _target_of(options: Namespace, source: Path, event: str) -> Path:
    if options.in_place and options.output:
        raise CallError("call-invalid", reason="välj antingen -o eller --in-place")
    if options.in_place:
        return source
    if not options.output:
        return source.with_name(f"{source.stem} ({event}){source.suffix}")
    target = Path(options.output)
    refuse_same_file(source, target, "välj --in-place eller ett annat namn")
    return target


def save_result(outcome: "Outcome", book: "XlsxBook", target: Path, options: Namespace, backup: str) -> None:
    """Apply what a command changes, save it, and say what was found; a refusal leaves everything as it was, unsaid.

    ``backup`` names the copy that is kept where the file itself is replaced.
    Raises ``CallError`` "call-invalid" where there is nothing to write, and the book's own errors.
    """
    content = book.apply(outcome.changes)
    if options.in_place:
        write_in_place(content, book, target, backup)
    else:
        write_new(content, target, replace=options.replace)
    say_findings(outcome.findings)
    say(f"Sparat: {target}")


def moment(clock: "datetime") -> str:
    """A time of day as a file's name can hold it."""
    return f"{clock:%Y-%m-%d %H%M%S}"
