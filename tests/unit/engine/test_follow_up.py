"""An effect against its promise, by hand: 50, 100, 100 kr in three years, measured each half year for two years."""

import pytest

from vardering.engine.follow_up import follow_effect
from vardering.model.follow_up import EffectFollowUp, FollowUpStatus, Level, Promise

DUE = (0.5, 1.0, 1.5, 2.0)


def a_promise(*levels: Level, **changes: object) -> Promise:
    """From 9 down to 2 minutes: half of it in the first year."""
    content: dict[str, object] = {
        "effect_id": "E1",
        "kr": (50.0, 100.0, 100.0),
        "hours": (5.0, 10.0, 10.0),
        "shares": (0.5, 1.0, 1.0),
        "baseline": 9.0,
        "target": 2.0,
        "due": DUE,
        "window": 0.125,
        "levels": levels,
        **changes,
    }
    return Promise(**content)  # type: ignore[arg-type]


def parts(found: EffectFollowUp) -> dict[str, float]:
    """The parts of the promise in kronor that are not zero."""
    names = ("realised", "missed", "threatened", "unknown", "not_due", "surplus")
    return {name: round(getattr(found.kr, name), 6) for name in names if abs(getattr(found.kr, name)) > 1e-9}


def test_before_the_first_day_of_measuring_nothing_is_due() -> None:
    found = follow_effect(a_promise(), 0.4)
    assert found.status is FollowUpStatus.NOT_DUE
    assert parts(found) == {"not_due": 250.0}
    assert (found.next_due, found.unanswered) == (0, ())
    assert found.expected_kr == (50.0, 100.0, 100.0)


def test_what_was_due_and_is_not_measured_is_unknown() -> None:
    found = follow_effect(a_promise(), 1.2)
    assert found.status is FollowUpStatus.UNKNOWN
    assert parts(found) == {"unknown": 50.0, "not_due": 200.0}
    assert (found.next_due, found.unanswered) == (2, (0, 1))


def test_a_measurement_as_planned_realises_the_time_since_the_day_of_measuring_before() -> None:
    found = follow_effect(a_promise(Level(0.5, 5.5)), 0.6)
    assert found.status is FollowUpStatus.ON_TRACK
    assert parts(found) == {"realised": 25.0, "not_due": 225.0}
    (level,) = found.levels
    assert (level.planned, level.deviation, level.deviation_kr, level.share, level.ratio) == (5.5, 0.0, 0.0, 0.5, 1.0)


def test_half_of_what_was_planned_is_half_realised_and_threatens_the_rest() -> None:
    found = follow_effect(a_promise(Level(0.5, 7.25)), 0.6)
    assert found.status is FollowUpStatus.DELAYED
    assert parts(found) == {"realised": 12.5, "missed": 12.5, "threatened": 112.5, "not_due": 112.5}
    assert found.kr.at_risk == 125.0
    assert (found.hours.realised, found.hours.missed) == (1.25, 1.25)
    assert found.levels[0].deviation_kr == pytest.approx(-25.0)
    assert found.full_value == pytest.approx(5.5)


def test_a_measure_that_stands_still_deviates_and_one_that_moves_is_delayed() -> None:
    still = follow_effect(a_promise(Level(0.5, 7.25), Level(1.0, 7.25)), 1.0)
    moving = follow_effect(a_promise(Level(0.5, 7.25), Level(1.0, 6.9)), 1.0)
    assert (still.status, moving.status) == (FollowUpStatus.DEVIATING, FollowUpStatus.DELAYED)


def test_more_than_promised_is_surplus_and_never_covers_what_was_missed() -> None:
    found = follow_effect(a_promise(Level(0.5, 9.0), Level(1.0, 2.0)), 1.0)
    assert found.status is FollowUpStatus.ACHIEVED
    assert parts(found) == {"realised": 25.0, "missed": 25.0, "surplus": 25.0, "not_due": 200.0}
    assert found.actual_kr == (50.0, 0.0, 0.0)


def test_to_be_ahead_of_the_plan_does_not_make_more_than_the_target_expected() -> None:
    found = follow_effect(a_promise(Level(0.5, 3.4)), 0.5)
    assert found.levels[0].ratio == pytest.approx(1.6)
    assert found.forecast.likely == 1.0
    assert found.expected_kr == pytest.approx((65.0, 100.0, 100.0))


def test_after_the_last_day_of_measuring_the_latest_level_stands() -> None:
    levels = [Level(time, 5.5 if time <= 1 else 2.0) for time in DUE]
    found = follow_effect(a_promise(*levels), 2.5)
    assert parts(found) == {"realised": 200.0, "not_due": 50.0}
    assert (found.next_due, found.unanswered) == (None, ())
    later = follow_effect(a_promise(*levels, Level(2.5, 9.0)), 3.0)
    assert parts(later) == {"realised": 150.0, "missed": 100.0}
    assert later.status is FollowUpStatus.DEVIATING


def test_after_a_last_day_that_nobody_measured_all_is_unknown_until_somebody_does() -> None:
    levels = (Level(0.5, 5.5), Level(1.0, 5.5), Level(1.5, 2.0))
    assert parts(follow_effect(a_promise(*levels), 3.0)) == {"realised": 100.0, "unknown": 150.0}
    late = follow_effect(a_promise(*levels, Level(2.5, 2.0)), 3.0)
    assert parts(late) == {"realised": 250.0}


def test_a_late_measurement_answers_its_day_and_an_early_one_the_time_before_it() -> None:
    late = follow_effect(a_promise(Level(0.8, 5.5)), 0.8)
    assert (late.unanswered, parts(late)) == ((), {"realised": 40.0, "not_due": 210.0})
    early = follow_effect(a_promise(Level(0.25, 5.5)), 0.6)
    assert early.unanswered == (0,)
    assert early.status is FollowUpStatus.UNKNOWN
    assert parts(early) == {"realised": 12.5, "unknown": 12.5, "not_due": 225.0}


def test_reported_kronor_and_hours_stand_for_themselves() -> None:
    found = follow_effect(a_promise(Level(0.5, realised_kr=20.0, realised_hours=4.0)), 0.5)
    assert found.status is FollowUpStatus.DEVIATING
    assert parts(found)["realised"] == 20.0
    assert (found.hours.realised, found.hours.surplus) == (2.5, 1.5)
    assert found.levels[0].ratio == pytest.approx(0.8)
    only_hours = follow_effect(a_promise(Level(0.5, realised_hours=2.5)), 0.5)
    assert only_hours.status is FollowUpStatus.ON_TRACK
    assert parts(only_hours) == {"realised": 25.0, "not_due": 225.0}


def test_reported_kronor_are_carried_forward_as_a_share_of_the_promise() -> None:
    levels = [Level(time, realised_kr=25.0 if time <= 1 else 40.0) for time in DUE]
    found = follow_effect(a_promise(*levels), 3.0)
    assert found.actual_kr == pytest.approx((50.0, 80.0, 80.0))


def test_reported_kronor_where_nothing_was_promised_are_surplus() -> None:
    found = follow_effect(a_promise(Level(0.5, realised_kr=8.0), kr=(0.0, 100.0, 100.0)), 0.5)
    assert parts(found) == {"not_due": 200.0, "surplus": 8.0}
    assert found.levels[0].ratio is None
    assert found.status is FollowUpStatus.UNKNOWN


def test_a_measurement_before_any_effect_is_planned_is_no_deviation() -> None:
    found = follow_effect(a_promise(Level(0.5, 8.0), kr=(0.0, 50.0, 100.0), shares=(0.0, 0.5, 1.0)), 0.5)
    assert found.status is FollowUpStatus.ON_TRACK
    assert parts(found)["surplus"] == pytest.approx(100 / 7 / 2)


def test_a_level_is_worth_nothing_in_years_that_none_of_the_effect_is_planned_for() -> None:
    late = {"kr": (0.0, 100.0, 0.0), "shares": (0.0, 1.0, 0.0), "due": (1.5,)}
    found = follow_effect(a_promise(Level(1.5, 2.0), Level(2.5, 2.0), **late), 3.0)
    assert parts(found) == {"realised": 100.0}
    assert found.actual_kr == (0.0, 100.0, 0.0)


def test_without_a_target_a_measurement_says_nothing_of_kronor() -> None:
    for changes in ({"target": None}, {"baseline": None}, {"target": 9.0}):
        found = follow_effect(a_promise(Level(0.5, 5.5), **changes), 0.6)
        assert found.status is FollowUpStatus.UNKNOWN
        assert parts(found) == {"unknown": 25.0, "not_due": 225.0}


def test_of_a_disbenefit_less_is_surplus_and_more_is_missed() -> None:
    cost = {"kr": (-50.0, -100.0, -100.0), "hours": (0.0, 0.0, 0.0), "baseline": 0.0, "target": 10.0}
    less = follow_effect(a_promise(Level(0.5, 2.5), **cost), 0.5)
    assert (less.status, parts(less)["surplus"]) == (FollowUpStatus.ON_TRACK, 12.5)
    more = follow_effect(a_promise(Level(0.5, 10.0), **cost), 0.5)
    assert more.status is FollowUpStatus.DEVIATING
    assert parts(more)["missed"] == 25.0


def test_three_measurements_give_the_forecast_its_spread_and_fewer_take_that_of_the_case() -> None:
    one = follow_effect(a_promise(Level(0.5, 5.5), range_shares=(0.8, 1.1)), 0.5)
    assert (one.forecast.low, one.forecast.high, one.forecast.count) == (0.8, 1.1, 1)
    levels = (Level(0.5, 9.0), Level(1.0, 7.25), Level(1.5, 4.8), Level(2.0, 3.4))
    three = follow_effect(a_promise(*levels, range_shares=(0.1, 9.0)), 2.0)
    # 0.5 of the way in the first year's end was as planned; then 0.6 and 0.8 of the whole.
    assert (three.forecast.low, three.forecast.likely, three.forecast.high) == pytest.approx((0.5, 0.8, 0.84))
    assert three.expected_range_kr[0] < sum(three.expected_kr) < three.expected_range_kr[1]


def test_an_effect_that_is_gone_is_at_risk_in_whole() -> None:
    found = follow_effect(a_promise(due=(), is_lapsed=True), 1.5)
    assert found.status is FollowUpStatus.LAPSED
    assert parts(found) == {"missed": 100.0, "threatened": 150.0}
    assert sum(found.expected_kr) == 0.0


def test_what_the_case_says_now_is_expected_until_something_is_measured() -> None:
    now = (0.0, 50.0, 100.0)
    assert follow_effect(a_promise(case_kr=now), 0.2).expected_kr == now
    assert follow_effect(a_promise(Level(0.5, 5.5), case_kr=now), 0.5).expected_kr == (50.0, 100.0, 100.0)


def test_measurements_after_today_are_not_counted() -> None:
    assert parts(follow_effect(a_promise(Level(0.5, 5.5)), 0.4)) == {"not_due": 250.0}
