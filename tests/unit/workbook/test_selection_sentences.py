"""The reasons of a selection read as sentences."""

import pytest

from vardering.model.selection import Clash, Limit, LimitKind, NextBest, Verdict, VerdictReason
from vardering.texts.selection_texts import LIMITS, REASONS
from vardering.workbook.presenting.selection_sentences import (
    clash_text,
    limit_text,
    names_text,
    next_best_sentence,
    reason_sentence,
)

NAMES = {f"K{number}": f"Förändring {number}" for number in range(9)}


def test_every_reason_and_every_limit_has_words() -> None:
    assert set(REASONS) == {reason.value for reason in VerdictReason}
    assert set(LIMITS) == {kind.value for kind in LimitKind}


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (Verdict("K1", True, VerdictReason.WORTH_ITS_PLACE, 5.0), "Ger mer än det som annars fick plats."),
        (
            Verdict("K1", True, VerdictReason.WORTH_ITS_PLACE, 5.0, ("K2", "K3")),
            "Ger mer än det som annars fick plats (Förändring 2 och Förändring 3).",
        ),
        (
            Verdict("K1", False, VerdictReason.CROWDED_OUT, 5.0, (), ("K2",)),
            "Trängs undan: för att få plats måste Förändring 2 ut.",
        ),
        (
            Verdict("K1", False, VerdictReason.IMPOSSIBLE, clashes=(Limit(LimitKind.BUDGET, year=2027),)),
            "Ryms inte: budgeten 2027.",
        ),
    ],
)
def test_a_reason_names_the_changes_and_limits_it_is_about(verdict: Verdict, sentence: str) -> None:
    assert reason_sentence(verdict, NAMES) == sentence


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (Limit(LimitKind.CAPACITY, "Jurist", 2028), "kapaciteten för Jurist 2028"),
        (Limit(LimitKind.MUST, "K1"), "Förändring 1 ska med"),
        (Limit(LimitKind.PREREQUISITE, "K1", other="K-okänd"), "Förändring 1 förutsätter K-okänd"),
        (Limit(LimitKind.VERSION_GROUP, "K1"), "högst en ur versionsgruppen K1"),
        (Limit(LimitKind.BALANCE, "Skola"), "minsta andel till Skola"),
    ],
)
def test_a_limit_is_called_what_people_call_it(limit: Limit, text: str) -> None:
    assert limit_text(limit, NAMES) == text


def test_a_clash_says_what_is_lacking_where_it_has_an_amount() -> None:
    limit = Limit(LimitKind.CAPACITY, "Jurist", 2028)
    assert clash_text(Clash(limit, 1234.4), NAMES) == "kapaciteten för Jurist 2028: det fattas 1 234 timmar"
    assert clash_text(Clash(limit, None), NAMES) == "kapaciteten för Jurist 2028"


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (None, ""),
        (
            NextBest(0.0, 0.0, ("K1",), ("K2",)),
            "Ett annat urval är lika bra: kommer in K1 och går ut K2. Välj mellan dem på annan grund.",
        ),
        (NextBest(5.0, 0.005, (), ("K2",)), "Nästan lika bra (0,5 % lägre): går ut K2."),
        (NextBest(5.0, 0.5, ("K1",), ()), "Det näst bästa urvalet ger 50,0 % lägre värde: kommer in K1."),
    ],
)
def test_the_next_best_selection_is_said_by_how_near_it_is(other: NextBest | None, sentence: str) -> None:
    assert next_best_sentence(other, {}) == sentence


def test_long_lists_are_cut_and_counted() -> None:
    assert names_text(list(NAMES), NAMES) == (
        "Förändring 0, Förändring 1, Förändring 2, Förändring 3, Förändring 4 och 4 till"
    )
    assert names_text([], NAMES) is None
