"""The runners of ``survey`` and ``maturity``: the survey to send, and the compilation of every answer."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import VarderingError
from vardering.hosts.cli.exit_codes import FINE
from vardering.hosts.cli.files import open_book, refuse_same_file, write_new
from vardering.hosts.cli.printing import say, say_findings
from vardering.hosts.settings import run_context

if TYPE_CHECKING:
    from vardering.commands.maturity import SurveyFile


def run_maturity(options: Namespace) -> int:
    """Compile the answers in files and folders. Nobody's name is taken from the account into the workbook."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.maturity import compile_maturity

    target = Path(options.output)
    for source in (*options.paths, *filter(None, [options.earlier])):
        refuse_same_file(Path(source), target, "välj ett annat namn")
    apart = {path.resolve() for path in (target, Path(options.earlier or target))}
    given = [_survey_file(path) for path in _files(options.paths) if path.resolve() not in apart]
    earlier = _survey_file(Path(options.earlier)) if options.earlier else None
    replaced = _survey_file(target) if options.replace and target.exists() else None
    outcome = compile_maturity(given, run_context(), earlier, replaced)
    write_new(write_workbook(outcome.created), target, replace=options.replace)
    say_findings(outcome.findings)
    say(f"Sparat: {target}")
    return FINE


def run_survey(options: Namespace) -> int:
    """Create the survey to send."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.maturity import new_survey

    target = Path(options.out or "mognadsanalys.xlsx")
    write_new(write_workbook(new_survey(options.round or "").created), target, replace=options.replace)
    say(f"Sparat: {target}")
    return FINE


def _files(paths: Sequence[str]) -> Iterator[Path]:
    """The files that are named, and every workbook in a folder that is; not what Excel keeps beside an open one."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(found for found in path.glob("*.xls*") if not found.name.startswith("~$"))
        else:
            yield path


def _survey_file(path: Path) -> "SurveyFile":
    from vardering.commands.maturity import SurveyFile

    try:
        return SurveyFile(str(path), open_book(str(path)).snapshot())
    except VarderingError as stop:
        return SurveyFile(str(path), None, stop)
