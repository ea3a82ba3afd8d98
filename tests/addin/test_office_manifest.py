"""The manifest of the web add-in: every button is there, and Microsoft's order and limits hold."""

import re
import uuid
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from addin.web_folder import BUILT, FOLDER
from vardering import __version__
from vardering.addin.office_manifest import (
    ADD_IN_ID,
    PLACEHOLDER,
    SHOW_ID,
    four_parts,
    icon_file,
    office_manifest,
)
from vardering.addin.ribbon_xml import shown_groups
from vardering.commands.buttons import BUTTONS, TAB_LABEL, Group

APP = "{http://schemas.microsoft.com/office/appforoffice/1.1}"
TYPES = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
OVER = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"
KIND = "{http://www.w3.org/2001/XMLSchema-instance}type"

ORDERS = {
    f"{APP}OfficeApp": (
        *("Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"),
        *("HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings"),
        *("Permissions", "VersionOverrides"),
    ),
    f"{OVER}VersionOverrides": ("Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo"),
    f"{OVER}Host": ("Runtimes", "AllFormFactors", "DesktopFormFactor"),
    f"{OVER}DesktopFormFactor": ("GetStarted", "FunctionFile", "ExtensionPoint"),
    f"{OVER}CustomTab": ("Group", "Label"),
    f"{OVER}Group": ("Label", "Icon", "Control"),
    f"{OVER}Control": ("Label", "Supertip", "Icon", "Action"),
    f"{OVER}Supertip": ("Title", "Description"),
    f"{OVER}Action": ("TaskpaneId", "SourceLocation", "FunctionName"),
    f"{OVER}Resources": ("Images", "Urls", "ShortStrings", "LongStrings"),
}
"""The sequences of the published schemas, as far as we use them."""


def manifest() -> ET.Element:
    return ET.fromstring(office_manifest(BUTTONS))


def plain(tag: str) -> str:
    return tag.partition("}")[2]


def controls() -> dict[str, ET.Element]:
    return {one.attrib["id"].rpartition(".")[2]: one for one in manifest().iter(f"{OVER}Control")}


def texts() -> dict[str, str]:
    return {
        one.attrib["id"]: one.attrib["DefaultValue"]
        for one in manifest().iter()
        if "id" in one.attrib and "DefaultValue" in one.attrib
    }


def test_the_file_is_what_its_sources_give_byte_for_byte() -> None:
    assert (FOLDER / "manifest.xml").read_bytes() == BUILT["manifest.xml"]


def test_elements_stand_in_the_order_of_the_schema() -> None:
    seen = set()
    for element in manifest().iter():
        order = ORDERS.get(element.tag)
        if order is not None:
            seen.add(element.tag)
            places = [order.index(plain(child.tag)) for child in element]
            assert all(one <= other for one, other in pairwise(places)), element.tag
    assert seen == set(ORDERS)


def test_every_button_stands_in_its_group_and_runs_the_function_of_its_name() -> None:
    groups = list(manifest().iter(f"{OVER}Group"))
    declared = shown_groups(BUTTONS)
    assert [texts()[group.find(f"{OVER}Label").attrib["resid"]] for group in groups] == [  # type: ignore[union-attr]
        group.value for group, _ in declared
    ]
    for element, (group, members) in zip(groups, declared, strict=True):
        functions = [one.text for one in element.iter(f"{OVER}FunctionName")]
        assert functions == [button.name for button in members]
        shows = [one for one in element.iter(f"{OVER}Action") if one.attrib[KIND] == "ShowTaskpane"]
        assert len(shows) == (group is Group.HELP)


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: str(button.name))
def test_a_button_says_what_the_registry_says(button: object) -> None:
    declared = next(each for each in BUTTONS if each is button)
    control = controls()[declared.name]
    said = [texts()[one.attrib["resid"]] for one in control.iter() if plain(one.tag) in {"Label", "Title"}]
    assert said == [declared.label, declared.label]
    (description,) = control.iter(f"{OVER}Description")
    assert texts()[description.attrib["resid"]] == declared.tip


def test_texts_are_within_the_limits_of_the_schema() -> None:
    root = manifest()
    for block, limit in (("ShortStrings", 125), ("LongStrings", 250)):
        (found,) = root.iter(f"{TYPES}{block}")
        assert [one.attrib["id"] for one in found if not 0 < len(one.attrib["DefaultValue"]) <= limit] == []
    assert all(len(url.attrib["DefaultValue"]) <= 2048 for url in root.iter(f"{TYPES}Url"))
    name, description = root.find(f"{APP}DisplayName"), root.find(f"{APP}Description")
    assert name is not None
    assert len(name.attrib["DefaultValue"]) <= 125
    assert description is not None
    assert len(description.attrib["DefaultValue"]) <= 250


def test_ids_are_unique_and_short_and_every_resource_is_there_and_used() -> None:
    root = manifest()
    ids = [one.attrib["id"] for one in root.iter() if "id" in one.attrib]
    assert len(set(ids)) == len(ids)
    assert max(map(len, ids)) <= 125
    resources = {one.attrib["id"] for one in root.iter() if "DefaultValue" in one.attrib and "id" in one.attrib}
    assert max(map(len, resources)) <= 32
    asked = {one.attrib["resid"] for one in root.iter() if "resid" in one.attrib}
    assert asked - resources == set()
    assert {one for one in resources - asked if not one.startswith("vardering.")} | {"Tab.Label"} == {"Tab.Label"}
    assert texts()["Tab.Label"] == TAB_LABEL


def test_every_picture_has_the_three_sizes_that_are_asked_for_and_is_there() -> None:
    for icon in manifest().iter(f"{OVER}Icon"):
        assert [image.attrib["size"] for image in icon] == ["16", "32", "80"]
    for image in manifest().iter(f"{TYPES}Image"):
        if "DefaultValue" not in image.attrib:
            continue
        picture = (FOLDER / image.attrib["DefaultValue"].removeprefix(f"{PLACEHOLDER}/")).read_bytes()
        pixels = int(image.attrib["DefaultValue"].rpartition("-")[2].removesuffix(".png"))
        assert picture.startswith(b"\x89PNG")
        assert [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)] == [pixels, pixels]
    assert (FOLDER / icon_file("vardering", 80)).is_file()


def test_the_add_in_is_known_again_and_newer_versions_for_newer() -> None:
    root = manifest()
    assert root.findtext(f"{APP}Id") == ADD_IN_ID == str(uuid.UUID(ADD_IN_ID))
    assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", root.findtext(f"{APP}Version") or "")
    assert (root.findtext(f"{APP}Version") or "").startswith(__version__)
    assert four_parts("3") == "3.0.0.0"


def test_one_long_lived_runtime_holds_page_and_functions() -> None:
    root = manifest()
    (runtime,) = root.iter(f"{OVER}Runtime")
    assert runtime.attrib == {"resid": "Pane.Url", "lifetime": "long"}
    (functions,) = root.iter(f"{OVER}FunctionFile")
    assert functions.attrib["resid"] == "Pane.Url"
    (shown,) = root.iter(f"{OVER}SourceLocation")
    assert shown.attrib["resid"] == "Pane.Url"
    needed = {one.attrib["Name"]: one.attrib["MinVersion"] for one in root.iter(f"{APP}Set")}
    assert needed == {"SharedRuntime": "1.1", "ExcelApi": "1.13"}
    assert SHOW_ID in controls()


def test_every_address_is_of_the_server_that_hands_the_manifest_out() -> None:
    addresses = [value for one in manifest().iter() for value in one.attrib.values() if "://" in value]
    assert len(addresses) > 60
    assert all(one.startswith(f"{PLACEHOLDER}/") for one in addresses if not one.startswith("http://schemas."))
