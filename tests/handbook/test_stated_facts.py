"""What the chapters say of weights, limits, spreads and names is what the product has."""

import re

import pytest

from handbook.pages import CHAPTERS, FOLDER, markdown_tables
from vardering.commands.buttons import BUTTONS
from vardering.commands.registry import COMMANDS
from vardering.model.assessment import STANDARD_AREA_WEIGHTS
from vardering.model.simplified import RANGE_SHARE
from vardering.parameters.register import parameter
from vardering.texts.assessment_texts import AREA_LABELS, PRIORITY_CLASSES
from vardering.texts.result_texts import KEY_FIGURES
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.contract.word_lists import WORD_LISTS

TEXTS = {path.stem.partition("_")[2]: path.read_text("utf-8") for path in CHAPTERS}


def table(chapter: str, heading: str) -> dict[str, list[str]]:
    """The table of a chapter whose first heading is this one, by its first column."""
    found = next(rows for rows in markdown_tables(TEXTS[chapter]) if rows[0][0] == heading)
    return {row[0]: row[1:] for row in found[1:]}


def share(key: str) -> str:
    value = parameter(key, 9999).value
    assert value is not None
    return f"{value * 100:g}"


def test_the_areas_weigh_what_the_chapter_says() -> None:
    told = {area: re.findall(r"\d+", cells[-1]) for area, cells in table("bedomning", "Område").items()}
    assert told == {AREA_LABELS[one.area.value]: [f"{one.weight * 100:g}"] for one in STANDARD_AREA_WEIGHTS}


def test_the_priority_classes_have_their_names() -> None:
    assert list(table("bedomning", "Klass")) == [f"{code} {name}" for code, (name, _) in PRIORITY_CLASSES.items()]


@pytest.mark.parametrize(("heading", "words"), [("Slag", "slag"), ("Värderas som", "värderas_som")])
def test_words_to_choose_from_are_all_explained(heading: str, words: str) -> None:
    assert list(table("bladen", heading)) == list(WORD_LISTS[words])


def test_realisation_decisions_and_stages_are_all_explained() -> None:
    assert set(table("bladen", "Beslut")) == set(WORD_LISTS["hemtagningsbeslut"])
    assert list(table("arbetssatt", "Skede")) == list(WORD_LISTS["skede"])


def test_the_spreads_that_worsen_a_case_are_those_of_the_parameters() -> None:
    text = TEXTS["osakerhet"]
    assert (share("benefit_cut"), parameter("benefit_delay", 9999).value) == ("20", 1.0)
    assert "ett år senare" in text
    assert "en femtedel lägre" in text
    assert f"{share('cost_growth')} procent högre" in text


def test_the_spreads_of_certainty_are_those_of_the_simplified_case() -> None:
    shares = sorted(f"{spread * 100:g}" for spread in RANGE_SHARE.values())
    assert f"{shares[0]}, {shares[1]} eller {shares[2]} procent" in TEXTS["bladen"]


def test_the_standard_hour_cost_is_as_the_parameters_say() -> None:
    divisor, factor = parameter("hour_cost_divisor", 9999).value, parameter("hour_cost_factor", 9999).value
    assert f"delad med {divisor:g}, gånger {factor:g}".replace(".", ",") in TEXTS["berakning"]
    assert f"{parameter('hours_per_fte', 9999).value:,.0f} timmar".replace(",", " ") in TEXTS["berakning"]
    assert f"{share('discount_rate')} procent" in TEXTS["berakning"]


def test_the_longest_horizon_is_the_contracts() -> None:
    horizon = next(value for value in KALKYL.values if value.field == "change.horizon_years")
    assert f"högst {horizon.maximum:g}" in TEXTS["berakning"]


def test_key_figures_and_views_have_their_names() -> None:
    names = [label for label, _, _ in KEY_FIGURES.values()]
    for told in table("berakning", "Nyckeltal"):
        assert any(name.startswith(told) for name in names), told
    assert all(f"**{label}**" in TEXTS["varfor"] for label in VIEW_LABELS.values())


def test_every_command_and_option_that_is_mentioned_exists() -> None:
    options = {option.name for command in COMMANDS for option in command.options} | {"--help"}
    for text in (*TEXTS.values(), (FOLDER / "snabbguide.md").read_text("utf-8")):
        assert set(re.findall(r"`vardering ([a-z-]+)", text)) <= {command.name for command in COMMANDS}
        assert set(re.findall(r"`(--[a-z-]+)`", text)) <= options


def test_every_button_that_is_mentioned_exists() -> None:
    labels = {button.label for button in BUTTONS}
    mentioned = [
        label for text in TEXTS.values() for label in re.findall(r"(?:[Kk]nappen|Klicka på) \*\*([^*]+)\*\*", text)
    ]
    assert len(mentioned) > 5
    assert set(mentioned) <= labels
