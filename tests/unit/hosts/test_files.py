"""What is refused before anything is written."""

import os
from pathlib import Path

import pytest

from vardering.base.faults import BookNotWrittenError, CallError
from vardering.hosts.cli.files import read_text, refuse_same_file, write_new


def refusal(path: Path) -> str:
    with pytest.raises(CallError) as refused:
        read_text(str(path))
    return refused.value.fault.code


def test_a_text_with_or_without_a_mark_of_order_is_read(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    for encoding in ("utf-8", "utf-8-sig"):
        path.write_text("{å}", encoding=encoding)
        assert read_text(str(path)) == "{å}"


def test_what_is_no_file_and_what_is_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    assert refusal(path) == "file-missing"
    assert refusal(tmp_path) == "file-missing"
    path.write_bytes(b"\xff\xfe\x00")
    assert refusal(path) == "case-file-invalid"


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "k.json"
    path.write_text("{}")

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "read_text", refuse)
    assert refusal(path) == "case-file-invalid"


def test_the_file_that_is_read_is_not_written_by_any_of_its_names(tmp_path: Path) -> None:
    source, link = tmp_path / "a.xlsx", tmp_path / "länk.xlsx"
    source.write_bytes(b"")
    os.link(source, link)
    for target in (source, link):
        with pytest.raises(CallError, match="call-invalid"):
            refuse_same_file(source, target, "välj ett annat namn")
    refuse_same_file(source, tmp_path / "b.xlsx", "välj ett annat namn")


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_new(b"ett", path, replace=False)
    with pytest.raises(BookNotWrittenError, match="target-exists"):
        write_new("två".encode(), path, replace=False)
    assert path.read_bytes() == b"ett"
    write_new("två".encode(), path, replace=True)
    assert path.read_text("utf-8") == "två"
