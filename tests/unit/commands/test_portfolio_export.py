"""The exported tables say what the portfolio says, in types that analysts can trust, and name nobody."""

import csv
import io
import sys

import pandas as pd
import pytest

from portfolio_books import a_digest, a_file, a_portfolio
from vardering.base.faults import CallError
from vardering.commands.portfolio import portfolio_results
from vardering.commands.portfolio_export import SCHEMA_FILE, TABLES, export_files, schema_csv
from vardering.model.case_digest import EffectDigest, ResourceDigest
from vardering.model.portfolio_results import PortfolioResults
from vardering.model.portfolio_words import FileVerdict
from vardering.model.vocabulary import View


def results() -> PortfolioResults:
    effects = (EffectDigest(effect_id="E1", name="Kortare tid", owner="Anna Exempel", yearly_value_kr=10.5),)
    load = ResourceDigest(role="Jurist", year=2027, needed_hours=5.0, available_hours=1.0)
    files = (
        a_file("a", a_digest(effects=effects, resources=(load,))),
        a_file("b", a_digest(case_id="K-2", obstacle="ej jämförbar", index=None, priority_class="")),
        a_file("c", None, verdict=FileVerdict.BROKEN, reason="Skadad."),
    )
    return portfolio_results(files, a_portfolio())


def frames(ending: str) -> dict[str, pd.DataFrame]:
    content = export_files(results())
    read = {"parquet": pd.read_parquet, "csv": pd.read_csv}[ending]
    return {name: read(io.BytesIO(content[f"{name}.{ending}"])) for name in TABLES}


def test_both_formats_hold_the_same_tables_with_the_declared_columns() -> None:
    parquet, plain = frames("parquet"), frames("csv")
    for name, table in TABLES.items():
        assert list(parquet[name].columns) == list(plain[name].columns) == list(table.columns)
        assert [str(kind) for kind in parquet[name].dtypes] == list(table.columns.values())
        assert len(parquet[name]) == len(plain[name])
        # What both hold is the same value, or nothing in both.
        for column in table.columns:
            first = [None if pd.isna(value) else value for value in parquet[name][column]]
            second = [None if pd.isna(value) else value for value in plain[name][column]]
            assert first == second, (name, column)


def test_the_figures_are_those_of_the_portfolio() -> None:
    found = frames("parquet")
    first = found["changes"].set_index("case_id").loc["K-1"]
    assert (first["rank"], first["index"], bool(first["is_selected"])) == (1, 60.0, True)
    assert pd.isna(found["changes"].set_index("case_id").loc["K-2"]["is_selected"])
    figures = found["figures"].set_index(["case_id", "view"])
    assert figures.loc[("K-1", str(View.CAUTIOUS))]["npv"] == 100.0
    years = found["years"].set_index(["case_id", "view", "year"])
    assert years.loc[("K-1", str(View.ALL_VALUED), 2028)].to_list() == [100.0, 10.0, 0.0]
    assert found["loads"].to_dict("records") == [
        {"role": "Jurist", "year": 2027, "all_hours": 5.0, "selected_hours": 5.0, "available_hours": 1.0}
    ]
    assert list(found["files"]["verdict"]) == ["read", "read", "broken"]


def test_no_person_is_named() -> None:
    assert not any(b"Anna" in content for content in export_files(results()).values())


def test_the_schema_explains_every_column() -> None:
    rows = list(csv.DictReader(io.StringIO(schema_csv())))
    assert [(row["table"], row["column"], row["type"]) for row in rows] == [
        (name, column, kind) for name, table in TABLES.items() for column, kind in table.columns.items()
    ]
    assert all(row["explanation"].endswith(".") for row in rows)
    assert export_files(results())[SCHEMA_FILE].decode() == schema_csv()


@pytest.mark.parametrize("library", ["pandas", "pyarrow"])
def test_without_the_extra_the_call_is_refused_in_words(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(CallError) as stop:
        export_files(results())
    assert stop.value.fault.code == "export-library-missing"
