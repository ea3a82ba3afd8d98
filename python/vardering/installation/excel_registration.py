r"""How Excel comes to load the add-in: an OPEN value, and a trusted folder, for one user.

Excel loads the files that the values OPEN, OPEN1, OPEN2 … below ``Excel\Options`` name, and stops at the first number
that is missing. Others' add-ins stand in the same row, so a place that is left is closed up.
"""

import re
from collections.abc import Mapping

from vardering.base.light_dataclasses import dataclass
from vardering.installation.registry import (
    Hive,
    Key,
    Registry,
    RegistryValue,
    create_missing,
    number_value,
    remove_if_empty,
    value_of,
)

EXCEL = Key(Hive.USER, r"Software\Microsoft\Office\16.0\Excel")
OPTIONS = EXCEL.child("Options")
ADD_IN_MANAGER = EXCEL.child("Add-in Manager")
TRUSTED_LOCATIONS = EXCEL.child("Security").child("Trusted Locations")
_OPEN = re.compile(r"OPEN([1-9]\d*)?\Z", re.IGNORECASE)
_SWITCHES = re.compile(r"\s*(/[A-Za-z]\s+)*")
_FIRST_LOCATION = 20
"""Office numbers its own and the user's trusted folders from 0; this keeps clear of them."""


@dataclass(frozen=True, slots=True)
class Registration:
    """What must be known to put everything back: others' OPEN values as they stood, and keys that were not there."""

    opened_before: Mapping[str, str]
    created_keys: tuple[str, ...]


def register(registry: Registry, add_in: str, description: str) -> Registration:
    """Let Excel load the file ``add_in`` (a whole path) at its start and trust its folder. Twice is as once.

    Raises ``OSError`` where Windows refuses.
    """
    created = create_missing(registry, (OPTIONS, TRUSTED_LOCATIONS))
    before = {
        name: str(value.content) for name, value in _opened(registry).items() if not names_file(value.content, add_in)
    }
    if not is_opened(registry, add_in):
        taken = {_number(name) for name in _opened(registry)}
        free = next(number for number in range(len(taken) + 1) if number not in taken)
        registry.write(OPTIONS, _open_name(free), RegistryValue(f'"{add_in}"'))
    folder = add_in.rpartition("\\")[0]
    location = trusted_location(registry, folder)
    if location is None:
        location = _free_location(registry)
        registry.create_key(location)
    registry.write(location, "Path", RegistryValue(f"{folder}\\"))
    registry.write(location, "Description", RegistryValue(description))
    registry.write(location, "AllowSubFolders", number_value(0))
    return Registration(before, created)


def unregister(registry: Registry, add_in: str, registration: Registration) -> None:
    """Take away what ``register`` wrote, and keys it made that are empty. Others' add-ins keep their order.

    Where nobody has changed the row since, it becomes what it was; otherwise the place that is left is closed up.
    """
    for name, value in _opened(registry).items():
        if names_file(value.content, add_in):
            registry.remove_value(OPTIONS, name)
            _close_up(registry, _number(name), registration.opened_before)
    for name in registry.values(ADD_IN_MANAGER):
        if names_file(name, add_in):
            registry.remove_value(ADD_IN_MANAGER, name)
    location = trusted_location(registry, add_in.rpartition("\\")[0])
    if location is not None:
        registry.remove_key(location)
    remove_if_empty(registry, registration.created_keys)


def is_opened(registry: Registry, add_in: str) -> bool:
    """Whether an OPEN value names the file."""
    return any(names_file(value.content, add_in) for value in _opened(registry).values())


def is_reached(registry: Registry, add_in: str) -> bool:
    """Whether no number is missing before the OPEN value that names the file."""
    opened = _opened(registry)
    ours = [_number(name) for name, value in opened.items() if names_file(value.content, add_in)]
    numbers = {_number(name) for name in opened}
    return bool(ours) and all(number in numbers for number in range(min(ours)))


def trusted_location(registry: Registry, folder: str) -> Key | None:
    """The key that makes a folder trusted, or None."""
    wanted = folder.rstrip("\\").casefold()
    for name in registry.subkeys(TRUSTED_LOCATIONS):
        key = TRUSTED_LOCATIONS.child(name)
        if str(value_of(registry, key, "Path") or "").rstrip("\\").casefold() == wanted:
            return key
    return None


def names_file(content: object, add_in: str) -> bool:
    """Whether an OPEN value names a file: a path, with or without quotation marks and switches such as /R."""
    text = str(content or "")
    return _SWITCHES.sub("", text, count=1).strip().strip('"').casefold() == add_in.casefold()


def _opened(registry: Registry) -> dict[str, RegistryValue]:
    """The OPEN values by name, in Excel's order."""
    found = {name: value for name, value in registry.values(OPTIONS).items() if _OPEN.match(name)}
    return dict(sorted(found.items(), key=lambda item: _number(item[0])))


def _number(name: str) -> int:
    return int(name[4:] or 0)


def _open_name(number: int) -> str:
    return f"OPEN{number or ''}"


def _close_up(registry: Registry, gap: int, before: Mapping[str, str]) -> None:
    """Move the values directly after a gap one step down, unless the row is what it was before us, gap and all."""
    rest = _opened(registry)
    if {name.casefold(): str(value.content) for name, value in rest.items()} == {
        name.casefold(): content for name, content in before.items()
    }:
        return
    by_number = {_number(name): (name, value) for name, value in rest.items()}
    while gap + 1 in by_number:
        name, value = by_number[gap + 1]
        registry.write(OPTIONS, _open_name(gap), value)
        registry.remove_value(OPTIONS, name)
        gap += 1


def _free_location(registry: Registry) -> Key:
    taken = {name.casefold() for name in registry.subkeys(TRUSTED_LOCATIONS)}
    numbers = range(_FIRST_LOCATION, _FIRST_LOCATION + len(taken) + 1)
    return TRUSTED_LOCATIONS.child(next(f"Location{n}" for n in numbers if f"location{n}" not in taken))
