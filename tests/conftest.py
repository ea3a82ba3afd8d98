"""Fixtures of the outside judges, and the rule that a missing program may skip here but never where all is required."""

import importlib
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings

from judges import browser as browser_judge
from judges import libreoffice as libreoffice_judge
from judges import office_types as office_types_judge
from judges import open_xml_sdk
from judges import wine as wine_judge
from judges.browser import Browser
from judges.libreoffice import LibreOffice
from judges.office_types import OfficeTypes, installed_types
from judges.open_xml_sdk import OpenXmlSdk
from judges.required import REQUIRE_ALL, is_all_required
from judges.windows_parts import INSTALL as INSTALL_WINE
from judges.wine import Wine
from office_js import node_excel

JUDGED = ("browser", "libreoffice", "node", "office_types", "ooxml_sdk", "pango", "wine")
"""Markers of tests that need a program of this machine; the fixtures have the same names; Node needs none."""

settings.register_profile("vardering", deadline=None)
settings.load_profile("vardering")  # a machine that does other things at the same time is not a failure


@pytest.fixture(autouse=True)
def memory_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that is run in this process must not cap the memory that all other tests share with it."""
    monkeypatch.setattr("vardering.hosts.cli.main.limit_resources", lambda: None)


@pytest.fixture(scope="session")
def libreoffice() -> Iterator[LibreOffice]:
    """One LibreOffice for the whole session."""
    if not libreoffice_judge.is_installed():
        pytest.skip(f"LibreOffice is missing: {libreoffice_judge.INSTALL}")
    office = LibreOffice()
    yield office
    office.close()


@pytest.fixture(scope="session")
def ooxml_sdk() -> OpenXmlSdk:
    """Microsoft's validator."""
    sdk = open_xml_sdk.installed_sdk()
    if sdk is None:
        pytest.skip(f"The Open XML SDK validator is missing: {open_xml_sdk.INSTALL}")
    return sdk


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole session."""
    installed = browser_judge.installed_browser()
    if installed is None:
        pytest.skip(f"The browser or its rules are missing: {browser_judge.INSTALL}")
    opened = Browser(installed)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def office_types() -> OfficeTypes:
    """Microsoft's type definitions of Office.js."""
    types = installed_types()
    if types is None:
        pytest.skip(f"The type definitions of Office.js are missing: {office_types_judge.INSTALL}")
    return types


@pytest.fixture(scope="session")
def pango() -> None:
    """The library that lays out text for the PDF of the handbook."""
    try:
        importlib.import_module("weasyprint")
    except OSError:
        pytest.skip("Pango is missing: apt-get install libpango-1.0-0 libpangoft2-1.0-0")


@pytest.fixture(scope="session")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """One Windows for the whole session."""
    if not wine_judge.is_installed():
        pytest.skip(f"Wine or what it runs is missing: {INSTALL_WINE}")
    windows = Wine(tmp_path_factory.mktemp("wine"))
    yield windows
    windows.close()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Node has no fixture: a test that needs it, or one of its parameters, says so by the marker."""
    if item.get_closest_marker("node") and not node_excel.is_installed():
        pytest.skip(f"Node is missing: {node_excel.INSTALL}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for a judge carries its marker, so that it can be chosen or left out by it."""
    for item in items:
        for judge in JUDGED:
            if judge in getattr(item, "fixturenames", ()):
                item.add_marker(judge)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is required, a skip for want of a program is a failure that names the command."""
    report = yield
    needs_program = any(item.get_closest_marker(judge) for judge in JUDGED)
    if report.skipped and needs_program and is_all_required():
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{REQUIRE_ALL}=1 and this test was skipped. {reason}"
    return report
