"""Where in a workbook a field of the case stands, also where a simplified workbook said it in another way."""

from collections.abc import Mapping

from vardering.base.cells import Position
from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.record import Record
from vardering.workbook.contract.catalogue import FORENKLAD
from vardering.workbook.reading.case_reader import Reading
from vardering.workbook.reading.places import RowPlace

SIMPLIFIED_COSTS: Mapping[str, str] = {
    "U1": "costs.external_one_off_kr",
    "U2": "costs.internal_hours",
    "O1": "costs.transition_kr",
    "D1": "costs.run_cost_kr",
}
"""The single value of the simplified workbook that each of its cost rows is made of."""

SIMPLIFIED_EFFECT_FIELDS: Mapping[str, str] = {
    "driver_low": "certainty",
    "driver_likely": "volume",
    "driver_high": "certainty",
}
COST_TABLES = ("development", "transition", "running")


@dataclass(frozen=True, slots=True)
class InputPlaces:
    """Addresses in one workbook by what the case that was read from it holds."""

    reading: Reading
    rows: Mapping[int, RowPlace]
    """Where each row of the case was read, by the row's identity."""

    @classmethod
    def of(cls, reading: Reading, case: Case) -> "InputPlaces":
        """The places of a case that was read."""
        rows = {
            id(row): place
            for case_field, places in reading.places.rows.items()
            if case_field in Case.field_names
            for row, place in zip(getattr(case, case_field), places, strict=False)
        }
        return cls(reading, rows)

    def value(self, path: str) -> Position | None:
        """The cell of a single value; None where this workbook does not ask for it."""
        return self.reading.places.value(path)

    def parameter(self, field_name: str) -> Position | None:
        """The cell of a parameter's value."""
        return self.reading.places.parameters.get(field_name)

    def cell(self, case_field: str, row: Record, field_name: str) -> Position | None:
        """The cell of a field of a row: the row's first cell where the workbook has no such column."""
        if self.reading.contract.kind == FORENKLAD.kind and case_field in COST_TABLES:
            return self.value(SIMPLIFIED_COSTS.get(str(getattr(row, "id", "")), ""))
        place = self.rows.get(id(row))
        if place is None:
            return None
        fields = {column.field for column in place.declared.columns}
        known = field_name if field_name in fields else SIMPLIFIED_EFFECT_FIELDS.get(field_name, "")
        return place.cell(known if known in fields else place.declared.columns[0].field)
