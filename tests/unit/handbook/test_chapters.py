"""Chapters become HTML that can be linked to and read aloud."""

import doctest
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from vardering.base.faults import CallError
from vardering.handbook import chapters, declarations, number_words
from vardering.handbook.chapters import Heading, chapter, chapter_sources
from vardering.handbook.document import build_handbook
from vardering.handbook.field_lists import field_lists, input_sheet
from vardering.handbook.number_words import number_text
from vardering.handbook.pictures import Made, made_pictures, picture, register_text, wanted_pictures
from vardering.texts import handbook_sections
from vardering.workbook.contract.fields import CellType, InputSheet, InputValue

ENVIRONMENT = Environment(autoescape=True)
TABLE = "## Rubrik\n\n| Ord | Betyder |\n|---|---|\n| låg | minst |\n"


def refusal(act: object, *arguments: object) -> tuple[str, dict[str, object]]:
    with pytest.raises(CallError) as refused:
        act(*arguments)  # type: ignore[operator]
    return refused.value.fault.code, dict(refused.value.fault.arguments)


@pytest.mark.parametrize("module", [chapters, declarations, number_words, handbook_sections])
def test_every_example_in_the_docstrings_is_right(module: object) -> None:
    outcome = doctest.testmod(module)  # type: ignore[arg-type]
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_headings_get_anchors_and_are_listed() -> None:
    made = chapter("## Så räknas `allt`\n\nText.\n\n### Nästa\n", ENVIRONMENT, {})
    assert made.headings == (Heading(2, "sa-raknas-allt", "Så räknas allt"), Heading(3, "nasta", "Nästa"))
    assert '<h2 id="sa-raknas-allt">' in made.html


def test_a_table_names_its_rows_and_columns_and_can_be_scrolled_by_keyboard() -> None:
    html = chapter(TABLE, ENVIRONMENT, {}).html
    assert '<div class="tabell" role="group" tabindex="0" aria-label="Rubrik">' in html
    assert '<th scope="col">Ord</th>' in html
    assert '<th scope="row">låg</th>' in html
    assert "<td>minst</td>" in html


def test_what_a_chapter_asks_for_is_filled_in_and_escaped() -> None:
    assert "&lt;b&gt;" in chapter("## A\n\n{{ word }}\n", ENVIRONMENT, {"word": "<b>"}).html


def test_what_is_missing_is_refused(tmp_path: Path) -> None:
    assert refusal(chapter_sources, tmp_path) == ("file-missing", {"path": str(tmp_path / "kapitel")})
    (tmp_path / "mall").mkdir()
    with pytest.raises(UndefinedError):
        chapter("{{ okand() }}", chapters.page_environment(tmp_path), {})


def test_two_headings_with_the_same_anchor_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mall").mkdir()
    (tmp_path / "kapitel").mkdir()
    (tmp_path / "mall" / "delar.html.j2").write_text("", "utf-8")
    (tmp_path / "kapitel" / "01.md").write_text("## Lön\n\n### Lon\n", "utf-8")
    assert refusal(build_handbook, tmp_path) == ("handbook-anchor-twice", {"anchor": "lon"})
    (tmp_path / "kapitel" / "01.md").write_text("## Lön\n", "utf-8")
    assert refusal(build_handbook, tmp_path) == ("file-missing", {"path": str(tmp_path / "handbok.css")})


def test_a_sheet_that_does_not_exist_is_refused() -> None:
    assert refusal(input_sheet, "kalkyl", "Saga") == ("handbook-sheet-unknown", {"name": "Saga"})


def test_a_field_list_says_what_may_be_chosen_and_written() -> None:
    start, tid, *_ = field_lists(input_sheet("kalkyl", "Start"))
    lines = {line.heading: line for one in (start, tid) for line in one.lines}
    assert lines["Startår"].required
    assert lines["Kalkyltid i år"].limits == "1 till 40"
    assert lines["Redan nedlagda kostnader kr"].limits == "minst 0"
    effects = {line.heading: line for line in field_lists(input_sheet("kalkyl", "Effekter"))[0].lines}
    assert effects["Tidsenhet"].words == ("timmar", "minuter")
    assert effects["Överföring motpart"].advanced
    costs = {line.heading: line for line in field_lists(input_sheet("kalkyl", "Utveckling"))[0].lines}
    assert costs["Bekräftat av controller"].words == ("ja", "nej")
    plan = {line.heading: line for line in field_lists(input_sheet("kalkyl", "Effekthemtagningsplan"))[0].lines}
    assert plan["Vad förändras"].calculated


@pytest.mark.parametrize(("value", "text"), [(12345.0, "12 345"), (2027.0, "2027"), (0.0125, "0,0125"), (-5, "-5")])
def test_numbers_are_written_as_in_swedish(value: float, text: str) -> None:
    assert number_text(value) == text


def test_findings_are_told_without_the_names_they_are_given() -> None:
    told = {entry.code: entry for entry in declarations.findings()}
    assert told["no-source"].what == "Rad … saknar källa."
    assert "{" not in "".join(entry.what + entry.remedy for entry in told.values()).replace("{{", "")
    assert told["word-template-invalid"].remedy.count("{{") == 2


def test_a_picture_that_is_not_made_is_refused(tmp_path: Path) -> None:
    assert refusal(wanted_pictures, tmp_path)[0] == "file-missing"
    (tmp_path / "bilder.csv").write_text("bild,arbetsbok,blad,alt,bildtext\nstart,x,Start,Alt,Text\n", "utf-8")
    assert made_pictures(tmp_path) == {}
    assert refusal(picture, tmp_path, "start") == ("handbook-picture-missing", {"name": "start"})
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "bilder.json").write_text(register_text({"start": Made(4, 3, "abc")}), "utf-8")
    assert (picture(tmp_path, "start").file, picture(tmp_path, "start").height) == ("bilder/start.png", 3)
    assert refusal(picture, tmp_path, "slut") == ("handbook-picture-missing", {"name": "slut"})


def test_what_is_declared_is_listed_in_order() -> None:
    listed = list(declarations.parameters())
    missing = next(entry for entry in listed if entry.status == "saknas")
    assert (missing.value, missing.year) == ("", "2026")
    figures = {(entry.name, entry.value, entry.unit) for entry in listed}
    assert {("Kalkylränta", "3", "procent per år"), ("Internränta", "1,25", "procent per år")} <= figures
    assert ("Kalkylränta enligt ASEK", "3,5", "procent per år") in figures
    assert ("Biståndsbedömare", "415", "kr per timme") in figures
    assert not [entry for entry in listed if "_" in entry.name]
    assert [stage.stage for stage in declarations.stages()] == ["idé", "förstudie", "start", "leverans", "avslut"]
    assert all(stage.sentences for stage in declarations.stages())
    assert all(len(scale.anchors) == 5 for scale in declarations.scales())
    assert "recalc" in {command.name for command in declarations.commands()}
    words = [term.swedish for term in declarations.terms()]
    assert words.index("drift") < words.index("år") < words.index("öka")


def test_a_limit_that_is_only_a_largest_value_is_shown() -> None:
    value = InputValue("vm_x", "X", "x", CellType.NUMBER, "Hjälp.", maximum=5)
    (only,) = field_lists(InputSheet("Blad", "Blad", "", (("Grupp", (value,)),)))
    assert only.lines[0].limits == "högst 5"
