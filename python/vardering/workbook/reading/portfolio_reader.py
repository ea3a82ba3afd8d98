"""From the workbook of a portfolio to what people wrote in it. Calculated cells are never read."""

from typing import Any

from vardering.base.faults import BookForeignError, Fault
from vardering.base.light_dataclasses import dataclass, replace
from vardering.model.portfolio import Portfolio, PortfolioTerms, SelectionSettings
from vardering.model.record import Record
from vardering.workbook.contract.fields import InputTable
from vardering.workbook.contract.portfolio_sheets import PORTFOLJ
from vardering.workbook.reading.case_reader import contract_of, contract_version
from vardering.workbook.reading.cell_reader import CellReader
from vardering.workbook.reading.places import Correction, RowPlace
from vardering.workbook.reading.records import made
from vardering.workbook.reading.tables import read_table
from vardering.workbook.snapshot import Snapshot

VALUE_RECORDS: dict[str, type[Record]] = {"terms": PortfolioTerms, "selection": SelectionSettings}
"""The records that single values build, by the first part of their path."""


@dataclass(frozen=True, slots=True)
class PortfolioReading:
    """What a portfolio's workbook says. ``portfolio`` is None where a term is missing; then ``faults`` holds errors.

    ``places`` are the rows that the records of each table came from.
    """

    portfolio: Portfolio | None
    faults: tuple[Fault, ...]
    corrections: tuple[Correction, ...]
    places: dict[str, tuple[RowPlace, ...]]


def read_portfolio(snapshot: Snapshot) -> PortfolioReading:
    """What people wrote in the workbook of a portfolio. Raises ``BookForeignError`` for any other workbook."""
    contract_of(snapshot, {PORTFOLJ.kind: PORTFOLJ})
    version = contract_version(snapshot)
    reader = CellReader()
    root: dict[str, Any] = _read_values(snapshot, reader)
    places: dict[str, tuple[RowPlace, ...]] = {}
    for declared in PORTFOLJ.tables:
        reading = read_table(snapshot, peoples_part(declared), version, reader)
        root[declared.case_field] = reading.records
        places[declared.case_field] = reading.places
    portfolio = Portfolio(**root) if len(root) == len(Portfolio.field_names) else None
    return PortfolioReading(portfolio, tuple(reader.faults), tuple(reader.corrections), places)


def peoples_part(declared: InputTable) -> InputTable:
    """The table without its calculated columns."""
    return replace(declared, columns=tuple(column for column in declared.columns if not column.calculated))


def _read_values(snapshot: Snapshot, reader: CellReader) -> dict[str, Record]:
    groups: dict[str, dict[str, object]] = {name: {} for name in VALUE_RECORDS}
    for declared in PORTFOLJ.values:
        group, _, field_name = declared.field.partition(".")
        name = snapshot.names.get(declared.name)
        if name is None:
            raise BookForeignError("value-missing", label=declared.label)
        value = reader.read(declared, name.value, name.position)
        if value is not None:
            groups[group][field_name] = value
    records = {group: made(VALUE_RECORDS[group], fields) for group, fields in groups.items()}
    return {group: record for group, record in records.items() if record is not None}
