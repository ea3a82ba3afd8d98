"""The VBA project is read back by programs that are not ours."""

from io import BytesIO

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oletools.olevba import VBA_Parser, decompress_stream

from vardering.addin.compound_file import compound_file
from vardering.addin.ovba_compression import compress
from vardering.addin.vba_project import vba_project

SOURCES = {"Runner": 'Option Explicit\n\nSub A()\n    MsgBox "åäö"\nEnd Sub\n', "Lång": "' rad\n" * 1500}


@given(st.text(alphabet="aAbB \r\nSubEnd(),=", min_size=1, max_size=9000))
def test_what_is_compressed_comes_back(text: str) -> None:
    source = text.encode("cp1252")
    assert bytes(decompress_stream(bytearray(compress(source)))) == source


@pytest.mark.parametrize("length", [1, 16, 17, 4095, 4096, 4097, 12_288])
def test_a_repeated_line_comes_back_at_every_border(length: int) -> None:
    source = (b'    RunCommand "RaknaOm"\r\n' * 600)[:length]
    assert bytes(decompress_stream(bytearray(compress(source)))) == source


def test_what_cannot_be_made_shorter_is_refused() -> None:
    noise = bytes((value * value * 7 + value // 3) % 251 for value in range(8192))
    with pytest.raises(ValueError, match="shorter"):
        compress(bytes(noise[place] ^ (place >> 5 & 0xFF) for place in range(4096)) * 1)


@given(st.dictionaries(st.sampled_from([f"S{number}" for number in range(30)]), st.binary(max_size=6000), min_size=1))
def test_every_stream_of_a_compound_file_comes_back(streams: dict[str, bytes]) -> None:
    content = compound_file({**streams, "Lager": {"inre": b"x" * 5000}})
    with olefile.OleFileIO(BytesIO(content)) as opened:
        assert opened.parsing_issues == []
        assert {name: opened.openstream(name).read() for name in streams} == streams
        assert opened.openstream("Lager/inre").read() == b"x" * 5000


def test_too_large_a_compound_file_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        compound_file({"stor": bytes(8_000_000)})


def test_the_sources_come_back() -> None:
    project = vba_project("Vardering", SOURCES, workbook="ThisWorkbook", sheet="Blad1")
    read = {name.rpartition(".")[0]: code for _, _, name, code in VBA_Parser("p.bin", project).extract_macros()}
    assert set(read) == {"ThisWorkbook", "Blad1", "Runner", "Lång"}
    for name, source in SOURCES.items():
        assert read[name].splitlines() == [f'Attribute VB_Name = "{name}"', *source.splitlines()]


def test_the_project_says_it_is_not_locked() -> None:
    project = vba_project("Vardering", SOURCES, workbook="ThisWorkbook", sheet="Blad1")
    with olefile.OleFileIO(BytesIO(project)) as opened:
        text = opened.openstream("PROJECT").read().decode("cp1252")
    fields = dict(line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("["))
    key = sum(fields["ID"].strip('"').encode()) & 0xFF
    assert [decrypted(fields[name].strip('"'), key) for name in ("CMG", "DPB", "GC")] == [bytes(4), b"\0", b"\xff"]


def decrypted(field: str, key: int) -> bytes:
    """[MS-OVBA] 2.4.3.3, step by step."""
    content = bytes.fromhex(field)
    seed, version, shown_key = content[0], content[0] ^ content[1], content[0] ^ content[2]
    assert (version, shown_key) == (2, key)
    plain_before, one, two, plain = shown_key, content[2], content[1], bytearray()
    for byte in content[3:]:
        plain.append(byte ^ ((two + plain_before) & 0xFF))
        two, one, plain_before = one, byte, plain[-1]
    body = plain[(seed & 6) // 2 :]
    assert int.from_bytes(body[:4], "little") == len(body) - 4
    return bytes(body[4:])
