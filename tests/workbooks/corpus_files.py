"""Workbooks of other projects, where the variable VARDERING_CORPUS names their folder; none where it does not."""

import os
from pathlib import Path

KINDS = {".xlsx", ".xlsm", ".xls", ".xlsb"}


def corpus_files() -> list[Path]:
    """All workbooks of the corpus, sorted."""
    folder = os.environ.get("VARDERING_CORPUS")
    if not folder:
        return []
    return sorted(path for path in Path(folder).rglob("*") if path.suffix in KINDS)
