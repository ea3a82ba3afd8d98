"""The decision basis: what it says, that it keeps to one page, and that the sheet shows all of it."""

from typing import Any

import pytest

from builders import CONTEXT, a_case, a_change, a_cost, an_effect, book_of, snapshot_of
from vardering.base.cells import CellValue
from vardering.commands.creation import new_case
from vardering.commands.recalculation import calculate, findings_in, recalculate
from vardering.engine.sensitivity import sensitivity
from vardering.model.assessment import Criterion, CriterionScore
from vardering.model.case import Case
from vardering.model.change import Alternative, AssessmentScore
from vardering.model.gate_status import GateStatus, Lack, RequirementStatus
from vardering.model.risk import Risk, RiskStatus
from vardering.model.vocabulary import AssessmentArea, CaseForm, Kind, ValuedAs
from vardering.texts import assessment_texts, basis_texts
from vardering.workbook.column_widths import DECISION_BASIS_WIDTHS
from vardering.workbook.contract.catalogue import FORENKLAD, KALKYL
from vardering.workbook.contract.fields import WorkbookContract
from vardering.workbook.decision_basis import DecisionBasis, NoFigure, Number, Paragraph, Part, Section, Table
from vardering.workbook.layout import PrintSetup
from vardering.workbook.presenting.basis_content import Known, basis_of
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.decision_basis_sheet import MOST_POINTS, write_decision_basis
from vardering.workbook.template.workbook_template import build_workbook

LONG = "Ett långt resonemang om varför förändringen behövs och vad den ger. " * 30


def basis(case: Case, simulated: tuple[str, ...] = ()) -> DecisionBasis:
    snapshot = snapshot_of(case)
    found = calculate(snapshot)
    assert found.case is not None
    assert found.results is not None
    known = Known(findings_in(found, snapshot), sensitivity(found.case), simulated, found.gate())
    return basis_of(found.case, found.results, known)


def section(found: DecisionBasis, part: Part) -> Section:
    return next(section for section in found.sections if section.part is part)


def quality(number: int, size: int | None) -> object:
    return an_effect(
        id=f"K{number}",
        name=f"Kvalitet {number}",
        kind=Kind.QUALITY,
        category="",
        driver_likely=None,
        before=None,
        after=None,
        size=size,
    )


def fullest_case() -> Case:
    """As much as anybody may write, in every field that the page shows."""
    options = tuple(Alternative(id=option, name=LONG, description=LONG) for option in "ABCD")
    effects = tuple(
        an_effect(id=f"E{n}", name=LONG, recipient=LONG, before=float(n + 1), alternative=option)
        for n, option in enumerate("BBBBBBCD")
    )
    change = a_change(
        name="Lång " * 40, unit=LONG, owner=LONG, description=LONG, recommendation=LONG, requested_decision=LONG
    )
    costs = tuple(a_cost(id=f"U{n}", alternative=option, source="") for n, option in enumerate("BBBCD"))
    return a_case(
        change=change,
        alternatives=options,
        effects=(*effects, *(quality(n, 3) for n in range(9))),
        development=costs,
        assessment=tuple(AssessmentScore(area=area, score=3, reason=LONG) for area in AssessmentArea),
        risks=tuple(a_risk(n, 5, LONG, LONG) for n in range(5)),
    )


def a_risk(number: int, probability: int, text: str = "Sen leverans", measure: str = "", **changes: object) -> Risk:
    content: dict[str, Any] = {"id": f"R{number}", "impact": 4, "description": text, "response": measure, **changes}
    return Risk(probability=probability, **content)


def test_alternatives_stand_side_by_side_against_the_first() -> None:
    case = a_case(
        alternatives=(
            Alternative(id="A", name="Som nu"),
            Alternative(id="B", name="Lås"),
            Alternative(id="C", life_years=5),
        ),
        development=(a_cost(), a_cost(id="U2", alternative="C")),
    )
    (table,) = section(basis(case), Part.ALTERNATIVES).blocks
    assert isinstance(table, Table)
    assert table.headings == ("", "Alternativ A", "Alternativ B", "Alternativ C")
    assert table.rows[0] == ("Namn", "Som nu", "Lås", "")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Nuvärde av kostnader"] == ("", Number(100_000.0, "kr"), Number(100_000.0, "kr"))
    assert rows["Rang, alla värderade"] == ("", Number(1.0, "whole"), Number(2.0, "whole"))
    assert rows["Nettonuvärde, budgetverkande"][0] == NoFigure("jämförs med")


def test_quality_effects_show_their_size_and_never_kronor() -> None:
    case = a_case(effects=(an_effect(), quality(1, 1), quality(2, 3), quality(3, None)))
    (table,) = section(basis(case), Part.EFFECTS).blocks
    assert isinstance(table, Table)
    shown = [(row[0], row[-1]) for row in table.rows[1:]]
    assert shown == [
        ("Kvalitet 2", NoFigure("storlek 3 av 3")),
        ("Kvalitet 1", NoFigure("storlek 1 av 3")),
        ("Kvalitet 3", NoFigure("storlek saknas")),
    ]


def test_a_case_without_effects_shows_none() -> None:
    assert Part.EFFECTS not in {part.part for part in basis(a_case(effects=())).sections}


def test_what_is_asked_for_stands_as_it_was_written_or_is_said_to_be_missing() -> None:
    asked = a_case(change=a_change(requested_decision="Godkänn BP2."))
    assert section(basis(asked), Part.REQUEST).blocks[0].text == "Godkänn BP2."  # type: ignore[union-attr]
    assert basis_texts.REQUEST_MISSING in list(basis(a_case()).texts())


def test_a_short_case_is_not_cut_and_a_long_one_says_that_it_is() -> None:
    assert basis_texts.SHORTENED not in list(basis(a_case()).texts())
    assert basis_texts.SHORTENED in list(basis(fullest_case()).texts())


def test_the_fullest_case_keeps_to_one_page() -> None:
    canvas = Canvas("vm_underlag", "Beslutsunderlag", 1, 2, 1, widths=DECISION_BASIS_WIDTHS)
    write_decision_basis(canvas, basis(fullest_case(), (LONG[:178],) * 4))
    assert sum(height.points or 0.0 for height in canvas.heights(canvas.extent)) <= MOST_POINTS


@pytest.mark.parametrize("contract", [KALKYL, FORENKLAD], ids=lambda one: one.kind)
def test_the_sheet_prints_on_one_standing_a4(contract: WorkbookContract) -> None:
    form = CaseForm.FULL if contract is KALKYL else CaseForm.SIMPLIFIED
    layout = build_workbook(contract, new_case(form, 2027))
    sheet = next(sheet for sheet in layout.sheets if sheet.name == "Beslutsunderlag")
    assert sheet.print_setup == PrintSetup(landscape=False, pages_wide=1, pages_high=1)


def test_the_sheet_shows_every_text_of_the_basis() -> None:
    book = book_of(fullest_case())
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.change_set is not None
    book.apply(outcome.change_set)
    cells: list[CellValue] = [cell for row in book.snapshot().names["vm_underlag"].values for cell in row]
    shown = " ".join(str(cell) for cell in cells if isinstance(cell, str))
    numbers = {cell for cell in cells if isinstance(cell, float)}
    found = basis(fullest_case())
    for part in found.sections:
        assert part.heading in shown
        for block in part.blocks:
            if isinstance(block, Table):
                values = [cell for row in block.rows for cell in row]
                assert {cell.value for cell in values if isinstance(cell, Number)} <= numbers
                assert [cell for cell in values if isinstance(cell, str) and cell and cell not in shown] == []


def test_a_simplified_workbook_has_the_same_page() -> None:
    from vardering.examples.catalogue import load_example

    found = basis(load_example("ledningsrapport_forenklad"))
    parts = [part.part for part in found.sections]
    assert parts[0] is Part.CHANGE
    assert {Part.ALTERNATIVES, Part.FIGURES, Part.EFFECTS, Part.ASSESSMENT, Part.STATE} <= set(parts)


def rows_of(found: Section) -> dict[str, tuple[object, ...]]:
    table = found.blocks[0]
    assert isinstance(table, Table)
    return {str(row[0]): row[1:] for row in table.rows}


def test_the_three_worst_open_risks_stand_worst_first_with_their_measures() -> None:
    risks = (
        a_risk(1, 1),
        a_risk(2, 3, measure="Boka tidigt"),
        a_risk(3, 5, status=RiskStatus.CLOSED),
        a_risk(4, 4),
        a_risk(5, 2),
    )
    found = section(basis(a_case(risks=risks)), Part.RISKS)
    assert rows_of(found) == {
        "R4: Sen leverans": ("16 av 25, hög", basis_texts.NO_MEASURE),
        "R2: Sen leverans": ("12 av 25, medel", "Boka tidigt"),
        "R5: Sen leverans": ("8 av 25, medel", basis_texts.NO_MEASURE),
    }
    assert list(rows_of(found)) == ["R4: Sen leverans", "R2: Sen leverans", "R5: Sen leverans"]
    assert found.blocks[1].text == basis_texts.MORE_RISKS.format(count=1)  # type: ignore[union-attr]


def test_risks_that_nobody_has_rated_or_that_are_closed_make_no_section() -> None:
    risks = (a_risk(1, 5, status=RiskStatus.CLOSED), Risk(id="R2"))
    assert Part.RISKS not in {part.part for part in basis(a_case(risks=risks)).sections}


def test_the_assessment_shows_the_scores_that_count_and_not_those_they_replace() -> None:
    case = a_case(
        assessment=(AssessmentScore(area=AssessmentArea.URGENCY, score=1, reason="Avtalet går ut."),),
        criteria=(CriterionScore(criterion=Criterion.LEGAL_DEMAND, score=5),),
        risks=(a_risk(1, 5),),
    )
    found = section(basis(case), Part.ASSESSMENT)
    rows = rows_of(found)
    assert rows["Angelägenhet"] == (Number(5.0, "whole"), "1 av 3 kriterier. Avtalet går ut.")
    assert rows["Risk"][0] == Number(1.0, "whole")
    assert rows["Genomförbarhet"] == (NoFigure(basis_texts.NOT_SCORED), basis_texts.NO_REASON)
    assert len(rows) == len(AssessmentArea)
    last = found.blocks[-1]
    assert isinstance(last, Paragraph)
    # Benefit 5, risk 1 and urgency 5 of the weights 35, 15 and 10: 100 x 45 / 60.
    assert last.text.startswith("Index 75 (0 till 100), täckning ")
    assert last.text.endswith(f"Prioritetsklass: {assessment_texts.NO_CLASS}")


def test_a_case_that_nobody_has_judged_shows_no_assessment() -> None:
    assert Part.ASSESSMENT not in {part.part for part in basis(a_case()).sections}


def test_what_a_simulation_says_stands_after_the_figures_and_is_absent_without_one() -> None:
    parts = [part.part for part in basis(a_case(), ("Ofta lönsam.", "Om spannen är rimliga.")).sections]
    assert parts.index(Part.UNCERTAINTY) == parts.index(Part.FIGURES) + 1
    assert basis_texts.NO_SIMULATION not in list(basis(a_case(), ("Ofta lönsam.", "Om spannen är rimliga.")).texts())
    assert basis_texts.NO_SIMULATION in list(basis(a_case()).texts())


def test_the_three_cases_and_what_turns_the_result_stand_on_the_page() -> None:
    case = a_case(
        development=(a_cost(driver_low=1.0, driver_likely=2.0, driver_high=3.0),),
        effects=(an_effect(kind=Kind.FINANCIAL, valued_as=ValuedAs.UNITS, category="", unit_value_kr=400.0),),
    )
    found = section(basis(case), Part.UNCERTAINTY)
    table, *sentences = found.blocks
    assert isinstance(table, Table)
    # 100 000 kr a unit at the start; 100 000 kr of benefits a year at 3 per cent over five years.
    benefits = sum(100_000.0 / 1.03**year for year in range(5))
    for row, units in zip(table.rows, (3.0, 2.0, 1.0), strict=True):
        amount = row[1]
        assert isinstance(amount, Number)
        assert amount.value == pytest.approx(benefits - units * 100_000.0)
    texts = [block.text for block in sentences if isinstance(block, Paragraph)]
    assert "nettonuvärdet blir noll om" in texts[0]
    assert any(text.startswith("Alla värderade: nettonuvärdet blir noll om nyttorna dröjer ") for text in texts)


def test_without_sensitivity_or_simulation_nothing_is_said_of_uncertainty() -> None:
    found = calculate(snapshot_of(a_case()))
    assert found.case is not None
    assert found.results is not None
    parts = {part.part for part in basis_of(found.case, found.results, Known()).sections}
    assert Part.UNCERTAINTY not in parts


def test_the_gate_ahead_says_what_it_still_requires() -> None:
    found = [block.text for block in section(basis(a_case()), Part.STATE).blocks if isinstance(block, Paragraph)]
    assert found[0] == "Inför BP1: 2 av 3 krav är uppfyllda."
    assert found[1] == "Återstår: Projektägare eller beställare är namngiven (namn)."


@pytest.mark.parametrize(("lacks", "shown"), [(0, 0), (3, 3), (9, 4)])
def test_of_many_requirements_the_first_are_shown_and_the_rest_counted(lacks: int, shown: int) -> None:
    requirements = [RequirementStatus(f"k{n}", f"Krav {n}", (Lack("E1"),)) for n in range(lacks)]
    gate = GateStatus("BP3", (RequirementStatus("m", "Uppfyllt", ()), *requirements))
    found = calculate(snapshot_of(a_case()))
    assert found.case is not None
    assert found.results is not None
    state = section(basis_of(found.case, found.results, Known(gate=gate)), Part.STATE)
    texts = [block.text for block in state.blocks if isinstance(block, Paragraph)]
    assert texts[0] == f"Inför BP3: 1 av {lacks + 1} krav är uppfyllda."
    assert texts[1 : 1 + shown] == [f"Återstår: Krav {n} (E1)." for n in range(shown)]
    assert (basis_texts.MORE_LACKS.format(count=lacks - shown) in texts) == (lacks > shown)


def test_texts_of_six_hundred_characters_are_whole_on_the_page() -> None:
    text = " ".join(["Ett skäl till förändringen är att den behövs."] * 13)[:600].rstrip() + "."
    change = a_change(description=text, recommendation=text, requested_decision=text)
    found = basis(a_case(change=change))
    assert list(found.texts()).count(text) == 3
    assert basis_texts.SHORTENED not in list(found.texts())
