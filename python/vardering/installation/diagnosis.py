"""What is right and wrong with the installation on this machine, one check after the other. Nothing is changed.

Every check answers, whatever the machine: what only Windows has is "not-here" elsewhere.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

from vardering.installation.add_in_file import came_from_internet, is_signed, version_of
from vardering.installation.checks import Check, State, fine, problem, remark
from vardering.installation.checksums import deviations, read_checksums
from vardering.installation.excel_policies import check_macro_policy, check_ribbon_policy, check_trusted_location
from vardering.installation.excel_registration import EXCEL, is_opened, is_reached
from vardering.installation.installing import INSTALLED_PARTS
from vardering.installation.layout import Place, windows_path
from vardering.installation.machine import Machine
from vardering.installation.process_rules import check_child_process
from vardering.installation.receipt import read_receipt
from vardering.installation.registry import Content, Hive, Key, Registry, value_of

LIBRARIES = ("docx", "icalendar", "numpy", "pydantic", "scipy", "xlsxwriter", "xlwings")
WINDOWS_ONLY = (
    *("installation", "excel", "add-in-file", "add-in-loaded", "trusted-location", "macro-policy", "ribbon-policy"),
    *("child-process", "cloud-folders"),
)
_CLICK_TO_RUN = Key(Hive.MACHINE, r"Software\Microsoft\Office\ClickToRun\Configuration")
_INSTALL_ROOTS = {
    64: Key(Hive.MACHINE, r"Software\Microsoft\Office\16.0\Excel\InstallRoot"),
    32: Key(Hive.MACHINE, r"Software\WOW6432Node\Microsoft\Office\16.0\Excel\InstallRoot"),
}
_DISABLED = EXCEL.child("Resiliency").child("DisabledItems")
_CLICKED = "VARDERING_WINDOW"
_CLOUD_FOLDERS = ("OneDriveCommercial", "OneDriveConsumer", "OneDrive")


def diagnose(machine: Machine, version: str) -> tuple[Check, ...]:
    """Every check, in the order people should read them. ``version`` is that of the running product."""
    if machine.registry is None or machine.local_folder is None:
        return (check_python(), *(Check(subject, State.NOT_HERE) for subject in WINDOWS_ONLY))
    registry, place = machine.registry, machine.place
    folder = windows_path(place.add_in.parent)
    clicked = _CLICKED in machine.environment
    return (
        check_python(),
        check_installation(place, version),
        check_excel(registry),
        check_add_in_file(place, version),
        check_add_in_loaded(registry, windows_path(place.add_in)),
        check_trusted_location(registry, folder),
        check_macro_policy(registry, folder, signed=is_signed(place.add_in)),
        check_ribbon_policy(registry),
        check_child_process(registry, windows_path(place.python / "pythonw.exe"), started_by_excel=clicked),
        check_cloud_folders(machine),
    )


def check_python() -> Check:
    """The Python that runs this, and whether it has the libraries."""
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    if missing:
        return problem("python", "libraries-missing", names=", ".join(missing))
    bits = 64 if sys.maxsize > 2**32 else 32
    return fine("python", "runs", version=".".join(str(part) for part in sys.version_info[:3]), bits=bits)


def check_installation(place: Place, version: str) -> Check:
    """Whether every installed file is there and as it was installed, and of the version that runs."""
    subject, receipt = "installation", read_receipt(place.receipt)
    if receipt is None or not place.checksums.is_file():
        return problem(subject, "missing")
    listed = read_checksums(place.checksums.read_text(encoding="utf-8"))
    differing = deviations(place.folder, listed, INSTALLED_PARTS)
    if differing.any:
        wrong = (*differing.missing, *differing.changed, *differing.added)
        return problem(subject, "damaged", count=len(wrong), example=wrong[0])
    if receipt.version != version:
        return problem(subject, "other-version", installed=receipt.version, running=version)
    return fine(subject, "intact", version=version, count=len(listed))


def check_excel(registry: Registry) -> Check:
    """Which Excel is installed. Its bits do not matter: the calculation runs in a program of its own."""
    version = value_of(registry, _CLICK_TO_RUN, "VersionToReport")
    if version is not None:
        bits = 32 if value_of(registry, _CLICK_TO_RUN, "Platform") == "x86" else 64
        return fine("excel", "found", version=str(version), bits=bits)
    for bits, key in _INSTALL_ROOTS.items():
        if value_of(registry, key, "Path") is not None:
            return fine("excel", "found-without-version", bits=bits)
    return problem("excel", "missing")


def check_add_in_file(place: Place, version: str) -> Check:
    """Whether the add-in is there, of the version that runs, and not marked as coming from the internet."""
    subject = "add-in-file"
    if not place.add_in.is_file():
        return problem(subject, "missing", path=windows_path(place.add_in))
    if came_from_internet(place.add_in):
        return problem(subject, "from-internet")
    found = version_of(place.add_in)
    if found != version:
        return problem(subject, "other-version", found=found or "okänd", running=version)
    return fine(subject, "in-place", version=version)


def check_add_in_loaded(registry: Registry, add_in: str) -> Check:
    """Whether Excel is set to load the add-in, and has not turned it off."""
    subject = "add-in-loaded"
    name = add_in.rpartition("\\")[2].casefold()
    if any(name in _as_text(value.content) for value in registry.values(_DISABLED).values()):
        return problem(subject, "disabled")
    if not is_opened(registry, add_in):
        return problem(subject, "not-registered")
    return fine(subject, "registered") if is_reached(registry, add_in) else problem(subject, "not-reached")


def check_cloud_folders(machine: Machine) -> Check:
    """Whether OneDrive has folders here, and the product's is none of them."""
    folders = [Path(machine.environment[name]) for name in _CLOUD_FOLDERS if machine.environment.get(name)]
    if any(machine.place.folder.is_relative_to(folder) for folder in folders):
        return problem("cloud-folders", "installed-in-cloud")
    return remark("cloud-folders", "present") if folders else fine("cloud-folders", "absent")


def _as_text(content: Content) -> str:
    """Text of a binary value: Excel writes paths with two bytes a character."""
    if isinstance(content, bytes):
        return content.decode("utf-16-le", "ignore").casefold() + content[1:].decode("utf-16-le", "ignore").casefold()
    return str(content or "").casefold()
