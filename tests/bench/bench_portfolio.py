"""How fast a portfolio is read: against a bare calamine read of the same files, with growth, memory and broken files.

Run: ``uv run --directory tests python -m bench.bench_portfolio [FILES]`` (100 unless told). Prints what was measured
and its goal; exit code 1 if a goal is missed. Time per file is counted from the first answer on: what it takes to start
the processes is told apart.
"""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineWorkbook

from vardering.base.cells import Area
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.case_digest import Terms
from vardering.examples.catalogue import EXAMPLES
from vardering.hosts.collection.collecting import collected
from vardering.hosts.collection.folder import FoundFile, found_files
from vardering.hosts.collection.state_file import StateFile
from vardering.hosts.collection.worker_pool import read_in_processes
from vardering.model.portfolio import PortfolioTerms
from vardering.model.portfolio_words import FileVerdict
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from workbooks.hostile_files import REFUSED

TEMPLATES = Path(__file__).resolve().parents[2] / "workbook_templates"
TERMS = Terms(PortfolioTerms(base_year=2027, horizon_years=5, discount_rate=0.03, price_level_year=2026))
WORKERS = 2
BROKEN_SHARE = 0.05
BROKEN_WAYS = 20
READ = "--read"
"""Asks for a process that only reads a folder's first files."""


@dataclass(frozen=True)
class Run:
    """One reading of a folder: seconds in all and until the first answer, verdicts, reasons, seconds of
    processor in all processes.
    """

    seconds: float
    first_seconds: float
    processor_seconds: float
    verdicts: Counter[FileVerdict]
    reasons: tuple[str, ...]

    @property
    def per_file(self) -> float:
        """Seconds for a file once the processes run."""
        return (self.seconds - self.first_seconds) / max(self.verdicts.total() - 1, 1)


def make_files(folder: Path, count: int) -> None:
    """Workbooks of different cases: filled examples with ids and names of their own, calculated as they were."""
    sources = [(TEMPLATES / f"exempel_{entry.name}.xlsx").read_bytes() for entry in EXAMPLES]
    for number in range(count):
        book = XlsxBook.from_bytes(sources[number % len(sources)], "exempel.xlsx")
        snapshot = book.snapshot()
        writes = {"vm_namn": f"Förändring {number}", "vm_kalkyl_id": f"K-{number:05}"}
        areas = {name: snapshot.names[name].area for name in writes}
        blocks = tuple(Block(area, ((CellWrite(writes[name]),),)) for name, area in areas.items())
        owned: tuple[Area, ...] = tuple(areas.values())
        content = book.apply(ChangeSet(snapshot.fingerprint, owned=owned, blocks=blocks))
        (folder / f"kalkyl {number:05}.xlsx").write_bytes(content)


def make_broken(folder: Path, count: int) -> int:
    """Replace some files by broken ones, in so many different ways; gives how many."""
    ways = [make for make, _ in list(REFUSED.values())[:BROKEN_WAYS]]
    files = sorted(folder.iterdir())
    broken = max(round(count * BROKEN_SHARE), 1)
    for place in range(broken):
        files[place * len(files) // broken].write_bytes(ways[place % len(ways)]() + bytes(place))
    return broken


def read(files: list[FoundFile]) -> Run:
    """Read every file anew, as the command does, without keeping what was read."""
    gc.collect()
    with tempfile.TemporaryDirectory() as place, StateFile(Path(place) / "läst.sqlite", TERMS) as state:
        verdicts: Counter[FileVerdict] = Counter()
        reasons = []
        began, used = time.perf_counter(), processor_seconds()
        first = 0.0
        for reading in collected(files, TERMS, state, lambda tasks: read_in_processes(tasks, WORKERS)):
            verdicts[reading.verdict] += 1
            first = first or time.perf_counter() - began
            if not reading.verdict.is_used:
                reasons.append(reading.reason)
        spent = processor_seconds() - used
        return Run(time.perf_counter() - began, first, spent, verdicts, tuple(reasons))


def peak_bytes(folder: Path, count: int) -> int:
    """The most memory that a process of its own, or one that it started, held while it read so many files."""
    reader = subprocess.Popen([sys.executable, "-m", "bench.bench_portfolio", READ, str(folder), str(count)])
    _, status, used = os.wait4(reader.pid, 0)
    reader.returncode = os.waitstatus_to_exitcode(status)
    if reader.returncode:
        raise RuntimeError(f"the reading process ended with {reader.returncode}")
    return used.ru_maxrss * 1024


def processor_seconds() -> float:
    """Seconds of processor that this process and those it has waited for have used."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def calamine_seconds(files: list[FoundFile]) -> tuple[float, float]:
    """How long a bare read of every sheet takes in one process, and its seconds of processor."""
    began, used = time.perf_counter(), processor_seconds()
    for file in files:
        workbook = CalamineWorkbook.from_path(str(file.path))
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()
    return time.perf_counter() - began, processor_seconds() - used


def report(what: str, found: float, goal: float, unit: str = "") -> bool:
    """Print a figure and its goal; gives whether it is met."""
    met = found <= goal
    print(f"{what:64} {found:10.2f} {unit:4} goal ≤ {goal:g}  {'met' if met else 'MISSED'}")
    return met


def measured(folder: Path, count: int) -> Iterator[bool]:
    """Every goal."""
    make_files(folder, count)
    files = found_files([str(folder)])
    tenth = files[: max(count // 10, 1)]
    read(tenth[:2])
    small, whole = read(tenth), read(files)
    bare, bare_processor = calamine_seconds(files)
    yield report(f"{count} files: time per file / bare calamine read", whole.per_file * count / bare, 3.0)
    print(f"{'  time per file':64} {whole.per_file * 1000:10.2f} ms")
    shared = whole.processor_seconds / WORKERS / bare_processor
    print(f"{'  the same in seconds of processor, which a busy machine leaves':64} {shared:10.2f}")
    print(f"{'  until the first answer':64} {whole.first_seconds * 1000:10.2f} ms")
    growth = whole.per_file / small.per_file
    yield report(f"{len(tenth)} → {count} files: time per file grows by the factor", growth, 1.3)
    peaks = [peak_bytes(folder, asked) for asked in (len(tenth), count)]
    print(f"{'  most memory of a process':64} {peaks[1] / 1e6:10.2f} MB")
    yield report(
        f"{len(tenth)} → {count} files: most memory of a process grows by the factor", peaks[1] / peaks[0], 1.1
    )
    yield report("  good files that are not in", float(count - whole.verdicts[FileVerdict.STALE]), 0.0)
    broken = make_broken(folder, count)
    run = read(found_files([str(folder)]))
    yield report(f"with {broken} broken files: good ones that are not in", count - broken - good(run), 0.0)
    unnamed = broken - sum(bool(reason) for reason in run.reasons)
    yield report(f"with {broken} broken files: those without a reason", float(unnamed), 0.0)


def good(run: Run) -> float:
    """How many files are in."""
    return float(sum(count for verdict, count in run.verdicts.items() if verdict.is_used))


def main() -> int:
    """Run every measurement, or be the process that only reads."""
    if sys.argv[1:2] == [READ]:
        read(found_files([sys.argv[2]])[: int(sys.argv[3])])
        return 0
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    folder = Path(tempfile.mkdtemp(prefix="vardering-portfolio-"))
    try:
        met = list(measured(folder, count))
    finally:
        shutil.rmtree(folder)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
