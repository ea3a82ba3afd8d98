"""The command ``vardering-server``: reads how the server is to run, refuses what is unsafe, and runs it."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from vardering import __version__
from vardering.base.faults import VarderingError
from vardering.hosts.settings import profile_folder
from vardering.hosts.web.server_settings import ServerSettings, checked
from vardering.texts import web_texts as words
from vardering.texts.fault_texts import sentence_for

FINE, UNUSABLE = 0, 2
SECONDS_TO_STOP = 8
"""For the clicks that run when the server is told to stop: those who start servers seldom wait more than ten."""


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    options = argparse.ArgumentParser("vardering-server", description=words.SERVER_HELP)
    options.add_argument("--version", action="version", version=__version__)
    options.add_argument("--host", default="127.0.0.1", help=words.HELP_HOST)
    options.add_argument("--port", type=int, default=8443, help=words.HELP_PORT)
    options.add_argument("--address", default="", help=words.HELP_ADDRESS)
    options.add_argument("--tenant", default="", help=words.HELP_TENANT)
    options.add_argument("--client", default="", help=words.HELP_CLIENT)
    options.add_argument("--role", default="", help=words.HELP_ROLE)
    options.add_argument("--certificate", default=None, help=words.HELP_CERTIFICATE)
    options.add_argument("--key", default=None, help=words.HELP_KEY)
    options.add_argument("--clicks", type=int, default=os.cpu_count() or 1, help=words.HELP_CLICKS)
    options.add_argument("--without-sign-in", action="store_true", help=words.HELP_WITHOUT_SIGN_IN)
    return options


def settings_of(given: argparse.Namespace) -> ServerSettings:
    """The settings that were asked for. Raises what ``checked`` raises."""
    scheme = "https" if given.certificate else "http"
    settings = ServerSettings(
        host=given.host,
        port=given.port,
        address=given.address or f"{scheme}://{given.host}:{given.port}",
        tenant=given.tenant,
        client=given.client,
        role=given.role,
        at_once=max(given.clicks, 1),
    )
    return checked(settings, without_sign_in=given.without_sign_in)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the server until it is told to stop; gives the exit code."""
    given = parser().parse_args(arguments)
    try:
        settings = settings_of(given)
        _serve(settings, {"ssl_certfile": given.certificate, "ssl_keyfile": given.key})
    except VarderingError as refusal:
        sentence = sentence_for(refusal.fault.code, refusal.fault.arguments)
        sys.stderr.write(f"{sentence.what} {sentence.remedy}\n")
        return UNUSABLE
    return FINE


def _serve(settings: ServerSettings, certificate: dict[str, Any]) -> None:
    import uvicorn

    from vardering.hosts.web.application import application
    from vardering.hosts.web.click_folders import remove_forgotten_folders

    remove_forgotten_folders()
    app = application(settings, _log_path())
    sys.stdout.write(words.STARTED.format(address=settings.address) + "\n")
    sys.stdout.flush()
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=SECONDS_TO_STOP,
        **certificate,
    )


def _log_path() -> Path:
    return profile_folder() / "logg" / "server.log"


def start() -> NoReturn:
    """Run the command as a process of its own."""
    sys.exit(main())
