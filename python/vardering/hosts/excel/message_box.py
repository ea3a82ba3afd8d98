"""Windows' own message box, over the Excel window that the button was clicked in."""

import ctypes
import sys

from vardering.hosts.buttons.answers import Answer, Tone
from vardering.texts.excel_texts import TITLE

_FLAGS = {Tone.DONE: 0x40, Tone.WARNING: 0x30}
"""MB_ICONINFORMATION and MB_ICONWARNING."""
_IN_FRONT = 0x10000


def show(window: int, answer: Answer) -> None:
    """Show a message and wait until it is read. Where there is no Windows it is printed."""
    windows = getattr(ctypes, "windll", None)
    if windows is None:
        sys.stderr.write(f"{answer.text}\n")
    else:
        windows.user32.MessageBoxW(window, answer.text, TITLE, _FLAGS[answer.tone] | _IN_FRONT)
