"""Figures as cells: what exists as a number, what does not with its reason in words."""

from vardering.model.results import Figure, Undefined
from vardering.texts.sheet_texts import undefined_reason
from vardering.workbook.change_set import CellWrite


def figure_cell(figure: Figure, style_family: str, suffix: str) -> CellWrite:
    """A cell with the figure, or with the reason why there is none; never 0 for what is undefined.

    A reason stands to the right as the figures beside it do.
    """
    value = undefined_reason(figure.reason) if isinstance(figure, Undefined) else float(figure)
    return CellWrite(value, None, f"{style_family}_{suffix}")
