"""The runner of ``simulate``: read the file, draw, write, and say what the outcomes mean."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import CallError
from vardering.hosts.cli.files import open_book, write_in_place, write_new
from vardering.hosts.cli.plan_runners import target_of
from vardering.hosts.cli.printing import say, say_findings
from vardering.hosts.settings import run_context

if TYPE_CHECKING:
    from vardering.model.simulation import Simulation

FINE, INPUT_ERRORS = 0, 1
WORTH_WAITING_FOR = 100_000
"""Draws from which progress is told."""


def run_simulate(options: Namespace) -> int:
    """Simulate a workbook into a new file or, with a backup, in place."""
    from vardering.books.xlsx.saving import refuse_open_book
    from vardering.commands.simulation import simulate_workbook, wanted

    asked = wanted(options.draws, options.seed, options.distribution)
    source = Path(options.file)
    target = target_of(options, source, "simulerad")
    refuse_open_book(source)
    book = open_book(options.file)
    context = run_context(options.user)
    outcome = simulate_workbook(book.snapshot(), context, asked, progress_teller())
    if outcome.change_set is None:
        raise CallError("call-invalid", reason="inget att skriva")
    content = book.apply(outcome.change_set)
    if options.in_place:
        write_in_place(content, book, source, f"före simulering {context.clock:%Y-%m-%d %H%M%S}")
    else:
        write_new(content, target, replace=options.replace)
    say_findings(outcome.findings)
    say(f"Sparat: {target}")
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
