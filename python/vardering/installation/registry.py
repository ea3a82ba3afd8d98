"""What the installation needs of the Windows registry, so that it can be tried without Windows."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from vardering.base.light_dataclasses import dataclass

TEXT, EXPANDED_TEXT, BINARY, NUMBER = 1, 2, 3, 4
"""Kinds of values, as Windows numbers them."""

Content = str | int | bytes | tuple[str, ...] | None


class Hive(StrEnum):
    """The two parts of the registry that are read; only the user's own is ever written."""

    USER = "HKEY_CURRENT_USER"
    MACHINE = "HKEY_LOCAL_MACHINE"


@dataclass(frozen=True, slots=True)
class Key:
    """A key by its path below a hive. Windows does not tell capitals from small letters in it."""

    hive: Hive
    path: str

    def child(self, name: str) -> "Key":
        """The key ``name`` directly below this one."""
        return Key(self.hive, f"{self.path}\\{name}")

    @property
    def parent(self) -> "Key":
        """The key above this one; above the uppermost is the hive itself, whose path is empty."""
        return Key(self.hive, self.path.rpartition("\\")[0])


@dataclass(frozen=True, slots=True)
class RegistryValue:
    """A value with its kind."""

    content: Content
    kind: int = TEXT


def number_value(content: int) -> RegistryValue:
    """A whole number, 0 to 2**32 - 1."""
    return RegistryValue(content, NUMBER)


class Registry(Protocol):
    """Reading of both hives; writing below HKEY_CURRENT_USER. Raises ``OSError`` where Windows refuses to write."""

    def has_key(self, key: Key) -> bool:
        """Whether the key is there."""
        ...

    def values(self, key: Key) -> Mapping[str, RegistryValue]:
        """Values by name; none where the key is not there or may not be read."""
        ...

    def subkeys(self, key: Key) -> tuple[str, ...]:
        """Names of the keys directly below; none where the key is not there or may not be read."""
        ...

    def create_key(self, key: Key) -> None:
        """Make the key, and those above it."""
        ...

    def write(self, key: Key, name: str, value: RegistryValue) -> None:
        """Write a value in a key that is there."""
        ...

    def remove_value(self, key: Key, name: str) -> None:
        """Take a value away, if it is there."""
        ...

    def remove_key(self, key: Key) -> None:
        """Take a key without keys below it away with its values, if it is there."""
        ...


def value_of(registry: Registry, key: Key, name: str) -> Content:
    """The content of a value whatever its capitals; None where it is not there."""
    wanted = name.casefold()
    return next((value.content for found, value in registry.values(key).items() if found.casefold() == wanted), None)


def create_missing(registry: Registry, keys: tuple[Key, ...]) -> tuple[str, ...]:
    """Make the user's keys that are missing with those above them; gives their paths, the uppermost first."""
    created: list[str] = []
    for key in keys:
        missing, above = [], key
        while not registry.has_key(above):
            missing.append(above)
            above = above.parent
        for absent in reversed(missing):
            registry.create_key(absent)
            created.append(absent.path)
    return tuple(created)


def remove_if_empty(registry: Registry, paths: tuple[str, ...]) -> None:
    """Take away the user's keys at ``paths`` that hold nothing, from the last."""
    for path in reversed(paths):
        key = Key(Hive.USER, path)
        if registry.has_key(key) and not registry.values(key) and not registry.subkeys(key):
            registry.remove_key(key)
