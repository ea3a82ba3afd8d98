"""Sheet Bubbeldiagram: benefit against ability, a numbered bubble for each change, and the key to the numbers."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.base.light_dataclasses import dataclass
from vardering.model.case_digest import CaseDigest
from vardering.model.portfolio_results import PortfolioResults
from vardering.model.vocabulary import View
from vardering.texts import portfolio_texts as words
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.presenting.bubble_layout import Spot, placed
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.written_portfolio import BUBBLE_CHART, MOST_BUBBLES

NUMBER, NAME, BENEFIT, ABILITY, SIZE, X, Y = range(7)
"""Columns of the key."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """A change in the chart: its number, its scores, its size in kr, and where it stands."""

    number: int
    name: str
    benefit: float
    ability: float
    size_kr: float
    spot: Spot


def bubbles_of(results: PortfolioResults) -> tuple[Bubble, ...]:
    """The changes that have both scores, numbered in rank order; at most as many as the chart holds."""
    scored = [change.digest for change in results.changes if _has_scores(change.digest)][:MOST_BUBBLES]
    spots = placed([Spot(digest.ability_score or 0.0, digest.benefit_score or 0.0) for digest in scored])
    return tuple(
        Bubble(
            number,
            digest.name,
            digest.benefit_score or 0.0,
            digest.ability_score or 0.0,
            max(digest.view(View.ALL_VALUED).pv_costs, 0.0),
            spot,
        )
        for number, (digest, spot) in enumerate(zip(scored, spots, strict=True), start=1)
    )


def _has_scores(digest: CaseDigest) -> bool:
    return not digest.obstacle and digest.benefit_score is not None and digest.ability_score is not None


def write_bubbles(canvas: Canvas, results: PortfolioResults) -> tuple[SeriesWrite, ...]:
    """The key and who is missing; gives the ranges of every series of the chart, the largest bubbles hindmost."""
    bubbles = bubbles_of(results)
    canvas.put_row(0, words.BUBBLE_HEADINGS, "heading")
    rows: dict[int, int] = {}
    for bubble in bubbles:
        canvas.row += 1
        rows[bubble.number] = canvas.row
        canvas.put(NUMBER, str(bubble.number), "label")
        canvas.put(NAME, bubble.name, "finding")
        for column, value in ((BENEFIT, bubble.benefit), (ABILITY, bubble.ability)):
            canvas.put(column, round(value, 2), "result_number")
        canvas.put(SIZE, float(round(bubble.size_kr)), "result_kr")
        for column, value in ((X, bubble.spot.x), (Y, bubble.spot.y)):
            canvas.put(column, round(value, 3), "result_number")
    canvas.row += 1
    blank = canvas.row
    canvas.row += 1
    missing = len(results.changes) - len(bubbles)
    canvas.put(0, words.BUBBLES_MISSING.format(count=missing) if missing else words.BUBBLES_ALL, "plain")
    return _series(canvas, sorted(bubbles, key=lambda bubble: -bubble.size_kr), rows, blank)


def _series(canvas: Canvas, bubbles: Sequence[Bubble], rows: dict[int, int], blank: int) -> tuple[SeriesWrite, ...]:
    """One series for each bubble that the chart has; those without a change show the blank row under the key."""

    def cell(row: int, column: int) -> Area:
        place = canvas.first_column + column
        return Area(canvas.sheet, row, place, row, place)

    series = []
    for index in range(MOST_BUBBLES):
        bubble = bubbles[index] if index < len(bubbles) else None
        row = blank if bubble is None else rows[bubble.number]
        series.append(
            SeriesWrite(
                BUBBLE_CHART,
                index,
                cell(row, NUMBER),
                cell(row, X),
                cell(row, Y),
                "" if bubble is None else str(bubble.number),
                () if bubble is None else (round(bubble.spot.x, 3),),
                () if bubble is None else (round(bubble.spot.y, 3),),
                cell(row, SIZE),
                () if bubble is None else (float(round(bubble.size_kr)),),
            )
        )
    return tuple(series)
