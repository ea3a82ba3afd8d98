"""The sentence that says whether the change pays names its view, and money alone where that says otherwise."""

import pytest

from vardering.texts.result_texts import in_brief


@pytest.mark.parametrize(
    ("all_valued", "cash_releasing", "said"),
    [
        (1_000.0, 10.0, "Alla värderade: nyttan är 1 000 kr större än kostnaden i nuvärde."),
        (-1_000.0, -2_000.0, "Alla värderade: nyttan är 1 000 kr mindre än kostnaden i nuvärde."),
        (0.4, -0.4, "Alla värderade: nyttan är lika stor som kostnaden i nuvärde."),
        (
            1_000.0,
            -2_000.0,
            (
                "Alla värderade: nyttan är 1 000 kr större än kostnaden i nuvärde. "
                "Budgetverkande: nyttan är 2 000 kr mindre."
            ),
        ),
        (
            -1.0,
            0.0,
            "Alla värderade: nyttan är 1 kr mindre än kostnaden i nuvärde. Budgetverkande: nyttan är lika stor.",
        ),
    ],
)
def test_the_sentence_names_its_view(all_valued: float, cash_releasing: float, said: str) -> None:
    assert in_brief(all_valued, cash_releasing) == said
