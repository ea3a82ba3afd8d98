"""The answers of a maturity survey, read from files and folders: whatever is in a file, it becomes one to be judged."""

from collections.abc import Sequence
from pathlib import Path

from vardering.base.faults import VarderingError
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.maturity import SurveyFile
from vardering.hosts.collection.file_reading import LOCK_PREFIXES
from vardering.hosts.collection.folder import found_files


def survey_files(paths: Sequence[str], without: Sequence[Path] = ()) -> list[SurveyFile]:
    """Every file in the files and folders named, none twice; not what programs keep beside an open workbook.

    Raises ``CallError`` "file-missing".
    """
    found = found_files(paths, without)
    return [survey_file(file.path, file.shown) for file in found if not file.path.name.startswith(LOCK_PREFIXES)]


def survey_file(path: Path, shown: str = "") -> SurveyFile:
    """One file, or the error that stopped its reading."""
    name = shown or path.name
    try:
        return SurveyFile(name, XlsxBook.open(path).snapshot())
    except VarderingError as stop:
        return SurveyFile(name, None, stop)
