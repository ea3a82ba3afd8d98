"""The runners of ``survey`` and ``maturity``: the survey to send, and the compilation of every answer."""

from argparse import Namespace
from pathlib import Path

from vardering.hosts.cli.exit_codes import FINE
from vardering.hosts.cli.files import digest_of, moment, refuse_same_file, write_new, write_over
from vardering.hosts.cli.printing import say, say_findings
from vardering.hosts.settings import run_context


def run_survey(options: Namespace) -> int:
    """Create the survey to send."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.maturity import new_survey

    target = Path(options.out or "mognadsanalys.xlsx")
    write_new(write_workbook(new_survey(options.round or "").created), target, replace=options.replace)
    say(f"Sparat: {target}")
    return FINE


def run_maturity(options: Namespace) -> int:
    """Compile the answers in files and folders. Nobody's name is taken from the account into the workbook.

    A file that is replaced is kept as a copy beside it, and what people wrote in it goes with them.
    """
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.maturity import compile_maturity
    from vardering.hosts.collection.survey_files import compilations_beside, survey_file, survey_files

    target, context = Path(options.output), run_context()
    for source in (*options.paths, *filter(None, [options.earlier])):
        refuse_same_file(Path(source), target, "välj ett annat namn")
    before = [Path(options.earlier)] if options.earlier else []
    given = survey_files(options.paths, [target, *before])
    earlier = survey_file(before[0]) if before else None
    digest = digest_of(target) if options.replace else ""
    replaced = survey_file(target) if digest else None
    outcome = compile_maturity(given, context, earlier, compilations_beside(target), replaced)
    backup = write_over(
        write_workbook(outcome.created), target, digest, f"före sammanställning {moment(context.clock)}"
    )
    say_findings(outcome.findings)
    if backup is not None:
        say(f"Den förra filen finns kvar: {backup.name}")
    say(f"Sparat: {target}. Låt filen ligga kvar: den skyddar svaren när fler kommer.")
    return FINE
