"""A registry in memory that behaves as Windows': capitals and small letters are the same, keys hold what is below."""

from collections.abc import Mapping

from vardering.installation.registry import Hive, Key, RegistryValue


class MemoryRegistry:
    """Values by key and name. Refuses to write outside the user's own hive, as Windows does without rights."""

    def __init__(self) -> None:
        self.keys: dict[tuple[str, str], tuple[Key, dict[str, RegistryValue]]] = {}

    def has_key(self, key: Key) -> bool:
        return not key.path or _place(key) in self.keys or any(self._below(key))

    def values(self, key: Key) -> Mapping[str, RegistryValue]:
        return dict(self.keys.get(_place(key), (key, {}))[1])

    def subkeys(self, key: Key) -> tuple[str, ...]:
        names = {found.path[len(key.path) + 1 :].split("\\")[0].casefold(): found for found in self._below(key)}
        return tuple(found.path[len(key.path) + 1 :].split("\\")[0] for found in names.values())

    def create_key(self, key: Key) -> None:
        if key.hive is not Hive.USER:
            raise PermissionError(5, "Access is denied", key.path)
        parts = key.path.split("\\")
        for count in range(1, len(parts) + 1):
            above = Key(key.hive, "\\".join(parts[:count]))
            self.keys.setdefault(_place(above), (above, {}))

    def write(self, key: Key, name: str, value: RegistryValue) -> None:
        if key.hive is not Hive.USER:
            raise PermissionError(5, "Access is denied", key.path)
        held = self.keys[_place(key)][1]
        known = next((found for found in held if found.casefold() == name.casefold()), name)
        held[known] = value

    def remove_value(self, key: Key, name: str) -> None:
        held = self.keys.get(_place(key), (key, {}))[1]
        for known in [found for found in held if found.casefold() == name.casefold()]:
            del held[known]

    def remove_key(self, key: Key) -> None:
        if any(self._below(key)):
            raise PermissionError(5, "Access is denied", key.path)
        self.keys.pop(_place(key), None)

    def set(self, key: Key, name: str, content: str | int | bytes, kind: int = 1) -> None:
        """What somebody else, with rights to both hives, has written."""
        parts = key.path.split("\\")
        for count in range(1, len(parts) + 1):
            above = Key(key.hive, "\\".join(parts[:count]))
            self.keys.setdefault(_place(above), (above, {}))
        self.keys[_place(key)][1][name] = RegistryValue(content, kind)

    def everything(self) -> dict[tuple[str, str], dict[str, RegistryValue]]:
        """A copy to compare with."""
        return {place: dict(values) for place, (_, values) in self.keys.items()}

    def _below(self, key: Key) -> list[Key]:
        hive, path = _place(key)
        return [
            found for place, (found, _) in self.keys.items() if place[0] == hive and place[1].startswith(f"{path}\\")
        ]


def _place(key: Key) -> tuple[str, str]:
    return key.hive.value, key.path.casefold()
