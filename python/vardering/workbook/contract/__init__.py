"""The workbook contract: every sheet, table, column and value of ours, declared once."""
