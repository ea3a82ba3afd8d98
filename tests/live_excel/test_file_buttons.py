"""The buttons that make new files or gather many, and those that help."""

from pathlib import Path

import pytest

from live_excel.clicks import SIMPLIFIED, Ribbon, content, enter, ribbon_over
from live_excel.excel_stand_in import Application
from live_excel.open_books import FULL, layout_of
from maturity_books import random_replies, survey_book
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.examples.catalogue import load_example
from vardering.model.maturity_scale import RoleGroup
from vardering.workbook.contract.catalogue import CASE_ID_NAME


def test_new_workbooks_are_saved_where_asked_and_opened(ribbon: Ribbon, tmp_path: Path) -> None:
    for button, name in (("NyKalkyl", "ny.xlsx"), ("NyForenklad", "enkel")):
        assert ribbon.click(button, str(tmp_path / name)) == ""
    assert ribbon.excel.opened == [str(tmp_path / "ny.xlsx"), str(tmp_path / "enkel.xlsx")]
    ids = {XlsxBook.open(Path(path)).snapshot().names[CASE_ID_NAME].value for path in ribbon.excel.opened}
    assert len(ids) == 2
    assert ribbon.click("NyKalkyl", False) == ""


def test_a_new_workbook_needs_no_open_one(ribbon: Ribbon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDERING_BOOK", "")
    assert ribbon.click("NyKalkyl", str(tmp_path / "ny.xlsx")) == ""
    assert ribbon.click("RaknaOm").startswith("Ingen arbetsbok är öppen")


def test_a_file_that_is_there_is_never_written_over(ribbon: Ribbon, tmp_path: Path) -> None:
    taken = tmp_path / "ny.xlsx"
    taken.write_text("annat", "utf-8")
    assert "finns redan" in ribbon.click("NyKalkyl", str(taken))
    assert taken.read_text("utf-8") == "annat"


def test_a_simplified_case_grows_into_a_full_one_and_each_names_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ribbon = ribbon_over(Application(layout_of(load_example(SIMPLIFIED))), tmp_path, monkeypatch)
    full = tmp_path / "full.xlsx"
    assert "finns kvar" in ribbon.click("Utoka", str(full))
    assert ribbon.excel.opened == [str(full)]
    assert "full.xlsx" in str(content(ribbon).tables["vm_logg"].rows)
    assert "minne.xlsx" in str(XlsxBook.open(full).snapshot().tables["vm_logg"].rows)
    assert ribbon.click("Angra").startswith("Ångrat")
    assert "full.xlsx" not in str(content(ribbon).tables["vm_logg"].rows)
    assert ribbon.click("Utoka", False) == ""


def test_an_earlier_version_is_compared_in_a_workbook_of_its_own(ribbon: Ribbon, tmp_path: Path) -> None:
    earlier, result = tmp_path / "tidigare.xlsx", tmp_path / "skillnad.xlsx"
    earlier.write_bytes(write_workbook(layout_of(load_example(FULL))))
    assert (
        ribbon.click("Jamfor", str(earlier), str(result)) == "Jämförelsen är klar. Inget skiljer i indata eller plan."
    )
    enter(ribbon, "vm_kalkyltid", 9.0)
    assert "1 skillnad" in ribbon.click("Jamfor", str(earlier), str(tmp_path / "ny.xlsx"))
    assert ribbon.excel.opened == [str(result), str(tmp_path / "ny.xlsx")]
    assert ribbon.click("Jamfor", False) == ""
    assert ribbon.click("Jamfor", str(earlier), False) == ""
    enter(ribbon, "vm_kalkyltid", "ca 9")
    assert "minne.xlsx" in ribbon.click("Jamfor", str(earlier))


def test_a_workbook_of_an_older_template_is_carried_into_the_current_one(ribbon: Ribbon, tmp_path: Path) -> None:
    assert "redan gjord med den senaste mallen" in ribbon.click("Uppgradera")
    enter(ribbon, "vm_mallversion", 1.0)
    target = tmp_path / "ny.xlsx"
    assert ribbon.click("Uppgradera", str(target)).startswith(f"Sparat: {target}")
    assert ribbon.excel.opened == [str(target)]
    assert ribbon.click("Uppgradera", False) == ""


def test_surveys_of_a_folder_are_compiled_in_a_workbook_of_its_own(
    ribbon: Ribbon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = tmp_path / "svar", tmp_path / "sammanställd.xlsx"
    folder.mkdir()
    replies = random_replies(1, {RoleGroup.MANAGER: 6})
    books = {f"svar{number}.xlsx": survey_book(reply) for number, reply in enumerate(replies)}
    for name in (*books, "annat.xlsx", "~$svar0.xlsx"):
        (folder / name).write_text("annat", "utf-8")
    assert "minst fem" in ribbon.click("SammanstallMognad", str(folder), str(target))
    with monkeypatch.context() as patched:
        opened = XlsxBook.open
        patched.setattr(XlsxBook, "open", lambda path: books[path.name] if path.name in books else opened(path))
        said = ribbon.click("SammanstallMognad", str(folder), str(target))
        assert ribbon.click("SammanstallMognad", str(folder), False) == ""
    assert said.startswith(f"Sparat: {target}")
    assert "annat.xlsx" in said
    assert ribbon.excel.opened == [str(target)]
    assert ribbon.click("SammanstallMognad", False) == ""


def test_a_survey_is_made_with_the_name_of_its_round(ribbon: Ribbon, tmp_path: Path) -> None:
    target = tmp_path / "enkät.xlsx"
    assert ribbon.click("Mognadsenkat", "Våren 2027", str(target)) == ""
    assert XlsxBook.open(target).snapshot().names["vm_m_omgang"].value == "Våren 2027"
    assert ribbon.click("Mognadsenkat", False) == ""
    assert ribbon.click("Mognadsenkat", "", False) == ""


def test_forms_are_handed_out_and_what_comes_back_is_taken_in(ribbon: Ribbon, tmp_path: Path) -> None:
    folder = tmp_path / "formulär"
    folder.mkdir()
    ribbon.click("UppdateraPlan")
    ribbon.click("RaknaOm")
    said = ribbon.click("SkapaFormular", str(folder))
    forms = sorted(folder.iterdir())
    assert forms
    assert said.startswith(f"{len(forms)} formulär är sparade: {folder}")
    assert ribbon.click("SkapaFormular", False) == ""
    unreadable = tmp_path / "annat.xlsx"
    unreadable.write_text("annat", "utf-8")
    for file, words in ((forms[0], "0 nya rader"), (unreadable, "annat.xlsx")):
        assert words in ribbon.click("HamtaMatvarden", str(file))
    assert ribbon.click("HamtaMatvarden", False) == ""
    assert "finns redan" in ribbon.click("SkapaFormular", str(folder))


def test_the_decision_basis_is_written_as_word_and_shown(ribbon: Ribbon, tmp_path: Path) -> None:
    target = tmp_path / "underlag.docx"
    assert ribbon.click("Beslutsunderlag", str(target)) == f"Sparat: {target}"
    assert target.read_bytes().startswith(b"PK")
    assert ribbon.shown == [target]
    assert ribbon.click("Beslutsunderlag", False) == ""


def test_the_handbook_is_shown_from_the_products_folder(
    ribbon: Ribbon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    handbook = tmp_path / "Vardering" / "handbok" / "handbok.html"
    handbook.parent.mkdir(parents=True)
    handbook.write_text("<html></html>", "utf-8")
    assert ribbon.click("Handbok") == ""
    assert ribbon.shown == [handbook]


def test_about_says_the_versions_and_where_the_log_is(ribbon: Ribbon, tmp_path: Path) -> None:
    said = ribbon.click("Om")
    assert "Excel 16.0.17328" in said
    assert "Inget hindrar Värderingsmodellen." in said
    assert str(tmp_path / "logg" / "vardering.log") in said
