"""The command line's arguments come from the registry, and wrong calls are refused in Swedish."""

import pytest

from vardering.base.faults import CallError
from vardering.commands.registry import COMMANDS, Command
from vardering.hosts.cli.arguments import build_parser


def refusal(*arguments: str) -> str:
    with pytest.raises(CallError) as refused:
        build_parser("1.0", arguments).parse_args(arguments)
    assert refused.value.fault.code == "call-invalid"
    return str(refused.value.fault.arguments["reason"])


def full_call(command: Command) -> list[str]:
    """A call with every argument of a command."""
    call = [command.name, *(f"{option.name}.x" for option in command.options if option.positional)]
    for option in command.options:
        if option.is_flag:
            call.append(option.name)
        elif not option.positional:
            call.extend((option.name, "värde"))
    return call


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_argument_of_the_registry_is_understood(command: Command) -> None:
    call = full_call(command)
    options = vars(build_parser("1.0", call).parse_args(call))
    assert options.pop("command") == command.name
    assert len(options) == len(command.options)
    for option in command.options:
        name = {"--from": "source"}.get(option.name, option.name.removeprefix("--").replace("-", "_"))
        expected = True if option.is_flag else f"{option.name}.x" if option.positional else "värde"
        assert options[name] == ([expected] if option.several else expected), option.name


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_understood_without_what_it_can_do_without(command: Command) -> None:
    call = [command.name]
    for option in command.options:
        if option.required:
            call.extend([option.name, "värde"] if not option.positional else ["fil.xlsx"])
    options = vars(build_parser("1.0", call).parse_args(call))
    assert [name for name, value in options.items() if value is True] == []


def test_output_has_a_short_name() -> None:
    call = ["recalc", "a.xlsx", "-o", "b.xlsx"]
    assert build_parser("1.0", call).parse_args(call).output == "b.xlsx"


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (("flyg",), "kommandot flyg finns inte"),
        (("recalc",), "argument saknas: FIL"),
        (("extend", "a.xlsx"), "argument saknas: -o/--output"),
        (("check", "a.xlsx", "--fort"), "okänt argument: --fort"),
        (("recalc", "a.xlsx", "-o"), "-o/--output behöver ett värde"),
        (("check", "a.xlsx", "--json=ja"), "--json tar inget värde"),
        (("recalc", "a.xlsx", "--in"), "okänt argument: --in"),
    ],
)
def test_a_wrong_call_is_refused_with_what_is_wrong(call: tuple[str, ...], reason: str) -> None:
    assert refusal(*call) == reason


def test_what_argparse_says_in_other_words_is_passed_on() -> None:
    with pytest.raises(CallError) as refused:
        build_parser("1.0").error("something new")
    assert refused.value.fault.arguments["reason"] == "something new"


def test_the_version_and_the_help_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser("1.2.3", ["--version"]).parse_args(["--version"])
    assert capsys.readouterr().out.strip() == "1.2.3"
    with pytest.raises(SystemExit):
        build_parser("1.2.3", ["--help"]).parse_args(["--help"])
    shown = capsys.readouterr().out
    for command in COMMANDS:
        assert command.name in shown
