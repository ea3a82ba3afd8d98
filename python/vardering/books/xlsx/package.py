"""The package: named parts in a container, read within limits, and written with unchanged parts untouched."""

from collections.abc import Mapping, Set
from typing import Final

from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.limits import (
    MAX_INFLATED_BYTES,
    MAX_PART_BYTES,
    MAX_RATIO,
    MAX_TAGS,
    RATIO_COUNTS_FROM_BYTES,
)
from vardering.books.xlsx.zip_container import (
    Entry,
    inflate,
    is_same,
    packed_bytes,
    packed_entry,
    read_directory,
    written,
)


class Package:
    """The parts of one file. Part names have no leading slash and are found whatever their case.

    Raises ``BookUnreadableError`` on opening: "file-truncated", "file-damaged", "too-many-parts", "encrypted",
    "part-names-twice", "part-name-unsafe", "inflated-too-large", "zip-bomb".
    """

    def __init__(self, content: bytes) -> None:
        self._content: Final = content
        self._entries, self._comment = read_directory(content)
        self._by_name: dict[str, Entry] = {}
        self._tags_left = MAX_TAGS
        for entry in self._entries:
            self._register(entry)
        total = sum(entry.size for entry in self._entries)
        if total > MAX_INFLATED_BYTES:
            raise BookUnreadableError("inflated-too-large", size=total, limit=MAX_INFLATED_BYTES)

    def _register(self, entry: Entry) -> None:
        name = entry.name.replace("\\", "/").lower()
        if name.startswith("/") or ".." in name.split("/") or "\x00" in name:
            raise BookUnreadableError("part-name-unsafe", part=entry.name)
        if name in self._by_name:
            raise BookUnreadableError("part-names-twice", part=entry.name)
        if entry.size > RATIO_COUNTS_FROM_BYTES and entry.size > MAX_RATIO * max(entry.packed_size, 1):
            raise BookUnreadableError("zip-bomb", part=entry.name)
        if entry.size > MAX_PART_BYTES:
            raise BookUnreadableError("inflated-too-large", size=entry.size, limit=MAX_PART_BYTES)
        self._by_name[name] = entry

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts in the container's order."""
        return tuple(entry.name for entry in self._entries)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._by_name

    def read(self, name: str) -> bytes:
        """Content of a part. Raises ``BookUnreadableError`` "part-missing", "part-damaged" and the like."""
        entry = self._by_name.get(name.lower())
        if entry is None:
            raise BookUnreadableError("part-missing", part=name)
        return inflate(packed_bytes(self._content, entry), entry)

    def spend(self, tags: int) -> None:
        """Count markup that is about to be parsed. Raises ``BookUnreadableError`` "too-much-markup"."""
        self._tags_left -= tags
        if self._tags_left < 0:
            raise BookUnreadableError("too-much-markup", limit=MAX_TAGS)

    def verify(self) -> None:
        """Inflate every part. Raises ``BookUnreadableError`` for the first that is damaged."""
        for entry in self._entries:
            inflate(packed_bytes(self._content, entry), entry)

    def with_changes(self, changed: Mapping[str, bytes], removed: Set[str] = frozenset()) -> bytes:
        """The whole file again: changed parts in their old places, new ones last, removed ones gone.

        Every other part keeps its compressed bytes, time and attributes. Part names in any case.
        """
        changes = {name.lower(): content for name, content in changed.items()}
        gone = {name.lower() for name in removed}
        parts = []
        for entry in self._entries:
            key = entry.name.replace("\\", "/").lower()
            if key in gone:
                continue
            if key in changes and not is_same(entry, changes[key]):
                parts.append(packed_entry(entry.name, changes[key], entry))
            else:
                parts.append((entry, packed_bytes(self._content, entry)))
        new = [name for name in changed if name.lower() not in self._by_name]
        parts += [packed_entry(name, changed[name]) for name in new]
        return written(parts, self._comment)
