"""The texts that cells share: read once, runs of rich text joined, phonetic readings left out."""

from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.cell_text import decoded
from vardering.books.xlsx.limits import MAX_TEXT
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.xml_source import MAIN, as_utf8, new_parser, parse_whole

_ITEM, _TEXT, _PHONETIC = (f"{MAIN}}}{local}" for local in ("si", "t", "rPh"))


def read_shared_strings(package: Package, part: str) -> list[str]:
    """Every shared text in order; the counts in the part are not relied on.

    Raises ``BookUnreadableError`` "text-too-long", "too-much-markup", "xml-dtd".
    """
    source = as_utf8(package.read(part))
    package.spend(source.count(b"<"))
    parser = new_parser()
    strings: list[str] = []
    pieces: list[str] = []
    phonetic = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal phonetic
        if name == _TEXT:
            if not phonetic:
                parser.CharacterDataHandler = pieces.append
        elif name == _ITEM:
            pieces.clear()
        elif name == _PHONETIC:
            phonetic = True

    def end(name: str) -> None:
        nonlocal phonetic
        if name == _TEXT:
            parser.CharacterDataHandler = None
        elif name == _ITEM:
            strings.append(cell_text("".join(pieces)))
        elif name == _PHONETIC:
            phonetic = False

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parse_whole(parser, source)
    return strings


def cell_text(raw: str) -> str:
    """The text of a cell. Raises ``BookUnreadableError`` "text-too-long" beyond Excel's own limit."""
    text = decoded(raw)
    if len(text) > MAX_TEXT:
        raise BookUnreadableError("text-too-long", limit=MAX_TEXT)
    return text
