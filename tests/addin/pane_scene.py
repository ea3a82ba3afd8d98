"""The task pane in a browser: served as the server serves it, with stand-ins for Excel and canned replies."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from addin.web_folder import FOLDER
from judges.browser import Browser
from vardering.addin.task_pane import OFFICE_JS, SECONDS

HERE = Path(__file__).parent
POLICY = (
    "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self'; connect-src 'self'"
)
KINDS = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".png": "image/png"}
STAND_INS = {"/office.js": HERE / "office_stand_in.js", "/book.js": HERE / "book_stand_in.js"}
BROKEN_LINE = -1
"""A status that is none: the line breaks before an answer."""


@dataclass
class Scene:
    """What the server says and was asked. ``held`` keeps replies back until it is set."""

    replies: list[tuple[int, Any]] = field(default_factory=list)
    posts: list[dict[str, Any]] = field(default_factory=list)
    bearers: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    sign_in: bool = False
    in_excel: bool = True
    seconds: int = SECONDS
    address: str = ""
    held: threading.Event = field(default_factory=threading.Event)

    def page(self) -> bytes:
        """The page, with Microsoft's script replaced by the stand-in."""
        text = (FOLDER / "pane.html").read_text("utf-8")
        office = "office.js" if self.in_excel else "nothing.js"
        return text.replace(OFFICE_JS, office).replace(f'"seconds": {SECONDS}', f'"seconds": {self.seconds}').encode()


class Serving(BaseHTTPRequestHandler):
    """One request; the scene is the server's."""

    scene: Scene

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/settings.json":
            self.reply(200, "application/json", json.dumps({"sign_in": self.scene.sign_in}).encode())
            return
        file = STAND_INS.get(path, FOLDER / path.removeprefix("/"))
        if path == "/pane.html":
            self.reply(200, KINDS[".html"], self.scene.page())
        elif file.is_file():
            self.reply(200, KINDS[file.suffix], file.read_bytes())
        else:
            self.reply(404, "text/plain", b"")

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.scene.posts.append(body)
        self.scene.buttons.append(self.path.removeprefix("/run/"))
        self.scene.bearers.append(self.headers.get("Authorization", ""))
        status, reply = self.scene.replies.pop(0) if self.scene.replies else (500, None)
        self.scene.held.wait(30)
        if status == BROKEN_LINE:
            self.close_connection = True
            return
        self.reply(status, "application/json", reply if isinstance(reply, bytes) else json.dumps(reply).encode())

    def reply(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 – the library's own name
        """Nothing on the screen."""


@contextmanager
def served() -> Iterator[Scene]:
    """A server on this machine alone, for as long as it is needed."""
    scene = Scene()
    scene.held.set()
    handler = type("SceneServing", (Serving,), {"scene": scene})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    scene.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield scene
    scene.held.set()
    server.shutdown()
    server.server_close()
    thread.join()


STATE = "const run = document.getElementById('run'); return run.hidden ? '' : (run.dataset.state || '');"


@dataclass
class Pane:
    """The open pane as a person and a test see it."""

    browser: Browser
    scene: Scene

    def open(self, *, width: int = 350, height: int = 760) -> None:
        """The page, loaded anew."""
        self.browser.visit(f"{self.scene.address}/pane.html", width=width, height=height)
        self.browser.wait("return document.readyState === 'complete'")
        if self.scene.in_excel:
            self.browser.wait("return Object.keys(window.ribbon).length > 0")

    def click(self, button: str) -> None:
        """A click with the pointer on a button of the registry."""
        self.browser.click(f'[data-button="{button}"]')

    def reaches(self, state: str) -> None:
        """Wait until the run is in this state: "" where none is shown."""
        self.browser.wait(f"{STATE.replace('return', 'const now =')} return now === {json.dumps(state)}")

    def text(self, selector: str = "#run-body") -> str:
        """What stands in the first element that matches."""
        return str(self.browser.script(f"return document.querySelector({json.dumps(selector)})?.innerText ?? ''"))

    @property
    def said(self) -> str:
        """What those who listen heard last."""
        return str(self.browser.script("return document.getElementById('said').textContent"))

    @property
    def focused(self) -> str:
        """The name of the button that has the focus, or the id of the element."""
        return str(
            self.browser.script(
                "const at = document.activeElement; return at.dataset.button ?? (at.id || at.className)"
            )
        )

    @property
    def asked(self) -> list[str]:
        """What Excel was asked for."""
        found: list[str] = self.browser.script("return window.asked")
        return found

    @property
    def breaches(self) -> list[str]:
        """What the page did that its policy forbids."""
        found: list[str] = self.browser.script("return window.broken ?? []")
        return found


def answer(text: str, **more: object) -> tuple[int, Mapping[str, object]]:
    """An answer without anything but a text, and what is given besides."""
    nothing: dict[str, object] = {
        "tone": "done",
        "where": None,
        "orders": None,
        "undo": None,
        "files": [],
        "show": None,
    }
    return 200, {"kind": "answer", **nothing, "text": text, **more}


def question(asks: str = "text", **more: object) -> tuple[int, Mapping[str, object]]:
    """A question."""
    nothing: dict[str, object] = {"id": "svar", "question": "Vilken beslutspunkt?", "suggestion": "", "ending": ""}
    return 200, {"kind": "question", "asks": asks, **nothing, **more}


FINDINGS = """Fel: Kostnader!F7: Beloppet är text och inget tal. Skriv beloppet med siffror.
Fel: Nyttor!C5: Nyttan saknar effektägare. Välj en person på bladet Roller.
Varning: Parametrar!C12: Kalkylräntan skiljer sig från den rekommenderade. Motivera den i kolumnen Källa.

2 fel, 1 varning. Räkna om för att få allt på bladet Kontroll."""
FIGURES = """Kalkylen är omräknad.

Nettonuvärde, budgetverkande: 1 240 000 kr
Nettonuvärde, alla värderade: 3 870 000 kr
Nettonuvärde, försiktig nettonytta: 410 000 kr

0 fel, 2 varningar. Allt står på bladet Kontroll."""
WORKBOOK = "UEsDBA=="


def ask_text(pane: Pane) -> None:
    """The pane with a question."""
    pane.scene.replies = [question(suggestion="BP3")]
    pane.click("InforBeslutspunkt")
    pane.reaches("question")


def ask_files(pane: Pane) -> None:
    """The pane with a question for files."""
    pane.scene.replies = [question("files", question="Välj formulär och kopior med mätvärden", ending=".xlsx")]
    pane.click("HamtaMatvarden")
    pane.reaches("question")


def run_on(pane: Pane) -> None:
    """The pane while a button runs; set ``held`` to let it go on."""
    pane.scene.held.clear()
    pane.scene.replies = [answer("Klart.")]
    pane.click("Simulera")
    pane.reaches("running")
    pane.browser.wait("return document.querySelector('.progress').textContent.startsWith('Arbetar')")


def answer_findings(pane: Pane) -> None:
    """The pane with findings."""
    pane.scene.replies = [answer(FINDINGS, tone="warning", where={"sheet": "Kostnader", "address": "F7"})]
    pane.click("Kontrollera")
    pane.reaches("warning")


def answer_figures(pane: Pane) -> None:
    """The pane with figures."""
    pane.scene.replies = [answer(FIGURES, orders={"orders": []}, undo={"u": 1})]
    pane.click("RaknaOm")
    pane.reaches("done")


def answer_files(pane: Pane) -> None:
    """The pane with two files."""
    files = [
        {"name": "kalkyl.xlsx", "content": WORKBOOK, "opens": True},
        {"name": "kalkyl beslutsunderlag.docx", "content": WORKBOOK, "opens": False},
    ]
    pane.scene.replies = [answer("Filerna är klara.", files=files)]
    pane.click("NyKalkyl")
    pane.reaches("done")


def answer_failed(pane: Pane) -> None:
    """The pane when the server failed."""
    pane.scene.replies = [(500, None)]
    pane.click("Kontrollera")
    pane.reaches("failed")


STATES: Mapping[str, Callable[[Pane], None]] = {
    "start": lambda _: None,
    "running": run_on,
    "question": ask_text,
    "files-asked": ask_files,
    "findings": answer_findings,
    "figures": answer_figures,
    "files": answer_files,
    "failed": answer_failed,
}
"""How the pane looks, by the name of a state."""
