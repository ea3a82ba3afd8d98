"""From a Snapshot to a Case, with every fault and correction on the way.

Nothing stops at the first fault. A workbook that is not ours, lacks a table or a heading, or is newer than this
product raises ``BookForeignError``.
"""

from collections.abc import Mapping
from typing import Any

from vardering.base.cells import Position
from vardering.base.faults import BookForeignError, Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.model.assumptions import Settings, SimulationSettings
from vardering.model.case import Case
from vardering.model.change import Change
from vardering.model.record import Record
from vardering.model.simplified import SimplifiedCase, SimplifiedCosts, expand
from vardering.workbook.contract.catalogue import CASE_ID_NAME, CONTRACTS, FORENKLAD, KIND_NAME, VERSION_NAME
from vardering.workbook.contract.fields import WorkbookContract
from vardering.workbook.contract.parameter_sheet import PARAMETERS, PROFILES
from vardering.workbook.reading.cell_reader import CellReader
from vardering.workbook.reading.parameters import read_parameters, read_profiles
from vardering.workbook.reading.places import Correction, Places, list_words
from vardering.workbook.reading.records import made
from vardering.workbook.reading.tables import TableReading, read_table
from vardering.workbook.snapshot import Snapshot

VALUE_RECORDS: Mapping[str, type[Record]] = {
    "change": Change,
    "settings": Settings,
    "simulation": SimulationSettings,
    "costs": SimplifiedCosts,
}
"""The records that single values build, by the first part of their path."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook says. ``case`` is None where it could not be put together; then ``faults`` holds errors."""

    contract: WorkbookContract
    case: Case | None
    faults: tuple[Fault, ...]
    corrections: tuple[Correction, ...]
    places: Places


def contract_version(snapshot: Snapshot) -> int:
    """The contract version a workbook carries; 1 where the cell is gone."""
    name = snapshot.names.get(VERSION_NAME)
    return int(name.value) if name is not None and isinstance(name.value, float) else 1


def contract_of(snapshot: Snapshot, contracts: Mapping[str, WorkbookContract] = CONTRACTS) -> WorkbookContract:
    """The contract a workbook was made by.

    Raises ``BookForeignError``: "not-our-workbook", or "newer-contract" with the version that is needed.
    """
    kind = snapshot.names.get(KIND_NAME)
    contract = contracts.get(str(kind.value)) if kind is not None else None
    if contract is None:
        raise BookForeignError("not-our-workbook")
    version = contract_version(snapshot)
    if version > contract.version:
        raise BookForeignError("newer-contract", needed=version, supported=contract.version)
    return contract


def read_case(snapshot: Snapshot, contracts: Mapping[str, WorkbookContract] = CONTRACTS) -> Reading:
    """The case a workbook holds, with all faults and corrections. Raises ``BookForeignError``."""
    contract = contract_of(snapshot, contracts)
    version = contract_version(snapshot)
    reader = CellReader()
    if version < contract.version:
        arguments = {"found": version, "current": contract.version}
        reader.faults.append(Fault("older-contract", Severity.NOTICE, None, arguments))
    values, value_places = _read_values(snapshot, contract, version, reader)
    parameters = read_parameters(snapshot, version, reader)
    tables = _read_tables(snapshot, contract, version, reader)
    places = Places(
        rows={name: reading.places for name, reading in tables.items()},
        values=value_places,
        parameters=parameters.places,
        lists={name: list_words(found) for name, found in snapshot.names.items() if name.startswith("vm_val_")},
    )
    case = None
    if "change" in values:
        root: dict[str, Any] = {
            "case_id": _case_id(snapshot),
            "assumptions": parameters.assumptions,
            **{name: reading.records for name, reading in tables.items()},
            **values,
        }
        case = _assemble(contract, root)
    return Reading(contract, case, tuple(reader.faults), tuple(reader.corrections), places)


def _case_id(snapshot: Snapshot) -> str:
    """The stored id; a workbook without one gets an id that follows from its content."""
    name = snapshot.names.get(CASE_ID_NAME)
    stored = str(name.value).strip() if name is not None and name.value is not None else ""
    return stored or f"K-{snapshot.fingerprint[:10]}"


def _assemble(contract: WorkbookContract, root: dict[str, Any]) -> Case:
    if contract.kind == FORENKLAD.kind:
        return expand(SimplifiedCase(**root))
    return Case(**root)


def _read_tables(
    snapshot: Snapshot, contract: WorkbookContract, version: int, reader: CellReader
) -> dict[str, TableReading]:
    """The records of each table by case field. A table that is newer than the workbook is left to its defaults."""
    readings: dict[str, TableReading] = {}
    for table in contract.tables:
        if table.since > version and table.name not in snapshot.tables:
            continue
        if table.name == PROFILES.name:
            readings[table.case_field] = read_profiles(snapshot, version, reader)
        elif table.name != PARAMETERS.name:
            readings[table.case_field] = read_table(snapshot, table, version, reader)
    return readings


def _read_values(
    snapshot: Snapshot, contract: WorkbookContract, version: int, reader: CellReader
) -> tuple[dict[str, Record], dict[str, Position]]:
    """The records that single values build, by group, and the address of each value by its path."""
    groups: dict[str, dict[str, object]] = {name: {} for name in VALUE_RECORDS if _has_group(contract, name)}
    places: dict[str, Position] = {}
    for declared in contract.values:
        group, _, field_name = declared.field.partition(".")
        name = snapshot.names.get(declared.name)
        if name is None:
            if declared.since <= version:
                raise BookForeignError("value-missing", label=declared.label)
            continue
        places[declared.field] = name.position
        value = reader.read(declared, name.value, name.position)
        if value is not None:
            groups[group][field_name] = value
    _complete_draft(groups["change"])
    records: dict[str, Record] = {}
    for group, fields in groups.items():
        record = made(VALUE_RECORDS[group], fields)
        if record is not None:
            records[group] = record
    return records, places


def _has_group(contract: WorkbookContract, group: str) -> bool:
    return any(value.field.startswith(f"{group}.") for value in contract.values)


def _complete_draft(change: dict[str, object]) -> None:
    """Fill what the rest can be read without, so that one missing value does not hide the other faults.

    The simplified form asks for no price level: its figures are in the prices of the year before the start.
    """
    change.setdefault("name", "–")
    start_year = change.get("start_year")
    if isinstance(start_year, int):
        change.setdefault("price_level_year", start_year - 1)
