"""Locked sheets: ours are locked without a password, are opened for a run and locked again as they were."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from vardering.books.live_excel.calls import answered, asked, was_rejected

OPTIONS = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)
"""What a lock may leave open; Excel forgets these when a sheet is unlocked."""

Lock = Mapping[str, bool]


def is_locked(sheet: Any) -> bool:  # noqa: ANN401 – Excel's own object
    """Whether a worksheet is locked."""
    return bool(asked(sheet, "ProtectContents"))


def unlocked(sheet: Any) -> Lock | None:  # noqa: ANN401
    """Unlock a worksheet without password and give what to lock it with again; None where it has a password."""
    left_open = asked(sheet, "Protection")
    lock = {option: bool(asked(left_open, option)) for option in OPTIONS}
    lock["DrawingObjects"] = bool(asked(sheet, "ProtectDrawingObjects"))
    lock["Scenarios"] = bool(asked(sheet, "ProtectScenarios"))
    try:
        answered(lambda: sheet.Unprotect(""))
    except Exception as refusal:
        if was_rejected(refusal):
            raise
        return None
    return None if is_locked(sheet) else lock


def lock_again(sheet: Any, lock: Lock) -> None:  # noqa: ANN401
    """Lock a worksheet as it was, without password."""
    answered(lambda: sheet.Protect(Contents=True, **lock))


def has_password(sheet: Any) -> bool:  # noqa: ANN401
    """Whether a locked worksheet needs a password: tried, and locked again as it was."""
    lock = unlocked(sheet)
    if lock is not None:
        lock_again(sheet, lock)
    return lock is None


@contextmanager
def opened(sheets: Mapping[str, Any]) -> Iterator[frozenset[str]]:
    """The worksheets unlocked while the block lasts; gives the names of those that were locked.

    They are locked again, come what may.
    """
    locks: dict[str, Lock] = {}
    try:
        for name, sheet in sheets.items():
            lock = unlocked(sheet) if is_locked(sheet) else None
            if lock is not None:
                locks[name] = lock
        yield frozenset(locks)
    finally:
        for name, lock in locks.items():
            lock_again(sheets[name], lock)
