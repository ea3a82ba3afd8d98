"""Defined names of what a portfolio writes outside its tables, and the names of its charts."""

PORTFOLIO_STATE = "vm_portfoljlage"
"""When, by whom and what the files were, at the top of Översikt. As many rows in every run."""
PORTFOLIO_YEARS = "vm_portfoljar"
"""Sums per year in every view, at the foot of Översikt."""
SELECTION_RESULT = "vm_portfoljurval"
"""What was selected and why, at the foot of Urval."""
PORTFOLIO_BUBBLES = "vm_portfoljbubblor"
"""The key to the bubbles, under their chart."""

BUBBLE_CHART = "Nytta mot genomförande"
MOST_BUBBLES = 60
"""Series that the bubble chart has: one for each change."""
FRONTIER_CHART = "Värde mot budget"
PORTFOLIO_CHART = "Netto per år i portföljen"
"""Object names of the charts."""
