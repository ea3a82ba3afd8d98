"""Figures as people write them in Swedish."""


def number_text(value: float, suffix: str) -> str:
    """A figure with its unit. ``suffix`` is "kr", "share", "year", "whole" or "decimals".

    >>> number_text(1234567.0, "kr"), number_text(2.5, "decimals"), number_text(0.0512, "share")
    ('1 234 567 kr', '2,50', '5,1 %')
    >>> number_text(2027.0, "year"), number_text(1200.0, "whole"), number_text(-0.2, "kr")
    ('2027', '1 200', '0 kr')
    """
    if suffix == "year":
        return f"{value:.0f}"
    if suffix == "share":
        return f"{value * 100:.1f} %".replace(".", ",")
    if suffix in ("kr", "whole"):
        amount = f"{round(value):,}".replace(",", " ")
        return f"{amount} kr" if suffix == "kr" else amount
    return f"{value:.2f}".replace(".", ",")
