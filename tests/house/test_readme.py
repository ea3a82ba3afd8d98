"""README shows every command with one line that works as it is written, and no command that is not there."""

import re
import shlex

import pytest

from house.source_files import ROOT
from vardering.commands.registry import COMMANDS
from vardering.hosts.cli.arguments import build_parser

README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = re.findall(r"^uv run vardering (.+?)\s+# (.+)$", README, re.MULTILINE)
NAMES = [command.name for command in COMMANDS]


def commands_with_a_line() -> list[str]:
    return [call.split()[0] for call, _ in LINES]


def test_every_command_has_one_line() -> None:
    assert sorted(commands_with_a_line()) == sorted(NAMES)


@pytest.mark.parametrize(("call", "explanation"), LINES, ids=commands_with_a_line())
def test_a_line_works_as_it_is_written_and_says_what_it_does(call: str, explanation: str) -> None:
    arguments = shlex.split(call)
    assert build_parser("0", arguments).parse_args(arguments).command in NAMES
    assert len(explanation.split()) > 2


def test_no_other_command_is_mentioned() -> None:
    mentioned = set(re.findall(r"\bvardering ([a-z][a-z-]*)\b", README))
    assert mentioned <= set(NAMES)


def test_every_option_that_is_mentioned_exists() -> None:
    mentioned = {option for _, explanation in LINES for option in re.findall(r"--[a-z-]+", explanation)}
    assert mentioned <= {option.name for command in COMMANDS for option in command.options}
