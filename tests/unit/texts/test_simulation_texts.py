import pytest

from vardering.texts.simulation_texts import how_often, largest_share_sentence, outcome_sentence, spoken_kronor


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "i så gott som alla utfall"),
        (0.996, "i så gott som alla utfall"),
        (0.97, "i mer än 19 av 20 utfall"),
        (0.95, "i ungefär 9 av 10 utfall"),
        (0.78, "i ungefär 8 av 10 utfall"),
        (0.5, "i ungefär 5 av 10 utfall"),
        (0.06, "i ungefär 1 av 10 utfall"),
        (0.03, "i färre än 1 av 20 utfall"),
        (0.001, "i så gott som inget utfall"),
        (0.0, "i så gott som inget utfall"),
    ],
)
def test_a_share_is_said_in_tenths_but_never_as_certainty(share: float, words: str) -> None:
    assert how_often(share) == words


@pytest.mark.parametrize(
    ("value", "error", "words"),
    [
        (-1_234_567.0, 4_000.0, "minus 1,2 miljoner kronor"),
        (12_345_678.0, 2e6, "12 miljoner kronor"),
        (45_678.0, 12.0, "46 tusen kronor"),
        (45_678.0, 12_000.0, "50 tusen kronor"),
        (999_999.0, 30.0, "1,0 miljoner kronor"),
        (420.0, 3.0, "420 kronor"),
        (-0.3, 0.01, "0 kronor"),
        (0.0, 0.0, "0 kronor"),
    ],
)
def test_an_amount_is_said_with_the_digits_that_its_error_leaves(value: float, error: float, words: str) -> None:
    assert spoken_kronor(value, error) == words


def test_the_sentences_are_whole_and_plain() -> None:
    assert outcome_sentence("Alla värderade", 0.8, "minus 1 kronor", "2 kronor") == (
        "Alla värderade: i ungefär 8 av 10 utfall är nyttan minst lika stor som kostnaden. "
        "I 8 av 10 utfall hamnar nettonuvärdet mellan minus 1 kronor och 2 kronor."
    )
    assert largest_share_sentence("Konsulter", 0.43).endswith("”Konsulter”: 43 procent.")
