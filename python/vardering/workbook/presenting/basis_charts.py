"""The charts of the decision basis, where there is room; their figures stand on Resultat and Känslighet."""

from vardering.model.results import Results
from vardering.model.sensitivity import Sensitivity
from vardering.model.vocabulary import View
from vardering.texts import basis_texts, sensitivity_texts, sheet_texts
from vardering.texts.basis_texts import shortened
from vardering.texts.figure_texts import number_text
from vardering.workbook.chart_styles import LIKELY_STYLE, VIEW_STYLES, WORSE_STYLE, ChartKind
from vardering.workbook.decision_basis import Chart, ChartSeries
from vardering.workbook.presenting.sensitivity_sentences import input_name

MOST_BARS, LABEL_LENGTH = 6, 40


def cumulative_chart(results: Results) -> Chart:
    """Cumulative net per year in every view."""
    views = results.main.views
    years = [str(year) for year in results.years]
    ends = "; ".join(
        f"{sheet_texts.VIEW_LABELS[view].lower()} {number_text(views[view].cumulative_net[-1], 'kr')}" for view in View
    )
    return Chart(
        kind=ChartKind.LINE,
        title=sheet_texts.CUMULATIVE_CHART[0],
        alt_text=basis_texts.CUMULATIVE_ALT.format(first=years[0], last=years[-1], ends=ends),
        value_title=basis_texts.FIXED_PRICES,
        categories=tuple(years),
        series=tuple(
            ChartSeries(
                sheet_texts.VIEW_LABELS[view],
                tuple(float(value) for value in views[view].cumulative_net),
                colour,
                dash=dash,
                marker=marker,
            )
            for view, (colour, dash, marker) in zip(View, VIEW_STYLES, strict=True)
        ),
    )


def tornado_chart(sensitivity: Sensitivity) -> Chart | None:
    """What moves the net present value of all valued most, the largest first; None where nothing does."""
    view = View.ALL_VALUED
    bars = sensitivity.by_swing(view)[:MOST_BARS]
    if not bars:
        return None
    responses = [tested.responses[view] for tested in bars]
    names = [shortened(input_name(tested), LABEL_LENGTH) for tested in bars]
    described = "; ".join(
        basis_texts.BAR_ALT.format(name=name, worse=number_text(one.worse, "kr"), better=number_text(one.better, "kr"))
        for name, one in zip(names, responses, strict=True)
    )
    return Chart(
        kind=ChartKind.STACKED_BAR,
        title=sensitivity_texts.TORNADO[view],
        alt_text=basis_texts.TORNADO_ALT.format(bars=described),
        value_title=sensitivity_texts.CHANGE_AXIS,
        categories=tuple(names),
        series=(
            ChartSeries(sensitivity_texts.WORSE, tuple(one.worse for one in responses), *WORSE_STYLE),
            ChartSeries(sensitivity_texts.BETTER, tuple(one.better for one in responses), *LIKELY_STYLE),
        ),
    )
