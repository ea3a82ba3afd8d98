"""The invented answers of the maturity example: whole, of several roles, and with something that is not shown."""

from collections import Counter

from house.source_files import ROOT
from vardering.books.xlsx.book import XlsxBook
from vardering.examples.maturity import load_replies
from vardering.model.maturity_scale import MaturityScore, RoleGroup
from vardering.texts.maturity_texts import statements


def test_everybody_answers_every_statement_and_ten_of_them_write_something() -> None:
    replies = load_replies()
    asked = [statement.id for statement in statements()]
    assert all([answer.statement for answer in reply.answers] == asked for reply in replies)
    assert sum(bool(answer.comment) for reply in replies for answer in reply.answers) == 10
    assert Counter(reply.group for reply in replies) == {
        RoleGroup.EMPLOYEE: 7,
        RoleGroup.MANAGER: 6,
        RoleGroup.CHANGE_LEADER: 3,
        RoleGroup.CONTROLLER: 2,
        RoleGroup.TECHNOLOGIST: 2,
    }
    assert any(answer.today is MaturityScore.UNKNOWN for reply in replies for answer in reply.answers)


def test_the_compilation_shows_groups_apart_and_hides_some_figures() -> None:
    tables = XlsxBook.open(ROOT / "workbook_templates" / "exempel_mognad.xlsx").snapshot().tables
    assert [row[0] for row in tables["vm_ms_grupper"].rows] == [
        "Alla",
        "Medarbetare i verksamheten",
        "Chef",
        "Övriga roller",
    ]
    assert any("visas inte" in row for row in tables["vm_ms_roller"].rows)
