"""Sheet Resultat: the convention, the key figures of every view, and the alternatives side by side."""

from collections.abc import Mapping

from vardering.model.case import Case
from vardering.model.results import Results
from vardering.model.vocabulary import View
from vardering.texts import result_texts, sheet_texts
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.number_texts import figure_cell

OPTIONS = ("B", "C", "D")


def convention(case: Case, results: Results) -> str:
    """The sentence that stands beside every present value: point in time, prices, rate, timing and horizon."""
    rates = sorted(set(results.discount_rates))
    low, high = (f"{rate * 100:.4g}".replace(".", ",") for rate in (rates[0], rates[-1]))
    rate = f"{low} procent per år" if low == high else f"{low}–{high} procent per år enligt räntetrappan"
    timing = sheet_texts.TIMING_WORDS.get(results.timing)
    alternative = results.main_alternative
    name = next((option.name for option in case.alternatives if option.id == alternative and option.name), "")
    return sheet_texts.CONVENTION.format(
        start=results.years[0],
        price_level=case.change.price_level_year,
        rate=rate,
        timing=timing or f"{results.timing:g} av året".replace(".", ","),
        first=results.years[0],
        last=results.years[-1],
        alternative=f"{alternative}: {name}" if name else alternative,
    )


def write_key_figures(canvas: Canvas, results: Results) -> None:
    """Key figures: one row each, one column a view, and how each is worked out."""
    result = results.main
    canvas.put(0, "Nyckeltal", "heading")
    for column, view in enumerate(View, start=1):
        canvas.put(column, sheet_texts.VIEW_LABELS[view], "heading")
    canvas.put(4, "Så räknas det", "heading")
    canvas.row += 1
    for name, (label, suffix, explanation) in result_texts.KEY_FIGURES.items():
        canvas.put(0, label, "subheading")
        for column, view in enumerate(View, start=1):
            cell = figure_cell(getattr(result.views[view].figures, name), "result", suffix)
            canvas.put(column, cell.value, cell.style or "result_text")
        canvas.put(4, explanation, "help")
        canvas.row += 1
    for label, amount, explanation in (
        (
            "Varav föreslagna hemtagningsbeslut",
            result.pv_proposed_benefits,
            "Nuvärde av finansiella nyttor vars beslut är föreslaget men inte fattat.",
        ),
        (
            "Restvärde, visas för sig",
            result.pv_residual_value,
            "Nuvärde av restvärden efter kalkyltiden. Ingår inte i nettonuvärdet.",
        ),
        (
            "Redan nedlagda kostnader, visas för sig",
            results.sunk_cost_kr,
            "Går inte att få tillbaka och räknas därför aldrig med.",
        ),
    ):
        canvas.put(0, label, "subheading")
        canvas.put(1, amount, "result_kr")
        canvas.put(2, None, "result_text")
        canvas.put(3, None, "result_text")
        canvas.put(4, explanation, "help")
        canvas.row += 1


def write_alternatives(canvas: Canvas, results: Results, names: Mapping[str, str]) -> None:
    """Alternatives B–D with rank, and the stepwise comparison; the same number of rows in every run."""
    headings = (
        "Alternativ",
        *sheet_texts.VIEW_LABELS.values(),
        "Nuvärde kostnader",
        "Nytto-kostnadskvot",
        "Årligt nettovärde",
        "Effekter i kvalitet och miljö",
        "Rang",
    )
    canvas.put(0, "Alternativen jämförda (nettonuvärde, kr)", "section")
    canvas.row += 1
    for column, heading in enumerate(headings):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    for option in OPTIONS:
        _write_alternative(canvas, option, results, names)
    canvas.row += 1
    canvas.put(0, result_texts.INCREMENT_NOTE, "intro")
    canvas.row += 1
    for column, heading in enumerate(("Steg", "Extra kostnad", "Extra nytta", "Nytta per extra krona", "Värt det")):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    for index in range(len(OPTIONS)):
        if index < len(results.increments):
            step = results.increments[index]
            canvas.put(0, f"Från {step.compared_with} till {step.alternative}", "subheading")
            canvas.put(1, step.extra_cost, "result_kr")
            canvas.put(2, step.extra_benefit, "result_kr")
            cell = figure_cell(step.ratio, "result", "decimals")
            canvas.put(3, cell.value, cell.style or "result_text")
            canvas.put(4, "ja" if step.is_worth_it else "nej", "result_text")
        canvas.row += 1
    canvas.row += 1


def _write_alternative(canvas: Canvas, option: str, results: Results, names: Mapping[str, str]) -> None:
    result = results.alternatives.get(option)
    if result is not None:
        name = names.get(option, "")
        canvas.put(0, f"{option}: {name}" if name else option, "subheading")
        for column, view in enumerate(View, start=1):
            canvas.put(column, result.views[view].figures.npv, "result_kr")
        figures = result.views[View.ALL_VALUED].figures
        canvas.put(4, figures.pv_costs, "result_kr")
        for column, figure, suffix in ((5, figures.bcr, "decimals"), (6, figures.annual_equivalent, "kr")):
            cell = figure_cell(figure, "result", suffix)
            canvas.put(column, cell.value, cell.style or "result_text")
        canvas.put(7, float(result.quality_effects), "result_whole")
        canvas.put(8, float(results.ranking.index(option) + 1), "result_whole")
    canvas.row += 1
