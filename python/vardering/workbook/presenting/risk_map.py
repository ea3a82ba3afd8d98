"""The heat map on Risker, drawn in cells, and what the risk list says together. Colour is never the only sign."""

from vardering.model.risk import RiskResult
from vardering.texts import assessment_texts
from vardering.workbook.presenting.canvas import Canvas

STEPS = range(1, 6)
MAP_ROWS = 12
"""Rows of the map and the lines below it: always the same, so that the table below never has to move."""

LEVEL_STYLES = {"låg": "risk_low", "medel": "risk_medium", "hög": "risk_high"}


def write_risk_map(canvas: Canvas, risks: RiskResult) -> None:
    """Five by five cells with risk value, level in words and the ids of the open risks in it; then five lines."""
    canvas.put(0, "Sannolikhet nedåt, konsekvens åt höger", "heading")
    for impact in STEPS:
        canvas.put(impact, assessment_texts.IMPACT_LABELS[impact], "heading")
    canvas.row += 1
    for probability in reversed(STEPS):
        canvas.put(0, assessment_texts.PROBABILITY_LABELS[probability], "subheading")
        for impact in STEPS:
            product = probability * impact
            level = assessment_texts.risk_level(product)
            text = f"{product} {level}\n{', '.join(_ids(risks, probability, impact))}"
            canvas.put(impact, text, LEVEL_STYLES[level])
        canvas.row += 1
    canvas.row += 1
    _write_lines(canvas, risks)


def _ids(risks: RiskResult, probability: int, impact: int) -> list[str]:
    return [
        risk.id for risk in risks.risks if risk.is_open and (risk.probability, risk.impact) == (probability, impact)
    ]


def _write_lines(canvas: Canvas, risks: RiskResult) -> None:
    rated = sum(risk.is_open and risk.product is not None for risk in risks.risks)
    for label, figure, suffix, note in (
        ("Öppna risker med riskvärde", rated, "whole", assessment_texts.RISK_MAP_NOTE),
        ("Största riskvärde som räknas", risks.largest_product, "whole", assessment_texts.COUNTED_NOTE),
        ("Riskpoäng, 5 är bäst", risks.score, "whole", assessment_texts.RISK_SCORE_NOTE),
        ("Förväntad förlust kr", risks.expected_loss_kr, "kr", assessment_texts.EXPECTED_LOSS_NOTE),
        ("Samlad möjlig förlust kr", risks.total_exposure_kr, "kr", assessment_texts.EXPOSURE_NOTE),
    ):
        canvas.put(0, label, "subheading")
        if figure is None:
            canvas.put(1, "ingen", "result_text")
        else:
            canvas.put(1, float(figure), f"result_{suffix}")
        canvas.put(2, note, "help")
        canvas.row += 1
