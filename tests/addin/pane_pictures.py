"""Pictures of the task pane in every state and at every width, for a person to look at.

In the project's folder: ``PYTHONPATH=tests python -m addin.pane_pictures FOLDER``.
"""

import sys
from pathlib import Path

from addin.pane_scene import STATES, Pane, served
from judges.browser import Browser, installed_browser

WIDTHS = (320, 380, 450)


def write_pictures(browser: Browser, folder: Path) -> list[Path]:
    """A PNG for each state and width."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for width in WIDTHS:
        for name, reach in STATES.items():
            with served() as scene:
                pane = Pane(browser, scene)
                pane.open(width=width)
                reach(pane)
                path = folder / f"{name}-{width}.png"
                path.write_bytes(browser.picture())
                written.append(path)
    return written


def main() -> None:
    """Write the pictures in the folder that is named."""
    installed = installed_browser()
    if installed is None:
        sys.exit("The browser is missing.")
    browser = Browser(installed)
    try:
        for path in write_pictures(browser, Path(sys.argv[1])):
            print(path)
    finally:
        browser.close()


if __name__ == "__main__":
    main()
