"""The commands that put the add-in on a machine and take it away."""

from argparse import Namespace
from pathlib import Path

from vardering import __version__
from vardering.base.faults import CallError
from vardering.hosts.cli.exit_codes import FINE, INPUT_ERRORS
from vardering.hosts.cli.files import read_text, write_new
from vardering.hosts.cli.printing import say
from vardering.hosts.settings import this_machine


def run_install(options: Namespace) -> int:
    """Install from a package folder, or upgrade what is installed."""
    from vardering.installation.installing import install
    from vardering.installation.layout import Package
    from vardering.texts.installation_texts import INSTALLED, INSTALLING

    machine = this_machine()
    say(INSTALLING)
    receipt = install(Package(Path(options.package)), machine, __version__)
    say(INSTALLED.format(version=receipt.version, folder=machine.place.folder))
    return FINE


def run_doctor(options: Namespace) -> int:
    """Say what is right and wrong on this machine; 1 where something hinders the product."""
    from vardering.installation.checks import State
    from vardering.installation.diagnosis import diagnose
    from vardering.installation.diagnosis_report import report_json, report_lines

    checks = diagnose(this_machine(), __version__)
    print(report_json(checks, __version__) if options.json else "\n".join(report_lines(checks, __version__)))
    return INPUT_ERRORS if any(check.state is State.PROBLEM for check in checks) else FINE


def run_uninstall(_: Namespace) -> int:
    """Take everything away that was installed."""
    from vardering.installation.installing import uninstall
    from vardering.texts.installation_texts import UNINSTALLED

    uninstall(this_machine())
    say(UNINSTALLED)
    return FINE


def run_build_installer(options: Namespace) -> int:
    """Make the installation package, or pin the libraries it shall hold. Run in the project's folder."""
    from tempfile import TemporaryDirectory

    from vardering.installation.layout import REQUIREMENTS_NAME
    from vardering.installation.package_building import build_package, build_product_wheel, fetch_wheels, pin_latest

    sources = Path("addin/desktop")
    requirements = sources / REQUIREMENTS_NAME
    if options.pin:
        pin_latest(Path(), requirements)
        print(requirements)
        return FINE
    if not options.python:
        raise CallError("call-invalid", reason="ange Pythons utgåva med --python")
    folder = Path(options.folder or "dist/Vardering")
    with TemporaryDirectory() as scratch:
        wheels = Path(options.wheels or scratch)
        if not options.wheels:
            fetch_wheels(requirements, wheels)
            build_product_wheel(Path(), wheels)
        build_package(folder, Path(options.python), wheels, sources, __version__)
    print(folder)
    return FINE


def run_sbom(options: Namespace) -> int:
    """Write what the installation consists of. Run in the project's folder."""
    from vardering.installation.bill_of_materials import bill_of_materials
    from vardering.installation.layout import REQUIREMENTS_NAME
    from vardering.installation.wheels import read_requirements

    requirements = read_text(f"addin/desktop/{REQUIREMENTS_NAME}")
    bill = bill_of_materials(read_requirements(requirements), __version__)
    if options.output:
        write_new(bill.encode(), Path(options.output), replace=options.replace)
        say(f"Sparat: {options.output}")
    else:
        print(bill, end="")
    return FINE
