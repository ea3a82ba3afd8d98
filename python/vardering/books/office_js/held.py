"""What the task pane read of a workbook, looked over at the border: JSON of unknown origin until it has passed here."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from vardering.base.cells import MAX_COLUMN, MAX_ROW
from vardering.base.faults import BookUnreadableError

MAX_SHEETS = 200
MAX_CELLS = 300_000
MAX_ITEMS = 5_000
"""Tables, names and charts."""
MAX_TEXT = 32_767
MAX_ADDRESS = 2_000

Text = Annotated[str, Field(max_length=MAX_TEXT)]
Address = Annotated[str, Field(max_length=MAX_ADDRESS)]
SheetName = Annotated[str, Field(min_length=1, max_length=255)]

Cell = Annotated[
    tuple[
        Annotated[int, Field(ge=1, le=MAX_ROW)],
        Annotated[int, Field(ge=1, le=MAX_COLUMN)],
        Annotated[str, Field(max_length=20)],
        float | bool | Text | None,
        Text | None,
        Text | None,
    ],
    Field(strict=False),  # JSON has lists only; what stands in them stays strict
]
"""Row, column, Office.js' own value type, value, formula where there is one, number format of a number."""


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, allow_inf_nan=False, extra="forbid", frozen=True)


class HeldSheet(_Part):
    """A worksheet. ``cells`` are those that hold something; none of a sheet without anything of ours.

    None says that the cells lie too far apart to be read.
    """

    name: SheetName
    protected: bool = False
    password: bool = False
    visible: bool = True
    filtered: bool = False
    cells: list[Cell] | None = Field(default=[], max_length=MAX_CELLS)


class HeldTable(_Part):
    """An Excel table and where it stands, heading row and totals row included."""

    name: Address
    sheet: SheetName
    address: Address
    headings: bool = True
    totals: bool = False


class HeldName(_Part):
    """A defined name of the workbook and what it refers to."""

    name: Address
    formula: Text


class HeldSeries(_Part):
    """A series of a chart and the ranges it shows, empty where they are not known."""

    name: Text = ""
    categories: Address = ""
    values: Address = ""
    sizes: Address = ""


class HeldChart(_Part):
    """A chart. ``series`` is empty where this Excel does not tell what they show."""

    sheet: SheetName
    name: Text
    series: list[HeldSeries] = Field(default=[], max_length=MAX_ITEMS)


class Held(_Part):
    """A whole workbook as Office.js read it."""

    name: Address
    date1904: bool = False
    read_only: bool = False
    sheets: list[HeldSheet] = Field(max_length=MAX_SHEETS)
    tables: list[HeldTable] = Field(default=[], max_length=MAX_ITEMS)
    names: list[HeldName] = Field(default=[], max_length=MAX_ITEMS)
    charts: list[HeldChart] = Field(default=[], max_length=MAX_ITEMS)

    @model_validator(mode="after")
    def _bounded(self) -> "Held":
        if sum(len(sheet.cells or ()) for sheet in self.sheets) > MAX_CELLS:
            raise ValueError("too many cells")
        return self


def held_of(content: Any) -> Held:  # noqa: ANN401 – whatever JSON held
    """What the task pane sent, once it has passed every bound.

    Raises ``BookUnreadableError`` "book-too-large" where there is more of something than a workbook of ours can hold,
    "pane-content-unreadable" for anything else that is not as it should be.
    """
    try:
        return Held.model_validate(content)
    except ValidationError as refusal:
        reasons = {error["type"] for error in refusal.errors(include_url=False, include_context=False)}
        is_large = reasons <= {"too_long", "string_too_long", "value_error"}
        raise BookUnreadableError("book-too-large" if is_large else "pane-content-unreadable") from None
