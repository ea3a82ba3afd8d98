"""Excel's list of add-ins and trusted folders: ours comes and goes, everybody else's stays."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unit.installation.memory_registry import MemoryRegistry
from vardering.installation.excel_registration import (
    ADD_IN_MANAGER,
    EXCEL,
    OPTIONS,
    TRUSTED_LOCATIONS,
    is_opened,
    is_reached,
    names_file,
    register,
    trusted_location,
    unregister,
)
from vardering.installation.registry import Hive, Key, value_of

ADD_IN = r"D:\Profiler\Åsa Öberg\AppData\Local\Vardering\excel\vardering.xlam"
FOLDER = ADD_IN.rpartition("\\")[0]

others = st.text(string.ascii_letters + " .åäö", min_size=1, max_size=12).map(
    lambda name: rf'/R "C:\Tillägg\{name}.xlam"'
)
rows_of_others = st.dictionaries(st.integers(0, 6), others, max_size=5)


def machine(opened: dict[int, str], *, locations: tuple[int, ...] = (0, 1)) -> MemoryRegistry:
    """A user who has started Excel, with these OPEN values."""
    registry = MemoryRegistry()
    registry.set(OPTIONS, "DefaultSheetR2L", 0, 4)
    registry.set(OPTIONS, "OPENING", "not one of the row")
    for number, content in opened.items():
        registry.set(OPTIONS, f"OPEN{number or ''}", content)
    for number in locations:
        registry.set(TRUSTED_LOCATIONS.child(f"Location{number}"), "Path", rf"C:\Program Files\{number}")
    return registry


def row(registry: MemoryRegistry) -> dict[str, object]:
    return {name: value.content for name, value in registry.values(OPTIONS).items() if name != "OPENING"}


@given(rows_of_others, st.booleans())
def test_what_was_there_comes_back_exactly(opened: dict[int, str], again: bool) -> None:
    registry = machine(opened)
    before = registry.everything()
    registration = register(registry, ADD_IN, "Värderingsmodellen")
    assert is_opened(registry, ADD_IN)
    assert is_reached(registry, ADD_IN)
    if again:
        installed = registry.everything()
        register(registry, ADD_IN, "Värderingsmodellen")
        assert registry.everything() == installed
    unregister(registry, ADD_IN, registration)
    assert registry.everything() == before


@given(st.lists(others, max_size=4), st.lists(others, min_size=1, max_size=4))
def test_others_who_came_later_close_up_in_their_order(first: list[str], later: list[str]) -> None:
    registry = machine(dict(enumerate(first)))
    registration = register(registry, ADD_IN, "Värderingsmodellen")
    for place, content in enumerate(later, len(first) + 1):
        registry.set(OPTIONS, f"OPEN{place}", content)
    unregister(registry, ADD_IN, registration)
    wanted = {f"OPEN{place or ''}": content for place, content in enumerate([*first, *later])}
    assert row(registry) == {"DefaultSheetR2L": 0, **wanted}


def test_an_empty_user_is_left_empty() -> None:
    registry = MemoryRegistry()
    registry.create_key(Key(Hive.USER, "Software"))
    before = registry.everything()
    registration = register(registry, ADD_IN, "Värderingsmodellen")
    assert value_of(registry, OPTIONS, "open") == f'"{ADD_IN}"'
    unregister(registry, ADD_IN, registration)
    assert registry.everything() == before


def test_a_key_that_others_use_since_is_kept() -> None:
    registry = MemoryRegistry()
    registry.create_key(Key(Hive.USER, "Software"))
    registration = register(registry, ADD_IN, "Värderingsmodellen")
    registry.set(OPTIONS, "Font", "Calibri")
    unregister(registry, ADD_IN, registration)
    assert row(registry) == {"Font": "Calibri"}
    assert not registry.has_key(EXCEL.child("Security"))


def test_the_folder_is_trusted_without_the_folders_below_it() -> None:
    registry = machine({}, locations=(0, 20))
    register(registry, ADD_IN, "Värderingsmodellen")
    key = trusted_location(registry, FOLDER)
    assert key == TRUSTED_LOCATIONS.child("Location21")
    assert value_of(registry, key, "Path") == f"{FOLDER}\\"
    assert value_of(registry, key, "AllowSubfolders") == 0


def test_an_add_in_that_was_ticked_off_leaves_nothing_behind() -> None:
    registry = machine({})
    registration = register(registry, ADD_IN, "Värderingsmodellen")
    registry.remove_value(OPTIONS, "OPEN")
    registry.set(ADD_IN_MANAGER, ADD_IN.upper(), "")
    registry.set(ADD_IN_MANAGER, r"C:\annat.xlam", "")
    unregister(registry, ADD_IN, registration)
    assert list(registry.values(ADD_IN_MANAGER)) == [r"C:\annat.xlam"]


def test_a_number_that_is_missing_before_ours_is_seen() -> None:
    registry = machine({0: "a.xlam", 2: ADD_IN})
    assert is_opened(registry, ADD_IN)
    assert not is_reached(registry, ADD_IN)


@pytest.mark.parametrize("content", [ADD_IN, f'"{ADD_IN}"', f'/R "{ADD_IN}"', f"/F  /R {ADD_IN.upper()}"])
def test_a_value_names_the_file_however_it_is_written(content: str) -> None:
    assert names_file(content, ADD_IN)


@pytest.mark.parametrize("content", ["", None, rf"{FOLDER}\annat.xlam", f"{ADD_IN}.bak", 7])
def test_other_values_do_not(content: object) -> None:
    assert not names_file(content, ADD_IN)


def test_nothing_is_written_for_the_whole_machine() -> None:
    registry = machine({})
    register(registry, ADD_IN, "Värderingsmodellen")
    assert {hive for hive, _ in registry.everything()} == {Hive.USER}
