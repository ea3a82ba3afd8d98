"""An undo as text (JSON) and back, so that it can be kept until the next click."""

import json

from vardering.books.live_excel.charts import Curve
from vardering.books.live_excel.undo import Undo
from vardering.workbook.change_set_content import areas_of, bounds, change_set_of, content_of


def undo_text(undo: Undo) -> str:
    """The undo as JSON: areas and cells as lists."""
    content = {
        **content_of(undo.change_set),
        "tables_after": {name: bounds(area) for name, area in undo.tables.items()},
        "names_after": {name: bounds(area) for name, area in undo.names.items()},
        "curves": [[each.sheet, each.chart, each.index, each.formula] for each in undo.curves],
        "left": undo.left,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def undo_of(text: str) -> Undo:
    """The undo that was kept. Raises ``ValueError``, ``KeyError`` or ``TypeError`` for anything else."""
    content = json.loads(text)
    left = content["left"]
    return Undo(
        change_set_of(content),
        areas_of(content["tables_after"]),
        areas_of(content["names_after"]),
        tuple(Curve(*each) for each in content["curves"]),
        None if left is None else tuple(tuple(tuple(row) for row in grid) for grid in left),
    )
