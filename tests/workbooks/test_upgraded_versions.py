"""A workbook of an earlier version is carried into the current template in one step, and nothing is lost unsaid."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import CONTEXT, a_case, snapshot_of
from e2e.command_line import refused, vardering
from e2e.workbook_files import edited, example_file, recalculated
from e2e.workbook_files import snapshot_of as snapshot_in
from vardering.base.cells import ErrorValue
from vardering.base.faults import BookForeignError, CallError
from vardering.commands.recalculation import calculate
from vardering.commands.upgrade import upgrade
from vardering.model.case import fingerprint
from vardering.workbook.contract.catalogue import CONTRACT_VERSION, CONTRACTS
from vardering.workbook.presenting.log_sheet import logged_rows
from vardering.workbook.reading.case_reader import contract_of, contract_version
from vardering.workbook.snapshot import SheetState, Snapshot
from vardering.workbook.written_names import LOG_TABLE

FOLDER = Path(__file__).parent / "earlier_versions"
FILES = sorted(FOLDER.glob("*_1.xlsx"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def older(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def test_the_command_carries_inputs_results_and_log_into_the_current_template(older: Path, tmp_path: Path) -> None:
    content = older.read_bytes()
    (tmp_path / "gammal.xlsx").write_bytes(content)
    ended = vardering("upgrade", "gammal.xlsx", "-o", "ny.xlsx", "--user", "Bo Ek", folder=tmp_path)
    assert ended.code == 0, ended
    assert (tmp_path / "gammal.xlsx").read_bytes() == content
    before, after = snapshot_in(content), snapshot_in((tmp_path / "ny.xlsx").read_bytes())
    assert contract_version(after) == CONTRACT_VERSION
    old, new = calculate(before), calculate(after)
    assert old.case is not None
    assert new.case is not None
    assert fingerprint(old.case) == fingerprint(new.case)
    assert old.results == new.results
    *carried, event = logged_rows(after)
    assert tuple(carried) == logged_rows(before)
    assert carried
    assert event[1:3] == ("Bo Ek", "Uppgraderad från mallversion 1: gammal.xlsx")
    assert event[4] == fingerprint(new.case)


def test_every_table_of_an_earlier_workbook_has_its_place_in_the_new_one(older: Path) -> None:
    snapshot = snapshot_in(older.read_bytes())
    assert set(snapshot.tables) <= {LOG_TABLE, *(table.name for table in contract_of(snapshot).tables)}


def test_the_upgraded_workbook_is_calculated_as_any_other(older: Path, tmp_path: Path) -> None:
    vardering("upgrade", older, "-o", "ny.xlsx", folder=tmp_path)
    content = recalculated((tmp_path / "ny.xlsx").read_bytes()).content
    assert len(logged_rows(snapshot_in(content))) == len(logged_rows(snapshot_in(older.read_bytes()))) + 2


def aged(snapshot: Snapshot) -> Snapshot:
    """The snapshot of a workbook that says it was made by the first version."""
    name = snapshot.names["vm_mallversion"]
    return replace(snapshot, names={**snapshot.names, "vm_mallversion": replace(name, values=((1.0,),))})


def test_what_people_added_is_named_and_stays_behind() -> None:
    snapshot = aged(snapshot_of(a_case()))
    table = snapshot.tables["vm_effekter"]
    wider = replace(table, headings=(*table.headings, "Vår kommentar"), rows=tuple((*row, None) for row in table.rows))
    snapshot = replace(
        snapshot, sheets=(*snapshot.sheets, SheetState("Eget")), tables={**snapshot.tables, table.name: wider}
    )
    found = {finding.code: finding.what for finding in upgrade(snapshot, CONTEXT).findings}
    assert found["own-sheets-left"] == "Egna blad följer inte med: Eget."
    assert found["own-columns-left"] == "Egna kolumner följer inte med: Effekter: Vår kommentar."
    assert "older-contract" not in found


def test_a_plain_workbook_has_nothing_left_behind() -> None:
    codes = {finding.code for finding in upgrade(aged(snapshot_of(a_case())), CONTEXT).findings}
    assert codes.isdisjoint({"own-sheets-left", "own-columns-left", "older-contract"})


def test_a_log_that_is_gone_or_holds_an_error_value_stops_nothing() -> None:
    snapshot = aged(snapshot_of(a_case()))
    without = replace(snapshot, tables={name: table for name, table in snapshot.tables.items() if name != LOG_TABLE})
    assert logged_rows(without) == ()
    assert upgrade(without, CONTEXT).new_workbook is not None
    log = snapshot.tables[LOG_TABLE]
    broken = (ErrorValue("#REF!"), *(None for _ in log.headings[1:]))
    with_error = replace(snapshot, tables={**snapshot.tables, LOG_TABLE: replace(log, rows=(broken,))})
    assert logged_rows(with_error)[0][0] == "#REF!"


@pytest.mark.parametrize("kind", CONTRACTS)
def test_a_workbook_of_the_current_version_needs_no_upgrade(kind: str) -> None:
    name = {"kalkyl": "bygglov", "forenklad": "ledningsrapport_forenklad"}[kind]
    with pytest.raises(CallError) as stop:
        upgrade(snapshot_in(example_file(name)), CONTEXT)
    assert stop.value.fault.code == "upgrade-not-needed"


def test_a_workbook_that_is_not_ours_is_refused() -> None:
    snapshot = snapshot_of(a_case())
    with pytest.raises(BookForeignError):
        upgrade(replace(snapshot, names={}), CONTEXT)


def test_what_cannot_be_read_is_not_lost_in_an_upgrade(older: Path, tmp_path: Path) -> None:
    (tmp_path / "fel.xlsx").write_bytes(edited(older.read_bytes(), {"vm_startar": "nästa år"}))
    (tmp_path / "bra.xlsx").write_bytes(older.read_bytes())
    assert "rätta felen" in refused("upgrade", "fel.xlsx", "-o", "ny.xlsx", folder=tmp_path)
    assert "bra.xlsx" in refused("upgrade", "bra.xlsx", "-o", "bra.xlsx", "--replace", folder=tmp_path)
    assert "fel.xlsx finns redan" in refused("upgrade", "bra.xlsx", "-o", "fel.xlsx", folder=tmp_path)


def test_a_workbook_whose_case_cannot_be_read_is_not_carried_over(older: Path) -> None:
    snapshot = snapshot_in(older.read_bytes())
    start = snapshot.names["vm_startar"]
    broken = replace(snapshot, names={**snapshot.names, "vm_startar": replace(start, values=((ErrorValue("#REF!"),),))})
    with pytest.raises(CallError) as refused_upgrade:
        upgrade(broken, CONTEXT)
    assert refused_upgrade.value.fault.code == "upgrade-has-errors"
