"""Templates, examples and recalculated files before Microsoft's validator, openxml-audit and our own eye."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from builders import CONTEXT, a_case, a_change
from e2e.workbook_files import (
    EXAMPLE_NAMES,
    Edits,
    comparison_file,
    edited,
    example_file,
    grown,
    new_file,
    recalculated,
    recalculated_example,
    simulated,
    snapshot_of,
)
from house.source_files import ROOT
from judges.open_xml_sdk import OpenXmlSdk
from judges.openxml_audit import audit_errors
from judges.structure import structure_errors
from maturity_books import a_reply, random_replies, survey_content, survey_files
from portfolio_books import a_digest, a_file, portfolio_file
from vardering.base.light_dataclasses import replace
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.creation import new_case
from vardering.commands.forms import make_forms
from vardering.commands.maturity import SurveyFile, compile_maturity
from vardering.commands.portfolio import new_portfolio
from vardering.model.case_digest import FileReading
from vardering.model.maturity import SurveyReply
from vardering.model.maturity_scale import RoleGroup
from vardering.model.vocabulary import CaseForm
from vardering.workbook.template.maturity.survey import build_maturity_survey


def with_more_rows() -> bytes:
    content = grown(recalculated_example("bygglov").content, "vm_drift", 40)
    last = len(snapshot_of(content).tables["vm_drift"].rows) - 1
    return edited(content, {("vm_drift", last, "Benämning"): "=1+1"})


def calculated(content: bytes, edits: Edits | None = None) -> bytes:
    return recalculated(edited(content, edits) if edits else content).content


def recalculated_with(name: str, edits: Edits) -> bytes:
    return calculated(recalculated_example(name).content, edits)


def forty_years_and_back() -> bytes:
    return calculated(calculated(example_file("systemavveckling"), {"vm_kalkyltid": 40.0}), {"vm_kalkyltid": 2.0})


def replies_by_round(number: int) -> list[SurveyReply]:
    return random_replies(number, {RoleGroup.MANAGER: 8, RoleGroup.EMPLOYEE: 9, RoleGroup.ELECTED: 4})


def maturity_compilation(replies: list[SurveyReply], before: list[SurveyReply] | None = None) -> bytes:
    earlier = None
    if before is not None:
        first = XlsxBook.from_bytes(maturity_compilation(before), "ett.xlsx")
        earlier = SurveyFile("ett.xlsx", first.snapshot())
    return write_workbook(compile_maturity(survey_files(replies), CONTEXT, earlier).created)


def scored_files(count: int) -> list[FileReading]:
    return [
        a_file(f"{n}.xlsx", a_digest(case_id=f"K-{n}", benefit_score=1.0 + n % 5, ability_score=1.0 + n % 4))
        for n in range(count)
    ]


def a_form() -> bytes:
    """A form of the example that has been followed up."""
    context = replace(CONTEXT, clock=datetime.fromisoformat("2029-10-15T09:30"))
    return write_workbook(make_forms(snapshot_of(FOLLOWED_UP.read_bytes()), context).forms[0].layout)


FOLLOWED_UP = ROOT / "workbook_templates" / "exempel_digitala_las_uppfoljd.xlsx"
EMPTY_FULL = partial(new_file, new_case(CaseForm.FULL, 2027))
EMPTY_SIMPLE = partial(new_file, new_case(CaseForm.SIMPLIFIED, 2027))
FILES: dict[str, Callable[[], bytes]] = {
    "kalkyl": EMPTY_FULL,
    "forenklad": EMPTY_SIMPLE,
    "kalkyl-kontrollerad-tom": lambda: calculated(EMPTY_FULL()),
    "forenklad-kontrollerad-tom": lambda: calculated(EMPTY_SIMPLE()),
    **{f"{name}-ny": partial(example_file, name) for name in EXAMPLE_NAMES},
    **{f"{name}-beräknad": partial(recalculated_with, name, {}) for name in EXAMPLE_NAMES},
    "ett-år": lambda: calculated(new_file(a_case(change=a_change(horizon_years=1)))),
    "fyrtio-år": partial(recalculated_with, "bygglov", {"vm_kalkyltid": 40.0}),
    "fyrtio-år-och-tillbaka": forty_years_and_back,
    "med-fel": partial(recalculated_with, "bygglov", {("vm_effekter", 0, "Volym trolig"): "ca 100"}),
    "förenklad-med-fel": partial(recalculated_with, "ledningsrapport_forenklad", {"vm_namn": None}),
    "simulerad": lambda: simulated(example_file("bygglov")).content,
    "simulerad-inaktuell": lambda: calculated(simulated(example_file("bygglov")).content, {"vm_kalkyltid": 7.0}),
    "uppföljd": FOLLOWED_UP.read_bytes,
    "uppföljningsformulär": a_form,
    "jämförelse": lambda: comparison_file(example_file("bygglov"), example_file("digitala_las")),
    "jämförelse-ingen-skillnad": lambda: comparison_file(example_file("bygglov"), example_file("bygglov")),
    "mognadsanalys": lambda: write_workbook(build_maturity_survey("hösten 2026")),
    "mognadsanalys-besvarad": lambda: survey_content(a_reply(comments={"M01": "=1+1"})),
    "mognadssammanställning": lambda: maturity_compilation(replies_by_round(1)),
    "mognadssammanställning-två-omgångar": lambda: maturity_compilation(replies_by_round(2), replies_by_round(1)),
    "portfölj": lambda: write_workbook(new_portfolio(2027)),
    "portfölj-uppdaterad": lambda: portfolio_file(*scored_files(40), budget_kr=500.0),
    "fler-rader": lambda: calculated(with_more_rows()),
}


@pytest.fixture(params=FILES)
def judged_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name: str = request.param
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(FILES[name]())
    return path


def test_the_structure_is_sound(judged_file: Path) -> None:
    assert structure_errors(judged_file) == []


def test_openxml_audit_finds_nothing(judged_file: Path) -> None:
    assert audit_errors(judged_file) == []


def test_the_open_xml_sdk_finds_nothing(judged_file: Path, ooxml_sdk: OpenXmlSdk) -> None:
    assert ooxml_sdk.errors_in(judged_file) == []
