"""What puts a run back: the ChangeSet that is the inverse of the one that was applied."""

from collections.abc import Mapping

from vardering.base.cells import Area, CellValue
from vardering.books.live_excel.reading import Found
from vardering.books.live_excel.writing import Held
from vardering.workbook.applying import STYLE_ONLY, SheetWrites
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, TableResize


def inverse(
    change_set: ChangeSet,
    sheets: Mapping[str, SheetWrites],
    found: Found,
    before: Mapping[str, Held],
    values: Mapping[tuple[str, int, int], CellValue],
    fingerprint: str,
) -> ChangeSet:
    """The ChangeSet that gives every written cell, table and name what it held before.

    ``before`` is what the cells held as formulas, ``values`` the same as values; ``fingerprint`` that of the book
    after the run, so that nothing is undone in a book that has gone on. Styles stay as the run left them.
    """
    blocks = []
    for sheet, writes in sheets.items():
        for (row, column), write in sorted(writes.items()):
            if write is not STYLE_ONLY:
                cell = Area(sheet, row, column, row, column)
                blocks.append(
                    Block(cell, ((_earlier(before[sheet].formula(row, column), values[sheet, row, column]),),))
                )
    return ChangeSet(
        expects=fingerprint,
        owned=tuple(block.area for block in blocks),
        blocks=tuple(blocks),
        resizes=tuple(TableResize(each.table, found.tables[each.table]) for each in change_set.resizes),
        names=tuple(NameWrite(each.name, found.names[each.name]) for each in change_set.names),
    )


def _earlier(held: object, value: CellValue) -> CellWrite:
    is_formula = isinstance(held, str) and held.startswith("=") and held != value
    return CellWrite(value, str(held) if is_formula else None)
