"""What is built of the web add-in: its page, its manifest and the pictures that the manifest names.

The rest of its folder is written by hand: how the page looks, and what it does.
"""

from pathlib import Path

from vardering.addin.icons import drawing, icon_pictures
from vardering.addin.office_manifest import ICON_PIXELS, PAGE, PRODUCT_ICON, icon_file, office_manifest
from vardering.addin.task_pane import task_pane
from vardering.commands.buttons import BUTTONS

MANIFEST = "manifest.xml"


def web_addin(drawings: Path) -> dict[str, bytes]:
    """The built files by their place in the web folder, from the folder with the drawings.

    Raises ``CallError`` "file-missing" where a drawing is not there.
    """
    names = sorted({PRODUCT_ICON, *(button.icon for button in BUTTONS)})
    page = task_pane(BUTTONS, {name: drawing(drawings, name) for name in names})
    pictures = {
        icon_file(name, pixels): picture
        for pixels in ICON_PIXELS
        for name, picture in icon_pictures(drawings, names, pixels).items()
    }
    return {PAGE: page.encode(), MANIFEST: office_manifest(BUTTONS).encode(), **pictures}
