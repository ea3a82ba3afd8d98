"""A VBA project from plain sources, [MS-OVBA] 2.3: source only, so Excel compiles it when it is opened.

Excel's own modules (the workbook and its sheet) come first; then the standard modules in the order given. Text is
Windows-1252, lines end with CR LF. Not locked, no password.
"""

import struct
from collections.abc import Mapping, Sequence

from vardering.addin.compound_file import compound_file
from vardering.addin.ovba_compression import compress
from vardering.base.light_dataclasses import dataclass

CODE_PAGE = "cp1252"
PROJECT_ID = "{9F1C62B4-3C0E-4E6B-8C53-5B7B1D2A6E11}"
"""Any id will do as long as it stays: it is the key of the fields that say the project is not locked."""
SOURCE_ONLY = bytes.fromhex("CC61FFFF000000")
_WORKBOOK_BASE = "0{00020819-0000-0000-C000-000000000046}"
_SHEET_BASE = "0{00020820-0000-0000-C000-000000000046}"
_OFFICE_LIBRARY = (
    r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#C:\Program Files\Common Files\Microsoft Shared"
    r"\OFFICE16\MSO.DLL#Microsoft Office 16.0 Object Library"
)
_REFERENCES = (
    ("stdole", r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation"),
    ("Office", _OFFICE_LIBRARY),
)
_SEED = 0x50
_ENCRYPTION_VERSION = 2


@dataclass(frozen=True, slots=True)
class _Module:
    name: str
    source: str
    is_document: bool


def vba_project(name: str, sources: Mapping[str, str], *, workbook: str, sheet: str) -> bytes:
    """The stream ``vbaProject.bin`` with ``sources`` (module name → code without attributes).

    ``workbook`` and ``sheet`` are the code names of the host workbook and its only sheet.
    """
    modules = (
        _Module(workbook, _document(workbook, _WORKBOOK_BASE), is_document=True),
        _Module(sheet, _document(sheet, _SHEET_BASE), is_document=True),
        *(_Module(title, _standard(title, code), is_document=False) for title, code in sources.items()),
    )
    streams: dict[str, bytes] = {module.name: compress(_bytes(module.source)) for module in modules}
    return compound_file(
        {
            "PROJECT": _bytes(_project_text(name, modules)),
            "PROJECTwm": _name_map(modules),
            "VBA": {"_VBA_PROJECT": SOURCE_ONLY, "dir": compress(_dir(name, modules)), **streams},
        }
    )


def _bytes(text: str) -> bytes:
    return "\r\n".join(text.splitlines()).encode(CODE_PAGE) + b"\r\n"


def _document(name: str, base: str) -> str:
    flags = {
        "GlobalNameSpace": False,
        "Creatable": False,
        "PredeclaredId": True,
        "Exposed": True,
        "TemplateDerived": False,
        "Customizable": True,
    }
    lines = [f'Attribute VB_Name = "{name}"', f'Attribute VB_Base = "{base}"']
    return "\n".join([*lines, *(f"Attribute VB_{flag} = {value}" for flag, value in flags.items())])


def _standard(name: str, code: str) -> str:
    return f'Attribute VB_Name = "{name}"\n{code}'


def _project_text(name: str, modules: Sequence[_Module]) -> str:
    """The stream PROJECT, [MS-OVBA] 2.3.1."""
    listed = [
        f"Document={module.name}/&H00000000" if module.is_document else f"Module={module.name}" for module in modules
    ]
    windows = [f"{module.name}=0, 0, 0, 0, C" for module in modules]
    return "\n".join(
        [
            f'ID="{PROJECT_ID}"',
            *listed,
            f'Name="{name}"',
            'HelpContextID="0"',
            'VersionCompatible32="393222000"',
            f'CMG="{_encrypted(bytes(4))}"',
            f'DPB="{_encrypted(bytes(1))}"',
            f'GC="{_encrypted(bytes([0xFF]))}"',
            "",
            "[Host Extender Info]",
            "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
            "",
            "[Workspace]",
            *windows,
        ]
    )


def _encrypted(content: bytes) -> str:
    """A protection field, [MS-OVBA] 2.4.3.2: not a secret, only the form Excel expects."""
    key = sum(PROJECT_ID.encode()) & 0xFF
    field = bytearray([_SEED, _SEED ^ _ENCRYPTION_VERSION, _SEED ^ key])
    plain_before, one_before, two_before = key, field[2], field[1]
    ignored = bytes([_SEED]) * ((_SEED & 6) // 2)
    for plain in ignored + len(content).to_bytes(4, "little") + content:
        byte = plain ^ ((two_before + plain_before) & 0xFF)
        field.append(byte)
        plain_before, one_before, two_before = plain, byte, one_before
    return field.hex().upper()


def _name_map(modules: Sequence[_Module]) -> bytes:
    """The stream PROJECTwm, [MS-OVBA] 2.3.3."""
    names = (module.name for module in modules)
    pairs = (name.encode(CODE_PAGE) + b"\0" + name.encode("utf-16-le") + b"\0\0" for name in names)
    return b"".join(pairs) + b"\0\0"


def _dir(name: str, modules: Sequence[_Module]) -> bytes:
    """The stream dir before compression, [MS-OVBA] 2.3.4.2."""
    information = [
        _record(0x0001, struct.pack("<I", 1)),
        _record(0x0002, struct.pack("<I", 0x0409)),
        _record(0x0014, struct.pack("<I", 0x0409)),
        _record(0x0003, struct.pack("<H", 1252)),
        _record(0x0004, name.encode(CODE_PAGE)),
        _twice(0x0005, 0x0040, ""),
        _record(0x0006, b"") + _record(0x003D, b""),
        _record(0x0007, struct.pack("<I", 0)),
        _record(0x0008, struct.pack("<I", 0)),
        struct.pack("<HIIH", 0x0009, 4, 1, 1),
        _twice(0x000C, 0x003C, ""),
    ]
    references = [_reference(title, library) for title, library in _REFERENCES]
    listed = [
        _record(0x000F, struct.pack("<H", len(modules))),
        _record(0x0013, struct.pack("<H", 0xFFFF)),
        *(_module_record(module) for module in modules),
    ]
    return b"".join([*information, *references, *listed, _record(0x0010, b"")])


def _reference(name: str, library: str) -> bytes:
    text = library.encode(CODE_PAGE)
    return _twice(0x0016, 0x003E, name) + _record(0x000D, struct.pack("<I", len(text)) + text + bytes(6))


def _module_record(module: _Module) -> bytes:
    return b"".join(
        [
            _twice(0x0019, 0x0047, module.name),
            _twice(0x001A, 0x0032, module.name),
            _twice(0x001C, 0x0048, ""),
            _record(0x0031, struct.pack("<I", 0)),
            _record(0x001E, struct.pack("<I", 0)),
            _record(0x002C, struct.pack("<H", 0xFFFF)),
            _record(0x0022 if module.is_document else 0x0021, b""),
            _record(0x002B, b""),
        ]
    )


def _record(code: int, content: bytes) -> bytes:
    return struct.pack("<HI", code, len(content)) + content


def _twice(code: int, unicode_code: int, text: str) -> bytes:
    """A text in the code page, and once more in UTF-16."""
    return _record(code, text.encode(CODE_PAGE)) + _record(unicode_code, text.encode("utf-16-le"))
