"""Whatever comes back in whatever order: nothing is lost, overwritten or counted twice."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vardering.base.cells import Area
from vardering.model.measurement import Measurement
from vardering.workbook.contract.follow_up_sheet import MEASUREMENTS
from vardering.workbook.presenting.report_merge import Report, ReportMerge, Sourced, merge_reports
from vardering.workbook.reading.places import RowPlace
from vardering.workbook.snapshot import TableSnapshot

HEADINGS = tuple(column.heading for column in MEASUREMENTS.columns)
TABLE = TableSnapshot("vm_uppfoljning", Area("Uppföljning", 10, 2, 110, 14), HEADINGS, (), ())
MEASURED = st.builds(
    Measurement,
    effect_id=st.sampled_from(("E1", "E2")),
    measured_on=st.sampled_from((date(2027, 6, 30), date(2027, 12, 31))),
    actual=st.none() | st.sampled_from((1.0, 2.0)),
    realised_kr=st.none() | st.sampled_from((10.0,)),
    comment=st.sampled_from(("", "a", "b")),
)


def unique(rows: Sequence[Measurement]) -> list[Measurement]:
    """As reading gives them: the first of each effect and day."""
    return list({row.key: row for row in reversed(rows)}.values())


def sourced(rows: Sequence[Measurement], source: str = "") -> list[Sourced]:
    return [Sourced(row, RowPlace(MEASUREMENTS, TABLE, place), source) for place, row in enumerate(unique(rows))]


def after(own: Sequence[Sourced], merge: ReportMerge) -> dict[tuple[object, object], Report]:
    """What the workbook holds afterwards."""
    held: dict[tuple[object, object], Report] = {one.report.key: one.report for one in own}
    by_place = {one.place.row_index: one.report.key for one in own}
    for place, fields in merge.filled:
        key = by_place[place.row_index]
        held[key] = held[key].model_copy(update=fields)
    return {**held, **{report.key: report for report in merge.added}}


FILES = st.lists(st.lists(MEASURED, max_size=4), max_size=3)
OWN = st.lists(MEASURED, max_size=4)


@given(OWN, FILES)
def test_no_cell_of_the_workbook_changes_what_it_says(own: list[Measurement], files: list[list[Measurement]]) -> None:
    mine = sourced(own)
    merge = merge_reports([*mine, *(one for n, rows in enumerate(files) for one in sourced(rows, f"{n}.xlsx"))])
    held = after(mine, merge)
    for one in mine:
        for name in one.report.field_names:
            value = getattr(one.report, name)
            assert value in (None, "") or getattr(held[one.report.key], name) == value


@given(OWN, FILES)
def test_reading_the_same_files_again_changes_nothing(own: list[Measurement], files: list[list[Measurement]]) -> None:
    mine = sourced(own)
    theirs = [one for n, rows in enumerate(files) for one in sourced(rows, f"{n}.xlsx")]
    held = after(mine, merge_reports([*mine, *theirs]))
    now = sourced([row for row in held.values() if isinstance(row, Measurement)])
    again = merge_reports([*now, *theirs, *theirs])
    assert again.added == []
    assert again.filled == []


@given(OWN, FILES)
def test_the_order_of_the_files_makes_no_difference(own: list[Measurement], files: list[list[Measurement]]) -> None:
    mine = sourced(own)
    theirs = [(n, rows) for n, rows in enumerate(files)]
    one = merge_reports([*mine, *(found for n, rows in theirs for found in sourced(rows, f"{n}.xlsx"))])
    other = merge_reports([*mine, *(found for n, rows in reversed(theirs) for found in sourced(rows, f"{n}.xlsx"))])
    assert after(mine, one) == after(mine, other)
    assert sorted(map(str, one.conflicts)) == sorted(map(str, other.conflicts))


@given(OWN, FILES)
def test_every_report_is_held_or_told_as_a_conflict(own: list[Measurement], files: list[list[Measurement]]) -> None:
    mine = sourced(own)
    theirs = [one for n, rows in enumerate(files) for one in sourced(rows, f"{n}.xlsx")]
    merge = merge_reports([*mine, *theirs])
    held = after(mine, merge)
    told = {(fault.arguments["id"], fault.arguments["when"]) for fault in merge.conflicts}
    for one in theirs:
        effect_id, day = one.report.key
        if (str(effect_id), str(day)) not in told:
            for name in one.report.field_names:
                value = getattr(one.report, name)
                assert value in (None, "") or getattr(held[one.report.key], name) == value
