"""The pictures of the sheets: which there are, what they show in words, and what each was made from."""

import csv
import hashlib
import json
from functools import cache
from pathlib import Path

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass

PICTURE_LIST, PICTURE_FOLDER, REGISTER = "bilder.csv", "bilder", "bilder.json"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture that the handbook shows: the workbook and sheet it is made from, and its words."""

    name: str
    workbook: str
    sheet: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Made:
    """A picture that has been made: its size in pixels, and the mark of the sheet's content at that time."""

    width: int
    height: int
    made_from: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in place: its file beside the page, its size in pixels, what it shows, and its caption."""

    file: str
    width: int
    height: int
    alt: str
    caption: str


def wanted_pictures(folder: Path) -> tuple[Wanted, ...]:
    """The pictures of the handbook, in order. Raises ``CallError`` "file-missing"."""
    path = folder / PICTURE_LIST
    if not path.is_file():
        raise CallError("file-missing", path=str(path))
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    return tuple(Wanted(row["bild"], row["arbetsbok"], row["blad"], row["alt"], row["bildtext"]) for row in rows)


def made_pictures(folder: Path) -> dict[str, Made]:
    """What has been made, by name."""
    register = folder / PICTURE_FOLDER / REGISTER
    if not register.is_file():
        return {}
    return {name: Made(**kept) for name, kept in json.loads(register.read_text("utf-8")).items()}


def register_text(made: dict[str, Made]) -> str:
    """The register of what has been made, as it is kept beside the pictures."""
    return (
        json.dumps(
            {
                name: {"width": one.width, "height": one.height, "made_from": one.made_from}
                for name, one in made.items()
            },
            indent=1,
            ensure_ascii=False,
        )
        + "\n"
    )


def picture(folder: Path, name: str) -> Picture:
    """The picture with this name. Raises ``CallError`` "handbook-picture-missing"."""
    wanted = next((one for one in wanted_pictures(folder) if one.name == name), None)
    made = made_pictures(folder).get(name)
    if wanted is None or made is None:
        raise CallError("handbook-picture-missing", name=name)
    return Picture(f"{PICTURE_FOLDER}/{name}.png", made.width, made.height, wanted.alt, wanted.caption)


@cache
def sheet_mark(workbook: Path, sheet: str) -> str:
    """A mark of everything that stands in a sheet: another mark means that its picture is to be made anew."""
    # Only the one who builds the handbook has the reader.
    import python_calamine  # noqa: PLC0415

    rows = python_calamine.load_workbook(str(workbook)).get_sheet_by_name(sheet).to_python()
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:16]
