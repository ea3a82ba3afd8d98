"""What the contract does not declare cannot be asked of it, and a value that no cell holds cannot be written."""

import pytest

from builders import a_case, book_of
from vardering.base.cells import CellValue
from vardering.model.assessment import Criterion, CriterionScore
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.contract.fields import CellType, InputValue
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.filling import cell_for

YES_OR_NO = InputValue("vm_ja", "Ja eller nej", "yes", CellType.YES_NO, "")


def test_a_table_that_is_not_declared_is_refused() -> None:
    with pytest.raises(KeyError):
        KALKYL.table("vm_okänd")


def test_a_code_without_a_word_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="slag: scope"):
        word_for("slag", Criterion.SCOPE)


@pytest.mark.parametrize(("value", "cell"), [(True, "ja"), (False, "nej"), (None, None), ("", None)])
def test_a_value_is_written_as_people_write_it(value: object, cell: CellValue) -> None:
    assert cell_for(YES_OR_NO, value) == cell


def test_what_no_cell_can_hold_is_refused_with_its_field() -> None:
    with pytest.raises(TypeError, match="yes: list"):
        cell_for(YES_OR_NO, [1])


def test_a_criterion_that_is_calculated_has_no_scale_beside_it() -> None:
    book = book_of(a_case(criteria=(CriterionScore(criterion=Criterion.NET_VALUE, score=3, reason="Stort"),)))
    table = book.snapshot().tables["vm_kriterier"]
    scales = dict(zip((row[0] for row in table.rows), (row[-1] for row in table.rows), strict=True))
    assert scales.pop(word_for("kriterium", Criterion.NET_VALUE)) is None
    assert None not in scales.values()
