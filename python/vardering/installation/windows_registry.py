"""The registry of the machine, through Python's own ``winreg``."""

from importlib import import_module
from typing import Any

from vardering.installation.registry import Content, Hive, Key, RegistryValue


class WindowsRegistry:
    """The 64-bit view of the registry. Raises ``ImportError`` elsewhere than on Windows."""

    def __init__(self) -> None:
        # By name: the module exists on Windows only, and nothing else here needs that system.
        self._api: Any = import_module("winreg")

    def has_key(self, key: Key) -> bool:
        """Whether the key is there and may be read."""
        opened = self._opened(key)
        if opened is None:
            return False
        opened.Close()
        return True

    def values(self, key: Key) -> dict[str, RegistryValue]:
        """Values by name, in Windows' order."""
        opened = self._opened(key)
        if opened is None:
            return {}
        with opened:
            count = self._api.QueryInfoKey(opened)[1]
            rows = [self._api.EnumValue(opened, place) for place in range(count)]
        return {name: RegistryValue(_content(content), kind) for name, content, kind in rows}

    def subkeys(self, key: Key) -> tuple[str, ...]:
        """Names of the keys directly below."""
        opened = self._opened(key)
        if opened is None:
            return ()
        with opened:
            count = self._api.QueryInfoKey(opened)[0]
            return tuple(str(self._api.EnumKey(opened, place)) for place in range(count))

    def create_key(self, key: Key) -> None:
        """Make the key, and those above it."""
        self._api.CreateKeyEx(self._hive(key), key.path, 0, self._api.KEY_WRITE).Close()

    def write(self, key: Key, name: str, value: RegistryValue) -> None:
        """Write a value in a key that is there."""
        with self._api.OpenKey(self._hive(key), key.path, 0, self._api.KEY_SET_VALUE) as opened:
            content = list(value.content) if isinstance(value.content, tuple) else value.content
            self._api.SetValueEx(opened, name, 0, value.kind, content)

    def remove_value(self, key: Key, name: str) -> None:
        """Take a value away, if it is there."""
        try:
            with self._api.OpenKey(self._hive(key), key.path, 0, self._api.KEY_SET_VALUE) as opened:
                self._api.DeleteValue(opened, name)
        except FileNotFoundError:
            return

    def remove_key(self, key: Key) -> None:
        """Take a key without keys below it away with its values, if it is there."""
        try:
            self._api.DeleteKey(self._hive(key), key.path)
        except FileNotFoundError:
            return

    def _opened(self, key: Key) -> Any | None:  # noqa: ANN401 – a handle that only winreg knows
        try:
            return self._api.OpenKey(self._hive(key), key.path, 0, self._api.KEY_READ | self._api.KEY_WOW64_64KEY)
        except OSError:
            return None

    def _hive(self, key: Key) -> Any:  # noqa: ANN401 – a handle that only winreg knows
        return self._api.HKEY_CURRENT_USER if key.hive is Hive.USER else self._api.HKEY_LOCAL_MACHINE


def _content(content: object) -> Content:
    if isinstance(content, list):
        return tuple(str(line) for line in content)
    return content if isinstance(content, str | int | bytes) else None
