"""The page of the task pane, built from the declared buttons: no line of script or style stands in it.

What it shows while it runs comes with it as data, so that its code holds no sentence.
"""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape

from vardering import __version__
from vardering.addin.ribbon_xml import shown_groups
from vardering.commands.buttons import WITHOUT_BOOK, Button, Group
from vardering.texts import pane_texts as words

OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js"
"""Microsoft serves it and asks that it be loaded from there."""
UNDO = "undo"
"""The command that needs what the pane keeps of the latest run."""
SECONDS = 300
"""How long the pane waits for an answer."""
MOST_BYTES = 60_000_000
"""How much the server takes at a time: a browser that is cut off while it sends more only knows that it was."""
_SVG = re.compile(r"<svg [^>]*?viewBox")


def task_pane(buttons: Sequence[Button], drawings: Mapping[str, str]) -> str:
    """The page. ``drawings`` holds the SVG source of every icon by its name, and of "vardering"."""
    groups = [_group(group, members, drawings) for group, members in shown_groups(buttons)]
    return "\n".join([*_head(), *_top(drawings), *groups, *_foot(), *_run(), _data(), "</body>", "</html>", ""])


def _head() -> list[str]:
    return [
        "<!DOCTYPE html>",
        '<html lang="sv">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(words.TITLE)}</title>",
        '<link rel="icon" href="icons/vardering-32.png">',
        '<link rel="stylesheet" href="pane.css">',
        f'<script src="{OFFICE_JS}"></script>',
        '<script type="module" src="pane.js"></script>',
        "</head>",
        "<body>",
    ]


def _top(drawings: Mapping[str, str]) -> list[str]:
    return [
        '<header class="top">',
        _drawing(drawings["vardering"]),
        f"<h1>{escape(words.TITLE)}</h1>",
        "</header>",
        '<main id="buttons">',
        f'<noscript><p class="notice">{escape(words.NO_SCRIPT)}</p></noscript>',
        '<p class="notice" id="notice" hidden></p>',
    ]


def _foot() -> list[str]:
    return [f'<p class="version">{escape(words.VERSION.format(version=__version__))}</p>', "</main>"]


def _group(group: Group, members: Sequence[Button], drawings: Mapping[str, str]) -> str:
    heading = f"group-{group.name.lower()}"
    large = [_button(button, drawings, "tile") for button in members if button.large]
    rest = [_button(button, drawings, "row") for button in members if not button.large]
    return "\n".join(
        [
            f'<section class="group" aria-labelledby="{heading}">',
            f'<h2 id="{heading}">{escape(group.value)}</h2>',
            *_listed("tiles", large),
            *_listed("rows", rest),
            "</section>",
        ]
    )


def _listed(kind: str, items: Sequence[str]) -> list[str]:
    if not items:
        return []
    return [f'<ul class="{kind}" role="list">', *(f"<li>{item}</li>" for item in items), "</ul>"]


def _button(button: Button, drawings: Mapping[str, str], kind: str) -> str:
    name = button.name
    reads = "no" if button.command in WITHOUT_BOOK else "yes"
    undoes = ' data-undoes="yes"' if button.command == UNDO else ""
    return (
        f'<button type="button" class="{kind}" data-button="{name}" data-reads="{reads}"{undoes}'
        f' aria-labelledby="label-{name}" aria-describedby="tip-{name}">\n'
        f"{_drawing(drawings[button.icon])}\n"
        f'<span class="label" id="label-{name}">{escape(button.label)}</span>\n'
        f'<span class="tip" id="tip-{name}">{escape(button.tip)}</span>\n</button>'
    )


def _run() -> list[str]:
    return [
        '<section class="run" id="run" aria-labelledby="run-heading" hidden>',
        '<div class="run-top">',
        '<h2 id="run-heading" tabindex="-1"></h2>',
        f'<button type="button" class="close" id="close" aria-label="{escape(words.WORDS["close"])}">×</button>',
        "</div>",
        '<div class="run-body" id="run-body" tabindex="0" role="group" aria-labelledby="run-heading"></div>',
        "</section>",
        '<div class="unseen" id="said" role="status"></div>',
    ]


def _drawing(source: str) -> str:
    """A drawing that stands in the page, hidden for those who listen: the label says it."""
    drawn = " ".join(line.strip() for line in source.splitlines())
    return _SVG.sub('<svg class="icon" aria-hidden="true" focusable="false" viewBox', drawn, count=1)


def _data() -> str:
    told = {"words": words.WORDS, "faults": words.FAULTS, "seconds": SECONDS, "most": MOST_BYTES}
    # "<" would end the block early if a sentence held "</script>".
    text = json.dumps(told, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return f'<script type="application/json" id="told">\n{text}\n</script>'
