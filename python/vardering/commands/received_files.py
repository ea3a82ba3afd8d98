"""Which of the files that were read hold the case that counts: one file for each case, the latest version of it."""

from collections.abc import Iterable

from vardering.model.case_digest import CaseDigest, FileReading
from vardering.model.portfolio_words import FileVerdict
from vardering.texts import portfolio_texts


def settle(readings: Iterable[FileReading]) -> tuple[FileReading, ...]:
    """The readings in the order of their names, where duplicates and older versions have been told apart.

    Of several files with one case id the latest counts: by when it was calculated, then one that was edited since
    before one that was not, then by when it was saved. The same inputs twice are a duplicate.
    """
    ordered = sorted(readings, key=lambda reading: reading.file)
    by_case: dict[str, list[tuple[FileReading, CaseDigest]]] = {}
    for reading in ordered:
        if reading.digest is not None:
            by_case.setdefault(reading.digest.case_id, []).append((reading, reading.digest))
    judged = {}
    for versions in by_case.values():
        latest = max(versions, key=_lateness)
        for version in versions:
            judged[version[0].file] = version[0] if version is latest else _superseded(version, latest)
    return tuple(judged.get(reading.file, reading) for reading in ordered)


def _lateness(version: tuple[FileReading, CaseDigest]) -> tuple[str, bool, str]:
    reading, digest = version
    return digest.calculated_at, reading.verdict is FileVerdict.STALE, reading.modified


def _superseded(version: tuple[FileReading, CaseDigest], latest: tuple[FileReading, CaseDigest]) -> FileReading:
    (reading, digest), (other, its_digest) = version, latest
    if reading.content_hash == other.content_hash:
        return _judged(reading, FileVerdict.DUPLICATE, portfolio_texts.SAME_CONTENT.format(file=other.file))
    if digest.fingerprint == its_digest.fingerprint:
        return _judged(reading, FileVerdict.DUPLICATE, portfolio_texts.SAME_CASE.format(file=other.file))
    reason = portfolio_texts.LATER_VERSION.format(file=other.file)
    if digest.name.casefold() != its_digest.name.casefold():
        reason += portfolio_texts.ANOTHER_NAME.format(other=its_digest.name)
    return _judged(reading, FileVerdict.OLDER, reason)


def _judged(reading: FileReading, verdict: FileVerdict, reason: str) -> FileReading:
    return reading.model_copy(update={"verdict": verdict, "reason": reason})
