"""Sheets Uppföljning and Kostnadsutfall: what people report. The grey columns are written when it is followed up."""

from vardering.model.measurement import ActualCost, Measurement
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable
from vardering.workbook.contract.shared_columns import PEOPLE


def _written(heading: str, field: str, cell_type: CellType, help_text: str, width: float) -> Column:
    return Column(heading, field, cell_type, help_text, width, since=2)


def _calculated(heading: str, field: str, cell_type: CellType, help_text: str, width: float) -> Column:
    return Column(heading, field, cell_type, help_text, width, since=2, calculated=True, given=True)


MEASUREMENTS = InputTable(
    name="vm_uppfoljning",
    title="Uppföljning",
    intro="En rad för varje mätning av en effekt. Grå celler skrivs när uppföljningen uppdateras. Gula celler skriver ni, och de skrivs aldrig över.",
    case_field="measurements",
    record=Measurement,
    columns=(
        Column(
            "Effekt",
            "effect_id",
            CellType.TEXT,
            "Effektens id, som i effekthemtagningsplanen.",
            8,
            required=True,
            since=2,
        ),
        _calculated("Vad förändras", "effect_name", CellType.TEXT, "Hämtas från planen.", 36),
        _calculated("Mätetalets enhet", "measure_unit", CellType.TEXT, "Hämtas från planen.", 20),
        Column("Datum", "measured_on", CellType.DATE, "Den dag som utfallet gäller.", 12, required=True, since=2),
        _written("Utfall", "actual", CellType.NUMBER, "Det uppmätta värdet, i mätetalets enhet.", 12),
        _calculated("Planerat värde", "planned", CellType.NUMBER, "Det värde som planen har för det året.", 12),
        _calculated("Avvikelse", "deviation", CellType.NUMBER, "Utfallet minus det planerade värdet.", 12),
        _calculated(
            "Avvikelse kr per år",
            "deviation_kr",
            CellType.KRONOR,
            "Vad avvikelsen betyder i kronor för ett helt år.",
            15,
        ),
        _written(
            "Hemtaget kr",
            "realised_kr",
            CellType.KRONOR,
            "Kronor som har hämtats hem sedan förra mätningen. Tomt: beräknas av utfallet.",
            14,
        ),
        _written(
            "Hemtagna timmar",
            "realised_hours",
            CellType.NUMBER,
            "Timmar som har frigjorts sedan förra mätningen. Tomt: beräknas av utfallet.",
            12,
        ),
        Column(
            "Kontrollerad av",
            "verified_by",
            CellType.NAMED,
            "Den som har kontrollerat värdet, helst någon annan än effektägaren.",
            22,
            choices=PEOPLE,
            since=2,
        ),
        _written("Kommentar", "comment", CellType.TEXT, "Vad som förklarar utfallet.", 30),
        _written("Åtgärd", "action", CellType.TEXT, "Vad ni gör om utfallet avviker, och vem som gör det.", 30),
    ),
    spare_rows=30,
    since=2,
)

ACTUAL_COSTS = InputTable(
    name="vm_kostnadsutfall",
    title="Kostnadsutfall",
    intro="Vad varje kostnadsrad har kostat ett år, i årets priser och utan moms på samma sätt som raden i kalkylen.",
    case_field="actual_costs",
    record=ActualCost,
    columns=(
        Column(
            "Kostnadsrad",
            "row_id",
            CellType.TEXT,
            "Radens id på bladet Utveckling, Omställning eller Drift.",
            12,
            required=True,
            since=2,
        ),
        _calculated("Benämning", "row_name", CellType.TEXT, "Hämtas från kalkylen.", 56),
        Column(
            "År",
            "year",
            CellType.YEAR,
            "Det år som utfallet gäller.",
            8,
            required=True,
            minimum=1990,
            maximum=2200,
            since=2,
        ),
        Column(
            "Utfall kr",
            "amount_kr",
            CellType.KRONOR,
            "Vad raden kostade det året, enligt ekonomisystemet.",
            15,
            required=True,
            since=2,
        ),
        _calculated("Planerat kr", "planned_kr", CellType.KRONOR, "Det som kalkylen har för raden och året.", 15),
        _calculated(
            "Utfall i kalkylens priser kr",
            "actual_kr",
            CellType.KRONOR,
            "Utfallet räknat om till kalkylens prisnivå med prisindex på bladet Parametrar.",
            18,
        ),
        _calculated("Avvikelse kr", "deviation_kr", CellType.KRONOR, "Utfallet minus det planerade.", 15),
        _written("Kommentar", "comment", CellType.TEXT, "Vad som förklarar utfallet.", 40),
    ),
    spare_rows=15,
    since=2,
)

FOLLOW_UP_SHEET = InputSheet(
    name="Uppföljning",
    title="Uppföljning",
    intro="Hur mycket av det utlovade som är hemtaget, och det som har mätts. Mätningar gör aldrig kalkylen inaktuell.",
    sections=(("Mätningar", MEASUREMENTS),),
    tab_colour="4B7F52",
)
ACTUAL_COST_SHEET = InputSheet(
    name="Kostnadsutfall",
    title="Kostnadsutfall",
    intro="Utfallet för kostnaderna, så att nettonyttan kan följas upp. Fyll i det ni har: resten räknas som planerat.",
    sections=(("Utfall per rad och år", ACTUAL_COSTS),),
    tab_colour="4B7F52",
)
