"""Every command as a process: what it writes, prints and says, and how it ends."""

import json
import re
import shutil
from pathlib import Path

import pytest

from e2e.command_line import contents, vardering
from e2e.workbook_files import (
    EXAMPLE_NAMES,
    edited,
    example_file,
    named_value,
    recalculated_example,
    seen_by_openpyxl,
    snapshot_of,
)
from vardering.commands.registry import COMMANDS
from vardering.examples.catalogue import load_example
from vardering.model.case import Case
from vardering.model.results import KeyFigures, Undefined
from vardering.texts.sheet_texts import STATUS_FAULTY, STATUS_FRESH
from vardering.workbook import written_names

FIGURES = (
    "npv",
    "pv_costs",
    "pv_benefits",
    "bcr",
    "bcr_modified",
    "net_benefit_per_krona",
    "payback_years",
    "discounted_payback_years",
    "irr",
    "annual_equivalent",
    "peak_funding",
    "first_positive_year",
)


@pytest.fixture(params=EXAMPLE_NAMES)
def name(request: pytest.FixtureRequest) -> str:
    example: str = request.param
    return example


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "bygglov.xlsx"
    path.write_bytes(example_file("bygglov"))
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "fel.xlsx"
    path.write_bytes(edited(recalculated_example("bygglov").content, {("vm_effekter", 0, "Volym trolig"): "ca 100"}))
    return path


def test_demo_shows_key_figures_and_where_the_workbook_is(tmp_path: Path) -> None:
    ended = vardering("demo", folder=tmp_path, environment={"TMPDIR": str(tmp_path)})
    assert ended.code == 0
    assert re.search(r"^Nyckeltal +Budgetverkande +Alla värderade +Försiktig nettonytta$", ended.out, re.MULTILINE)
    assert re.search(r"^Nettonuvärde +-?[\d ]+ kr +-?[\d ]+ kr +-?[\d ]+ kr$", ended.out, re.MULTILINE)
    path = Path(ended.out.splitlines()[-1])
    assert named_value(seen_by_openpyxl(path.read_bytes()), written_names.STATUS) == STATUS_FRESH


def test_new_makes_an_empty_workbook_that_says_what_is_missing(tmp_path: Path) -> None:
    assert vardering("new", folder=tmp_path).code == 0
    ended = vardering("check", "kalkyl.xlsx", folder=tmp_path)
    assert ended.code == 1
    assert ended.out == ""
    assert "Start!" in ended.err
    assert named_value(seen_by_openpyxl((tmp_path / "kalkyl.xlsx").read_bytes()), "vm_typ") == "kalkyl"


def test_new_simple_makes_the_simplified_workbook_under_the_name_that_was_given(tmp_path: Path) -> None:
    ended = vardering("new", "Vår idé.xlsx", "--simple", folder=tmp_path)
    assert (ended.code, ended.out) == (0, "")
    assert "Sparat: Vår idé.xlsx" in ended.err
    assert named_value(seen_by_openpyxl((tmp_path / "Vår idé.xlsx").read_bytes()), "vm_typ") == "forenklad"


def test_each_new_workbook_has_an_id_of_its_own(tmp_path: Path) -> None:
    for out in ("en.xlsx", "två.xlsx"):
        vardering("new", out, folder=tmp_path)
    one, two = (
        named_value(seen_by_openpyxl((tmp_path / out).read_bytes()), "vm_kalkyl_id") for out in ("en.xlsx", "två.xlsx")
    )
    assert one
    assert two
    assert one != two


def test_an_exported_case_comes_back_byte_for_byte(tmp_path: Path, name: str) -> None:
    (tmp_path / "ett.xlsx").write_bytes(recalculated_example(name).content)
    assert vardering("export", "ett.xlsx", "-o", "ett.json", folder=tmp_path).code == 0
    assert vardering("new", "två.xlsx", "--from", "ett.json", folder=tmp_path).code == 0
    printed = vardering("export", "två.xlsx", folder=tmp_path)
    assert printed.code == 0
    assert printed.out.encode() == (tmp_path / "ett.json").read_bytes()
    assert Case.model_validate_json(printed.out) == load_example(name)


def test_an_export_without_names_holds_none_of_the_people(tmp_path: Path) -> None:
    (tmp_path / "ett.xlsx").write_bytes(example_file("digitala_las"))
    case = load_example("digitala_las")
    text = vardering("export", "ett.xlsx", "--without-names", folder=tmp_path).out
    people = {role.name for role in case.roles} | {role.mail for role in case.roles} | {case.change.owner}
    people = {person for person in people if person}
    assert people
    assert not [person for person in people if person in text]
    assert json.loads(text)["assessment"] == []


def test_schema_names_every_field_of_a_case(tmp_path: Path) -> None:
    ended = vardering("schema", folder=tmp_path)
    schema = json.loads(ended.out)
    assert (ended.code, ended.err) == (0, "")
    for example in EXAMPLE_NAMES:
        content = load_example(example).model_dump()
        assert set(schema["required"]) <= set(content)
        # What has been planned and reported of it stands beside the case, where there is any.
        assert {*content, "realisation"} == set(schema["properties"])


def test_recalc_writes_a_new_file_and_leaves_the_one_it_read(workbook: Path) -> None:
    before = workbook.read_bytes()
    ended = vardering("recalc", workbook.name, "--user", "Bo Ek", folder=workbook.parent)
    assert ended.code == 0
    assert workbook.read_bytes() == before
    written = workbook.with_name("bygglov (omräknad).xlsx")
    assert f"Sparat: {written.name}" in ended.err
    assert ended.out.startswith("Nyckeltal")
    book = seen_by_openpyxl(written.read_bytes())
    assert named_value(book, written_names.STATUS) == STATUS_FRESH
    assert "Bo Ek" in {row[1] for row in snapshot_of(written.read_bytes()).tables[written_names.LOG_TABLE].rows}


def test_recalc_gives_the_same_bytes_for_the_same_clock_and_user(tmp_path: Path, name: str) -> None:
    (tmp_path / "in.xlsx").write_bytes(example_file(name))
    for out in ("ett.xlsx", "två.xlsx"):
        assert vardering("recalc", "in.xlsx", "-o", out, "--user", "Bo", folder=tmp_path).code == 0
    assert (tmp_path / "ett.xlsx").read_bytes() == (tmp_path / "två.xlsx").read_bytes()


def test_recalc_in_place_keeps_a_backup_of_what_was_there(workbook: Path) -> None:
    before = workbook.read_bytes()
    assert vardering("recalc", workbook.name, "--in-place", folder=workbook.parent).code == 0
    (backup,) = (path for path in workbook.parent.iterdir() if path != workbook)
    assert backup.read_bytes() == before
    assert "före omräkning 2026-11-24" in backup.name
    assert named_value(seen_by_openpyxl(workbook.read_bytes()), written_names.STATUS) == STATUS_FRESH


def test_recalc_json_has_the_shape_that_was_promised(tmp_path: Path, name: str) -> None:
    (tmp_path / "in.xlsx").write_bytes(example_file(name))
    ended = vardering("recalc", "in.xlsx", "--json", folder=tmp_path)
    content = json.loads(ended.out)
    assert set(content) >= {"case", "views", "alternatives", "findings", "fingerprint"}
    assert Case.model_validate_json(json.dumps(content["case"])) == load_example(name)
    assert set(content["views"]) == {"cash_releasing", "all_valued", "cautious"}
    results = recalculated_example(name).outcome.results
    assert results is not None
    for view, shown in content["views"].items():
        assert shown["years"] == list(results.years)
        assert len(shown["net"]) == len(shown["discount_factors"]) == len(shown["years"])
        assert_figures(shown, results.main.views[view].figures)
    assert set(content["alternatives"]) == set(results.alternatives)
    (main,) = (option for option, shown in content["alternatives"].items() if shown["is_main"])
    assert content["alternatives"][main]["views"] == content["views"]
    ranked = sorted(content["alternatives"], key=lambda option: content["alternatives"][option]["rank"])
    assert tuple(ranked) == results.ranking
    for finding in content["findings"]:
        assert set(finding) == {"code", "severity", "sheet", "cell", "what", "remedy"}
    assert content["fingerprint"] == recalculated_example(name).outcome.fingerprint


def assert_figures(shown: dict[str, object], figures: KeyFigures) -> None:
    for figure in FIGURES:
        expected = getattr(figures, figure)
        if isinstance(expected, Undefined):
            assert (shown[figure], shown[f"{figure}_reason"]) == (None, expected.reason)
        else:
            assert shown[figure] == expected
            assert f"{figure}_reason" not in shown


def test_recalc_json_of_a_faulty_workbook_holds_the_findings_and_no_results(faulty: Path) -> None:
    ended = vardering("recalc", faulty.name, "--json", folder=faulty.parent)
    content = json.loads(ended.out)
    assert ended.code == 1
    assert (content["views"], content["alternatives"]) == ({}, {})
    (error,) = (finding for finding in content["findings"] if finding["severity"] == "error")
    assert (error["code"], error["sheet"], error["cell"]) == ("not-a-number-in-range", "Effekter", "L8")


def test_recalc_of_a_faulty_workbook_ends_with_1_and_writes_what_is_wrong(faulty: Path) -> None:
    ended = vardering("recalc", faulty.name, "-o", "ut.xlsx", folder=faulty.parent)
    assert (ended.code, ended.out) == (1, "")
    assert "Fel: Effekter!L8: " in ended.err
    assert "”ca 100” är inget tal." in ended.err
    book = seen_by_openpyxl((faulty.parent / "ut.xlsx").read_bytes())
    assert named_value(book, written_names.STATUS) == STATUS_FAULTY


def test_check_writes_nothing_and_says_everything(faulty: Path) -> None:
    before = contents(faulty.parent)
    ended = vardering("check", faulty.name, folder=faulty.parent)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines()[-1].startswith("1 fel, ")
    as_json = vardering("check", faulty.name, "--json", folder=faulty.parent)
    assert set(json.loads(as_json.out)) >= {"case", "views", "alternatives", "findings", "fingerprint"}
    assert contents(faulty.parent) == before


def test_check_of_a_sound_workbook_ends_with_0(workbook: Path) -> None:
    ended = vardering("check", workbook.name, folder=workbook.parent)
    assert ended.code == 0
    assert ended.err.splitlines()[-1].startswith("0 fel, ")


def test_build_templates_needs_a_folder_and_names_what_it_built(tmp_path: Path) -> None:
    ended = vardering("build-templates", "--folder", ".", folder=tmp_path)
    assert ended.code == 0
    assert sorted(ended.out.split()) == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_explains_itself_in_swedish(tmp_path: Path, command: str) -> None:
    ended = vardering(command, "--help", folder=tmp_path)
    assert ended.code == 0
    assert "visa den här hjälpen" in ended.out
    assert "Så skrivs det: vardering" in ended.out
    assert not re.search(r"\b(usage|options|positional|show this)\b", ended.out)


def test_help_lists_every_command_and_no_command_is_a_wrong_call(tmp_path: Path) -> None:
    ended = vardering(folder=tmp_path)
    assert (ended.code, ended.out) == (2, "")
    for command in COMMANDS:
        assert command.name in ended.err


def test_what_is_piped_is_utf_8_whatever_the_machine_prefers(workbook: Path) -> None:
    ended = vardering("export", workbook.name, folder=workbook.parent, environment={"PYTHONIOENCODING": "cp1252"})
    assert json.loads(ended.out)["change"]["name"] == load_example("bygglov").change.name
    table = vardering("recalc", workbook.name, folder=workbook.parent, environment={"PYTHONIOENCODING": "ascii"})
    assert table.code == 0
    assert "Återbetalningstid" in table.out


def test_a_file_in_another_folder_is_recalculated_beside_itself(tmp_path: Path, workbook: Path) -> None:
    folder = tmp_path / "Våra kalkyler"
    folder.mkdir()
    shutil.move(workbook, folder / "å ä ö.xlsx")
    assert vardering("recalc", Path("Våra kalkyler") / "å ä ö.xlsx", folder=tmp_path).code == 0
    assert (folder / "å ä ö (omräknad).xlsx").is_file()
