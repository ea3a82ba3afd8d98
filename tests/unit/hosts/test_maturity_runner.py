"""A compilation that takes the place of another keeps it as a copy, and what people wrote in it."""

from pathlib import Path

import pytest

from maturity_books import random_replies, survey_content
from vardering.base.cells import Area
from vardering.base.faults import BookNotWrittenError
from vardering.books.xlsx.book import XlsxBook
from vardering.hosts.cli.arguments import build_parser
from vardering.hosts.cli.runners import RUNNERS
from vardering.model.maturity_scale import RoleGroup
from vardering.workbook.change_set import Block, CellWrite, ChangeSet

OUT = "ut/samlat.xlsx"


@pytest.fixture(autouse=True)
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795512600")
    Path("svar").mkdir()
    Path("ut").mkdir()
    for number, reply in enumerate(random_replies(1, {RoleGroup.MANAGER: 6})):
        Path(f"svar/{number}.xlsx").write_bytes(survey_content(reply))


def run(*arguments: str) -> int:
    options = build_parser("1.0", arguments).parse_args(arguments)
    return RUNNERS[options.command](options)


def write_owner(path: Path, owner: str) -> bytes:
    book = XlsxBook.open(path)
    snapshot = book.snapshot()
    table = snapshot.tables["vm_ms_handlingsplan"]
    cell = table.position(0, table.headings.index("Ansvarig"))
    where = Area(cell.sheet, cell.row, cell.column, cell.row, cell.column)
    content = book.apply(ChangeSet(snapshot.fingerprint, (where,), (Block(where, ((CellWrite(owner),),)),)))
    path.write_bytes(content)
    return content


def owners(path: Path) -> set[object]:
    table = XlsxBook.open(path).snapshot().tables["vm_ms_handlingsplan"]
    return {row[table.headings.index("Ansvarig")] for row in table.rows}


def test_a_file_that_is_replaced_is_kept_and_what_people_wrote_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("maturity", "svar", "-o", OUT, "--replace") == 0
    assert "finns kvar" not in capsys.readouterr().err
    before = write_owner(Path(OUT), "Ekonomichefen")
    with pytest.raises(BookNotWrittenError, match="target-exists"):
        run("maturity", "svar", "-o", OUT)
    assert Path(OUT).read_bytes() == before
    assert run("maturity", "svar", "-o", OUT, "--replace") == 0
    told = capsys.readouterr().err
    (backup,) = Path("ut").glob("samlat (före sammanställning *).xlsx")
    assert f"Den förra filen finns kvar: {backup.name}" in told
    assert backup.read_bytes() == before
    assert owners(Path(OUT)) == {"Ekonomichefen", None}


def test_a_file_that_is_no_workbook_is_kept_too() -> None:
    Path(OUT).write_text("annat", "utf-8")
    assert run("maturity", "svar", "-o", OUT, "--replace") == 0
    (backup,) = Path("ut").glob("samlat (före sammanställning *).xlsx")
    assert backup.read_text("utf-8") == "annat"
