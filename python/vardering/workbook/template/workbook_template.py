"""A whole new workbook from the contract: empty, or filled from a case."""

from collections.abc import Mapping, Sequence

from vardering.base.cells import Area
from vardering.model.case import Case
from vardering.model.realisation import NOTHING_PLANNED, Realisation
from vardering.workbook.contract.catalogue import FORENKLAD, KALKYL
from vardering.workbook.contract.fields import WorkbookContract
from vardering.workbook.filling import Row, root_of
from vardering.workbook.layout import SheetLayout, WorkbookLayout
from vardering.workbook.presenting.run import Run
from vardering.workbook.template import written_sheets
from vardering.workbook.template.follow_up_sheets import build_actual_cost_sheet, build_follow_up_sheet
from vardering.workbook.template.input_sheets import build_input_sheet
from vardering.workbook.template.list_sheet import build_list_sheet
from vardering.workbook.template.outcome_sheet import build_outcome_sheet
from vardering.workbook.template.plan_sheets import build_approved_plan_sheet, build_plan_copy_sheet, build_plan_sheet
from vardering.workbook.template.realisation_frames import Frame, realisation_frames
from vardering.workbook.template.sensitivity_sheet import build_sensitivity_sheet
from vardering.workbook.template.sheet_builder import SheetBuilder
from vardering.workbook.template.start_sheet import build_start_sheet
from vardering.workbook.template.summary_frames import SUMMARY_FRAMES
from vardering.workbook.template.written_sheets import with_events


def input_copy_frame(contract: WorkbookContract) -> Frame:
    """The frame of Indatakopia for as many inputs as a contract has."""
    count = len(contract.values) + sum(len(table.columns) for table in contract.tables)
    return lambda builder: written_sheets.build_input_copy_sheet(builder, count)


KALKYL_FRAMES: Mapping[str, Frame] = {
    "Resultat": written_sheets.build_result_sheet,
    "Beräkning": written_sheets.build_workings_sheet,
    "Känslighet": build_sensitivity_sheet,
    "Effektkedja": written_sheets.build_chain_sheet,
    "Effekthemtagningsplan": build_plan_sheet,
    "Uppföljning": build_follow_up_sheet,
    "Kostnadsutfall": build_actual_cost_sheet,
    "Utfall och prognos": build_outcome_sheet,
    "Beslutsunderlag": written_sheets.build_decision_basis_sheet,
    "Kontroll": written_sheets.build_check_sheet,
    "Indatakopia": input_copy_frame(KALKYL),
    "Plankopia": build_plan_copy_sheet,
    "Beslutad plan": build_approved_plan_sheet,
    "Logg": written_sheets.build_log_sheet,
}
FORENKLAD_FRAMES: Mapping[str, Frame] = {
    "Beslutsunderlag": written_sheets.build_decision_basis_sheet,
    "Kontroll": written_sheets.build_check_sheet,
    "Indatakopia": input_copy_frame(FORENKLAD),
    "Logg": written_sheets.build_log_sheet,
}
"""The written sheets of each kind of workbook, in order. A new one is a builder and a line here."""


def build_workbook(
    contract: WorkbookContract,
    case: Case,
    origin: Run | None = None,
    logged: Sequence[Row] = (),
    realisation: Realisation = NOTHING_PLANNED,
) -> WorkbookLayout:
    """The layout of a new workbook holding a case's inputs; nothing is calculated in it.

    ``origin`` is logged as its first event: where the inputs came from; before it stand the rows ``logged`` in an
    earlier workbook. ``realisation`` is what that workbook held of plan and follow-up.
    """
    sheets: list[SheetLayout] = []
    names: dict[str, Area] = {}

    def finish(builder: SheetBuilder, sheet: SheetLayout) -> None:
        sheets.append(sheet)
        names.update(builder.names)

    for declared in contract.sheets:
        builder = SheetBuilder(declared.name)
        if declared.name == "Start":
            finish(builder, build_start_sheet(contract, declared, case, builder))
        else:
            builder.title(declared.title, declared.intro)
            if declared.name in SUMMARY_FRAMES:
                SUMMARY_FRAMES[declared.name](builder)
            finish(builder, build_input_sheet(declared, root_of(contract, case), builder))
    full = contract.kind == KALKYL.kind
    frames = {**KALKYL_FRAMES, **realisation_frames(realisation)} if full else FORENKLAD_FRAMES
    for name, frame in frames.items():
        builder = SheetBuilder(name)
        finish(builder, frame(builder))
        if name == "Logg" and origin is not None:
            sheets[-1] = with_events(sheets[-1], logged, origin)
    if full:
        builder = SheetBuilder("Listor")
        finish(builder, build_list_sheet(case, builder))
    return WorkbookLayout(
        title=f"{contract.title}: {case.change.name}" if case.change.name else contract.title,
        subject="Värderingsmodellen",
        sheets=tuple(sheets),
        names=dict(sorted(names.items())),
    )
