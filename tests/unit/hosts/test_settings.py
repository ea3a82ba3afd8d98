"""The clock and the name come from the machine, or from those who ask for something else."""

import getpass
from datetime import datetime

import pytest

from vardering import __version__
from vardering.hosts.settings import account_name, run_context


def test_a_fixed_clock_is_read_as_seconds_of_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert run_context("Bo").clock.isoformat() == "1970-01-01T00:00:00"


@pytest.mark.parametrize("fixed", ["", "snart", "-1"])
def test_without_a_fixed_clock_the_time_is_now(fixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", fixed)
    before = datetime.now().replace(microsecond=0)  # noqa: DTZ005, TID251 – what the host's clock is compared with
    clock = run_context().clock
    assert clock.tzinfo is None
    assert 0 <= (clock - before).total_seconds() < 60


def test_the_name_that_is_given_goes_before_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "konto")
    assert run_context("Bo").user == "Bo"
    assert run_context("").user == "konto"
    assert run_context().version == __version__


@pytest.mark.parametrize("refusal", [KeyError("uid"), OSError("no name")])
def test_a_machine_without_names_says_unknown(refusal: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise refusal

    monkeypatch.setattr(getpass, "getuser", refuse)
    assert account_name() == "okänd"
