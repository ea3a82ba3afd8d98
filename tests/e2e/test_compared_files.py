"""``vardering diff`` as people run it: two files that came by mail."""

import json
import re
from pathlib import Path

import pytest

from e2e.command_line import contents, refused, vardering
from e2e.workbook_files import Edits, edited, example_file, new_file, recalculated_example
from vardering.examples.catalogue import load_example
from vardering.model.simplified import condense

SIMPLE = "ledningsrapport_forenklad"
EDITS: Edits = {
    ("vm_effekter", 0, "Volym trolig"): 2200.0,
    ("vm_utveckling", 1, "Benämning"): "=1+1\x1b[31m\nKonsult",
    ("vm_parametrar", 0, "Värde"): 4.0,
    "vm_kalkyltid": 7.0,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook as it was sent, as it came back, with errors, of another case, and two files that are no workbook."""
    content = recalculated_example("bygglov").content
    (tmp_path / "sänd.xlsx").write_bytes(content)
    (tmp_path / "svar.xlsx").write_bytes(edited(content, EDITS))
    (tmp_path / "fel.xlsx").write_bytes(edited(content, {("vm_effekter", 0, "Volym trolig"): "ca 100"}))
    (tmp_path / "annan.xlsx").write_bytes(example_file("digitala_las"))
    (tmp_path / "avklippt.xlsx").write_bytes(content[: len(content) // 2])
    (tmp_path / "text.xlsx").write_text("detta är ingen arbetsbok", encoding="utf-8")
    return tmp_path


def amount(text: str) -> int:
    return int(text.replace(" ", "").removesuffix("kr"))


def test_two_versions_are_told_apart_in_readable_swedish(folder: Path) -> None:
    before = contents(folder)
    ended = vardering("diff", "sänd.xlsx", "svar.xlsx", folder=folder)
    assert (ended.code, ended.err) == (0, "")
    assert contents(folder) == before
    assert re.search(r"^Alla värderade +[\d ]+ kr +[\d ]+ kr +[+-][\d ]+ kr$", ended.out, re.MULTILINE)
    assert "Volym trolig  2 100 → 2 200  [Effekter!L8]" in ended.out
    assert "Värde  3 % → 4 %  [Parametrar!C11]" in ended.out
    assert "Kalkyltiden är 5 år före och 7 år efter." in ended.out
    assert "\x1b" not in ended.out
    assert "=1+1 [31m Konsult" in ended.out


def test_the_steps_on_the_screen_come_largest_first_and_end_in_the_whole_difference(folder: Path) -> None:
    out = vardering("diff", "sänd.xlsx", "svar.xlsx", folder=folder).out
    block = out.partition("Vad som flyttade nettonuvärdet")[2].partition("\n\n")[0]
    lines = [re.split(r" {2,}", line) for line in block.splitlines()[2:]]
    labels, figures = [line[0] for line in lines], [amount(line[2]) for line in lines]
    assert labels[-2:] == ["Samspel", "Hela skillnaden"]
    sizes = [abs(figure) for figure in figures[:-2]]
    assert sizes == sorted(sizes, reverse=True)
    assert abs(sum(figures[:-1]) - figures[-1]) <= len(figures)


def test_the_same_inputs_in_two_files_are_no_difference(folder: Path) -> None:
    (folder / "orört.xlsx").write_bytes(example_file("bygglov"))
    out = vardering("diff", "sänd.xlsx", "orört.xlsx", folder=folder).out
    assert out.splitlines()[-1] == "Ingen skillnad: de två filerna har samma indata till kalkylen."


def test_json_says_the_same_with_places_that_can_be_followed(folder: Path) -> None:
    ended = vardering("diff", "sänd.xlsx", "svar.xlsx", "--json", folder=folder)
    content = json.loads(ended.out)
    assert set(content) == {"before", "after", "notes", "inputs", "plan", "key_figures", "npv"}
    assert content["before"] == {
        "file": "sänd.xlsx",
        "case_id": "EXEMPEL-BYGGLOV",
        "name": load_example("bygglov").change.name,
        "form": "full",
    }
    assert {entry["key"] for entry in content["inputs"]} == {"E1", "U2", "discount_rate", "horizon_years"}
    for view in content["npv"].values():
        total = view["before"] + sum(step["alone"] for step in view["steps"]) + view["interaction"]
        assert total == pytest.approx(view["after"])
    step = content["npv"]["all_valued"]["steps"][0]
    assert content["inputs"][step["inputs"][0]]["key"] == "horizon_years"
    (field,) = next(entry for entry in content["inputs"] if entry["key"] == "E1")["fields"]
    assert field == {
        "heading": "Volym trolig",
        "before": 2100.0,
        "after": 2200.0,
        "cell_before": "Effekter!L8",
        "cell_after": "Effekter!L8",
    }
    figures = content["key_figures"]["all_valued"]["npv"]
    assert figures["difference"] == pytest.approx(figures["after"] - figures["before"])


def test_two_cases_are_compared_only_on_request(folder: Path) -> None:
    said = refused("diff", "sänd.xlsx", "annan.xlsx", folder=folder)
    assert "två olika kalkyler" in said
    assert "--different-cases" in said
    ended = vardering("diff", "sänd.xlsx", "annan.xlsx", "--different-cases", folder=folder)
    assert ended.code == 0
    assert "Filerna är två olika kalkyler" in ended.out


@pytest.mark.parametrize("pair", [("sänd.xlsx", "fel.xlsx"), ("fel.xlsx", "sänd.xlsx")])
def test_a_file_with_errors_is_named_with_what_is_wrong(folder: Path, pair: tuple[str, str]) -> None:
    before = contents(folder)
    ended = vardering("diff", *pair, folder=folder)
    assert (ended.code, ended.out) == (2, "")
    assert "Fel: Effekter!L8: " in ended.err
    assert ended.err.splitlines()[-1].startswith("Filen fel.xlsx har fel och kan inte jämföras.")
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("hostile", "said"),
    [("avklippt.xlsx", "avklippt"), ("text.xlsx", "ingen arbetsbok"), ("saknas.xlsx", "finns inte"), (".", "mapp")],
)
def test_a_second_file_that_is_no_workbook_is_refused(folder: Path, hostile: str, said: str) -> None:
    assert said in refused("diff", "sänd.xlsx", hostile, folder=folder)


def test_a_simplified_case_and_its_extension_do_not_differ_in_value(tmp_path: Path) -> None:
    simple = load_example(SIMPLE)
    (tmp_path / "enkel.xlsx").write_bytes(new_file(simple))
    assert vardering("extend", "enkel.xlsx", "-o", "full.xlsx", folder=tmp_path).code == 0
    ended = vardering("diff", "enkel.xlsx", "full.xlsx", "--json", folder=tmp_path)
    content = json.loads(ended.out)
    assert [note["code"] for note in content["notes"]] == ["compared-forms"]
    assert content["inputs"] == []
    assert all(view["difference"] == 0 for view in content["npv"].values())


def test_a_change_in_a_simplified_case_is_found_where_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "ett.xlsx").write_bytes(example_file(SIMPLE))
    cost = condense(load_example(SIMPLE)).costs.external_one_off_kr + 50_000.0
    edits: Edits = {"vm_f_externt": cost, ("vm_f_effekter", 0, "Volym"): 1.0}
    (tmp_path / "två.xlsx").write_bytes(edited(example_file(SIMPLE), edits))
    content = json.loads(vardering("diff", "ett.xlsx", "två.xlsx", "--json", folder=tmp_path).out)
    fields = {field["heading"]: field for entry in content["inputs"] for field in entry["fields"]}
    assert fields["Pris per enhet kr"]["after"] == cost
    assert fields["Pris per enhet kr"]["cell_after"].startswith("Förenklad!")
    assert fields["Volym trolig"]["after"] == 1.0
    assert fields["Volym låg"]["cell_after"] != fields["Volym trolig"]["cell_after"]


def test_what_people_wrote_in_the_plan_is_told_apart_from_the_inputs(tmp_path: Path) -> None:
    plan: Edits = {("vm_plan", 0, "Effekt"): "E1", ("vm_plan", 0, "Aktiviteter"): "Utbilda", ("vm_plan", 0, "Slag"): ""}
    content = edited(example_file("bygglov"), plan)
    (tmp_path / "ett.xlsx").write_bytes(content)
    changed: Edits = {("vm_plan", 0, "Aktiviteter"): "Utbilda två enheter", ("vm_plan", 0, "Effekt från år"): 2030.0}
    (tmp_path / "två.xlsx").write_bytes(edited(content, changed))
    (tmp_path / "utan.xlsx").write_bytes(example_file("bygglov"))
    out = vardering("diff", "ett.xlsx", "två.xlsx", folder=tmp_path).out
    assert "Ingen skillnad: de två filerna har samma indata till kalkylen." in out
    assert "Aktiviteter  Utbilda → Utbilda två enheter  [Effekthemtagningsplan!" in out
    assert "2030" not in out
    found = json.loads(vardering("diff", "ett.xlsx", "utan.xlsx", "--json", folder=tmp_path).out)
    (entry,) = found["plan"]
    assert (entry["key"], entry["sort"], found["inputs"]) == ("E1", "removed", [])
    assert [(field["heading"], field["before"]) for field in entry["fields"]] == [("Aktiviteter", "Utbilda")]


def test_files_of_the_same_name_are_told_apart_by_their_folders(folder: Path) -> None:
    (folder / "ny").mkdir()
    (folder / "ny" / "sänd.xlsx").write_bytes((folder / "svar.xlsx").read_bytes())
    out = vardering("diff", "sänd.xlsx", Path("ny") / "sänd.xlsx", folder=folder).out
    assert out.splitlines()[1].startswith(f"Efter: {Path('ny') / 'sänd.xlsx'} ")
