"""book.js calls nothing that Office.js does not have, by Microsoft's own type definitions."""

from pathlib import Path

from house.source_files import ROOT
from judges.office_types import OfficeTypes

SCRIPTS = sorted((ROOT / "addin" / "web").glob("book*.js"))


def test_every_call_and_property_is_there(office_types: OfficeTypes) -> None:
    assert office_types.errors_in(SCRIPTS) == []


def test_a_call_that_is_not_there_would_be_seen(office_types: OfficeTypes, tmp_path: Path) -> None:
    for script in SCRIPTS:
        (tmp_path / script.name).write_text(script.read_text("utf-8").replace(".unprotect()", ".openUp()"), "utf-8")
    errors = office_types.errors_in(sorted(tmp_path.glob("*.js")))
    assert len(errors) >= 2
    assert all("'openUp' does not exist" in error for error in errors)
