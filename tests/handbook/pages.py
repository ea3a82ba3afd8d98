"""The handbook's pages as tests read them: what links where, what stands in them, and their Markdown sources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from house.source_files import ROOT

FOLDER = ROOT / "addin" / "handbok"
CHAPTERS = tuple(sorted((FOLDER / "kapitel").glob("*.md")))
QUICK_GUIDE = FOLDER / "snabbguide.md"
ASKED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta"}


@dataclass
class Page(HTMLParser):
    """A page taken apart: its anchors, links and pictures, and elements that were not closed."""

    anchors: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[dict[str, str]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    open_elements: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.anchors.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag == "img":
            self.pictures.append(given)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if tag not in VOID:
            self.open_elements.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open_elements or self.open_elements.pop() != tag:
            self.misplaced.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open_elements and re.fullmatch(r"h[1-6]", self.open_elements[-1]):
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)
        if "style" not in self.open_elements:
            self.text.append(data)


@cache
def page(name: str) -> Page:
    """A built page of the handbook."""
    read = Page()
    read.feed((FOLDER / name).read_text("utf-8"))
    read.close()
    return read


def markdown_tables(text: str) -> Iterator[list[list[str]]]:
    """Every table of a Markdown text, as rows of cells without the line under the heading."""
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.splitlines()]
        yield [row for row in rows if not re.fullmatch(r"-+", "".join(row))]


def prose(path: Path) -> str:
    """What people read as sentences in a chapter: paragraphs, lists and quotations, not tables and lists from code."""
    text = ASKED.sub("", path.read_text("utf-8"))
    text = re.sub(r"^\|.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"`[^`]*`", "x", text)
