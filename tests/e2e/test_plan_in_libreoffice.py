"""The plan and the approved plan survive that people save the workbook in another program."""

from datetime import date
from pathlib import Path

from builders import CONTEXT
from contract.book_cases import FileBook
from e2e.workbook_files import recalculated_example
from judges.libreoffice import LibreOffice
from plan_books import plan_table, row_of, typed, typed_of, updated
from vardering.commands.approval import freeze_plan
from vardering.workbook.reading.approved_plan_reader import read_approved_plans


def resaved(book: FileBook, office: LibreOffice, folder: Path) -> FileBook:
    """The book after somebody opened it in LibreOffice and saved it as xlsx."""
    source, target = folder / "fore.xlsx", folder / "efter.xlsx"
    source.write_bytes(book.content)
    with office.open(source) as opened:
        opened.calculate()
        opened.save_xlsx(target)
    return FileBook(target.read_bytes())


def test_a_plan_goes_on_after_it_was_saved_in_libreoffice(libreoffice: LibreOffice, tmp_path: Path) -> None:
    book = FileBook(recalculated_example("digitala_las").content)
    updated(book)
    typed_of(book, "E2", "Aktiviteter", "Utbilda alla grupper")
    typed_of(book, "E2", "Accepterad datum", date(2026, 11, 3))
    approval = freeze_plan(book.snapshot(), CONTEXT, "KS § 12 2026-11-25")
    assert approval.outcome.change_set is not None
    book.apply(approval.outcome.change_set)
    book = resaved(book, libreoffice, tmp_path)
    typed(book, "vm_effekter", 1, "Vad förändras", "Nytt namn")
    outcome = updated(book).outcome
    assert {finding.code for finding in outcome.findings} == set()
    row = row_of(book, "E2")
    assert (row["Vad förändras"], row["Aktiviteter"]) == ("Nytt namn", "Utbilda alla grupper")
    assert row["Accepterad datum"] == date(2026, 11, 3)
    ids = [row[0] for row in plan_table(book).rows if row[0]]
    assert len(ids) == len(set(ids))
    reading = read_approved_plans(book.snapshot())
    assert [place.plan for place in reading.places] == [approval.plan]
    assert reading.is_intact
