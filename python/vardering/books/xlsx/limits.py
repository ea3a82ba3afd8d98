"""How much of a file we are willing to take in: far above any honest workbook, far below what hurts."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers.expat import ExpatError

from vardering.base.faults import BookUnreadableError

MAX_FILE_BYTES = 100_000_000
MAX_PARTS = 5_000
MAX_INFLATED_BYTES = 300_000_000
MAX_PART_BYTES = 150_000_000
MAX_RATIO = 300
"""Times a part may grow when inflated; deflate can do about 1,030, honest sheets stay under 100."""
RATIO_COUNTS_FROM_BYTES = 10_000_000
MAX_TAGS = 1_200_000
"""Tags over all parts that are parsed: four for each cell with a value. The worst of them, ``<c/>``, take 3 s."""
MAX_DEPTH = 200
MAX_AREA_CELLS = 200_000
MAX_MERGED_CELLS = 1_000_000
MAX_TEXT = 32_767
"""Characters in a cell, Excel's own limit."""
MAX_FORMULA = 8_192

_DAMAGE = (ExpatError, zlib.error, struct.error, ValueError, LookupError, OverflowError)


@contextmanager
def guarded() -> Iterator[None]:
    """The border between files of unknown origin and us: whatever goes wrong inside ends as one of our errors.

    Raises ``BookUnreadableError`` "file-damaged" or "file-too-heavy"; our own errors pass unchanged.
    """
    try:
        yield
    except _DAMAGE as error:
        raise BookUnreadableError("file-damaged") from error
    except (MemoryError, RecursionError) as error:
        raise BookUnreadableError("file-too-heavy") from error
