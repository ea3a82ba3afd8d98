"""Bubble charts, which XlsxWriter does not have: its scatter chart with the element and the sizes of bubbles."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.chart_scatter import ChartScatter
from xlsxwriter.workbook import Workbook

from vardering.base.cells import Area

BUBBLE_SCALE = 45
"""Per cent of the program's own size: forty bubbles leave room between them."""


class BubbleChart(ChartScatter):  # type: ignore[misc]
    """A scatter chart whose points have an area. ``sizes`` are the references of each series, in order."""

    def __init__(self, options: dict[str, str], sizes: Sequence[Area | None]) -> None:
        super().__init__(options)
        self._sizes = sizes

    def _write_scatter_chart(self, args: dict[str, Any]) -> None:
        series = self._get_primary_axes_series() if args["primary_axes"] else ()
        if not series:
            return
        self._xml_start_tag("c:bubbleChart")
        self._xml_empty_tag("c:varyColors", [("val", 0)])
        for content in series:
            self._write_ser(content)
        self._xml_empty_tag("c:bubbleScale", [("val", BUBBLE_SCALE)])
        self._xml_empty_tag("c:showNegBubbles", [("val", 0)])
        self._xml_empty_tag("c:sizeRepresents", [("val", "area")])
        self._write_axis_ids(args)
        self._xml_end_tag("c:bubbleChart")

    def _write_ser(self, series: dict[str, Any]) -> None:
        index = self.series_index
        self.series_index += 1
        self._xml_start_tag("c:ser")
        self._write_idx(index)
        self._write_order(index)
        self._write_series_name(series)
        self._write_sp_pr(series)
        self._xml_empty_tag("c:invertIfNegative", [("val", 0)])
        self._write_d_lbls(series["labels"])
        self._write_x_val(series)
        self._write_y_val(series)
        self._write_sizes(self._sizes[index])
        self._xml_empty_tag("c:bubble3D", [("val", 0)])
        self._xml_end_tag("c:ser")

    def _write_sizes(self, area: Area | None) -> None:
        if area is not None:
            self._xml_start_tag("c:bubbleSize")
            self._write_num_ref(area.reference, None, "num")
            self._xml_end_tag("c:bubbleSize")


def add_bubble_chart(workbook: Workbook, name: str, sizes: Sequence[Area | None]) -> BubbleChart:
    """A bubble chart of a workbook, as XlsxWriter's ``add_chart`` makes those that it knows."""
    chart = BubbleChart({}, sizes)
    chart.chart_name = name
    chart.embedded = True
    chart.date_1904 = workbook.date_1904
    chart.remove_timezone = workbook.remove_timezone
    workbook.charts.append(chart)
    return chart
