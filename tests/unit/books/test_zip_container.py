"""The container: every honest way of writing one is read, and what is written again is the same."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.zip_container import Entry, inflate, packed_bytes, packed_entry, read_directory
from workbooks.packages import package_of, parts_of


class Unseekable(io.RawIOBase):
    """A stream that cannot be sought, so that zipfile writes sizes behind the data."""

    def __init__(self) -> None:
        self.content = b""

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.content += bytes(data)
        return len(data)


def streamed(parts: dict[str, bytes]) -> bytes:
    target = Unseekable()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            with container.open(name, "w", force_zip64=True) as part:
                part.write(content)
    return target.content


def wide_directory(content: bytes) -> bytes:
    """The same container with its numbers in zip64 fields, as writers of very large files have them."""
    end = content.rindex(b"PK\x05\x06")
    _, _, _, _, count, size, start, comment = struct.unpack_from("<4s4H2IH", content, end)
    wide = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    narrow = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, comment)
    return content[:end] + wide + locator + narrow + content[end + 22 :]


def wide_entry(name: str, content: bytes) -> bytes:
    """A container of one entry whose sizes and offset stand in a zip64 field only."""
    plain = package_of({name: content}, zipfile.ZIP_STORED)
    at = plain.index(b"PK\x01\x02")
    header = bytearray(plain[at : at + 46])
    struct.pack_into("<2I", header, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    extra = struct.pack("<2H3Q", 1, 24, len(content), len(content), 0) + struct.pack("<2HH", 0x9999, 2, 7)
    struct.pack_into("<H", header, 30, len(extra))
    struct.pack_into("<I", header, 42, 0xFFFFFFFF)
    directory = bytes(header) + name.encode() + extra
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), at, 0)
    return plain[:at] + directory + end


PARTS = {"a.txt": b"a" * 1000, "mapp/b & c.xml": bytes(range(256)), "tom": b"", "åäö.txt": b"x"}
FORMS = {
    "deflated": package_of(PARTS),
    "stored": package_of(PARTS, zipfile.ZIP_STORED),
    "streamed": streamed(PARTS),
    "zip64": wide_directory(package_of(PARTS)),
    "after something else": b"#!/bin/sh\n" + package_of(PARTS),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_container_is_read_and_written_again(form: str) -> None:
    package = Package(FORMS[form])
    assert {name: package.read(name) for name in package.names} == PARTS
    again = package.with_changes({"a.txt": b"ny", "sist.txt": b"sist"}, {"tom"})
    expected = {**PARTS, "a.txt": b"ny", "sist.txt": b"sist"}
    del expected["tom"]
    assert parts_of(again) == expected
    assert list(parts_of(again)) == list(expected)
    with zipfile.ZipFile(io.BytesIO(again)) as container:
        assert container.testzip() is None


def test_sizes_in_a_wide_field_are_read_and_other_fields_kept() -> None:
    content = wide_entry("a.txt", b"abc" * 100)
    package = Package(content)
    assert package.read("a.txt") == b"abc" * 100
    again = package.with_changes({})
    with zipfile.ZipFile(io.BytesIO(again)) as container:
        assert container.getinfo("a.txt").extra == struct.pack("<2HH", 0x9999, 2, 7)
        assert container.read("a.txt") == b"abc" * 100


def test_a_part_given_the_content_it_has_keeps_its_time() -> None:
    content = package_of(PARTS)
    assert Package(content).with_changes({"A.TXT": PARTS["a.txt"]}) == Package(content).with_changes({})


def test_parts_are_found_whatever_their_case_and_slashes() -> None:
    package = Package(package_of({"XL\\Workbook.xml": b"x"}))
    assert package.read("xl/workbook.XML") == b"x"
    assert package.has("xl/workbook.xml")
    assert parts_of(package.with_changes({"xl/workbook.xml": b"y"})) == {"XL\\Workbook.xml": b"y"}
    with pytest.raises(BookUnreadableError, match="part-missing"):
        package.read("xl/styles.xml")


def test_a_compression_of_another_kind_is_refused_only_when_it_is_needed() -> None:
    package = Package(package_of({"a.txt": b"a" * 100}, zipfile.ZIP_BZIP2))
    assert package.names == ("a.txt",)
    with pytest.raises(BookUnreadableError, match="compression-unknown"):
        package.read("a.txt")
    assert parts_of(package.with_changes({"b.txt": b"b"})) == {"a.txt": b"a" * 100, "b.txt": b"b"}


def test_a_wide_directory_that_is_not_there_is_damage() -> None:
    content = wide_directory(package_of(PARTS)).replace(b"PK\x06\x06", b"PK\x00\x00")
    with pytest.raises(BookUnreadableError, match="file-damaged"):
        read_directory(content)


def test_an_entry_that_points_nowhere_is_damage() -> None:
    content = package_of(PARTS)
    entry = read_directory(content)[0][0]
    with pytest.raises(BookUnreadableError, match="file-damaged"):
        packed_bytes(b"x" * 100, entry)
    with pytest.raises(BookUnreadableError, match="file-truncated"):
        packed_bytes(content[:38], entry)


@given(st.binary(max_size=2000))
def test_what_is_packed_unpacks_to_the_same(content: bytes) -> None:
    entry, packed = packed_entry("a", content)
    assert isinstance(entry, Entry)
    assert inflate(packed, entry) == content
    assert zlib.decompress(packed, -15) == content
