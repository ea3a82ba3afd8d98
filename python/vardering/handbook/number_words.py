"""Numbers as the handbook writes them."""


def number_text(value: float) -> str:
    """A number in Swedish form, with the decimals it has.

    >>> number_text(1000000), number_text(0.25), number_text(1990)
    ('1 000 000', '0,25', '1990')
    """
    text = f"{value:,.10g}" if abs(value) >= 10_000 else f"{value:.10g}"
    return text.replace(",", " ").replace(".", ",")
