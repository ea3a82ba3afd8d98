"""Figures as cells and as text: what exists as a number, what does not with its reason in words."""

from vardering.model.results import Figure, Undefined
from vardering.texts.figure_texts import number_text
from vardering.texts.sheet_texts import undefined_reason
from vardering.workbook.change_set import CellWrite


def figure_cell(figure: Figure, style_family: str, suffix: str) -> CellWrite:
    """A cell with the figure, or with the reason why there is none; never 0 for what is undefined.

    A reason stands to the right as the figures beside it do.
    """
    value = undefined_reason(figure.reason) if isinstance(figure, Undefined) else float(figure)
    return CellWrite(value, None, f"{style_family}_{suffix}")


def figure_text(figure: Figure, suffix: str) -> str:
    """A figure as people write it in Swedish.

    >>> figure_text(1234567.0, "kr"), figure_text(2.5, "decimals"), figure_text(0.0512, "share")
    ('1 234 567 kr', '2,50', '5,1 %')
    """
    if isinstance(figure, Undefined):
        return undefined_reason(figure.reason)
    return number_text(figure, suffix)
