"""The whole road of a click in Excel: the built pane, book.js, the server and its processes; only Excel stands in."""

import base64
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from addin.web_folder import FOLDER
from house.source_files import ROOT
from judges.browser import Browser
from office_js import node_excel
from vardering.addin.task_pane import OFFICE_JS
from vardering.base.light_dataclasses import replace
from vardering.books.office_js.book import OfficeBook
from vardering.hosts.web.application import application
from vardering.hosts.web.server_settings import ServerSettings
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.snapshot import Snapshot

STAND_INS = ROOT / "tests" / "office_js"
DONE = "(now === 'question' || !document.querySelector('[aria-disabled]'))"
STATE = "const run = document.getElementById('run'); const now = run.hidden ? '' : run.dataset.state; "


@dataclass
class Road:
    """A pane that is open beside a workbook in the stand-in."""

    browser: Browser
    address: str

    def click(self, button: str, *answers: str) -> None:
        """Click a button, answer what it asks, and wait until it is done."""
        self.browser.click(f'[data-button="{button}"]')
        for text in answers:
            self.browser.wait(f"{STATE} return now === 'question'", seconds=60)
            self.browser.script(f"document.getElementById('question-answer').value = {json.dumps(text)}")
            self.browser.click(".main")
        self.browser.wait(f"{STATE} return now !== 'running' && {DONE}", seconds=60)

    @property
    def state(self) -> str:
        """How the run ended."""
        return str(self.browser.script(f"{STATE} return now"))

    @property
    def text(self) -> str:
        """What the pane answers."""
        return str(self.browser.script("return document.getElementById('run-body').innerText"))

    @property
    def cells(self) -> Any:
        """Every cell of every sheet: what was entered, since the stand-in does not calculate."""
        return self.browser.script(
            "return Object.fromEntries(window.book.sheets.map((sheet) => [sheet.name, Object.fromEntries("
            "[...sheet.cells].filter(([, cell]) => cell.kind !== 'Empty').map(([at, cell]) => "
            "[at, cell.formula ?? [cell.kind, cell.value]]))]))"
        )

    @property
    def snapshot(self) -> Snapshot:
        """What the workbook holds, read as the pane reads it; by another name than a file's."""
        held = OfficeBook.of(self.browser.script("return window.readAgain()"))
        return replace(held.snapshot(), fingerprint="", source="")

    def calculate(self, stored: Mapping[str, object]) -> None:
        """Tell the stand-in what formulas come to, by place: it does not calculate."""
        self.browser.script(f"window.book.calculated = {json.dumps(stored)}")

    @property
    def made(self) -> list[bytes]:
        """Workbooks that were opened in windows of their own."""
        return [base64.b64decode(content) for content in self.browser.script("return window.made")]

    @property
    def shown(self) -> list[str]:
        """Pages that were opened beside."""
        found: list[str] = self.browser.script("return window.shown")
        return found

    @property
    def breaches(self) -> list[str]:
        """What the server's policy stopped."""
        found: list[str] = self.browser.script("return window.broken")
        return found


@contextmanager
def road(browser: Browser, layout: WorkbookLayout, folder: Path) -> Iterator[Road]:
    """The server on this machine alone, and its pane open on a workbook. Logs are written in ``folder``."""
    port = _free_port()
    server = uvicorn.Server(
        uvicorn.Config(_served(layout, port, folder), host="127.0.0.1", port=port, log_level="warning", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        browser.visit(f"http://127.0.0.1:{port}/pane.html", width=380, height=760)
        browser.wait("return Boolean(window.book)")
        yield Road(browser, f"http://127.0.0.1:{port}")
    finally:
        server.should_exit = True
        thread.join(10)


def _served(layout: WorkbookLayout, port: int, folder: Path) -> Starlette:
    """The server's own application, but for Microsoft's script in the page and for what stands in for Excel."""
    address = f"http://127.0.0.1:{port}"
    server = application(ServerSettings("127.0.0.1", port, address), folder / "server.log")
    content = json.loads(json.dumps(node_excel._content(layout, (), False)))
    page = (FOLDER / "pane.html").read_text("utf-8").replace(OFFICE_JS, "road_stand_in.js")

    async def show_page(_: Request) -> Response:
        return HTMLResponse(page)

    async def show_workbook(_: Request) -> Response:
        return JSONResponse(content)

    async def show_stand_in(request: Request) -> Response:
        name = request.path_params["name"]
        here = Path(__file__).parent / f"{name}_stand_in.js"
        return FileResponse(here if here.is_file() else STAND_INS / f"{name}_stand_in.js")

    async def show_part(request: Request) -> Response:
        return FileResponse(STAND_INS / f"stand_in_{request.path_params['name']}.js")

    routes = [
        Route("/pane.html", show_page),
        Route("/workbook.json", show_workbook),
        Route("/{name}_stand_in.js", show_stand_in),
        Route("/stand_in_{name}.js", show_part),
    ]
    server.router.routes[:0] = routes
    return server


def _free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
