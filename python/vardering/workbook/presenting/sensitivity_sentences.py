"""What the sensitivity says, in sentences for the sheet, the screen and the decision basis."""

from vardering.model.results import Undefined
from vardering.model.sensitivity import InputSensitivity, Scenario, Sensitivity, VariedInput
from vardering.model.vocabulary import View
from vardering.texts import sensitivity_texts
from vardering.texts.sheet_texts import VIEW_LABELS

SPOKEN_VIEWS = (View.ALL_VALUED, View.CASH_RELEASING)
MAIN_PARAMETERS = {
    VariedInput.DISCOUNT_RATE: sensitivity_texts.DISCOUNT_RATE,
    VariedInput.BENEFIT_DELAY: sensitivity_texts.DELAY,
    VariedInput.UPTAKE: sensitivity_texts.UPTAKE,
    VariedInput.ALL_BENEFITS: sensitivity_texts.ALL_BENEFITS,
    VariedInput.ALL_COSTS: sensitivity_texts.ALL_COSTS,
}
WHOLES = (VariedInput.ALL_BENEFITS, VariedInput.ALL_COSTS)


def input_name(tested: InputSensitivity) -> str:
    """Id and name of a row, or the name of a main parameter."""
    if tested.varied is VariedInput.DRIVER:
        return f"{tested.id}: {tested.name}" if tested.name else tested.id
    return MAIN_PARAMETERS[tested.varied]


def sensitivity_sentences(sensitivity: Sensitivity) -> tuple[str, ...]:
    """The three cases, what matters most, and what turns the result, of all valued and cash-releasing."""
    sentences = [case_sentence(sensitivity, view) for view in SPOKEN_VIEWS]
    for view in SPOKEN_VIEWS:
        largest = sensitivity.by_swing(view)[:1]
        for tested in largest:
            response = tested.responses[view]
            ends = sorted((response.npv_low, response.npv_high))
            sentences.append(
                sensitivity_texts.largest_sentence(VIEW_LABELS[view], input_name(tested), ends[0], ends[1])
            )
    return (*sentences, *turning_sentences(sensitivity))


def turning_sentences(sensitivity: Sensitivity) -> tuple[str, ...]:
    """The nearest switching value of each view, and the delay of benefits that makes it zero where one does."""
    switches = [switching_sentence(sensitivity, view) for view in SPOKEN_VIEWS]
    delays = [delay_sentence(sensitivity, view) for view in SPOKEN_VIEWS]
    return (*switches, *(delay for delay in delays if delay))


def case_sentence(sensitivity: Sensitivity, view: View) -> str:
    """The net present value of a view in the pessimistic, likely and optimistic case."""
    low, likely, high = (
        sensitivity.scenarios[scenario][view].npv
        for scenario in (Scenario.PESSIMISTIC, Scenario.LIKELY, Scenario.OPTIMISTIC)
    )
    return sensitivity_texts.case_sentence(VIEW_LABELS[view], low, likely, high)


def switching_sentence(sensitivity: Sensitivity, view: View) -> str:
    """The most decisive switching value of a view: the row or parameter that needs the smallest relative change."""
    label = VIEW_LABELS[view]
    nearest = _nearest(sensitivity, view)
    if nearest is None:
        return sensitivity_texts.no_switch_sentence(label)
    tested, value, share = nearest
    if tested.varied is VariedInput.UPTAKE:
        return sensitivity_texts.uptake_sentence(label, share)
    if tested.varied is VariedInput.DISCOUNT_RATE:
        return sensitivity_texts.rate_sentence(label, value, tested.likely)
    with_unit = f"{sensitivity_texts.number(value)} {tested.unit}".strip()
    return sensitivity_texts.switching_sentence(label, input_name(tested), with_unit, share)


def delay_sentence(sensitivity: Sensitivity, view: View) -> str:
    """How late benefits may come before the net present value is zero; empty where no delay makes it so."""
    for tested in sensitivity.inputs:
        value = tested.responses[view].switching_value
        if tested.varied is VariedInput.BENEFIT_DELAY and not isinstance(value, Undefined):
            return sensitivity_texts.delay_sentence(VIEW_LABELS[view], value)
    return ""


def _nearest(sensitivity: Sensitivity, view: View) -> tuple[InputSensitivity, float, float] | None:
    found: list[tuple[InputSensitivity, float, float]] = []
    for tested in sensitivity.inputs:
        if tested.varied in WHOLES:
            continue
        response = tested.responses[view]
        value, share = response.switching_value, response.switching_share
        if not isinstance(value, Undefined) and not isinstance(share, Undefined):
            found.append((tested, value, share))
    return min(found, key=lambda one: abs(one[2] - 1.0), default=None)
