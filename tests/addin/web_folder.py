"""The web add-in's folder, and what its sources give."""

from pathlib import Path

from vardering.addin.web_addin import web_addin

FOLDER = Path(__file__).resolve().parents[2] / "addin" / "web"
DRAWINGS = FOLDER.parent / "desktop" / "icons"
BUILT = web_addin(DRAWINGS)
