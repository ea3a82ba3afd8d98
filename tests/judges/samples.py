"""A small sound workbook, and copies of it broken in one place."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from vardering.base.cells import Area
from vardering.books.new_xlsx import write_workbook
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import (
    PlacedCell,
    PlacedChart,
    PlacedSeries,
    PlacedTable,
    PlacedValidation,
    SheetLayout,
    ValidationKind,
    WorkbookLayout,
)

SUM_FORMULA = "=SUM(C4:C5)"


def sample_layout() -> WorkbookLayout:
    """A table of two rows, a sum, a name, a drop-down and a chart."""
    sheet = "Indata"
    title, categories, values = Area(sheet, 3, 3, 3, 3), Area(sheet, 4, 2, 5, 2), Area(sheet, 4, 3, 5, 3)
    cells = (
        PlacedCell(1, 2, "Kostnader", style="title"),
        PlacedCell(4, 2, "Konsult", style="input_text"),
        PlacedCell(4, 3, 1000.0, style="input_kr"),
        PlacedCell(5, 2, "Licens", style="input_text"),
        PlacedCell(5, 3, 250.5, style="input_kr"),
        PlacedCell(7, 3, 1250.5, SUM_FORMULA, "total_kr"),
    )
    series = PlacedSeries(title, categories, values, "1D4E6B", stored_title="Belopp kr")
    chart = PlacedChart(
        "Kostnader", ChartKind.COLUMN, 2, 5, 400, 240, "Kostnader", "Post", "Kronor", "Två poster.", (series,)
    )
    return WorkbookLayout(
        title="Prov",
        subject="Värderingsmodellen",
        sheets=(
            SheetLayout(
                name=sheet,
                cells=cells,
                tables=(
                    PlacedTable("vm_prov", Area(sheet, 3, 2, 5, 3), ("Namn", "Belopp kr"), ("heading", "heading")),
                ),
                validations=(PlacedValidation(values, ValidationKind.DECIMAL, minimum=0.0),),
                charts=(chart,),
            ),
            SheetLayout(name="Två", cells=(PlacedCell(2, 2, "x"),)),
        ),
        names={"vm_summa": Area(sheet, 7, 3, 7, 3)},
    )


def sample_workbook() -> bytes:
    """The sound workbook."""
    return write_workbook(sample_layout())


def broken_workbook(part: str, change: Callable[[str], str]) -> bytes:
    """The sample with one part changed as text; a part that does not exist is added, changed from nothing."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(sample_workbook())) as source, zipfile.ZipFile(target, "w") as result:
        for name in source.namelist():
            text = source.read(name)
            result.writestr(name, change(text.decode()) if name == part else text)
        if part not in source.namelist():
            result.writestr(part, change(""))
    return target.getvalue()
