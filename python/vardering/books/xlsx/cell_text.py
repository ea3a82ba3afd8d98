"""Text as cells hold it: what XML cannot carry is written ``_xHHHH_``, as Excel does (ECMA-376 22.9.2.19)."""

import re

_ESCAPED = r"_x([0-9A-Fa-f]{4})_"
_LOOKS_ESCAPED = r"_(?=x[0-9A-Fa-f]{4}_)"
_ILLEGAL = "[\x00-\x08\x0b-\x1f\ufffe\uffff]"
_LONE_SURROGATE = "[\ud800-\udfff]"


def decoded(text: str) -> str:
    r"""The text that a cell shows. Half a character becomes U+FFFD, two halves one character.

    >>> decoded("a_x000D_b"), decoded("_x005F_x0041_")
    ('a\rb', '_x0041_')
    """
    if "_x" not in text:
        return text
    plain = re.sub(_ESCAPED, lambda match: chr(int(match[1], 16)), text)
    if re.search(_LONE_SURROGATE, plain):
        plain = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return plain


def encoded(text: str) -> str:
    r"""The text as it stands in a cell's XML, before ``&`` and ``<`` are escaped; the inverse of ``decoded``.

    >>> encoded("a\rb"), encoded("_x0041_")
    ('a_x000D_b', '_x005F_x0041_')
    """
    if "_x" not in text and text.isprintable():
        return text
    escaped = re.sub(_LOOKS_ESCAPED, "_x005F_", text)
    escaped = re.sub(_ILLEGAL, lambda match: f"_x{ord(match[0]):04X}_", escaped)
    return re.sub(_LONE_SURROGATE, "\ufffd", escaped)
