"""What an outcome holds can be asked for, and what it lacks is refused in a sentence."""

import pytest

from builders import CONTEXT, a_case, snapshot_of
from vardering.base.faults import CallError
from vardering.commands.creation import create
from vardering.commands.recalculation import recalculate
from vardering.commands.request import Outcome


def test_a_run_gives_changes_and_a_creation_a_workbook() -> None:
    outcome = recalculate(snapshot_of(a_case()), CONTEXT)
    assert outcome.changes is outcome.change_set
    assert create(a_case()).created.sheets


@pytest.mark.parametrize("name", ["changes", "created"])
def test_what_an_outcome_lacks_is_refused(name: str) -> None:
    with pytest.raises(CallError) as refused:
        getattr(Outcome(), name)
    assert refused.value.fault.code == "call-invalid"
