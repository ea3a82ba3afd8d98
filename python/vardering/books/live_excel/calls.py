"""Calls to Excel with a bounded number of tries.

Excel turns calls away while a cell is being edited or a dialog is open. xlwings alone would try for ever, so its own
tries are bounded here, with waits between that grow.
"""

import time
from collections.abc import Callable
from types import ModuleType
from typing import Any, TypeVar

from vardering.base.faults import BookBusyError

REJECTED = (-2147418111, -2147417846, -2146777998)
"""RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER and Excel's own refusal in edit mode."""
_GENERAL = -2147352567
_WAITS_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
TRIES_WITHIN_XLWINGS = 3

Found = TypeVar("Found")


def bound_xlwings(desktop: ModuleType) -> None:
    """Let xlwings' own wrapper give up after a few tries; ``desktop`` is its module for Excel on Windows."""
    desktop.N_COM_ATTEMPTS = TRIES_WITHIN_XLWINGS  # type: ignore[attr-defined]


def answered(call: Callable[[], Found], wait: Callable[[float], None] = time.sleep) -> Found:
    """What a call gives once Excel takes it. Raises ``BookBusyError`` "excel-editing" when it never does."""
    for seconds in _WAITS_SECONDS:
        try:
            return call()
        except Exception as refusal:
            if not was_rejected(refusal):
                raise
        wait(seconds)
    try:
        return call()
    except Exception as refusal:
        if was_rejected(refusal):
            raise BookBusyError("excel-editing") from refusal
        raise


def asked(owner: Any, name: str) -> Any:  # noqa: ANN401 – Excel's own object, and whatever it holds
    """A property of one of Excel's objects."""
    return answered(lambda: getattr(owner, name))


def was_rejected(error: Exception) -> bool:
    """Whether Excel turned a call away because it is busy with its user."""
    code: Any = getattr(error, "hresult", None)
    if code == _GENERAL:
        details: Any = getattr(error, "excepinfo", None)
        return bool(details) and details[-1] in REJECTED
    return code in REJECTED or type(error).__name__ == "ExcelBusyError"
