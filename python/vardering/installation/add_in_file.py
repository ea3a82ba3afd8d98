"""What can be read of the add-in's file without Excel: its version, and Windows' mark of where it came from."""

import re
import zipfile
from pathlib import Path

_PROPERTIES = "docProps/custom.xml"
_SIGNATURE = "xl/vbaProjectSignature"
_VERSION = re.compile(r'name="Version"[^>]*>\s*<vt:lpwstr>([^<]+)<')
_MARK = "Zone.Identifier"
_INTERNET, _RESTRICTED = 3, 4


def version_of(add_in: Path) -> str:
    """The version the add-in was built with; empty where the file does not say."""
    try:
        with zipfile.ZipFile(add_in) as package:
            found = _VERSION.search(package.read(_PROPERTIES).decode("utf-8", "replace"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return ""
    return found[1] if found is not None else ""


def is_signed(add_in: Path) -> bool:
    """Whether the VBA project carries a signature. Whether the machine trusts its maker only Excel can tell."""
    try:
        with zipfile.ZipFile(add_in) as package:
            return any(name.startswith(_SIGNATURE) for name in package.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def came_from_internet(file: Path) -> bool:
    """Whether Windows has marked the file as coming from the internet: a stream beside its content says which zone."""
    try:
        mark = file.with_name(f"{file.name}:{_MARK}").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    zone = re.search(r"^ZoneId=(\d+)", mark, re.MULTILINE)
    return zone is not None and int(zone[1]) in (_INTERNET, _RESTRICTED)
