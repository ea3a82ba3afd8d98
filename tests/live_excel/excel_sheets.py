"""Worksheets of the stand-in: a grid of cells that takes and gives what Excel would."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Any

from live_excel.com_objects import GENERAL_FAILURE, ComObject, Members, Simple
from live_excel.windows_modules import ComError, TimeType
from vardering.base.cells import NOT_CALCULATED, Area, ErrorValue, parse_area
from vardering.base.day_serials import date_of
from vardering.books.live_excel.cell_values import ERROR_CODES
from vardering.books.live_excel.protection import OPTIONS
from vardering.workbook.styles import STYLES

if TYPE_CHECKING:
    from live_excel.excel_stand_in import Application

CODE_OF = {value: code for code, value in ERROR_CODES.items()}
_NUMBER_FORMAT = {style.name: style.number_format for style in STYLES.values()}
_NUMBER = re.compile(r"\s*[-+]?(\d[\d\s]*([.,]\d*)?|[.,]\d+)\s*\Z")
_MONTH = re.compile(r"(mars|maj|jan|march|may)\.?\s*\d+\Z", re.IGNORECASE)
_FRACTION = re.compile(r"\d+/\d+\Z")


@dataclass(slots=True)
class Cell:
    """A cell: its exact value, formula, named style and number format."""

    value: Any = None
    formula: str | None = None
    style: str = "Normal"
    number_format: str = "General"

    @property
    def is_date(self) -> bool:
        return "yy" in self.number_format

    @property
    def is_currency(self) -> bool:
        return "kr" in self.number_format


class Cells(ComObject):
    """A range of one sheet."""

    def __init__(self, sheet: "Sheet", area: Area) -> None:
        self.traffic, self.sheet, self.area = sheet.traffic, sheet, area

    @property
    def Address(self) -> str:
        return self.area.reference.rpartition("!")[2]

    @property
    def Value(self) -> Any:
        return self._gather(self.sheet.shown)

    @Value.setter
    def Value(self, entered: str) -> None:
        self.sheet.refuse_locked()
        assert (self.area.height, self.area.width) == (1, 1)
        self.sheet.enter(self.area.row, self.area.column, entered)

    @property
    def Value2(self) -> Any:
        return self._gather(lambda cell: cell.value)

    @property
    def Formula(self) -> Any:
        return self._gather(lambda cell: cell.formula if cell.formula is not None else _as_formula(cell.value))

    @Formula.setter
    def Formula(self, entered: Any) -> None:
        self.sheet.refuse_locked()
        rows = entered if isinstance(entered, tuple) else ((entered,),)
        assert {len(line) for line in rows} == {self.area.width}
        area, hidden, enter = self.area, self.sheet.hidden_cells, self.sheet.enter
        for row, line in enumerate(rows, start=area.row):
            for column, value in enumerate(line, start=area.column):
                assert value is not None
                assert not isinstance(value, str) or len(value) <= 8203
                if (row, column) not in hidden:
                    enter(row, column, value)

    @property
    def Style(self) -> Any:
        return Simple(self.traffic, Name=self.sheet.cell(self.area.row, self.area.column).style)

    @Style.setter
    def Style(self, name: str) -> None:
        self.sheet.refuse_locked()
        for place in self.places():
            cell = self.sheet.cell(*place)
            cell.style, cell.number_format = name, _NUMBER_FORMAT[name]

    @property
    def NumberFormat(self) -> str | None:
        formats = {self.sheet.cell(*place).number_format for place in self.places()}
        return formats.pop() if len(formats) == 1 else None

    @NumberFormat.setter
    def NumberFormat(self, number_format: str) -> None:
        self.sheet.refuse_locked()
        for place in self.places():
            self.sheet.cell(*place).number_format = number_format

    @property
    def EntireRow(self) -> "Cells":
        return self

    @property
    def RowHeight(self) -> float:
        return self.sheet.row_heights[self.area.row]

    @RowHeight.setter
    def RowHeight(self, points: float) -> None:
        self.sheet.refuse_locked()
        self.sheet.row_heights.update({row: points for row, _ in self.places()})

    @property
    def UseStandardHeight(self) -> bool:
        return self.area.row not in self.sheet.row_heights

    @UseStandardHeight.setter
    def UseStandardHeight(self, wanted: bool) -> None:
        self.sheet.refuse_locked()
        for row, _ in self.places():
            self.sheet.row_heights.pop(row, None)

    def SpecialCells(self, what: int) -> "Cells":
        assert what == 2
        assert self.area.height * self.area.width > 1
        grid, blank = self.sheet.grid, Cell()
        found = [
            place
            for place in self.area.cells()
            if (cell := grid.get(place, blank)).value is not None and cell.formula is None
        ]
        if not found:
            raise ComError(GENERAL_FAILURE, "no cells were found", (0, "", None, None, 0, -2146827284))
        return Several(self.sheet, self.area, found)

    def places(self) -> Iterable[tuple[int, int]]:
        return self.area.cells()

    def AutoFit(self) -> None:
        self.sheet.refuse_locked()
        self.sheet.fitted.update(range(self.area.row, self.area.last_row + 1))

    def Copy(self) -> None:
        self.sheet.copied = self.area

    def PasteSpecial(self, what: int) -> None:
        self.sheet.refuse_locked()
        source = self.sheet.copied
        assert source is not None
        assert what == -4122
        for row, column in self.area.cells():
            assert self.area.height % source.height == 0
            from_row = source.row + (row - self.area.row) % source.height
            above = self.sheet.cell(from_row, source.column + (column - self.area.column) % source.width)
            target = self.sheet.cell(row, column)
            target.style, target.number_format = above.style, above.number_format

    def _gather(self, of: Any) -> Any:
        area, get, blank = self.area, self.sheet.grid.get, Cell()
        columns = range(area.column, area.last_column + 1)
        rows = tuple(
            tuple([of(get((row, column), blank)) for column in columns]) for row in range(area.row, area.last_row + 1)
        )
        return rows[0][0] if (area.height, area.width) == (1, 1) else rows


class Several(Cells):
    """Cells that need not lie side by side."""

    def __init__(self, sheet: "Sheet", area: Area, chosen: Sequence[tuple[int, int]]) -> None:
        super().__init__(sheet, area)
        self.chosen = chosen

    def places(self) -> Iterable[tuple[int, int]]:
        return self.chosen


def _as_formula(value: Any) -> Any:
    if value is None:
        return ""
    return ERROR_CODES[value].code if isinstance(value, int) and not isinstance(value, bool) else str(value)


class Table(ComObject):
    """A ListObject."""

    def __init__(self, sheet: "Sheet", name: str, area: Area) -> None:
        self.traffic, self.sheet, self.label, self.area = sheet.traffic, sheet, name, area

    @property
    def Name(self) -> str:
        return self.label

    @property
    def Range(self) -> Cells:
        return Cells(self.sheet, self.area)

    def Resize(self, cells: Any) -> None:
        self.sheet.refuse_locked()
        area = getattr(cells, "_inner", cells).area
        assert (area.row, area.column, area.last_column) == (self.area.row, self.area.column, self.area.last_column)
        self.area = area


class Sheet(ComObject):
    """A worksheet."""

    ProtectDrawingObjects = True
    ProtectScenarios = True

    def __init__(self, application: "Application", name: str) -> None:
        self.traffic, self.application, self.label = application.traffic, application, name
        self.grid: dict[tuple[int, int], Cell] = {}
        self.tables: list[Table] = []
        self.charts: list[Any] = []
        self.is_locked, self.password = False, ""
        self.lock: dict[str, bool] = {"AllowFormattingColumns": True}
        self.hidden_cells: set[tuple[int, int]] = set()
        self.fitted: set[int] = set()
        self.calculations = self.times_unlocked = 0
        self.row_heights: dict[int, float] = {}
        self.copied: Area | None = None
        object.__setattr__(self, "Visible", -1)
        object.__setattr__(self, "FilterMode", False)

    @property
    def Name(self) -> str:
        return self.label

    @property
    def Application(self) -> "Application":
        return self.application

    @property
    def ListObjects(self) -> Members:
        return Members(self.traffic, self.tables)

    @property
    def ProtectContents(self) -> bool:
        return self.is_locked

    @property
    def Protection(self) -> Any:
        options: dict[str, Any] = {option: self.lock.get(option, False) for option in OPTIONS}
        return Simple(self.traffic, **options)

    def ChartObjects(self) -> Members:
        return Members(self.traffic, self.charts)

    def Range(self, address: str) -> Cells:
        first, _, last = address.partition(":")
        if first.isdigit():
            return Cells(self, Area(self.label, int(first), 1, int(last), 1))
        return Cells(self, parse_area(self.label, address))

    def Unprotect(self, password: str = "") -> None:
        if self.password and password != self.password:
            raise ComError(GENERAL_FAILURE, "wrong password", (0, "", None, None, 0, -2146827284))
        self.is_locked, self.lock = False, {}
        self.times_unlocked += 1

    def Protect(self, **lock: bool) -> None:
        self.is_locked, self.lock = lock.pop("Contents"), lock

    def Calculate(self) -> None:
        self.calculations += 1

    def cell(self, row: int, column: int) -> Cell:
        return self.grid.setdefault((row, column), Cell())

    def refuse_locked(self) -> None:
        if self.is_locked:
            raise ComError(GENERAL_FAILURE, "the sheet is protected", (0, "", None, None, 0, -2146827284))

    def shown(self, cell: Cell) -> Any:
        """What ``Value`` gives: dates as times, currency as decimals."""
        number = cell.value
        if isinstance(number, float) and cell.is_date and number >= 1:
            day = date_of(number, self.application.date1904)
            return number if day is None else TimeType(day.year, day.month, day.day, tzinfo=UTC)
        if isinstance(number, float) and cell.is_currency and abs(number) < 9e14:
            return Decimal(repr(number)).quantize(Decimal("0.0001"), ROUND_HALF_EVEN)
        return number

    def enter(self, row: int, column: int, entered: Any) -> None:
        """Do as Excel does when something is typed."""
        cell = self.grid.setdefault((row, column), Cell())
        cell.formula = None
        if entered == "":
            cell.value = None
            return
        is_text = cell.number_format == "@"
        if isinstance(entered, str) and entered.startswith("'"):
            cell.value = entered[1:]
        elif isinstance(entered, str) and entered.startswith("=") and not is_text:
            cell.formula = entered
            cell.value = self.application.calculated.get((self.label, row, column), CODE_OF[NOT_CALCULATED])
        elif isinstance(entered, str) and not is_text:
            cell.value = _guessed(entered)
        else:
            cell.value = None if entered == "" else entered


def _guessed(text: str) -> Any:
    """What Excel makes of text that is typed into an ordinary cell."""
    if text == "":
        return None
    if ErrorValue(text) in CODE_OF:
        return CODE_OF[ErrorValue(text)]
    if text.lower() in ("true", "sant", "false", "falskt"):
        return text.lower() in ("true", "sant")
    if _NUMBER.match(text):
        return float(re.sub(r"\s", "", text).replace(",", "."))
    if _FRACTION.match(text) or _MONTH.match(text):
        return 46000.0
    if text.startswith("(") and _NUMBER.match(text[1:].removesuffix(")")):
        return -1.0
    if text[0] in "+-@" and len(text) > 1:
        raise ComError(GENERAL_FAILURE, "not a formula", (0, "", None, None, 0, -2146827284))
    return text
