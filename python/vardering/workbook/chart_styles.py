"""The kinds of charts, and colours and marks of series that stand on more than one page; each can be told without
its colour.
"""

from enum import StrEnum


class ChartKind(StrEnum):
    """The native charts we use."""

    LINE = "line"
    COLUMN = "column"
    STACKED_COLUMN = "stacked_column"
    BAR = "bar"
    STACKED_BAR = "stacked_bar"
    SCATTER = "scatter"
    BUBBLE = "bubble"
    RADAR = "radar"


VIEW_STYLES = (("1D4E6B", "solid", "circle"), ("B45309", "dash", "square"), ("4B7F52", "round_dot", "triangle"))
"""Of the views in order: colour, dash and marker of a line."""

WORSE_STYLE, LIKELY_STYLE, BETTER_STYLE = (
    ("9B1C1C", "dark_downward_diagonal"),
    ("1D4E6B", ""),
    ("4B7F52", "light_upward_diagonal"),
)
"""Colour and pattern of a column or a bar."""
