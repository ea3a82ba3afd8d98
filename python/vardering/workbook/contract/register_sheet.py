"""Sheet Nyttoregister of a portfolio: every effect of every change."""

from vardering.model.portfolio import EffectRegisterRow
from vardering.workbook.contract.calculated_columns import calculated
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable

REGISTER = InputTable(
    name="vm_nyttoregister",
    title="Nyttoregister",
    intro="",
    case_field="register",
    record=EffectRegisterRow,
    columns=(
        Column("Kalkylens id", "case_id", CellType.TEXT, "Den kalkyl som effekten står i.", 22, required=True),
        Column("Effekt", "effect_id", CellType.TEXT, "Effektens id i kalkylen.", 8, required=True),
        calculated("Förändring", "name", CellType.TEXT, "Förändringens namn.", 30),
        calculated("Vad förändras", "effect", CellType.TEXT, "Effektens namn.", 34),
        calculated("Slag", "kind", CellType.CHOICE, "Effektens slag.", 17, "slag"),
        calculated("Effektägare", "owner", CellType.TEXT, "Enligt kalkylen.", 20),
        calculated("Accepterad", "is_accepted", CellType.TEXT, "Om ägaren har åtagit sig effekten i planen.", 11),
        calculated("Mätetal", "measure", CellType.TEXT, "Det som mäts.", 24),
        calculated("Effekt från år", "first_year", CellType.YEAR, "Det första året med effekt.", 9),
        calculated("Plan per år kr", "yearly_value_kr", CellType.KRONOR, "Värdet det år effekten är full.", 15),
        calculated("Plan per år timmar", "yearly_hours", CellType.NUMBER, "Timmar det år effekten är full.", 11),
        calculated(
            "Plan alla år kr",
            "planned_kr",
            CellType.KRONOR,
            "Summan av alla år: enligt den beslutade planen när effekten följs upp, annars enligt kalkylen nu.",
            16,
        ),
        calculated("Utfall kr", "realised_kr", CellType.KRONOR, "Det som uppföljningen hittills visar.", 15),
        calculated("Prognos kr", "forecast_kr", CellType.KRONOR, "Det som väntas av alla år enligt uppföljningen.", 16),
        calculated("Första mätning", "first_measurement", CellType.DATE, "Enligt planen.", 12),
        calculated("Effektens status", "follow_up_status", CellType.TEXT, "Okänd när mätningen är försenad.", 24),
        Column("Anteckning", "note", CellType.TEXT, "Fritt fält.", 30),
    ),
    spare_rows=1,
)

REGISTER_SHEET = InputSheet(
    name="Nyttoregister",
    title="Nyttoregister",
    intro="Alla effekter i alla förändringar som räknas: vad som är planerat, vad som har kommit och vad som väntas. Grå celler uppdateras; gula celler och egna kolumner skrivs aldrig över. Effektägarnas namn är personuppgifter.",
    sections=(("Effekter", REGISTER),),
    tab_colour="4B7F52",
)
