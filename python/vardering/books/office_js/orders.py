"""Orders to the task pane, one maker for each thing it can do: plain values, ready to be JSON."""

from collections.abc import Iterable, Sequence

from vardering.base.cells import Area
from vardering.base.light_dataclasses import dataclass

Order = dict[str, object]


@dataclass(frozen=True, slots=True)
class Orders:
    """What the task pane is to do, in order. ``sheets`` are unlocked first and locked again, come what may."""

    sheets: tuple[str, ...]
    orders: tuple[Order, ...]

    def content(self) -> dict[str, object]:
        """As JSON holds them."""
        return {"sheets": list(self.sheets), "orders": list(self.orders)}


def resize(table: str, area: Area) -> Order:
    """Give a table its new area, heading row included."""
    return {"do": "resize", "sheet": area.sheet, "table": table, "address": area.a1}


def copy_formats(source: Area, target: Area) -> Order:
    """Let an area look as another of the same sheet, repeated."""
    return {"do": "copy-formats", "sheet": source.sheet, "from": source.a1, "to": target.a1}


def style(sheet: str, areas: Iterable[Area], name: str) -> Order:
    """Give areas a named cell style."""
    return {"do": "style", "sheet": sheet, "areas": [area.a1 for area in areas], "style": name}


def number_format(sheet: str, areas: Iterable[Area], code: str, only_where: str | None = None) -> Order:
    """Give areas a number format; with ``only_where`` only those of their cells that have that one."""
    return {
        "do": "format",
        "sheet": sheet,
        "areas": [area.a1 for area in areas],
        "format": code,
        "where": only_where,
    }


def fill(area: Area, rows: Sequence[Sequence[object]]) -> Order:
    """Type into an area: None leaves a cell as it is, an empty text empties it."""
    return {"do": "fill", "sheet": area.sheet, "address": area.a1, "rows": [list(row) for row in rows]}


def name(entry: str, area: Area) -> Order:
    """Let a defined name refer to an area."""
    return {"do": "name", "name": entry, "formula": f"={area.reference}"}


def heights(sheet: str, first: int, last: int, points: float | None) -> Order:
    """Give rows a height; None gives their standard height back."""
    return {"do": "heights", "sheet": sheet, "first": first, "last": last, "points": points}


def fit(sheet: str, first: int, last: int) -> Order:
    """Let Excel make rows as high as their text."""
    return {"do": "fit", "sheet": sheet, "first": first, "last": last}


def series(sheet: str, chart: str, index: int, references: Sequence[str | None]) -> Order:
    """Point a series to its title, categories, values and sizes; None leaves one of them as it is."""
    title, categories, values, sizes = references
    return {
        "do": "series",
        "sheet": sheet,
        "chart": chart,
        "index": index,
        "name": title,
        "categories": categories,
        "values": values,
        "sizes": sizes,
    }
