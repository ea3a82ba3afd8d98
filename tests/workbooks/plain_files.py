"""A small valid workbook of ours as bytes, for tests that damage it or save it."""

from functools import cache

from contract.book_cases import RESULT, WRITTEN_AREA, small_layout
from vardering.books.xlsx.book import XlsxBook
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from workbooks.layout_files import file_of


@cache
def plain_file() -> bytes:
    """The small workbook of the contract suite."""
    return file_of(small_layout())


@cache
def written_file() -> bytes:
    """The same workbook with one cell written by us."""
    book = XlsxBook.from_bytes(plain_file(), "prov.xlsx")
    area = WRITTEN_AREA
    block = Block(area, tuple((CellWrite("nytt"), None, None) for _ in range(area.height)))
    assert area.sheet == RESULT
    return book.apply(ChangeSet(book.fingerprint, owned=(area,), blocks=(block,)))
