"""One function for each command of the registry: read the file, run the command, write, print."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from vardering.base.faults import CallError
from vardering.hosts.cli.exit_codes import FINE, INPUT_ERRORS
from vardering.hosts.cli.files import (
    book_and_target,
    moment,
    open_book,
    read_text,
    refuse_same_file,
    save_result,
    write_in_place,
    write_new,
)
from vardering.hosts.cli.printing import say, say_findings, show_gate, show_key_figures
from vardering.hosts.settings import new_case_id, run_context


def run_recalc(options: Namespace) -> int:
    """Recalculate a workbook into a new file or, with a backup, in place."""
    from vardering.commands.recalculation import recalculate

    book, target = book_and_target(options, "omräknad")
    context = run_context(options.user)
    outcome = recalculate(book.snapshot(), context)
    save_result(outcome, book, target, options, f"före omräkning {moment(context.clock)}")
    if options.json:
        from vardering.commands.exchange import results_json

        print(results_json(outcome))
    elif outcome.results is not None:
        show_key_figures(outcome.results)
    return INPUT_ERRORS if outcome.has_errors else FINE


def run_check(options: Namespace) -> int:
    """Say everything that can be found in a workbook."""
    from vardering.commands.control import check
    from vardering.commands.exchange import results_json

    outcome = check(open_book(options.file).snapshot(), options.gate or "")
    say_findings(outcome.findings)
    if options.json:
        print(results_json(outcome))
    elif outcome.gate is not None:
        show_gate(outcome.gate)
    if outcome.gate is not None and outcome.gate.met < len(outcome.gate.requirements):
        return INPUT_ERRORS
    return INPUT_ERRORS if outcome.has_errors else FINE


def run_export(options: Namespace) -> int:
    """Write the whole case as JSON."""
    from vardering.commands.control import check
    from vardering.commands.exchange import case_json, without_people
    from vardering.workbook.reading.realisation_reader import read_realisation

    snapshot = open_book(options.file).snapshot()
    outcome = check(snapshot)
    if options.output:
        refuse_same_file(Path(options.file), Path(options.output), "välj ett annat namn")
    if outcome.case is None or outcome.has_errors:
        say_findings(outcome.findings)
        raise CallError("export-has-errors")
    if options.without_names:
        text = case_json(without_people(outcome.case))
    else:
        text = case_json(outcome.case, read_realisation(snapshot))
    if options.output:
        write_new(f"{text}\n".encode(), Path(options.output), replace=options.replace)
        say(f"Sparat: {options.output}")
    else:
        print(text)
    return FINE


def run_schema(_: Namespace) -> int:
    """Print the JSON Schema of a case."""
    from vardering.commands.exchange import schema_json

    print(schema_json())
    return FINE


def run_new(options: Namespace) -> int:
    """Create a workbook, empty or from an exported case."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.creation import create, new_case
    from vardering.commands.exchange import exported_from_json
    from vardering.model.realisation import NOTHING_PLANNED
    from vardering.model.vocabulary import CaseForm

    realisation = NOTHING_PLANNED
    if options.source:
        given = exported_from_json(read_text(options.source), options.source)
        case, realisation = given.case, given.realisation
        if options.simple and case.form is not CaseForm.SIMPLIFIED:
            raise CallError("call-invalid", reason="en full kalkyl ryms inte i en förenklad bedömning")
    else:
        form = CaseForm.SIMPLIFIED if options.simple else CaseForm.FULL
        case = new_case(form, run_context().clock.year + 1)
        case = case.model_copy(update={"case_id": new_case_id()})
    name = "forenklad.xlsx" if case.form is CaseForm.SIMPLIFIED else "kalkyl.xlsx"
    target = Path(options.out or name)
    write_new(write_workbook(create(case, realisation).created), target, replace=options.replace)
    say(f"Sparat: {target}")
    return FINE


def run_extend(options: Namespace) -> int:
    """Make a full workbook of a simplified one."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.creation import extend, link_back

    book = open_book(options.file)
    snapshot = book.snapshot()
    context = run_context(options.user)
    outcome = extend(snapshot, context)
    source, target = Path(options.file), Path(options.output)
    refuse_same_file(source, target, "välj ett annat namn")
    linked = book.apply(link_back(snapshot, target.name, context)) if options.link_back else None
    write_new(write_workbook(outcome.created), target, replace=options.replace)
    if linked is not None:
        write_in_place(linked, book, source, f"före utökning {moment(context.clock)}")
    say_findings(outcome.findings)
    say(f"Sparat: {target}. Den förenklade bedömningen finns kvar: {options.file}")
    return FINE


def run_upgrade(options: Namespace) -> int:
    """Carry a workbook of an older template into the current one."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.upgrade import upgrade

    source, target = Path(options.file), Path(options.output)
    refuse_same_file(source, target, "välj ett annat namn")
    outcome = upgrade(open_book(options.file).snapshot(), run_context(options.user))
    write_new(write_workbook(outcome.created), target, replace=options.replace)
    say_findings(outcome.findings)
    say(f"Sparat: {target}. Räkna om den för att få resultaten. Den tidigare finns kvar: {options.file}")
    return FINE


def run_demo(options: Namespace) -> int:
    """Fill an example, recalculate it as any workbook, and show where it is and what came out."""
    import tempfile

    from vardering.books.new_xlsx import write_workbook
    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.creation import create
    from vardering.commands.recalculation import recalculate
    from vardering.examples.catalogue import EXAMPLES, load_example

    entry = EXAMPLES[0]
    folder = Path(tempfile.mkdtemp(prefix="vardering-demo-"))
    source = folder / f"exempel_{entry.name}.xlsx"
    write_new(write_workbook(create(load_example(entry.name)).created), source, replace=False)
    book = XlsxBook.open(source)
    outcome = recalculate(book.snapshot(), run_context(options.user))
    if outcome.change_set is None or outcome.results is None:
        say_findings(outcome.findings)
        return INPUT_ERRORS
    target = folder / f"exempel_{entry.name} (omräknad).xlsx"
    write_new(book.apply(outcome.change_set), target, replace=False)
    print(f"{entry.title_sv}\n")
    show_key_figures(outcome.results)
    print(f"\nÖppna arbetsboken i Excel eller LibreOffice:\n{target}")
    return FINE


def run_build_templates(options: Namespace) -> int:
    """Build the templates and the recalculated examples."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.books.word_brief import blank_template
    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.template_building import (
        WORD_TEMPLATE,
        WORD_TEMPLATE_TITLE,
        example_steps,
        planned_files,
    )

    folder = Path(options.folder or "workbook_templates")
    if not folder.is_dir():
        raise CallError("file-missing", path=str(folder))
    for planned in planned_files():
        content = write_workbook(planned.layout)
        for step in example_steps(planned.example) if planned.example is not None else ():
            book = XlsxBook(content, planned.file_name)
            outcome = step(book.snapshot())
            if outcome.change_set is None or outcome.has_errors:
                say_findings(outcome.findings)
                return INPUT_ERRORS
            content = book.apply(outcome.change_set)
        write_new(content, folder / planned.file_name, replace=True)
        print(folder / planned.file_name)
    write_new(blank_template(WORD_TEMPLATE_TITLE), folder / WORD_TEMPLATE, replace=True)
    print(folder / WORD_TEMPLATE)
    return FINE


def run_build_addin(options: Namespace) -> int:
    """Build the ribbon add-in and the web add-in from their sources."""
    from vardering.addin.desktop_addin import FILE_NAME, desktop_addin
    from vardering.addin.web_addin import web_addin

    folder = Path(options.folder or "addin")
    desktop, web = folder / "desktop", folder / "web"
    write_new(desktop_addin(desktop), desktop / FILE_NAME, replace=True)
    print(desktop / FILE_NAME)
    for name, content in web_addin(desktop / "icons").items():
        (web / name).parent.mkdir(parents=True, exist_ok=True)
        write_new(content, web / name, replace=True)
    print(web)
    return FINE


ELSEWHERE: Mapping[str, tuple[str, str]] = {
    "simulate": ("simulation_runner", "run_simulate"),
    "diff": ("comparison_runner", "run_diff"),
    "brief": ("brief_runner", "run_brief"),
    "portfolio": ("portfolio_runner", "run_portfolio"),
    "maturity": ("maturity_runner", "run_maturity"),
    "survey": ("maturity_runner", "run_survey"),
    "plan": ("plan_runners", "run_plan"),
    "freeze": ("plan_runners", "run_freeze"),
    "follow-up": ("follow_up_runners", "run_follow_up"),
    "forms": ("follow_up_runners", "run_forms"),
    "collect": ("follow_up_runners", "run_collect"),
    "handbook": ("handbook_runner", "run_handbook"),
    "build-handbook": ("handbook_runner", "run_build_handbook"),
    "install": ("installation_runners", "run_install"),
    "doctor": ("installation_runners", "run_doctor"),
    "uninstall": ("installation_runners", "run_uninstall"),
    "build-installer": ("installation_runners", "run_build_installer"),
    "sbom": ("installation_runners", "run_sbom"),
}
"""Commands with their runner in another module of this host: module and function."""


def later(module: str, name: str) -> Callable[[Namespace], int]:
    """A runner of another module of this host, which is loaded when the command is run."""

    def run(options: Namespace) -> int:
        runner: Callable[[Namespace], int] = getattr(import_module(f"vardering.hosts.cli.{module}"), name)
        return runner(options)

    return run


RUNNERS: Mapping[str, Callable[[Namespace], int]] = {
    "demo": run_demo,
    "new": run_new,
    "extend": run_extend,
    "upgrade": run_upgrade,
    "check": run_check,
    "recalc": run_recalc,
    "export": run_export,
    "schema": run_schema,
    "build-templates": run_build_templates,
    "build-addin": run_build_addin,
    **{command: later(module, name) for command, (module, name) in ELSEWHERE.items()},
}
