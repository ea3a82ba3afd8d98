"""Clicks as they come in: from our own pages, in time, no more than there is room for, while somebody waits."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Message

from vardering.addin.task_pane import MOST_BYTES
from vardering.base.faults import CallError
from vardering.hosts.web import application
from vardering.hosts.web.click_intake import LARGEST_CLICK_BYTES, Intake, PersonLeft, refuse_foreign, unless_left
from vardering.hosts.web.click_process import ClickProcesses, ClickResult
from vardering.hosts.web.server_settings import ServerSettings
from web.panes import sent

TRIAL = ServerSettings("127.0.0.1", 8443, "http://127.0.0.1:8443")
JSON = "application/json"
GONE: Message = {"type": "http.disconnect"}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "server.log"


@pytest.fixture
def trial(log: Path) -> Iterator[TestClient]:
    with TestClient(application.application(TRIAL, log), "http://127.0.0.1:8443") as client:
        yield client


def request(*messages: Message, **headers: str) -> Request:
    """A request whose parts come as told, and then nothing more for ever."""
    waiting = list(messages)

    async def receive() -> Message:
        if not waiting:
            await asyncio.Event().wait()
        return waiting.pop(0)

    named = [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": named}, receive)


def part(content: bytes, *, more: bool = True) -> Message:
    return {"type": "http.request", "body": content, "more_body": more}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": JSON, "Origin": "https://annan.se"},
        {"Content-Type": JSON, "Origin": "null"},
        {"Content-Type": JSON, "Origin": "http://127.0.0.1:9999"},
    ],
)
def test_a_page_of_somebody_elses_runs_nothing(
    trial: TestClient, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run(*_: object) -> ClickResult:
        raise AssertionError("the click was run")

    monkeypatch.setattr(ClickProcesses, "run", run)
    answer = trial.post("/run/Om", content=sent(), headers=headers)
    assert answer.status_code == 403
    assert answer.json()["code"] == "click-foreign"


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://vardering.kommun.se", "vardering.kommun.se"),
        ("https://vardering.kommun.se", "127.0.0.1:8443"),
        ("http://127.0.0.1:8443", "127.0.0.1:8443"),
    ],
)
def test_our_own_page_is_let_in_behind_a_proxy_too(origin: str, host: str) -> None:
    refuse_foreign(request(Content_Type=f"{JSON}; charset=utf-8", Origin=origin, Host=host), "vardering.kommun.se:443")


def test_a_click_that_does_not_come_in_is_given_up() -> None:
    async def slow() -> None:
        async with Intake(seconds=0.01).body_of(request(part(b"x"))):
            raise AssertionError("it never came")

    with pytest.raises(CallError) as late:
        asyncio.run(slow())
    assert late.value.fault.code == "click-too-slow"


def test_no_more_is_held_than_there_is_room_for_and_all_is_let_go() -> None:
    async def crowd() -> bytes:
        intake = Intake(most=10)
        async with intake.body_of(request(part(b"12345678", more=False))) as first:
            with pytest.raises(CallError) as full:
                async with intake.body_of(request(part(b"123"))):
                    raise AssertionError("there was no room")
            assert full.value.fault.code == "server-busy"
        async with intake.body_of(request(part(b"12345"), part(b"67890", more=False))) as last:
            return first + last

    assert asyncio.run(crowd()) == b"123456781234567890"


def test_the_pane_knows_how_much_the_server_takes() -> None:
    assert MOST_BYTES == LARGEST_CLICK_BYTES


def test_a_person_who_leaves_while_sending_has_left() -> None:
    async def gone() -> None:
        async with Intake().body_of(request(part(b"x"), GONE)):
            raise AssertionError("it never came")

    with pytest.raises(PersonLeft):
        asyncio.run(gone())


def test_a_run_that_nobody_waits_for_is_given_up() -> None:
    ended: list[str] = []

    async def run() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("given up")

    async def leave() -> None:
        await unless_left(request(part(b"", more=False), GONE), run())

    with pytest.raises(PersonLeft):
        asyncio.run(leave())
    assert ended == ["given up"]


def test_one_who_waits_gets_what_the_run_came_to() -> None:
    async def run() -> int:
        return 7

    async def fail() -> int:
        raise CallError("server-busy")

    assert asyncio.run(_awaited(run)) == 7
    with pytest.raises(CallError):
        asyncio.run(_awaited(fail))


async def _awaited(run: object) -> object:
    assert callable(run)
    return await unless_left(request(), run())


@pytest.mark.parametrize(
    ("stop", "status", "outcome"),
    [(PersonLeft(), 204, "outcome=left\n"), (ZeroDivisionError("hemligt"), 500, "outcome=internal-error run=ZeroDivi")],
)
def test_what_came_in_the_way_of_an_answer_is_in_the_log_without_contents(
    trial: TestClient, log: Path, stop: Exception, status: int, outcome: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run(*_: object) -> ClickResult:
        raise stop

    monkeypatch.setattr(ClickProcesses, "run", run)
    answer = trial.post("/run/Om", content=sent(), headers={"Content-Type": JSON})
    assert answer.status_code == status
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert outcome in log.read_text("utf-8")
    assert "hemligt" not in log.read_text("utf-8") + answer.text


@pytest.mark.parametrize("page", ["/pane.html", "/pane.js", "/manifest.xml", "/handbok/handbok.html", "/ingen"])
def test_a_browser_asks_each_time_whether_a_page_is_new(trial: TestClient, page: str) -> None:
    first = trial.get(page)
    assert first.headers["Cache-Control"] == "no-cache"
    if "ETag" in first.headers:
        assert trial.get(page, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
