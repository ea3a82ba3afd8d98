"""A file put in its place whole or not at all: whatever happens on the way, what stood there still stands there."""

import errno
import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from vardering.base.faults import BookBusyError, BookChangedError, BookNotWrittenError
from vardering.base.light_dataclasses import dataclass
from vardering.books.xlsx.book import XlsxBook

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_LEAVE = {errno.EACCES, errno.EPERM, errno.EROFS}
_WORKBOOKS = {".xlsx", ".xlsm", ".xltx", ".xltm"}
_PAUSES_SECONDS = (0.1, 0.3, 0.6, 1.0)
"""Between five tries: cloud folders and virus scanners hold a file for a second or two."""
_NEW_AND_OURS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class NewFile:
    """Write where nothing stands; with ``overwrite`` also where something does."""

    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class InPlace:
    """Take the place of the file that was read, if its SHA-256 still is ``expects``; it is kept as ``backup_name``.

    The backup lies in the same folder; where that name is taken, a number is added to it.
    """

    expects: str
    backup_name: str


ReplaceRule = NewFile | InPlace


@dataclass(frozen=True, slots=True)
class SavedFile:
    """Where the file lies, symbolic links followed, and its backup if one was kept."""

    path: Path
    backup: Path | None = None


def refuse_open_book(path: Path) -> None:
    """Raise ``BookBusyError`` "book-open" where Excel's or LibreOffice's lock file lies beside a workbook."""
    for place in {path, Path(os.path.realpath(path))}:
        for lock in (f"~${place.name}", f".~lock.{place.name}#"):
            if os.path.lexists(place.parent / lock):
                raise BookBusyError("book-open", file=path.name, lock=lock)


def save_new(content: bytes, target: Path, *, replace: bool = False) -> SavedFile:
    """Save a file where nothing stands; with ``replace`` also where something does. Raises as ``save_file``."""
    return save_file(content, target, rule=NewFile(replace))


def save_in_place(content: bytes, target: Path, *, expected: str, backup_name: str) -> SavedFile:
    """Save a file in the place of the one that was read, which is kept. Raises as ``save_file``."""
    return save_file(content, target, rule=InPlace(expected, backup_name))


def save_file(content: bytes, target: Path, *, rule: ReplaceRule) -> SavedFile:
    """Save a file's bytes: a temporary file in the same folder, forced to disk, read back, then renamed.

    A workbook, by its name's ending, is also opened again and read. Permissions of a file that is replaced are
    kept, symbolic links followed. On any failure the target is as it was and the temporary file is gone.

    Raises ``BookBusyError`` "book-open", "book-held"; ``BookChangedError`` "book-changed";
    ``BookNotWrittenError`` "target-exists", "target-is-a-folder", "target-not-writable", "folder-missing",
    "folder-read-only", "disk-full", "name-too-long", "write-failed"; ``BookUnreadableError`` where a workbook
    cannot be read back.
    """
    place = Path(os.path.realpath(target))
    refuse_open_book(target)
    with _own_errors(place):
        _refuse_target(place, rule)
        temporary = _written_beside(place, content)
        backup = None
        try:
            _verify(temporary, content, place.suffix)
            if isinstance(rule, InPlace):
                backup = _backup(place, rule)
            _put_in_place(temporary, place, rule)
        except BaseException:
            for left in (temporary, backup):
                if left is not None:
                    with suppress(OSError):
                        left.unlink()
            raise
        _sync_folder(place.parent)
    return SavedFile(place, backup)


def _refuse_target(place: Path, rule: ReplaceRule) -> None:
    if place.is_dir():
        raise BookNotWrittenError("target-is-a-folder", file=place.name)
    if not place.parent.is_dir():
        raise BookNotWrittenError("folder-missing", folder=place.parent.name)
    if place.exists():
        if isinstance(rule, NewFile) and not rule.overwrite:
            raise BookNotWrittenError("target-exists", file=place.name)
        if not os.access(place, os.W_OK):
            raise BookNotWrittenError("target-not-writable", file=place.name)
    elif isinstance(rule, InPlace):
        raise BookChangedError("book-changed", file=place.name)


@contextmanager
def _own_errors(place: Path) -> Iterator[None]:
    """Turn what the operating system says into one of our errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise BookNotWrittenError("disk-full", folder=place.parent.name) from error
        if error.errno in _NO_LEAVE:
            raise BookNotWrittenError("folder-read-only", folder=place.parent.name) from error
        if error.errno == errno.ENAMETOOLONG:
            raise BookNotWrittenError("name-too-long", file=place.name) from error
        reason = errno.errorcode.get(error.errno or 0, "")
        raise BookNotWrittenError("write-failed", file=place.name, reason=reason) from error


def _written_beside(place: Path, content: bytes) -> Path:
    """A temporary file in the target's folder with the content on disk and the target's permissions."""
    temporary = place.with_name(f".vardering-{os.urandom(8).hex()}.tmp")
    handle = os.open(temporary, _NEW_AND_OURS, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_permissions(temporary, place)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _take_permissions(temporary: Path, place: Path) -> None:
    if not place.exists():
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        return
    known = place.stat()
    temporary.chmod(stat.S_IMODE(known.st_mode))
    if sys.platform != "win32":
        with suppress(PermissionError):
            os.chown(temporary, known.st_uid, known.st_gid)


def _verify(temporary: Path, content: bytes, ending: str) -> None:
    """Read the temporary file back: the same bytes and, for a workbook, every part whole."""
    if temporary.read_bytes() != content:
        raise OSError(errno.EIO, "the file reads back as something else")
    if ending.lower() in _WORKBOOKS:
        book = XlsxBook.from_bytes(content, temporary.name)
        book.verify()


def _backup(place: Path, rule: InPlace) -> Path:
    """A copy of the file that is about to be replaced. Raises ``BookChangedError`` where it is not what was read."""
    import shutil  # noqa: PLC0415 – loads three kinds of compression, which only a backup pays for

    before = _expected(place, rule)
    backup, file = _new_file(place.with_name(rule.backup_name))
    try:
        with file:
            file.write(before)
            file.flush()
            os.fsync(file.fileno())
        shutil.copystat(place, backup)
    except BaseException:
        with suppress(OSError):
            backup.unlink()
        raise
    return backup


def _new_file(wanted: Path) -> tuple[Path, BinaryIO]:
    """A new file, opened for writing, with this name or the first numbered one that is free."""
    for number in count(1):
        path = wanted if number == 1 else wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        with suppress(FileExistsError):
            return path, path.open("xb")
    raise AssertionError("counting never ends")


def _expected(place: Path, rule: InPlace) -> bytes:
    content = place.read_bytes()
    if hashlib.sha256(content).hexdigest() != rule.expects:
        raise BookChangedError("book-changed", file=place.name)
    return content


def _put_in_place(temporary: Path, place: Path, rule: ReplaceRule) -> None:
    """Rename onto the target, trying again for a while where another program holds it."""
    for pause in (*_PAUSES_SECONDS, None):
        if isinstance(rule, InPlace):
            _expected(place, rule)
        elif not rule.overwrite and place.exists():
            raise BookNotWrittenError("target-exists", file=place.name)
        try:
            os.replace(temporary, place)  # noqa: PTH105  (one call that tests can make fail)
        except PermissionError as error:
            if pause is None:
                raise BookBusyError("book-held", file=place.name) from error
            time.sleep(pause)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself lasting; Windows has no such call, and some network folders refuse it."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
