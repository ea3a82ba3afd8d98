"""Which format codes show a date or a time (ECMA-376 18.8.30)."""

import re

_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTER = re.compile(r"[ymdhs]", re.IGNORECASE)


def is_date_code(code: str) -> bool:
    """Whether a format code shows a date or a time.

    >>> is_date_code("yyyy-mm-dd"), is_date_code('#,##0" dagar"'), is_date_code("[Red]0.00"), is_date_code("[h]:mm")
    (True, False, False, True)
    """
    first = _LITERAL.sub("", code).partition(";")[0]
    return _DATE_LETTER.search(first) is not None
