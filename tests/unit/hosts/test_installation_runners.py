"""The commands that install, as people call them."""

import json
import os
import sys
from pathlib import Path

import pytest

from unit.installation.memory_registry import MemoryRegistry
from unit.installation.package_files import make_machine, make_package
from vardering import __version__
from vardering.base.faults import CallError, InstallationError
from vardering.hosts import settings
from vardering.hosts.cli import installation_runners
from vardering.hosts.cli.arguments import build_parser
from vardering.hosts.cli.runners import RUNNERS
from vardering.installation import package_building, windows_registry


def run(*arguments: str) -> int:
    options = build_parser("1.0", arguments).parse_args(arguments)
    return RUNNERS[options.command](options)


def test_it_is_installed_and_taken_away_with_a_sentence_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = make_machine(tmp_path)
    monkeypatch.setattr(installation_runners, "this_machine", lambda: machine)
    package = make_package(tmp_path, __version__)
    assert run("install", str(package.folder)) == 0
    assert str(machine.place.folder) in capsys.readouterr().err
    assert run("uninstall") == 0
    assert "borttagen" in capsys.readouterr().err
    assert not machine.place.folder.exists()


def test_elsewhere_than_on_windows_nothing_is_installed(tmp_path: Path) -> None:
    with pytest.raises(InstallationError, match="windows-only"):
        run("install", str(tmp_path))


def test_a_windows_machine_is_known_by_its_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(settings, "Path", lambda text: text)
    monkeypatch.setattr(windows_registry, "WindowsRegistry", MemoryRegistry)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    machine = settings.this_machine()
    assert str(machine.local_folder) == str(tmp_path)
    assert isinstance(machine.registry, MemoryRegistry)
    assert machine.environment["LOCALAPPDATA"] == str(tmp_path)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the add-in's folder, and wheels and Python beside it; nothing is fetched."""
    make_package(tmp_path, __version__)
    (tmp_path / "addin").mkdir()
    (tmp_path / "sources").rename(tmp_path / "addin" / "desktop")
    monkeypatch.chdir(tmp_path)

    def copy_wheels(_: Path, folder: Path) -> None:
        for wheel in (tmp_path / "wheels").iterdir():
            (folder / wheel.name).write_bytes(wheel.read_bytes())

    monkeypatch.setattr(package_building, "fetch_wheels", copy_wheels)
    monkeypatch.setattr(package_building, "build_product_wheel", copy_wheels)
    return tmp_path


@pytest.mark.parametrize("arguments", [(), ("--wheels", "wheels")])
def test_a_package_is_built(project: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build-installer", "--python", "python.zip", *arguments) == 0
    folder = capsys.readouterr().out.strip()
    assert {path.name for path in (project / folder / "hjul").iterdir()} == {
        path.name for path in (project / "wheels").iterdir()
    }


def test_a_package_needs_a_python(project: Path) -> None:
    with pytest.raises(CallError, match="call-invalid"):
        run("build-installer")
    assert not (project / "dist").exists()


def test_the_libraries_are_pinned_in_the_add_ins_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned: list[Path] = []
    monkeypatch.setattr(package_building, "pin_latest", lambda _, target: pinned.append(target))
    assert run("build-installer", "--pin") == 0
    assert [path.resolve() for path in pinned] == [project / "addin" / "desktop" / "krav.txt"]


def test_the_diagnosis_says_by_its_exit_code_whether_something_hinders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("doctor") == 0
    assert "Inget hindrar" in capsys.readouterr().out
    monkeypatch.setattr(installation_runners, "this_machine", lambda: make_machine(tmp_path))
    assert run("doctor", "--json") == 1
    assert '"verdict": "missing"' in capsys.readouterr().out


def test_the_bill_of_materials_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sbom") == 0
    bill = capsys.readouterr().out
    assert json.loads(bill)["bomFormat"] == "CycloneDX"
    assert run("sbom", "-o", "sbom.json") == 0
    assert (project / "sbom.json").read_text(encoding="utf-8") == bill


def test_without_the_tools_of_a_release_there_is_no_bill(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cyclonedx.model.bom", None)
    with pytest.raises(InstallationError, match="release-tools-missing"):
        run("sbom", "-o", "sbom.json")
    assert not (project / "sbom.json").exists()
