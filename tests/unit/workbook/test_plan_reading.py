"""The plan is read by headings and ids; what is wrong in it is said, and never stops a calculation."""

from datetime import date

from builders import CONTEXT, a_case, book_of, snapshot_of
from vardering.base.cells import Area, CellValue
from vardering.base.faults import Severity
from vardering.commands.recalculation import recalculate
from vardering.model.realisation_plan import PlanRow, RealisationPlan, plan_fingerprint
from vardering.model.vocabulary import ActivityStatus, CaseForm, Kind, MeasurementFrequency, PlanRowState
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, TableResize
from vardering.workbook.reading.plan_reader import read_plan
from vardering.workbook.snapshot import Snapshot

FILLED: dict[str, CellValue] = {
    "Effekt": "E1",
    "Vad förändras": "Kortare tid för nycklar",
    "Slag": "omfördelning",
    "Planradens läge": "aktuell",
    "Accepterad datum": date(2026, 11, 3),
    "Mätfrekvens": "varje tertial",
    "Nollmätning": 9.0,
    "Status": "pågår",
}


def with_plan(cells: dict[str, CellValue]) -> Snapshot:
    return snapshot_of(a_case(), {("vm_plan", 0, heading): value for heading, value in cells.items()})


def test_a_new_workbook_has_an_empty_plan_and_a_simplified_none() -> None:
    reading = read_plan(book_of(a_case()).snapshot())
    assert reading is not None
    assert reading.plan == RealisationPlan()
    assert read_plan(book_of(a_case(form=CaseForm.SIMPLIFIED)).snapshot()) is None


def test_a_row_is_read_with_its_types_and_each_value_knows_its_cell() -> None:
    snapshot = with_plan(FILLED)
    reading = read_plan(snapshot)
    assert reading is not None
    assert reading.plan.rows == (
        PlanRow(
            effect_id="E1",
            name="Kortare tid för nycklar",
            kind=Kind.REDEPLOYMENT,
            state=PlanRowState.CURRENT,
            accepted_on=date(2026, 11, 3),
            frequency=MeasurementFrequency.TERTIAL,
            baseline_measurement=9.0,
            activity_status=ActivityStatus.UNDER_WAY,
        ),
    )
    table = snapshot.tables["vm_plan"]
    column = table.column_index("Nollmätning")
    assert column is not None
    assert reading.at("E1", "baseline_measurement") == table.position(0, column)
    assert reading.at("E9", "baseline_measurement") is None


def test_what_is_wrong_in_the_plan_is_located_and_stops_nothing() -> None:
    snapshot = with_plan({**FILLED, "Nollmätning": "ungefär nio", "Accepterad datum": "i höst"})
    reading = read_plan(snapshot)
    assert reading is not None
    found = {(fault.code, fault.severity, str(fault.where).partition("!")[0]) for fault in reading.faults}
    assert found == {
        ("not-a-number", Severity.WARNING, "Effekthemtagningsplan"),
        ("not-a-date", Severity.WARNING, "Effekthemtagningsplan"),
    }
    assert recalculate(snapshot, CONTEXT).results is not None


def test_an_acceptance_counts_only_for_the_owner_who_gave_it() -> None:
    row = PlanRow(effect_id="E1", owner="Anna Exempel", accepted_on=date(2026, 11, 3))
    assert row.is_accepted
    assert not row.model_copy(update={"owner_since": date(2026, 12, 1)}).is_accepted
    assert not row.model_copy(update={"owner": ""}).is_accepted


def test_the_fingerprint_of_a_plan_is_the_same_in_every_order_and_changes_with_any_answer() -> None:
    one, other = PlanRow(effect_id="E1"), PlanRow(effect_id="E2", target=2.0)
    mark = plan_fingerprint(RealisationPlan(rows=(one, other)))
    assert plan_fingerprint(RealisationPlan(rows=(other, one))) == mark
    changed = other.model_copy(update={"target": 3.0})
    assert plan_fingerprint(RealisationPlan(rows=(one, changed))) != mark


def test_two_rows_of_one_effect_are_pointed_out_at_the_second() -> None:
    book = book_of(a_case())
    table = book.snapshot().tables["vm_plan"].area
    book.type_in(table.sheet, table.row + 1, table.column, "E1")
    wide = Area(table.sheet, table.row, table.column, table.row + 2, table.last_column)
    second = Area(table.sheet, table.row + 2, table.column, table.row + 2, table.column)
    block = Block(second, ((CellWrite("E1"),),))
    book.apply(ChangeSet(book.fingerprint, blocks=(block,), resizes=(TableResize("vm_plan", wide),)))
    reading = read_plan(book.snapshot())
    assert reading is not None
    assert [(fault.code, fault.where) for fault in reading.faults] == [("plan-row-twice", second.position(0, 0))]
