"""A browser without a window, and the accessibility rules of axe-core run in its pages."""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PACKAGE = "axe-core"
INSTALL = f"apt-get install chromium chromium-driver && npm install --no-save {PACKAGE}"
ROOT = Path(__file__).resolve().parents[2]
QUIET = ("--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage")
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(({violations, passes}) => done({violations, passes}));
"""
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Installed:
    """Where the browser, its driver and the rules are on this machine."""

    browser: str
    driver: str
    rules: Path


@dataclass(frozen=True, slots=True)
class Verdict:
    """What axe-core objects to, one sentence each (rule, help, elements), and the rules that found all well."""

    violations: list[str]
    content_with: list[str]


class Browser:
    """A browser for as long as it is not closed; nothing is fetched from a network."""

    def __init__(self, installed: Installed) -> None:
        options = ChromeOptions()
        options.binary_location = installed.browser
        for argument in QUIET:
            options.add_argument(argument)
        self._rules = installed.rules.read_text("utf-8")
        self._driver = Chrome(options=options, service=Service(installed.driver))
        self._driver.set_script_timeout(SECONDS)

    def open(self, page: Path, *, width: int = 1280, height: int = 900) -> None:
        """A page from disk in a window of so many pixels."""
        self._driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        self._driver.set_window_size(width, height)
        self._driver.get(page.resolve().as_uri())

    def visit(self, address: str, *, width: int, height: int) -> None:
        """A page of a server on this machine; ``width`` and ``height`` are of what is seen of the page."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": False}
        self._driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self._driver.get(address)

    def stops_moving(self, *, wished: bool) -> None:
        """Whether the person wishes that nothing moves."""
        value = "reduce" if wished else "no-preference"
        features = [{"name": "prefers-reduced-motion", "value": value}]
        self._driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def wait(self, source: str, seconds: float = 15) -> None:
        """Until a script gives something true. Raises ``TimeoutException``."""
        WebDriverWait(self._driver, seconds, 0.02).until(lambda driver: driver.execute_script(source), source)

    def click(self, selector: str) -> None:
        """A click with the pointer in the middle of an element, wherever in the page it is."""
        self._driver.find_element(By.CSS_SELECTOR, selector).click()

    def keys(self, *keys: str) -> None:
        """Keys pressed, one after the other, in what has the focus."""
        for key in keys:
            ActionChains(self._driver).send_keys(key).perform()

    def saves_in(self, folder: Path) -> None:
        """Where files that are downloaded go."""
        where = {"behavior": "allow", "downloadPath": str(folder.resolve())}
        self._driver.execute_cdp_cmd("Browser.setDownloadBehavior", where)

    def choose(self, selector: str, *files: Path) -> None:
        """Files chosen in a file field."""
        field = self._driver.find_element(By.CSS_SELECTOR, selector)
        field.send_keys("\n".join(str(file.resolve()) for file in files))

    def verdict(self) -> Verdict:
        """What axe-core says of the open page."""
        self._driver.execute_script(self._rules)
        found: Mapping[str, Any] = self._driver.execute_async_script(RUN)
        return Verdict([_sentence(one) for one in found["violations"]], [one["id"] for one in found["passes"]])

    def script(self, source: str) -> Any:
        """What a script gives in the open page."""
        return self._driver.execute_script(source)

    def picture(self) -> bytes:
        """The window as PNG, for a person to look at."""
        return self._driver.get_screenshot_as_png()

    def close(self) -> None:
        """End the browser and its driver."""
        self._driver.quit()


def _sentence(violation: Mapping[str, Any]) -> str:
    nodes: Sequence[Mapping[str, Any]] = violation["nodes"]
    places = ", ".join(str(node["target"][0]) for node in nodes[:5])
    return f"{violation['id']} ({violation['impact']}): {violation['help']} – {len(nodes)}: {places}"


def installed_browser() -> Installed | None:
    """The browser of this machine with its driver and rules, None where one of them is missing."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    for folder in (os.environ.get("VARDERING_JUDGES", ""), str(ROOT)):
        rules = Path(folder) / "node_modules" / PACKAGE / "axe.min.js"
        if folder and browser and driver and rules.is_file():
            return Installed(browser, driver, rules)
    return None
