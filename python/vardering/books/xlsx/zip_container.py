"""The zip container: its directory read without trust, and written again with unchanged entries as they were.

Own code and not ``zipfile``, which cannot copy compressed bytes and reads the whole directory before it can be
stopped. Format: PKWARE APPNOTE 6.3.
"""

import struct
import zlib
from collections.abc import Iterable

from vardering.base.faults import BookUnreadableError
from vardering.base.light_dataclasses import dataclass, replace
from vardering.books.xlsx.limits import MAX_PARTS

STORED, DEFLATED = 0, 8
FLAG_ENCRYPTED, FLAG_DESCRIPTOR, FLAG_UTF8 = 0x1, 0x8, 0x800
FIXED_TIME = (0, (1 << 5) | 1)
"""00:00:00 on 1 January 1980, DOS format: the time of every part that we wrote."""

COMPRESSION_LEVEL = 3
"""A tenth larger than at the usual 6, in a third of the time: somebody waits for it."""

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END64_LOCATOR = struct.Struct("<4sIQI")
_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END64_LOCATOR_MARK, _END64_MARK = b"PK\x06\x07", b"PK\x06\x06"
_UNKNOWN16, _UNKNOWN32 = 0xFFFF, 0xFFFFFFFF
_ZIP64_EXTRA = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the container. ``offset`` is where its local header stands; sizes in bytes."""

    raw_name: bytes
    name: str
    version_made: int
    version_needed: int
    flags: int
    method: int
    time: tuple[int, int]
    checksum: int
    packed_size: int
    size: int
    extra: bytes
    comment: bytes
    internal: int
    external: int
    offset: int


def read_directory(content: bytes) -> tuple[list[Entry], bytes]:
    """Entries in the directory's order, and the container's comment.

    Raises ``BookUnreadableError`` "file-truncated", "too-many-parts", "encrypted"; damage as ``struct.error``.
    """
    end = _find_end(content)
    _, _, _, _, count, size, start, comment_size = _END.unpack_from(content, end)
    comment = content[end + _END.size : end + _END.size + comment_size]
    stop = end
    locator = end - _END64_LOCATOR.size
    if locator >= 0 and content.startswith(_END64_LOCATOR_MARK, locator):
        stop = _END64_LOCATOR.unpack_from(content, locator)[2]
        mark, _, _, _, _, _, _, count, size, start = _END64.unpack_from(content, stop)
        if mark != _END64_MARK:
            raise BookUnreadableError("file-damaged")
    if count > MAX_PARTS:
        raise BookUnreadableError("too-many-parts", count=count, limit=MAX_PARTS)
    shift = stop - size - start
    if shift < 0:
        raise BookUnreadableError("file-truncated")
    entries = []
    at = start + shift
    for _ in range(count):
        entry, at = _read_entry(content, at, shift)
        entries.append(entry)
    return entries, comment


def _find_end(content: bytes) -> int:
    end = content.rfind(_END_MARK, max(0, len(content) - _END.size - 0xFFFF))
    if end < 0 or end + _END.size > len(content):
        raise BookUnreadableError("file-truncated")
    return end


def _read_entry(content: bytes, at: int, shift: int) -> tuple[Entry, int]:
    fields = _CENTRAL.unpack_from(content, at)
    mark, made, needed, flags, method, clock, day, checksum, packed, size = fields[:10]
    name_size, extra_size, comment_size, _, internal, external, offset = fields[10:]
    if mark != _CENTRAL_MARK:
        raise BookUnreadableError("file-damaged")
    if flags & FLAG_ENCRYPTED:
        raise BookUnreadableError("encrypted")
    name_at = at + _CENTRAL.size
    extra_at = name_at + name_size
    raw_name = content[name_at:extra_at]
    extra = content[extra_at : extra_at + extra_size]
    comment_at = extra_at + extra_size
    packed, size, offset, extra = _widened(extra, packed, size, offset)
    entry = Entry(
        raw_name,
        raw_name.decode("utf-8" if flags & FLAG_UTF8 else "cp437"),
        made,
        needed,
        flags,
        method,
        (clock, day),
        checksum,
        packed,
        size,
        extra,
        content[comment_at : comment_at + comment_size],
        internal,
        external,
        offset + shift,
    )
    return entry, comment_at + comment_size


def _widened(extra: bytes, packed: int, size: int, offset: int) -> tuple[int, int, int, bytes]:
    """Sizes and offset with what the zip64 field says where they did not fit, and the other extra fields."""
    others = b""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        field = extra[at + 4 : at + 4 + length]
        if kind == _ZIP64_EXTRA:
            wide = iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) // 8 * 8]))
            size = next(wide, size) if size == _UNKNOWN32 else size
            packed = next(wide, packed) if packed == _UNKNOWN32 else packed
            offset = next(wide, offset) if offset == _UNKNOWN32 else offset
        else:
            others += extra[at : at + 4 + length]
        at += 4 + length
    return packed, size, offset, others


def packed_bytes(content: bytes, entry: Entry) -> bytes:
    """The entry's bytes as they lie in the container. Raises ``BookUnreadableError`` "file-truncated"."""
    fields = _LOCAL.unpack_from(content, entry.offset)
    if fields[0] != _LOCAL_MARK:
        raise BookUnreadableError("file-damaged")
    start = entry.offset + _LOCAL.size + fields[9] + fields[10]
    if start + entry.packed_size > len(content):
        raise BookUnreadableError("file-truncated")
    return content[start : start + entry.packed_size]


def inflate(packed: bytes, entry: Entry) -> bytes:
    """The entry's content, never more than its declared size. Raises ``BookUnreadableError`` where it lies."""
    if entry.method == STORED:
        plain = packed
    elif entry.method == DEFLATED:
        stream = zlib.decompressobj(-15)
        plain = stream.decompress(packed, entry.size + 1)
    else:
        raise BookUnreadableError("compression-unknown", part=entry.name)
    if len(plain) > entry.size:
        raise BookUnreadableError("part-larger-than-declared", part=entry.name)
    if len(plain) < entry.size or zlib.crc32(plain) != entry.checksum:
        raise BookUnreadableError("part-damaged", part=entry.name)
    return plain


def is_same(entry: Entry, content: bytes) -> bool:
    """Whether an entry already holds this content, by size and checksum."""
    return entry.size == len(content) and entry.checksum == zlib.crc32(content)


def packed_entry(name: str, content: bytes, like: Entry | None = None) -> tuple[Entry, bytes]:
    """An entry of ours, compressed, with the fixed time; ``like`` is the entry it takes the place of."""
    stream = zlib.compressobj(COMPRESSION_LEVEL, zlib.DEFLATED, -15)
    packed = stream.compress(content) + stream.flush()
    raw_name = like.raw_name if like else name.encode()
    flags = (like.flags if like else FLAG_UTF8) & FLAG_UTF8
    entry = Entry(
        raw_name, name, 20, 20, flags, DEFLATED, FIXED_TIME, zlib.crc32(content), len(packed), len(content),
        b"", b"", 0, 0, 0,
    )  # fmt: skip
    return entry, packed


def written(parts: Iterable[tuple[Entry, bytes]], comment: bytes) -> bytes:
    """A container of these entries, each with its packed bytes; sizes stand in the headers, not behind the data."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for entry, packed in parts:
        placed = replace(entry, flags=entry.flags & ~FLAG_DESCRIPTOR, offset=at)
        local = _local_header(placed)
        pieces += (local, packed)
        directory.append(_central_header(placed))
        at += len(local) + len(packed)
    size = sum(map(len, directory))
    count = len(directory)
    end = _END.pack(_END_MARK, 0, 0, count, count, size, at, len(comment)) + comment
    return b"".join((*pieces, *directory, end))


def _local_header(entry: Entry) -> bytes:
    header = _LOCAL.pack(
        _LOCAL_MARK, entry.version_needed, entry.flags, entry.method, *entry.time, entry.checksum,
        entry.packed_size, entry.size, len(entry.raw_name), len(entry.extra),
    )  # fmt: skip
    return header + entry.raw_name + entry.extra


def _central_header(entry: Entry) -> bytes:
    header = _CENTRAL.pack(
        _CENTRAL_MARK, entry.version_made, entry.version_needed, entry.flags, entry.method, *entry.time,
        entry.checksum, entry.packed_size, entry.size, len(entry.raw_name), len(entry.extra),
        len(entry.comment), 0, entry.internal, entry.external, entry.offset,
    )  # fmt: skip
    return header + entry.raw_name + entry.extra + entry.comment
