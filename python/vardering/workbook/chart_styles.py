"""Colours and marks of chart series that stand on more than one page; each can be told without its colour."""

VIEW_STYLES = (("1D4E6B", "solid", "circle"), ("B45309", "dash", "square"), ("4B7F52", "round_dot", "triangle"))
"""Of the views in order: colour, dash and marker of a line."""

WORSE_STYLE, LIKELY_STYLE, BETTER_STYLE = (
    ("9B1C1C", "dark_downward_diagonal"),
    ("1D4E6B", ""),
    ("4B7F52", "light_upward_diagonal"),
)
"""Colour and pattern of a column or a bar."""
