"""The buttons of the portfolio, clicked in Excel's stand-in."""

from pathlib import Path

import pytest

from live_excel.clicks import Ribbon, ribbon_over
from live_excel.excel_stand_in import Application
from portfolio_books import case_number
from vardering.books.live_excel.book import LiveBook
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.portfolio import new_portfolio
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.template.workbook_template import build_workbook


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inkorg"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.xlsx").write_bytes(write_workbook(build_workbook(KALKYL, case_number(number))))
    (folder / "brev.txt").write_text("Hej")
    return folder


@pytest.fixture
def ribbon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ribbon:
    return ribbon_over(Application(new_portfolio(2027)), tmp_path, monkeypatch)


def test_a_new_portfolio_is_made_of_a_folder_and_opened(ribbon: Ribbon, inbox: Path, tmp_path: Path) -> None:
    target = tmp_path / "portfolj.xlsx"
    said = ribbon.click("NyPortfolj", str(inbox), str(target))
    assert said.startswith("Portföljen är uppdaterad med 2 förändringar.")
    assert "1 filer räknas inte" in said
    rows = XlsxBook.open(target).snapshot().tables["vm_ranking"].rows
    assert {row[0] for row in rows} == {"K-1", "K-2"}
    assert str(target) in str(ribbon.excel.opened)


def test_the_open_portfolio_is_brought_up_to_date(ribbon: Ribbon, inbox: Path) -> None:
    (inbox / "brev.txt").unlink()
    said = ribbon.click("UppdateraPortfolj", str(inbox))
    assert "räknas inte" not in said
    snapshot = LiveBook(ribbon.excel.workbook()).snapshot()
    assert {row[0] for row in snapshot.tables["vm_ranking"].rows} == {"K-1", "K-2"}
    assert any("har läst 2 av 2 filer" in str(line) for line in ribbon.excel.lines)


@pytest.mark.parametrize(("button", "answers"), [("NyPortfolj", 1), ("NyPortfolj", 2), ("UppdateraPortfolj", 1)])
def test_nothing_happens_where_the_person_changes_their_mind(
    ribbon: Ribbon, inbox: Path, button: str, answers: int
) -> None:
    given = [str(inbox), *[""] * (answers - 1)][: answers - 1]
    assert ribbon.click(button, *given, False) == ""


def test_errors_in_the_portfolio_are_said(ribbon: Ribbon, inbox: Path) -> None:
    area = LiveBook(ribbon.excel.workbook()).snapshot().names["vm_portfoljtid"].area
    ribbon.sheet(area.sheet).enter(area.row, area.column, "ca 5")
    assert "ca 5" in ribbon.click("UppdateraPortfolj", str(inbox))
