"""Text as cells hold it: what XML cannot carry is written ``_xHHHH_``, as Excel does (ECMA-376 22.9.2.19)."""

import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def decoded(text: str) -> str:
    r"""The text that a cell shows. Half a character becomes U+FFFD, two halves one character.

    >>> decoded("a_x000D_b"), decoded("_x005F_x0041_")
    ('a\rb', '_x0041_')
    """
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    if _LONE_SURROGATE.search(plain):
        plain = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return plain


def encoded(text: str) -> str:
    r"""The text as it stands in a cell's XML, before ``&`` and ``<`` are escaped; the inverse of ``decoded``.

    >>> encoded("a\rb"), encoded("_x0041_")
    ('a_x000D_b', '_x005F_x0041_')
    """
    if "_x" not in text and text.isprintable():
        return text
    escaped = _LOOKS_ESCAPED.sub("_x005F_", text)
    escaped = _ILLEGAL.sub(lambda match: f"_x{ord(match[0]):04X}_", escaped)
    return _LONE_SURROGATE.sub("\ufffd", escaped)
