"""Numbers of bubbles never lie on each other, and the key says what each is and where it really stands."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CONTEXT
from portfolio_books import a_digest, a_file, a_portfolio, portfolio_book
from vardering.commands.portfolio import portfolio_results, update_portfolio
from vardering.model.case_digest import CaseDigest
from vardering.workbook.presenting.bubble_layout import LABEL_WIDTH, LEAST, MOST, Spot, placed
from vardering.workbook.presenting.portfolio_bubbles import bubbles_of
from vardering.workbook.written_portfolio import BUBBLE_CHART, MOST_BUBBLES

SCORES = st.integers(2, 10).map(lambda half: half / 2)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Spot, SCORES, SCORES), max_size=MOST_BUBBLES))
def test_no_number_lies_on_another_and_all_are_within_the_axes(wanted: list[Spot]) -> None:
    found = placed(wanted)
    assert len(found) == len(wanted)
    for place, spot in enumerate(found):
        assert all(spot.is_clear_of(other) for other in found[:place])
        assert all(LEAST < value < MOST for value in (spot.x, spot.y))


@given(st.lists(st.builds(Spot, SCORES, SCORES), max_size=20, unique_by=lambda spot: (spot.x, spot.y)))
def test_a_bubble_with_room_stands_at_its_scores(wanted: list[Spot]) -> None:
    assert placed(wanted) == tuple(wanted)


def test_sixty_changes_with_the_same_scores_have_room_near_them() -> None:
    found = placed([Spot(5.0, 5.0)] * MOST_BUBBLES)
    assert max(abs(spot.x - 5.0) + abs(spot.y - 5.0) for spot in found) < 2.5
    assert max(spot.x for spot in found) <= MOST - LABEL_WIDTH / 2


def scored(number: int, **changes: object) -> CaseDigest:
    content: dict[str, object] = {"benefit_score": 4.0, "ability_score": 3.0, "index": 90.0 - number, **changes}
    return a_digest(case_id=f"K-{number:02}", name=f"Förändring {number}", **content)


def test_changes_without_scores_or_that_cannot_be_compared_are_left_out_and_counted() -> None:
    files = (
        a_file("1", scored(1)),
        a_file("2", scored(2, benefit_score=None)),
        a_file("3", scored(3, ability_score=None)),
        a_file("4", scored(4, obstacle="ej jämförbar")),
    )
    results = portfolio_results(files, a_portfolio())
    (bubble,) = bubbles_of(results)
    assert (bubble.number, bubble.name, bubble.size_kr, bubble.spot) == (1, "Förändring 1", 50.0, Spot(3.0, 4.0))
    book = portfolio_book()
    change_set = update_portfolio(book.snapshot(), files, CONTEXT).outcome.change_set
    assert change_set is not None
    book.apply(change_set)
    key = book.snapshot().names["vm_portfoljbubblor"].values
    assert key[1][:5] == ("1", "Förändring 1", 4.0, 3.0, 50.0)
    assert str(key[-1][0]).startswith("3 förändringar saknar poäng")
    assert book.series[BUBBLE_CHART, 0].stored_sizes == (50.0,)
    assert book.series[BUBBLE_CHART, 1].stored_categories == ()


def test_more_changes_than_the_chart_holds_are_counted() -> None:
    files = tuple(a_file(str(number), scored(number)) for number in range(MOST_BUBBLES + 2))
    results = portfolio_results(files, a_portfolio())
    assert [bubble.number for bubble in bubbles_of(results)] == list(range(1, MOST_BUBBLES + 1))


def test_all_changes_in_the_chart_is_said() -> None:
    book = portfolio_book()
    change_set = update_portfolio(book.snapshot(), [a_file("1", scored(1))], CONTEXT).outcome.change_set
    assert change_set is not None
    book.apply(change_set)
    assert book.snapshot().names["vm_portfoljbubblor"].values[-1][0] == "Alla förändringar syns i diagrammet."
