"""A compound file (OLE container, version 3) from named streams, [MS-CFB]. Own: libraries that write it are copyleft.

Streams shorter than 4,096 bytes share the mini stream; the others fill sectors of 512 bytes. Names, order and bytes
decide everything: no clock, no random numbers.
"""

import struct
from collections.abc import Mapping, Sequence

from vardering.base.light_dataclasses import dataclass, field

SECTOR, MINI_SECTOR, MINI_LIMIT = 512, 64, 4096
FREE, END, FAT_SECTOR, NO_ENTRY = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
STORAGE, STREAM, ROOT = 1, 2, 5
RED, BLACK = 0, 1

Tree = Mapping[str, "bytes | Tree"]
"""Streams by name; a mapping within is a storage."""


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    children: list[int] = field(default_factory=list)
    left: int = NO_ENTRY
    right: int = NO_ENTRY
    child: int = NO_ENTRY
    colour: int = BLACK
    start: int = END
    size: int = 0


@dataclass(slots=True)
class _Chains:
    """Sectors of one size, and for each the one that follows it."""

    size: int
    next: list[int] = field(default_factory=list)
    content: bytearray = field(default_factory=bytearray)

    def add(self, stream: bytes) -> int:
        """Append a stream; gives its first sector, or END for an empty one."""
        count = -(-len(stream) // self.size)
        if not count:
            return END
        first = len(self.next)
        self.next.extend([*range(first + 1, first + count), END])
        self.content += stream.ljust(count * self.size, b"\0")
        return first


def compound_file(tree: Tree) -> bytes:
    """The file that holds the streams and storages of ``tree``. Raises ``ValueError`` for more than 109 FAT sectors."""
    entries = [_Entry("Root Entry", ROOT)]
    _collect(tree, 0, entries)
    for entry in entries:
        _balance(entry, entries)
    mini, sectors = _Chains(MINI_SECTOR), _Chains(SECTOR)
    for entry in entries[1:]:
        if entry.kind == STREAM:
            chains = mini if len(entry.content) < MINI_LIMIT else sectors
            entry.start, entry.size = chains.add(entry.content), len(entry.content)
    entries[0].start, entries[0].size = sectors.add(bytes(mini.content)), len(mini.content)
    mini_fat = sectors.add(_words(mini.next))
    mini_fat_sectors = -(-len(mini.next) * 4 // SECTOR)
    directory = sectors.add(_directory(entries))
    fat_sectors = _fat_size(len(sectors.next))
    if fat_sectors > 109:
        raise ValueError("too large for a compound file without further tables")
    first_fat = len(sectors.next)
    fat = [*sectors.next, *[FAT_SECTOR] * fat_sectors]
    header = _header(fat_sectors, first_fat, directory, (mini_fat, mini_fat_sectors))
    return header + bytes(sectors.content) + _words(fat).ljust(fat_sectors * SECTOR, b"\xff")


def _collect(tree: Tree, parent: int, entries: list[_Entry]) -> None:
    for name in sorted(tree, key=_order):
        content = tree[name]
        entries[parent].children.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, STREAM, content))
        else:
            entries.append(_Entry(name, STORAGE, start=0))
            _collect(content, len(entries) - 1, entries)


def _order(name: str) -> tuple[int, str]:
    """Names are ordered by length, then by their capital letters."""
    return len(name), name.upper()


def _balance(entry: _Entry, entries: list[_Entry]) -> None:
    """Make the children a red-black tree: balanced, its last incomplete level red."""
    full_levels = (len(entry.children) + 1).bit_length() - 1

    def subtree(found: Sequence[int], depth: int) -> int:
        if not found:
            return NO_ENTRY
        middle = len(found) // 2
        node = entries[found[middle]]
        node.colour = RED if depth >= full_levels else BLACK
        node.left = subtree(found[:middle], depth + 1)
        node.right = subtree(found[middle + 1 :], depth + 1)
        return found[middle]

    entry.child = subtree(entry.children, 0)


def _directory(entries: Sequence[_Entry]) -> bytes:
    packed = b"".join(_packed(entry) for entry in entries)
    empty = _packed(_Entry("", 0, start=0))
    missing = -len(entries) % (SECTOR // 128)
    return packed + empty * missing


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        name,
        len(name) + 2 if name else 0,
        entry.kind,
        entry.colour,
        entry.left,
        entry.right,
        entry.child,
        b"",
        0,
        0,
        0,
        entry.start,
        entry.size,
    )


def _fat_size(sectors: int) -> int:
    """Sectors that the table of sectors needs, itself included."""
    count = 0
    while count * (SECTOR // 4) < sectors + count:
        count += 1
    return count


def _header(fat_sectors: int, first_fat: int, directory: int, mini_fat: tuple[int, int]) -> bytes:
    places = [*range(first_fat, first_fat + fat_sectors)]
    return struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        MAGIC,
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        b"",
        0,
        fat_sectors,
        directory,
        0,
        MINI_LIMIT,
        *mini_fat,
        END,
        0,
    ) + _words([*places, *[FREE] * (109 - len(places))])


def _words(values: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)
