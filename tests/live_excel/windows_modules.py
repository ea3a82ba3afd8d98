"""Stand-ins for the Windows modules that xlwings builds on, so that its own code for Excel runs on any machine."""

import ctypes
import importlib
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import ModuleType, SimpleNamespace
from typing import Any


class ComError(Exception):
    """pywintypes.com_error: hresult, what it says, details, argument."""

    def __init__(self, hresult: int, text: str = "", details: tuple[Any, ...] | None = None) -> None:
        super().__init__(hresult, text, details, None)
        self.hresult, self.strerror, self.excepinfo, self.argerror = hresult, text, details, None


class Dispatch:
    """The class that xlwings takes for an object of Excel's."""


class TimeType(datetime):
    """pywintypes' time: a datetime with a time zone."""


def _module(name: str, **content: object) -> ModuleType:
    module = ModuleType(name)
    module.__file__ = f"{name}.dll"
    for key, value in content.items():
        setattr(module, key, value)
    return module


class _Foreign:
    """Stands for every function of a Windows library; none is called when a workbook is handed in."""

    def __getattr__(self, name: str) -> "_Foreign":
        return _Foreign()

    def __call__(self, *arguments: object) -> int:
        return 0


def desktop_engine() -> ModuleType:
    """xlwings' own module for Excel on Windows, imported over the stand-ins."""
    if "xlwings._xlwindows" in sys.modules:
        return sys.modules["xlwings._xlwindows"]
    client = _module(
        "win32com.client",
        CDispatch=Dispatch,
        CoClassBaseClass=Dispatch,
        DispatchBaseClass=Dispatch,
        Dispatch=Dispatch,
        DispatchEx=Dispatch,
    )
    stand_ins = {
        "pywintypes": _module("pywintypes", com_error=ComError, error=OSError, TimeType=TimeType, IID=str),
        "win32api": _module("win32api"),
        "win32con": _module("win32con"),
        "pythoncom": _module("pythoncom", CoInitialize=lambda: None, ole_error=ComError, com_error=ComError),
        "win32com": _module("win32com", client=client),
        "win32com.client": client,
        "win32gui": _module("win32gui"),
        "win32process": _module("win32process"),
        "win32timezone": _module("win32timezone", TimeZoneInfo=SimpleNamespace(utc=lambda: UTC)),
        "xlwings._win32patch": _module("xlwings._win32patch", CoClassBaseClass=Dispatch),
    }
    libraries: dict[str, object] = {"windll": _Foreign(), "oledll": _Foreign(), "PyDLL": lambda name: _Foreign()}
    kept: dict[str, Callable[..., object] | None] = {name: getattr(ctypes, name, None) for name in libraries}
    importlib.import_module("xlwings")
    sys.modules.update(stand_ins)
    for name, library in libraries.items():
        setattr(ctypes, name, library)
    try:
        return importlib.import_module("xlwings._xlwindows")
    finally:
        for name, library in kept.items():
            if library is None:
                delattr(ctypes, name)
            else:
                setattr(ctypes, name, library)
