"""The workbook of a portfolio: what is read of it, and how shared tables are refreshed."""

from dataclasses import replace

import pytest

from portfolio_books import PORTFOLIO_TERMS, portfolio_book, typed_in, value_typed_in, without_names
from vardering.base.faults import BookForeignError
from vardering.model.portfolio import Portfolio, PriceIndexYear
from vardering.workbook.contract.portfolio_sheets import RANKING
from vardering.workbook.presenting.table_merge import merge_table
from vardering.workbook.reading.portfolio_reader import read_portfolio
from vardering.workbook.template.portfolio_workbook import build_portfolio_workbook


def test_a_title_is_the_documents_too() -> None:
    terms = PORTFOLIO_TERMS.model_copy(update={"title": "Kommunens portfölj"})
    layout = build_portfolio_workbook(Portfolio(terms=terms, indexes=(PriceIndexYear(year=2024, index_value=415.5),)))
    assert layout.title == "Portfölj: Kommunens portfölj"
    assert layout.sheets[0].name == "Översikt"


def test_what_people_wrote_is_read_and_calculated_cells_are_not() -> None:
    book = portfolio_book()
    typed_in(book, "vm_prisindex", 0, "År", 2024.0)
    typed_in(book, "vm_prisindex", 0, "Indexvärde", "415,5")
    typed_in(book, "vm_ranking", 0, "Kalkylens id", "K-1")
    typed_in(book, "vm_ranking", 0, "Rang", "inte ett tal")
    typed_in(book, "vm_ranking", 0, "Förutsätter", "K-2, K-3")
    reading = read_portfolio(book.snapshot())
    assert reading.portfolio is not None
    assert reading.portfolio.indexes == (PriceIndexYear(year=2024, index_value=415.5),)
    (row,) = reading.portfolio.ranking
    assert (row.case_id, row.rank, row.requires) == ("K-1", None, "K-2, K-3")
    assert [fault.code for fault in reading.faults] == ["converted"]
    assert len(reading.places["ranking"]) == 1


def test_a_value_whose_name_is_gone_is_named() -> None:
    with pytest.raises(BookForeignError) as stop:
        read_portfolio(without_names(portfolio_book().snapshot(), "vm_portfoljtid"))
    assert stop.value.fault.arguments["label"] == "Gemensam kalkyltid i år"


def test_an_incomplete_portfolio_is_none() -> None:
    book = portfolio_book()
    value_typed_in(book, "vm_portfoljtid", "ca 5")
    assert read_portfolio(book.snapshot()).portfolio is None


def test_a_column_that_people_deleted_is_not_written() -> None:
    table = portfolio_book().snapshot().tables["vm_ranking"]
    place = table.headings.index("Klass")
    cut = replace(
        table,
        area=replace(table.area, last_column=table.area.last_column - 1),
        headings=tuple(heading for heading in table.headings if heading != "Klass"),
        rows=tuple((*row[:place], *row[place + 1 :]) for row in table.rows),
    )
    merged = merge_table(cut, RANKING, ("case_id",), [{"case_id": "K-1", "priority_class": "A"}], {})
    (block,) = merged.blocks
    assert [write.value for write in block.rows[0] if write is not None and write.value is not None] == ["K-1"]
    assert merged.resize is None


def test_more_rows_than_there_are_make_the_table_grow() -> None:
    table = portfolio_book().snapshot().tables["vm_ranking"]
    merged = merge_table(table, RANKING, ("case_id",), [{"case_id": f"K-{n}"} for n in (1, 2, 3)], {})
    assert merged.resize is not None
    assert merged.resize.area.last_row == table.area.row + 3


def test_a_row_with_long_text_is_made_high_enough() -> None:
    table = portfolio_book().snapshot().tables["vm_ranking"]
    merged = merge_table(table, RANKING, ("case_id",), [{"case_id": "K-1", "name": "ett långt namn " * 10}], {})
    assert merged.heights[0].points is not None
