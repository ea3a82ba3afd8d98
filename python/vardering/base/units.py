"""Conversions between what a sheet shows and what the code counts in."""

PER_CENT = 100.0
MONTHS_PER_YEAR = 12
MINUTES_PER_HOUR = 60.0


def share_from_per_cent(per_cent: float) -> float:
    """Share (0–1) of a per cent figure; ``per_cent / 100`` is the nearest share, so 3 gives 0.03 exactly."""
    return per_cent / PER_CENT


def per_cent_from_share(share: float) -> float:
    """Per cent figure whose share is ``share``, the shortest such decimal so that it reads well in a cell.

    >>> per_cent_from_share(0.07), per_cent_from_share(0.3925)
    (7.0, 39.25)
    """
    per_cent = share * PER_CENT
    for digits in range(12, 17):
        candidate = float(f"{per_cent:.{digits}g}")
        if candidate / PER_CENT == share:
            return candidate
    return per_cent
