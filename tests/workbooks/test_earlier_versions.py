"""Workbooks live for years: those that earlier versions of the product made still read and recalculate."""

from pathlib import Path

import pytest

from builders import CONTEXT
from vardering.base.cells import CellValue
from vardering.base.faults import Severity
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.recalculation import recalculate
from vardering.model.vocabulary import View
from vardering.workbook.contract.catalogue import CONTRACT_VERSION
from vardering.workbook.written_names import LOG_TABLE

FILES = Path(__file__).parent / "earlier_versions"
NPV_COLUMNS = {
    "Nettonuvärde budgetverkande kr": View.CASH_RELEASING,
    "Nettonuvärde alla värderade kr": View.ALL_VALUED,
    "Nettonuvärde försiktig kr": View.CAUTIOUS,
}


@pytest.mark.parametrize("file", sorted(FILES.glob("*.xlsx")), ids=lambda file: file.stem)
def test_a_workbook_of_an_earlier_version_gives_the_figures_it_gave_then(file: Path) -> None:
    book = XlsxBook.open(file)
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.results is not None
    assert [found.code for found in outcome.findings if found.severity is Severity.ERROR] == []
    assert ("older-contract" in {found.code for found in outcome.findings}) == (
        int(file.stem.rpartition("_")[2]) < CONTRACT_VERSION
    )
    logged = logged_runs(book)[-1]
    for heading, view in NPV_COLUMNS.items():
        assert outcome.results.main.views[view].figures.npv == pytest.approx(logged[heading], rel=1e-12)


def logged_runs(book: XlsxBook) -> list[dict[str, CellValue]]:
    log = book.snapshot().tables[LOG_TABLE]
    return [dict(zip(log.headings, row, strict=True)) for row in log.rows if any(row)]


@pytest.mark.parametrize("file", sorted(FILES.glob("*.xlsx")), ids=lambda file: file.stem)
def test_a_workbook_of_an_earlier_version_takes_its_results(file: Path) -> None:
    book = XlsxBook.open(file)
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.change_set is not None
    written = XlsxBook.from_bytes(book.apply(outcome.change_set), file.name)
    assert len(logged_runs(written)) == len(logged_runs(book)) + 1
