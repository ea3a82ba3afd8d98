from builders import a_case, a_cost, an_effect
from vardering.engine.simulation import simulate
from vardering.model.assumptions import SimulationSettings
from vardering.model.case import Case
from vardering.model.vocabulary import Kind
from vardering.texts import simulation_texts
from vardering.workbook.presenting.simulation_sentences import simulation_sentences

DRAWS = SimulationSettings(draws=1_000)


def sentences(case: Case) -> tuple[str, ...]:
    return simulation_sentences(simulate(case.model_copy(update={"simulation": DRAWS})))


def test_every_view_has_its_sentence_then_what_matters_most_and_what_it_rests_on() -> None:
    all_valued, cash, largest, caveat = sentences(
        a_case(
            development=(a_cost(driver_low=0.5, driver_high=2.0),),
            effects=(an_effect(driver_low=100.0, driver_high=3_000.0),),
        )
    )
    assert all_valued.startswith("Alla värderade: i ")
    assert cash.startswith("Budgetverkande: i så gott som inget utfall är nyttan minst lika stor som kostnaden.")
    assert "Kortare tid för nycklar" in largest
    assert caveat == simulation_texts.CAVEAT


def test_a_view_that_nothing_uncertain_counts_in_is_the_same_in_all_outcomes() -> None:
    _, cash, *_ = sentences(a_case(effects=(an_effect(driver_low=100.0, driver_high=3_000.0),)))
    assert cash == ("Budgetverkande: ingen rad har ett spann. Nettonuvärdet är minus 100 tusen kronor i alla utfall.")


def test_without_any_range_there_is_nothing_to_say() -> None:
    assert sentences(a_case()) == (simulation_texts.NO_RANGES,)


def test_a_row_without_a_name_is_called_by_its_id() -> None:
    rows = (a_cost(id="U7", name="", kind=Kind.SOCIETAL, driver_low=0.5, driver_high=2.0),)
    assert "”U7”: 100 procent" in sentences(a_case(development=rows))[2]
