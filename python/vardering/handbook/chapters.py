"""The chapters: Markdown with lists filled in, made into HTML whose headings can be linked to."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass

CHAPTER_FOLDER, PAGE_FOLDER = "kapitel", "mall"
PLAIN = str.maketrans("åäöé", "aaoe")
DEEPEST_LISTED = 3
_WITHIN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|kr\b)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (2 is a chapter's), the anchor it can be linked to by, and its words."""

    level: int
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as HTML, with its headings in order; the first is its title."""

    html: Markup
    headings: tuple[Heading, ...]


def page_environment(folder: Path) -> Environment:
    """The templates in a folder of sources: what is put in is escaped, and what is missing is refused."""
    loader = FileSystemLoader(folder / PAGE_FOLDER)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def chapter_sources(folder: Path) -> tuple[Path, ...]:
    """The chapters' files in reading order. Raises ``CallError`` "file-missing" where there are none."""
    found = tuple(sorted((folder / CHAPTER_FOLDER).glob("*.md")))
    if not found:
        raise CallError("file-missing", path=str(folder / CHAPTER_FOLDER))
    return found


def chapter(source: str, environment: Environment, filled_in: Mapping[str, object]) -> Chapter:
    """A chapter's HTML from its Markdown, with what it asks for filled in."""
    text = environment.from_string(source).render(filled_in)
    parser = MarkdownIt("commonmark", {"html": True, "typographer": False}).enable("table")
    tokens = parser.parse(text)
    headings = tuple(_name_headings(tokens))
    _mark_tables(tokens)
    _hold_numbers_together(tokens)
    return Chapter(Markup(parser.renderer.render(tokens, parser.options, {})), headings)  # noqa: S704 – our own text


def anchor_of(words: str) -> str:
    """The anchor of a heading: its words in lower case, joined with hyphens.

    >>> anchor_of("Så räknas varje siffra")
    'sa-raknas-varje-siffra'
    """
    return re.sub(r"[^a-z0-9]+", "-", words.casefold().translate(PLAIN)).strip("-")


def _name_headings(tokens: list[Token]) -> Iterator[Heading]:
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            words = _words(tokens[place + 1])
            token.attrSet("id", anchor_of(words))
            yield Heading(int(token.tag[1]), anchor_of(words), words)


def _hold_numbers_together(tokens: list[Token]) -> None:
    """A number of several groups, and its kronor, stay on one line."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "text":
                child.content = _WITHIN_NUMBER.sub("\N{NO-BREAK SPACE}", child.content)


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type in ("text", "code_inline"))


def _mark_tables(tokens: list[Token]) -> None:
    """The first cell of every row names the row, headings say what they head, and a wide table can be scrolled."""
    heading, first, in_body = "", False, False
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = _words(tokens[place + 1])
        elif token.type in ("tbody_open", "thead_open"):
            in_body = token.type == "tbody_open"
        elif token.type == "tr_open":
            first = in_body
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type in ("td_open", "td_close") and first:
            token.tag = "th"
            if token.type == "td_open":
                token.attrSet("scope", "row")
            else:
                first = False
        elif token.type in ("table_open", "table_close"):
            _frame_table(token, heading)


def _frame_table(token: Token, heading: str) -> None:
    opening = f'<div class="tabell" role="group" tabindex="0" aria-label="{escape(heading)}">\n<table>\n'
    token.content = opening if token.type == "table_open" else "</table>\n</div>\n"
    token.type = "html_block"
