"""What clicks lay on disk is gone with them, and what a killed server left with the next one."""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

import pytest

from vardering.base.faults import CallError
from vardering.hosts.web import click_process
from vardering.hosts.web.click_folders import PREFIX, SECONDS_FORGOTTEN, remove_forgotten_folders
from vardering.hosts.web.click_process import ClickProcesses


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a shell")
def test_a_click_that_is_ended_leaves_no_file_and_no_process(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = place / "seen"
    program = place / "program"
    program.write_text(f'#!/bin/sh\necho hemligt > "$TMPDIR/kalkyl.xlsx"\nsleep 600 & echo $! > {seen}\nsleep 600\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(CallError) as late:
        asyncio.run(ClickProcesses(1, seconds=1.5).run("Om", b"{}", "Anna Ek"))
    assert late.value.fault.code == "click-too-long"
    assert list(place.glob(f"{PREFIX}*")) == []
    child = Path(f"/proc/{int(seen.read_text())}/stat")
    assert not child.exists() or ") Z " in child.read_text()


def test_a_process_that_has_ended_is_left_alone() -> None:
    class Ended:
        returncode = 0

    click_process._end(Ended())  # type: ignore[arg-type]


def test_only_what_is_old_and_a_clicks_is_removed(place: Path) -> None:
    old = time.time() - SECONDS_FORGOTTEN - 60
    kept = [place / f"{PREFIX}new", place / "annat", place / f"{PREFIX}file"]
    elsewhere = place / "elsewhere"
    for folder in (*kept[:2], place / f"{PREFIX}old", elsewhere):
        folder.mkdir()
        (folder / "kalkyl.xlsx").write_bytes(b"hemligt")
    kept[2].write_bytes(b"")
    link = place / f"{PREFIX}link"
    link.symlink_to(elsewhere)
    for path in (kept[1], kept[2], place / f"{PREFIX}old", elsewhere):
        os.utime(path, (old, old))
    os.utime(link, (old, old), follow_symlinks=False)
    remove_forgotten_folders()
    assert sorted(place.iterdir()) == sorted([*kept, elsewhere, link])
    assert (elsewhere / "kalkyl.xlsx").exists()
