"""Sheet Effekthemtagningsplan: one row per effect. Calculated columns are refreshed, people's are never overwritten."""

from vardering.model.realisation_plan import PlanRow
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable
from vardering.workbook.contract.shared_columns import PEOPLE


def _calculated(
    heading: str, field: str, cell_type: CellType, help_text: str, width: float, choices: str = ""
) -> Column:
    return Column(heading, field, cell_type, help_text, width, choices=choices, since=2, calculated=True)


def _written(heading: str, field: str, cell_type: CellType, help_text: str, width: float, choices: str = "") -> Column:
    return Column(heading, field, cell_type, help_text, width, choices=choices, since=2)


PLAN = InputTable(
    name="vm_plan",
    title="Effekthemtagningsplan",
    intro="",
    case_field="rows",
    record=PlanRow,
    columns=(
        Column(
            "Effekt",
            "effect_id",
            CellType.TEXT,
            "Effektens id på bladet Effekter. Raden hittas med det, så ändra det inte.",
            7,
            required=True,
            since=2,
        ),
        _calculated("Vad förändras", "name", CellType.TEXT, "Hämtas från bladet Effekter.", 26),
        _calculated("Slag", "kind", CellType.CHOICE, "Hämtas från bladet Effekter.", 16, "slag"),
        _calculated(
            "Planradens läge",
            "state",
            CellType.CHOICE,
            "aktuell, eller utgått när effekten inte längre finns på bladet Effekter.",
            9,
            "planradens_läge",
        ),
        _calculated("Svar saknas", "lacking", CellType.TEXT, "De av de sju frågorna som inte är besvarade.", 16),
        _written("Aktiviteter", "activities", CellType.TEXT, "Fråga 2: vad som görs för att effekten ska uppnås.", 30),
        _written(
            "Förutsättningar",
            "preconditions",
            CellType.TEXT,
            "Fråga 2: vad som måste vara på plats, till exempel utbildning eller ett annat beslut.",
            24,
        ),
        _calculated("Effektägare", "owner", CellType.TEXT, "Fråga 3. Hämtas från bladet Effekter: ändra där.", 18),
        _written(
            "Accepterad datum",
            "accepted_on",
            CellType.DATE,
            "Fråga 3: den dag effektägaren åtog sig effekten. Byts ägaren behövs ett nytt datum.",
            11,
        ),
        _written(
            "Hemtagningsansvarig",
            "realisation_lead",
            CellType.NAMED,
            "Fråga 3: den som ser till att aktiviteterna blir gjorda.",
            18,
            PEOPLE,
        ),
        _calculated("Effekt från år", "first_year", CellType.YEAR, "Fråga 4: det första året med effekt.", 9),
        _calculated("Full effekt år", "full_effect_year", CellType.YEAR, "Fråga 4: när effekten är fullt utbyggd.", 9),
        _calculated("Värde per år kr", "yearly_value_kr", CellType.KRONOR, "Värdet det året effekten är full.", 15),
        _calculated("Timmar per år", "yearly_hours", CellType.NUMBER, "Timmar det året effekten är full.", 10),
        _calculated("Mätetal", "measure", CellType.TEXT, "Fråga 7. Hämtas från bladet Effekter: ändra där.", 24),
        _written("Mätetalets enhet", "measure_unit", CellType.TEXT, "Till exempel minuter per besök.", 14),
        _written("Nollmätning", "baseline_measurement", CellType.NUMBER, "Fråga 7: värdet före förändringen.", 12),
        _written("Nollmätning datum", "baseline_date", CellType.DATE, "När nollmätningen gjordes.", 12),
        _written("Målvärde", "target", CellType.NUMBER, "Fråga 7: värdet när effekten är full.", 10),
        _written("Mätmetod", "measurement_method", CellType.TEXT, "Fråga 5: hur mätningen går till.", 22),
        _written("Datakälla", "measurement_source", CellType.TEXT, "Fråga 5: varifrån siffrorna hämtas.", 16),
        _written("Mätfrekvens", "frequency", CellType.CHOICE, "Fråga 5: hur ofta effekten mäts.", 13, "mätfrekvens"),
        _written("Första mätning", "first_measurement", CellType.DATE, "Fråga 5: dagen för den första mätningen.", 11),
        _written(
            "Mätansvarig",
            "measurement_owner",
            CellType.NAMED,
            "Fråga 6: den som mäter och lämnar in utfallet.",
            18,
            PEOPLE,
        ),
        _written("Risk", "risk", CellType.TEXT, "Det som kan göra att effekten uteblir, och vad ni gör åt det.", 26),
        _written(
            "Status",
            "activity_status",
            CellType.CHOICE,
            "Hur långt aktiviteterna har kommit.",
            13,
            "aktiviteternas_status",
        ),
        _written(
            "Omställning bekräftad",
            "transition_confirmed_on",
            CellType.DATE,
            "Den dag verksamheten bekräftade att arbetssättet har ändrats.",
            12,
        ),
        _written(
            "Överlämnad datum",
            "handed_over_on",
            CellType.DATE,
            "Den dag linjen tog över ansvaret för effekten och dess uppföljning.",
            12,
        ),
        _calculated("Ägare sedan", "owner_since", CellType.DATE, "Den dag planen fick en ny effektägare.", 12),
        _calculated("Tidigare ägare", "former_owners", CellType.TEXT, "Tidigare effektägare och till och med när.", 24),
        _written("Anteckning", "note", CellType.TEXT, "Fritt fält.", 26),
    ),
    spare_rows=1,
    since=2,
)

PLAN_SHEET = InputSheet(
    name="Effekthemtagningsplan",
    title="Effekthemtagningsplan",
    intro="En rad per effekt med de sju frågorna. Grå celler hämtas från kalkylen när planen uppdateras. Gula celler skriver ni, och de skrivs aldrig över. Rader hittas med effektens id: sortera, filtrera och lägg till egna kolumner som ni vill.",
    sections=(("Plan", PLAN),),
    tab_colour="4B7F52",
)

CALCULATED = tuple(column for column in PLAN.columns if column.calculated)
WRITTEN = tuple(column for column in PLAN.columns if not column.calculated and column.field != "effect_id")
"""The columns that the product refreshes, and those that people write."""
