"""The selection is the best there is, says why, and names what clashes."""

import pytest

from unit.engine.selection_cases import (
    best_by_trying,
    candidate,
    drawn_problem,
    greedy_by_ratio,
    keeps,
    problem,
)
from vardering.engine import selection_report
from vardering.engine.selection_limits import limits_of
from vardering.engine.selection_report import select
from vardering.model.portfolio_words import OfficeDecision
from vardering.model.selection import LimitKind, Selection, SelectionProblem, Verdict, VerdictReason

INSTANCES = 120


def only_best(asked: SelectionProblem, monkeypatch: pytest.MonkeyPatch) -> Selection:
    """The selection without its reasons, which take longer than the answer."""
    monkeypatch.setattr(selection_report, "MOST_TRIED", -1)
    monkeypatch.setattr(selection_report, "FRONTIER_SHARES", ())
    monkeypatch.setattr(selection_report, "_marginals", lambda _: ())
    monkeypatch.setattr(selection_report, "_next_best", lambda _: None)
    return select(asked)


def test_the_selection_equals_trying_everything_on_every_drawn_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    impossible = greedy_lost = 0
    for seed in range(INSTANCES):
        asked = drawn_problem(seed, 16 if seed % 20 == 0 else 11)
        best, found = best_by_trying(asked), only_best(asked, monkeypatch)
        if best is None:
            impossible += 1
            assert not found.is_possible, seed
            continue
        chosen = tuple(one for one in asked.candidates if one.id in found.selected)
        assert keeps(asked, chosen), seed
        assert found.value == pytest.approx(best, rel=1e-9, abs=1e-6), seed
        greedy_lost += greedy_by_ratio(asked) < best - 1
    assert 5 < impossible < INSTANCES / 2
    assert greedy_lost > 10


def test_taking_the_best_ratio_first_loses() -> None:
    asked = problem(candidate("liten", 300.0, 100.0), candidate("stor", 1_000.0, 500.0), budgets={2027: 500.0})
    assert greedy_by_ratio(asked) == 300.0
    assert select(asked).selected == ("stor",)


def verdicts(selection: Selection) -> dict[str, Verdict]:
    return {verdict.id: verdict for verdict in selection.verdicts}


def test_every_change_is_in_or_out_for_a_reason() -> None:
    selection = select(
        problem(
            candidate("måste", -50.0, 10.0, office_decision=OfficeDecision.MUST),
            candidate("aldrig", 900.0, 10.0, office_decision=OfficeDecision.NEVER),
            candidate("bäst", 500.0, 60.0),
            candidate("trängs", 400.0, 60.0),
            candidate("förlust", -10.0, 0.0),
            candidate("version1", 90.0, 0.0, version_group="v"),
            candidate("version2", 80.0, 0.0, version_group="v"),
            candidate("ensam", 40.0, 0.0, requires=("finns inte",)),
            budgets={2027: 100.0},
        )
    )
    found = verdicts(selection)
    assert {name: verdict.reason for name, verdict in found.items()} == {
        "måste": VerdictReason.DECIDED_IN,
        "aldrig": VerdictReason.DECIDED_OUT,
        "bäst": VerdictReason.WORTH_ITS_PLACE,
        "trängs": VerdictReason.CROWDED_OUT,
        "förlust": VerdictReason.NO_GAIN,
        "version1": VerdictReason.WORTH_ITS_PLACE,
        "version2": VerdictReason.ANOTHER_VERSION,
        "ensam": VerdictReason.IMPOSSIBLE,
    }
    assert selection.selected == ("bäst", "måste", "version1")
    assert (found["trängs"].dropped, found["trängs"].loss) == (("bäst",), 100.0)
    assert (found["bäst"].added, found["bäst"].loss) == (("trängs",), 100.0)
    assert [(limit.kind, limit.other) for limit in found["ensam"].clashes] == [(LimitKind.PREREQUISITE, "finns inte")]


def test_a_change_that_another_must_have_is_needed() -> None:
    selection = select(
        problem(
            candidate("grund", -100.0, 10.0),
            candidate("måste", 50.0, 10.0, requires=("grund",), office_decision=OfficeDecision.MUST),
        )
    )
    grund = verdicts(selection)["grund"]
    assert (grund.is_selected, grund.reason) == (True, VerdictReason.NEEDED)
    assert {limit.kind for limit in grund.clashes} == {LimitKind.MUST, LimitKind.PREREQUISITE}


def test_a_tie_is_said() -> None:
    selection = select(problem(candidate("a", 100.0, 50.0), candidate("b", 100.0, 50.0), budgets={2027: 60.0}))
    assert selection.next_best is not None
    assert selection.next_best.gap == 0.0
    assert {verdict.reason for verdict in selection.verdicts} == {VerdictReason.EQUALLY_GOOD}


def test_the_next_best_says_how_near_it_is() -> None:
    selection = select(problem(candidate("a", 100.0, 50.0), candidate("b", 99.0, 50.0), budgets={2027: 60.0}))
    assert selection.next_best is not None
    assert selection.next_best.gap == pytest.approx(1.0)
    assert selection.next_best.added == ("b",)
    assert selection.next_best.gap_share == pytest.approx(0.01)


def test_where_nothing_else_is_possible_there_is_no_next_best() -> None:
    only = candidate("a", 100.0, 50.0, office_decision=OfficeDecision.MUST)
    assert select(problem(only)).next_best is None


def test_one_more_million_is_worth_what_solving_again_says() -> None:
    asked = problem(
        candidate("a", 500.0, 1_000_000.0),
        candidate("b", 300.0, 1_500_000.0, 200_000.0),
        budgets={2027: 1.6e6, 2028: 0.0},
    )
    selection = select(asked)
    gains = {marginal.year: (marginal.gain, marginal.added) for marginal in selection.marginals}
    assert selection.selected == ("a",)
    assert gains == {2027: (0.0, ()), 2028: (0.0, ()), None: (300.0, ("b",))}


def test_with_one_budget_year_there_is_one_answer() -> None:
    selection = select(problem(candidate("a", 5.0, 2_000_000.0), budgets={2027: 1.5e6}))
    assert [(marginal.year, marginal.gain) for marginal in selection.marginals] == [(2027, 5.0)]


def test_the_frontier_never_falls_and_meets_the_selection_at_the_whole_budget() -> None:
    asked = drawn_problem(4, 8)
    selection = select(asked)
    assert selection.is_possible
    values = [point.value for point in selection.frontier if point.value is not None]
    assert values == sorted(values)
    whole = next(point for point in selection.frontier if point.budget_share == 1.0)
    assert whole.value == pytest.approx(selection.value)
    assert whole.selected == len(selection.selected)


def test_a_budget_too_small_for_what_must_be_done_has_no_point_on_the_frontier() -> None:
    must = candidate("a", 5.0, 100.0, office_decision=OfficeDecision.MUST)
    selection = select(problem(must, budgets={2027: 100.0}))
    assert [point.value is None for point in selection.frontier[:11]] == [True] * 10 + [False]


def test_without_limits_everything_of_worth_is_in() -> None:
    selection = select(problem(candidate("a", 5.0, 100.0), candidate("b", -5.0, 1.0)))
    assert (selection.selected, selection.frontier, selection.marginals) == (("a",), (), ())


def test_limits_that_clash_are_named_with_what_is_lacking_and_no_others() -> None:
    selection = select(
        problem(
            candidate("a", 5.0, 300_000.0, office_decision=OfficeDecision.MUST),
            candidate("b", 5.0, 400_000.0, office_decision=OfficeDecision.MUST),
            candidate("c", 5.0, 1.0, office_decision=OfficeDecision.MUST, version_group="v"),
            budgets={2027: 500_000.0, 2028: 10.0},
        )
    )
    assert not selection.is_possible
    found = {(clash.limit.kind, clash.limit.subject, clash.limit.year): clash.lacking for clash in selection.clashes}
    assert set(found) == {(LimitKind.BUDGET, "", 2027), (LimitKind.MUST, "a", None), (LimitKind.MUST, "b", None)}
    assert found[LimitKind.BUDGET, "", 2027] == pytest.approx(200_000.0)
    assert found[LimitKind.MUST, "a", None] is None


def test_decisions_that_clash_among_themselves_lack_no_amount() -> None:
    selection = select(
        problem(
            candidate("a", 5.0, office_decision=OfficeDecision.MUST, requires=("b",)),
            candidate("b", 5.0, office_decision=OfficeDecision.NEVER),
        )
    )
    assert {clash.limit.kind for clash in selection.clashes} == {
        LimitKind.MUST,
        LimitKind.NEVER,
        LimitKind.PREREQUISITE,
    }
    assert {clash.lacking for clash in selection.clashes} == {None}


def test_leaving_out_any_one_of_what_clashes_lets_the_rest_be_kept() -> None:
    from vardering.engine.selection import best_choice
    from vardering.engine.selection_clashes import clashing

    found = 0
    for seed in range(60):
        limits = limits_of(drawn_problem(seed, 8))
        places = clashing(limits)
        if not places:
            continue
        found += 1
        others = [place for place in range(len(limits.named)) if place not in places]
        zero = limits.matrix[0] * 0.0
        assert best_choice(zero, limits.without(others)) is None
        for place in places:
            assert best_choice(zero, limits.without([*others, place])) is not None
    assert found > 3


def test_a_balance_is_a_share_of_what_is_selected() -> None:
    asked = problem(
        candidate("barn", 500.0, 100.0, focus_area="barn"),
        candidate("miljö", -10.0, 50.0, focus_area="miljö"),
        shares={"miljö": 0.3},
    )
    assert select(asked).selected == ("barn", "miljö")


def test_no_candidates_give_an_empty_selection() -> None:
    selection = select(problem(budgets={2027: 5.0}))
    assert (selection.is_possible, selection.selected, selection.next_best) == (True, (), None)


def test_the_order_of_the_candidates_does_not_matter() -> None:
    asked = drawn_problem(7, 9)
    turned = problem(
        *reversed(asked.candidates),
        budgets=dict(asked.budgets_kr),
        capacities=dict(asked.capacities_hours),
        shares=dict(asked.least_shares),
    )
    assert select(turned) == select(asked)


def test_many_candidates_are_selected_without_trying_the_opposite_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection_report, "MOST_TRIED", 1)
    selection = select(problem(candidate("a", 5.0, 1.0), candidate("b", 4.0, 1.0), budgets={2027: 1.0}))
    assert {verdict.reason for verdict in selection.verdicts} == {VerdictReason.NOT_TRIED}


def test_a_budget_is_never_passed_by_the_solvers_tolerance() -> None:
    asked = problem(*(candidate(f"k{n}", 1.0, 1e9 + 1_000) for n in range(3)), budgets={2027: 3e9 + 2_000})
    selection = select(asked)
    assert len(selection.selected) == 2
