"""The series of charts, pointed to their new ranges."""

from collections.abc import Mapping, Sequence
from typing import Any

from vardering.books.live_excel.calls import answered, asked
from vardering.workbook.change_set import SeriesWrite


def draw_series(sheets: Mapping[str, Any], series: Sequence[SeriesWrite]) -> None:
    """Point every series to its ranges; a chart that somebody has removed is left out."""
    for name in dict.fromkeys(each.values.sheet for each in series if each.values.sheet in sheets):
        listed = answered(lambda each=sheets[name]: list(each.ChartObjects()))  # type: ignore[misc]
        charts = {str(asked(chart, "Name")): chart for chart in listed}
        for each in series:
            if each.values.sheet == name and each.chart in charts:
                _draw(charts[each.chart], each)


def _draw(chart: Any, series: SeriesWrite) -> None:  # noqa: ANN401 – Excel's own object
    title = series.title.reference if series.title else ""
    parts = [title, series.categories.reference, series.values.reference, str(series.index + 1)]
    if series.sizes is not None:
        parts.append(series.sizes.reference)
    curve = answered(lambda: chart.Chart.SeriesCollection(series.index + 1))
    answered(lambda: setattr(curve, "Formula", f"=SERIES({','.join(parts)})"))
