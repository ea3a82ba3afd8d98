"""One click: attach to the Excel that the ribbon names, run the button's command, and say what came of it.

Exit code 0: what there is to say has been said. Anything else comes from Python itself, and the ribbon says it.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from vardering.base.faults import CallError, VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.attaching import excel_at
from vardering.books.live_excel.window import ExcelWindow
from vardering.commands.buttons import BUTTONS, Button, button_named
from vardering.hosts.buttons.answers import Answer, fault_answer
from vardering.hosts.excel import message_box
from vardering.hosts.excel.clicked_book import OpenWorkbook
from vardering.hosts.excel.undo_store import UndoStore
from vardering.hosts.run_log import RunLog, places_of
from vardering.hosts.settings import RibbonCall, handbook_path, profile_folder, ribbon_call, run_context, show_file
from vardering.texts.excel_texts import READING


@dataclass(frozen=True, slots=True)
class Desk:
    """What the machine lends a click: how Excel is found, messages shown and files opened; where things are kept."""

    find_excel: Callable[[int], ExcelWindow] = excel_at
    tell: Callable[[int, Answer], None] = message_box.show
    show_file: Callable[[Path], None] = show_file
    folder: Path | None = None

    @property
    def place(self) -> Path:
        """The product's folder in the user's profile."""
        return profile_folder() if self.folder is None else self.folder


def main(arguments: Sequence[str], desk: Desk) -> int:
    """Run one button. Whatever happens, the person is told in one message and Excel is left as it was."""
    gc.disable()
    began = time.monotonic()
    name = arguments[0] if arguments else ""
    call, context = ribbon_call(), run_context()
    log = RunLog(desk.place / "logg" / "vardering.log")
    outcome = "fine"
    excel: ExcelWindow | None = None
    answer = Answer()
    try:
        button = button_named(name)
        excel = desk.find_excel(call.window)
        excel.say(READING)
        book = OpenWorkbook(excel, call.book, context, UndoStore(desk.place / "angra"))
        answer = _run(button, book, desk, log.path)
    except VarderingError as stop:
        answer, outcome = fault_answer(stop.fault), f"{stop.fault.code} places={places_of(stop)}"
    except Exception as defect:
        run = f"{type(defect).__name__}-{os.getpid()}"
        answer = fault_answer(VarderingError("internal-error", run=run).fault)
        outcome = f"internal-error run={run} places={places_of(defect)}"
    finally:
        _let_go(excel)
    known = name if any(button.name == name for button in BUTTONS) else "unknown"
    log.write(context.clock, button=known, ms=round((time.monotonic() - began) * 1000), outcome=outcome)
    _tell(desk, excel, call, answer)
    return 0


def _run(button: Button, book: OpenWorkbook, desk: Desk, log_path: Path) -> Answer:
    from vardering.hosts.buttons.runners import RUNNERS
    from vardering.hosts.buttons.session import Session
    from vardering.hosts.excel.help_runners import help_runners

    def show_handbook() -> None:
        path = handbook_path()
        if not path.is_file():
            raise CallError("file-missing", path=str(path))
        desk.show_file(path)

    session = Session(
        book.context, book, book.excel, log_path.parent, desk.show_file, show_handbook, os.cpu_count() or 1
    )
    return {**RUNNERS, **help_runners(book, log_path)}[button.command](session, button.preset)


def _let_go(excel: ExcelWindow | None) -> None:
    """Give the status bar back; an Excel that cannot take it has more to think of."""
    if excel is not None:
        with suppress(Exception):
            excel.fall_silent()


def _tell(desk: Desk, excel: ExcelWindow | None, call: RibbonCall, answer: Answer) -> None:
    """Show the cell that the message is about, and the message."""
    if not answer.text:
        return
    if excel is not None and answer.where is not None:
        with suppress(Exception):
            excel.mark(call.book, answer.where)
    desk.tell(call.window, answer)


def start() -> NoReturn:
    """Run the button named on the command line as a process of its own."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    code = main(sys.argv[1:], Desk())
    # Nothing is left to do: what is written is in Excel, and files are closed.
    os._exit(code)
