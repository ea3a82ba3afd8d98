"""How a click comes in: from our own pages, in time, and never more of them than the server has room for."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request

from vardering.base.faults import CallError

LARGEST_CLICK_BYTES = 60_000_000
MOST_HELD_BYTES = 300_000_000
"""Of all clicks that run, wait their turn or come in: five of the largest."""
SECONDS_TO_SEND = 120.0

Came = TypeVar("Came")


class PersonLeft(Exception):  # noqa: N818 – not an error: nobody waits for the answer any more
    """The pane was closed, or gave up."""


def refuse_foreign(request: Request, public_host: str) -> None:
    """Raise ``CallError`` "click-foreign" for a click that a page of somebody else's may have sent.

    Authority: OWASP, Cross-Site Request Forgery Prevention: a foreign page can send no JSON unasked, and says whose
    page it is.
    """
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    origin = request.headers.get("Origin")
    own = {request.headers.get("Host", ""), public_host, public_host.removesuffix(":443")}
    if kind != "application/json" or (origin is not None and urlsplit(origin).netloc not in own):
        raise CallError("click-foreign")


class Intake:
    """The clicks that come in, and how much of them the server holds."""

    def __init__(self, most: int = MOST_HELD_BYTES, seconds: float = SECONDS_TO_SEND) -> None:
        self._most = most
        self._seconds = seconds
        self._held = 0

    @asynccontextmanager
    async def body_of(self, request: Request) -> AsyncIterator[bytes]:
        """The click as it was sent, held until it has been answered.

        Raises ``CallError`` "click-too-large", "server-busy" as soon as it is, "click-too-slow"; ``PersonLeft``.
        """
        body = bytearray()
        try:
            await self._take_in(request, body)
            yield bytes(body)
        finally:
            self._held -= len(body)

    async def _take_in(self, request: Request, body: bytearray) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                async for part in request.stream():
                    body += part
                    self._held += len(part)
                    if len(body) > LARGEST_CLICK_BYTES:
                        raise CallError("click-too-large", megabytes=LARGEST_CLICK_BYTES // 1_000_000)
                    if self._held > self._most:
                        raise CallError("server-busy")
        except TimeoutError as late:
            raise CallError("click-too-slow") from late
        except ClientDisconnect as left:
            raise PersonLeft from left


async def unless_left(request: Request, run: Coroutine[Any, Any, Came]) -> Came:
    """What a run comes to; it is given up as soon as nobody waits for it. Raises ``PersonLeft``, and what it raises."""
    running, leaving = asyncio.ensure_future(run), asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait((running, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            raise PersonLeft
        return running.result()
    finally:
        running.cancel()
        leaving.cancel()
        await asyncio.gather(running, leaving, return_exceptions=True)


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        continue
