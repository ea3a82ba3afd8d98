"""The files of the folder of templates, and how an example comes about."""

import pytest

from vardering.books.memory import MemoryBook
from vardering.commands.template_building import example_steps, planned_files
from vardering.examples.catalogue import EXAMPLES
from vardering.texts.approved_plan_texts import EVENT as APPROVAL
from vardering.workbook import written_names


def test_the_folder_holds_empty_templates_and_every_example() -> None:
    files = list(planned_files())
    assert [file.file_name for file in files if not file.recalculated][:2] == ["kalkyl.xlsx", "forenklad.xlsx"]
    assert [file.file_name for file in files if file.example in EXAMPLES] == [
        f"exempel_{entry.name}.xlsx" for entry in EXAMPLES
    ]


@pytest.mark.parametrize("name", [entry.name for entry in EXAMPLES])
def test_an_example_is_planned_approved_and_calculated_in_that_order(name: str) -> None:
    planned = next(file for file in planned_files() if file.file_name == f"exempel_{name}.xlsx")
    assert planned.example is not None
    book = MemoryBook(planned.layout)
    steps = example_steps(planned.example)
    for step in steps:
        outcome = step(book.snapshot())
        assert outcome.change_set is not None
        assert not outcome.has_errors
        book.apply(outcome.change_set)
    log = book.snapshot().tables[written_names.LOG_TABLE]
    events = [row[log.headings.index("Händelse")] for row in log.rows if row[0]]
    approvals = [event for event in events if str(event).startswith(f"{APPROVAL}: ")]
    assert len(approvals) == (1 if planned.example.decision else 0)
    assert len(events) > len(approvals)
    if planned.example.plan_file_name:
        plan = book.snapshot().tables["vm_plan"]
        assert any(row[plan.headings.index("Mätansvarig")] for row in plan.rows)
