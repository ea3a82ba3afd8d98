"""One workbook on disk through every gate and two years of follow-up, saved in another program on the way."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from contract.book_cases import FileBook
from e2e.command_line import Ended, vardering
from e2e.workbook_files import Edits, edited, new_file
from follow_up_books import COSTS, MEASUREMENTS, measured, reported
from judges.libreoffice import LibreOffice
from plan_books import PLAN
from vardering.base.cells import CellValue
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.recalculation import calculate
from vardering.examples.catalogue import EXAMPLES, load_example, load_plan
from vardering.texts.sheet_texts import STATUS_FRESH
from vardering.workbook import written_names
from vardering.workbook.contract.follow_up_sheet import ACTUAL_COST_SHEET, FOLLOW_UP_SHEET
from vardering.workbook.contract.plan_sheet import WRITTEN
from vardering.workbook.presenting.plan_answers import answers_change_set
from vardering.workbook.snapshot import Snapshot, TableSnapshot

DECISION = "Vård- och omsorgsnämnden § 31 2027-02-11"
MEASURED_2028 = (("E1", "2028-04-30", 7.4), ("E1", "2028-08-30", 6.0), ("E2", "2028-06-30", 170.0))
MEASURED_2029 = (("E1", "2029-04-30", 3.4), ("E3", "2029-04-30", 3.0), ("E8", "2029-01-31", 0.0))


class Walk:
    """The workbook as it goes from hand to hand."""

    def __init__(self, folder: Path, office: LibreOffice) -> None:
        self.folder, self.office, self.path = folder, office, folder / "k.xlsx"

    def run(self, day: str, command: str, *arguments: str | Path) -> Ended:
        """A command in the workbook itself, on a day."""
        moment = datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=UTC).timestamp()
        environment = {"SOURCE_DATE_EPOCH": f"{moment:.0f}", "TZ": "UTC"}
        ended = vardering(command, self.path, *arguments, "--in-place", folder=self.folder, environment=environment)
        assert ended.code == 0, ended.err
        return ended

    def meets(self, gate: str) -> bool:
        """Whether the workbook has what a gate requires."""
        return vardering("check", self.path, "--gate", gate, folder=self.folder).code == 0

    def snapshot(self) -> Snapshot:
        return XlsxBook.open(self.path).snapshot()

    def types(self, edits: Edits) -> None:
        """Somebody types in cells."""
        self.path.write_bytes(edited(self.path.read_bytes(), edits))

    def types_in_plan(self, cells: dict[str, CellValue], *, only_blank: bool = False) -> None:
        """The same in every row of the plan, or only where nothing stands."""
        table = self.snapshot().tables[PLAN]
        self.types(
            {
                (PLAN, index, heading): value
                for index, row in enumerate(table.rows)
                for heading, value in cells.items()
                if row[0] and not (only_blank and row[table.headings.index(heading)] is not None)
            }
        )

    def reports(self, measurements: tuple[tuple[str, str, float], ...]) -> None:
        """Somebody fills in rows of Uppföljning."""
        book = FileBook(self.path.read_bytes())
        for effect_id, day, actual in measurements:
            measured(book, effect_id, day, actual, Kommentar=f"Mätt {day}")
        self.path.write_bytes(book.content)

    def is_saved_elsewhere(self) -> None:
        """Somebody opens the workbook in LibreOffice and saves it."""
        with self.office.open(self.path) as opened:
            opened.calculate()
            opened.save_xlsx(self.folder / "sparad.xlsx")
        self.path.write_bytes((self.folder / "sparad.xlsx").read_bytes())


def people_wrote(snapshot: Snapshot) -> dict[str, set[tuple[CellValue, ...]]]:
    """Everything that people have written in plan and follow-up, in whatever order it stands."""
    tables = {PLAN: tuple(column.heading for column in WRITTEN)}
    for sheet in (FOLLOW_UP_SHEET, ACTUAL_COST_SHEET):
        for table in sheet.tables:
            tables[table.name] = tuple(column.heading for column in table.columns if not column.calculated)
    return {name: set(_cells(snapshot.tables[name], headings)) for name, headings in tables.items()}


def _cells(table: TableSnapshot, headings: tuple[str, ...]) -> list[tuple[CellValue, ...]]:
    places = [table.headings.index(heading) for heading in headings]
    rows = [tuple(row[place] for place in places) for row in table.rows]
    return [row for row in rows if any(cell is not None for cell in row)]


def result_of(ended: Ended) -> dict[str, Any]:
    """The parts of the promise, which always make the whole."""
    result = json.loads(ended.out)["result"]
    for name in ("cash", "valued", "hours"):
        split = result[name]
        parts = ("realised", "missed", "threatened", "unknown", "not_due")
        assert split["promised"] == pytest.approx(sum(split[part] for part in parts))
    return {**result, "status": {effect["effect_id"]: effect["status"] for effect in result["effects"]}}


def through_the_gates(walk: Walk) -> None:
    """BP1 to BP5, each with what it requires, and the workbook saved in another program on the way."""
    walk.path.write_bytes(new_file(load_example("digitala_las")))
    assert walk.meets("BP1")
    walk.run("2026-11-24", "recalc")
    assert walk.meets("BP2")
    walk.run("2026-12-01", "plan")
    book = XlsxBook.open(walk.path)
    walk.path.write_bytes(book.apply(answers_change_set(book.snapshot(), load_plan(EXAMPLES[0]))))
    walk.types_in_plan(
        {
            "Accepterad datum": date(2026, 12, 10),
            "Aktiviteter": "Byt arbetssätt",
            "Förutsättningar": "Låsen är monterade",
            "Hemtagningsansvarig": "Peter Exempel",
            "Mätansvarig": "Lena Exempel",
            "Mätmetod": "Stickprov",
            "Datakälla": "Planeringssystemet",
        },
        only_blank=True,
    )
    decisions = walk.snapshot().tables["vm_hemtagningsbeslut"]
    row = next(index for index, cells in enumerate(decisions.rows) if "E8" in cells)
    walk.types({("vm_hemtagningsbeslut", row, "Beslut"): "beslutat", "vm_beslutspunkt": "BP3"})
    walk.run("2027-02-11", "plan")
    walk.run("2027-02-11", "freeze", "--decision", DECISION)
    walk.run("2027-02-11", "recalc")
    assert walk.meets("BP3")
    walk.is_saved_elsewhere()
    assert walk.meets("BP3")
    walk.types_in_plan({"Status": "genomförd", "Omställning bekräftad": date(2027, 12, 1)})
    walk.types({"vm_beslutspunkt": "BP4"})
    walk.run("2027-12-10", "plan")
    assert walk.meets("BP4")
    walk.types_in_plan({"Överlämnad datum": date(2028, 1, 15)})
    walk.types({"vm_beslutspunkt": "BP5"})
    walk.run("2028-01-20", "plan")
    walk.run("2028-01-20", "recalc")
    assert walk.meets("BP5")


@pytest.mark.libreoffice
def test_a_change_walks_through_five_gates_and_two_years_of_follow_up(libreoffice: LibreOffice, tmp_path: Path) -> None:
    walk = Walk(tmp_path, libreoffice)
    through_the_gates(walk)
    before = people_wrote(walk.snapshot())
    mark = calculate(walk.snapshot()).reading.case

    walk.reports(MEASURED_2028)
    first = result_of(walk.run("2028-10-15", "follow-up", "--json"))
    assert (first["status"]["E1"], first["status"]["E3"]) == ("delayed", "unknown")
    assert 0.0 < first["valued"]["realised"] < first["valued"]["promised"]

    walk.is_saved_elsewhere()
    copy = tmp_path / "kopia.xlsx"
    copy.write_bytes(walk.path.read_bytes())
    forms = vardering("forms", walk.path, "--folder", tmp_path / "ut", "--date", "2029-02-01", folder=tmp_path)
    assert forms.code == 0, forms.err
    form = tmp_path / "ut" / "Uppföljning Peter Exempel 2029-02-01.xlsx"
    table = XlsxBook.open(form).snapshot().tables["vm_formular"]
    asked = [row[0] for row in table.rows].index("E2")
    answer: Edits = {("vm_formular", asked, "Datum"): date(2028, 12, 31), ("vm_formular", asked, "Utfall"): 140.0}
    form.write_bytes(edited(form.read_bytes(), answer))
    away = FileBook(copy.read_bytes())
    for effect_id, day, actual in MEASURED_2029:
        measured(away, effect_id, day, actual, Kommentar=f"Mätt {day}")
    reported(away, {"Kostnadsrad": "U3", "År": 2027.0, "Utfall kr": 1_500_000.0}, COSTS)
    copy.write_bytes(away.content)
    walk.run("2029-09-20", "collect", form, copy)
    again = walk.run("2029-09-21", "collect", form, copy)
    assert again.out.startswith("0 nya rader, 0 kompletterade, ")

    second = result_of(walk.run("2029-10-15", "follow-up", "--json"))
    assert second["status"]["E8"] == "achieved"
    assert second["valued"]["realised"] > first["valued"]["realised"]
    assert second["net"]["all_valued"]["expected_costs"] != second["net"]["all_valued"]["planned_costs"]

    snapshot = walk.snapshot()
    assert len(_cells(snapshot.tables[MEASUREMENTS], ("Effekt",))) == len(MEASURED_2028) + len(MEASURED_2029) + 1
    after = people_wrote(snapshot)
    assert all(before[name] <= after[name] for name in before)
    calculation = calculate(snapshot)
    assert calculation.approved.is_intact
    assert [place.plan.decision for place in calculation.approved.places] == [DECISION]
    assert calculation.reading.case == mark
    assert snapshot.names[written_names.STATUS].value == STATUS_FRESH
    assert snapshot.names[written_names.DIFFERENCES].value == 0.0
    walk.is_saved_elsewhere()
    assert people_wrote(walk.snapshot()) == after
