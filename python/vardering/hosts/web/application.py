"""The server's pages: the pane, the manifest, the handbook, and one address for every button.

Nothing of a workbook is kept: a click comes with what the workbook holds, and goes back with what to write in it.
"""

import os
import time
from collections.abc import Mapping
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from vardering import __version__
from vardering.base.faults import CallError, VarderingError
from vardering.commands.buttons import button_named
from vardering.hosts.run_log import RunLog, places_of
from vardering.hosts.settings import run_context
from vardering.hosts.web.add_in_pages import handbook_folder, manifest, pane_folder, style_hashes
from vardering.hosts.web.click_intake import Intake, PersonLeft, refuse_foreign, unless_left
from vardering.hosts.web.click_process import ClickProcesses, ClickResult
from vardering.hosts.web.security_headers import SecurityHeaders
from vardering.hosts.web.server_settings import ServerSettings
from vardering.hosts.web.sign_in import EntraSignIn, NoSignIn, Registration, SignIn
from vardering.texts.fault_texts import sentence_for

STATUS: Mapping[str, int] = {
    "sign-in-needed": 401,
    "sign-in-refused": 403,
    "sign-in-out-of-reach": 503,
    "click-foreign": 403,
    "click-too-large": 413,
    "click-too-slow": 408,
    "server-busy": 503,
    "click-too-long": 504,
    "click-ended": 500,
    "button-unknown": 404,
    "internal-error": 500,
}
"""What each refusal is in HTTP; any other is 400."""

NOT_KEPT = {"Cache-Control": "no-store"}


class ClickDesk:
    """Takes clicks in: who sends them, how large they are, how they went."""

    def __init__(self, public_host: str, sign_in: SignIn, processes: ClickProcesses, log: RunLog) -> None:
        self._public_host = public_host
        self._sign_in = sign_in
        self._processes = processes
        self._log = log
        self._intake = Intake()

    async def settings(self, _: Request) -> Response:
        """What the pane must know before its first click."""
        return JSONResponse({"sign_in": self._sign_in.is_required, "version": __version__}, headers=NOT_KEPT)

    async def click(self, request: Request) -> Response:
        """Run a button and give the pane its reply."""
        began = time.monotonic()
        name = request.path_params["button"]
        try:
            result = await self._answer(name, request)
            response: Response = JSONResponse(result.reply, headers=NOT_KEPT)
            outcome = result.outcome
        except PersonLeft:
            response, outcome = Response(status_code=204), "left"
        except CallError as refusal:
            response = _refused(refusal)
            outcome = f"{refusal.fault.code} places={places_of(refusal)}"
            name = "unknown" if refusal.fault.code == "button-unknown" else name
        except Exception as defect:
            run = f"{type(defect).__name__}-{os.getpid()}"
            response = _refused(VarderingError("internal-error", run=run))
            outcome = f"internal-error run={run} places={places_of(defect)}"
        spent = round((time.monotonic() - began) * 1000)
        self._log.write(run_context("").clock, button=name, ms=spent, outcome=outcome)
        return response

    async def _answer(self, name: str, request: Request) -> ClickResult:
        button_named(name)
        refuse_foreign(request, self._public_host)
        user = await self._sign_in.user_of(request.headers.get("Authorization", ""))
        async with self._intake.body_of(request) as content:
            return await unless_left(request, self._processes.run(name, content, user))


def _refused(refusal: VarderingError) -> Response:
    sentence = sentence_for(refusal.fault.code, refusal.fault.arguments)
    said = {"code": refusal.fault.code, "text": f"{sentence.what} {sentence.remedy}"}
    return JSONResponse(said, STATUS.get(refusal.fault.code, 400), headers=NOT_KEPT)


def application(settings: ServerSettings, log_path: Path, sign_in: SignIn | None = None) -> Starlette:
    """The server for checked settings. Raises ``CallError`` "web-add-in-missing"."""
    registration = None
    if settings.signs_in:
        registration = Registration(settings.tenant, settings.client, settings.public_host, settings.role)
    judge = sign_in or (NoSignIn() if registration is None else EntraSignIn(registration))
    desk = ClickDesk(settings.public_host, judge, ClickProcesses(settings.at_once), RunLog(log_path))
    built = manifest(settings.address, registration)

    async def show_manifest(_: Request) -> Response:
        return Response(built, media_type="application/xml")

    async def show_health(_: Request) -> Response:
        return JSONResponse({"version": __version__})

    async def show_pane(_: Request) -> Response:
        return RedirectResponse("pane.html")

    return Starlette(
        routes=[
            Route("/", show_pane),
            Route("/health", show_health),
            Route("/manifest.xml", show_manifest),
            Route("/settings.json", desk.settings),
            Route("/run/{button}", desk.click, methods=["POST"]),
            Mount("/handbok", StaticFiles(directory=handbook_folder(), html=True)),
            Mount("/", StaticFiles(directory=pane_folder())),
        ],
        middleware=[
            Middleware(SecurityHeaders, own_styles=style_hashes(handbook_folder())),
            Middleware(TrustedHostMiddleware, allowed_hosts=[settings.public_host.partition(":")[0], "127.0.0.1"]),
            Middleware(GZipMiddleware),
        ],
    )
