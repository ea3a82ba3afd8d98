"""The ribbon add-in: what it holds, and what others say of it."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from unittest.mock import create_autospec
from xml.etree import ElementTree as ET

import pytest
from oletools.olevba import VBA_Parser

from judges.libreoffice import LibreOffice
from judges.open_xml_sdk import OpenXmlSdk
from judges.openxml_audit import audit_errors
from vardering.addin.desktop_addin import FILE_NAME, RUNNER_MODULE, desktop_addin, vba_sources
from vardering.addin.ribbon_xml import NAMESPACE, ribbon_xml
from vardering.addin.vba_callbacks import CALLBACKS_MODULE, callbacks_source
from vardering.addin.vba_project import vba_project
from vardering.addin.xlam import SHEET_CODE_NAME, WORKBOOK_CODE_NAME, xlam
from vardering.base.faults import CallError
from vardering.commands.buttons import BUTTONS, EXCEL_ONLY, Group
from vardering.commands.registry import command
from vardering.hosts.buttons.runners import RUNNERS
from vardering.hosts.excel.clicked_book import OpenWorkbook
from vardering.hosts.excel.help_runners import help_runners

FOLDER = Path(__file__).resolve().parents[2] / "addin" / "desktop"
BUILT = FOLDER / FILE_NAME
SIGNATURE = re.compile(
    r"^Public Sub (\w+)\(ByVal control As IRibbonControl\)\n    RunCommand \"(\w+)\"\nEnd Sub$", re.M
)
STUB = """Option Explicit
Private calls As String
Public Sub RunCommand(ByVal button As String)
    calls = calls & button & ";"
End Sub
Public Function PressAll() As String
{presses}
    PressAll = calls
End Function
"""


def ribbon() -> ET.Element:
    with zipfile.ZipFile(BUILT) as package:
        return ET.fromstring(package.read("customUI/customUI14.xml"))


def read_back() -> dict[str, str]:
    """The VBA as a malware analyst's tool reads it."""
    parser = VBA_Parser(str(BUILT))
    return {name.rpartition(".")[0]: code.replace("\r\n", "\n") for _, _, name, code in parser.extract_macros()}


def test_the_file_is_what_its_sources_give_byte_for_byte() -> None:
    assert desktop_addin(FOLDER) == BUILT.read_bytes()


def test_the_sources_can_be_read_back() -> None:
    found = read_back()
    for name, source in vba_sources(FOLDER).items():
        assert found[name].strip() == f'Attribute VB_Name = "{name}"\n{source}'.strip()
    assert set(found) == {*vba_sources(FOLDER), WORKBOOK_CODE_NAME, SHEET_CODE_NAME}


def test_nothing_is_declared_from_other_libraries_and_nothing_is_read_from_the_workbook() -> None:
    runner = vba_sources(FOLDER)[RUNNER_MODULE]
    assert "Declare" not in runner
    assert not re.search(r"\.(Path|FullName|Range|Cells|Sheets|Worksheets|CustomDocumentProperties)\b", runner)


def test_every_button_calls_a_procedure_with_the_signature_of_the_ribbon() -> None:
    procedures = dict(SIGNATURE.findall(read_back()[CALLBACKS_MODULE]))
    called = [button.get("onAction") for button in ribbon().iter(f"{{{NAMESPACE}}}button")]
    assert called == list(procedures)
    assert list(procedures.values()) == [button.name for button in BUTTONS]


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
def test_a_button_starts_a_command_that_exists_with_options_it_knows(button: object) -> None:
    declared = next(each for each in BUTTONS if each is button)
    assert declared.command in {**RUNNERS, **help_runners(create_autospec(OpenWorkbook), Path())}
    if declared.command in EXCEL_ONLY:
        assert not declared.preset
        return
    options = {option.name.removeprefix("--") for option in command(declared.command).options}
    assert set(declared.preset) <= options


def test_key_tips_and_names_are_unique_and_short() -> None:
    for values in ([button.key_tip for button in BUTTONS], [button.name for button in BUTTONS]):
        assert len(set(values)) == len(values)
    assert all(re.fullmatch(r"[A-Z]{1,3}", button.key_tip) for button in BUTTONS)
    tips = [button.key_tip for button in BUTTONS]
    assert not [(one, other) for one in tips for other in tips if one != other and other.startswith(one)]
    assert all(len(button.label) <= 40 for button in BUTTONS)
    assert all(0 < len(button.tip) <= 1024 for button in BUTTONS)


def test_groups_stand_in_their_order() -> None:
    labels = [group.get("label") for group in ribbon().iter(f"{{{NAMESPACE}}}group")]
    assert labels == [group.value for group in Group if any(button.group is group for button in BUTTONS)]


def test_every_picture_of_a_button_is_in_the_file() -> None:
    with zipfile.ZipFile(BUILT) as package:
        relations = ET.fromstring(package.read("customUI/_rels/customUI14.xml.rels"))
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        for button in ribbon().iter(f"{{{NAMESPACE}}}button"):
            picture = package.read(f"customUI/{targets[button.get('image')]}")
            assert picture.startswith(b"\x89PNG")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("drawing", sorted((FOLDER / "icons").glob("*.svg")), ids=lambda path: path.stem)
@pytest.mark.parametrize("background", ["#FFFFFF", "#F3F3F3", "#262626", "#0A0A0A"])
def test_a_drawing_stands_out_in_light_and_dark_themes(drawing: Path, background: str) -> None:
    colours = set(re.findall(r"#[0-9A-F]{6}", drawing.read_text("utf-8")))
    assert colours
    for colour in colours:
        light, dark = sorted((luminance(colour), luminance(background)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3.0


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(CallError) as stop:
        desktop_addin(tmp_path)
    assert "Runner.bas" in str(stop.value.fault.arguments["path"])
    (tmp_path / "Runner.bas").write_text("Option Explicit\n", "utf-8")
    with pytest.raises(CallError) as stop:
        desktop_addin(tmp_path)
    assert ".svg" in str(stop.value.fault.arguments["path"])


def test_microsofts_validator_finds_nothing(ooxml_sdk: OpenXmlSdk) -> None:
    assert ooxml_sdk.errors_in(BUILT) == []


def test_the_ribbon_follows_its_schema() -> None:
    assert audit_errors(BUILT) == []


def test_a_ribbon_that_breaks_its_schema_would_be_seen(tmp_path: Path) -> None:
    broken = tmp_path / "fel.xlam"
    content = BytesIO(BUILT.read_bytes())
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(b'"large"', b'"huge"') if name.startswith("customUI/c") else part)
    assert audit_errors(broken)


def test_every_button_reaches_the_runner_in_libreoffice(libreoffice: LibreOffice, tmp_path: Path) -> None:
    presses = "\n".join(f"    Vm{button.name} Nothing" for button in BUTTONS)
    sources = {CALLBACKS_MODULE: callbacks_source(BUTTONS), RUNNER_MODULE: STUB.format(presses=presses)}
    project = vba_project("Prov", sources, workbook=WORKBOOK_CODE_NAME, sheet=SHEET_CODE_NAME)
    file = tmp_path / "prov.xlam"
    file.write_bytes(xlam(project, ribbon_xml(BUTTONS), {}, {"title": "Prov", "description": "Prov", "version": "1"}))
    with libreoffice.open(file, with_macros=True) as opened:
        assert opened.run_macro(f"{RUNNER_MODULE}.PressAll") == "".join(f"{button.name};" for button in BUTTONS)
