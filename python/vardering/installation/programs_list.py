"""The entry in Windows' list of installed programs, which also lets IT's tools find and remove the product."""

from vardering.installation.layout import Place, windows_path
from vardering.installation.registry import (
    Hive,
    Key,
    Registry,
    RegistryValue,
    create_missing,
    number_value,
)

PROGRAM_NAME = "Värderingsmodellen"
PROGRAMS = Key(Hive.USER, r"Software\Microsoft\Windows\CurrentVersion\Uninstall")
ENTRY = PROGRAMS.child("Vardering")


def list_program(registry: Registry, place: Place, version: str) -> tuple[str, ...]:
    """Write the entry; gives the keys above it that had to be made. Raises ``OSError``."""
    created = create_missing(registry, (PROGRAMS,))
    registry.create_key(ENTRY)
    script = f'"{windows_path(place.uninstall_script)}"'
    texts = {
        "DisplayName": PROGRAM_NAME,
        "DisplayVersion": version,
        "Publisher": PROGRAM_NAME,
        "InstallLocation": windows_path(place.folder),
        "UninstallString": script,
        "QuietUninstallString": f"{script} /tyst",
    }
    for name, content in texts.items():
        registry.write(ENTRY, name, RegistryValue(content))
    for name in ("NoModify", "NoRepair"):
        registry.write(ENTRY, name, number_value(1))
    return created


def unlist_program(registry: Registry) -> None:
    """Take the entry away."""
    registry.remove_key(ENTRY)
