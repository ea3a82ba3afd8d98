"""Whatever changed between two versions, the steps and the interaction lead from one value to the other."""

from hypothesis import assume, given

from properties.case_strategies import cases, unhurried
from vardering.engine.attribution import ROW_GROUPS, WHOLE_CASE, attribute, npvs
from vardering.model.case import Case, fingerprint
from vardering.model.comparison import applied, changes_between
from vardering.model.vocabulary import View

pairs = (cases(), cases())


def close(one: float, other: float, scale: float) -> bool:
    return abs(one - other) <= 1e-9 * (abs(scale) + 1.0)


@unhurried
@given(*pairs)
def test_the_waterfall_sums_to_the_whole_difference_in_every_view(before: Case, after: Case) -> None:
    bridge = attribute(before, after, changes_between(before, after))
    assert (bridge.npv_before, bridge.npv_after) == (npvs(before), npvs(after))
    for view in View:
        alone = [step.alone[view] for step in bridge.steps if step.alone is not None]
        scale = sum(map(abs, alone)) + abs(bridge.npv_before[view]) + abs(bridge.npv_after[view])
        total = bridge.npv_before[view] + sum(alone) + bridge.interaction[view]
        assert close(total, bridge.npv_after[view], scale)


@unhurried
@given(*pairs)
def test_each_step_is_what_the_change_alone_does_to_the_earlier_version(before: Case, after: Case) -> None:
    changes = changes_between(before, after)
    start = npvs(before)
    for step in attribute(before, after, changes).steps:
        if step.alone is not None:
            moved = npvs(applied(before, step.changes))
            for view in View:
                scale = abs(moved[view]) + abs(start[view]) + 1e8
                assert close(step.alone[view], moved[view] - start[view], scale)


@unhurried
@given(*pairs)
def test_what_is_left_out_of_the_steps_has_no_part_in_the_value(before: Case, after: Case) -> None:
    rest = [change for change in changes_between(before, after) if change.case_field not in {*ROW_GROUPS, *WHOLE_CASE}]
    assume(rest)
    assert npvs(applied(before, rest)) == npvs(before)


@unhurried
@given(*pairs)
def test_the_changes_lead_from_one_version_to_the_other_and_back(before: Case, after: Case) -> None:
    changes = changes_between(before, after)
    assert fingerprint(applied(before, changes)) == fingerprint(after)
    assert fingerprint(applied(after, [change.reverted for change in changes])) == fingerprint(before)
    assert changes_between(after, after) == ()
