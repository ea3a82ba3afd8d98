"""Names of figures in the register that have no row of their own on Parametrar."""

OTHER_NAMES = {"discount_rate_asek": "Kalkylränta enligt ASEK"}
"""By the figure's key."""
