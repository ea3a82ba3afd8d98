"""A simulation is written beside the results, stays while the case is the same, and is taken away when it is not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from builders import CONTEXT, a_case, a_cost, an_effect, book_of
from vardering.base.cells import CellValue
from vardering.base.faults import CallError, Severity
from vardering.books.memory import MemoryBook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.briefing import brief
from vardering.commands.recalculation import recalculate
from vardering.commands.request import Outcome, RunContext
from vardering.commands.simulation import Wanted, simulate_workbook, wanted
from vardering.engine.weighted_sums import unheard
from vardering.model.assumptions import CorrelationGroup, SimulationSettings
from vardering.model.case import Case
from vardering.model.risk import Risk
from vardering.model.vocabulary import CaseForm, Spread, View
from vardering.texts import simulation_texts
from vardering.workbook import written_names
from vardering.workbook.presenting.simulation_sentences import simulation_sentences

OLD = Path(__file__).parents[2] / "workbooks" / "earlier_versions"
RANGED = a_case(
    development=(a_cost(driver_low=0.8, driver_high=1.6),),
    effects=(an_effect(driver_low=500.0, driver_high=1_800.0),),
    simulation=SimulationSettings(draws=1_000),
)
NOTHING = Wanted()
LATER = RunContext(CONTEXT.clock + timedelta(hours=1), CONTEXT.user, CONTEXT.version)


def simulated(book: MemoryBook, asked: Wanted = NOTHING, context: RunContext = CONTEXT) -> Outcome:
    outcome = simulate_workbook(book.snapshot(), context, asked, unheard)
    assert outcome.change_set is not None
    book.apply(outcome.change_set)
    return outcome


def recalculated(book: MemoryBook, context: RunContext = LATER) -> Outcome:
    outcome = recalculate(book.snapshot(), context)
    assert outcome.change_set is not None
    book.apply(outcome.change_set)
    return outcome


def section(book: MemoryBook) -> tuple[tuple[CellValue, ...], ...]:
    return book.snapshot().names[written_names.SIMULATION].values


def beside(book: MemoryBook, label: str) -> list[CellValue]:
    return next(list(row[1:4]) for row in section(book) if row[0] == label)


def type_in(book: MemoryBook, name: str, value: CellValue) -> None:
    where = book.snapshot().names[name].position
    book.type_in(where.sheet, where.row, where.column, value)


def change_a_driver(book: MemoryBook) -> None:
    table = book.snapshot().tables["vm_utveckling"]
    column = table.column_index("Antal hög")
    assert column is not None
    where = table.position(0, column)
    book.type_in(where.sheet, where.row, where.column, 1.7)


def test_the_section_holds_the_figures_of_every_view_and_what_repeats_them() -> None:
    book = book_of(RANGED)
    outcome = simulated(book)
    assert outcome.simulation is not None
    assert outcome.results is not None
    views = outcome.simulation.views
    assert section(book)[0][0] == simulation_texts.FRESH
    likely = [outcome.results.main.views[view].figures.npv for view in View]
    assert beside(book, simulation_texts.LIKELY) == likely
    for view, shown in zip(View, beside(book, simulation_texts.PERCENTILES[90]), strict=True):
        estimate = views[view].percentiles[90]
        assert shown == pytest.approx(estimate.value, abs=5 * estimate.standard_error)
    assert beside(book, simulation_texts.SEED)[0] == 2027.0
    assert beside(book, simulation_texts.DRAWS)[0] == 1_000.0
    assert beside(book, simulation_texts.FINGERPRINT)[0] == outcome.fingerprint
    log = book.snapshot().tables[written_names.LOG_TABLE]
    row = dict(zip(log.headings, log.rows[0], strict=True))
    assert (row["Händelse"], row["Slumptalsfrö"]) == ("Simulera", 2027.0)


def test_a_recalculation_of_the_same_case_keeps_the_figures() -> None:
    book = book_of(RANGED)
    simulated(book)
    before = section(book)
    recalculated(book)
    assert section(book) == before
    log = book.snapshot().tables[written_names.LOG_TABLE]
    assert dict(zip(log.headings, log.rows[1], strict=True))["Slumptalsfrö"] is None


@pytest.mark.parametrize("change", [change_a_driver, lambda book: type_in(book, "vm_slumptalsfro", 5.0)])
def test_a_recalculation_of_a_changed_case_takes_the_figures_away(change: Callable[[MemoryBook], None]) -> None:
    book = book_of(RANGED)
    simulated(book)
    change(book)
    outcome = recalculated(book)
    shown = [cell for row in section(book) for cell in row if cell is not None]
    assert shown == [simulation_texts.STALE, simulation_texts.STALE_HINT]
    assert outcome.change_set is not None
    charts = {write.chart for write in outcome.change_set.series}
    assert {*written_names.HISTOGRAM_CHARTS.values(), written_names.CUMULATIVE_SHARE_CHART} <= charts
    recalculated(book)
    assert section(book)[0][0] == simulation_texts.STALE
    simulated(book, context=LATER)
    assert section(book)[0][0] == simulation_texts.FRESH


def test_a_workbook_never_simulated_says_so_after_a_recalculation() -> None:
    book = book_of(RANGED)
    recalculated(book)
    assert section(book) == ((simulation_texts.NOT_SIMULATED,),)


def test_what_the_call_asks_for_is_kept_in_the_workbook_for_the_next_simulation() -> None:
    book = book_of(RANGED)
    first = simulated(book, Wanted(draws=2_000, seed=99, spread=Spread.TRIANGULAR))
    names = book.snapshot().names
    kept = [names[name].value for name in ("vm_dragningar", "vm_slumptalsfro", "vm_fordelning")]
    assert kept == [2_000.0, 99.0, "triangel"]
    again = simulated(book, context=LATER)
    assert again.simulation == first.simulation
    assert again.fingerprint == first.fingerprint
    assert book.snapshot().names[written_names.DIFFERENCES].value == 0.0


def test_the_settings_that_are_already_there_are_left_alone() -> None:
    book = book_of(RANGED)
    outcome = simulate_workbook(book.snapshot(), CONTEXT, Wanted(draws=1_000, seed=2027), unheard)
    assert outcome.change_set is not None
    settings = book.snapshot().names["vm_dragningar"].area
    assert all(block.area != settings for block in outcome.change_set.blocks)


def test_another_seed_gives_other_figures_within_the_error() -> None:
    first, other = (simulated(book_of(RANGED), Wanted(seed=seed)).simulation for seed in (1, 2))
    assert first is not None
    assert other is not None
    one, two = (found.views[View.ALL_VALUED].mean for found in (first, other))
    assert one.value != two.value
    assert abs(one.value - two.value) < 6 * (one.standard_error + two.standard_error)


@pytest.mark.parametrize(
    ("name", "typed"), [("vm_dragningar", 0.0), ("vm_dragningar", 1e9), ("vm_slumptalsfro", "sjutton")]
)
def test_a_setting_that_cannot_be_used_leaves_results_and_simulation_as_they_were(name: str, typed: CellValue) -> None:
    book = book_of(RANGED)
    simulated(book)
    before, figures = section(book), book.snapshot().names[written_names.KEY_FIGURES].values
    type_in(book, name, typed)
    outcome = simulated(book, context=LATER)
    (error,) = (found for found in outcome.findings if found.severity is Severity.ERROR)
    assert error.where == book.snapshot().names[name].position
    assert (outcome.simulation, outcome.results) == (None, None)
    assert section(book) == before
    assert book.snapshot().names[written_names.KEY_FIGURES].values == figures


def test_low_above_high_and_a_group_of_one_stop_the_simulation() -> None:
    rows = (a_cost(driver_low=2.0, driver_high=1.5, correlation_group="Priser"),)
    groups = (CorrelationGroup(name="Priser", strength=0.5),)
    outcome = simulated(book_of(RANGED.model_copy(update={"development": rows, "correlation_groups": groups})))
    codes = {found.code for found in outcome.findings if found.severity is Severity.ERROR}
    assert codes == {"range-broken", "correlation-group-of-one"}
    assert outcome.simulation is None


def test_a_case_without_ranges_is_warned_for_and_says_so() -> None:
    book = book_of(a_case(simulation=SimulationSettings(draws=1_000)))
    outcome = simulated(book)
    assert "simulation-without-ranges" in {found.code for found in outcome.findings}
    assert section(book)[1][0] == simulation_texts.NO_RANGES


def test_a_risk_that_costs_money_is_drawn() -> None:
    risk = Risk(id="K1", description="Förseningar", row_id="E1", occurrence=0.5, loss_likely_kr=50_000.0)
    outcome = simulated(book_of(RANGED.model_copy(update={"risks": (risk,)})))
    assert outcome.simulation is not None
    assert outcome.simulation.uncertain_rows == 3
    assert "K1" in {row.id for row in outcome.simulation.variance_shares}


@pytest.mark.parametrize("asked", [("0", None, None), ("1000000000", None, None), ("1e4", None, None)])
def test_a_number_of_draws_that_the_call_cannot_ask_for(asked: tuple[str | None, str | None, str | None]) -> None:
    with pytest.raises(CallError) as refused:
        wanted(*asked)
    assert refused.value.fault.code == "option-out-of-range"
    assert refused.value.fault.arguments["option"] == "--draws"


@pytest.mark.parametrize("seed", ["sju", "-1", "1000000000", "", "²"])
def test_a_seed_that_the_call_cannot_ask_for(seed: str) -> None:
    with pytest.raises(CallError) as refused:
        wanted(None, seed, None)
    assert refused.value.fault.arguments["option"] == "--seed"


def test_a_distribution_that_does_not_exist() -> None:
    with pytest.raises(CallError) as refused:
        wanted(None, None, "normal")
    assert refused.value.fault.code == "spread-unknown"


def test_a_call_says_only_what_it_asks() -> None:
    assert wanted(None, None, None) == Wanted()
    assert wanted("1000", "0", "triangular") == Wanted(1_000, 0, Spread.TRIANGULAR)


def simple_case() -> Case:
    return a_case(form=CaseForm.SIMPLIFIED)


def test_a_workbook_without_the_section_is_refused() -> None:
    old = XlsxBook.open(OLD / "kalkyl_1.xlsx")
    for snapshot in (book_of(simple_case()).snapshot(), old.snapshot()):
        with pytest.raises(CallError) as refused:
            simulate_workbook(snapshot, CONTEXT, Wanted(), unheard)
        assert refused.value.fault.code == "simulation-has-no-place"


def test_the_decision_basis_says_what_the_simulation_says_until_the_case_is_another() -> None:
    book = book_of(RANGED)
    found = simulated(book).simulation
    assert found is not None
    sentences = simulation_sentences(found)
    spoken = {sentences[0], sentences[1], sentences[-1]}

    def on_page() -> set[CellValue]:
        return {row[0] for row in book.snapshot().names[written_names.DECISION_BASIS].values}

    def in_document() -> set[str]:
        basis = brief(book.snapshot())[1]
        assert basis is not None
        return set(basis.texts())

    assert spoken <= on_page()
    again = recalculate(book.snapshot(), LATER).change_set
    assert again is not None
    book.apply(again)
    assert spoken <= on_page()
    assert spoken <= in_document()
    name = book.snapshot().names["vm_kalkyltid"]
    book.type_in(name.area.sheet, name.area.row, name.area.column, 6.0)
    assert not spoken & in_document()
    changed = recalculate(book.snapshot(), LATER).change_set
    assert changed is not None
    book.apply(changed)
    assert not spoken & on_page()
