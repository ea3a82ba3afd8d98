"""Reports from several files merged by what they are of and when: nothing is counted twice, nothing is overwritten.

The result is the same whatever order the files come in, and reading the same file again changes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence

from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass, field
from vardering.model.measurement import ActualCost, Measurement
from vardering.texts.form_texts import BOOK, VALUE_OF
from vardering.workbook.filling import cell_for
from vardering.workbook.reading.cell_reader import shown
from vardering.workbook.reading.places import RowPlace

Report = Measurement | ActualCost
KEY_FIELDS = 2
"""The first fields of a report say what it is of and when."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """A report, the row it stands in, and the file it came with; no name for the workbook itself."""

    report: Report
    place: RowPlace
    source: str = ""


@dataclass(slots=True)
class ReportMerge:
    """What a merge does: new reports, blank cells of rows in the workbook to fill in, and conflicts.

    ``same`` counts the reports that the workbook holds already.
    """

    added: list[Report] = field(default_factory=list)
    filled: list[tuple[RowPlace, Mapping[str, object]]] = field(default_factory=list)
    conflicts: list[Fault] = field(default_factory=list)
    same: int = 0


def merge_reports(reports: Sequence[Sourced]) -> ReportMerge:
    """Merge reports of one kind. Where two of the same thing say different, nothing of either is taken in."""
    groups: dict[tuple[object, object], list[Sourced]] = {}
    for one in reports:
        groups.setdefault(one.report.key, []).append(one)
    merge = ReportMerge()
    for _, group in sorted(groups.items(), key=_when):
        own = next((one for one in group if not one.source), None)
        conflicts = list(_conflicts(group, own))
        merge.conflicts += conflicts
        if conflicts:
            continue
        agreed = {name: values[0] for name, values in _values(group).items()}
        if own is None:
            merge.added.append(group[0].report.model_copy(update=agreed))
            continue
        missing = {name: value for name, value in agreed.items() if getattr(own.report, name) != value}
        if missing:
            merge.filled.append((own.place, missing))
        elif len(group) > 1:
            merge.same += 1
    return merge


def _when(group: tuple[tuple[object, object], list[Sourced]]) -> tuple[str, str]:
    (what, when), _ = group
    return str(when), str(what)


def _values(group: Sequence[Sourced]) -> dict[str, list[object]]:
    """The different values that a group of reports has for each field, blanks left out."""
    found: dict[str, list[object]] = {}
    for name in group[0].report.field_names[KEY_FIELDS:]:
        values = [getattr(one.report, name) for one in group]
        different = list(dict.fromkeys(value for value in values if value not in (None, "")))
        if different:
            found[name] = different
    return found


def _conflicts(group: Sequence[Sourced], own: Sourced | None) -> Iterator[Fault]:
    """Every field that the reports disagree about, with each value and where it stands."""
    ordered = sorted(group, key=_source)
    what, when = (str(part) for part in group[0].report.key)
    for name, values in _values(group).items():
        if len(values) < 2:
            continue
        heading = ordered[0].place.declared.column(name).heading
        told = "; ".join(
            VALUE_OF.format(value=_told(one, name), source=_told_source(one, name))
            for one in ordered
            if getattr(one.report, name) not in (None, "")
        )
        where = (own or ordered[0]).place.cell(name)
        arguments = {"id": what, "when": when, "heading": heading, "values": told}
        yield Fault("report-conflict", Severity.WARNING, where, arguments)


def _source(one: Sourced) -> tuple[str, int]:
    return one.source, one.place.row_index


def _told(one: Sourced, name: str) -> str:
    return shown(cell_for(one.place.declared.column(name), getattr(one.report, name)))


def _told_source(one: Sourced, name: str) -> str:
    return f"{one.source} ({one.place.cell(name)})" if one.source else BOOK
