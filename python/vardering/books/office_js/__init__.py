"""A workbook behind a task pane: what Office.js read of it as JSON, and orders for Office.js to carry out."""
