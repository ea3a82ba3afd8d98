"""Damage at random: whatever a byte more or less does to a file, it is read or refused in our own words."""

import time
from collections.abc import Mapping
from functools import cache

import numpy as np
import pytest
from numpy.random import Generator

from vardering.base.faults import BookUnreadableError, VarderingError
from vardering.books.xlsx.book import XlsxBook
from vardering.workbook.change_set import ChangeSet
from workbooks.grafted_changes import change_set
from workbooks.grafting import LOG_AREA, TABLE, grafted
from workbooks.packages import package_of, parts_of
from workbooks.plain_files import plain_file

SECONDS = 5
MARKUP = np.frombuffer(b"<>/\"'=&;:0129AZaz!- \x00\xff", dtype=np.uint8)


def outcome(content: bytes) -> str:
    """How reading ends; any error but our own goes through."""
    began = time.perf_counter()
    try:
        XlsxBook.from_bytes(content, "prov.xlsx").snapshot()
        ending = "read"
    except VarderingError:
        ending = "refused"
    assert time.perf_counter() - began < SECONDS
    return ending


def mutated(content: bytes, rng: Generator, choices: np.ndarray) -> bytes:
    """The content with one to four bytes changed."""
    damaged = bytearray(content)
    for _ in range(rng.integers(1, 5)):
        damaged[rng.integers(len(damaged))] = rng.choice(choices)
    return bytes(damaged)


def test_a_file_cut_short_anywhere_is_refused() -> None:
    content = plain_file()
    for size in [*range(1, 200), *range(200, len(content), 97)]:
        with pytest.raises(BookUnreadableError) as error:
            XlsxBook.from_bytes(content[:size], "prov.xlsx").snapshot()
        assert error.value.fault.code in {"file-truncated", "file-damaged", "not-a-workbook"}


def test_a_file_with_bytes_changed_anywhere_ends_in_our_own_words() -> None:
    rng = np.random.default_rng(20261124)
    endings = [outcome(mutated(plain_file(), rng, np.arange(256))) for _ in range(300)]
    assert endings.count("refused") > 100


@cache
def plain_parts() -> Mapping[str, bytes]:
    return parts_of(plain_file())


def test_parts_with_bytes_changed_where_no_checksum_tells_end_in_our_own_words() -> None:
    rng = np.random.default_rng(4711)
    parts = plain_parts()
    names = sorted(parts)
    endings = []
    for _ in range(300):
        name = str(rng.choice(names))
        endings.append(outcome(package_of({**parts, name: mutated(parts[name], rng, MARKUP)})))
    assert min(endings.count("read"), endings.count("refused")) > 20


def test_writing_into_a_damaged_file_ends_in_our_own_words_too() -> None:
    rng = np.random.default_rng(12)
    parts = parts_of(grafted(plain_file()))
    names = [name for name in parts if "grafted" in name or name.endswith(("styles.xml", "workbook.xml"))]
    endings = []
    for _ in range(300):
        name = str(rng.choice(names))
        try:
            book = XlsxBook.from_bytes(package_of({**parts, name: mutated(parts[name], rng, MARKUP)}), "prov.xlsx")
            table = book.snapshot().tables.get(TABLE)
            fits = table is not None and table.area == LOG_AREA
            endings.append(outcome(book.apply(change_set(book.fingerprint))) if fits else "not written")
        except VarderingError:
            endings.append("not written")
    assert min(endings.count("read"), endings.count("not written")) > 20


def test_applying_nothing_to_a_file_gives_the_very_same_bytes() -> None:
    book = XlsxBook.from_bytes(plain_file(), "prov.xlsx")
    assert book.apply(ChangeSet(book.fingerprint)) == plain_file()
