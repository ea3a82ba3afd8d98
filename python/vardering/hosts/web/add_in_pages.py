"""The files that Excel loads: the pane as it was built, and the manifest with this server's address in it."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape

from vardering.addin.office_manifest import PLACEHOLDER
from vardering.base.faults import CallError
from vardering.hosts.settings import handbook_path, web_add_in_folder
from vardering.hosts.web.sign_in import Registration

_END = "</VersionOverrides>"
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def pane_folder() -> Path:
    """The pane's files. Raises ``CallError`` "web-add-in-missing"."""
    folder = web_add_in_folder()
    if not (folder / "pane.html").is_file():
        raise CallError("web-add-in-missing", path=str(folder))
    return folder


def handbook_folder() -> Path:
    """The handbook and its pictures."""
    return handbook_path().parent


def style_hashes(folder: Path) -> tuple[str, ...]:
    """What a browser is told of the styles that stand within the handbook's pages, so that it lets them and no others.

    Authority: W3C, Content Security Policy Level 3, hash source.
    """
    styles = [style for page in sorted(folder.glob("*.html")) for style in _STYLE.findall(page.read_text("utf-8"))]
    return tuple(dict.fromkeys(f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles))


def manifest(address: str, registration: Registration | None) -> str:
    """The manifest for this server; where people sign in it says what Excel shall ask Entra ID for.

    Authority: Microsoft, Office add-in manifest, WebApplicationInfo: the last child of VersionOverrides.
    """
    text = (pane_folder() / "manifest.xml").read_text("utf-8").replace(PLACEHOLDER, address)
    if registration is None:
        return text
    web_application = (
        "<WebApplicationInfo>"
        f"<Id>{escape(registration.client)}</Id><Resource>{escape(registration.resource)}</Resource>"
        "<Scopes><Scope>openid</Scope><Scope>profile</Scope></Scopes>"
        "</WebApplicationInfo>"
    )
    return text.replace(_END, web_application + _END)
