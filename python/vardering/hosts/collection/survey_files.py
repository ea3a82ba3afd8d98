"""The answers of a maturity survey, read from files and folders: whatever is in a file, it becomes one to be judged."""

import zlib
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from vardering.base.faults import VarderingError
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.maturity import SurveyFile
from vardering.hosts.collection.file_reading import LOCK_PREFIXES
from vardering.hosts.collection.folder import found_files
from vardering.workbook.maturity_tables import ROUND_NAME

BESIDE_PREFIXES = (*LOCK_PREFIXES, ".")
WORKBOOK_PART = "xl/workbook.xml"
READ_AT_MOST = 1_000_000


def survey_files(paths: Sequence[str], without: Sequence[Path] = ()) -> list[SurveyFile]:
    """Every file in the files and folders named, none twice; not what programs and systems keep beside them.

    Raises ``CallError`` "file-missing".
    """
    found = found_files(paths, without)
    return [survey_file(file.path, file.shown) for file in found if not file.path.name.startswith(BESIDE_PREFIXES)]


def survey_file(path: Path, shown: str = "") -> SurveyFile:
    """One file, or the error that stopped its reading."""
    name = shown or path.name
    try:
        return SurveyFile(name, XlsxBook.open(path).snapshot())
    except VarderingError as stop:
        return SurveyFile(name, None, stop)


def compilations_beside(target: Path) -> list[SurveyFile]:
    """The files in a new compilation's folder that look like compilations, the one it takes the place of among them.

    Whoever has seen them may get the new one too. Others are left unread, and what cannot be read guards nobody.
    """
    paths = sorted(target.absolute().parent.glob("*.xlsx"))
    return [survey_file(path) for path in paths if not path.name.startswith(LOCK_PREFIXES) and _names_a_round(path)]


def _names_a_round(path: Path) -> bool:
    """Whether a workbook has the name that every compilation has, told without reading its sheets."""
    try:
        with ZipFile(path) as package, package.open(WORKBOOK_PART) as part:
            return ROUND_NAME.encode() in part.read(READ_AT_MOST)
    except (OSError, BadZipFile, KeyError, RuntimeError, zlib.error):
        return False
