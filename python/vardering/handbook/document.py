"""The whole handbook as one HTML page, and the quick guide as another, from the sources in a folder."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from vardering import __version__
from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.handbook import declarations
from vardering.handbook.chapters import Chapter, chapter, chapter_sources, page_environment
from vardering.handbook.field_lists import field_lists, input_sheet
from vardering.handbook.pictures import picture
from vardering.workbook.contract.parameter_sheet import PARAMETER_ROWS

HANDBOOK, QUICK_GUIDE = "handbok.html", "snabbguide.html"
QUICK_GUIDE_SOURCE = "snabbguide.md"
PARTS, PAGE, QUICK_PAGE = "delar.html.j2", "handbok.html.j2", "snabbguide.html.j2"


@dataclass(frozen=True, slots=True)
class Handbook:
    """The pages, by file name."""

    pages: Mapping[str, str]
    chapters: tuple[Chapter, ...]


def build_handbook(folder: Path) -> Handbook:
    """The pages from the chapters, templates and pictures in ``folder``: the same sources give the same text.

    Raises ``CallError`` "file-missing" where a source is not there and "handbook-anchor-twice" where two headings
    would be linked to by the same words.
    """
    sources = chapter_sources(folder)
    environment = page_environment(folder)
    filled_in = filled_in_parts(environment, folder)
    chapters = tuple(chapter(path.read_text("utf-8"), environment, filled_in) for path in sources)
    _refuse_twice(chapters)
    shared = {"version": __version__, "style": Markup(_text(folder, "handbok.css"))}  # noqa: S704 – our own file
    page = environment.get_template(PAGE).render(chapters=chapters, **shared)
    guide = chapter(_text(folder, QUICK_GUIDE_SOURCE), environment, filled_in)
    quick = environment.get_template(QUICK_PAGE).render(guide=guide, **shared)
    return Handbook({HANDBOOK: page, QUICK_GUIDE: quick}, chapters)


def filled_in_parts(environment: Environment, folder: Path) -> dict[str, object]:
    """What a chapter can ask for by name: lists from the declarations and pictures of sheets."""
    parts = environment.get_template(PARTS).module

    def fields(name: str, kind: str = "kalkyl") -> Markup:
        return _block(parts, "fields", field_lists(input_sheet(kind, name)))

    def shown(name: str) -> Markup:
        return _block(parts, "picture", picture(folder, name))

    lists: Mapping[str, tuple[str, Callable[[], Iterable[object]]]] = {
        "anmarkningar": ("findings", declarations.findings),
        "parametervarden": ("parameters", declarations.parameters),
        "knappar": ("buttons", declarations.buttons),
        "kommandon": ("commands", declarations.commands),
        "krav": ("stages", declarations.stages),
        "skalor": ("scales", declarations.scales),
        "pastaenden": ("statements", declarations.maturity_statements),
        "ordlista": ("terms", declarations.terms),
        "fasta_parametrar": ("fixed_parameters", lambda: PARAMETER_ROWS),
    }
    asked = {name: partial(_listed, parts, macro, source) for name, (macro, source) in lists.items()}
    return {"falt": fields, "bild": shown, **asked}


def _listed(parts: object, macro: str, source: Callable[[], Iterable[object]]) -> Markup:
    return _block(parts, macro, tuple(source()))


def _block(parts: object, macro: str, argument: object) -> Markup:
    """The macro's HTML without blank lines, so that Markdown takes it as one block."""
    lines = str(getattr(parts, macro)(argument)).splitlines()
    return Markup("\n".join(line for line in lines if line.strip()))  # noqa: S704 – escaped by the macro


def _text(folder: Path, name: str) -> str:
    path = folder / name
    if not path.is_file():
        raise CallError("file-missing", path=str(path))
    return path.read_text("utf-8")


def _refuse_twice(chapters: tuple[Chapter, ...]) -> None:
    seen: set[str] = set()
    for heading in (heading for one in chapters for heading in one.headings):
        if heading.anchor in seen:
            raise CallError("handbook-anchor-twice", anchor=heading.anchor)
        seen.add(heading.anchor)
