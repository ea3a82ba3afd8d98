"""Widths of the written sheets' columns, in characters, from the label column on."""

MOST_YEARS = 40
YEAR_WIDTH = 17.0

RESULT_WIDTHS = (52.0, *(YEAR_WIDTH for _ in range(MOST_YEARS + 1)))
WORKINGS_WIDTHS = (7.0, 40.0, 22.0, 11.0, 16.0, 16.0, 20.0, 18.0, 18.0, *(YEAR_WIDTH for _ in range(MOST_YEARS)))
FOLLOW_UP_WIDTHS = (36.0, 20.0, *(18.0,) * 5)
OUTCOME_WIDTHS = (40.0, *(15.5,) * (MOST_YEARS + 1))
CHECK_WIDTHS = (66.0, 16.0, 18.0, 16.0, 66.0, 28.0)
DECISION_BASIS_WIDTHS = (46.0, 24.0, 24.0, 24.0, 24.0)
CHAIN_LANES, CHAIN_OBJECTIVE_LANES = 14, 8
"""Narrow columns that hold the lines of Effektkedja: activity to effect, and effect to objective."""
LANE_WIDTH = 1.7
CHAIN_WIDTHS = (
    44.0,
    *(LANE_WIDTH for _ in range(1 + CHAIN_LANES)),
    16.0,
    56.0,
    9.0,
    *(LANE_WIDTH for _ in range(CHAIN_OBJECTIVE_LANES)),
    3.0,
    42.0,
)
LOG_WIDTHS = (20.0, 24.0, 22.0, 12.0, 20.0, 20.0, 20.0, 20.0, 8.0, 10.0, 14.0)
RISK_MAP_WIDTHS = (40.0, 17.0, 17.0, 17.0, 17.0, 17.0)
ASSESSMENT_WIDTHS = (38.0, 14.0, 54.0, 62.0, 10.0, 10.0)
SENSITIVITY_WIDTHS = (44.0, 23.0, *(15.0,) * 3, 16.0, 16.0, 15.0, 14.0, 13.0)
APPROVED_PLAN_WIDTHS = (30.0, 34.0, 22.0, 24.0, 16.0, 14.0, 14.0, 11.0, *(YEAR_WIDTH for _ in range(MOST_YEARS + 3)))
PORTFOLIO_WIDTHS = (36.0, 34.0, *(20.0,) * 8)
SELECTION_WIDTHS = (36.0, 60.0, 18.0, 24.0, 22.0)
BUBBLE_WIDTHS = (9.0, 48.0, 10.0, 16.0, 20.0, 12.0, 12.0)
