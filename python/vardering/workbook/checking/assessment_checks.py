"""Checks of the assessment: reasons, one score each, and weights that are 100 per cent together."""

from collections.abc import Sequence

from vardering.base.units import PER_CENT
from vardering.model.assessment import CRITERIA, Criterion
from vardering.texts.assessment_texts import AREA_LABELS
from vardering.workbook.checking.checker import Checker
from vardering.workbook.contract.word_lists import word_for

TOLERANCE = 1e-9
"""Weights are decimal figures: their sum may differ from the whole by the last digits of the arithmetic."""


def check_assessment(checker: Checker) -> None:
    """All checks of this module."""
    _check_scores(checker)
    _check_area_weights(checker)
    _check_criterion_weights(checker)


def _check_scores(checker: Checker) -> None:
    case = checker.case
    seen: set[str] = set()
    for index, score in enumerate(case.criteria):
        name = word_for("kriterium", score.criterion)
        if score.criterion is Criterion.NET_VALUE:
            checker.error("criterion-calculated", checker.at("criteria", index, "criterion"), name=name)
        if name in seen:
            checker.error("duplicate-name", checker.at("criteria", index, "criterion"), value=name)
        seen.add(name)
        if score.score is not None and not score.reason:
            checker.warning("score-without-reason", checker.at("criteria", index, "reason"), name=name)
    for index, entry in enumerate(case.assessment):
        name = AREA_LABELS[entry.area]
        if name in seen:
            checker.error("duplicate-name", checker.at("assessment", index, "area"), value=name)
        seen.add(name)
        if entry.score is not None and not entry.reason:
            checker.warning("score-without-reason", checker.at("assessment", index, "reason"), name=name)


def _check_area_weights(checker: Checker) -> None:
    weights = checker.case.area_weights
    _check_twice(checker, "area_weights", "area", [AREA_LABELS[entry.area] for entry in weights])
    _check_sum(checker, "area_weights", "områdena", [(index, entry.weight) for index, entry in enumerate(weights)])


def _check_criterion_weights(checker: Checker) -> None:
    weights = checker.case.criterion_weights
    names = [word_for("kriterium", entry.criterion) for entry in weights]
    _check_twice(checker, "criterion_weights", "criterion", names)
    for area, criteria in CRITERIA.items():
        if criteria:
            mine = [(index, entry.weight) for index, entry in enumerate(weights) if entry.criterion in criteria]
            _check_sum(checker, "criterion_weights", f"kriterierna i {AREA_LABELS[area]}", mine)


def _check_twice(checker: Checker, case_field: str, field_name: str, names: Sequence[str]) -> None:
    for index, name in enumerate(names):
        if name in names[:index]:
            checker.error("duplicate-name", checker.at(case_field, index, field_name), value=name)


def _check_sum(checker: Checker, case_field: str, name: str, weights: Sequence[tuple[int, float]]) -> None:
    """The weights at these rows are the whole together; said at the first of them."""
    total = sum(weight for _, weight in weights)
    if abs(total - 1) > TOLERANCE:
        where = checker.at(case_field, weights[0][0] if weights else 0, "weight")
        checker.error("weights-not-whole", where, name=name, total=f"{total * PER_CENT:.6g}".replace(".", ","))
