"""The grey columns beside what people report: what was planned then, and how it deviates."""

from collections.abc import Iterator, Mapping

from vardering.base.cells import Area, CellValue
from vardering.workbook.change_set import CellWrite, RowHeight
from vardering.workbook.contract.fields import STYLE_SUFFIX, InputTable
from vardering.workbook.contract.follow_up_sheet import ACTUAL_COSTS, MEASUREMENTS
from vardering.workbook.presenting.follow_up_content import FollowUpContent
from vardering.workbook.row_heights import height_for
from vardering.workbook.snapshot import Snapshot, TableSnapshot

Fields = Mapping[str, CellValue]
"""Cells of a row by field."""
Placed = tuple[Area, CellWrite]


def report_cells(snapshot: Snapshot, content: FollowUpContent) -> Iterator[Placed]:
    """Every calculated cell of both tables whose content changes; those of rows that are not counted are emptied."""
    yield from _cells(snapshot.tables[MEASUREMENTS.name], MEASUREMENTS, _measurements(content))
    yield from _cells(snapshot.tables[ACTUAL_COSTS.name], ACTUAL_COSTS, _costs(content))


def _measurements(content: FollowUpContent) -> dict[int, Fields]:
    levels = content.levels()
    found: dict[int, Fields] = {}
    for measurement, place in zip(content.reading.follow_up.measurements, content.reading.measured_at, strict=True):
        row, level = content.rows.get(measurement.effect_id), levels.get(measurement.key)
        if row is not None:
            found[place.row_index] = {
                "effect_name": row.name or None,
                "measure_unit": row.measure_unit or None,
                "planned": level.planned if level is not None else None,
                "deviation": level.deviation if level is not None else None,
                "deviation_kr": level.deviation_kr if level is not None else None,
            }
    return found


def _costs(content: FollowUpContent) -> dict[int, Fields]:
    case = content.case
    names = {row.id: row.name for row in (*case.development, *case.transition, *case.running)}
    followed = {(cost.row_id, cost.year): cost for cost in content.result.costs}
    found: dict[int, Fields] = {}
    for paid, place in zip(content.reading.follow_up.actual_costs, content.reading.paid_at, strict=True):
        cost = followed.get(paid.key)
        found[place.row_index] = {
            "row_name": names.get(paid.row_id) or None,
            "planned_kr": cost.planned_kr if cost is not None else None,
            "actual_kr": cost.actual_kr if cost is not None else None,
            "deviation_kr": cost.actual_kr - cost.planned_kr if cost is not None else None,
        }
    return found


def _cells(table: TableSnapshot, declared: InputTable, fields: Mapping[int, Fields]) -> Iterator[Placed]:
    for column in declared.columns:
        place = table.column_index(column.heading)
        if not column.calculated or place is None:
            continue
        for index, row in enumerate(table.rows):
            value = fields.get(index, {}).get(column.field)
            value = round(value, 6) + 0.0 if isinstance(value, float) else value
            if row[place] != value:
                where = table.position(index, place)
                area = Area(where.sheet, where.row, where.column, where.row, where.column)
                yield area, CellWrite(value, None, f"calculated_{STYLE_SUFFIX[column.type]}")


def report_heights(snapshot: Snapshot, content: FollowUpContent) -> Iterator[RowHeight]:
    """Rows high enough for the names and the texts in them."""
    table = snapshot.tables[MEASUREMENTS.name]
    fields = _measurements(content)
    columns = {column.field: column for column in MEASUREMENTS.columns}
    for measurement, place in zip(content.reading.follow_up.measurements, content.reading.measured_at, strict=True):
        texts: dict[str, CellValue] = {"comment": measurement.comment, "action": measurement.action}
        texts |= {name: fields.get(place.row_index, {}).get(name) for name in ("effect_name", "measure_unit")}
        needed = max(height_for(text, "text", columns[name].width) or 0.0 for name, text in texts.items())
        if needed:
            yield RowHeight(table.area.sheet, table.area.row + 1 + place.row_index, needed)
