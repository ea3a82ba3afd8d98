import pytest

from vardering.base.faults import Severity
from vardering.books.memory import MemoryBook
from vardering.commands.recalculation import Calculation, calculate
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.vocabulary import CaseForm
from vardering.workbook.contract.catalogue import FORENKLAD, KALKYL
from vardering.workbook.template.workbook_template import build_workbook


def calculated(name: str) -> Calculation:
    case = load_example(name)
    contract = FORENKLAD if case.form is CaseForm.SIMPLIFIED else KALKYL
    return calculate(MemoryBook(build_workbook(contract, case)).snapshot())


@pytest.mark.parametrize("name", [entry.name for entry in EXAMPLES])
def test_an_example_comes_back_whole_from_its_workbook_without_corrections(name: str) -> None:
    calculation = calculated(name)
    assert calculation.case == load_example(name)
    assert calculation.reading.corrections == ()


@pytest.mark.parametrize("name", [entry.name for entry in EXAMPLES])
def test_an_example_has_no_errors(name: str) -> None:
    calculation = calculated(name)
    assert calculation.results is not None
    assert [fault for fault in calculation.faults if fault.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("digitala_las", {"old-parameters", "one-row-dominates"}),
        ("bygglov", {"old-parameters", "low-uptake"}),
        ("systemavveckling", {"old-parameters"}),
    ],
)
def test_a_full_example_is_warned_for_what_it_shows_and_nothing_else(name: str, expected: set[str]) -> None:
    assert {fault.code for fault in calculated(name).faults} == expected
