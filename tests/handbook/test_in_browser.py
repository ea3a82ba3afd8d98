"""The built pages in a browser: nothing that axe-core objects to, nothing that runs out of the window."""

from pathlib import Path

import pytest

from handbook.pages import FOLDER
from judges.browser import Browser
from vardering.handbook.document import HANDBOOK, QUICK_GUIDE

PAGES = (HANDBOOK, QUICK_GUIDE)
PHONE, SCREEN = 390, 1280
TOO_WIDE = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
BROKEN = "return [...document.images].filter(i => !i.complete || !i.naturalWidth).map(i => i.src)"


@pytest.mark.parametrize(("name", "width"), [(HANDBOOK, SCREEN), (QUICK_GUIDE, SCREEN), (QUICK_GUIDE, PHONE)])
def test_the_accessibility_rules_find_nothing(browser: Browser, name: str, width: int) -> None:
    browser.open(FOLDER / name, width=width)
    verdict = browser.verdict()
    assert verdict.violations == []
    assert {"color-contrast", "html-has-lang", "heading-order", "landmark-one-main"} <= set(verdict.content_with)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [PHONE, SCREEN])
def test_a_page_fits_its_window_and_shows_its_pictures(browser: Browser, name: str, width: int) -> None:
    browser.open(FOLDER / name, width=width)
    assert browser.script(TOO_WIDE) <= 0
    assert browser.script(BROKEN) == []


def test_a_page_that_leaves_people_out_would_be_seen(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "sida.html"
    page.write_text('<html><body><img src="x.png"><p style="color:#ccc">Grått</p></body></html>', "utf-8")
    browser.open(page)
    found = " ".join(browser.verdict().violations)
    for rule in ("image-alt", "color-contrast", "html-has-lang", "document-title"):
        assert rule in found
