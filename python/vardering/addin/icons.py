"""The ribbon's pictures, drawn from our own SVG sources when the add-in is built."""

from collections.abc import Iterable
from pathlib import Path

from vardering.base.faults import CallError

PIXELS = 64
"""One size for every button of the desktop: Office makes it smaller, down to 16."""


def icon_pictures(folder: Path, names: Iterable[str], pixels: int = PIXELS) -> dict[str, bytes]:
    """PNG bytes of each named drawing, so many pixels square. Raises ``CallError`` as ``drawing`` does."""
    return {name: _picture(drawing(folder, name), pixels) for name in sorted(set(names))}


def drawing(folder: Path, name: str) -> str:
    """The SVG source of a drawing. Raises ``CallError`` "file-missing" where it is not there."""
    path = folder / f"{name}.svg"
    if not path.is_file():
        raise CallError("file-missing", path=str(path))
    return path.read_text("utf-8")


def _picture(source: str, pixels: int) -> bytes:
    # Only the one who builds the add-in has the renderer.
    import resvg_py  # noqa: PLC0415

    return bytes(resvg_py.svg_to_bytes(svg_string=source, width=pixels, height=pixels))
