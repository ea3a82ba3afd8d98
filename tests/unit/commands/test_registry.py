"""The commands are declared once, completely."""

import re

import pytest

from vardering.commands.registry import COMMANDS, Command, Option, command


@pytest.mark.parametrize("found", COMMANDS, ids=lambda found: found.name)
def test_a_command_says_what_it_does(found: Command) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", found.name)
    assert found.label[0].isupper()
    assert found.help[0].islower()
    assert not found.help.endswith(".")


@pytest.mark.parametrize("found", COMMANDS, ids=lambda found: found.name)
def test_arguments_have_names_of_their_own_and_a_help(found: Command) -> None:
    names = [option.name for option in found.options]
    assert len(set(names)) == len(names)
    for option in found.options:
        assert option.help
        assert option.positional != option.name.startswith("--")
        assert option.shown or option.is_flag


def test_commands_have_names_of_their_own_and_are_found_by_them() -> None:
    assert [command(found.name) for found in COMMANDS] == list(COMMANDS)


def test_a_command_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(KeyError, match="flyg"):
        command("flyg")


@pytest.mark.parametrize(
    ("option", "is_flag"),
    [
        (Option("--json", "JSON"), True),
        (Option("--user", "namn", "NAMN"), False),
        (Option("file", "fil", "FIL", positional=True), False),
    ],
)
def test_a_flag_stands_alone(option: Option, *, is_flag: bool) -> None:
    assert option.is_flag is is_flag
