"""The workbook contract: what the sheets hold, read, checked and presented."""
