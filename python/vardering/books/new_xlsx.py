"""A new workbook file from a layout, written with XlsxWriter. The same layout gives the same bytes."""

import warnings
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.workbook import Workbook

from vardering.books.new_xlsx_package import completed
from vardering.books.new_xlsx_sheets import fill_sheet
from vardering.books.new_xlsx_styles import add_formats
from vardering.workbook.layout import WorkbookLayout

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed creation time, so that equal workbooks are equal files."""


def write_workbook(layout: WorkbookLayout) -> bytes:
    """The file's bytes.

    Raises ``ValueError`` for whatever Excel would refuse or cut: messages, lists and texts that are too long, names
    and headings given twice, formulas without a stored value, error values.
    """
    target = BytesIO()
    try:
        with warnings.catch_warnings():
            # XlsxWriter warns, leaves the thing out and goes on: a workbook with something missing is no workbook.
            warnings.simplefilter("error", UserWarning)
            _write(layout, target)
    except (UserWarning, XlsxWriterException) as refusal:
        raise ValueError(str(refusal)) from refusal
    return completed(target.getvalue(), saves_no_author=layout.saves_no_author)


def _write(layout: WorkbookLayout, target: BytesIO) -> None:
    workbook = Workbook(target, OPTIONS)
    workbook.set_properties({"title": layout.title, "subject": layout.subject, "created": CREATED})
    formats = add_formats(workbook)
    sheets = [workbook.add_worksheet(sheet.name) for sheet in layout.sheets]
    for sheet, declared in zip(sheets, layout.sheets, strict=True):
        fill_sheet(workbook, sheet, declared, formats)
    for name, area in layout.names.items():
        workbook.define_name(name, f"={area.reference}")
    sheets[0].activate()
    workbook.close()
