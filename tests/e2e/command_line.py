"""The command ``vardering`` as people start it: a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROGRAM = ("-m", "vardering.hosts.cli.main")
AS_NOBODY = (
    "-c",
    """
import contextlib, io, os, sys
from vardering.hosts.cli.main import main
# An account without rights may not be allowed to read the program itself, so all of it is used once before.
with contextlib.redirect_stdout(io.StringIO()):
    main(["demo"])
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main())
""",
)
FIXED_CLOCK = {"SOURCE_DATE_EPOCH": "1795512600"}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call ended: its exit code, results and messages."""

    code: int
    out: str
    err: str


def vardering(
    *arguments: str | Path, folder: Path, environment: Mapping[str, str] | None = None, as_nobody: bool = False
) -> Ended:
    """Run the command in a folder. Whatever happens, it ends with a known code and shows no traceback.

    ``as_nobody`` makes the superuser, whom nothing is forbidden, an account without rights.
    """
    process = subprocess.run(
        [sys.executable, *(AS_NOBODY if as_nobody else PROGRAM), *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **FIXED_CLOCK, **(environment or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )
    ended = Ended(process.returncode, process.stdout.decode("utf-8"), process.stderr.decode("utf-8"))
    assert ended.code in (0, 1, 2), ended
    assert "Traceback" not in ended.err + ended.out, ended.err
    return ended


def refused(*arguments: str | Path, folder: Path, as_nobody: bool = False) -> str:
    """The one sentence of a call that cannot be carried out; it leaves the folder as it was."""
    before = contents(folder)
    ended = vardering(*arguments, folder=folder, as_nobody=as_nobody)
    assert ended.code == 2, ended
    assert ended.out == ""
    assert ended.err.count("\n") == 1, ended.err
    assert contents(folder) == before
    return ended.err.strip()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
