"""The server as it is, and its task pane in a browser over a stand-in for Excel."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from judges.browser import Browser
from office_js.node_excel import _content
from vardering.addin.task_pane import OFFICE_JS
from vardering.books.office_js.book import OfficeBook
from vardering.hosts.settings import web_add_in_folder
from vardering.hosts.web.application import application
from vardering.hosts.web.server_settings import ServerSettings
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.snapshot import Snapshot

HERE = Path(__file__).parent
STATE = "const run = document.getElementById('run'); const state = run.hidden ? '' : (run.dataset.state || '');"


def with_stand_in(server: Starlette, layout: WorkbookLayout) -> Starlette:
    """The server, save that its page loads the stand-in where it loads Microsoft's script."""
    page = (web_add_in_folder() / "pane.html").read_text("utf-8")
    script = f'<script src="{OFFICE_JS}"></script>'
    assert script in page
    page = page.replace(script, '<script type="module" src="/stand_in/browser_excel.js"></script>')
    content = f"export default {json.dumps(_content(layout, (), False))};"

    async def pane(_: Request) -> Response:
        return HTMLResponse(page)

    async def workbook(_: Request) -> Response:
        return Response(content, media_type="text/javascript")

    async def excel(_: Request) -> Response:
        return Response((HERE / "browser_excel.js").read_text("utf-8"), media_type="text/javascript")

    own = [
        Route("/pane.html", pane),
        Route("/stand_in/content.js", workbook),
        Route("/stand_in/browser_excel.js", excel),
        Mount("/stand_in", StaticFiles(directory=HERE.parent / "office_js")),
    ]
    server.router.routes[:0] = own
    return server


@contextmanager
def serving(layout: WorkbookLayout, log: Path) -> Iterator[str]:
    """The server on a port of its own, for as long as it is needed; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    app = with_stand_in(application(ServerSettings("127.0.0.1", port, address), log), layout)
    server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    try:
        yield address
    finally:
        server.should_exit = True
        thread.join()


@dataclass
class OpenPane:
    """A person at the pane."""

    browser: Browser
    address: str

    def click(self, button: str) -> None:
        self.browser.click(f'[data-button="{button}"]')

    def run(self, button: str, ends: str = "done") -> None:
        """A click, and the wait until the run has ended so."""
        self.browser.script("document.getElementById('run').dataset.state = 'awaited'")
        self.click(button)
        self.reaches(ends)

    def reaches(self, *states: str) -> None:
        self.browser.wait(f"{STATE} return {json.dumps(states)}.includes(state)")

    @property
    def text(self) -> str:
        return str(self.browser.script("return document.getElementById('run-body').innerText"))

    @property
    def snapshot(self) -> Snapshot:
        """What the workbook in the browser holds, read as the pane reads it."""
        held: Any = self.browser.script("return globalThis.readAgain()")
        return OfficeBook.of(held).snapshot()
