"""XML as bytes: made UTF-8, parsed without trust, and edited by offset so that the rest stays as it was."""

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.parsers import expat

from vardering.base.faults import BookUnreadableError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_DECLARATION = re.compile(rb"\A\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._\-]+)[\"'][^>]*\?>")
_TAG = re.compile(rb"<[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>")
_ATTRIBUTE = re.compile(rb"\s([^\s=<>/\"']+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_UTF8_NAMES = frozenset({"utf-8", "ascii"})


class Edit(NamedTuple):
    """Bytes that take the place of ``source[start:end]``; an insertion where both are the same."""

    start: int
    end: int
    content: bytes


def as_utf8(content: bytes) -> bytes:
    """The same XML in UTF-8, so that offsets and edits can be trusted; already UTF-8 it is returned as it is."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if content.startswith(mark):
            return _recoded(content.decode(encoding))
    declared = _DECLARATION.match(content[:200])
    if declared is None:
        return content
    encoding = codecs.lookup(declared[1].decode("ascii")).name
    return content if encoding in _UTF8_NAMES else _recoded(content.decode(encoding))


def _recoded(text: str) -> bytes:
    body = re.sub(r"\A\ufeff?\s*<\?xml.*?\?>\s*", "", text, count=1, flags=re.DOTALL)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body.encode()


def new_parser() -> expat.XMLParserType:
    """A namespace-aware parser that refuses a document type, and with it every entity of its own.

    Element names come as ``namespace}local``; text in one piece between two tags.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def parse_whole(parser: expat.XMLParserType, source: bytes) -> None:
    """Parse a whole document. Raises ``ExpatError`` where it is not well formed or not complete."""
    parser.Parse(source, True)  # noqa: FBT003  (expat takes it by position only)


def _refuse_document_type(*_: object) -> None:
    raise BookUnreadableError("xml-dtd")


def tag_end(source: bytes, start: int) -> int:
    """Offset just after the tag that begins at ``start``."""
    match = _TAG.match(source, start)
    if match is None:
        raise ValueError("no tag here")
    return match.end()


def is_empty_tag(source: bytes, end: int) -> bool:
    """Whether the tag that ends just before ``end`` closes itself."""
    return source[end - 2 : end] == b"/>"


def prefix_of(source: bytes, start: int) -> bytes:
    """Namespace prefix of the tag that begins at ``start``, colon included; empty for none."""
    match = re.compile(rb"<([^\s/>:]+:)?").match(source, start)
    return (match[1] if match else None) or b""


def edited(source: bytes, edits: Iterable[Edit]) -> bytes:
    """The source with all edits made; edits at the same place keep their order. They must not overlap."""
    pieces: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            raise ValueError("edits overlap")
        pieces += (source[at : edit.start], edit.content)
        at = edit.end
    pieces.append(source[at:])
    return b"".join(pieces)


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """A start tag with an attribute set, added last where it is missing."""
    written = f'{name}="{escaped_attribute(value)}"'.encode()
    place = _attribute_place(tag, name)
    if place is not None:
        return tag[: place[0] + 1] + written + tag[place[1] :]
    cut = 2 if tag.endswith(b"/>") else 1
    return tag[:-cut].rstrip() + b" " + written + tag[-cut:]


def without_attribute(tag: bytes, name: str) -> bytes:
    """A start tag without an attribute."""
    place = _attribute_place(tag, name)
    return tag if place is None else tag[: place[0]] + tag[place[1] :]


def _attribute_place(tag: bytes, name: str) -> tuple[int, int] | None:
    """Where an attribute stands in a tag, with the blank before it; None where it has none of that name."""
    wanted = name.encode()
    return next((found.span() for found in _ATTRIBUTE.finditer(tag) if found[1] == wanted), None)


def escaped_attribute(text: str) -> str:
    """Text as it stands between double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def escaped_text(text: str) -> str:
    """Text as it stands between tags."""
    if "&" not in text and "<" not in text and ">" not in text:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
