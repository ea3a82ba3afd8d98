"""The runner of ``simulate``: read the file, draw, write, and say what the outcomes mean."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from vardering.hosts.cli.exit_codes import FINE, INPUT_ERRORS
from vardering.hosts.cli.files import book_and_target, moment, save_result
from vardering.hosts.cli.printing import say
from vardering.hosts.settings import run_context

if TYPE_CHECKING:
    from vardering.model.simulation import Simulation

WORTH_WAITING_FOR = 100_000
"""Draws from which progress is told."""


def run_simulate(options: Namespace) -> int:
    """Simulate a workbook into a new file or, with a backup, in place."""
    from vardering.commands.simulation import simulate_workbook, wanted

    asked = wanted(options.draws, options.seed, options.distribution)
    book, target = book_and_target(options, "simulerad")
    context = run_context(options.user)
    outcome = simulate_workbook(book.snapshot(), context, asked, progress_teller())
    save_result(outcome, book, target, options, f"före simulering {moment(context.clock)}")
    if options.json:
        from vardering.commands.exchange import results_json

        print(results_json(outcome))
    elif outcome.simulation is not None:
        show_simulation(outcome.simulation)
    return INPUT_ERRORS if outcome.has_errors else FINE


def progress_teller() -> Callable[[int, int], None]:
    """Tells every tenth part of a simulation that takes a while."""
    told = 0

    def tell(made: int, of: int) -> None:
        nonlocal told
        tenths = made * 10 // of
        if of >= WORTH_WAITING_FOR and tenths > told:
            told = tenths
            say(f"{tenths * 10} procent av {of} dragningar")

    return tell


def show_simulation(simulation: "Simulation") -> None:
    """The sentences of a simulation, and what repeats it."""
    from vardering.workbook.presenting.simulation_sentences import simulation_sentences

    for sentence in simulation_sentences(simulation):
        print(sentence)
    print(f"{simulation.draws} dragningar, slumptalsfrö {simulation.settings.seed}.")
