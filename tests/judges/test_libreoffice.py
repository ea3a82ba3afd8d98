"""LibreOffice sees, calculates and objects as a judge must."""

from pathlib import Path

import pytest

from judges.libreoffice import LibreOffice, LibreOfficeError
from judges.samples import broken_workbook, sample_workbook

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "prov å.xlsx"
    path.write_bytes(sample_workbook())
    return path


def test_an_edited_input_reaches_the_formulas(libreoffice: LibreOffice, sample: Path) -> None:
    with libreoffice.open(sample) as book:
        assert book.value("Indata", "C7") == 1250.5
        book.set("Indata", "C4", 2000.0)
        book.calculate()
        assert book.value("Indata", "C7") == 2250.5
        assert book.formula_count() == 1
        assert book.sheets() == ["Indata", "Två"]


def test_text_stays_text_and_an_emptied_cell_is_empty(libreoffice: LibreOffice, sample: Path) -> None:
    with libreoffice.open(sample) as book:
        book.set("Indata", "B4", "=1+1")
        book.set("Indata", "B5", None)
        ((first,), (second,)) = book.cells("Indata", "B4:B5")
        assert (first.kind, first.value, first.formula) == ("text", "=1+1", "")
        assert second.kind == "empty"


def test_a_stale_stored_value_is_calculated_anew(libreoffice: LibreOffice, tmp_path: Path) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(broken_workbook(SHEET, lambda text: text.replace("<v>1250.5</v>", "<v>17</v>")))
    with libreoffice.open(path) as book:
        assert book.value("Indata", "C7") == 1250.5


@pytest.mark.parametrize("formula", ["SUM(C4:C5)/0", "FINNSINTE(C4)", "NA()"])
def test_an_error_cell_is_found_and_named(libreoffice: LibreOffice, tmp_path: Path, formula: str) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(broken_workbook(SHEET, lambda text: text.replace("SUM(C4:C5)", formula)))
    with libreoffice.open(path) as book:
        assert [(error.sheet, error.cell) for error in book.errors()] == [("Indata", "C7")]
        assert book.cell("Indata", "C7").kind == "error"


def test_a_sound_workbook_has_no_error_cells(libreoffice: LibreOffice, sample: Path) -> None:
    with libreoffice.open(sample) as book:
        assert book.errors() == []


def test_what_is_no_workbook_is_refused_and_the_next_file_opens(libreoffice: LibreOffice, sample: Path) -> None:
    with pytest.raises(LibreOfficeError), libreoffice.open(sample.with_name("finns inte.xlsx")):
        pass
    with libreoffice.open(sample) as book:
        assert book.value("Indata", "B4") == "Konsult"


def test_a_copy_and_a_print_are_written(libreoffice: LibreOffice, sample: Path) -> None:
    copy, printed = sample.with_name("kopia.xlsx"), sample.with_name("prov.pdf")
    with libreoffice.open(sample) as book:
        book.set("Indata", "C4", 0.0)
        book.save_xlsx(copy)
        book.save_pdf(printed)
    assert printed.read_bytes().startswith(b"%PDF")
    with libreoffice.open(copy) as book:
        assert book.value("Indata", "C7") == 250.5
