"""Whether a missing program may skip a test, or must fail it."""

import os

REQUIRE_ALL = "VARDERING_REQUIRE_ALL"


def is_all_required() -> bool:
    """Whether every program must be there."""
    return os.environ.get(REQUIRE_ALL) == "1"
