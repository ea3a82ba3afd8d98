"""What an installation leaves on a machine, and that an uninstallation leaves nothing."""

import errno
from pathlib import Path

import pytest

from unit.installation.memory_registry import MemoryRegistry
from unit.installation.package_files import VERSION, contents, make_machine, make_package
from vardering.base.faults import InstallationError
from vardering.installation import installing
from vardering.installation.checksums import deviations, read_checksums
from vardering.installation.excel_registration import OPTIONS, TRUSTED_LOCATIONS, is_opened
from vardering.installation.installing import INSTALLED_PARTS, install, uninstall
from vardering.installation.layout import PATH_FILE, windows_path
from vardering.installation.machine import Machine
from vardering.installation.programs_list import ENTRY
from vardering.installation.receipt import Receipt, read_receipt
from vardering.installation.registry import Hive, Key, value_of


@pytest.fixture
def registry() -> MemoryRegistry:
    made = MemoryRegistry()
    made.create_key(Key(Hive.USER, "Software"))
    made.set(OPTIONS, "OPEN", r"C:\annat.xlam")
    return made


@pytest.fixture
def machine(tmp_path: Path, registry: MemoryRegistry) -> Machine:
    return make_machine(tmp_path, registry)


def refusal(code: str) -> pytest.RaisesExc[InstallationError]:
    return pytest.RaisesExc(InstallationError, match=f"^{code}$")


def test_everything_is_in_place_and_intact(tmp_path: Path, machine: Machine, registry: MemoryRegistry) -> None:
    receipt = install(make_package(tmp_path), machine, VERSION)
    place = machine.place
    assert sorted(path.name for path in place.folder.iterdir()) == [
        *("Avinstallera.bat", "excel", "installation.json", "kontrollsummor.txt", "python", "vardering.cmd"),
    ]
    assert (place.libraries / "numbers_library" / "__init__.py").read_text(encoding="utf-8") == "ONE = 1\n"
    assert (place.python / PATH_FILE).read_text(encoding="ascii").split() == [
        *("python313.zip", ".", r"Lib\site-packages", "import", "site"),
    ]
    listed = read_checksums(place.checksums.read_text(encoding="utf-8"))
    assert len(listed) == 12
    assert (place.libraries / "win32com" / "gen_py").is_dir()
    assert not deviations(place.folder, listed, INSTALLED_PARTS).any
    assert is_opened(registry, windows_path(place.add_in))
    assert value_of(registry, ENTRY, "DisplayVersion") == VERSION
    assert read_receipt(place.receipt) == receipt
    assert receipt.opened_before == {"OPEN": r"C:\annat.xlam"}


def test_a_second_time_changes_nothing(tmp_path: Path, machine: Machine, registry: MemoryRegistry) -> None:
    package = make_package(tmp_path)
    install(package, machine, VERSION)
    files, values = contents(machine.place.folder), registry.everything()
    install(package, machine, VERSION)
    assert contents(machine.place.folder) == files
    assert registry.everything() == values


def test_an_upgrade_leaves_nothing_of_the_version_before(tmp_path: Path, machine: Machine) -> None:
    install(make_package(tmp_path / "old", "9.8.6"), machine, "9.8.6")
    (machine.place.libraries / "gone.py").write_text("left from before", encoding="utf-8")
    receipt = install(make_package(tmp_path / "new"), machine, VERSION)
    names = set(contents(machine.place.folder))
    assert not [name for name in names if "9.8.6" in name or "gone" in name or "gammal" in name or ".ny" in name]
    assert receipt.opened_before == {"OPEN": r"C:\annat.xlam"}


def test_uninstalling_leaves_the_machine_as_it_was(tmp_path: Path, machine: Machine, registry: MemoryRegistry) -> None:
    before = registry.everything()
    install(make_package(tmp_path / "old", "9.8.6"), machine, "9.8.6")
    install(make_package(tmp_path / "new"), machine, VERSION)
    (machine.place.folder / "logg.txt").write_text("written when it ran", encoding="utf-8")
    assert uninstall(machine)
    assert registry.everything() == before
    assert list(machine.place.folder.parent.iterdir()) == []


def test_the_python_that_takes_itself_away_leaves_its_folder_to_the_script(tmp_path: Path, machine: Machine) -> None:
    install(make_package(tmp_path), machine, VERSION)
    inside = Machine(machine.registry, machine.local_folder, machine.place.python / "python.exe")
    assert not uninstall(inside)
    left = {"LICENSE.txt", "python.exe", "pythonw.exe", "python313.zip", PATH_FILE}
    assert set(contents(machine.place.folder)) == {"Avinstallera.bat", *(f"python/{name}" for name in left)}


def test_an_uninstallation_works_without_its_receipt(
    tmp_path: Path, machine: Machine, registry: MemoryRegistry
) -> None:
    install(make_package(tmp_path), machine, VERSION)
    machine.place.receipt.write_text("{}", encoding="utf-8")
    assert uninstall(machine)
    assert registry.subkeys(TRUSTED_LOCATIONS) == ()
    assert value_of(registry, OPTIONS, "OPEN") == r"C:\annat.xlam"


@pytest.mark.parametrize(
    "name", ["krav.txt", "vardering.xlam", "Avinstallera.bat", "vardering.cmd", "python/python.exe"]
)
def test_a_package_that_lacks_something_changes_nothing(
    tmp_path: Path, machine: Machine, registry: MemoryRegistry, name: str
) -> None:
    package, before = make_package(tmp_path), registry.everything()
    (package.folder / name).unlink()
    with refusal("package-incomplete"):
        install(package, machine, VERSION)
    assert registry.everything() == before
    assert not machine.place.folder.exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("vardering.xlam", "addin-in-use"), ("pythonw.exe", "python-in-use"), ("python.exe", "python-in-use")],
)
def test_a_file_that_is_held_stops_it_before_anything_is_changed(
    tmp_path: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    package = make_package(tmp_path)
    install(package, machine, VERSION)
    before = contents(machine.place.folder)
    opened = Path.open

    def held(path: Path, mode: str = "r", *arguments: object, **options: object) -> object:
        if path.name == name and "+" in mode:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, mode, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", held)
    with refusal(code):
        install(package, machine, VERSION)
    with refusal(code):
        uninstall(machine)
    assert contents(machine.place.folder) == before


def test_a_python_whose_folder_is_held_stays_in_place(
    tmp_path: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = make_package(tmp_path)
    install(package, machine, VERSION)
    before, rename = contents(machine.place.folder), Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == machine.place.python:
            raise PermissionError(errno.EACCES, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with refusal("python-in-use"):
        install(package, machine, VERSION)
    assert contents(machine.place.folder) == before


def test_a_new_python_that_cannot_take_its_place_leaves_the_one_before(
    tmp_path: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = make_package(tmp_path)
    install(package, machine, VERSION)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == machine.place.coming_python:
            raise PermissionError(errno.EACCES, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with refusal("installation-failed"):
        install(package, machine, VERSION)
    assert (machine.place.libraries / "vardering" / "__init__.py").is_file()
    assert not machine.place.former_python.exists()


def test_a_first_installation_that_is_stopped_can_be_made_again(
    tmp_path: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    package = make_package(tmp_path)
    with monkeypatch.context() as stopped:
        stopped.setattr(installing, "write_receipt", refuse)
        with refusal("installation-failed"):
            install(package, machine, VERSION)
    install(package, machine, VERSION)
    assert uninstall(machine)


@pytest.mark.parametrize("step", ["register", "write_receipt", "_copy_whole"])
def test_a_step_that_windows_refuses_leaves_the_version_before(
    tmp_path: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    install(make_package(tmp_path / "old", "9.8.6"), machine, "9.8.6")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(installing, step, refuse)
    with refusal("installation-failed"):
        install(make_package(tmp_path / "new"), machine, VERSION)
    assert "9.8.6" in (machine.place.libraries / "vardering" / "__init__.py").read_text(encoding="utf-8")
    assert read_receipt(machine.place.receipt) == Receipt(
        "9.8.6", "3.13", {"OPEN": r"C:\annat.xlam"}, created_keys(machine)
    )


def created_keys(machine: Machine) -> tuple[str, ...]:
    found = read_receipt(machine.place.receipt)
    return found.created_keys if found is not None else ()


def test_where_nothing_is_installed_there_is_nothing_to_take_away(machine: Machine) -> None:
    with refusal("not-installed"):
        uninstall(machine)


def test_a_file_that_cannot_be_taken_away_is_said(
    tmp_path: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(make_package(tmp_path), machine, VERSION)

    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with refusal("installation-failed"):
        uninstall(machine)


def test_elsewhere_than_on_windows_it_is_said(tmp_path: Path) -> None:
    elsewhere = Machine(None, None, tmp_path)
    with refusal("windows-only"):
        install(make_package(tmp_path), elsewhere, VERSION)
    with refusal("windows-only"):
        uninstall(elsewhere)
    with refusal("windows-only"):
        _ = Machine(None, tmp_path, tmp_path).windows_registry
