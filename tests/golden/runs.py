"""The runs whose ChangeSets are kept as text: every example, and small cases that show one thing each."""

from collections.abc import Callable, Mapping
from functools import partial

from builders import CONTEXT, a_case, a_change, an_effect, book_of
from golden.change_set_text import text_of
from vardering.commands.recalculation import recalculate
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.case import Case
from vardering.model.simplified import SimplifiedCase, SimplifiedCosts, SimplifiedEffect, expand
from vardering.model.vocabulary import Certainty, Kind
from vardering.workbook.change_set import ChangeSet


def of_case(make: Callable[[], Case]) -> ChangeSet:
    """What the first run of a case's workbook writes."""
    return written(recalculate(book_of(make()).snapshot(), CONTEXT).change_set)


def stopped_by_errors() -> ChangeSet:
    """A run after a good one, with a text for a number and a horizon that is too long."""
    book = book_of(a_case())
    book.apply(written(recalculate(book.snapshot(), CONTEXT).change_set))
    snapshot = book.snapshot()
    table = snapshot.tables["vm_effekter"]
    volume = table.position(0, table.headings.index("Volym trolig"))
    book.type_in(volume.sheet, volume.row, volume.column, "ca 100")
    horizon = snapshot.names["vm_kalkyltid"].position
    book.type_in(horizon.sheet, horizon.row, horizon.column, 41.0)
    return written(recalculate(book.snapshot(), CONTEXT).change_set)


def simplified() -> Case:
    """A small simplified assessment."""
    inputs = a_case()
    return expand(
        SimplifiedCase(
            case_id=inputs.case_id,
            change=inputs.change,
            alternatives=inputs.alternatives,
            assumptions=inputs.assumptions,
            categories=inputs.categories,
            costs=SimplifiedCosts(external_one_off_kr=100_000.0, run_cost_kr=20_000.0),
            effects=(
                SimplifiedEffect(
                    id="E1",
                    name="Färre brev",
                    kind=Kind.FINANCIAL,
                    volume=1_000.0,
                    before=60.0,
                    after=5.0,
                    unit_value_kr=1.0,
                    certainty=Certainty.LOW,
                ),
            ),
        )
    )


def two_years() -> Case:
    """A case so short that every written sheet is at its smallest."""
    return a_case(change=a_change(horizon_years=2), effects=(an_effect(),))


def written(change_set: ChangeSet | None) -> ChangeSet:
    """A run always writes something."""
    assert change_set is not None
    return change_set


RUNS: Mapping[str, Callable[[], ChangeSet]] = {
    **{entry.name: partial(of_case, partial(load_example, entry.name)) for entry in EXAMPLES},
    "tva_ar": partial(of_case, two_years),
    "forenklad": partial(of_case, simplified),
    "stoppad_av_fel": stopped_by_errors,
}


def texts() -> dict[str, str]:
    """Every run's text by file name."""
    return {f"{name}.txt": text_of(run()) for name, run in RUNS.items()}
