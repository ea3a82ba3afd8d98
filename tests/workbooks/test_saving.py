"""Saving: whatever happens on the way, the file that stood there is whole, and nothing is left lying about."""

import errno
import hashlib
import os
import stat
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from vardering.base.faults import BookBusyError, BookChangedError, BookNotWrittenError, VarderingError
from vardering.books.xlsx import saving
from vardering.books.xlsx.saving import save_in_place, save_new
from workbooks.plain_files import plain_file, written_file

BACKUP = "kalkyl (kopia 2026-11-24 0930).xlsx"
OLD, NEW = plain_file(), written_file()
FINGERPRINT = hashlib.sha256(OLD).hexdigest()
TESTS = Path(__file__).parents[1]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "kalkyl.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "_PAUSES_SECONDS", (0.0, 0.0, 0.0, 0.0))


def in_place(target: Path, content: bytes = NEW) -> saving.SavedFile:
    return save_in_place(content, target, expected=FINGERPRINT, backup_name=BACKUP)


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def code_of(error: pytest.ExceptionInfo[VarderingError]) -> str:
    return error.value.fault.code


def test_a_new_file_holds_what_was_given_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    saved = save_new(NEW, tmp_path / "ny.xlsx")
    assert saved.path.read_bytes() == NEW
    assert saved.backup is None
    assert names_in(tmp_path) == {"ny.xlsx"}


def test_a_file_that_exists_is_kept_unless_told_otherwise(target: Path) -> None:
    with pytest.raises(BookNotWrittenError) as error:
        save_new(NEW, target)
    assert code_of(error) == "target-exists"
    assert target.read_bytes() == OLD
    save_new(NEW, target, replace=True)
    assert target.read_bytes() == NEW


def test_in_place_keeps_a_backup_of_what_was_there(target: Path) -> None:
    saved = in_place(target)
    assert target.read_bytes() == NEW
    assert saved.backup == target.with_name(BACKUP)
    assert saved.backup.read_bytes() == OLD
    assert names_in(target.parent) == {"kalkyl.xlsx", BACKUP}


def test_a_backup_never_takes_the_place_of_an_earlier_one(target: Path) -> None:
    target.with_name(BACKUP).write_text("äldre")
    saved = in_place(target)
    assert saved.backup is not None
    assert saved.backup.name == "kalkyl (kopia 2026-11-24 0930) (2).xlsx"
    assert target.with_name(BACKUP).read_text() == "äldre"


def test_in_place_refuses_a_file_that_changed_since_it_was_read(target: Path) -> None:
    target.write_bytes(OLD + b"mer")
    with pytest.raises(BookChangedError) as error:
        in_place(target)
    assert code_of(error) == "book-changed"
    assert target.read_bytes() == OLD + b"mer"
    assert names_in(target.parent) == {"kalkyl.xlsx"}


def test_in_place_refuses_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(BookChangedError):
        in_place(tmp_path / "borta.xlsx")
    assert names_in(tmp_path) == set()


def test_in_place_refuses_a_file_that_changes_while_we_write(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def verify_and_be_overtaken(temporary: Path, content: bytes, ending: str) -> None:
        target.write_bytes(b"nyare")

    monkeypatch.setattr(saving, "_verify", verify_and_be_overtaken)
    with pytest.raises(BookChangedError):
        in_place(target)
    assert target.read_bytes() == b"nyare"
    assert names_in(target.parent) == {"kalkyl.xlsx"}


@pytest.mark.parametrize("lock", ["~$kalkyl.xlsx", ".~lock.kalkyl.xlsx#"])
def test_a_workbook_that_is_open_is_not_written(target: Path, lock: str) -> None:
    target.with_name(lock).write_bytes(b"\x04Anna")
    with pytest.raises(BookBusyError) as error:
        in_place(target)
    assert code_of(error) == "book-open"
    assert error.value.fault.arguments == {"file": "kalkyl.xlsx", "lock": lock}
    assert target.read_bytes() == OLD


def test_a_lock_beside_the_file_that_a_link_leads_to_counts(target: Path, tmp_path: Path) -> None:
    folder = tmp_path / "annan"
    folder.mkdir()
    link = folder / "genväg.xlsx"
    link.symlink_to(target)
    target.with_name("~$kalkyl.xlsx").write_bytes(b"")
    with pytest.raises(BookBusyError):
        in_place(link)


def test_a_symbolic_link_is_followed_and_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "genväg.xlsx"
    link.symlink_to(target)
    saved = in_place(link)
    assert link.is_symlink()
    assert saved.path == target
    assert target.read_bytes() == NEW


def test_permissions_are_kept_and_a_new_file_gets_the_usual_ones(target: Path) -> None:
    target.chmod(0o640)
    in_place(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    mask = os.umask(0o027)
    try:
        saved = save_new(NEW, target.with_name("ny.xlsx"))
    finally:
        os.umask(mask)
    assert stat.S_IMODE(saved.path.stat().st_mode) == 0o640


def test_folders_and_missing_folders_are_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(BookNotWrittenError) as error:
        save_new(NEW, tmp_path)
    assert code_of(error) == "target-is-a-folder"
    with pytest.raises(BookNotWrittenError) as error:
        save_new(NEW, tmp_path / "finns inte" / "ny.xlsx")
    assert code_of(error) == "folder-missing"
    assert error.value.fault.arguments == {"folder": "finns inte"}


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(BookNotWrittenError) as error:
        save_new(NEW, tmp_path / ("x" * 300 + ".xlsx"))
    assert code_of(error) == "name-too-long"


def test_what_cannot_be_read_back_never_reaches_the_target(target: Path) -> None:
    with pytest.raises(VarderingError):
        in_place(target, NEW[:-500])
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == {"kalkyl.xlsx"}


def test_a_file_that_is_no_workbook_is_saved_as_it_is(tmp_path: Path) -> None:
    saved = save_new(b"{}", tmp_path / "case.json")
    assert saved.path.read_bytes() == b"{}"


def test_a_disk_that_gives_back_something_else_is_noticed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: b"annat" if path.suffix == ".tmp" else read(path))
    with pytest.raises(BookNotWrittenError) as error:
        in_place(target)
    assert (code_of(error), error.value.fault.arguments["reason"]) == ("write-failed", "EIO")
    assert read(target) == OLD


CALLS = ("os.open", "os.fdopen", "os.fsync", "os.chmod", "shutil.copystat", "os.replace")
CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "folder-read-only",
    errno.EIO: "write-failed",
}


@pytest.mark.parametrize("number", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", CALLS)
def test_a_failure_at_any_step_leaves_the_original_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(call, fail)
    with pytest.raises(BookNotWrittenError) as error:
        in_place(target)
    assert code_of(error) == CODES[number]
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == {"kalkyl.xlsx"}


def test_a_file_held_for_a_moment_is_tried_again(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace
    tries: Iterator[bool] = iter((False, False, True))

    def held_twice(source: Path, place: Path) -> None:
        if not next(tries):
            raise PermissionError(errno.EACCES, "held")
        replace(source, place)

    monkeypatch.setattr(os, "replace", held_twice)
    in_place(target)
    assert target.read_bytes() == NEW


def test_a_file_held_for_long_is_given_up_after_five_tries(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def held(source: Path, place: Path) -> None:
        tries.append(source)
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(BookBusyError) as error:
        in_place(target)
    assert (code_of(error), len(tries)) == ("book-held", 5)
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == {"kalkyl.xlsx"}


def child(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, with the product and the tests importable."""
    paths = [str(TESTS), str(Path(saving.__file__).parents[3])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from vardering.books.xlsx import saving
    target, new, backup, fingerprint, step = sys.argv[1:]
    content = Path(new).read_bytes()
    steps = 0
    def die_at_step(event, arguments):
        # Every opening, writing to, renaming, removing and changing of a file raises an audit event.
        global steps
        if event in {"open", "os.rename", "os.remove", "os.chmod", "os.chown", "os.utime"}:
            steps += 1
            if steps == int(step):
                os.kill(os.getpid(), signal.SIGKILL)
    fsync, writes = os.fsync, []
    def fsync_or_die(handle):
        die_at_step("open", ())
        fsync(handle)
        die_at_step("open", ())
    os.fsync = fsync_or_die
    sys.addaudithook(die_at_step)
    saving.save_in_place(content, Path(target), expected=fingerprint, backup_name=backup)
    print(steps)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL to die by")
def test_killed_at_any_step_the_target_is_the_old_file_or_the_whole_new_one(tmp_path: Path) -> None:
    new = tmp_path / "new.bin"
    new.write_bytes(NEW)
    step, outcomes = 0, []
    while True:
        step += 1
        folder = tmp_path / f"steg {step}"
        folder.mkdir()
        target = folder / "kalkyl.xlsx"
        target.write_bytes(OLD)
        done = child(KILLED, target, new, BACKUP, FINGERPRINT, step)
        outcomes.append(target.read_bytes())
        others = {path.suffix for path in folder.iterdir() if path.name not in {"kalkyl.xlsx", BACKUP}}
        assert others <= {".tmp"}
        if done.returncode == 0:
            break
        assert done.returncode == -9, done.stderr
    assert step > 8
    assert set(outcomes) == {OLD, NEW}
    assert outcomes == sorted(outcomes, key=[OLD, NEW].index)


READ_ONLY = """
    import os, sys
    from pathlib import Path
    from vardering.base.faults import VarderingError
    from vardering.books.xlsx import saving
    target, new, fingerprint = sys.argv[1:]
    content = Path(new).read_bytes()
    if os.geteuid() == 0:
        # The superuser may write anywhere, so be nobody; what is imported on the way must be so before.
        saving.XlsxBook.from_bytes(content, "").snapshot()
        os.setgid(65534)
        os.setuid(65534)
    saving._PAUSES_SECONDS = (0.0,)
    try:
        saving.save_in_place(content, Path(target), expected=fingerprint, backup_name="kopia.xlsx")
    except VarderingError as error:
        print(error.fault.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no read-only folders")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "code"),
    [(0o555, 0o666, "folder-read-only"), (0o777, 0o444, "target-not-writable")],
)
def test_a_read_only_folder_or_file_is_said_and_left(
    tmp_path: Path, folder_mode: int, file_mode: int, code: str
) -> None:
    new = tmp_path / "new.bin"
    new.write_bytes(NEW)
    # Not under tmp_path, whose parents only their owner may enter.
    with tempfile.TemporaryDirectory() as name:
        target = Path(name) / "kalkyl.xlsx"
        target.write_bytes(OLD)
        target.chmod(file_mode)
        target.parent.chmod(folder_mode)
        done = child(READ_ONLY, target, new, FINGERPRINT)
        target.parent.chmod(0o700)
        assert done.stdout.strip() == code, done.stderr
        assert target.read_bytes() == OLD
        assert names_in(target.parent) == {"kalkyl.xlsx"}
