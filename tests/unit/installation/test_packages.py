"""The installation package: what it holds, and what it refuses to hold."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement as Asked

from house.source_files import ROOT
from unit.installation.package_files import VERSION, contents, make_package, make_python, make_sources, make_wheel
from vardering import __version__
from vardering.base.faults import InstallationError
from vardering.installation.bill_of_materials import BILL_NAME, bill_of_materials
from vardering.installation.layout import PATH_FILE, REQUIREMENTS_NAME
from vardering.installation.package_building import build_package, build_product_wheel, fetch_wheels, pin_latest
from vardering.installation.wheels import (
    Requirement,
    normalised,
    pinned_wheels,
    read_requirements,
    requirements_text,
    sha256_of,
    stated_licence,
    unpack,
)

PINNED = ROOT / "addin" / "desktop" / REQUIREMENTS_NAME


def refusal(code: str) -> pytest.RaisesExc[InstallationError]:
    return pytest.RaisesExc(InstallationError, match=f"^{code}$")


def test_two_packages_of_the_same_sources_are_the_same(tmp_path: Path) -> None:
    first, second = make_package(tmp_path / "one"), make_package(tmp_path / "two")
    names = {name for name in contents(first.folder) if not name.endswith((".whl", REQUIREMENTS_NAME, BILL_NAME))}
    assert names == {
        *("Installera.bat", "Avinstallera.bat", "vardering.cmd", "vardering.xlam"),
        *(f"python/{name}" for name in ("LICENSE.txt", "python.exe", "pythonw.exe", "python313.zip", PATH_FILE)),
    }
    assert {name: contents(first.folder)[name] for name in names} == {
        name: contents(second.folder)[name] for name in names
    }


def test_the_python_of_the_package_finds_the_product_in_its_wheel(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    search = (package.python / PATH_FILE).read_text(encoding="ascii").splitlines()
    assert search == ["python313.zip", ".", rf"..\hjul\vardering-{VERSION}-py3-none-any.whl"]


def test_the_package_pins_its_own_product_too(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    requirements = read_requirements(package.requirements.read_text(encoding="utf-8"))
    assert [one.shown for one in requirements] == ["numbers-library 1.0", f"vardering {VERSION}"]
    assert [path.name for path in pinned_wheels(package.wheels, requirements)] == [
        path.name for path in sorted(package.wheels.iterdir())
    ]


def test_python_may_lie_in_a_folder_of_its_zip(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    archive = make_python(tmp_path / "inner.zip", prefix="cp313/")
    inner = build_package(tmp_path / "inner", archive, tmp_path / "wheels", tmp_path / "sources", VERSION)
    assert contents(inner.python) == contents(package.python)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    make_package(tmp_path)
    with refusal("package-folder-taken"):
        build_package(tmp_path / "package", tmp_path / "python.zip", tmp_path / "wheels", tmp_path / "sources", VERSION)


@pytest.mark.parametrize("content", [b"no zip", None])
def test_another_python_is_refused(tmp_path: Path, content: bytes | None) -> None:
    make_package(tmp_path)
    other = tmp_path / "other.zip"
    if content is None:
        with zipfile.ZipFile(other, "w") as archive:
            archive.writestr("python312.zip", "an older one")
    else:
        other.write_bytes(content)
    with refusal("python-archive-unfit"):
        build_package(tmp_path / "new", other, tmp_path / "wheels", tmp_path / "sources", VERSION)


def test_without_the_products_own_wheel_there_is_no_package(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    make_wheel(wheels, "numbers_library", "1.0", {})
    with refusal("package-incomplete"):
        build_package(tmp_path / "new", tmp_path / "python.zip", wheels, make_sources(tmp_path / "s", wheels), VERSION)


def test_a_wheel_that_was_exchanged_is_refused(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    requirements = read_requirements(package.requirements.read_text(encoding="utf-8"))
    make_wheel(package.wheels, "numbers_library", "1.0", {"numbers_library/__init__.py": "ONE = 2\n"})
    with refusal("package-changed"):
        pinned_wheels(package.wheels, requirements)
    with refusal("package-incomplete"):
        pinned_wheels(tmp_path / "empty", requirements)


@pytest.mark.parametrize(
    "name", ["../outside.py", "/outside.py", "a/../../outside.py", "..\\outside.py", "C:outside.py"]
)
def test_a_wheel_that_reaches_outside_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    wheel = make_wheel(tmp_path / "w", "bad", "1", {name: "x"})
    with refusal("package-changed"):
        unpack(wheel, tmp_path / "deep" / "libraries")
    assert not list(tmp_path.rglob("*outside.py"))


def test_a_damaged_wheel_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "bad-1-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    with refusal("package-changed"):
        unpack(wheel, tmp_path)


def test_only_what_belongs_among_the_libraries_is_unpacked(tmp_path: Path) -> None:
    files = {
        "a/b.py": "1",
        "x-1.data/purelib/c.py": "2",
        "x-1.data/scripts/run.py": "3",
        "x-1.data/lonely": "4",
        "d/": "",
    }
    unpack(make_wheel(tmp_path, "x", "1", files), tmp_path / "libraries")
    assert set(contents(tmp_path / "libraries")) == {"a/b.py", "c.py", "x-1.dist-info/METADATA"}


@pytest.mark.parametrize(
    "line", ["numpy==2.0", "numpy --hash=sha256:" + "a" * 64, "numpy>=2 --hash=sha256:" + "a" * 64, "-e ."]
)
def test_a_library_without_version_or_hash_is_refused(line: str) -> None:
    with refusal("requirement-not-pinned"):
        read_requirements(line)


def test_requirements_come_back_as_they_were_written() -> None:
    asked = (
        Requirement("a-b", "1", frozenset({"0" * 64, "1" * 64}), "MIT"),
        Requirement("c", "2.0", frozenset({"2" * 64})),
    )
    assert read_requirements(requirements_text(asked, "two\nlines")) == asked
    folded = requirements_text(asked, "").replace(" --hash", " \\\n    --hash")
    assert read_requirements(folded) == asked


@pytest.mark.parametrize(
    ("stated", "licence"),
    [
        ("License-Expression: MIT", "MIT"),
        ("License: BSD", "BSD"),
        ("License: line\n and more\nClassifier: License :: OSI Approved :: BSD License", "BSD License"),
        ("Classifier: Topic :: Office", ""),
    ],
)
def test_a_licence_is_found_where_a_wheel_states_it(tmp_path: Path, stated: str, licence: str) -> None:
    assert stated_licence(make_wheel(tmp_path, "x", "1", {}, stated)) == licence


def test_what_the_product_needs_is_pinned_in_a_version_that_fits() -> None:
    pinned = {one.name: one for one in read_requirements(PINNED.read_text(encoding="utf-8"))}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = project.partition("\ndependencies = [")[2].partition("\n]")[0]
    asked = [Asked(line.split('"')[1]) for line in declared.splitlines() if '"' in line]
    assert len(asked) > 5
    for one in asked:
        assert one.specifier.contains(pinned[normalised(one.name)].version), one
    assert all(len(one.sha256) == 1 and one.licence for one in pinned.values())


def test_the_bill_of_materials_is_valid_and_always_the_same() -> None:
    requirements = read_requirements(PINNED.read_text(encoding="utf-8"))
    bill = bill_of_materials(requirements, __version__)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    assert bill_of_materials(tuple(reversed(requirements)), __version__).count("\n") == bill.count("\n")
    assert bill_of_materials(requirements, __version__) == bill
    read = json.loads(bill)
    assert {(part["name"], part["version"]) for part in read["components"]} == {
        ("Python", "3.13"),
        *((one.name, one.version) for one in requirements),
    }
    assert read["metadata"]["component"]["name"] == "vardering"


def test_a_bill_that_is_not_valid_would_be_seen() -> None:
    bill = json.loads(bill_of_materials((Requirement("a", "1", frozenset({"0" * 64})),), "1"))
    bill["components"][0]["hashes"] = [{"alg": "SHA-0", "content": "x"}]
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is not None


def test_the_package_holds_the_bill_of_what_it_holds(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    read = json.loads((package.folder / BILL_NAME).read_text(encoding="utf-8"))
    product = read["metadata"]["component"]
    assert product["hashes"][0]["content"] == sha256_of(next(package.wheels.glob("vardering-*.whl")))


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The programs that would be run; a download leaves one wheel."""
    run: list[list[str]] = []

    def record(command: list[str], **_: object) -> None:
        run.append(command)
        for argument in command:
            if argument.startswith("--dest="):
                make_wheel(Path(argument.removeprefix("--dest=")), "numbers_library", "3.0", {})

    monkeypatch.setattr(subprocess, "run", record)
    return run


def test_wheels_are_fetched_for_windows_by_their_hashes(tmp_path: Path, commands: list[list[str]]) -> None:
    fetch_wheels(tmp_path / "krav.txt", tmp_path)
    (command,) = commands
    assert command[:4] == [sys.executable, "-m", "pip", "download"]
    assert {"--require-hashes", "--only-binary=:all:", "--platform=win_amd64", "--python-version=3.13"} < set(command)


def test_the_latest_libraries_are_pinned_by_their_wheels(tmp_path: Path, commands: list[list[str]]) -> None:
    pin_latest(tmp_path, tmp_path / "krav.txt")
    assert [one.shown for one in read_requirements((tmp_path / "krav.txt").read_text(encoding="utf-8"))] == [
        "numbers-library 3.0"
    ]
    assert [command[:2] for command in commands] == [["uv", "pip"], [sys.executable, "-m"]]


def test_the_products_wheel_is_built(tmp_path: Path, commands: list[list[str]]) -> None:
    build_product_wheel(tmp_path, tmp_path / "out")
    assert commands == [["uv", "build", "--quiet", "--wheel", "--out-dir", str(tmp_path / "out"), str(tmp_path)]]


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (FileNotFoundError(2, "No such file"), "uv saknas"),
        (subprocess.CalledProcessError(1, "uv", stderr="first\nno network\n"), "no network"),
        (subprocess.CalledProcessError(1, "uv", stderr=""), "okänt fel"),
    ],
)
def test_a_program_that_fails_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, reason: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(subprocess, "run", fail)
    with refusal("wheels-not-fetched") as refused:
        build_product_wheel(tmp_path, tmp_path)
    assert refused.value.fault.arguments["reason"] == reason
