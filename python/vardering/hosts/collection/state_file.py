"""What was read of each file, kept between runs: a run that broke off goes on, unchanged files are not read again.

A small SQLite file beside the portfolio. It holds the same names of people as the portfolio does, and can be deleted
at any time: then every file is read again.
"""

import hashlib
import json
import sqlite3
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from vardering import __version__
from vardering.commands.case_digest import Terms
from vardering.model.case_digest import FileReading

KEPT_FORMAT = 2
"""Counts up when what is kept of a file changes."""
_COMMIT_SECONDS = 1.0


def state_path(target: Path) -> Path:
    """Where the state of a portfolio lies."""
    return target.with_name(f"{target.stem} (lästa filer).sqlite")


class StateFile:
    """Readings by the hash of the file, on one set of terms and by one version of the product."""

    def __init__(self, path: Path, terms: Terms) -> None:
        self._path = path
        self._terms, self._today = _key(terms), terms.today
        self._committed = time.monotonic()
        try:
            self._connection = _opened(path)
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self._connection = _opened(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.commit()
        self._connection.close()

    def known(self, content_hash: str) -> FileReading | None:
        """What was read of a file with this content; None where nothing was, or was followed up as of another day."""
        row = self._connection.execute(
            "SELECT reading FROM readings WHERE content = ? AND terms = ?", (content_hash, self._terms)
        ).fetchone()
        reading = None if row is None else FileReading.model_validate_json(row[0])
        day = reading.digest.followed_up_on if reading is not None and reading.digest is not None else None
        return reading if day in (None, self._today) else None

    def keep(self, reading: FileReading) -> None:
        """Keep a reading. One without a hash could not be read to its end, and is tried again."""
        if not reading.content_hash:
            return
        text = json.dumps(reading.model_dump(), ensure_ascii=False)
        self._connection.execute(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", (reading.content_hash, self._terms, text)
        )
        if time.monotonic() - self._committed > _COMMIT_SECONDS:
            self._connection.commit()
            self._committed = time.monotonic()

    def forget_others(self) -> None:
        """Drop what was read on other terms or by another version."""
        self._connection.execute("DELETE FROM readings WHERE terms <> ?", (self._terms,))


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS readings (content TEXT, terms TEXT, reading TEXT, PRIMARY KEY (content, terms))"
        )
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _key(terms: Terms) -> str:
    content = [KEPT_FORMAT, __version__, terms.terms.model_dump(), [entry.model_dump() for entry in terms.indexes]]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
