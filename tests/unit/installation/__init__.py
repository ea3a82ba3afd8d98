"""Installation on Windows, tried without Windows."""
