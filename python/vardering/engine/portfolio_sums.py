"""Many changes together: ranked by one figure, and summed per calendar year."""

from collections.abc import Sequence

import numpy as np

from vardering.engine.arrays import FloatArray, plain
from vardering.model.case_digest import CaseDigest
from vardering.model.portfolio_results import ViewSum
from vardering.model.portfolio_words import RankBy
from vardering.model.vocabulary import View


def rank_figure(digest: CaseDigest, rank_by: RankBy) -> float | None:
    """The figure a change is ranked by, more is better; None where it has none or cannot be compared."""
    if digest.obstacle:
        return None
    all_valued = digest.view(View.ALL_VALUED)
    if rank_by is RankBy.INDEX:
        return digest.index
    if rank_by is RankBy.NET_PRESENT_VALUE:
        return all_valued.npv
    return all_valued.net_benefit_per_krona


def ranks(figures: Sequence[float | None]) -> list[int | None]:
    """Places from 1, best first; equal figures share the best of their places, None has none.

    >>> ranks([10.0, None, 30.0, 10.0])
    [2, None, 1, 2]
    """
    known = [figure for figure in figures if figure is not None]
    return [None if figure is None else 1 + sum(other > figure for other in known) for figure in figures]


def portfolio_years(digests: Sequence[CaseDigest]) -> tuple[int, ...]:
    """Every calendar year that a change has figures of, without gaps; () for no change."""
    spans = [(digest.start_year, digest.start_year + len(digest.views[0].costs)) for digest in digests]
    if not spans:
        return ()
    return tuple(range(min(first for first, _ in spans), max(end for _, end in spans)))


def on_years(values: Sequence[float], start_year: int, years: Sequence[int]) -> FloatArray:
    """Figures by year from a start year, placed on calendar years: shape (years,), 0 outside; what falls outside is
    left out.
    """
    placed = np.zeros(len(years))
    for offset, value in enumerate(values):
        place = start_year + offset - years[0]
        if 0 <= place < len(years):
            placed[place] = value
    return placed


def view_sums(digests: Sequence[CaseDigest], years: Sequence[int]) -> dict[View, ViewSum]:
    """Each view of all changes together: Σ over changes, kr per calendar year; net = benefits − costs."""
    sums = {}
    for view in View:
        benefits, costs = np.zeros(len(years)), np.zeros(len(years))
        for digest in digests:
            figures = digest.view(view)
            benefits += on_years(figures.benefits, digest.start_year, years)
            costs += on_years(figures.costs, digest.start_year, years)
        sums[view] = ViewSum(
            view=view,
            benefits=plain(benefits),
            costs=plain(costs),
            net=plain(benefits - costs),
            npv=sum(digest.view(view).npv for digest in digests),
        )
    return sums
