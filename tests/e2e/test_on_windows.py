"""The installation package on Windows, as wine stands in for it: installed, looked over, used and taken away."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.command_line import FIXED_CLOCK, vardering
from house.source_files import ROOT
from judges.windows_parts import PYTHON, WHEELS
from judges.wine import Ended, Wine
from vardering import __version__
from vardering.installation.layout import Package, Place
from vardering.installation.package_building import build_package, build_product_wheel

EXAMPLE = ROOT / "workbook_templates" / "exempel_bygglov.xlsx"
DIGITS = 1e-9


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The package of what is here now."""
    wheels = tmp_path_factory.mktemp("wheels")
    for wheel in WHEELS.glob("*.whl"):
        (wheels / wheel.name).symlink_to(wheel)
    build_product_wheel(ROOT, wheels)
    folder = tmp_path_factory.mktemp("release") / "Värdering paket"
    return build_package(folder, PYTHON, wheels, ROOT / "addin" / "desktop", __version__)


@pytest.fixture(scope="module")
def installed(wine: Wine, package: Package) -> Iterator[Place]:
    """The product, installed by a double click; taken away again, to the last trace."""
    before = traces(wine)
    ended = wine.run("cmd", "/c", package.folder / "Installera.bat", "/tyst")
    place = Place(wine.local_folder / "Vardering")
    assert ended.code == 0, ended
    assert f"Värderingsmodellen {__version__} är installerad" in ended.err
    yield place
    ended = wine.run("cmd", "/c", place.uninstall_script, "/tyst")
    assert ended.code == 0, ended
    # Wine holds on to the folder of a script until the script has ended; Windows does not.
    assert list(place.folder.rglob("*")) == []
    assert traces(wine) == before


def traces(wine: Wine) -> str:
    """What the registry says of Office and of installed programs."""
    keys = (r"HKCU\Software\Microsoft\Office", r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall")
    return "\n".join(wine.run("reg", "query", key, "/s").out for key in keys)


def call(wine: Wine, place: Place, *arguments: str | Path) -> Ended:
    """The command line of what is installed."""
    return wine.run("cmd", "/c", place.command_script, *arguments, environment=FIXED_CLOCK)


def test_the_diagnosis_finds_nothing_wrong_save_that_there_is_no_excel(wine: Wine, installed: Place) -> None:
    ended = call(wine, installed, "doctor", "--json")
    checks = {check["subject"]: check for check in json.loads(ended.out)["checks"]}
    assert {subject for subject, check in checks.items() if check["state"] != "fine"} == {"excel"}
    assert checks["python"]["found"].startswith("version 3.13.")
    assert ended.code == 1


def test_a_second_installation_takes_the_place_of_the_first(wine: Wine, installed: Place, package: Package) -> None:
    before, listed = traces(wine), installed.checksums.read_bytes()
    (installed.libraries / "left.py").write_text("from before", encoding="utf-8")
    assert wine.run("cmd", "/c", package.folder / "Installera.bat", "/tyst").code == 0
    assert traces(wine) == before
    assert installed.checksums.read_bytes() == listed
    assert not (installed.libraries / "left.py").exists()
    assert not installed.former_python.exists()


HOLDING = """
import sys, win32file
held = win32file.CreateFile(sys.argv[1], win32file.GENERIC_READ, win32file.FILE_SHARE_READ, None, 3, 0, None)
print("held", flush=True)
sys.stdin.read()
"""
"""As Excel opens an add-in: others may read it, nobody may write in it."""


def test_an_upgrade_while_excel_or_a_run_holds_files_changes_nothing(
    wine: Wine, installed: Place, package: Package
) -> None:
    before = installed.checksums.stat().st_mtime_ns
    python = (installed.python / "python.exe", "-I", "-c")
    with wine.held(*python, HOLDING, installed.add_in):
        ended = wine.run("cmd", "/c", package.folder / "Installera.bat", "/tyst")
    assert (ended.code, "Excel använder tillägget" in ended.err) == (2, True), ended
    with wine.held(*python, "import sys; print('held', flush=True); sys.stdin.read()"):
        ended = wine.run("cmd", "/c", package.folder / "Installera.bat", "/tyst")
    assert (ended.code, "En körning från Excel pågår" in ended.err) == (2, True), ended
    assert installed.checksums.stat().st_mtime_ns == before


def test_what_the_buttons_start_finds_excels_library_and_all_of_ours(wine: Wine, installed: Place) -> None:
    code = (
        "import xlwings, win32com, scipy.stats, vardering.hosts.excel.main, sys; print(sys.path, win32com.__gen_path__)"
    )
    ended = wine.run(installed.python / "python.exe", "-I", "-c", code, environment={"PYTHONPATH": "Z:\\elsewhere"})
    assert ended.code == 0, ended
    assert "elsewhere" not in ended.out
    assert ended.out.strip().endswith(wine.path(installed.libraries / "win32com" / "gen_py"))


def test_a_recalculation_writes_the_same_as_here(wine: Wine, installed: Place, tmp_path: Path) -> None:
    there, here = tmp_path / "där åäö.xlsx", tmp_path / "här.xlsx"
    ended = call(wine, installed, "recalc", EXAMPLE, "-o", there, "--user", "Prov", "--json")
    other = vardering("recalc", EXAMPLE, "-o", here, "--user", "Prov", "--json", folder=tmp_path)
    assert (ended.code, other.code) == (0, 0), ended
    assert json.loads(ended.out) == approximately(json.loads(other.out))
    with zipfile.ZipFile(there) as first, zipfile.ZipFile(here) as second:
        assert first.namelist() == second.namelist()


def test_a_simulation_with_the_same_seed_gives_the_same_figures(wine: Wine, installed: Place, tmp_path: Path) -> None:
    arguments = ("simulate", EXAMPLE, "--seed", "7", "--draws", "2000", "--user", "Prov", "--json")
    ended = call(wine, installed, *arguments, "-o", tmp_path / "there.xlsx")
    other = vardering(*arguments, "-o", tmp_path / "here.xlsx", folder=tmp_path)
    assert (ended.code, other.code) == (0, 0), ended
    assert json.loads(ended.out) == approximately(json.loads(other.out))


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(wine: Wine, installed: Place, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    ended = call(wine, installed, "check", tmp_path / "a.xlsx")
    assert ended.code == 2
    assert "Filen är ingen arbetsbok." in ended.err


def approximately(value: object) -> object:
    """The same to nine significant digits, wherever there is a figure."""
    if isinstance(value, dict):
        return {name: approximately(part) for name, part in value.items()}
    if isinstance(value, list):
        return [approximately(part) for part in value]
    return pytest.approx(value, rel=DIGITS, abs=DIGITS) if isinstance(value, float) else value
