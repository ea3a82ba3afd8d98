"""The same seed gives the same figures in every book and in a process of its own."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from builders import CONTEXT
from contract.book_cases import Book, makers_here
from e2e.command_line import vardering
from e2e.workbook_files import FULL_EXAMPLES, new_file
from live_excel.windows_modules import desktop_engine
from vardering.books.live_excel import calls
from vardering.commands.creation import create
from vardering.commands.request import Outcome
from vardering.commands.simulation import Wanted, simulate_workbook
from vardering.engine.weighted_sums import unheard
from vardering.examples.catalogue import load_example
from vardering.model.simulation import Simulation
from vardering.model.vocabulary import View
from vardering.workbook import written_names

ASKED = Wanted(draws=2_000, seed=17)
NINE_DIGITS = 1e-9


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "_WAITS_SECONDS", (0.0,) * 6)
    calls.bound_xlwings(desktop_engine())


def books(name: str) -> dict[str, Book]:
    layout = create(load_example(name)).new_workbook
    assert layout is not None
    return {host: make(layout) for host, make in makers_here().items()}


def simulated(book: Book) -> Outcome:
    outcome = simulate_workbook(book.snapshot(), CONTEXT, ASKED, unheard)
    assert outcome.simulation is not None
    assert outcome.change_set is not None
    return outcome


def figures(simulation: Simulation) -> list[float]:
    """Every figure of a simulation, in a fixed order."""
    return [
        figure
        for view in View
        for one in (simulation.views[view],)
        for estimate in (one.mean, one.standard_deviation, one.probability_negative, *one.percentiles.values())
        for figure in (estimate.value, estimate.standard_error)
    ] + [share for row in simulation.variance_shares for share in row.shares.values()]


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_every_host_draws_and_writes_the_same(name: str) -> None:
    kept = books(name)
    outcomes = {host: simulated(book) for host, book in kept.items()}
    for one, other in pairwise(outcomes.values()):
        assert one.simulation is not None
        assert other.simulation is not None
        assert figures(one.simulation) == pytest.approx(figures(other.simulation), rel=NINE_DIGITS, abs=1e-12)
        assert one.change_set is not None
        assert other.change_set is not None
        assert replace(one.change_set, expects="") == replace(other.change_set, expects="")
    shown = []
    for host, book in kept.items():
        change_set = outcomes[host].change_set
        assert change_set is not None
        book.apply(change_set)
        shown.append(book.snapshot().names[written_names.SIMULATION].values)
    assert all(one == shown[0] for one in shown)


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_a_process_of_its_own_draws_the_same(name: str, tmp_path: Path) -> None:
    here = simulated(books(name)["memory"]).simulation
    assert here is not None
    (tmp_path / "k.xlsx").write_bytes(new_file(load_example(name)))
    ended = vardering("simulate", "k.xlsx", "--draws", "2000", "--seed", "17", "--json", folder=tmp_path)
    there = json.loads(ended.out)["simulation"]["views"]
    for view in View:
        for per_cent, estimate in here.views[view].percentiles.items():
            told = there[view.value]["percentiles"][str(per_cent)]
            assert told["value"] == pytest.approx(estimate.value, rel=NINE_DIGITS)
            assert told["standard_error"] == pytest.approx(estimate.standard_error, rel=NINE_DIGITS, abs=1e-9)
