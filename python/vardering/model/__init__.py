"""What is valued (the case) and what comes out (the results)."""
