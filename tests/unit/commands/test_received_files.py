"""One file counts for each case, the latest; the others are told apart with a reason."""

import itertools

import pytest

from portfolio_books import a_digest, a_file
from vardering.commands.received_files import settle
from vardering.model.case_digest import FileReading
from vardering.model.portfolio_words import FileVerdict


def verdicts(*files: FileReading) -> dict[str, FileVerdict]:
    """The verdict on every file, which must not depend on the order they came in."""
    found = {tuple(sorted((f.file, f.verdict) for f in settle(order))) for order in itertools.permutations(files)}
    assert len(found) == 1
    return dict(found.pop())


def test_different_cases_all_count() -> None:
    files = (a_file("b", a_digest()), a_file("a", a_digest(case_id="K-2")), a_file("c", None))
    assert [file.file for file in settle(files)] == ["a", "b", "c"]
    assert {file.verdict for file in settle(files)} == {FileVerdict.READ}


def test_the_same_bytes_under_another_name_are_a_duplicate() -> None:
    files = settle([a_file(name, a_digest(), content_hash="x") for name in ("b", "a")])
    assert [file.verdict for file in files] == [FileVerdict.READ, FileVerdict.DUPLICATE]
    assert files[1].reason == "Samma innehåll som a."


def test_the_same_inputs_in_another_file_are_a_duplicate() -> None:
    files = settle([a_file(name, a_digest()) for name in ("b", "a")])
    assert [(file.verdict, file.reason) for file in files][1] == (
        FileVerdict.DUPLICATE,
        "Samma kalkyl med samma indata som a.",
    )


def test_the_latest_calculation_counts() -> None:
    older = a_file("sist sparad", a_digest(fingerprint="f0"), modified="2026-12-01 10:00")
    newer = a_file("räknad sist", a_digest(calculated_at="2026-11-25 08:00"), modified="2026-11-25 08:00")
    assert verdicts(older, newer) == {"sist sparad": FileVerdict.OLDER, "räknad sist": FileVerdict.READ}


def test_an_edited_copy_is_later_than_the_calculated_one_it_came_from() -> None:
    calculated = a_file("a", a_digest(), modified="2026-11-30 08:00")
    edited = a_file("b", a_digest(fingerprint="f2"), verdict=FileVerdict.STALE, modified="2026-11-25 08:00")
    assert verdicts(calculated, edited) == {"a": FileVerdict.OLDER, "b": FileVerdict.STALE}


def test_otherwise_the_one_saved_last_counts() -> None:
    first = a_file("a", a_digest(fingerprint="f0"), modified="2026-11-25 08:00")
    last = a_file("b", a_digest(), modified="2026-11-26 08:00")
    assert verdicts(first, last) == {"a": FileVerdict.OLDER, "b": FileVerdict.READ}


@pytest.mark.parametrize(("name", "is_said"), [("Digitala lås", False), ("DIGITALA LÅS", False), ("Bygglov", True)])
def test_one_id_with_two_names_is_pointed_out(name: str, is_said: bool) -> None:
    older = a_file("a", a_digest(fingerprint="f0", name=name, calculated_at="2025-01-01 00:00"))
    (first, _) = settle([older, a_file("b", a_digest())])
    assert ("två olika förändringar" in first.reason) is is_said


def test_a_file_without_a_case_is_left_as_it_is() -> None:
    broken = a_file("a", None, verdict=FileVerdict.BROKEN, reason="Skadad.")
    assert settle([broken]) == (broken,)
