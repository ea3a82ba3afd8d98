"""Compression of VBA sources as Office stores them, [MS-OVBA] 2.4.1 (own: no well-kept library writes it)."""

CHUNK = 4096
SIGNATURE = b"\x01"
_COMPRESSED = 0xB000
_SHORTEST = 3


def compress(source: bytes) -> bytes:
    """The compressed container of a stream: a signature byte and one chunk for every 4,096 bytes.

    The same source always gives the same bytes. Raises ``ValueError`` for a chunk that no copying makes shorter:
    text never is one.
    """
    chunks = [source[start : start + CHUNK] for start in range(0, len(source), CHUNK)]
    return SIGNATURE + b"".join(_chunk(chunk) for chunk in chunks)


def _chunk(chunk: bytes) -> bytes:
    body = bytearray()
    place = 0
    seen: dict[bytes, list[int]] = {}
    while place < len(chunk):
        flags, tokens = 0, bytearray()
        for bit in range(8):
            if place >= len(chunk):
                break
            offset, length = _longest_match(chunk, place, seen)
            if length:
                flags |= 1 << bit
                tokens += _copy_token(place, offset, length).to_bytes(2, "little")
            else:
                length = 1
                tokens.append(chunk[place])
            for passed in range(place, place + length):
                seen.setdefault(chunk[passed : passed + _SHORTEST], []).append(passed)
            place += length
        body.append(flags)
        body += tokens
    if len(body) > CHUNK:
        raise ValueError("the chunk does not become shorter")
    return (_COMPRESSED | (len(body) - 1)).to_bytes(2, "little") + bytes(body)


def _longest_match(chunk: bytes, place: int, seen: dict[bytes, list[int]]) -> tuple[int, int]:
    """How far back the longest repetition starts and how long it is; length 0 where there is none."""
    best_offset = best_length = 0
    limit = min(_longest_copy(place), len(chunk) - place)
    for start in reversed(seen.get(chunk[place : place + _SHORTEST], [])):
        length = 0
        while length < limit and chunk[start + length] == chunk[place + length]:
            length += 1
        if length > best_length:
            best_offset, best_length = place - start, length
    return (best_offset, best_length) if best_length >= _SHORTEST else (0, 0)


def _offset_bits(place: int) -> int:
    """Bits of a token that say how far back: 4 at least, more the further into the chunk."""
    return max(4, (place - 1).bit_length())


def _longest_copy(place: int) -> int:
    return (0xFFFF >> _offset_bits(place)) + _SHORTEST


def _copy_token(place: int, offset: int, length: int) -> int:
    return ((offset - 1) << (16 - _offset_bits(place))) | (length - _SHORTEST)
