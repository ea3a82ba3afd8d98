"""How long a click takes in Python: the whole process, from start to done, over the stand-in for Excel.

Run: ``uv run --directory tests python -m bench.bench_button``. Compared with a process that only imports xlwings and
pydantic, in the same run; the stand-in's own work is counted too. Exit code 1 if a goal is missed, or if a click loads
a library that it has no use for.
"""

import pickle
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.bench_recalc import process, report
from live_excel.excel_stand_in import Application, stored_values
from vardering.books.memory import MemoryBook
from vardering.commands.creation import create
from vardering.commands.recalculation import recalculate
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.hosts.settings import run_context

TESTS = Path(__file__).resolve().parents[1]
ONLY_IMPORTS = "import xlwings, pydantic"
CLICK = """
import os, pickle, sys
from pathlib import Path
os.environ.update(VARDERING_BOOK="minne.xlsx", VARDERING_WINDOW="4711", OPENBLAS_NUM_THREADS="1")
sys.path.insert(0, sys.argv[1])
from live_excel.windows_modules import desktop_engine
desktop = desktop_engine()
excel = pickle.loads(Path(sys.argv[2]).read_bytes())
from vardering.books.live_excel.window import ExcelWindow
from vardering.hosts.excel.main import Desk, main
told = []
found = ExcelWindow(desktop.COMRetryObjectWrapper(excel), desktop)
desk = Desk(lambda _: found, lambda _, answer: told.append(answer.text), print, Path(sys.argv[2]).parent)
main([sys.argv[3]], desk)
assert told[0].startswith(sys.argv[4]), told
unused = {"scipy", "pandas", "openpyxl", "xlsxwriter", "docx", "lxml"} & set(sys.modules)
assert not {name for name in unused if sys.modules[name] is not None}, unused
sys.stdout.flush()
os._exit(0)
"""
CLICKS = (("RaknaOm", "Kalkylen är omräknad"), ("Kontrollera", ""))
MOST_TIMES = 3.0
ROUNDS = 9


def kept_excel(name: str, folder: Path) -> Path:
    """A file with an Excel that has an example open, and the values that its formulas come to."""
    layout = create(load_example(name)).new_workbook
    if layout is None:
        raise ValueError(name)
    excel = Application(layout)
    change_set = recalculate(MemoryBook(layout).snapshot(), run_context()).change_set
    if change_set is None:
        raise ValueError(name)
    excel.calculated = stored_values(change_set)
    path = folder / f"{name}.pickle"
    path.write_bytes(pickle.dumps(excel))
    return path


def medians(one: Sequence[str], other: Sequence[str]) -> tuple[float, float]:
    """Median seconds of two processes that take turns, so that a busy machine slows both."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + 1):
        for command, kept in zip((one, other), times, strict=True):
            start = time.perf_counter()
            process(command)()
            if number:
                kept.append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def main() -> int:
    """Run every comparison."""
    met = []
    with tempfile.TemporaryDirectory() as folder:
        for entry in EXAMPLES:
            excel = kept_excel(entry.name, Path(folder))
            for button, said in CLICKS:
                click = [sys.executable, "-c", CLICK, str(TESTS), str(excel), button, said]
                base, seconds = medians([sys.executable, "-c", ONLY_IMPORTS], click)
                what = f"{button} / import xlwings, pydantic: {entry.name}"
                met.append(report(what, seconds, seconds / base, MOST_TIMES))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
