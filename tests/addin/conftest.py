"""The task pane, open in the browser."""

from collections.abc import Iterator

import pytest

from addin.pane_scene import Pane, served
from judges.browser import Browser


@pytest.fixture
def pane(browser: Browser) -> Iterator[Pane]:
    """The pane with a server of its own; it keeps within its policy whatever is done with it."""
    with served() as scene:
        opened = Pane(browser, scene)
        opened.open()
        yield opened
        assert opened.breaches == []
