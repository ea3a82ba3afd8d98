"""Reading many files: in processes that can be stopped, once for each content, and on from where a run broke off."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from portfolio_books import TERMS, a_digest, case_number, terms
from vardering.base.faults import CallError
from vardering.books.new_xlsx import write_workbook
from vardering.commands.case_digest import Terms
from vardering.hosts.cli.main import main
from vardering.hosts.cli.progress import progress_line, shown
from vardering.hosts.collection import worker_pool
from vardering.hosts.collection.cluster import read_on_cluster
from vardering.hosts.collection.collecting import collected
from vardering.hosts.collection.file_reading import ReadingTask, read_file
from vardering.hosts.collection.folder import found_files
from vardering.hosts.collection.quiet import silent_output
from vardering.hosts.collection.state_file import StateFile, state_path
from vardering.hosts.collection.worker_pool import read_in_processes, stopped_reading
from vardering.model.case_digest import FileReading
from vardering.model.portfolio_words import FileVerdict
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.template.workbook_template import build_workbook


def case_files(folder: Path, count: int) -> list[ReadingTask]:
    for number in range(count):
        content = write_workbook(build_workbook(KALKYL, case_number(number + 1)))
        (folder / f"{number}.xlsx").write_bytes(content)
    return tasks(folder)


def tasks(folder: Path) -> list[ReadingTask]:
    return [ReadingTask(str(file.path), file.shown, file.modified(), TERMS) for file in found_files([str(folder)])]


def by_name(readings: Iterable[FileReading]) -> dict[str, FileReading]:
    return {reading.file: reading for reading in readings}


def test_processes_read_what_one_would_read_alone(tmp_path: Path) -> None:
    asked = case_files(tmp_path, 4)
    (tmp_path / "tom.xlsx").write_bytes(b"")
    asked = tasks(tmp_path)
    assert by_name(read_in_processes(asked, 2)) == by_name(read_file(task) for task in asked)


def test_no_file_takes_no_process() -> None:
    assert list(read_in_processes([], 2)) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no files that hang when they are opened")
def test_a_file_that_hangs_is_left_and_the_others_are_read(tmp_path: Path) -> None:
    case_files(tmp_path, 2)
    os.mkfifo(tmp_path / "hänger.xlsx")
    found = by_name(read_in_processes(tasks(tmp_path), 1, seconds=8.0))
    assert found["hänger.xlsx"].verdict is FileVerdict.BROKEN
    assert "8 sekunder" in found["hänger.xlsx"].reason
    assert [found[name].verdict for name in ("0.xlsx", "1.xlsx")] == [FileVerdict.STALE] * 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="as above")
def test_a_process_that_hangs_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "hänger.xlsx")
    code = (
        "import sys, time; from vardering.hosts.collection import worker_pool; "
        "from vardering.hosts.collection.file_reading import ReadingTask\n"
        "if __name__ == '__main__':\n"
        "    process, pipe = worker_pool._started(); pipe.send(ReadingTask(sys.argv[1], 'a', None, None))\n"
        "    time.sleep(1); print(process.pid, flush=True); time.sleep(60)\n"
    )
    call = [sys.executable, "-c", code, str(tmp_path / "hänger.xlsx")]
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        reader = int(starter.stdout.readline())
        os.kill(reader, 0)
        starter.kill()
    until = time.monotonic() + 10
    while time.monotonic() < until and is_running(reader):
        time.sleep(0.05)
    assert not is_running(reader)


def is_running(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="as above")
def test_a_file_that_kills_its_reader_is_left_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_files(tmp_path, 1)
    os.mkfifo(tmp_path / "dödar.xlsx")
    started = worker_pool._started
    pids: list[int] = []

    def watched() -> object:
        process, pipe = started()
        pids.append(process.pid or 0)
        return process, pipe

    monkeypatch.setattr(worker_pool, "_started", watched)
    monkeypatch.setattr(worker_pool, "_LOOK_SECONDS", 0.1)
    asked = sorted(tasks(tmp_path), key=lambda task: task.shown, reverse=True)

    def killing() -> Iterator[ReadingTask]:
        yield asked[0]
        time.sleep(1.0)
        os.kill(pids[0], signal.SIGKILL)
        yield asked[1]

    found = by_name(read_in_processes(killing(), 2, seconds=30.0))
    assert found["dödar.xlsx"].reason.startswith("Läsningen av filen avbröts")
    assert found["0.xlsx"].verdict is FileVerdict.STALE


class Reader:
    """Reads in this process and counts."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, asked: Iterable[ReadingTask]) -> Iterator[FileReading]:
        for task in asked:
            self.read.append(task.shown)
            yield read_file(task)


def collect(folder: Path, state: Path, on: Terms = TERMS) -> tuple[dict[str, FileReading], list[str]]:
    reader = Reader()
    with StateFile(state, on) as kept:
        found = by_name(collected(found_files([str(folder)]), on, kept, reader))
        kept.forget_others()
    return found, reader.read


def test_unchanged_files_are_not_read_again_and_changed_ones_are(tmp_path: Path) -> None:
    inbox, state = tmp_path / "in", tmp_path / "läst.sqlite"
    inbox.mkdir()
    case_files(inbox, 3)
    first, read = collect(inbox, state)
    assert read == ["0.xlsx", "1.xlsx", "2.xlsx"]
    (inbox / "1.xlsx").rename(inbox / "nytt namn.xlsx")
    (inbox / "2.xlsx").write_bytes(b"")
    again, read = collect(inbox, state)
    assert read == ["2.xlsx"]
    assert again["nytt namn.xlsx"].digest == first["1.xlsx"].digest
    assert again["0.xlsx"] == first["0.xlsx"]


def test_on_other_terms_everything_is_read_again(tmp_path: Path) -> None:
    inbox, state = tmp_path / "in", tmp_path / "läst.sqlite"
    inbox.mkdir()
    case_files(inbox, 1)
    collect(inbox, state)
    assert collect(inbox, state, terms(horizon_years=9))[1] == ["0.xlsx"]
    assert collect(inbox, state)[1] == ["0.xlsx"]


def test_the_same_content_in_several_files_is_read_once(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    case_files(inbox, 1)
    for name in ("kopia.xlsx", "kopia till.xlsx"):
        (inbox / name).write_bytes((inbox / "0.xlsx").read_bytes())
    found, read = collect(inbox, tmp_path / "läst.sqlite")
    assert len(read) == 1
    assert len(found) == 3
    assert len({reading.content_hash for reading in found.values()}) == 1


def test_a_run_that_broke_off_goes_on_where_it_was(tmp_path: Path) -> None:
    inbox, state = tmp_path / "in", tmp_path / "läst.sqlite"
    inbox.mkdir()
    case_files(inbox, 3)
    with StateFile(state, TERMS) as kept:
        readings = collected(found_files([str(inbox)]), TERMS, kept, Reader())
        next(readings)
        next(readings)
    found, read = collect(inbox, state)
    assert len(found) == 3
    assert read == ["2.xlsx"]


def test_what_was_followed_up_is_read_again_another_day(tmp_path: Path) -> None:
    day, next_day = date(2027, 7, 15), date(2027, 7, 16)
    reading = FileReading(file="a", content_hash="h", verdict=FileVerdict.READ, digest=a_digest(followed_up_on=day))
    with StateFile(tmp_path / "läst.sqlite", replace(TERMS, today=day)) as kept:
        kept.keep(reading)
        assert kept.known("h") == reading
    with StateFile(tmp_path / "läst.sqlite", replace(TERMS, today=next_day)) as kept:
        assert kept.known("h") is None


def test_what_could_not_be_read_to_its_end_is_tried_again(tmp_path: Path) -> None:
    task = ReadingTask("x", "x", "", TERMS)
    with StateFile(tmp_path / "läst.sqlite", TERMS) as kept:
        kept.keep(stopped_reading(task, "Avbröts."))
        assert kept.known("") is None


def test_a_file_that_went_away_before_it_was_read_is_said_to_be_missing(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    case_files(inbox, 1)
    files = found_files([str(inbox)])
    (inbox / "0.xlsx").unlink()
    with StateFile(tmp_path / "läst.sqlite", TERMS) as kept:
        (reading,) = collected(files, TERMS, kept, Reader())
    assert reading.verdict is FileVerdict.BROKEN


def test_a_damaged_state_file_is_made_anew(tmp_path: Path) -> None:
    path = state_path(tmp_path / "portfolj.xlsx")
    assert path.name == "portfolj (lästa filer).sqlite"
    path.write_bytes(b"inte en databas" * 100)
    reading = FileReading(file="a", content_hash="h", verdict=FileVerdict.READ, digest=a_digest())
    with StateFile(path, TERMS) as kept:
        kept.keep(reading)
        assert kept.known("h") == reading
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM readings").fetchone() == (1,)
    connection.close()


def test_progress_is_shown_to_people_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(shown([1, 2], 2)) == [1, 2]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(shown([1, 2], 2)) == [1, 2]
    said = capsys.readouterr().err
    assert "2 av 2 filer" in said
    assert said.endswith("\n")
    assert progress_line(1, 4, 5.0) == "[######..................] 1 av 4 filer, cirka 15 s kvar "


@pytest.mark.parametrize("asked", ["0", "många", "65"])
def test_a_number_of_processes_that_makes_no_sense_is_refused(tmp_path: Path, asked: str) -> None:
    assert main(["portfolio", str(tmp_path), "-o", str(tmp_path / "p.xlsx"), "--workers", asked]) == 2


def test_the_command_reads_with_as_many_processes_as_asked_and_exports(tmp_path: Path) -> None:
    inbox, target = tmp_path / "in", tmp_path / "p.xlsx"
    inbox.mkdir()
    case_files(inbox, 1)
    call = ["portfolio", str(inbox), "-o", str(target), "--workers", "1", "--export", str(tmp_path / "ut")]
    assert main(call) == 0
    assert main(call) == 0
    assert len(list((tmp_path / "ut").glob("*.parquet"))) == 6


def test_a_cluster_gives_identical_results(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    asked = case_files(tmp_path, 3)
    (tmp_path / "tom.xlsx").write_bytes(b"")
    asked = tasks(tmp_path)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True, silence_logs=50
    ) as cluster:
        there = by_name(read_on_cluster(asked, cluster.scheduler_address))
        target = tmp_path.with_name(f"{tmp_path.name}.xlsx")
        call = ["portfolio", str(tmp_path), "-o", str(target), "--scheduler", cluster.scheduler_address]
        assert main(call) == 0
    assert there == by_name(read_in_processes(asked, 1))


def test_a_cluster_that_does_not_answer_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CallError) as stop:
        list(read_on_cluster([], "inte en adress"))
    assert stop.value.fault.code == "scheduler-unreachable"
    monkeypatch.setitem(__import__("sys").modules, "dask.distributed", None)
    with pytest.raises(CallError) as stop:
        list(read_on_cluster([], "tcp://x:1"))
    assert stop.value.fault.code == "dask-missing"


NOISE = """
import ctypes, os
from vardering.hosts.collection.quiet import silent_output
print("före")
with silent_output():
    os.write(1, b"brus\\n")
    ctypes.CDLL(None).puts(b"mer brus")
print("efter")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="C's own output is reached in another way there")
def test_what_a_library_prints_below_python_is_turned_away() -> None:
    result = subprocess.run([sys.executable, "-c", NOISE], capture_output=True, text=True, encoding="utf-8", check=True)
    assert result.stdout.split() == ["före", "efter"]


def test_a_program_without_a_console_has_nothing_to_turn_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: int) -> int:
        raise OSError

    monkeypatch.setattr(os, "dup", closed)
    with silent_output():
        assert True
