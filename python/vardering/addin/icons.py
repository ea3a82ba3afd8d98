"""The ribbon's pictures, drawn from our own SVG sources when the add-in is built."""

from collections.abc import Iterable
from pathlib import Path

from vardering.base.faults import CallError

PIXELS = 64
"""One size for every button: Office makes it smaller, down to 16."""


def icon_pictures(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """PNG bytes of each named drawing. Raises ``CallError`` "file-missing" where a drawing is not there."""
    return {name: _picture(folder / f"{name}.svg") for name in sorted(set(names))}


def _picture(path: Path) -> bytes:
    # Only the one who builds the add-in has the renderer.
    import resvg_py  # noqa: PLC0415

    if not path.is_file():
        raise CallError("file-missing", path=str(path))
    return bytes(resvg_py.svg_to_bytes(svg_string=path.read_text("utf-8"), width=PIXELS, height=PIXELS))
