"""New workbooks as layouts: frames of every sheet and the cells people fill in."""
