"""Relationships between parts (ECMA-376 part 2, 9.3): who points at whom, and of what kind."""

import posixpath
from urllib.parse import unquote

from vardering.base.light_dataclasses import dataclass
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.xml_tree import Node, parse_part


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship. ``kind`` is the last word of its type; ``target`` a part name, "" for an external one."""

    id: str
    kind: str
    full_type: str
    target: str
    node: Node


def relationships_part(part: str) -> str:
    """Name of the part that holds the relationships of ``part``; "" is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def relationships_of(package: Package, part: str) -> tuple[Relationship, ...]:
    """All relationships of a part, in order; none where it has no relationships part."""
    name = relationships_part(part)
    if not package.has(name):
        return ()
    root = parse_part(package, name)
    return tuple(_relationship(part, node) for node in root.named("Relationship"))


def _relationship(part: str, node: Node) -> Relationship:
    full_type = node.attributes.get("Type", "")
    external = node.attributes.get("TargetMode", "").lower() == "external"
    target = "" if external else _resolved(part, node.attributes.get("Target", ""))
    return Relationship(node.attributes.get("Id", ""), full_type.rpartition("/")[2], full_type, target, node)


def _resolved(part: str, target: str) -> str:
    joined = posixpath.join("/", posixpath.dirname(part), unquote(target.replace("\\", "/")))
    return posixpath.normpath(joined).lstrip("/")
