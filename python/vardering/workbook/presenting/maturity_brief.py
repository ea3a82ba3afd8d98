"""A compilation in a few sentences: strongest, weakest, widest gap, widest disagreement, most who do not know."""

from collections.abc import Callable

from vardering.model.maturity_results import MaturityFigures, MaturityResults
from vardering.texts import maturity_result_texts as words
from vardering.texts.figure_texts import number_text
from vardering.texts.maturity_texts import AREA_WORDS, Statement, statements
from vardering.workbook.presenting.maturity import Compilation


def brief_lines(compilation: Compilation) -> tuple[str, ...]:
    """The sentences; what no figure is shown for is left out."""
    results = compilation.results
    areas = {code: results.everybody.areas.get(code, MaturityFigures()) for code in AREA_WORDS}
    lines: list[str] = []
    rated = [code for code, figures in areas.items() if figures.today is not None]
    if rated:
        for sentence, code in (
            (words.BRIEF_STRONGEST, max(rated, key=lambda code: areas[code].today or 0.0)),
            (words.BRIEF_WEAKEST, min(rated, key=lambda code: areas[code].today or 0.0)),
        ):
            lines.append(sentence.format(area=AREA_WORDS[code], today=_text(areas[code].today)))
    wished = [code for code, figures in areas.items() if figures.gap is not None]
    if wished:
        widest = max(wished, key=lambda code: areas[code].gap or 0.0)
        today, wanted = _text(areas[widest].today), _text(areas[widest].wanted)
        lines.append(words.BRIEF_GAP.format(area=AREA_WORDS[widest], today=today, wanted=wanted))
    return (*lines, *_statement_lines(results), *_change_lines(compilation))


def _text(value: float | None) -> str:
    return words.HIDDEN if value is None else number_text(value, "decimals")


def _statement_lines(results: MaturityResults) -> tuple[str, ...]:
    shown = results.everybody.statements
    lines: list[str] = []
    disagreed = _largest(lambda one: shown.get(one.id, MaturityFigures()).disagreement)
    if disagreed is not None:
        lines.append(words.BRIEF_DISAGREEMENT.format(statement=disagreed.id, text=disagreed.statement))
    unknown = _largest(lambda one: shown.get(one.id, MaturityFigures()).unknown_share)
    if unknown is not None:
        share = number_text(shown[unknown.id].unknown_share or 0.0, "share")
        lines.append(words.BRIEF_UNKNOWN.format(statement=unknown.id, share=share, text=unknown.statement))
    return tuple(lines)


def _largest(figure_of: Callable[[Statement], float | None]) -> Statement | None:
    """The statement whose figure is largest and above nothing; the first of equals, None where there is none."""
    above = [(figure, one) for one in statements() if (figure := figure_of(one) or 0.0) > 0]
    return max(above, key=lambda pair: pair[0])[1] if above else None


def _change_lines(compilation: Compilation) -> tuple[str, ...]:
    earlier = compilation.earlier
    if earlier is None:
        return ()
    pairs = [
        (now.today, then.today)
        for code, now in compilation.results.everybody.areas.items()
        if (then := earlier.results.everybody.areas.get(code)) is not None
    ]
    compared = [(now, then) for now, then in pairs if now is not None and then is not None]
    up = sum(now > then for now, then in compared)
    then_text = earlier.survey_round or words.BRIEF_EARLIER
    return (words.BRIEF_CHANGE.format(then=then_text, up=up, count=len(compared)),)
