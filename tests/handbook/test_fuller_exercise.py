"""The larger exercise: two alternatives, an investment, a simplified case, the plan and one measurement of it.

A stranger to the product wrote the description, worked out the figures from the chapter on how they are calculated
and filled in the workbook by the handbook alone.
"""

from datetime import date
from pathlib import Path

import pytest

from e2e.command_line import vardering
from handbook.booking_by_hand import budget_by_hand, by_hand, simplified_by_hand, views
from handbook.booking_typed import ROWS, SIMPLE, SIMPLE_ROWS, SINGLE
from handbook.pages import FOLDER
from handbook.typed_cells import agree, line, lines, told, type_in

CHAPTER = (FOLDER / "kapitel" / "03_exempel.md").read_text("utf-8")
FOLLOW_UP = (FOLDER / "kapitel" / "08_hemtagning.md").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tidbok")


@pytest.fixture(scope="module")
def full(folder: Path) -> Path:
    """The full case after a run."""
    assert vardering("new", "tidbok.xlsx", folder=folder).code == 0
    type_in(folder / "tidbok.xlsx", SINGLE, ROWS)
    ended = vardering("recalc", "tidbok.xlsx", "--output", "full.xlsx", folder=folder)
    assert ended.code == 0, ended.err
    return folder / "full.xlsx"


@pytest.fixture(scope="module")
def followed(full: Path, folder: Path) -> Path:
    """The plan with its answers for one effect, measured once."""
    assert vardering("plan", full, "--output", "plan.xlsx", folder=folder).code == 0
    type_in(
        folder / "plan.xlsx",
        {},
        {
            ("Effekthemtagningsplan", "E1"): {
                "Mätetalets enhet": "minuter per bokning",
                "Nollmätning": 15.0,
                "Nollmätning datum": date(2026, 3, 15),
                "Målvärde": 5.0,
                "Mätfrekvens": "varje år",
                "Första mätning": date(2028, 12, 31),
            },
            ("Uppföljning", ""): {"Effekt": "E1", "Datum": date(2028, 12, 31), "Utfall": 12.5},
        },
    )
    ended = vardering("follow-up", "plan.xlsx", "--date", "2029-01-15", "--output", "uppf.xlsx", folder=folder)
    assert ended.code == 0, ended.err
    return folder / "uppf.xlsx"


B_KEY = told(CHAPTER, "Facit för B")
BUDGET_KEY = told(CHAPTER, "Facit, budget för B")
SIMPLE_KEY = told(CHAPTER, "Facit, förenklad")


@pytest.mark.parametrize("name", B_KEY)
def test_a_key_figure_of_b_is_what_the_key_and_the_hand_say(full: Path, name: str) -> None:
    hand = [by_hand(*view)[name] for view in views("B")]
    found = line(full, "Resultat", name, 4)[:3]
    assert agree(B_KEY[name], hand)
    assert agree(found, hand)


@pytest.mark.parametrize(("option", "name"), [("B", "B: Köpt tidbok"), ("C", "C: Utbyggt system")])
def test_the_alternatives_are_worth_what_the_key_and_the_hand_say(full: Path, option: str, name: str) -> None:
    hand = [by_hand(*view)["Nettonuvärde"] for view in views(option)]
    assert agree(told(CHAPTER, "Facit, nettonuvärde")[option], hand)
    assert agree(line(full, "Resultat", name, 4)[:3], hand)


@pytest.mark.parametrize("name", BUDGET_KEY)
def test_the_budget_of_b_is_what_the_key_and_the_hand_say(full: Path, name: str) -> None:
    hand = budget_by_hand()[name]
    found = line(full, "Resultat", name, 8)
    assert agree(BUDGET_KEY[name], hand)
    assert agree(found, [sum(hand), *hand])


@pytest.fixture(scope="module")
def simplified(folder: Path) -> Path:
    """The simplified case after a run."""
    assert vardering("new", "--simple", "liten.xlsx", folder=folder).code == 0
    type_in(folder / "liten.xlsx", SIMPLE, SIMPLE_ROWS)
    ended = vardering("recalc", "liten.xlsx", "--output", "raknad.xlsx", folder=folder)
    assert ended.code == 0, ended.err
    return folder / "raknad.xlsx"


def test_a_simplified_case_is_worth_what_the_key_and_the_hand_say(simplified: Path) -> None:
    hand = [by_hand(*view) for view in simplified_by_hand()]
    for name, shown in SIMPLE_KEY.items():
        assert agree(shown, [one[name] for one in hand]), name
    assert agree(line(simplified, "Start", "Nettonuvärde", 4), SIMPLE_KEY["Nettonuvärde"])


def test_one_measurement_counts_as_the_chapter_says(followed: Path) -> None:
    section = FOLLOW_UP.partition("### Så räknas en mätning")[2].partition("\n### ")[0]
    (counted,) = [row for row in lines(followed, "Uppföljning") if row[:1] == ("E1",) and 12.5 in row]
    assert {11.67, -110_667.0} <= {
        round(value, 2 if value > 0 else 0) for value in counted if isinstance(value, int | float)
    }
    effect = next(row for row in lines(followed, "Utfall och prognos") if "försenad" in row)
    assert {0.75, 332_000.0} <= {round(value, 2) for value in effect if isinstance(value, int | float)}
    for told_in_words in ("1 328 000", "11,67", "332 000", "−110 667", "*försenad*", "75 procent"):
        assert told_in_words in section


def test_a_net_present_value_that_has_not_changed_differs_by_nought_without_a_sign(followed: Path) -> None:
    rows = [row for row in lines(followed, "Utfall och prognos") if row[:1] == ("Budgetverkande",)]
    assert str(rows[-1][-1]) in ("0", "0.0")
