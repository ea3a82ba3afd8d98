r"""The policies of an organisation that decide whether Excel runs the add-in.

Office reads policies below ``Software\Policies\Microsoft\Office\16.0``, and those of its cloud service below
``Software\Policies\Microsoft\Cloud\Office\16.0``. ``VBAWarnings``: 1 all macros, 2 ask, 3 signed ones only, 4 none; a
trusted location is excepted from it.
"""

from vardering.installation.checks import Check, fine, problem
from vardering.installation.excel_registration import EXCEL, trusted_location
from vardering.installation.registry import Content, Hive, Key, Registry, value_of

POLICIES = (
    Key(Hive.USER, r"Software\Policies\Microsoft\Office\16.0"),
    Key(Hive.USER, r"Software\Policies\Microsoft\Cloud\Office\16.0"),
    Key(Hive.MACHINE, r"Software\Policies\Microsoft\Office\16.0"),
)
ASKS, SIGNED_ONLY, NONE = 2, 3, 4
_SECURITY = EXCEL.child("Security")


def policy(registry: Registry, path: str, name: str) -> Content:
    r"""The value that an organisation has set below ``16.0\path``; None where none is set."""
    found = (value_of(registry, root.child(path), name) for root in POLICIES)
    return next((content for content in found if content is not None), None)


def check_trusted_location(registry: Registry, folder: str) -> Check:
    """Whether Excel trusts the add-in's folder."""
    verdict = _trust(registry, folder)
    return fine("trusted-location", verdict) if verdict == "trusted" else problem("trusted-location", verdict)


def check_macro_policy(registry: Registry, folder: str, *, signed: bool) -> Check:
    """Whether macros of an add-in run, with the folder as trusted as it is."""
    subject = "macro-policy"
    if policy(registry, "Common", "VbaOff") == 1:
        return problem(subject, "vba-off")
    if _security(registry, "DisableAllAddins") == 1:
        return problem(subject, "add-ins-off")
    if _security(registry, "RequireAddinSig") == 1 and not signed:
        return problem(subject, "signature-required")
    setting = _security(registry, "VBAWarnings")
    setting = setting if isinstance(setting, int) else ASKS
    if (setting == NONE or (setting == SIGNED_ONLY and not signed)) and _trust(registry, folder) != "trusted":
        return problem(subject, "trust-needed", setting=setting)
    return fine(subject, "allows", setting=setting)


def check_ribbon_policy(registry: Registry) -> Check:
    """Whether an add-in may show a tab of its own."""
    hidden = policy(registry, r"Common\toolbars\excel", "NoExtensibilityCustomizationFromDocument") == 1
    return problem("ribbon-policy", "hidden") if hidden else fine("ribbon-policy", "allowed")


def _security(registry: Registry, name: str) -> Content:
    """A setting of Excel's Trust Center: the organisation's, else the user's own."""
    decided = policy(registry, r"Excel\Security", name)
    return decided if decided is not None else value_of(registry, _SECURITY, name)


def _trust(registry: Registry, folder: str) -> str:
    locations = r"Excel\Security\Trusted Locations"
    off = policy(registry, locations, "AllLocationsDisabled")
    own = value_of(registry, _SECURITY.child("Trusted Locations"), "AllLocationsDisabled")
    if 1 in (off, own if off is None else off):
        return "all-disabled"
    if policy(registry, r"Common\Security\Trusted Locations", "Allow User Locations") == 0:
        # Then only folders that a policy names count.
        return "trusted" if _named_by_policy(registry, folder) else "own-disabled"
    if _named_by_policy(registry, folder) or trusted_location(registry, folder) is not None:
        return "trusted"
    return "missing"


def _named_by_policy(registry: Registry, folder: str) -> bool:
    wanted = folder.rstrip("\\").casefold()
    for root in POLICIES:
        key = root.child(r"Excel\Security\Trusted Locations")
        for name in registry.subkeys(key):
            if str(value_of(registry, key.child(name), "Path") or "").rstrip("\\").casefold() == wanted:
                return True
    return False
