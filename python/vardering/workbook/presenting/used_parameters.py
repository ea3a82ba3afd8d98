"""The parameters behind the results, last on Resultat: value, vintage, source and status travel with the figures."""

from vardering.model.assumptions import Parameter
from vardering.model.case import Case
from vardering.model.results import Results
from vardering.workbook.contract.fields import CellType
from vardering.workbook.contract.parameter_sheet import PARAMETER_ROWS
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.presenting.canvas import Canvas

HEADINGS = ("Parameter", "Värde", "Enhet", "År", "Status", "Källa")
OUTSIDE_RESULTS = frozenset(
    {
        *("uptake_warning", "full_case_threshold_kr"),
        *("rate_spread", "benefit_delay", "uptake_spread", "benefit_cut", "cost_growth"),
    }
)
"""Parameters that only warnings and the sensitivity use."""


def write_used_parameters(canvas: Canvas, case: Case, results: Results) -> None:
    """One row for each parameter with a value, and one for each category whose hour cost was used."""
    canvas.row += 1
    canvas.put(0, "Parametrar som resultatet bygger på", "section")
    canvas.row += 1
    for column, heading in enumerate(HEADINGS):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    for declared in PARAMETER_ROWS:
        parameter: Parameter = getattr(case.assumptions, declared.field)
        if parameter.value is not None and declared.field not in OUTSIDE_RESULTS:
            suffix = "share" if declared.type is CellType.PER_CENT else "number"
            status = word_for("parameterstatus", parameter.status)
            canvas.put(0, declared.key, "label")
            canvas.put(1, parameter.value, f"result_{suffix}")
            _write_provenance(canvas, declared.unit, parameter.valid_year, status, parameter.source)
    for category in case.categories:
        if category.name in results.hour_costs_kr:
            canvas.put(0, category.name, "label")
            canvas.put(1, results.hour_costs_kr[category.name], "result_kr")
            _write_provenance(canvas, "per timme", category.valid_year, "", category.source)


def _write_provenance(canvas: Canvas, unit: str, valid_year: int | None, status: str, source: str) -> None:
    canvas.put(2, unit, "result_text")
    canvas.put(3, None if valid_year is None else float(valid_year), "result_year")
    canvas.put(4, status or None, "result_text")
    canvas.put(5, source or None, "plain")
    canvas.row += 1
