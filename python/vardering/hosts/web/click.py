"""One click in the task pane, run in a process of its own: the click on standard input, what came of it on output.

Whatever was sent can at worst end this process. Its memory has a ceiling, its time is kept by the server that started
it, and its files lie in a folder that is gone when it ends.
"""

import faulthandler
import gc
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from vardering.base.faults import VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.commands.buttons import Button, button_named
from vardering.commands.request import RunContext
from vardering.hosts.buttons.answers import Answer, fault_answer
from vardering.hosts.buttons.session import Session
from vardering.hosts.resource_limits import limit_resources
from vardering.hosts.run_log import places_of
from vardering.hosts.settings import run_context
from vardering.hosts.web.click_messages import Click, Json, PaneAnswer, click_of
from vardering.hosts.web.pane_session import Asked, PaneBook, PaneWindow
from vardering.texts import excel_texts, web_texts

HANDBOOK_PAGE = "handbok/handbok.html"
FINE = "fine"
ASKED = "asked"
SECONDS_OF_GRACE = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to send back, and how it went, for the log."""

    reply: Json
    outcome: str


def answer_click(button_name: str, content: bytes, context: RunContext) -> Outcome:
    """Run a button for what the pane sent. Faults are answers; so is a defect, with a run id. Never raises."""
    try:
        with TemporaryDirectory(prefix="vardering-") as folder:
            return Outcome(_run(button_named(button_name), click_of(content), context, Path(folder)).as_json(), FINE)
    except Asked as waits:
        return Outcome(waits.question.as_json(), ASKED)
    except VarderingError as stop:
        return Outcome(_said(fault_answer(stop.fault)), f"{stop.fault.code} places={places_of(stop)}")
    except MemoryError:
        return Outcome(_said(fault_answer(VarderingError("too-large").fault)), "too-large")
    except Exception as defect:
        run = f"{type(defect).__name__}-{os.getpid()}"
        answer = fault_answer(VarderingError("internal-error", run=run).fault)
        return Outcome(_said(answer), f"internal-error run={run} places={places_of(defect)}")


def _said(answer: Answer) -> Json:
    return PaneAnswer(answer.text, answer.tone.value, answer.where).as_json()


def _run(button: Button, click: Click, context: RunContext, folder: Path) -> PaneAnswer:
    from vardering.hosts.buttons.runners import RUNNERS

    book, window, pages = PaneBook(click.book, context), PaneWindow(click, folder), list[str]()
    session = Session(context, book, window, folder, window.show, partial(pages.append, HANDBOOK_PAGE))
    own: dict[str, Callable[[], Answer]] = {
        "undo": lambda: _taken_back(book, click),
        "about": lambda: about_answer(context),
    }
    runner = own.get(button.command)
    answer = RUNNERS[button.command](session, button.preset) if runner is None else runner()
    made, show = window.made_files(), next(iter(pages), None)
    return PaneAnswer(answer.text, answer.tone.value, answer.where, book.orders, book.undo, made, show)


def _taken_back(book: PaneBook, click: Click) -> Answer:
    event, time = book.take_back(click.undo, click.after)
    return Answer(excel_texts.UNDONE.format(event=event, time=f"{time:%Y-%m-%d %H:%M}"))


def about_answer(context: RunContext) -> Answer:
    """Which version answers, where, and to whom."""
    lines = [
        web_texts.ABOUT_VERSION.format(version=context.version),
        web_texts.ABOUT_SERVER,
        web_texts.ABOUT_USER.format(user=context.user),
    ]
    return Answer("\n".join(lines))


def start() -> NoReturn:
    """Run the click on standard input: a line that says which button and for whom, then what the pane sent."""
    gc.disable()
    limit_resources()
    head = json.loads(sys.stdin.buffer.readline())
    # Where the server itself was killed nobody else keeps the time.
    faulthandler.dump_traceback_later(head["seconds"] + SECONDS_OF_GRACE, exit=True)
    outcome = answer_click(head["button"], sys.stdin.buffer.read(), run_context(head["user"]))
    sys.stdout.buffer.write(json.dumps({"reply": outcome.reply, "outcome": outcome.outcome}).encode())
    sys.stdout.buffer.flush()
    # Nothing is left to do: what was made has been sent.
    os._exit(0)


if __name__ == "__main__":
    start()
