"""The handbook is built from a folder of sources: pages always, pictures and PDF where they are asked for."""

import shutil
import tomllib
import webbrowser
from pathlib import Path

import pypdfium2
import pytest

from house.source_files import ROOT
from vardering.base.faults import CallError
from vardering.handbook import picture_building
from vardering.handbook.pictures import made_pictures
from vardering.hosts import settings
from vardering.hosts.cli.arguments import build_parser
from vardering.hosts.cli.runners import RUNNERS

SOURCES = ROOT / "addin" / "handbok"
CHAPTER = "## Kapitel\n\nText om [bladet](#bladet-start).\n\n### Bladet Start\n\n{{ bild('start') }}\n"
LISTED = 'bild,arbetsbok,blad,alt,bildtext\nstart,forenklad,Start,"Bladet Start",Start.\n'


def run(folder: Path, *arguments: str) -> int:
    options = build_parser("1.0", ("build-handbook",)).parse_args(
        ["build-handbook", "--folder", str(folder), *arguments]
    )
    return RUNNERS["build-handbook"](options)


def refusal(folder: Path, *arguments: str) -> str:
    with pytest.raises(CallError) as refused:
        run(folder, *arguments)
    return refused.value.fault.code


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sources of a very short handbook, and one workbook to take a picture of."""
    monkeypatch.chdir(tmp_path)
    sources = tmp_path / "addin" / "handbok"
    shutil.copytree(SOURCES / "mall", sources / "mall")
    for name in ("handbok.css", "snabbguide.md"):
        shutil.copy(SOURCES / name, sources / name)
    for name, text in (("kapitel/01.md", CHAPTER), ("bilder.csv", LISTED)):
        (sources / name).parent.mkdir(exist_ok=True)
        (sources / name).write_text(text, "utf-8")
    (tmp_path / "workbook_templates").mkdir()
    shutil.copy(ROOT / "workbook_templates" / "forenklad.xlsx", tmp_path / "workbook_templates")
    return sources


@pytest.fixture
def with_picture(folder: Path) -> Path:
    """The same sources with a picture that was made before."""
    shutil.copytree(SOURCES / "bilder", folder / "bilder")
    return folder


def test_the_pages_are_built_and_named(with_picture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(with_picture) == 0
    assert capsys.readouterr().out.split() == [str(with_picture / name) for name in ("handbok.html", "snabbguide.html")]
    assert "Bladet Start" in (with_picture / "handbok.html").read_text("utf-8")


def test_a_picture_that_was_never_made_is_asked_for(folder: Path) -> None:
    assert refusal(folder) == "handbook-picture-missing"


def test_a_folder_without_sources_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tom") == "file-missing"


def test_the_pdf_is_tagged_and_knows_its_page(with_picture: Path, pango: None) -> None:
    from vardering.handbook.printing import page_mark, printed

    assert run(with_picture, "--pdf") == 0
    for name in ("handbok", "snabbguide"):
        document = pypdfium2.PdfDocument(with_picture / f"{name}.pdf")
        assert document.is_tagged()
        assert document.get_metadata_dict()["Keywords"] == page_mark(with_picture / f"{name}.html")
        document.close()
    with pytest.raises(CallError):
        printed(with_picture / "saknas.html")


def test_pictures_are_made_from_the_workbooks(folder: Path, libreoffice: object) -> None:
    assert run(folder, "--pictures") == 0
    made = made_pictures(folder)["start"]
    assert made.width > 600
    assert (folder / "bilder" / "start.png").stat().st_size < 150_000


def test_a_portfolio_is_shown_filled_with_the_examples(folder: Path, tmp_path: Path, libreoffice: object) -> None:
    listed = "bild,arbetsbok,blad,alt,bildtext\nstart,portfolj,Ranking,Bladet Ranking,Ranking.\n"
    (folder / "bilder.csv").write_text(listed, "utf-8")
    shutil.copy(ROOT / "workbook_templates" / "portfolj.xlsx", tmp_path / "workbook_templates")
    assert run(folder, "--pictures") == 0
    empty = made_pictures(folder)["start"]
    shutil.copy(ROOT / "workbook_templates" / "exempel_ledningsrapport_forenklad.xlsx", tmp_path / "workbook_templates")
    assert run(folder, "--pictures") == 0
    filled = made_pictures(folder)["start"]
    assert filled.made_from == empty.made_from
    assert (filled.width, filled.height) != (empty.width, empty.height)


def test_what_a_picture_needs_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(picture_building, "PROGRAM", "finns-inte-alls")
    assert refusal(folder, "--pictures") == "program-missing"
    silent = tmp_path / "tyst"
    silent.write_text("#!/bin/sh\n", "utf-8")
    silent.chmod(0o755)
    monkeypatch.setattr(picture_building, "PROGRAM", str(silent))
    assert refusal(folder, "--pictures") == "program-missing"
    (tmp_path / "workbook_templates" / "forenklad.xlsx").unlink()
    assert refusal(folder, "--pictures") == "file-missing"


def test_a_sheet_that_is_not_in_the_workbook_is_named(folder: Path, libreoffice: object) -> None:
    (folder / "bilder.csv").write_text(LISTED.replace(",Start,", ",Saga,"), "utf-8")
    assert refusal(folder, "--pictures") == "handbook-sheet-unknown"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked for."""
    asked: list[str] = []
    monkeypatch.setattr(webbrowser, "open", asked.append)
    return asked


def show(*arguments: str) -> int:
    return RUNNERS["handbook"](build_parser("1.0", ("handbook",)).parse_args(["handbook", *arguments]))


def test_the_handbook_is_opened_from_disk(shown: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert show() == 0
    assert shown == [(SOURCES / "handbok.html").as_uri()]
    assert capsys.readouterr().out.strip() == shown[0]


def test_it_is_opened_at_a_finding(shown: list[str]) -> None:
    assert show("--finding", "no-owner") == 0
    assert shown[0].endswith("handbok.html#fel-no-owner")


def test_a_finding_that_is_not_there_is_refused(shown: list[str]) -> None:
    with pytest.raises(CallError) as refused:
        show("--finding", "hittepå")
    assert (refused.value.fault.code, shown) == ("finding-unknown", [])


def test_an_installed_handbook_goes_before_the_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "vardering" / "hosts" / "settings.py"
    monkeypatch.setattr(settings, "__file__", str(here))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "AppData"))
    assert settings.handbook_path() == tmp_path.parent / "addin" / "handbok" / "handbok.html"
    with pytest.raises(CallError):
        show()
    page = tmp_path / "vardering" / "handbok" / "handbok.html"
    page.parent.mkdir(parents=True)
    page.write_text("<html></html>", "utf-8")
    assert settings.handbook_path() == page
    beside = tmp_path / "AppData" / "Vardering" / "handbok" / "handbok.html"
    beside.parent.mkdir(parents=True)
    beside.write_text("<html></html>", "utf-8")
    assert settings.handbook_path() == beside


def test_what_is_shipped_is_there_and_is_all_that_the_pages_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert {Path(source).name for source in shipped} == {"bilder", "handbok.html", "snabbguide.html", "web"}
    for source, target in shipped.items():
        assert (ROOT / source).exists()
        folder = "vardering/web_addin" if source == "addin/web" else f"vardering/handbok/{Path(source).name}"
        assert target == folder
