"""Two versions of a case differ row by row, whatever order the rows stand in."""

import pytest

from builders import a_case, a_change, a_cost, an_effect, assumptions
from vardering.model.assumptions import Parameter
from vardering.model.case import fingerprint
from vardering.model.change import Role
from vardering.model.comparison import CaseChange, applied, changes_between
from vardering.model.vocabulary import CaseForm


def test_the_same_case_has_no_changes() -> None:
    assert changes_between(a_case(), a_case()) == ()


def test_the_order_of_rows_the_id_and_the_form_are_no_changes() -> None:
    before = a_case(effects=(an_effect(), an_effect(id="E2")))
    after = a_case(effects=(an_effect(id="E2"), an_effect()), case_id="K-2", form=CaseForm.SIMPLIFIED)
    assert changes_between(before, after) == ()


def test_a_row_is_added_gone_or_changed() -> None:
    before = a_case(effects=(an_effect(), an_effect(id="E2")))
    after = a_case(effects=(an_effect(id="E3"), an_effect(after=0.1)))
    assert changes_between(before, after) == (
        CaseChange("effects", "E1", an_effect(), an_effect(after=0.1)),
        CaseChange("effects", "E2", an_effect(id="E2"), None),
        CaseChange("effects", "E3", None, an_effect(id="E3")),
    )


def test_a_single_value_and_a_parameter_are_changes_of_their_own() -> None:
    rate = Parameter(value=0.04, valid_year=2026, source="Kommunen")
    after = a_case(change=a_change(horizon_years=7, name="Lås"), assumptions=assumptions(discount_rate=rate))
    assert [(change.case_field, change.key) for change in changes_between(a_case(), after)] == [
        ("change", "name"),
        ("change", "horizon_years"),
        ("assumptions", "discount_rate"),
    ]


def test_rows_that_share_a_key_are_paired_by_what_they_hold() -> None:
    anna, bo, eva = (Role(role="styrgrupp", name=name) for name in ("Anna", "Bo", "Eva"))
    before, after = a_case(roles=(anna, bo, bo)), a_case(roles=(eva, bo, anna))
    assert changes_between(before, after) == (CaseChange("roles", "styrgrupp", bo, eva),)


def test_all_changes_made_give_the_later_version_and_taken_back_the_earlier() -> None:
    before = a_case(effects=(an_effect(), an_effect(id="E2")), development=(a_cost(),))
    after = a_case(change=a_change(go_live=None, start_year=2028), effects=(an_effect(after=0.1),), development=())
    changes = changes_between(before, after)
    assert fingerprint(applied(before, changes)) == fingerprint(after)
    assert fingerprint(applied(after, [change.reverted for change in changes])) == fingerprint(before)


def test_a_change_of_something_the_case_does_not_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="effects E9"):
        applied(a_case(), [CaseChange("effects", "E9", an_effect(id="E9"), None)])
