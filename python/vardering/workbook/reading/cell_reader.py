"""Reading one cell after another while collecting what is wrong with them."""

from datetime import date

from vardering.base.cells import CellValue, ErrorValue, Position
from vardering.base.faults import Argument, Fault, Severity
from vardering.base.light_dataclasses import dataclass, field
from vardering.workbook.contract.fields import STYLE_SUFFIX, Column, InputValue
from vardering.workbook.reading.coercing import coerce
from vardering.workbook.reading.places import Correction


def shown(cell: CellValue) -> str:
    """A cell's content as it reads in a sentence, at most 60 characters."""
    if isinstance(cell, ErrorValue):
        return cell.code
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.15g}".replace(".", ",")
    text = str(cell)
    return text if len(text) <= 60 else text[:57] + "…"


@dataclass(slots=True)
class CellReader:
    """Collects faults and corrections over all cells of a workbook."""

    faults: list[Fault] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)

    def error(self, code: str, where: Position, **arguments: Argument) -> None:
        """Note an error at a cell."""
        self.faults.append(Fault(code, Severity.ERROR, where, arguments))

    def warning(self, code: str, where: Position, **arguments: Argument) -> None:
        """Note something that looks wrong at a cell."""
        self.faults.append(Fault(code, Severity.WARNING, where, arguments))

    def notice(self, code: str, where: Position, **arguments: Argument) -> None:
        """Note something that was done or should be known."""
        self.faults.append(Fault(code, Severity.NOTICE, where, arguments))

    def read(self, declared: Column | InputValue, cell: CellValue, where: Position) -> object:
        """The model's value of a cell; None where it is empty, missing or wrong (then noted)."""
        heading = declared.heading if isinstance(declared, Column) else declared.label
        coerced = coerce(declared, cell)
        if coerced.fault:
            self.error(coerced.fault, where, heading=heading, value=shown(cell), **_limits(declared))
            return None
        if coerced.value is None and declared.required:
            self.error("required-missing", where, heading=heading)
        if coerced.corrected is not None:
            style = f"input_{STYLE_SUFFIX[declared.type]}"
            self.corrections.append(Correction(where, cell, coerced.corrected, style))
            self.notice("converted", where, heading=heading, value=shown(cell), new=shown(coerced.corrected))
        return coerced.value


def _limits(declared: Column | InputValue) -> dict[str, Argument]:
    limits: dict[str, Argument] = {}
    if declared.minimum is not None:
        limits["minimum"] = shown(float(declared.minimum))
    if declared.maximum is not None:
        limits["maximum"] = shown(float(declared.maximum))
    if declared.choices:
        limits["choices"] = declared.choices
    return limits
