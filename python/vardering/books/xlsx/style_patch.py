"""Our named cell styles in a workbook: found by name, and added where another program has dropped them."""

from functools import cached_property

from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.cell_text import decoded, encoded
from vardering.books.xlsx.parts import Structure
from vardering.books.xlsx.style_markup import (
    BUILT_IN_CODES,
    border_markup,
    fill_markup,
    font_markup,
    format_markup,
)
from vardering.books.xlsx.xml_source import Edit, edited, escaped_attribute, with_attribute
from vardering.books.xlsx.xml_tree import Node
from vardering.workbook.styles import STYLES, CellStyle

_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
    "colors", "extLst",
)  # fmt: skip
_FIRST_OWN_FORMAT = 164
_LOOKS = ("numFmtId", "fontId", "fillId", "borderId")


class StylePatch:
    """Finds the cell format of each of our styles and collects what must be added to the styles part."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._found: dict[str, int] = {}
        self._added: dict[str, list[str]] = {}

    def index(self, key: str) -> int:
        """Index of the cell format (``s`` of a cell) for a key of STYLES.

        Raises ``BookUnreadableError`` "part-missing" where the workbook has no styles, "styles-damaged".
        """
        if key not in self._found:
            self._found[key] = self._find(STYLES[key])
        return self._found[key]

    def changed(self) -> dict[str, bytes]:
        """The styles part with everything added, by its name; nothing where nothing was."""
        if not self._added:
            return {}
        edits = [self._grown(container, items) for container, items in self._added.items()]
        return {self._part: edited(self._root.source, edits)}

    @cached_property
    def _part(self) -> str:
        link = self._structure.related("styles")
        if link is None:
            raise BookUnreadableError("part-missing", part="xl/styles.xml")
        return link.target

    @property
    def _root(self) -> Node:
        root = self._structure.styles
        if root is None:
            raise BookUnreadableError("part-missing", part="xl/styles.xml")
        return root

    @cached_property
    def _by_name(self) -> dict[str, Node]:
        """The first named style of each name."""
        nodes = reversed(self._nodes("cellStyles", "cellStyle"))
        return {decoded(node.attributes.get("name", "")): node for node in nodes}

    @cached_property
    def _by_parent(self) -> dict[str, list[tuple[int, Node]]]:
        """The cell formats, with their indices, by the named style's format that each belongs to."""
        found: dict[str, list[tuple[int, Node]]] = {}
        for index, node in enumerate(self._nodes("cellXfs", "xf")):
            found.setdefault(node.attributes.get("xfId", "0"), []).append((index, node))
        return found

    @property
    def _prefix(self) -> str:
        return self._root.prefix.decode()

    def _find(self, style: CellStyle) -> int:
        named = self._by_name.get(style.name)
        if named is None:
            return self._add_style(style)
        parent = named.attributes.get("xfId", "0")
        parents = self._nodes("cellStyleXfs", "xf")
        if not (parent.isdecimal() and int(parent) < len(parents)):
            raise BookUnreadableError("styles-damaged")
        return self._format_of(parents[int(parent)], parent)

    def _format_of(self, parent: Node, parent_index: str) -> int:
        """The cell format that looks as the style does, or the first that belongs to it, or a new one."""
        belonging = self._by_parent.get(parent_index, [])
        for index, node in belonging:
            if all(node.attributes.get(look) == parent.attributes.get(look) for look in _LOOKS):
                return index
        if belonging:
            return belonging[0][0]
        tag_size = parent.tag_end - parent.start
        markup = with_attribute(parent.markup[:tag_size], "xfId", parent_index) + parent.markup[tag_size:]
        return self._add("cellXfs", "xf", markup.decode())

    def _add_style(self, style: CellStyle) -> int:
        p = self._prefix
        ids = (
            self._number_format(style.number_format),
            self._add("fonts", "font", font_markup(style, self._font_name(), p)),
            self._add("fills", "fill", fill_markup(style, p)),
            self._add("borders", "border", border_markup(style, p)),
        )
        parent = self._add("cellStyleXfs", "xf", format_markup(style, ids, None, p))
        name = escaped_attribute(encoded(style.name))
        self._add("cellStyles", "cellStyle", f'<{p}cellStyle name="{name}" xfId="{parent}"/>')
        return self._add("cellXfs", "xf", format_markup(style, ids, parent, p))

    def _number_format(self, code: str) -> int:
        if code in BUILT_IN_CODES:
            return BUILT_IN_CODES[code]
        p = self._prefix
        taken = {_FIRST_OWN_FORMAT - 1}
        for node in self._nodes("numFmts", "numFmt"):
            if node.attributes.get("formatCode") == code:
                return int(node.attributes["numFmtId"])
            taken.add(int(node.attributes.get("numFmtId", "0")))
        added = self._added.get("numFmts", [])
        first = max(taken) + 1
        written = f'formatCode="{escaped_attribute(code)}"/>'
        for offset, markup in enumerate(added):
            if markup.endswith(written):
                return first + offset
        self._add("numFmts", "numFmt", f'<{p}numFmt numFmtId="{first + len(added)}" {written}')
        return first + len(added)

    def _font_name(self) -> str:
        fonts = self._nodes("fonts", "font")
        name = fonts[0].child("name") if fonts else None
        return name.attributes.get("val", "Calibri") if name else "Calibri"

    def _nodes(self, container: str, local: str) -> list[Node]:
        found = self._root.child(container)
        return found.named(local) if found else []

    def _add(self, container: str, local: str, markup: str) -> int:
        """Add an element last in its container; gives its index there. Equal fonts and the like are added once."""
        added = self._added.setdefault(container, [])
        before = len(self._nodes(container, local))
        # Two named styles that look alike are still two.
        if markup in added and container != "cellStyleXfs":
            return before + added.index(markup)
        added.append(markup)
        return before + len(added) - 1

    def _grown(self, container: str, items: list[str]) -> Edit:
        """The edit that adds elements to a container, which is made where the part has none."""
        markup = "".join(items).encode()
        tag = f"{self._prefix}{container}".encode()
        node = self._root.child(container)
        if node is None:
            later = _ORDER[_ORDER.index(container) + 1 :]
            at = next((child.start for child in self._root.children if child.local in later), self._root.close)
            return Edit(at, at, b'<%b count="%d">%b</%b>' % (tag, len(items), markup, tag))
        opening = node.source[node.start : node.tag_end]
        if "count" in node.attributes:
            opening = with_attribute(opening, "count", str(len(node.children) + len(items)))
        inner = b"" if node.is_empty_tag else node.source[node.tag_end : node.close]
        opening = opening[:-2].rstrip() + b">" if node.is_empty_tag else opening
        return Edit(node.start, node.end, opening + inner + markup + b"</" + tag + b">")
