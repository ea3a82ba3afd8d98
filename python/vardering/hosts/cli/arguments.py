"""The command line's arguments, built from the registry, with its messages in Swedish."""

import argparse
import os
import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

from vardering.base.faults import CallError
from vardering.commands.registry import COMMANDS, Command, Option

PATTERNS = (
    (r"unrecognized arguments: (.+)", r"okänt argument: \1"),
    (r"the following arguments are required: (.+)", r"argument saknas: \1"),
    (r"argument \S+: invalid choice: '?([^' ]+)'?.*", r"kommandot \1 finns inte"),
    (r"argument (\S+): expected one argument", r"\1 behöver ett värde"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 kan inte användas tillsammans med \2"),
    (r"ambiguous option: (\S+) .*", r"\1 kan betyda flera saker"),
    (r"argument (\S+): ignored explicit argument .*", r"\1 tar inget värde"),
)
"""argparse says these in English only."""


USUAL_COLUMNS = 80


def _columns() -> int:
    """Columns of the terminal that the help is printed on, the usual number where it is no terminal."""
    try:
        return os.get_terminal_size().columns
    except OSError:
        return USUAL_COLUMNS


class SwedishFormatter(argparse.HelpFormatter):
    """Help that begins in Swedish, as wide as the terminal."""

    def __init__(self, prog: str) -> None:
        # Left to itself argparse loads three kinds of compression to ask how wide the terminal is.
        super().__init__(prog, width=_columns() - 2)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The first line of the help."""
        super().add_usage(usage, actions, groups, "Så skrivs det: " if prefix is None else prefix)


class SwedishParser(argparse.ArgumentParser):
    """An argument parser that raises ``CallError`` with a Swedish reason instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        """Refuse the call. Raises ``CallError`` "call-invalid"."""
        reason = message
        for pattern, swedish in PATTERNS:
            found = re.fullmatch(pattern, message)
            if found:
                reason = found.expand(swedish)
                break
        raise CallError("call-invalid", reason=reason)


def build_parser(version: str, arguments: Sequence[str] = ()) -> SwedishParser:
    """The parser of every command in the registry; of one only, where it stands first among the arguments."""
    parser = SwedishParser(
        prog="vardering",
        description="Värderingsmodellen: värdera en förändring och hämta hem nyttan.",
        add_help=False,
        allow_abbrev=False,
        formatter_class=SwedishFormatter,
    )
    _translate(parser)
    parser.add_argument("--version", action="version", version=version, help="visa version")
    commands = parser.add_subparsers(dest="command", metavar="KOMMANDO", title="kommandon", parser_class=SwedishParser)
    for command in [known for known in COMMANDS if known.name in arguments[:1]] or COMMANDS:
        _add_command(commands, command)
    return parser


def _translate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="visa den här hjälpen")
    for group in parser._action_groups:  # noqa: SLF001 – argparse offers no other way to name its groups
        titles = {"positional arguments": "argument", "options": "val"}
        group.title = titles.get(str(group.title), group.title)


def _add_command(commands: "argparse._SubParsersAction[SwedishParser]", command: Command) -> None:
    parser = commands.add_parser(
        command.name,
        help=command.help,
        description=f"{command.label}: {command.help}.",
        add_help=False,
        allow_abbrev=False,
        formatter_class=SwedishFormatter,
    )
    _translate(parser)
    for option in command.options:
        _add_option(parser, option)


def _add_option(parser: SwedishParser, option: Option) -> None:
    if option.positional:
        nargs = "+" if option.several else None if option.required else "?"
        parser.add_argument(option.name, metavar=option.shown, help=option.help, nargs=nargs)
    elif option.is_flag:
        parser.add_argument(option.name, action="store_true", help=option.help)
    else:
        names = ("-o", option.name) if option.name == "--output" else (option.name,)
        parser.add_argument(
            *names,
            metavar=option.shown,
            help=option.help,
            required=option.required,
            dest=option.name.removeprefix("--").replace("-", "_").replace("from", "source"),
        )
