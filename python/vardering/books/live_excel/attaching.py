"""Finding the Excel that a button was clicked in: by the window that the ribbon handed over."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from vardering.base.faults import BookBusyError, CallError
from vardering.books.live_excel.calls import answered, bound_xlwings
from vardering.books.live_excel.window import ExcelWindow


def excel_at(window: int) -> ExcelWindow:
    """The Excel whose main window has this number; never "the active one".

    Raises ``CallError`` "no-excel" where xlwings cannot reach that Excel; ``BookBusyError`` "excel-editing" while a
    cell is being edited.
    """
    desktop = _desktop()
    try:
        application = answered(lambda: desktop.get_xl_app_from_hwnd(window))
    except BookBusyError:
        raise
    except Exception:  # what Windows says where a window holds no workbook differs
        application = _without_workbooks(window)
    return ExcelWindow(application, desktop)


def _without_workbooks(window: int) -> Any:  # noqa: ANN401 – Excel's own object
    """An Excel without open workbooks, which has no window to ask: the registered one, if the window is its own."""
    try:
        application = import_module("win32com.client").GetActiveObject("Excel.Application")
        number = answered(lambda: application.Hwnd)
    except BookBusyError:
        raise
    except Exception as error:
        raise CallError("no-excel") from error
    if number != window:
        raise CallError("no-excel")
    return application


def _desktop() -> ModuleType:
    """Xlwings' module for Excel on Windows. Raises ``CallError`` "no-excel" elsewhere."""
    # pandas, where it happens to be installed, would cost the button half a second for nothing.
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]
    try:
        desktop = import_module("xlwings._xlwindows")
    except ImportError as error:
        raise CallError("no-excel") from error
    bound_xlwings(desktop)
    return desktop
