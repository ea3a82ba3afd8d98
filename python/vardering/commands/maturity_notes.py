"""What people wrote in a compilation goes with them to the one that takes its place."""

from collections.abc import Iterator, Sequence

from vardering.base.faults import Argument, Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.engine.reply_marks import recognise
from vardering.model.maturity import SurveyReply
from vardering.texts import maturity_result_texts as words
from vardering.workbook.contract.catalogue import KIND_NAME
from vardering.workbook.contract.maturity_sheet import COMPILATION_KIND
from vardering.workbook.maturity_notes import CompilationNotes
from vardering.workbook.maturity_tables import WORKSHOP_TABLES
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.reading.maturity_compilation_reader import read_compilation
from vardering.workbook.reading.maturity_notes_reader import read_notes
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.template.maturity.workshop import placed_notes


@dataclass(frozen=True, slots=True)
class CarriedNotes:
    """What people wrote that goes into the new compilation, and what must be said of it."""

    notes: CompilationNotes = CompilationNotes()
    faults: tuple[Fault, ...] = ()


def carry_notes(replaced: Snapshot | None, earlier: Snapshot | None, replies: Sequence[SurveyReply]) -> CarriedNotes:
    """What people wrote in the file that is replaced, otherwise in the earlier one, if it holds the same replies.

    A new round starts with an empty plan. What is left behind in the file that is replaced is said.
    """
    said: list[Fault] = []
    for snapshot in (replaced, earlier):
        if snapshot is None or not _is_compilation(snapshot):
            continue
        notes = read_notes(snapshot)
        count = len(notes.workshop) + len(notes.areas) + len(notes.added)
        of_file: dict[str, Argument] = {"file": snapshot.source}
        same = _holds_some_of(snapshot, replies)
        if snapshot is replaced and not any(table in snapshot.tables for table in WORKSHOP_TABLES):
            said.append(Fault("notes-unread", Severity.WARNING, None, of_file))
        if same and count:
            kept = Fault("notes-kept", Severity.NOTICE, None, {**of_file, "count": count})
            return CarriedNotes(notes, (*said, kept))
        if snapshot is replaced and count:
            said.append(Fault("notes-other-round", Severity.WARNING, None, {**of_file, "count": count}))
    return CarriedNotes(faults=tuple(said))


def _is_compilation(snapshot: Snapshot) -> bool:
    kind = snapshot.names.get(KIND_NAME)
    return kind is not None and kind.value == COMPILATION_KIND


def _holds_some_of(snapshot: Snapshot, replies: Sequence[SurveyReply]) -> bool:
    content = read_compilation(snapshot)
    return content is not None and bool(recognise(content.marks, replies).marks)


def homeless_faults(compilation: Compilation) -> Iterator[Fault]:
    """That what was written about a statement has been moved, since it is no topic any more."""
    for note in placed_notes(compilation).homeless:
        arguments = {
            "statement": str(note.statement or note.beside[1] or words.SOMETHING_ELSE),
            "text": str(note.found),
        }
        yield Fault("note-moved", Severity.NOTICE, None, arguments)
