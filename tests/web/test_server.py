"""The server's pages and its clicks, asked as a browser asks."""

import asyncio
import base64
import hashlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from live_excel.open_books import FULL, layout_of
from vardering.addin.office_manifest import PLACEHOLDER
from vardering.base.faults import CallError
from vardering.examples.catalogue import load_example
from vardering.hosts.settings import handbook_path, web_add_in_folder
from vardering.hosts.web import add_in_pages, application, click_intake, click_process
from vardering.hosts.web.click_process import ClickProcesses, ClickResult
from vardering.hosts.web.server_settings import ServerSettings
from web.panes import held_of_layout, sent
from web.tokens import CLIENT, TENANT, bearer, sign_in

ADDRESS = "https://vardering.kommun.se"
SIGNED = ServerSettings("127.0.0.1", 8443, ADDRESS, TENANT, CLIENT)
TRIAL = ServerSettings("127.0.0.1", 8443, "http://127.0.0.1:8443")
OURS = {"Content-Type": "application/json"}
SCHEMA = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "logg" / "server.log"


@pytest.fixture
def signed(log: Path) -> Iterator[TestClient]:
    with TestClient(application.application(SIGNED, log, sign_in()), ADDRESS, headers=OURS) as client:
        yield client


@pytest.fixture
def trial(log: Path) -> Iterator[TestClient]:
    with TestClient(application.application(TRIAL, log), "http://127.0.0.1:8443", headers=OURS) as client:
        yield client


@pytest.mark.parametrize(
    "page", ["/pane.html", "/pane.js", "/pane.css", "/book.js", "/handbok/handbok.html", "/health"]
)
def test_the_pages_of_the_add_in_are_served_with_their_headers(signed: TestClient, page: str) -> None:
    answer = signed.get(page)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "'unsafe" not in policy
    assert "script-src 'self' https://appsforoffice.microsoft.com;" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_first_page_is_the_pane(signed: TestClient) -> None:
    assert signed.get("/").url.path == "/pane.html"


def test_the_handbooks_own_styles_are_let_by_their_hash_and_its_pictures_are_there(signed: TestClient) -> None:
    answer = signed.get("/handbok/handbok.html")
    styles = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    assert styles
    for style in styles:
        mark = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"'sha256-{mark}'" in answer.headers["Content-Security-Policy"]
    pictures = set(re.findall(r'<img[^>]* src="([^"]+)"', answer.text))
    assert pictures
    assert {signed.get(f"/handbok/{picture}").status_code for picture in pictures} == {200}
    assert answer.text == handbook_path().read_text("utf-8")


def test_the_manifest_holds_the_servers_address_and_what_excel_asks_entra_for(signed: TestClient) -> None:
    answer = signed.get("/manifest.xml")
    assert answer.headers["Content-Type"].startswith("application/xml")
    assert PLACEHOLDER not in answer.text
    assert f"{ADDRESS}/pane.html" in answer.text
    overrides = ET.fromstring(answer.text).find(f"{SCHEMA}VersionOverrides")
    assert overrides is not None
    asks = list(overrides)[-1]
    assert [asks.tag, *(part.tag for part in asks)] == [
        f"{SCHEMA}{name}" for name in ("WebApplicationInfo", "Id", "Resource", "Scopes")
    ]
    assert [asks[0].text, asks[1].text] == [CLIENT, f"api://vardering.kommun.se/{CLIENT}"]


def test_a_trial_asks_for_no_sign_in(trial: TestClient) -> None:
    assert "WebApplicationInfo" not in trial.get("/manifest.xml").text
    assert trial.get("/settings.json").json()["sign_in"] is False
    assert trial.post("/run/Om", content=sent()).status_code == 200


def test_the_pane_is_told_that_people_sign_in(signed: TestClient) -> None:
    assert signed.get("/settings.json").json()["sign_in"] is True


@pytest.mark.parametrize(
    "path", ["/../pyproject.toml", "/%2e%2e/%2e%2e/pyproject.toml", "/handbok/../../README.md", "/run/Om"]
)
def test_nothing_else_is_given_out(signed: TestClient, path: str) -> None:
    assert signed.get(path).status_code in {404, 405}


def test_a_request_by_another_name_is_turned_down(log: Path) -> None:
    with TestClient(application.application(SIGNED, log, sign_in()), "https://annan.se") as client:
        answer = client.get("/pane.html")
    assert answer.status_code == 400
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("token", "status"), [("", 401), (bearer(aud="annat"), 401), (bearer(scp="openid"), 403)])
def test_a_click_without_sign_in_runs_nothing(
    signed: TestClient, token: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run(*_: object) -> ClickResult:
        raise AssertionError("the click was run")

    monkeypatch.setattr(ClickProcesses, "run", run)
    answer = signed.post("/run/Om", content=sent(), headers={"Authorization": token})
    assert answer.status_code == status
    assert answer.json()["text"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_signed_click_runs_for_the_person_in_the_token(signed: TestClient, log: Path) -> None:
    answer = signed.post("/run/Om", content=sent(), headers={"Authorization": bearer()})
    assert answer.status_code == 200
    assert answer.json()["text"].endswith("Inloggad som Anna Ek.")
    line = log.read_text("utf-8")
    assert re.fullmatch(r"\S+ button=Om ms=\d+ outcome=fine\n", line)


def test_a_recalculation_is_run_by_a_process_of_its_own(trial: TestClient) -> None:
    book = held_of_layout(layout_of(load_example(FULL)))
    answer = trial.post("/run/RaknaOm", content=sent(book)).json()
    assert answer["text"].startswith("Kalkylen är omräknad.")
    assert answer["orders"]["orders"]


def test_a_click_that_is_too_large_is_turned_down(
    trial: TestClient, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(click_intake, "LARGEST_CLICK_BYTES", 1_000_000)
    answer = trial.post("/run/Om", content=b" " * 1_000_001)
    assert answer.status_code == 413
    assert "större än 1 MB" in answer.json()["text"]
    assert "click-too-large" in log.read_text("utf-8")


def test_a_button_that_there_is_not_is_not_named_in_the_log(trial: TestClient, log: Path) -> None:
    assert trial.post("/run/hemligt", content=sent()).status_code == 404
    assert "hemligt" not in log.read_text("utf-8")


def run(processes: ClickProcesses, content: bytes = sent()) -> ClickResult:
    return asyncio.run(processes.run("Om", content, "Anna Ek"))


def children() -> set[str]:
    own = f"/proc/{os.getpid()}/task/{os.getpid()}/children"
    return set(Path(own).read_text().split())


def test_a_click_that_takes_too_long_is_ended() -> None:
    before = children()
    with pytest.raises(CallError) as late:
        run(ClickProcesses(1, seconds=0.01))
    assert late.value.fault.code == "click-too-long"
    assert children() <= before


def test_a_click_whose_process_dies_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/true" if Path("/bin/true").exists() else sys.executable)
    with pytest.raises(CallError) as end:
        run(ClickProcesses(1))
    assert end.value.fault.code == "click-ended"


def test_clicks_wait_for_their_turn_and_not_for_ever() -> None:
    async def crowd() -> list[ClickResult | BaseException]:
        processes = ClickProcesses(1, seconds_in_line=0.05)
        clicks = (processes.run("Om", sent(), "Anna Ek") for _ in range(2))
        return await asyncio.gather(*clicks, return_exceptions=True)

    first, second = asyncio.run(crowd())
    assert isinstance(first, ClickResult)
    assert isinstance(second, CallError)
    assert second.fault.code == "server-busy"


def test_a_click_that_the_person_gave_up_does_not_go_on() -> None:
    async def given_up() -> None:
        task = asyncio.create_task(ClickProcesses(1).run("Om", sent(), "Anna Ek"))
        await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    before = children()
    asyncio.run(given_up())
    assert children() <= before


def test_a_process_gets_nothing_of_the_servers_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDERING_SECRET", "hemligt")
    assert "VARDERING_SECRET" not in click_process._environment("f")
    assert click_process._environment("f")["PATH"] == os.environ["PATH"]


def test_a_server_without_the_panes_files_does_not_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, log: Path
) -> None:
    monkeypatch.setattr(add_in_pages, "web_add_in_folder", lambda: tmp_path)
    with pytest.raises(CallError) as lack:
        application.application(TRIAL, log)
    assert lack.value.fault.code == "web-add-in-missing"
    assert (web_add_in_folder() / "pane.html").is_file()
