"""Cell styles of a new workbook: formats for writing, and named cell styles in the finished file.

XlsxWriter writes formats but no named cell styles. Named styles are what lets the next program, and we ourselves,
find the look of a cell again by its role. So the style part of the finished package is completed here.
"""

import re
from xml.sax.saxutils import quoteattr

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from vardering.workbook.styles import STYLES, CellStyle

THIN, THICK, DOTTED, DOUBLE = 1, 5, 4, 6
FONT = "Calibri"

_XF = re.compile(r"<xf [^>]*?/>|<xf [^>]*?[^/]>.*?</xf>", re.DOTALL)
_XF_ID = re.compile(r' xfId="\d+"')


def add_formats(workbook: Workbook) -> dict[str, Format]:
    """A format for every style, the n-th style as the n-th cell format of the file, used or not.

    Left to itself, XlsxWriter numbers the formats that cells use and lets equal looks share a number.
    """
    formats = {}
    for number, (key, style) in enumerate(STYLES.items(), start=1):
        formats[key] = workbook.add_format(_properties(style))
        formats[key].set_xf_index(number)
    return formats


def rule_format(workbook: Workbook, key: str) -> Format:
    """What a conditional rule changes: colours, weight and a thin frame. A rule cannot set size, wrapping or width."""
    style = STYLES[key]
    properties: dict[str, object] = {"font_color": f"#{style.font_colour}", "bold": style.bold, "italic": style.italic}
    if style.fill:
        properties["bg_color"] = f"#{style.fill}"
    if style.border:
        properties |= {"border": THIN, "border_color": f"#{style.border_colour}"}
    return workbook.add_format(properties)


def _properties(style: CellStyle) -> dict[str, object]:
    properties: dict[str, object] = {
        "font_name": FONT,
        "font_size": style.size,
        "font_color": f"#{style.font_colour}",
        "bold": style.bold,
        "italic": style.italic,
        "num_format": style.number_format,
        "text_wrap": style.wrap,
        "valign": {"center": "vcenter"}.get(style.vertical, style.vertical),
        "locked": style.locked,
        **_border(style),
    }
    if style.fill:
        properties["bg_color"] = f"#{style.fill}"
    if style.horizontal:
        properties["align"] = style.horizontal
    if style.indent:
        properties["indent"] = style.indent
    if style.underline:
        properties["underline"] = 1
    return properties


def _border(style: CellStyle) -> dict[str, object]:
    colour = f"#{style.border_colour}"
    return {
        "": {},
        "frame": {"border": DOTTED, "border_color": colour},
        "thin": {"border": THIN, "border_color": colour},
        "below": {"bottom": THIN, "bottom_color": colour},
        "total": {"top": THIN, "top_color": colour, "bottom": DOUBLE, "bottom_color": colour},
        "bar": {"left": THICK, "left_color": colour},
        "left": {"left": THIN, "left_color": colour},
        "corner": {"left": THIN, "left_color": colour, "bottom": THIN, "bottom_color": colour},
    }[style.border]


def with_named_styles(styles_xml: str) -> str:
    """The style part with a named cell style for every style, each with one cell format of its own."""
    before, cell_formats, after = _split(styles_xml, "cellXfs")
    standard, *formats = _XF.findall(cell_formats)
    bases_before, bases, bases_after = _split(before, "cellStyleXfs")
    names_before, names, names_after = _split(after, "cellStyles")
    count = 1 + len(STYLES)
    parents = "".join(_XF_ID.sub("", look) for look in formats)
    linked = "".join(_XF_ID.sub(f' xfId="{number}"', look) for number, look in enumerate(formats, start=1))
    named = "".join(
        f'<cellStyle name={quoteattr(style.name)} xfId="{number}"/>'
        for number, style in enumerate(STYLES.values(), start=1)
    )
    return (
        f'{bases_before}<cellStyleXfs count="{count}">{bases}{parents}</cellStyleXfs>{bases_after}'
        f'<cellXfs count="{count}">{standard}{linked}</cellXfs>'
        f'{names_before}<cellStyles count="{count}">{names}{named}</cellStyles>{names_after}'
    )


def _split(xml: str, element: str) -> tuple[str, str, str]:
    """What stands before, in and after an element."""
    match = re.search(rf"<{element}(?: [^>]*)?>(.*?)</{element}>", xml, re.DOTALL)
    if match is None:
        raise ValueError(element)
    return xml[: match.start()], match[1], xml[match.end() :]
