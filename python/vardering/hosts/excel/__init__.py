"""What the ribbon in Excel starts: one process a click, with the workbook and the window handed over."""
