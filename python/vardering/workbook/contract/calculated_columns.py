"""Columns that the product refreshes in tables that it shares with people."""

from vardering.workbook.contract.fields import CellType, Column


def calculated(
    heading: str, field: str, cell_type: CellType, help_text: str, width: float, choices: str = ""
) -> Column:
    """A column that every update refreshes."""
    return Column(heading, field, cell_type, help_text, width, choices=choices, calculated=True)
