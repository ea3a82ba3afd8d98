"""The server behind the task pane: Excel on the web, on Mac and on Windows without anything installed."""
