"""What each button does, whatever Excel it stands in; the hosts lend it a workbook and a window."""
