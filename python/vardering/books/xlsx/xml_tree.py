"""Small XML parts as a tree whose nodes know where they stand in the bytes, so that they can be replaced there."""

from collections.abc import Iterator

from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.limits import MAX_DEPTH
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.xml_source import as_utf8, is_empty_tag, new_parser, parse_whole, prefix_of, tag_end


class Node:
    """One element. ``start`` is the offset of its start tag, ``close`` of its end tag if it has one."""

    __slots__ = ("attributes", "children", "close", "local", "namespace", "source", "start", "text")

    def __init__(self, source: bytes, name: str, attributes: dict[str, str], start: int) -> None:
        self.source = source
        self.namespace, _, self.local = name.rpartition("}")
        self.attributes = attributes
        self.start = start
        self.close = 0
        self.text = ""
        self.children: list[Node] = []

    @property
    def tag_end(self) -> int:
        """Offset just after the start tag."""
        return tag_end(self.source, self.start)

    @property
    def is_empty_tag(self) -> bool:
        """Whether the element is written as one tag that closes itself."""
        return is_empty_tag(self.source, self.tag_end)

    @property
    def end(self) -> int:
        """Offset just after the element."""
        return self.tag_end if self.is_empty_tag else tag_end(self.source, self.close)

    @property
    def prefix(self) -> bytes:
        """Namespace prefix as written, colon included."""
        return prefix_of(self.source, self.start)

    @property
    def markup(self) -> bytes:
        """The element as written."""
        return self.source[self.start : self.end]

    def child(self, local: str) -> "Node | None":
        """First child with this local name."""
        return next((child for child in self.children if child.local == local), None)

    def named(self, local: str) -> list["Node"]:
        """Children with this local name."""
        return [child for child in self.children if child.local == local]

    def descendants(self, local: str) -> Iterator["Node"]:
        """Every element below with this local name, in document order."""
        waiting = self.children[::-1]
        while waiting:
            node = waiting.pop()
            if node.local == local:
                yield node
            waiting.extend(reversed(node.children))

    def path(self, *locals_: str) -> "Node | None":
        """The element that first children with these names lead to."""
        node: Node | None = self
        for local in locals_:
            node = node.child(local) if node else None
        return node


def parse_part(package: Package, name: str) -> Node:
    """Root of a part. Raises ``BookUnreadableError`` "xml-dtd", "too-much-markup", "xml-too-deep"."""
    source = as_utf8(package.read(name))
    package.spend(source.count(b"<"))
    return parse_tree(source)


def parse_tree(source: bytes) -> Node:
    """Root of XML in UTF-8. Raises ``ExpatError`` where it is not well formed."""
    parser = new_parser()
    roots: list[Node] = []
    stack: list[Node] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        node = Node(source, name, attributes, parser.CurrentByteIndex)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
        if len(stack) > MAX_DEPTH:
            raise BookUnreadableError("xml-too-deep")

    def end(_: str) -> None:
        stack.pop().close = parser.CurrentByteIndex

    def text(content: str) -> None:
        stack[-1].text += content

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parse_whole(parser, source)
    return roots[0]
