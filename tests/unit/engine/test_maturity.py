"""The figures of a compilation: published examples, worked ones, and the area as the mean of its statements."""

import pytest

from maturity_books import IDS, a_reply
from vardering.engine.maturity import area_figures, compile_replies, dissent
from vardering.model.maturity import SurveyReply
from vardering.model.maturity_results import MaturityFigures, MaturityResults
from vardering.model.maturity_scale import RoleGroup
from vardering.texts.maturity_texts import statements

AREAS = {statement.id: statement.area for statement in statements()}
FIRST = IDS[0]


def compiled(replies: list[SurveyReply], *earlier: MaturityResults) -> MaturityResults:
    results = compile_replies(replies, AREAS, earlier)
    assert results is not None
    return results


def first_statement(today: list[int | None], wanted: list[int | None] | None = None) -> MaturityFigures:
    """The figures of the first statement when everybody says something of it, and of nothing else."""
    rows = zip(today, wanted or [5] * len(today), strict=True)
    replies = [a_reply(today=(now,), wanted=(later,)) for now, later in rows]
    return compiled(replies).everybody.statements[FIRST]


def test_disagreement_is_as_the_r_package_agrmt_gives_it() -> None:
    # agrmt 1.42, documentation of consensus(): 0.7256876 for this vector; disagreement is what lacks to 1.
    assert dissent([30, 40, 210, 130, 530, 50, 10]) == pytest.approx(1 - 0.7256876, abs=5e-8)


@pytest.mark.parametrize(("counts", "expected"), [([1, 0, 0, 0, 1], 1.0), ([4, 0, 0, 0, 0], 0.0)])
def test_disagreement_goes_from_none_to_half_at_each_end(counts: list[int], expected: float) -> None:
    assert dissent(counts) == expected


def test_the_figures_of_a_statement() -> None:
    figures = first_statement([1, 2, 2, 3, 5, 0, None], [4, 4, 4, 4, 5, 5, 0])
    assert (figures.stated, figures.rated_today, figures.rated_wanted) == (6, 5, 6)
    assert figures.unknown_share == pytest.approx(1 / 6)
    assert figures.today == pytest.approx(2.6)
    assert figures.median == 2.0
    assert figures.spread == pytest.approx((1.84) ** 0.5)
    assert figures.wanted == pytest.approx(26 / 6)
    assert figures.gap == pytest.approx(26 / 6 - 2.6)
    assert figures.points == (1, 2, 1, 0, 1)
    # By hand: 0.2 · 0.736966 + 0.4 · 0.234465 + 0.2 · 0.152003 + 0.2 · 1.321928, logarithms of 0.6, 0.85, 0.9 and 0.4.
    assert figures.disagreement == pytest.approx(0.535965, abs=1e-6)


def test_fewer_than_five_points_show_nothing_but_how_many_do_not_know() -> None:
    figures = first_statement([1, 2, 3, 4, 0, 0, 0])
    assert figures == MaturityFigures(stated=7, unknown_share=3 / 7, rated_wanted=7, wanted=5.0)


def test_a_statement_that_nobody_answers_has_no_figures() -> None:
    results = compiled([a_reply(today=(3,), wanted=(4,))] * 5)
    assert results.everybody.statements[IDS[-1]] == MaturityFigures()
    assert results.everybody.areas["culture"] == MaturityFigures()


def test_an_area_is_the_mean_of_what_its_statements_show() -> None:
    figures = area_figures(
        [
            MaturityFigures(stated=9, today=2.0, median=2.0, wanted=4.0, gap=2.0),
            MaturityFigures(stated=9, today=3.0, median=3.0, spread=1.0),
            MaturityFigures(),
        ]
    )
    assert figures == MaturityFigures(today=2.5, median=2.5, spread=1.0, wanted=4.0, gap=2.0)


def test_roles_stand_apart_largest_first_and_small_ones_together() -> None:
    people = {
        RoleGroup.CONTROLLER: 2,
        RoleGroup.MANAGER: 5,
        RoleGroup.EMPLOYEE: 6,
        RoleGroup.ELECTED: 3,
    }
    replies = [a_reply(role, (3, place % 5 + 1)) for role, count in people.items() for place in range(count)]
    results = compiled(replies)
    assert [(group.roles, group.people) for group in results.groups] == [
        (frozenset({RoleGroup.EMPLOYEE}), 6),
        (frozenset({RoleGroup.MANAGER}), 5),
        (frozenset({RoleGroup.CONTROLLER, RoleGroup.ELECTED}), 5),
    ]
    assert results.everybody.people == 16


def test_whoever_names_no_role_counts_in_the_rest() -> None:
    results = compiled([a_reply(None, (place,)) for place in range(1, 6)])
    assert [group.roles for group in results.groups] == [frozenset({RoleGroup.OTHER})]


def test_four_replies_are_not_compiled() -> None:
    assert compile_replies([a_reply()] * 4, AREAS) is None


def test_one_late_reply_is_not_compiled_but_a_new_round_is() -> None:
    first = [a_reply(today=(place % 5 + 1, place // 5 + 1)) for place in range(12)]
    before = compiled(first)
    late = a_reply(RoleGroup.MANAGER, (1, 1, 1))
    assert compile_replies([*first, late], AREAS, [before]) is None
    again = [a_reply(today=(place % 5 + 1, place // 5 + 1), survey_round="två") for place in range(13)]
    assert compiled(again, before).everybody.people == 13


def test_a_figure_that_late_answers_would_show_is_hidden() -> None:
    first = [a_reply(today=(place % 5 + 1, place // 5 + 1)) for place in range(12)]
    before = compiled(first)
    late = [a_reply(today=(2, None if place else 1, place + 1)) for place in range(5)]
    figures = compiled([*first, *late], before).everybody.statements
    assert figures[FIRST].rated_today == 17
    assert figures[IDS[1]].rated_today is None


def test_a_compilation_that_holds_some_of_the_replies_and_others_lets_nothing_be_shown() -> None:
    first = [a_reply(today=(place % 5 + 1, place // 5 + 1)) for place in range(12)]
    before = compiled(first)
    assert (
        compile_replies([*first[1:], *(a_reply(today=(5, 5, place % 5 + 1)) for place in range(5))], AREAS, [before])
        is None
    )
    assert compile_replies(first, AREAS, [before]) is not None
