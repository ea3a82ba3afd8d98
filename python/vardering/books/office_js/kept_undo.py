"""An undo as the task pane hands it back, looked over at the border."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vardering.base.cells import MAX_COLUMN, MAX_ROW
from vardering.base.faults import BookUnreadableError
from vardering.books.office_js.held import Address, SheetName, Text

MAX_BLOCKS = 20_000

Row = Annotated[int, Field(ge=1, le=MAX_ROW)]
Column = Annotated[int, Field(ge=1, le=MAX_COLUMN)]
Loose = Field(strict=False)  # JSON has lists only; what stands in them stays strict
Bounds = Annotated[tuple[SheetName, Row, Column, Row, Column], Loose]
Value = float | bool | Text | dict[str, Text] | None
Write = Annotated[tuple[Value, Text | None, Address | None], Loose]
Block = Annotated[tuple[Bounds, list[list[Write | None]]], Loose]
Named = Annotated[tuple[Address, Bounds], Loose]
Height = Annotated[tuple[SheetName, Row, float | None], Loose]
Shown = Annotated[tuple[Address | None, Address | None, Address | None, Address | None], Loose]
Series = Annotated[tuple[SheetName, Text, Annotated[int, Field(ge=0, le=1_000)], Shown], Loose]


class KeptUndo(BaseModel):
    """The parts of an undo: bounds are sheet, row, column, last row and last column."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False, extra="forbid", frozen=True)

    blocks: list[Block] = Field(max_length=MAX_BLOCKS)
    resizes: list[Named] = Field(max_length=MAX_BLOCKS)
    names: list[Named] = Field(max_length=MAX_BLOCKS)
    heights: list[Height] = Field(max_length=MAX_ROW)
    areas: dict[str, Bounds]
    series: list[Series] = Field(max_length=MAX_BLOCKS)


def kept_undo_of(content: Any) -> KeptUndo:  # noqa: ANN401 – whatever JSON held
    """An undo that has passed. Raises ``BookUnreadableError`` "pane-content-unreadable"."""
    try:
        return KeptUndo.model_validate(content)
    except ValidationError:
        raise BookUnreadableError("pane-content-unreadable") from None
