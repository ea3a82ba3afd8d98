"""Packages taken apart and put together again with zipfile, independent of our own container code."""

import io
import zipfile
from collections.abc import Collection, Mapping


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part by name, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        return {name: container.read(name) for name in container.namelist()}


def package_of(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as container:
        for name, content in parts.items():
            container.writestr(zipfile.ZipInfo(name, (2024, 2, 3, 4, 5, 6)), content, method)
    return target.getvalue()


def with_parts(content: bytes, changed: Mapping[str, bytes], removed: Collection[str] = ()) -> bytes:
    """The same package with some parts changed, added or gone."""
    parts = {name: part for name, part in parts_of(content).items() if name not in removed}
    return package_of({**parts, **changed})


def with_text(content: bytes, part: str, old: str, new: str) -> bytes:
    """The same package with a piece of one part replaced; it must be there."""
    before = parts_of(content)[part].decode()
    assert old in before, f"{old} is not in {part}"
    return with_parts(content, {part: before.replace(old, new, 1).encode()})


def different_parts(before: bytes, after: bytes) -> set[str]:
    """Names of parts that are not the same in both."""
    old, new = parts_of(before), parts_of(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
