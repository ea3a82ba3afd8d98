"""A machine where the installation is well, and everything that can be otherwise about it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from unit.installation.memory_registry import MemoryRegistry
from unit.installation.package_files import VERSION, make_machine, make_package
from vardering.addin.xlam import xlam
from vardering.installation.checks import Check, State
from vardering.installation.diagnosis import diagnose
from vardering.installation.excel_registration import EXCEL, OPTIONS, TRUSTED_LOCATIONS, trusted_location
from vardering.installation.installing import install
from vardering.installation.layout import windows_path
from vardering.installation.machine import Machine
from vardering.installation.process_rules import CHILD_PROCESSES
from vardering.installation.registry import BINARY, NUMBER, TEXT, Hive, Key

POLICY = Key(Hive.USER, r"Software\Policies\Microsoft\Office\16.0")
CLOUD_POLICY = Key(Hive.USER, r"Software\Policies\Microsoft\Cloud\Office\16.0")
SECURITY = POLICY.child(r"Excel\Security")
DEFENDER = r"Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR"
RULES = Key(Hive.MACHINE, rf"Software\Policies\{DEFENDER}\Rules")
LOCAL_RULES = Key(Hive.MACHINE, rf"Software\{DEFENDER}\Rules")
MANAGED = Key(Hive.MACHINE, r"Software\Policies\Microsoft\Windows Defender\Policy Manager")
CLICK_TO_RUN = Key(Hive.MACHINE, r"Software\Microsoft\Office\ClickToRun\Configuration")
DISABLED = EXCEL.child(r"Resiliency\DisabledItems")


class Scene:
    """The machine. Every change gives the scene again."""

    def __init__(self, folder: Path) -> None:
        self.registry = MemoryRegistry()
        self.registry.set(CLICK_TO_RUN, "VersionToReport", "16.0.18526.20144")
        self.registry.set(CLICK_TO_RUN, "Platform", "x64")
        self.machine = make_machine(folder, self.registry)
        self.version = VERSION
        package = make_package(folder)
        properties = {"title": "T", "description": "D", "version": VERSION}
        package.add_in.write_bytes(xlam(b"project", "<customUI/>", {}, properties))
        install(package, self.machine, VERSION)
        self.place = self.machine.place
        self.trusted = windows_path(self.place.add_in.parent)
        self.program = windows_path(self.place.python / "pythonw.exe")

    def look(self, subject: str) -> Check:
        return next(check for check in diagnose(self.machine, self.version) if check.subject == subject)

    def upgraded(self) -> "Scene":
        self.version = "9.9"
        return self

    def environment(self, **values: str) -> "Scene":
        self.machine = Machine(self.registry, self.machine.local_folder, self.machine.running, values)
        return self

    def set(self, key: Key, name: str, content: str | int) -> "Scene":
        self.registry.set(key, name, content, NUMBER if isinstance(content, int) else TEXT)
        return self

    def unset(self, key: Key, name: str) -> "Scene":
        self.registry.remove_value(key, name)
        return self

    def write(self, file: Path, content: str) -> "Scene":
        file.write_text(content, encoding="utf-8")
        return self

    def remove(self, file: Path) -> "Scene":
        file.unlink()
        return self

    def mark(self, zone: int) -> "Scene":
        """As a browser marks what it has downloaded."""
        mark = self.place.add_in.with_name("vardering.xlam:Zone.Identifier")
        return self.write(mark, f"[ZoneTransfer]\nZoneId={zone}\n")

    def move_up(self) -> "Scene":
        value = self.registry.values(OPTIONS)["OPEN"]
        self.registry.write(OPTIONS, "OPEN3", value)
        return self.unset(OPTIONS, "OPEN")

    def disable(self, before: bytes) -> "Scene":
        """As Excel notes an add-in it has turned off."""
        path = windows_path(self.place.add_in).upper()
        self.registry.set(DISABLED, "1A2B", before + path.encode("utf-16-le") + b"\0\0", BINARY)
        return self

    def untrust(self) -> "Scene":
        key = trusted_location(self.registry, self.trusted)
        assert key is not None
        self.registry.remove_key(key)
        return self

    def policy_trusts(self, folder: str) -> "Scene":
        return self.set(SECURITY.child(r"Trusted Locations\Location1"), "Path", folder)

    def forbid_own(self) -> "Scene":
        return self.set(POLICY.child(r"Common\Security\Trusted Locations"), "Allow User Locations", 0)

    def sign(self) -> "Scene":
        with zipfile.ZipFile(self.place.add_in, "a") as package:
            package.writestr("xl/vbaProjectSignature.bin", b"signature")
        return self

    def rule(self, action: str) -> "Scene":
        return self.set(RULES, CHILD_PROCESSES, action)

    def exclude(self, path: str) -> "Scene":
        return self.rule("1").set(RULES.parent.child("ASROnlyExclusions"), path, "0")

    def bought_once(self) -> "Scene":
        root = Key(Hive.MACHINE, r"Software\WOW6432Node\Microsoft\Office\16.0\Excel\InstallRoot")
        return self.unset(CLICK_TO_RUN, "VersionToReport").set(root, "Path", "Office16")


Change = Callable[[Scene], Scene]


def as_it_is(scene: Scene) -> Scene:
    """No change."""
    return scene


FINE: dict[tuple[str, str], tuple[Change, ...]] = {
    ("python", "runs"): (as_it_is,),
    ("installation", "intact"): (as_it_is,),
    ("excel", "found"): (as_it_is, lambda s: s.set(CLICK_TO_RUN, "Platform", "x86")),
    ("excel", "found-without-version"): (Scene.bought_once,),
    ("add-in-file", "in-place"): (as_it_is, lambda s: s.mark(1)),
    ("add-in-loaded", "registered"): (as_it_is, lambda s: s.set(DISABLED, "1", 7)),
    ("trusted-location", "trusted"): (
        as_it_is,
        lambda s: s.forbid_own().policy_trusts(s.trusted.upper() + "\\"),
        lambda s: s.untrust().policy_trusts(s.trusted),
    ),
    ("macro-policy", "allows"): (
        as_it_is,
        lambda s: s.set(SECURITY, "VBAWarnings", 4),
        lambda s: s.set(SECURITY, "RequireAddinSig", 1).sign(),
        lambda s: s.untrust().sign().set(SECURITY, "VBAWarnings", 3),
    ),
    ("ribbon-policy", "allowed"): (as_it_is,),
    ("child-process", "no-rule"): (as_it_is, lambda s: s.rule("0")),
    ("child-process", "started"): (lambda s: s.exclude("other").environment(VARDERING_WINDOW="7"),),
    ("child-process", "excluded"): (
        lambda s: s.exclude(s.program),
        lambda s: s.exclude(windows_path(s.place.folder.parent.parent) + r"\*\Vardering"),
        lambda s: s.rule("1").set(MANAGED, "ASROnlyExclusions", f"other|{s.program.upper()}"),
    ),
    ("cloud-folders", "absent"): (as_it_is,),
}
NOTICES: dict[tuple[str, str], tuple[Change, ...]] = {
    ("child-process", "audited"): (lambda s: s.rule("2"),),
    ("child-process", "warns"): (lambda s: s.rule("6"),),
    ("cloud-folders", "present"): (lambda s: s.environment(OneDrive="elsewhere", OneDriveCommercial=""),),
}
PROBLEMS: dict[tuple[str, str], tuple[Change, ...]] = {
    ("installation", "missing"): (lambda s: s.remove(s.place.receipt), lambda s: s.remove(s.place.checksums)),
    ("installation", "damaged"): (
        lambda s: s.write(s.place.python / "python.exe", "other"),
        lambda s: s.remove(s.place.python / "pythonw.exe"),
        lambda s: s.write(s.place.libraries / "more.py", ""),
    ),
    ("installation", "other-version"): (Scene.upgraded,),
    ("excel", "missing"): (lambda s: s.unset(CLICK_TO_RUN, "VersionToReport"),),
    ("add-in-file", "missing"): (lambda s: s.remove(s.place.add_in),),
    ("add-in-file", "other-version"): (Scene.upgraded, lambda s: s.write(s.place.add_in, "no file of Excel")),
    ("add-in-file", "from-internet"): (lambda s: s.mark(3),),
    ("add-in-loaded", "not-registered"): (lambda s: s.unset(OPTIONS, "OPEN"),),
    ("add-in-loaded", "not-reached"): (Scene.move_up,),
    ("add-in-loaded", "disabled"): (lambda s: s.disable(b"\1\0\2\0"), lambda s: s.disable(b"\1")),
    ("trusted-location", "missing"): (Scene.untrust,),
    ("trusted-location", "all-disabled"): (
        lambda s: s.set(SECURITY.child("Trusted Locations"), "AllLocationsDisabled", 1),
        lambda s: s.set(TRUSTED_LOCATIONS, "AllLocationsDisabled", 1),
    ),
    ("trusted-location", "own-disabled"): (Scene.forbid_own, lambda s: s.forbid_own().policy_trusts("other")),
    ("macro-policy", "vba-off"): (lambda s: s.set(POLICY.child("Common"), "VbaOff", 1),),
    ("macro-policy", "add-ins-off"): (lambda s: s.set(SECURITY, "DisableAllAddins", 1),),
    ("macro-policy", "signature-required"): (
        lambda s: s.set(CLOUD_POLICY.child(r"Excel\Security"), "RequireAddinSig", 1),
        lambda s: s.set(SECURITY, "RequireAddinSig", 1).write(s.place.add_in, "no file of Excel"),
    ),
    ("macro-policy", "trust-needed"): (
        lambda s: s.untrust().set(EXCEL.child("Security"), "VBAWarnings", 3),
        lambda s: s.untrust().sign().set(SECURITY, "VBAWarnings", 4),
    ),
    ("ribbon-policy", "hidden"): (
        lambda s: s.set(POLICY.child(r"Common\toolbars\excel"), "NoExtensibilityCustomizationFromDocument", 1),
    ),
    ("child-process", "blocked"): (
        lambda s: s.rule("1"),
        lambda s: s.set(MANAGED, "ASRRules", f"x=0|{{{CHILD_PROCESSES.upper()}}}=1|bad"),
        lambda s: s.rule("2").set(LOCAL_RULES, CHILD_PROCESSES, 1),
        lambda s: s.exclude("other"),
    ),
    ("cloud-folders", "installed-in-cloud"): (lambda s: s.environment(OneDrive=s.place.folder.parent.as_posix()),),
}
STATES = ((State.FINE, FINE), (State.NOTICE, NOTICES), (State.PROBLEM, PROBLEMS))
CASES = [(*key, state, change) for state, cases in STATES for key, changes in cases.items() for change in changes]
