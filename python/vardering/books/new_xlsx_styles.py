"""Cell styles of a new workbook: formats for writing, and named cell styles in the finished file.

XlsxWriter writes formats but no named cell styles. Named styles are what lets the next program, and we ourselves,
find the look of a cell again by its role. So the style part of the finished package is completed here.
"""

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from vardering.workbook.styles import STYLES, CellStyle

THIN, THICK, DOTTED, DOUBLE = 1, 5, 4, 6
FONT = "Calibri"

_XF = re.compile(r"<xf [^>]*?/>|<xf [^>]*?[^/]>.*?</xf>", re.DOTALL)
_XF_ID = re.compile(r' xfId="\d+"')


def add_formats(workbook: Workbook) -> dict[str, Format]:
    """A format for every style; each gets its place in the file whether or not a cell uses it."""
    formats = {key: workbook.add_format(_properties(style)) for key, style in STYLES.items()}
    style_indices(formats)
    return formats


def style_indices(formats: Mapping[str, Format]) -> dict[str, int]:
    """The place of each style among the cell formats of the file; equal looks share a place.

    Asking also gives a format its place, which XlsxWriter otherwise does only when a cell uses it.
    """
    return {key: look._get_xf_index() for key, look in formats.items()}  # noqa: SLF001 – there is no public way


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
    }[style.border]


def with_named_styles(styles_xml: str, indices: Mapping[str, int]) -> str:
    """The style part with a named cell style for every style; the first cell format of each name is its look."""
    before, cell_formats, after = _split(styles_xml, "cellXfs")
    formats = _XF.findall(cell_formats)
    base_before, base_formats, base_after = _split(before, "cellStyleXfs")
    bases = _XF.findall(base_formats)
    named = []
    taken: set[int] = set()
    for key, style in STYLES.items():
        place = indices[key]
        look = formats[place]
        style_id = len(bases)
        bases.append(_XF_ID.sub("", look))
        linked = _XF_ID.sub(f' xfId="{style_id}"', look)
        if place in taken or place == 0:
            formats.append(linked)
        else:
            formats[place] = linked
            taken.add(place)
        named.append(f'<cellStyle name={quoteattr(style.name)} xfId="{style_id}"/>')
    before = f'{base_before}<cellStyleXfs count="{len(bases)}">{"".join(bases)}</cellStyleXfs>{base_after}'
    names_before, names, names_after = _split(after, "cellStyles")
    count = len(named) + names.count("<cellStyle ")
    after = f'{names_before}<cellStyles count="{count}">{names}{"".join(named)}</cellStyles>{names_after}'
    return f'{before}<cellXfs count="{len(formats)}">{"".join(formats)}</cellXfs>{after}'


def _split(xml: str, element: str) -> tuple[str, str, str]:
    """What stands before, in and after an element."""
    match = re.search(rf"<{element}(?: [^>]*)?>(.*?)</{element}>", xml, re.DOTALL)
    if match is None:
        raise ValueError(element)
    return xml[: match.start()], match[1], xml[match.end() :]
