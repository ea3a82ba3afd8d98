"""What a gate requires is data, and each requirement says what it lacks and where."""

from datetime import date

import pytest

from builders import CONTEXT, a_case, a_change, a_cost, an_effect, book_of
from plan_books import three_effects, typed, typed_of, updated
from vardering.base.cells import CellValue
from vardering.base.faults import CallError, Severity
from vardering.books.memory import MemoryBook
from vardering.commands.control import check
from vardering.commands.recalculation import recalculate
from vardering.engine.evaluation import evaluate
from vardering.model.assessment import SCORED_CRITERIA, CriterionScore
from vardering.model.change import Alternative
from vardering.model.gate_status import GateStatus
from vardering.model.gates import OwnGate
from vardering.model.realisation_plan import PlanRow
from vardering.model.rows import RealisationDecision, RunCost
from vardering.model.vocabulary import DecisionStatus, Gate, Kind, Stage, ValuedAs, View
from vardering.texts.gate_requirements import PLAN_CHECK, requirements
from vardering.workbook.checking.gate_checks import CHECKS
from vardering.workbook.written_names import FINDINGS, PLAN_STATUS


def lacking(book: MemoryBook, gate: str) -> dict[str, list[str]]:
    """What each unmet requirement of a gate lacks."""
    status = check(book.snapshot(), gate).gate
    assert status is not None
    return {found.code: [lack.what for lack in found.lacks] for found in status.requirements if not found.is_met}


def status_of(book: MemoryBook, gate: str) -> GateStatus:
    status = check(book.snapshot(), gate).gate
    assert status is not None
    return status


def test_every_requirement_names_a_stage_and_a_check_that_exist_and_no_check_is_left_over() -> None:
    named = {found.check for found in requirements() if not found.check.startswith(PLAN_CHECK)}
    assert named == set(CHECKS)
    assert {found.stage for found in requirements()} == {stage.value for stage in Stage}
    fields = {name for found in requirements() for name in found.check.removeprefix(PLAN_CHECK).split()}
    assert fields - named <= set(PlanRow.field_names)
    codes = [found.code for found in requirements()]
    assert len(set(codes)) == len(codes)


def test_an_idea_needs_its_effects_its_alternatives_and_a_client() -> None:
    bare = a_case(
        alternatives=(Alternative(id="A"), Alternative(id="B", name="Lås")), effects=(an_effect(recipient=""),)
    )
    assert lacking(book_of(bare), "BP1") == {
        "effects-drafted": ["E1"],
        "alternatives-described": ["A"],
        "client-named": ["namn"],
    }
    assert lacking(book_of(a_case(change=a_change(owner="Anna Exempel"))), "BP1") == {}
    assert lacking(book_of(a_case(effects=())), "BP1")["effects-drafted"] == ["effekter"]


def test_a_prestudy_needs_a_case_with_sources_owners_measures_and_an_assessment() -> None:
    bare = a_case(
        development=(a_cost(source=""),),
        effects=(an_effect(owner="Anna och Bo"), an_effect(id="E2", before=0.75, measure="")),
    )
    found = lacking(book_of(bare), "BP2")
    assert {code: found[code] for code in ("costs-entered", "sources-given", "owners-named", "measures-named")} == {
        "costs-entered": ["drift"],
        "sources-given": ["U1"],
        "owners-named": ["E1"],
        "measures-named": ["E2"],
    }
    assert {"assessed", "recommended"} <= found.keys()
    assert "calculable" not in found


def test_a_complete_prestudy_meets_every_requirement() -> None:
    scores = tuple(CriterionScore(criterion=criterion, score=4, reason="Därför") for criterion in SCORED_CRITERIA)
    running = RunCost(id="D1", name="Licens", driver_likely=1.0, unit_price_kr=9.0, source="Avtal")
    case = a_case(change=a_change(recommendation="Inför"), running=(running,), criteria=scores)
    status = status_of(book_of(case), "BP2")
    assert status.met == len(status.requirements)
    unreasoned = (scores[0].model_copy(update={"reason": ""}), *scores[1:])
    found = lacking(book_of(case.model_copy(update={"criteria": unreasoned})), "BP2")
    assert found == {"assessed": ["Nytta: bidrag till målen"]}


def test_an_error_is_a_lack_with_its_cell() -> None:
    book = book_of(three_effects())
    typed(book, "vm_effekter", 0, "Volym trolig", "ca 100")
    status = status_of(book, "BP2")
    (calculable,) = (found for found in status.requirements if found.code == "calculable")
    assert [lack.where for lack in calculable.lacks] == [
        finding.where for finding in check(book.snapshot()).findings if finding.severity is Severity.ERROR
    ]


def test_the_start_needs_a_whole_plan_and_says_which_effect_lacks_what_where() -> None:
    book = book_of(three_effects())
    assert lacking(book, "BP3")["all-planned"] == ["E1", "E2", "E3"]
    updated(book)
    answers: dict[str, CellValue] = {
        "Aktiviteter": "Utbilda",
        "Förutsättningar": "Lås",
        "Accepterad datum": date(2026, 11, 3),
        "Hemtagningsansvarig": "Peter Exempel",
        "Mätmetod": "Stickprov",
        "Datakälla": "System",
        "Mätfrekvens": "varje tertial",
        "Första mätning": date(2027, 4, 30),
        "Mätansvarig": "Lena Exempel",
        "Mätetalets enhet": "minuter",
        "Nollmätning": 9.0,
        "Nollmätning datum": date(2026, 10, 1),
        "Målvärde": 2.0,
    }
    for effect_id in ("E1", "E2", "E3"):
        for heading, value in answers.items():
            typed_of(book, effect_id, heading, value)
    assert lacking(book, "BP3") == {"plan-frozen": ["beslutad plan"]}
    typed_of(book, "E2", "Nollmätning datum", None)
    status = status_of(book, "BP3")
    (baseline,) = (found for found in status.requirements if found.code == "baseline-measured")
    assert [lack.what for lack in baseline.lacks] == ["E2"]
    where = baseline.lacks[0].where
    table = book.snapshot().tables["vm_plan"]
    assert where == table.position(1, table.headings.index("Nollmätning datum"))


def test_a_missing_owner_is_filled_in_on_the_sheet_of_effects() -> None:
    book = book_of(a_case(effects=(an_effect(owner=""),)))
    updated(book)
    status = status_of(book, "BP3")
    (accepted,) = (found for found in status.requirements if found.code == "owners-accepted")
    assert accepted.lacks[0].where is not None
    assert accepted.lacks[0].where.sheet == "Effekter"


def test_a_saving_of_staff_needs_a_decision_at_the_start() -> None:
    saving = an_effect(kind=Kind.FINANCIAL)
    decided = RealisationDecision(effect_id="E1", status=DecisionStatus.DECIDED, committee="VN", amount_kr=1.0)
    assert lacking(book_of(a_case(effects=(saving,))), "BP3")["savings-decided"] == ["E1"]
    assert "savings-decided" not in lacking(book_of(a_case(effects=(saving,), decisions=(decided,))), "BP3")
    bought = saving.model_copy(update={"valued_as": ValuedAs.UNITS, "category": "", "unit_value_kr": 3.0})
    assert "savings-decided" not in lacking(book_of(a_case(effects=(bought,))), "BP3")


def test_the_delivery_and_the_closing_ask_the_plan_rows() -> None:
    book = book_of(a_case())
    updated(book)
    assert {"activities-carried-out", "transition-confirmed"} <= lacking(book, "BP4").keys()
    typed_of(book, "E1", "Status", "pågår")
    assert "activities-carried-out" in lacking(book, "BP4")
    typed_of(book, "E1", "Status", "genomförd")
    typed_of(book, "E1", "Omställning bekräftad", date(2027, 9, 1))
    assert lacking(book, "BP4").keys() == {"plan-intact"}
    typed(book, "vm_effekter", 0, "Vad förändras", "Nytt namn")
    assert lacking(book, "BP4")["plan-current"] == ["E1"]
    typed_of(book, "E1", "Överlämnad datum", date(2027, 12, 1))
    assert lacking(book, "BP5") == {"follow-up-continues": ["E1"]}


def test_only_the_gate_ahead_is_written_when_a_case_is_recalculated() -> None:
    book = book_of(a_case(change=a_change(gate=Gate.BP3)))
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.change_set is not None
    book.apply(outcome.change_set)
    written = {cell for row in book.snapshot().names[FINDINGS].values for cell in row}
    assert "Inför BP3" in written
    codes = {found.code for found in requirements() if found.stage == Stage.START}
    assert written & {found.code for found in requirements()} == codes
    status = book.snapshot().names[PLAN_STATUS].values
    assert status[2][0] == "Inför BP3: 1 av 8 krav är uppfyllda"


def test_a_link_leads_to_what_a_requirement_lacks() -> None:
    book = book_of(a_case())
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.change_set is not None
    book.apply(outcome.change_set)
    area = book.snapshot().names[FINDINGS].area
    formulas = {book.cell(area.sheet, row, column).formula for row, column in area.cells()}
    where = book.snapshot().names["vm_agare"].position
    assert f'=HYPERLINK("#\'Start\'!{where.a1}","{where.a1}")' in formulas


THREE = (
    OwnGate(name="Start", stage=Stage.PRESTUDY),
    OwnGate(name="Beslut", stage=Stage.START),
    OwnGate(name="Överlämning", stage=Stage.CLOSING),
)


def test_a_change_that_is_no_project_has_its_own_gates() -> None:
    saving = an_effect(kind=Kind.FINANCIAL)
    proposed = RealisationDecision(effect_id="E1", status=DecisionStatus.PROPOSED)
    for gate, is_money in (("Start", True), ("Beslut", False), ("Överlämning", False)):
        case = a_case(gates=THREE, change=a_change(gate=gate), effects=(saving,), decisions=(proposed,))
        benefits = evaluate(case).main.views[View.CASH_RELEASING].figures.pv_benefits
        assert (benefits > 0) == is_money, gate
    status = status_of(book_of(a_case(gates=THREE, change=a_change(gate="Beslut"))), "Överlämning")
    assert {found.code for found in status.requirements} == {
        found.code for found in requirements() if found.stage in (Stage.DELIVERY, Stage.CLOSING)
    }


def test_a_gate_that_the_workbook_lacks_is_said_where_it_stands() -> None:
    book = book_of(a_case(gates=THREE, change=a_change(gate="BP3")))
    (found,) = (finding for finding in check(book.snapshot()).findings if finding.severity is Severity.ERROR)
    assert (found.code, found.where) == ("gate-unknown", book.snapshot().names["vm_beslutspunkt"].position)
    assert "Start, Beslut, Överlämning" in found.what
    with pytest.raises(CallError) as refusal:
        check(book.snapshot(), "BP9")
    assert refusal.value.fault.code == "gate-not-found"


def test_people_rename_a_gate_in_the_table_and_on_start() -> None:
    book = book_of(a_case(change=a_change(gate="BP3")))
    typed(book, "vm_beslutspunkter", 2, "Beslutspunkt", "Startbeslut")
    where = book.snapshot().names["vm_beslutspunkt"].area
    book.type_in(where.sheet, where.row, where.column, "Startbeslut")
    outcome = check(book.snapshot(), "Startbeslut")
    assert outcome.case is not None
    assert outcome.case.stage is Stage.START
    assert not outcome.has_errors
