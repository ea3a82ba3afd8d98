"""Cells gathered into rectangles, so that each is read or written in one call."""

from collections.abc import Collection, Iterable

from vardering.base.cells import Area


def rectangles(sheet: str, cells: Collection[tuple[int, int]]) -> list[Area]:
    """The cells (row, column) as few areas: runs of columns, joined downwards while they stay the same.

    A block whose rows look alike is one area however long it is.
    """
    rows: dict[int, list[int]] = {}
    for row, column in cells:
        rows.setdefault(row, []).append(column)
    growing: dict[tuple[int, int], tuple[int, int]] = {}
    found: list[Area] = []
    for row in sorted(rows):
        runs = set(_runs(sorted(rows[row])))
        for run, (first, last) in list(growing.items()):
            if run not in runs or last != row - 1:
                found.append(Area(sheet, first, run[0], last, run[1]))
                del growing[run]
        for run in runs:
            growing[run] = (growing.get(run, (row, row))[0], row)
    found.extend(Area(sheet, first, run[0], last, run[1]) for run, (first, last) in growing.items())
    return sorted(found)


def box_around(areas: Iterable[Area]) -> Area:
    """The smallest area of a sheet that holds all of ``areas``. Raises ``ValueError`` for none."""
    listed = list(areas)
    return Area(
        listed[0].sheet,
        min(area.row for area in listed),
        min(area.column for area in listed),
        max(area.last_row for area in listed),
        max(area.last_column for area in listed),
    )


def runs_of_rows(rows: Collection[int]) -> list[tuple[int, int]]:
    """First and last of each unbroken run of rows."""
    return _runs(sorted(rows))


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
