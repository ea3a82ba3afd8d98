"""The workbooks of the maturity analysis: the survey, and the compilation of its answers."""
