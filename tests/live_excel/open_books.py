"""Workbooks that are open in the stand-in, and what is done with them."""

from dataclasses import replace

from builders import CONTEXT
from live_excel.excel_stand_in import Application, stored_values
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.undo import Undo
from vardering.commands.creation import create
from vardering.commands.recalculation import recalculate
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.case import Case
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.snapshot import Snapshot

FULL = EXAMPLES[0].name
DRAWING = "Effektkedja"


def layout_of(case: Case) -> WorkbookLayout:
    layout = create(case).new_workbook
    assert layout is not None
    return layout


def recalculation_of(snapshot: Snapshot) -> ChangeSet:
    change_set = recalculate(snapshot, CONTEXT).change_set
    assert change_set is not None
    return change_set


def apply_in(excel: Application, change_set: ChangeSet) -> Undo:
    excel.calculated = stored_values(change_set)
    return LiveBook(excel.workbook()).apply(change_set)


def take_back_in(excel: Application, undo: Undo) -> None:
    excel.calculated = stored_values(undo.change_set)
    LiveBook(excel.workbook()).take_back(undo)


def content(snapshot: Snapshot) -> object:
    return replace(snapshot, fingerprint="", source="")


def sheet_of(excel: Application, name: str) -> object:
    return next(sheet for sheet in excel.sheets if sheet.label == name)


def with_effects(count: int) -> Case:
    case = load_example(FULL)
    effects = tuple(replace(case.effects[0], id=f"E{number}") for number in range(1, count + 1))
    return replace(case, effects=effects, decisions=(), risks=())
