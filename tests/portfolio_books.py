"""Cases, files and portfolios for the tests of portfolios."""

from dataclasses import replace
from typing import Any

from builders import CONTEXT, a_case, a_change, a_cost, an_effect, book_of
from vardering.base.cells import Area, CellValue
from vardering.books.memory import MemoryBook
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.case_digest import Terms, read_workbook
from vardering.commands.portfolio import new_portfolio, update_portfolio
from vardering.commands.recalculation import recalculate
from vardering.model.case import Case
from vardering.model.case_digest import CaseDigest, FileReading, ViewDigest
from vardering.model.portfolio import Portfolio, PortfolioTerms, PriceIndexYear
from vardering.model.portfolio_words import FileVerdict, RankBy
from vardering.model.vocabulary import View
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from vardering.workbook.snapshot import Snapshot

PORTFOLIO_TERMS = PortfolioTerms(base_year=2027, horizon_years=5, discount_rate=0.03, price_level_year=2026)
TERMS = Terms(PORTFOLIO_TERMS)


def terms(indexes: dict[int, float] | None = None, **changes: object) -> Terms:
    """The terms with some changed, and price indexes by year."""
    entries = tuple(PriceIndexYear(year=year, index_value=value) for year, value in (indexes or {}).items())
    return Terms(PORTFOLIO_TERMS.model_copy(update=changes), entries)


def case_number(number: int, **changes: Any) -> Case:
    """A case of its own: id, name and cost follow from its number."""
    content: dict[str, Any] = {
        "case_id": f"K-{number}",
        "change": a_change(name=f"Förändring {number}", unit=f"Enhet {number % 3}"),
        "development": (a_cost(unit_price_kr=100_000.0 * number),),
        "effects": (an_effect(driver_likely=1_000.0 * (number % 7 + 1)),),
        **changes,
    }
    return a_case(**content)


def calculated(case: Case) -> MemoryBook:
    """The case's workbook with its results in it."""
    book = book_of(case)
    change_set = recalculate(book.snapshot(), CONTEXT).change_set
    assert change_set is not None
    book.apply(change_set)
    return book


def reading_of(case: Case, file: str, on: Terms = TERMS) -> FileReading:
    """What a portfolio reads of a case's calculated workbook."""
    return read_workbook(calculated(case).snapshot(), on, file)


def a_view(view: View, **changes: Any) -> ViewDigest:
    content: dict[str, Any] = {
        "view": view,
        "npv": 100.0,
        "pv_costs": 50.0,
        "net_benefit_per_krona": 2.0,
        "benefits": (0.0, 100.0, 100.0),
        "costs": (40.0, 10.0, 0.0),
        "one_off_costs": (40.0, 0.0, 0.0),
        **changes,
    }
    return ViewDigest(**content)


def a_digest(**changes: Any) -> CaseDigest:
    content: dict[str, Any] = {
        "case_id": "K-1",
        "name": "Digitala lås",
        "start_year": 2027,
        "horizon_years": 3,
        "price_level_year": 2026,
        "fingerprint": "f1",
        "calculated_at": "2026-11-24 09:30",
        "index": 60.0,
        "index_without_net_value": 55.0,
        "views": tuple(a_view(view) for view in View),
        **changes,
    }
    return CaseDigest(**content)


def a_file(file: str, digest: CaseDigest | None = None, **changes: Any) -> FileReading:
    content: dict[str, Any] = {"file": file, "content_hash": file, "verdict": FileVerdict.READ, "digest": digest}
    return FileReading(**{**content, **changes})


def portfolio_book() -> MemoryBook:
    """An empty portfolio from 2027."""
    return MemoryBook(new_portfolio(2027), "portfolj.xlsx")


def a_portfolio(**changes: Any) -> Portfolio:
    return Portfolio(**{"terms": PORTFOLIO_TERMS, **changes})


def ranked_by(rank_by: RankBy) -> Portfolio:
    return a_portfolio(terms=PORTFOLIO_TERMS.model_copy(update={"rank_by": rank_by}))


def typed_in(book: MemoryBook, table: str, row: int, heading: str, value: CellValue) -> None:
    """Type in a cell of a table; rows from 0."""
    found = book.snapshot().tables[table]
    where = found.position(row, found.headings.index(heading))
    book.type_in(where.sheet, where.row, where.column, value)


def value_typed_in(book: MemoryBook, name: str, value: CellValue) -> None:
    """Type in the cell of a single value."""
    where = book.snapshot().names[name].position
    book.type_in(where.sheet, where.row, where.column, value)


def table_of(snapshot: Snapshot, name: str) -> list[dict[str, CellValue]]:
    """The used rows of a table, by heading."""
    table = snapshot.tables[name]
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    return [row for row in rows if any(cell is not None for cell in row.values())]


def without_names(snapshot: Snapshot, *names: str) -> Snapshot:
    """The snapshot of a workbook where somebody deleted some defined names."""
    return replace(snapshot, names={name: found for name, found in snapshot.names.items() if name not in names})


def portfolio_file(*files: FileReading, budget_kr: float | None = None) -> bytes:
    """A portfolio on disk, brought up to date with what was read."""
    book = XlsxBook(write_workbook(new_portfolio(2027)), "portfolj.xlsx")
    if budget_kr is not None:
        table = book.snapshot().tables["vm_budget"]
        where = table.position(0, 0)
        area = Area(where.sheet, where.row, where.column, where.row, where.column + 1)
        block = Block(area, ((CellWrite(2027.0), CellWrite(budget_kr)),))
        book = XlsxBook(book.apply(ChangeSet(book.fingerprint, (area,), (block,))), "portfolj.xlsx")
    change_set = update_portfolio(book.snapshot(), files, CONTEXT).outcome.change_set
    if change_set is None:
        raise ValueError("the portfolio has errors")
    return book.apply(change_set)
