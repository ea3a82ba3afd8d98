"""Finding the workbook that a button was clicked in: by the window and the name that the ribbon handed over."""

import sys
from typing import Any

from vardering.base.faults import BookBusyError, CallError
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.calls import answered, bound_xlwings


def attached(window: int, name: str) -> LiveBook:
    """The open workbook ``name`` in the Excel whose main window has this number.

    Raises ``CallError`` "no-excel" where xlwings cannot reach any Excel, "book-not-open" where the workbook is gone;
    ``BookBusyError`` "excel-editing" while a cell is being edited.
    """
    for application in _applications():
        if answered(lambda each=application: each.hwnd) == window:  # type: ignore[misc]
            books = answered(lambda each=application: {book.name: book for book in each.books})  # type: ignore[misc]
            if name not in books:
                raise CallError("book-not-open", name=name)
            return LiveBook(books[name])
    raise BookBusyError("excel-editing")


def _applications() -> list[Any]:
    # pandas, where it happens to be installed, would cost the button half a second for nothing.
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]
    try:
        import xlwings  # noqa: PLC0415
        from xlwings import _xlwindows  # noqa: PLC0415
    except ImportError as error:
        raise CallError("no-excel") from error
    bound_xlwings(_xlwindows)
    return list(xlwings.apps)
