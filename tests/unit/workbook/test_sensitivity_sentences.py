"""The sentences of Känslighet, from sensitivities made by hand."""

import pytest

from vardering.model.results import Figure, Undefined
from vardering.model.sensitivity import (
    InputSensitivity,
    Response,
    Scenario,
    ScenarioFigures,
    Sensitivity,
    VariedInput,
)
from vardering.model.vocabulary import View
from vardering.workbook.presenting.sensitivity_sentences import (
    case_sentence,
    delay_sentence,
    input_name,
    sensitivity_sentences,
    switching_sentence,
    turning_sentences,
)

NEVER = Undefined("no-switch")
ALL = View.ALL_VALUED


def response(switch: Figure = NEVER, share: Figure = NEVER, low: float = 100.0, high: float = 100.0) -> Response:
    return Response(npv_low=low, npv_likely=100.0, npv_high=high, switching_value=switch, switching_share=share)


def an_input(varied: VariedInput, found: Response, likely: float = 10.0, name: str = "Resor") -> InputSensitivity:
    return InputSensitivity(varied, "E1", name, "resor", 5.0, likely, 15.0, dict.fromkeys(View, found))


def sensitivity(*inputs: InputSensitivity) -> Sensitivity:
    npvs = {Scenario.PESSIMISTIC: -50.0, Scenario.LIKELY: 100.0, Scenario.OPTIMISTIC: 260.0}
    figures = {
        scenario: dict.fromkeys(View, ScenarioFigures(npv, 0.0, 0.0, Undefined("never"), Undefined("no-cost")))
        for scenario, npv in npvs.items()
    }
    return Sensitivity("B", figures, inputs)


def test_the_three_cases_stand_in_one_sentence() -> None:
    assert case_sentence(sensitivity(), ALL) == (
        "Alla värderade: nettonuvärdet är 100 kr i det troliga fallet, -50 kr i det pessimistiska "
        "och 260 kr i det optimistiska."
    )


def test_the_row_that_needs_the_smallest_change_is_the_one_that_is_said() -> None:
    far = an_input(VariedInput.DRIVER, response(30.0, 3.0), name="Långt bort")
    near = an_input(VariedInput.DRIVER, response(8.0, 0.8), name="Nära")
    assert switching_sentence(sensitivity(far, near), ALL) == (
        "Alla värderade: nettonuvärdet blir noll om E1: Nära sjunker till 8 resor, 80 procent av det troliga."
    )


@pytest.mark.parametrize(
    ("varied", "switch", "share", "says"),
    [
        (VariedInput.UPTAKE, 0.5, 0.5, "om nyttjandegraden sjunker till 50 procent av den angivna"),
        (VariedInput.UPTAKE, 1.2, 1.2, "om nyttjandegraden stiger till 120 procent av den angivna"),
        (VariedInput.DISCOUNT_RATE, 0.08, 2.0, "om kalkylräntan stiger till 8 procent"),
        (VariedInput.DISCOUNT_RATE, 0.01, 0.25, "om kalkylräntan sjunker till 1 procent"),
        (VariedInput.DRIVER, 12.0, 1.2, "om E1: Resor stiger till 12 resor, 120 procent av det troliga"),
        (VariedInput.ALL_COSTS, 1.1, 1.1, "ingen rad kan ensam göra nettonuvärdet till noll"),
    ],
)
def test_a_switching_value_is_said_in_the_words_of_what_is_varied(
    varied: VariedInput, switch: float, share: float, says: str
) -> None:
    likely = 0.04 if varied is VariedInput.DISCOUNT_RATE else 10.0
    assert says in switching_sentence(sensitivity(an_input(varied, response(switch, share), likely)), ALL)


def test_a_delay_is_said_only_where_one_makes_the_value_zero() -> None:
    late = an_input(VariedInput.BENEFIT_DELAY, response(2.5, Undefined("no-likely")))
    assert delay_sentence(sensitivity(late), ALL) == (
        "Alla värderade: nettonuvärdet blir noll om nyttorna dröjer 2,5 år."
    )
    assert delay_sentence(sensitivity(an_input(VariedInput.BENEFIT_DELAY, response())), ALL) == ""
    for years, said in ((0.02, "mindre än en månad"), (0.08, "en månad"), (1.9, "23 månader"), (4.0, "4 år")):
        found = an_input(VariedInput.BENEFIT_DELAY, response(years, Undefined("no-likely")))
        assert delay_sentence(sensitivity(found), ALL).endswith(f" dröjer {said}.")
    assert len(turning_sentences(sensitivity(late))) == 4
    assert len(turning_sentences(sensitivity())) == 2


def test_what_matters_most_is_said_of_each_view_where_anything_moves_it() -> None:
    moving = an_input(VariedInput.DRIVER, response(low=40.0, high=180.0))
    said = sensitivity_sentences(sensitivity(moving))
    assert said[2] == (
        "Alla värderade: mest betyder E1: Resor. Ändras bara det ligger nettonuvärdet mellan 40 kr och 180 kr."
    )
    assert len(said) == 6
    assert len(sensitivity_sentences(sensitivity())) == 4


def test_an_input_without_a_name_is_called_by_its_id_and_a_parameter_by_its_name() -> None:
    assert input_name(an_input(VariedInput.DRIVER, response(), name="")) == "E1"
    assert input_name(an_input(VariedInput.DISCOUNT_RATE, response())) == "Kalkylränta"
