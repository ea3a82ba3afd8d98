"""The follow-up form (uppföljningsformulär): a small workbook with one person's effects, filled in and sent back."""

from vardering.model.measurement import Measurement
from vardering.workbook.contract.catalogue import CONTRACT_VERSION
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable, WorkbookContract

FORM_EFFECTS = "vm_val_formular"
"""Defined name of the ids that can be reported in a form."""
FORM_PERSON = "vm_formular_person"
"""Defined name of the cell that says whose form it is."""


def _given(heading: str, field: str, cell_type: CellType, width: float) -> Column:
    return Column(heading, field, cell_type, "Hämtas från planen.", width, since=2, calculated=True, given=True)


def _written(heading: str, field: str, cell_type: CellType, help_text: str, width: float) -> Column:
    return Column(heading, field, cell_type, help_text, width, since=2)


FORM_MEASUREMENTS = InputTable(
    name="vm_formular",
    title="Uppföljningsformulär",
    intro="",
    case_field="measurements",
    record=Measurement,
    columns=(
        Column(
            "Effekt",
            "effect_id",
            CellType.NAMED,
            "Effektens id. Välj ett av dem som formuläret gäller.",
            8,
            required=True,
            choices=FORM_EFFECTS,
            since=2,
        ),
        _given("Vad förändras", "effect_name", CellType.TEXT, 30),
        _given("Mätetal", "measure", CellType.TEXT, 24),
        _given("Mätetalets enhet", "measure_unit", CellType.TEXT, 16),
        _given("Nollmätning", "baseline", CellType.NUMBER, 11),
        _given("Målvärde", "target", CellType.NUMBER, 10),
        _given("Mäts senast", "due", CellType.DATE, 12),
        Column("Datum", "measured_on", CellType.DATE, "Den dag som utfallet gäller.", 12, required=True, since=2),
        _written("Utfall", "actual", CellType.NUMBER, "Det uppmätta värdet, i mätetalets enhet.", 11),
        _written("Hemtaget kr", "realised_kr", CellType.KRONOR, "Kronor sedan förra mätningen, om ni vet det.", 13),
        _written("Hemtagna timmar", "realised_hours", CellType.NUMBER, "Timmar sedan förra mätningen, om ni vet.", 11),
        _written("Kontrollerad av", "verified_by", CellType.TEXT, "Den som har kontrollerat värdet.", 18),
        _written("Kommentar", "comment", CellType.TEXT, "Vad som förklarar utfallet.", 26),
        _written("Åtgärd", "action", CellType.TEXT, "Vad ni gör om utfallet avviker.", 26),
    ),
    spare_rows=3,
    key_field="effect_id",
    since=2,
)

FORM = WorkbookContract(
    kind="uppfoljningsformular",
    version=CONTRACT_VERSION,
    title="Uppföljningsformulär",
    sheets=(),
    plan_sheets=(
        InputSheet(
            name="Uppföljningsformulär",
            title="Uppföljning av nyttor",
            intro="",
            sections=(("Mätningar", FORM_MEASUREMENTS),),
        ),
    ),
)
"""No kind of its own among those that hold a case: nothing can be calculated from a form."""
