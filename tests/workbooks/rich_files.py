"""A workbook with most of what people put into one, made with XlsxWriter and by hand."""

import base64
import io

import xlsxwriter

from workbooks.packages import parts_of, with_parts

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CUSTOM_PARTS = {
    "xl/slicers/slicer1.xml": b'<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>',
    "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>",
    "xl/persons/person.xml": b"<personList/>",
    "xl/printerSettings/printerSettings1.bin": bytes(range(256)),
    "customXml/item1.xml": b"<a xmlns='urn:x'>\r\n &#229; </a>",
    "[trash]/0000.dat": b"\x00" * 100,
    "_xmlsignatures/sig1.xml": b"<Signature/>",
    "xl/odd & name.xml": b"not even XML",
}


def rich_file(macros: bool = False) -> bytes:
    """Charts, comments, images, validations, conditional formats, sparklines, links, and parts nobody knows."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("Mitt blad")
    bold = book.add_format({"bold": True, "num_format": '# ##0" st"'})
    for row in range(40):
        sheet.write_row(row, 0, [row, f"rad {row}", row * 1.5, f"=A{row + 1}*2"], bold if row % 3 else None)
    sheet.write_rich_string("F1", "halv", bold, "fet", " text")
    sheet.write_comment("A1", "En kommentar", {"author": "Anna"})
    sheet.insert_image("H2", "punkt.png", {"image_data": io.BytesIO(PIXEL), "description": "en punkt"})
    sheet.insert_textbox("H10", "En textruta")
    sheet.insert_checkbox("K1", True)
    sheet.data_validation("B1:B40", {"validate": "list", "source": ["a", "b"]})
    sheet.conditional_format("C1:C40", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("A1:A40", {"type": "3_color_scale"})
    sheet.add_sparkline("G1", {"range": "'Mitt blad'!A1:A40"})
    sheet.write_url("I1", "https://example.com/?a=1&b=2", string="länk")
    sheet.write_array_formula("J1:J3", "{=A1:A3*2}")
    sheet.write_dynamic_array_formula("L1", "=SORT(A1:A3)")
    sheet.merge_range("M1:N2", "ihop")
    sheet.add_table("P1:Q4", {"name": "EgenTabell", "columns": [{"header": "a"}, {"header": "b"}]})
    sheet.set_header("&LVänster&G", {"image_left": "punkt.png", "image_data_left": io.BytesIO(PIXEL)})
    sheet.protect("hemligt")
    for kind in ("line", "bar", "pie", "scatter"):
        chart = book.add_chart({"type": kind})
        chart.add_series({"values": "='Mitt blad'!$A$1:$A$9", "categories": "='Mitt blad'!$B$1:$B$9"})
        sheet.insert_chart("S1", chart)
    alone = book.add_chart({"type": "line"})
    alone.add_series({"values": "='Mitt blad'!$A$1:$A$9"})
    book.add_chartsheet("Diagramblad").set_chart(alone)
    hidden = book.add_worksheet("Dolt")
    hidden.hide()
    book.define_name("Momssats", "=0.25")
    book.define_name("'Mitt blad'!Lokalt", "='Mitt blad'!$A$1")
    book.set_properties({"title": "Titel", "author": "Anna"})
    book.set_custom_property("Diarienummer", "KS 2026/1")
    if macros:
        book.add_vba_project(io.BytesIO(b"not looked into"), is_stream=True)
        book.set_vba_name("ThisWorkbook")
        for worksheet in book.worksheets():
            worksheet.set_vba_name(f"Blad{worksheet.index}")
    book.close()
    content = with_parts(target.getvalue(), CUSTOM_PARTS)
    types = parts_of(content)["[Content_Types].xml"].decode()
    extra = '<Default Extension="bin" ContentType="application/x-bin"/><Default Extension="dat" ContentType="a/b"/>'
    if 'Extension="bin"' in types:
        extra = '<Default Extension="dat" ContentType="a/b"/>'
    return with_parts(content, {"[Content_Types].xml": types.replace("<Override", extra + "<Override", 1).encode()})
