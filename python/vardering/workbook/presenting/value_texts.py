"""Cell values as people write them in Swedish, on one line of a screen."""

from datetime import date

from vardering.base.cells import CellValue, ErrorValue

EMPTY = "(tomt)"
LONGEST = 60


def value_text(value: CellValue, suffix: str) -> str:
    """A value in the form of its style suffix; text is kept to one short line without control characters.

    >>> value_text(1234567.0, "kr"), value_text(3.5, "percent"), value_text(2027.0, "year"), value_text(None, "kr")
    ('1 234 567 kr', '3,5 %', '2027', '(tomt)')
    """
    if value is None:
        return EMPTY
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, str):
        return one_line(value)
    return _number(value, suffix)


def one_line(text: str, longest: int = LONGEST) -> str:
    r"""The text on one line: what cannot be printed becomes blanks, what is too long ends with an ellipsis.

    >>> one_line("två\n rader\x1b[31m"), one_line("x" * 9, 5)
    ('två rader [31m', 'xxxx…')
    """
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def _number(value: float, suffix: str) -> str:
    if suffix == "year":
        return f"{value:.0f}"
    if suffix in ("kr", "whole"):
        digits = 0 if value.is_integer() else 2
        amount = f"{value:,.{digits}f}".replace(",", " ").replace(".", ",")
        return f"{amount} kr" if suffix == "kr" else amount
    if suffix == "share":
        return f"{value * 100:.1f} %".replace(".", ",")
    shown = f"{value:,.10g}".replace(",", " ").replace(".", ",")
    return f"{shown} %" if suffix == "percent" else shown
