"""A workbook that is open in Excel: read and written through xlwings, in few calls however many rows there are."""
