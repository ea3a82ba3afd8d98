"""The figures of a portfolio as tables for those who analyse: Parquet and CSV with their schema, nobody named."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.model.portfolio_results import PortfolioResults
from vardering.model.vocabulary import View
from vardering.texts.glossary import glossary

if TYPE_CHECKING:
    from pandas import DataFrame

ExportRow = Mapping[str, object]
TEXT, AMOUNT, WHOLE, TRUTH = "string", "Float64", "Int64", "boolean"
"""Types of columns as pandas calls them; every one of them can be empty."""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table that is exported: the type of each column, what one row is of, and the rows."""

    columns: Mapping[str, str]
    rows: Callable[[PortfolioResults], Iterator[ExportRow]]


def _changes(results: PortfolioResults) -> Iterator[ExportRow]:
    verdicts = {verdict.id: verdict for verdict in results.selection.verdicts}
    for change in results.changes:
        digest, verdict = change.digest, verdicts.get(change.digest.case_id)
        yield {
            "case_id": digest.case_id,
            "name": digest.name,
            "unit": digest.unit,
            "form": str(digest.form),
            "gate": digest.gate,
            "start_year": digest.start_year,
            "rank": change.rank,
            "index": digest.index,
            "coverage": digest.coverage,
            "priority_class": digest.priority_class,
            "obstacle": digest.obstacle,
            "is_selected": None if verdict is None else verdict.is_selected,
            "verdict_reason": None if verdict is None else str(verdict.reason),
            "fingerprint": digest.fingerprint,
            "file": change.file,
        }


def _figures(results: PortfolioResults) -> Iterator[ExportRow]:
    for change in results.changes:
        for view in change.digest.views:
            yield {
                "case_id": change.digest.case_id,
                "view": str(view.view),
                "npv": view.npv,
                "pv_costs": view.pv_costs,
                "net_benefit_per_krona": view.net_benefit_per_krona,
            }


def _years(results: PortfolioResults) -> Iterator[ExportRow]:
    for change in results.changes:
        for view in View:
            figures = change.digest.view(view)
            for offset, costs in enumerate(figures.costs):
                yield {
                    "case_id": change.digest.case_id,
                    "view": str(view),
                    "year": change.digest.start_year + offset,
                    "benefits": figures.benefits[offset],
                    "costs": costs,
                    "one_off_costs": figures.one_off_costs[offset],
                }


def _effects(results: PortfolioResults) -> Iterator[ExportRow]:
    for change in results.changes:
        for effect in change.digest.effects:
            yield {
                "case_id": change.digest.case_id,
                "effect_id": effect.effect_id,
                "name": effect.name,
                "kind": str(effect.kind),
                "is_accepted": effect.is_accepted,
                "measure": effect.measure,
                "first_year": effect.first_year,
                "yearly_value_kr": effect.yearly_value_kr,
                "yearly_hours": effect.yearly_hours,
                "planned_kr": effect.planned_kr,
                "realised_kr": effect.realised_kr,
                "forecast_kr": effect.forecast_kr,
                "follow_up_status": effect.follow_up_status,
            }


def _loads(results: PortfolioResults) -> Iterator[ExportRow]:
    for load in results.loads:
        yield {
            "role": load.role,
            "year": load.year,
            "all_hours": load.all_hours,
            "selected_hours": load.selected_hours,
            "available_hours": load.available_hours,
        }


def _files(results: PortfolioResults) -> Iterator[ExportRow]:
    for file in results.files:
        yield {
            "file": file.file,
            "verdict": str(file.verdict),
            "reason": file.reason,
            "case_id": None if file.digest is None else file.digest.case_id,
            "content_hash": file.content_hash,
            "modified": file.modified,
        }


TABLES: Mapping[str, ExportTable] = {
    "changes": ExportTable(
        {
            **dict.fromkeys(("case_id", "name", "unit", "form", "gate"), TEXT),
            **dict.fromkeys(("start_year", "rank"), WHOLE),
            **dict.fromkeys(("index", "coverage"), AMOUNT),
            **dict.fromkeys(("priority_class", "obstacle"), TEXT),
            "is_selected": TRUTH,
            **dict.fromkeys(("verdict_reason", "fingerprint", "file"), TEXT),
        },
        _changes,
    ),
    "figures": ExportTable(
        {"case_id": TEXT, "view": TEXT, **dict.fromkeys(("npv", "pv_costs", "net_benefit_per_krona"), AMOUNT)}, _figures
    ),
    "years": ExportTable(
        {
            "case_id": TEXT,
            "view": TEXT,
            "year": WHOLE,
            **dict.fromkeys(("benefits", "costs", "one_off_costs"), AMOUNT),
        },
        _years,
    ),
    "effects": ExportTable(
        {
            **dict.fromkeys(("case_id", "effect_id", "name", "kind"), TEXT),
            "is_accepted": TRUTH,
            "measure": TEXT,
            "first_year": WHOLE,
            **dict.fromkeys(("yearly_value_kr", "yearly_hours", "planned_kr", "realised_kr", "forecast_kr"), AMOUNT),
            "follow_up_status": TEXT,
        },
        _effects,
    ),
    "loads": ExportTable(
        {
            "role": TEXT,
            "year": WHOLE,
            **dict.fromkeys(("all_hours", "selected_hours", "available_hours"), AMOUNT),
        },
        _loads,
    ),
    "files": ExportTable(
        dict.fromkeys(("file", "verdict", "reason", "case_id", "content_hash", "modified"), TEXT), _files
    ),
}
"""The tables. Money is kr in the portfolio's price level, sums at the start of its first year; shares are 0 to 1."""

SCHEMA_FILE = "schema.csv"


def export_files(results: PortfolioResults) -> dict[str, bytes]:
    """Every table as Parquet and as CSV, and the schema, by file name. What is not known is empty, also texts.

    CSV is UTF-8 with commas between and a point before decimals.

    Raises ``CallError`` "export-library-missing" without the optional extra.
    """
    try:
        import pandas as pd
        import pyarrow as pa  # noqa: F401 – pandas writes Parquet with it
    except ImportError as missing:
        raise CallError("export-library-missing") from missing
    content = {SCHEMA_FILE: schema_csv().encode()}
    for name, table in TABLES.items():
        rows = [{column: None if cell == "" else cell for column, cell in row.items()} for row in table.rows(results)]
        frame = pd.DataFrame(rows, columns=list(table.columns)).astype(dict(table.columns))
        content[f"{name}.parquet"] = _parquet(frame)
        content[f"{name}.csv"] = frame.to_csv(index=False, lineterminator="\n").encode()
    return content


def _parquet(frame: "DataFrame") -> bytes:
    place = io.BytesIO()
    frame.to_parquet(place, engine="pyarrow", index=False)
    return place.getvalue()


def schema_csv() -> str:
    """Every column of every table with its type and what it means, in the words of the glossary."""
    explained: dict[str, str] = {}
    for term in glossary():
        explained.setdefault(term.code, term.explanation)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("table", "column", "type", "explanation"))
    for name, table in TABLES.items():
        for column, kind in table.columns.items():
            writer.writerow((name, column, kind, explained[column]))
    return text.getvalue()
