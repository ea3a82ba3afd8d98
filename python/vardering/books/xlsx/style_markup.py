"""The markup of one of our cell styles, for a workbook that has lost it (ECMA-376 18.8)."""

from vardering.books.xlsx.xml_source import escaped_attribute
from vardering.workbook.styles import CellStyle

_SIDES = ("left", "right", "top", "bottom")
_BORDERS = {
    "": {},
    "frame": dict.fromkeys(_SIDES, "dotted"),
    "thin": dict.fromkeys(_SIDES, "thin"),
    "below": {"bottom": "thin"},
    "total": {"top": "thin", "bottom": "double"},
    "bar": {"left": "thick"},
    "left": {"left": "thin"},
    "corner": {"left": "thin", "bottom": "thin"},
}
BUILT_IN_CODES = {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49}
"""Number formats that have an id in every workbook."""


def font_markup(style: CellStyle, font_name: str, p: str) -> str:
    """A ``font`` element; ``p`` is the namespace prefix with its colon."""
    flags = f"<{p}b/>" * style.bold + f"<{p}i/>" * style.italic + f"<{p}u/>" * style.underline
    return (
        f'<{p}font>{flags}<{p}sz val="{style.size:g}"/><{p}color rgb="FF{style.font_colour}"/>'
        f'<{p}name val="{escaped_attribute(font_name)}"/><{p}family val="2"/></{p}font>'
    )


def fill_markup(style: CellStyle, p: str) -> str:
    """A ``fill`` element."""
    if not style.fill:
        return f'<{p}fill><{p}patternFill patternType="none"/></{p}fill>'
    return (
        f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF{style.fill}"/>'
        f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
    )


def border_markup(style: CellStyle, p: str) -> str:
    """A ``border`` element."""
    lines = _BORDERS[style.border]
    sides = "".join(
        f'<{p}{side} style="{lines[side]}"><{p}color rgb="FF{style.border_colour}"/></{p}{side}>'
        if side in lines
        else f"<{p}{side}/>"
        for side in _SIDES
    )
    return f"<{p}border>{sides}<{p}diagonal/></{p}border>"


def format_markup(style: CellStyle, ids: tuple[int, int, int, int], style_index: int | None, p: str) -> str:
    """An ``xf`` element. ``ids`` are number format, font, fill and border; with ``style_index`` it is a cell's."""
    number, font, fill, border = ids
    belongs = "" if style_index is None else f' xfId="{style_index}"'
    alignment = f'vertical="{style.vertical}"'
    if style.horizontal:
        alignment = f'horizontal="{style.horizontal}" {alignment}'
    if style.wrap:
        alignment += ' wrapText="1"'
    if style.indent:
        alignment += f' indent="{style.indent}"'
    return (
        f'<{p}xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}"{belongs} '
        'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">'
        f'<{p}alignment {alignment}/><{p}protection locked="{int(style.locked)}"/></{p}xf>'
    )
