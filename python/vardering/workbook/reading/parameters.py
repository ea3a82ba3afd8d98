"""Tables whose rows are not records of their own: parameters by key, own profiles by name."""

from collections.abc import Mapping
from typing import cast

from vardering.base.cells import Position
from vardering.base.light_dataclasses import dataclass
from vardering.model.assumptions import Assumptions, OwnProfile, Parameter
from vardering.model.vocabulary import ParameterStatus
from vardering.workbook.contract.fields import InputValue
from vardering.workbook.contract.parameter_sheet import PARAMETER_ROWS, PARAMETERS, PROFILES, ParameterRow
from vardering.workbook.reading.cell_reader import CellReader
from vardering.workbook.reading.places import RowPlace
from vardering.workbook.reading.records import made
from vardering.workbook.reading.tables import TableReading, UsedRow, read_fields, used_rows
from vardering.workbook.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ParameterReading:
    """The assumptions and the cell of each value by its field."""

    assumptions: Assumptions
    places: Mapping[str, Position]


def read_parameters(snapshot: Snapshot, version: int, reader: CellReader) -> ParameterReading:
    """The assumptions of a workbook. A parameter row that is gone gets the model's default, and is said."""
    rows = {str(row.cells["key"]).strip().casefold(): row for row in used_rows(snapshot, PARAMETERS, version, reader)}
    found: dict[str, Parameter] = {}
    places: dict[str, Position] = {}
    for declared in PARAMETER_ROWS:
        row = rows.get(declared.key.casefold())
        if row is None and declared.since > version:
            continue
        if row is None:
            heading = snapshot.tables[PARAMETERS.name].area.position(0, 0)
            note = reader.error if declared.required else reader.warning
            note("parameter-row-missing", heading, key=declared.key)
            continue
        places[declared.field] = row.place.cell("value")
        found[declared.field] = _parameter(declared, row, reader)
    found.setdefault("discount_rate", Parameter(status=ParameterStatus.MISSING))
    return ParameterReading(Assumptions(**found), places)


def _parameter(declared: ParameterRow, row: UsedRow, reader: CellReader) -> Parameter:
    value = InputValue(
        name="",
        label=declared.key,
        field=declared.field,
        type=declared.type,
        help=declared.help,
        required=declared.required,
        minimum=declared.minimum,
        maximum=declared.maximum,
    )
    figure = reader.read(value, row.cells["value"], row.place.cell("value"))
    others = [column for column in PARAMETERS.columns if column.field in ("valid_year", "source", "status")]
    fields = read_fields(others, row, row.cells, reader)
    fields.setdefault("status", ParameterStatus.OWN)
    return cast("Parameter", made(Parameter, {"value": figure, **fields}))


def read_profiles(snapshot: Snapshot, version: int, reader: CellReader) -> TableReading:
    """Own profiles from one row per profile and year; the years of a profile must run 1, 2, 3 without gaps."""
    by_name: dict[str, list[tuple[int, float, RowPlace]]] = {}
    for row in used_rows(snapshot, PROFILES, version, reader):
        fields = read_fields(PROFILES.columns, row, row.cells, reader)
        name, number, factor = (fields.get(key) for key in ("name", "year_number", "factor"))
        if isinstance(name, str) and isinstance(number, int) and isinstance(factor, float):
            by_name.setdefault(name, []).append((number, factor, row.place))
    records: list[OwnProfile] = []
    places: list[RowPlace] = []
    for name, years in by_name.items():
        years.sort(key=lambda year: year[0])
        if [number for number, _, _ in years] != list(range(1, len(years) + 1)):
            reader.error("profile-years-broken", years[0][2].cell("year_number"), name=name)
            continue
        records.append(OwnProfile(name=name, factors=tuple(factor for _, factor, _ in years)))
        places.append(years[0][2])
    return TableReading(tuple(records), tuple(places))
