from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from properties.case_strategies import cases, unhurried
from unit.engine.case_builders import START, case, effect, running
from vardering.engine.discounting import net_present_value
from vardering.engine.drivers import HIGH, LOW, Drivers
from vardering.engine.evaluation import evaluate
from vardering.engine.internal_rate import internal_rate
from vardering.engine.payback import payback_years
from vardering.engine.reconciliation import reconcile
from vardering.model.case import Case, fingerprint
from vardering.model.results import KeyFigures, Results, RowGroup, Undefined
from vardering.model.vocabulary import View

flows = st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 2)), min_size=2, max_size=15)


def _same(found: object, expected: object, scale: float = 1.0) -> bool:
    if isinstance(found, float) and isinstance(expected, float):
        return found == pytest.approx(expected, rel=1e-6, abs=1e-9 * max(1.0, scale))
    return found == expected


def _figures(results: Results, view: View) -> KeyFigures:
    return results.main.views[view].figures


def _size(results: Results) -> float:
    return sum(abs(value) for row in results.rows for value in row.values_kr)


def _changed(whole: Case, **changes: Any) -> Case:
    return whole.model_copy(update={"change": whole.change.model_copy(update=changes)})


@unhurried
@given(cases())
def test_every_case_reconciles_whatever_its_drivers(whole: Case) -> None:
    for drivers in (LOW, Drivers(), HIGH):
        reconcile(whole, evaluate(whole, drivers=drivers))


@unhurried
@given(cases())
def test_perspectives_sum_to_the_whole_and_the_views_hold_together(whole: Case) -> None:
    results = evaluate(whole)
    size = _size(results)
    for alternative in results.alternatives.values():
        cash, every, cautious = (alternative.views[view].figures for view in View)
        assert _same(sum(part.npv for part in alternative.perspectives), every.npv, size) or not size
        assert cautious.npv <= cash.npv + 1e-9 * size
        assert _same(cautious.pv_benefits, cash.pv_benefits, size)
        assert cash.pv_costs <= cautious.pv_costs + 1e-9 * size
        assert cautious.pv_costs <= every.pv_costs + 1e-9 * size
        assert (
            0.0
            <= alternative.pv_proposed_benefits
            <= sum(sum(years) * 2 for years in alternative.views[View.CASH_RELEASING].benefits_by_kind.values())
            + 1e-9 * size
        )


@unhurried
@given(cases(), st.floats(0.01, 100))
def test_scaling_all_drivers_scales_all_money(whole: Case, factor: float) -> None:
    likely = evaluate(whole)
    rows = (*whole.development, *whole.transition, *whole.running, *whole.effects)
    scaled = evaluate(whole, drivers=Drivers(by_row={row.id: factor * (row.driver_likely or 0.0) for row in rows}))
    size = _size(likely) * factor
    for view in View:
        before, after = _figures(likely, view), _figures(scaled, view)
        assert _same(after.npv, factor * before.npv, size)
        assert _same(after.peak_funding, factor * before.peak_funding, size)
    assert [row.amount_kr for row in scaled.rows] == pytest.approx([factor * row.amount_kr for row in likely.rows])


def _shifted(rows: tuple[Any, ...], years: int) -> tuple[Any, ...]:
    def later(value: Any) -> Any:
        return value.replace(year=value.year + years) if isinstance(value, date) else value + years

    fields = ("from_year", "to_year", "commissioned", "post_ends", "retired_year")
    return tuple(
        row.model_copy(
            update={name: later(getattr(row, name)) for name in fields if getattr(row, name, None) is not None}
        )
        for row in rows
    )


@unhurried
@given(cases(), st.sampled_from([4, 20, 40]))
def test_shifting_every_year_leaves_the_results(whole: Case, years: int) -> None:
    # Multiples of four years, so that a day of a leap year has the same day to go to.
    change = whole.change
    moved = _changed(
        whole,
        start_year=change.start_year + years,
        price_level_year=change.price_level_year + years,
        go_live=change.go_live and change.go_live.replace(year=change.go_live.year + years),
    ).model_copy(
        update={
            name: _shifted(getattr(whole, name), years)
            for name in ("development", "transition", "running", "effects", "decisions", "retired_assets")
        }
    )
    here, there = evaluate(whole), evaluate(moved)
    assert there.years == tuple(year + years for year in here.years)
    assert [row.values_kr for row in there.rows] == [row.values_kr for row in here.rows]
    assert there.main.budget.total == here.main.budget.total
    for view in View:
        before, after = _figures(here, view), _figures(there, view)
        assert (after.npv, after.irr, after.payback_years) == (before.npv, before.irr, before.payback_years)


@unhurried
@given(cases())
def test_a_longer_horizon_adds_nothing_after_the_last_profile(whole: Case) -> None:
    def ended(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        last = whole.change.start_year + whole.change.horizon_years - 1
        return tuple(
            row.model_copy(update={"to_year": min(row.to_year or last, last)})
            for row in rows
            if (row.from_year or START) <= last
        )

    groups = ("development", "transition", "running", "effects")
    short = whole.model_copy(update={name: ended(getattr(whole, name)) for name in groups})
    long = _changed(short, horizon_years=short.change.horizon_years + 7)
    few, many = evaluate(short), evaluate(long)
    for view in View:
        before, after = _figures(few, view), _figures(many, view)
        assert _same(after.npv, before.npv, _size(few))
        assert _same(after.peak_funding, before.peak_funding, _size(few))
        assert after.bcr == before.bcr or _same(after.bcr, before.bcr)
        assert many.main.views[view].net[len(few.years) :] == (0.0,) * 7


@unhurried
@given(cases(), st.data())
def test_more_of_a_row_moves_the_value_one_way(whole: Case, data: st.DataObject) -> None:
    rows = [row for row in evaluate(whole).rows if row.alternative == "B"]
    assume(rows)
    row = data.draw(st.sampled_from(rows))
    less, more = sorted(data.draw(st.tuples(st.floats(0, 1e6), st.floats(0, 1e6))))
    one, low, high = (evaluate(whole, drivers=Drivers(by_row={row.id: driver})) for driver in (1.0, less, more))
    gain = _figures(high, View.ALL_VALUED).npv - _figures(low, View.ALL_VALUED).npv
    per_unit = next(other.amount_kr for other in one.rows if other.id == row.id)
    raises = (per_unit >= 0.0) is (row.group is RowGroup.EFFECT)
    slack = 1e-9 * (_size(high) + 1.0)
    assert gain >= -slack if raises else gain <= slack


@unhurried
@given(flows)
def test_the_present_value_at_every_internal_rate_is_nought(net: list[float]) -> None:
    figure, roots = internal_rate(net)
    for root in roots:
        growth = (1.0 + root) ** np.arange(len(net))
        size = float(np.abs(np.array(net) / growth).sum())
        # A rate next to -100 per cent cannot be told more exactly than a float tells it: 1 + r loses digits.
        digits_lost = len(net) * float(np.spacing(root)) / (1.0 + root) if root < 0.0 else 0.0
        assert abs(net_present_value(net, root)) <= (1e-9 + abs(digits_lost)) * size
    if isinstance(figure, float):
        assert roots == (figure,)


@unhurried
@given(flows, flows, st.sampled_from([1.0, -1.0]))
def test_one_change_of_sign_gives_exactly_one_rate(first: list[float], then: list[float], sign: float) -> None:
    assume(any(first) and any(then))
    net = [-sign * abs(value) for value in first] + [sign * abs(value) for value in then]
    figure, roots = internal_rate(net)
    assert isinstance(figure, float)
    assert roots == (figure,)


@unhurried
@given(flows)
def test_roots_agree_with_those_of_the_companion_matrix(net: list[float]) -> None:
    _, roots = internal_rate(net)
    distinct = [root for root in roots if -0.99 < root < 100]
    found = np.roots(np.trim_zeros(np.array(net)[::-1])) if any(net) else np.array([])
    real = [1 / root.real - 1 for root in found if abs(root.imag) < 1e-14 * abs(root) and root.real > 0]
    clear = [
        root for root in real if -0.98 < root < 90 and all(abs(root - other) > 1e-3 for other in real if other != root)
    ]
    for root in clear:
        assert any(abs(root - other) <= 1e-5 * (1 + abs(root)) for other in distinct)


@unhurried
@given(flows, st.floats(0, 0.25))
def test_discounted_payback_is_never_shorter_where_rates_are_not_negative(net: list[float], rate: float) -> None:
    # One outlay and receipts after it: then later money only can lose against the outlay.
    outlay, receipts = -abs(net[0]), [abs(value) for value in net[1:]]
    factors = (1 + rate) ** -np.arange(len(net))
    simple = payback_years([outlay, *receipts])
    discounted = payback_years(np.array([outlay, *receipts]) * factors)
    if isinstance(simple, Undefined):
        assert discounted == simple
    elif isinstance(discounted, float):
        assert discounted >= simple - 1e-9


@unhurried
@given(st.floats(0, 0.25), st.integers(1, 30), st.sampled_from([0.0, 0.5, 1.0]))
def test_the_annual_equivalent_of_an_even_amount_is_the_amount(rate: float, years: int, timing: float) -> None:
    whole = case(years=years, rate=rate, timing=timing, effects=(effect(),), running=(running(unit_price_kr=40.0),))
    figures = _figures(evaluate(whole), View.ALL_VALUED)
    assert _same(figures.annual_equivalent, 60.0)


@unhurried
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_neither_fingerprint_nor_results(whole: Case, shuffler: Any) -> None:
    def shuffled(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        copy = list(rows)
        shuffler.shuffle(copy)
        return tuple(copy)

    tables = [name for name in Case.field_names if isinstance(getattr(whole, name), tuple)]
    other = whole.model_copy(update={name: shuffled(getattr(whole, name)) for name in tables})
    assert fingerprint(other) == fingerprint(whole)
    first, second = evaluate(whole), evaluate(other)
    assert second.ranking == first.ranking or _size(first) == 0
    for view in View:
        assert _same(_figures(second, view).npv, _figures(first, view).npv, _size(first))


@unhurried
@given(cases(), st.floats(0.5, 2))
def test_a_changed_figure_changes_the_fingerprint(whole: Case, factor: float) -> None:
    assume(whole.effects and factor != 1.0)
    first, *rest = whole.effects
    assume(first.before)
    changed = first.model_copy(update={"before": (first.before or 0.0) * factor})
    assert fingerprint(whole.model_copy(update={"effects": (changed, *rest)})) != fingerprint(whole)
