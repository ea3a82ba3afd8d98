"""How fast a recalculation is: whole processes against openpyxl and LibreOffice, and the engine against itself.

Run: ``uv run python tests/bench/bench_recalc.py``. Prints one line a comparison: what, seconds, ratio, goal.
Exit code 1 if a goal is missed. LibreOffice is compared where it is installed.

The programs take turns in one run, each ratio is of the least time of each, and every process may keep its compiled
modules: so that what else the machine does, and what was not yet compiled, weighs as little as can be.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from vardering.engine.evaluation import evaluate
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.case import Case

TEMPLATES = Path(__file__).resolve().parents[2] / "workbook_templates"
COMMAND = Path(sys.executable).with_name("vardering")
"""The console script, as people start it."""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ROUNDS = 5
RUNS_EACH_ROUND = {"soffice": 1}
"""The slow one runs once a round, the others three times."""

OPENPYXL = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])"
LOADED = """
import sys
from vardering.hosts.cli.main import main
main(["recalc", sys.argv[1], "-o", sys.argv[2], "--replace"])
print(*{name.partition(".")[0] for name in sys.modules})
"""
UNWANTED = {"pandas", "openpyxl", "pydantic", "xlsxwriter", "scipy", "docx", "xlwings"}


def median_seconds(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median wall time of several runs after one that warms the caches."""
    run()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def process(arguments: Sequence[str]) -> Callable[[], object]:
    """A whole process, from start to exit."""
    return lambda: subprocess.run(arguments, check=True, capture_output=True, env=ENVIRONMENT)


def least_seconds(runs: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Least wall time of each, when they take turns, after one run each that warms the caches."""
    least = {}
    for name, run in runs.items():
        run()
        least[name] = float("inf")
    for _ in range(rounds):
        for name, run in runs.items():
            for _ in range(RUNS_EACH_ROUND.get(name, 3)):
                start = time.perf_counter()
                run()
                least[name] = min(least[name], time.perf_counter() - start)
    return least


def times_the_rows(case: Case, times: int) -> Case:
    """The case with every row repeated under new ids."""

    def repeated(rows: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(
            row.model_copy(update={"id": f"{row.id}-{copy}"})  # type: ignore[attr-defined]
            for copy in range(times)
            for row in rows
        )

    return case.model_copy(
        update={name: repeated(getattr(case, name)) for name in ("development", "transition", "running", "effects")}
        | {"decisions": ()}
    )


def report(what: str, seconds: float, ratio: float, goal: float, *, at_least: bool = False) -> bool:
    """Print a comparison; gives whether its goal is met."""
    met = ratio >= goal if at_least else ratio <= goal
    sign = "≥" if at_least else "≤"
    print(f"{what:58} {seconds * 1000:8.0f} ms  ratio {ratio:5.2f}  goal {sign} {goal:g}  {'met' if met else 'MISSED'}")
    return met


def programs(source: Path, folder: Path) -> dict[str, Callable[[], object]]:
    """The processes that are compared, by name."""
    found = {
        "recalc": process([str(COMMAND), "recalc", str(source), "-o", str(folder / "own.xlsx"), "--replace"]),
        "openpyxl": process([sys.executable, "-c", OPENPYXL, str(source), str(folder / "openpyxl.xlsx")]),
    }
    soffice = shutil.which("soffice")
    if soffice:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "lo"), str(source)]
        found["soffice"] = process(convert)
    return found


def compare_programs(source: Path, folder: Path) -> list[bool]:
    """A workbook recalculated, against loading and saving it with openpyxl and converting it with LibreOffice."""
    seconds = least_seconds(programs(source, folder))
    own = seconds["recalc"]
    met = [report(f"recalc / openpyxl load and save: {source.name}", own, own / seconds["openpyxl"], 1.0)]
    if "soffice" in seconds:
        ratio = seconds["soffice"] / own
        met.append(report(f"soffice --convert-to xlsx / recalc: {source.name}", own, ratio, 8.0, at_least=True))
    return met


def compare_engine() -> bool:
    """Ten times the rows against the rows."""
    case = load_example("digitala_las")
    tenfold = times_the_rows(case, 10)
    seconds = least_seconds({"once": lambda: evaluate(case), "ten": lambda: evaluate(tenfold)}, rounds=15)
    return report("engine: 10 × the rows / the rows", seconds["ten"], seconds["ten"] / seconds["once"], 10.0)


def look_at_loaded(source: Path, folder: Path) -> bool:
    """Which libraries a recalculation has loaded when it is done: none that it does not need."""
    command = [sys.executable, "-c", LOADED, str(source), str(folder / "own.xlsx")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT)
    loaded = UNWANTED & set(done.stdout.splitlines()[-1].split())
    verdict = f"MISSED: {', '.join(sorted(loaded))}" if loaded else "met"
    print(f"loaded by a recalculation, of {', '.join(sorted(UNWANTED))}: {len(loaded)}  goal 0  {verdict}")
    return not loaded


def main() -> int:
    """Run every comparison."""
    folder = Path(tempfile.mkdtemp())
    sources = [TEMPLATES / f"exempel_{entry.name}.xlsx" for entry in EXAMPLES]
    met = [one for source in sources for one in compare_programs(source, folder)]
    met.append(compare_engine())
    met.append(look_at_loaded(sources[0], folder))
    shutil.rmtree(folder)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
