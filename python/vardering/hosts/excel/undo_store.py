"""What takes the latest run back, kept in the user's own folder: one for each workbook, one step."""

import hashlib
import json
from datetime import datetime
from pathlib import Path

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.undo import Undo
from vardering.books.live_excel.undo_text import undo_of, undo_text

MOST_KEPT = 20
"""Workbooks whose latest run can be undone; those that ran longest ago give way."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """The latest run of a workbook: what it was, when, and what takes it back."""

    event: str
    clock: datetime
    undo: Undo


class UndoStore:
    """Runs kept as files in a folder, named by a hash so that no file name says what workbook it is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, book: str, run: KeptRun) -> None:
        """Keep a workbook's latest run in place of the one before it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        head = json.dumps({"event": run.event, "clock": run.clock.isoformat()}, ensure_ascii=False)
        path = self._path(book)
        coming = path.with_suffix(".ny")
        coming.write_text(f"{head}\n{undo_text(run.undo)}", encoding="utf-8")
        coming.replace(path)
        kept = sorted(self._folder.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in kept[MOST_KEPT:]:
            old.unlink(missing_ok=True)

    def latest(self, book: str) -> KeptRun:
        """The latest run of a workbook. Raises ``CallError`` "nothing-to-undo"."""
        try:
            head, _, rest = self._path(book).read_text(encoding="utf-8").partition("\n")
            said = json.loads(head)
            return KeptRun(said["event"], datetime.fromisoformat(said["clock"]), undo_of(rest))
        except (OSError, ValueError, KeyError, TypeError) as lacking:
            raise CallError("nothing-to-undo") from lacking

    def forget(self, book: str) -> None:
        """Let go of a workbook's latest run."""
        self._path(book).unlink(missing_ok=True)

    def _path(self, book: str) -> Path:
        return self._folder / f"{hashlib.sha256(book.encode()).hexdigest()[:32]}.json"
