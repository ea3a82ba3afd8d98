"""A ceiling on memory, so that a hostile file ends in a sentence and not in a stalled machine."""

import sys

MOST_MEMORY_BYTES = 1_000_000_000


def limit_resources() -> None:
    """Cap the data memory of this process on Linux and macOS; other systems rely on the book's own budgets."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 – Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    ceiling = MOST_MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MOST_MEMORY_BYTES, hard)
    if soft == resource.RLIM_INFINITY or soft > ceiling:
        resource.setrlimit(resource.RLIMIT_DATA, (ceiling, hard))
