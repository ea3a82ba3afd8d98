"""What is printed over several pages fits them: no column is left over for a page of its own."""

from collections.abc import Iterator

import pytest

from builders import a_case
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.layout import SheetLayout
from vardering.workbook.template.workbook_template import build_workbook

A4_CHARACTERS = 103.0
"""Characters of column width that a landscape A4 page holds at full scale, measured in print."""


def printed_widths(sheet: SheetLayout) -> Iterator[float]:
    """The width of each page's columns as they are printed, those that are repeated on every page included."""
    setup = sheet.print_setup
    assert setup.repeat_columns is not None
    widths = {column: width.width for width in sheet.widths for column in range(width.first, width.last + 1)}
    last = sheet.tables[0].area.last_column
    starts = [1, *(column + 1 for column in setup.column_breaks)]
    ends = [*setup.column_breaks, last]
    repeated = range(setup.repeat_columns[0], setup.repeat_columns[1] + 1)
    for start, end in zip(starts, ends, strict=True):
        columns = {*range(start, end + 1), *repeated}
        yield sum(widths[column] for column in columns) * setup.scale / 100


@pytest.mark.parametrize("name", ["Effekthemtagningsplan", "Uppföljning"])
def test_every_page_of_plan_and_follow_up_holds_its_columns(name: str) -> None:
    sheet = next(sheet for sheet in build_workbook(KALKYL, a_case()).sheets if sheet.name == name)
    assert len(list(printed_widths(sheet))) > 1
    assert max(printed_widths(sheet)) <= A4_CHARACTERS
