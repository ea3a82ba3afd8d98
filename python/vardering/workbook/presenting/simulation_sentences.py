"""What a simulation says, in sentences for the sheet, the screen and the decision basis."""

from vardering.model.simulation import SimulatedView, Simulation
from vardering.model.vocabulary import View
from vardering.texts import simulation_texts
from vardering.texts.sheet_texts import VIEW_LABELS

SPOKEN_VIEWS = (View.ALL_VALUED, View.CASH_RELEASING)
LOW, HIGH = 10, 90
"""The percentiles that 8 outcomes of 10 lie between."""


def simulation_sentences(simulation: Simulation) -> tuple[str, ...]:
    """How often the change pays and between which amounts, what matters most, and what the figures rest on."""
    if not simulation.uncertain_rows:
        return (simulation_texts.NO_RANGES,)
    sentences = [_of_view(simulation.views[view]) for view in SPOKEN_VIEWS]
    largest = max(simulation.variance_shares, key=lambda row: row.shares[View.ALL_VALUED])
    driver = simulation_texts.largest_share_sentence(largest.name or largest.id, largest.shares[View.ALL_VALUED])
    return (*sentences, driver, simulation_texts.CAVEAT)


def _of_view(simulated: SimulatedView) -> str:
    label = VIEW_LABELS[simulated.view]
    low, high = (simulated.percentiles[per_cent] for per_cent in (LOW, HIGH))
    if low.value == high.value:
        return simulation_texts.certain_sentence(label, simulation_texts.spoken_kronor(low.value, 0.0))
    spoken = (simulation_texts.spoken_kronor(end.value, end.standard_error) for end in (low, high))
    return simulation_texts.outcome_sentence(label, 1.0 - simulated.probability_negative.value, *spoken)
