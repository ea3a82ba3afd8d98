"""Widths of the written sheets' columns, in characters, from the label column on."""

MOST_YEARS = 40
YEAR_WIDTH = 17.0

RESULT_WIDTHS = (52.0, *(YEAR_WIDTH for _ in range(MOST_YEARS + 1)))
WORKINGS_WIDTHS = (7.0, 40.0, 22.0, 11.0, 16.0, 16.0, 20.0, 18.0, 18.0, *(YEAR_WIDTH for _ in range(MOST_YEARS)))
CHECK_WIDTHS = (66.0, 16.0, 18.0, 16.0, 66.0, 28.0)
DECISION_BASIS_WIDTHS = (46.0, 24.0, 24.0, 24.0, 24.0)
LOG_WIDTHS = (20.0, 24.0, 22.0, 12.0, 20.0, 20.0, 20.0, 20.0, 8.0, 10.0)
