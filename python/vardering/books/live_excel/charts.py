"""The series of charts, pointed to their ranges by the formula that Excel keeps for each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.calls import answered, asked
from vardering.workbook.change_set import SeriesWrite


@dataclass(frozen=True, slots=True)
class Curve:
    """A series of a chart: the sheet and the name of the chart, its order from 0, and its formula."""

    sheet: str
    chart: str
    index: int
    formula: str


def curve_of(series: SeriesWrite) -> Curve:
    """A series with its new ranges."""
    title = series.title.reference if series.title else ""
    parts = [title, series.categories.reference, series.values.reference, str(series.index + 1)]
    if series.sizes is not None:
        parts.append(series.sizes.reference)
    return Curve(series.values.sheet, series.chart, series.index, f"=SERIES({','.join(parts)})")


def held_curves(sheets: Mapping[str, Any], curves: Sequence[Curve]) -> tuple[Curve, ...]:
    """The same series as they are now; those of charts that somebody has removed are left out."""
    return tuple(
        Curve(curve.sheet, curve.chart, curve.index, str(asked(drawn, "Formula")))
        for curve, drawn in _drawn(sheets, curves)
    )


def draw(sheets: Mapping[str, Any], curves: Sequence[Curve]) -> None:
    """Point every series to its ranges; charts that somebody has removed are left out."""
    for curve, drawn in _drawn(sheets, curves):
        answered(lambda each=drawn, formula=curve.formula: setattr(each, "Formula", formula))  # type: ignore[misc]


def _drawn(sheets: Mapping[str, Any], curves: Sequence[Curve]) -> Iterator[tuple[Curve, Any]]:
    """Each series that is there, as Excel's own object."""
    for name in dict.fromkeys(curve.sheet for curve in curves if curve.sheet in sheets):
        listed = answered(lambda each=sheets[name]: list(each.ChartObjects()))  # type: ignore[misc]
        charts = {str(asked(chart, "Name")): chart for chart in listed}
        for curve in curves:
            if curve.sheet == name and curve.chart in charts:
                chart = asked(charts[curve.chart], "Chart")
                yield curve, answered(lambda each=chart, place=curve.index + 1: each.SeriesCollection(place))  # type: ignore[misc]
