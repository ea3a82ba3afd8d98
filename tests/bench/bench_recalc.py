"""How fast a recalculation is: whole processes against openpyxl and LibreOffice, and the engine against itself.

Run: ``uv run python tests/bench/bench_recalc.py``. Prints one line a comparison: what, seconds, ratio, goal.
Exit code 1 if a goal is missed. LibreOffice is compared where it is installed.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from vardering.engine.evaluation import evaluate
from vardering.examples.catalogue import load_example
from vardering.model.case import Case

TEMPLATES = Path(__file__).resolve().parents[2] / "workbook_templates"
ROUNDS = 7

OPENPYXL = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])"
VARDERING = (
    "import sys; from vardering.hosts.cli.main import main; sys.exit(main(['recalc', sys.argv[1], '-o', sys.argv[2]]))"
)


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
    return lambda: subprocess.run(arguments, check=True, capture_output=True)


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


def main() -> int:
    """Run every comparison."""
    met = []
    folder = Path(tempfile.mkdtemp())
    for source in sorted(TEMPLATES.glob("*exempel*.xlsx")):
        own = median_seconds(process([sys.executable, "-c", _fresh(VARDERING), str(source), str(folder / "own.xlsx")]))
        other = median_seconds(process([sys.executable, "-c", OPENPYXL, str(source), str(folder / "openpyxl.xlsx")]))
        met.append(report(f"recalc / openpyxl load and save: {source.name}", own, own / other, 1.0))
        soffice = shutil.which("soffice")
        if soffice:
            command = [
                soffice,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                str(folder / "lo"),
                str(source),
            ]
            office = median_seconds(process(command), rounds=3)
            met.append(
                report(f"soffice --convert-to xlsx / recalc: {source.name}", own, office / own, 8.0, at_least=True)
            )
    case = load_example("digitala_las")
    once = median_seconds(lambda: evaluate(case), rounds=25)
    tenfold = times_the_rows(case, 10)
    ten = median_seconds(lambda: evaluate(tenfold), rounds=25)
    met.append(report("engine: 10 × the rows / the rows", ten, ten / once, 10.0))
    shutil.rmtree(folder)
    return 0 if all(met) else 1


def _fresh(code: str) -> str:
    """The call, with the earlier output removed first: recalc never overwrites unasked."""
    return f"import pathlib, sys; pathlib.Path(sys.argv[2]).unlink(missing_ok=True); {code}"


if __name__ == "__main__":
    sys.exit(main())
