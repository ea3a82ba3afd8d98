"""How fast a simulation is, against bare NumPy and SciPy doing the same draws; and how much memory a million takes.

Run: ``uv run --directory tests python -m bench.bench_simulation``. One line a comparison: what, seconds, ratio, goal.
Exit code 1 if a goal is missed.
"""

import resource
import subprocess
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import betaincinv
from scipy.stats import qmc

from bench.bench_recalc import median_seconds, report
from vardering.engine.arrays import FloatArray
from vardering.engine.sampling import sampling_plan
from vardering.engine.simulation import simulate
from vardering.model.assumptions import Assumptions, Parameter, SimulationSettings
from vardering.model.case import Case
from vardering.model.change import Change
from vardering.model.rows import Effect, RunCost
from vardering.model.vocabulary import Sampler, Spread, View

ROWS, YEARS, DRAWS, MANY_DRAWS = 60, 10, 10_000, 1_000_000
MOST_MEMORY_GB = 1.0
GOAL = 2.0
TESTS = Path(__file__).resolve().parents[1]
CHILD = "--a-million"


def bench_case(spread: Spread, sampler: Sampler, draws: int = DRAWS) -> Case:
    """Half costs, half effects, every row with a range of its own."""
    ends = [(50.0 + row, 100.0 + 2 * row, 180.0 + 5 * row) for row in range(ROWS)]
    drivers: list[dict[str, Any]] = [
        dict(zip(("driver_low", "driver_likely", "driver_high"), one, strict=True)) for one in ends
    ]
    return Case(
        case_id="K-1",
        change=Change(name="Mätning", start_year=2027, price_level_year=2026, horizon_years=YEARS),
        assumptions=Assumptions(discount_rate=Parameter(value=0.03)),
        simulation=SimulationSettings(spread=spread, sampler=sampler, draws=draws),
        running=tuple(RunCost(id=f"D{i}", unit_price_kr=90.0, **ends) for i, ends in enumerate(drivers[::2])),
        effects=tuple(
            Effect(id=f"E{i}", before=1.0, after=0.0, unit_value_kr=100.0, **ends)
            for i, ends in enumerate(drivers[1::2])
        ),
    )


def bare(spread: Spread, sampler: Sampler) -> FloatArray:
    """The same draws with nothing around them: one set of points, one quantile function, one weighted sum."""
    engine = {Sampler.LATIN_HYPERCUBE: qmc.LatinHypercube, Sampler.SOBOL: qmc.Sobol}[sampler]
    with warnings.catch_warnings():
        # SciPy warns that these Sobol points are not balanced; here they are only counted and timed.
        warnings.simplefilter("ignore")
        points = engine(d=ROWS, rng=np.random.default_rng(1)).random(sampling_plan(DRAWS, ROWS, sampler).draws)
    points = np.clip(points, 1e-13, 1 - 1e-13)
    row = np.arange(ROWS)
    low, likely, high = 50.0 + row, 100.0 + 2 * row, 180.0 + 5 * row
    width = high - low
    if spread is Spread.PERT:
        values = low + width * betaincinv(1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width, points)
    else:
        rise = likely - low
        below, above = np.sqrt(points * width * rise), np.sqrt((1 - points) * width * (width - rise))
        values = np.where(points * width < rise, low + below, high - above)
    sums: FloatArray = values @ np.where(row % 2, 100.0, -90.0)
    return sums


def simulate_a_million() -> None:
    """A million draws in this process, with progress, and the most memory it held."""
    shown = -1

    def progress(made: int, of: int) -> None:
        nonlocal shown
        if made * 10 // of > shown:
            shown = made * 10 // of
            print(f"  {made:9,} of {of:,} draws", flush=True)

    start = time.perf_counter()
    simulation = simulate(bench_case(Spread.PERT, Sampler.LATIN_HYPERCUBE, MANY_DRAWS), progress=progress)
    seconds = time.perf_counter() - start
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9
    mean = simulation.views[View.ALL_VALUED].mean
    print(f"  mean {mean.value:.0f} kr, standard error {mean.standard_error:.2f} kr")
    what = f"{simulation.draws:,} draws × {ROWS} rows: GB of memory"
    sys.exit(0 if report(what, seconds, peak_gb, MOST_MEMORY_GB) else 1)


def main() -> int:
    """Run every comparison."""
    if CHILD in sys.argv:
        simulate_a_million()
    met = []
    for spread in Spread:
        for sampler in Sampler:
            case = bench_case(spread, sampler)
            simulate(case)
            own = median_seconds(lambda case=case: simulate(case))  # type: ignore[misc]
            least = median_seconds(lambda spread=spread, sampler=sampler: bare(spread, sampler))  # type: ignore[misc]
            what = f"simulate / bare NumPy and SciPy: {spread}, {sampler}"
            met.append(report(what, own, own / least, GOAL))
    child = subprocess.run([sys.executable, "-m", "bench.bench_simulation", CHILD], cwd=TESTS, check=False)
    met.append(child.returncode == 0)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
