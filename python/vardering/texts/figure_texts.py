"""Figures as people write them in Swedish."""

from vardering.base.rounding import half_up


def number_text(value: float, suffix: str) -> str:
    """A figure with its unit. ``suffix`` is "kr", "share", "year", "whole" or "decimals".

    >>> number_text(1234567.0, "kr"), number_text(2.5, "decimals"), number_text(0.0512, "share")
    ('1 234 567 kr', '2,50', '5,1 %')
    >>> number_text(2027.0, "year"), number_text(62.5, "whole"), number_text(-0.2, "kr")
    ('2027', '63', '0 kr')
    """
    if suffix == "year":
        return f"{value:.0f}"
    if suffix == "share":
        return f"{half_up(value * 100, 1):.1f} %".replace(".", ",")
    if suffix in ("kr", "whole"):
        amount = f"{int(half_up(value)):,}".replace(",", " ")
        return f"{amount} kr" if suffix == "kr" else amount
    return f"{half_up(value, 2):.2f}".replace(".", ",")
