"""The product as a wheel in an environment of its own, with no project around it."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from house.source_files import PRODUCT, ROOT
from vardering.installation.package_building import build_product_wheel

PARTS_OF_OTHERS = ("vardering/", "vardering-")


@dataclass(frozen=True, slots=True)
class Environment:
    """An environment with the wheel, and an empty folder to stand in."""

    wheel: Path
    scripts: Path
    folder: Path

    def run(self, *command: str) -> str:
        """What a program of the environment prints; it must end well."""
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        program = self.scripts / (command[0] + (".exe" if os.name == "nt" else ""))
        ended = subprocess.run(
            [str(program), *command[1:]],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert ended.returncode == 0, ended
        return ended.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The wheel unpacked where an environment keeps it; the libraries of others are those of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    build_product_wheel(ROOT, folder)
    (wheel,) = folder.glob("*.whl")
    subprocess.run(["uv", "venv", "--quiet", f"--python={sys.executable}", str(folder / "venv")], check=True)
    python = next(path for path in (folder / "venv").glob("*/python*") if path.stem == "python")
    subprocess.run(["uv", "pip", "install", "--quiet", "--no-deps", f"--python={python}", str(wheel)], check=True)
    libraries = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    # A path in a .pth file does not bring the .pth files there with it, so our own sources are not found by it.
    (Path(libraries) / "others.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    empty = folder / "empty"
    empty.mkdir()
    return Environment(wheel, python.parent, empty)


def test_it_runs_from_the_wheel_alone(installed: Environment) -> None:
    place = Path(installed.run("python", "-I", "-c", "import vardering; print(vardering.__file__)").strip())
    assert place.is_relative_to(installed.scripts.parent)
    assert not place.is_relative_to(PRODUCT)


def test_people_can_begin_with_it(installed: Environment) -> None:
    assert "Nettonuvärde" in installed.run("vardering", "demo")
    installed.run("vardering", "new", "k.xlsx")
    installed.run("vardering", "new", "--simple", "f.xlsx")
    assert {path.name for path in installed.folder.iterdir()} >= {"k.xlsx", "f.xlsx"}
    assert '"title"' in installed.run("vardering", "schema")
    assert "Inget hindrar" in installed.run("vardering", "doctor")


def test_the_buttons_find_their_program_and_the_handbook(installed: Environment) -> None:
    code = (
        "import vardering.hosts.excel.main; from vardering.hosts.settings import handbook_path; print(handbook_path())"
    )
    handbook = Path(installed.run("python", "-I", "-c", code).strip())
    assert handbook.is_relative_to(installed.scripts.parent)
    assert "<html" in handbook.read_text(encoding="utf-8")[:200]


def test_the_wheel_holds_the_product_and_nothing_else(installed: Environment) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        names = archive.namelist()
    assert [name for name in names if not name.startswith(PARTS_OF_OTHERS)] == []
    modules = {path.relative_to(PRODUCT.parent).as_posix() for path in PRODUCT.rglob("*.py")}
    assert modules <= set(names)
