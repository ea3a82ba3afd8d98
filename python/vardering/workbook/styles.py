"""The cell styles of our workbooks, declared once. Each becomes a named cell style in the file.

A cell's role shows by more than colour: input cells have a dotted frame, calculated cells are italic, results
have a solid line below, remarks a bar to the left. Text has a contrast of at least 4.5:1 against its fill.
"""

from vardering.base.light_dataclasses import dataclass, replace

INK = "1F2933"
WHITE = "FFFFFF"
PRIMARY = "1D4E6B"
INPUT_FILL = "FFF8E1"
CALCULATED_FILL = "F1F3F5"
RESULT_FILL = "E8F1F6"
HEADING_FILL = "DCE8EF"
REMARK_FILL = "FBEFEA"
ERROR_INK = "9B1C1C"
WARNING_INK = "7A4B00"
FRESH_INK = "1B5E20"
MUTED_INK = "52606D"

WHOLE_KRONOR = '#,##0" kr";-#,##0" kr"'
KRONOR_WITH_ORE = '#,##0.00" kr";-#,##0.00" kr"'
NUMBER = "[<10000]General;#,##0"
"""Whole numbers without a decimal mark at their end, which ``0.##`` leaves in Excel; large ones with spaces."""
WHOLE = "#,##0"
DECIMALS = "#,##0.00"
FACTOR = "0.0000"
PER_CENT = 'General" %"'
SHARE_AS_PER_CENT = "0.0%"
SHARE_AS_WHOLE_PER_CENT = "0%"
SHARE_AS_FINE_PER_CENT = "0.00%"
YEAR = "0"
DATE = "yyyy-mm-dd"
TEXT = "@"
GENERAL = "General"


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks. ``name`` is the named cell style in the workbook; colours are RRGGBB."""

    name: str
    number_format: str = GENERAL
    font_colour: str = INK
    fill: str = ""
    bold: bool = False
    italic: bool = False
    size: float = 10
    wrap: bool = False
    horizontal: str = ""
    """"left", "center", "right" or "" for the cell type's own."""
    vertical: str = "top"
    indent: int = 0
    border: str = ""
    """"" none, "frame" dotted all round, "thin" all round, "below" thin line under, "total" thin over and double
    under, "bar" thick to the left, "left" thin to the left, "corner" thin to the left and under."""
    border_colour: str = "9FB3C8"
    underline: bool = False
    locked: bool = True


def _family(
    prefix: str, base: CellStyle, formats: dict[str, tuple[str, str, str]] | None = None
) -> dict[str, CellStyle]:
    """Styles of one role, one for each number format: key suffix → (Swedish suffix, format, alignment)."""
    return {
        f"{prefix}_{suffix}": replace(
            base,
            name=f"{base.name} {swedish}",
            number_format=number_format,
            horizontal=horizontal,
            wrap=suffix == "text",
        )
        for suffix, (swedish, number_format, horizontal) in (formats or _FORMATS).items()
    }


_FORMATS = {
    "text": ("text", TEXT, "left"),
    "kr": ("kronor", WHOLE_KRONOR, "right"),
    "number": ("tal", NUMBER, "right"),
    "whole": ("heltal", WHOLE, "right"),
    "decimals": ("decimaltal", DECIMALS, "right"),
    "factor": ("faktor", FACTOR, "right"),
    "percent": ("procent", PER_CENT, "right"),
    "share": ("andel", SHARE_AS_PER_CENT, "right"),
    "year": ("år", YEAR, "right"),
    "date": ("datum", DATE, "right"),
}

STYLES: dict[str, CellStyle] = {
    "text": CellStyle("VM Brödtext", wrap=True),
    "plain": CellStyle("VM Brödtext utan radbrytning"),
    "title": CellStyle("VM Sidrubrik", bold=True, size=18, font_colour=PRIMARY, vertical="center"),
    "intro": CellStyle("VM Ingress", size=10, font_colour=MUTED_INK),
    "help": CellStyle("VM Hjälptext", size=10, font_colour=MUTED_INK, horizontal="left", indent=1),
    "section": CellStyle(
        "VM Avsnittsrubrik", bold=True, size=12, font_colour=PRIMARY, border="below", vertical="center"
    ),
    "label": CellStyle("VM Ledtext", bold=True, wrap=True),
    "label_required": CellStyle("VM Ledtext obligatorisk", bold=True, wrap=True),
    "heading": CellStyle(
        "VM Tabellrubrik",
        bold=True,
        font_colour=WHITE,
        fill=PRIMARY,
        wrap=True,
        vertical="center",
        border="thin",
    ),
    "heading_required": CellStyle(
        "VM Tabellrubrik obligatorisk",
        bold=True,
        underline=True,
        font_colour=WHITE,
        fill=PRIMARY,
        wrap=True,
        vertical="center",
        border="thin",
    ),
    "heading_year": CellStyle(
        "VM Tabellrubrik år",
        number_format=YEAR,
        bold=True,
        font_colour=WHITE,
        fill=PRIMARY,
        horizontal="right",
        vertical="center",
        border="thin",
    ),
    "subheading": CellStyle("VM Radrubrik", bold=True, fill=HEADING_FILL, wrap=True),
    "link": CellStyle("VM Länk", font_colour="0B5394", underline=True),
    "remark": CellStyle("VM Anmärkning", fill=REMARK_FILL, wrap=True, border="bar", border_colour=ERROR_INK),
    "status": CellStyle("VM Status", bold=True, size=12, wrap=True, border="thin", fill=RESULT_FILL, vertical="center"),
    "status_line": CellStyle("VM Status på en rad", bold=True, size=11),
    "status_fresh": CellStyle(
        "VM Status stämmer",
        bold=True,
        size=12,
        wrap=True,
        border="thin",
        fill="E3F4E4",
        font_colour=FRESH_INK,
        vertical="center",
    ),
    "status_stale": CellStyle(
        "VM Status inaktuell",
        bold=True,
        italic=True,
        size=12,
        wrap=True,
        border="thin",
        fill=REMARK_FILL,
        font_colour=ERROR_INK,
        vertical="center",
    ),
    "severity_error": CellStyle("VM Fel", bold=True, font_colour=ERROR_INK, wrap=True, border="below"),
    "severity_warning": CellStyle("VM Varning", bold=True, font_colour=WARNING_INK, wrap=True, border="below"),
    "finding": CellStyle("VM Anmärkningsrad", wrap=True, border="below"),
    "finding_link": CellStyle("VM Anmärkningslänk", font_colour="0B5394", underline=True, border="below"),
    "chain_box": CellStyle(
        "VM Kedja ruta", fill=HEADING_FILL, wrap=True, vertical="center", border="thin", border_colour=MUTED_INK
    ),
    "chain_open_box": CellStyle(
        "VM Kedja ruta utan koppling",
        italic=True,
        wrap=True,
        vertical="center",
        border="frame",
        border_colour=MUTED_INK,
    ),
    "chain_heading": CellStyle("VM Kedja tabellrubrik", bold=True, font_colour=WHITE, fill=PRIMARY, vertical="center"),
    "chain_below": CellStyle("VM Kedja linje under", border="below", border_colour=MUTED_INK),
    "chain_left": CellStyle("VM Kedja linje vänster", border="left", border_colour=MUTED_INK),
    "chain_corner": CellStyle("VM Kedja hörn", border="corner", border_colour=MUTED_INK),
    "chain_arrow": CellStyle(
        "VM Kedja pil",
        size=9,
        horizontal="right",
        vertical="bottom",
        wrap=True,
        border="below",
        border_colour=MUTED_INK,
    ),
    "chain_note": CellStyle(
        "VM Kedja anmärkning", size=9, italic=True, horizontal="right", vertical="bottom", wrap=True
    ),
    "chain_mark": CellStyle("VM Kedja nummer", size=9, horizontal="left", vertical="center", font_colour=MUTED_INK),
    "risk_low": CellStyle(
        "VM Risk låg", fill="E3F4E4", font_colour=FRESH_INK, wrap=True, horizontal="center", border="thin"
    ),
    "risk_medium": CellStyle(
        "VM Risk medel",
        italic=True,
        fill="FFF1C9",
        font_colour=WARNING_INK,
        wrap=True,
        horizontal="center",
        border="thin",
    ),
    "risk_high": CellStyle(
        "VM Risk hög", bold=True, fill="FBDDD6", font_colour=ERROR_INK, wrap=True, horizontal="center", border="thin"
    ),
    **_family("input", CellStyle("VM Indata", fill=INPUT_FILL, border="frame", locked=False)),
    **_family("calculated", CellStyle("VM Beräknad", fill=CALCULATED_FILL, italic=True)),
    **_family("result", CellStyle("VM Resultat", fill=RESULT_FILL, border="below")),
    "result_share_whole": CellStyle(
        "VM Resultat hel procent",
        number_format=SHARE_AS_WHOLE_PER_CENT,
        fill=RESULT_FILL,
        border="below",
        horizontal="right",
    ),
    "result_share_fine": CellStyle(
        "VM Resultat hundradels procent",
        number_format=SHARE_AS_FINE_PER_CENT,
        fill=RESULT_FILL,
        border="below",
        horizontal="right",
    ),
    **_family("total", CellStyle("VM Summa", fill=RESULT_FILL, border="total", bold=True)),
    **_family("copy", CellStyle("VM Kopia", font_colour=MUTED_INK)),
}
