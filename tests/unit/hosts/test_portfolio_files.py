"""Files of a portfolio: every one is found once under a name that can be shown, and read whatever it is."""

from pathlib import Path

import pytest

from portfolio_books import TERMS, case_number
from vardering.base.faults import CallError
from vardering.books.new_xlsx import write_workbook
from vardering.hosts.cli.main import main
from vardering.hosts.collection import file_reading
from vardering.hosts.collection.file_reading import ReadingTask, content_hash, read_file
from vardering.hosts.collection.folder import FoundFile, found_files, printable
from vardering.model.portfolio_words import FileVerdict
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.template.workbook_template import build_workbook


def case_file(folder: Path, name: str, number: int) -> Path:
    """The workbook of a case on disk, not calculated."""
    path = folder / name
    path.write_bytes(write_workbook(build_workbook(KALKYL, case_number(number))))
    return path


def task(path: Path) -> ReadingTask:
    return ReadingTask(str(path), path.name, "2026-11-25 10:00", TERMS)


def test_every_file_of_a_folder_is_found_with_its_path_from_there(tmp_path: Path) -> None:
    (tmp_path / "ks" / "äldre").mkdir(parents=True)
    for name in ("b.xlsx", "a.txt", "ks/c.xlsx", "ks/äldre/d.xlsx", "portfolj.xlsx"):
        (tmp_path / name).write_text("x")
    found = found_files([str(tmp_path)], [tmp_path / "portfolj.xlsx"])
    assert [file.shown for file in found] == ["a.txt", "b.xlsx", "ks/c.xlsx", "ks/äldre/d.xlsx"]


def test_a_file_named_twice_is_found_once_and_equal_names_are_told_apart(tmp_path: Path) -> None:
    for folder in ("ks", "vo", "inre/vo"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "kalkyl.xlsx").write_text("x")
    paths = [str(tmp_path / name) for name in ("ks", "vo", "inre/vo", "ks/kalkyl.xlsx")]
    assert [file.shown for file in found_files(paths)] == ["kalkyl.xlsx", "kalkyl.xlsx (2)", "vo/kalkyl.xlsx"]


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CallError):
        found_files([str(tmp_path / "saknas")])


def test_signs_that_cannot_be_shown_become_question_marks() -> None:
    assert printable("k\udcff\n.xlsx") == "k??.xlsx"


def test_a_file_that_went_away_has_no_time(tmp_path: Path) -> None:
    assert FoundFile(tmp_path / "borta", "borta").modified() == ""
    assert content_hash(tmp_path / "borta") == ""


def test_what_is_no_workbook_is_said_to_be(tmp_path: Path) -> None:
    text, lock, empty = tmp_path / "brev.txt", tmp_path / "~$a.xlsx", tmp_path / "tom.xlsx"
    text.write_text("Hej! " * 100)
    lock.write_bytes(b"x" * 165)
    empty.write_bytes(b"")
    verdicts = [read_file(task(path)).verdict for path in (text, lock, empty)]
    assert verdicts == [FileVerdict.FOREIGN, FileVerdict.FOREIGN, FileVerdict.BROKEN]


def test_a_sound_workbook_is_read_as_it_would_be_alone(tmp_path: Path) -> None:
    path = case_file(tmp_path, "a.xlsx", 1)
    reading = read_file(task(path))
    assert (reading.verdict, reading.modified) == (FileVerdict.STALE, "2026-11-25 10:00")
    assert reading.content_hash == content_hash(path)


@pytest.mark.parametrize("problem", [MemoryError(), ZeroDivisionError()])
def test_a_defect_of_ours_stops_only_the_file_that_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    def fail(*_: object) -> None:
        raise problem

    monkeypatch.setattr(file_reading, "read_workbook", fail)
    reading = read_file(task(case_file(tmp_path, "a.xlsx", 1)))
    assert reading.verdict is FileVerdict.BROKEN
    assert reading.reason


def test_the_command_makes_a_portfolio_and_brings_it_up_to_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox, target = tmp_path / "inkorg", tmp_path / "portfolj.xlsx"
    inbox.mkdir()
    case_file(inbox, "a.xlsx", 1)
    assert main(["portfolio", str(inbox), "-o", str(target)]) == 0
    case_file(inbox, "b.xlsx", 2)
    (inbox / "c.xlsx").write_bytes(b"")
    assert main(["portfolio", str(inbox), "-o", str(target)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "1 filer: 1 inaktuell, omräknad",
        "3 filer: 2 inaktuell, omräknad, 1 går inte att läsa",
    ]
    assert "c.xlsx: går inte att läsa." in said.err
    assert len(list(tmp_path.glob("portfolj (före uppdatering *).xlsx"))) == 1


def test_a_portfolio_with_errors_is_left_as_it_is(tmp_path: Path) -> None:
    from vardering.model.portfolio import Portfolio, PortfolioTerms
    from vardering.workbook.template.portfolio_workbook import build_portfolio_workbook

    terms = PortfolioTerms(base_year=2027, horizon_years=400, discount_rate=0.03, price_level_year=2026)
    target = tmp_path / "portfolj.xlsx"
    target.write_bytes(write_workbook(build_portfolio_workbook(Portfolio(terms=terms))))
    before = target.read_bytes()
    assert main(["portfolio", str(tmp_path), "-o", str(target)]) == 1
    assert target.read_bytes() == before


def test_another_workbook_is_never_made_a_portfolio(tmp_path: Path) -> None:
    target = case_file(tmp_path, "kalkyl.xlsx", 1)
    before = target.read_bytes()
    assert main(["portfolio", str(tmp_path), "-o", str(target)]) == 2
    assert target.read_bytes() == before
