"""The desktop add-in from its sources: the declared buttons, the runner's VBA and the drawings."""

from pathlib import Path

from vardering import __version__
from vardering.addin.icons import icon_pictures
from vardering.addin.ribbon_xml import ribbon_xml
from vardering.addin.vba_callbacks import CALLBACKS_MODULE, callbacks_source
from vardering.addin.vba_project import vba_project
from vardering.addin.xlam import SHEET_CODE_NAME, WORKBOOK_CODE_NAME, xlam
from vardering.base.faults import CallError
from vardering.commands.buttons import BUTTONS

FILE_NAME = "vardering.xlam"
RUNNER_MODULE = "Runner"
PROJECT_NAME = "Vardering"
TITLE = "Värderingsmodellen"
DESCRIPTION = "Fliken Värdering: kontrollera, räkna om och följ upp en kalkyl."


def vba_sources(folder: Path) -> dict[str, str]:
    """Code of each module by its name. Raises ``CallError`` "file-missing" where the runner's source is not there."""
    runner = folder / f"{RUNNER_MODULE}.bas"
    if not runner.is_file():
        raise CallError("file-missing", path=str(runner))
    return {CALLBACKS_MODULE: callbacks_source(BUTTONS), RUNNER_MODULE: runner.read_text("utf-8")}


def desktop_addin(folder: Path) -> bytes:
    """The add-in built from the sources in ``folder``: the same sources give the same bytes."""
    project = vba_project(PROJECT_NAME, vba_sources(folder), workbook=WORKBOOK_CODE_NAME, sheet=SHEET_CODE_NAME)
    pictures = icon_pictures(folder / "icons", (button.icon for button in BUTTONS))
    properties = {"title": TITLE, "description": DESCRIPTION, "version": __version__}
    return xlam(project, ribbon_xml(BUTTONS), pictures, properties)
