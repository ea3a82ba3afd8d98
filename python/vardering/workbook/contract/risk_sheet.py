"""Sheet Risker: the risk list, with an optional money side that a simulation can draw from."""

from vardering.model.risk import Risk
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable


def _text(heading: str, field: str, help_text: str, width: float, *, required: bool = False) -> Column:
    return Column(heading, field, CellType.TEXT, help_text, width, required=required, since=2)


def _choice(heading: str, field: str, help_text: str, width: float, choices: str) -> Column:
    return Column(heading, field, CellType.CHOICE, help_text, width, choices=choices, since=2)


def _step(heading: str, field: str, help_text: str) -> Column:
    return Column(heading, field, CellType.WHOLE, help_text, 17, minimum=1, maximum=5, since=2)


def _kronor(heading: str, field: str, help_text: str) -> Column:
    return Column(heading, field, CellType.KRONOR, help_text, 14, minimum=0, advanced=True, since=2)


def _share(heading: str, field: str, help_text: str, most: float) -> Column:
    return Column(heading, field, CellType.PER_CENT, help_text, 12, minimum=0, maximum=most, advanced=True, since=2)


RISKS = InputTable(
    name="vm_risker",
    title="Risker",
    intro="En rad per risk. Riskvärdet är sannolikhet gånger konsekvens och visas i kartan ovanför. Bakom plusset ovanför tabellen finns kolumner för vad risken kan kosta.",
    case_field="risks",
    record=Risk,
    columns=(
        _text("Id", "id", "Riskens id, till exempel Ri1.", 7, required=True),
        _text("Risk", "description", "Vad som kan hända, i en mening.", 40, required=True),
        _choice("Riskområde", "risk_area", "Vad risken gäller.", 17, "riskområde"),
        _step("Sannolikhet 1 till 5", "probability", "1 mycket osannolik, 3 möjlig, 5 mycket sannolik."),
        _step("Konsekvens 1 till 5", "impact", "1 knappt märkbar, 3 kännbar, 5 mycket allvarlig."),
        _choice("Riskstatus", "status", "Tomt betyder öppen. Avslutade risker räknas inte.", 17, "riskstatus"),
        _text("Ansvarig", "owner", "Den som ser till att åtgärden blir gjord.", 17),
        _text("Åtgärd", "response", "Vad ni gör för att risken ska minska, eller om den inträffar.", 36),
        _text("Orsak", "cause", "Varför det kan hända.", 30),
        _text("Följd", "outcome", "Vad det får för följder för förändringen.", 30),
        _choice(
            "Bedöms redan i",
            "scored_in",
            "Det kriterium vars poäng redan tar hänsyn till risken. Då räknas den inte en gång till. Nettonuvärde: bara i kronor.",
            30,
            "kriterium",
        ),
        Column(
            "Drabbar rad",
            "row_id",
            CellType.TEXT,
            "Id på den kostnad eller effekt som förlusten gäller.",
            10,
            advanced=True,
            since=2,
        ),
        _share("Inträffar procent", "occurrence", "Hur troligt det är att det händer.", 100),
        _kronor("Förlust låg kr", "loss_low_kr", "Under hela kalkyltiden, i fasta priser. Tomt: som trolig."),
        _kronor("Förlust trolig kr", "loss_likely_kr", "Dyrare kostnad eller utebliven nytta, som positivt tal."),
        _kronor("Förlust hög kr", "loss_high_kr", "Under hela kalkyltiden, i fasta priser. Tomt: som trolig."),
        _share("Förlust låg procent", "loss_low", "Procent av radens belopp. Tomt: som trolig.", 1000),
        _share("Förlust trolig procent", "loss_likely", "Procent av radens belopp. Ange kronor eller procent.", 1000),
        _share("Förlust hög procent", "loss_high", "Procent av radens belopp. Tomt: som trolig.", 1000),
    ),
    spare_rows=12,
    id_prefix="Ri",
    key_field="id",
    since=2,
)

RISK_SHEET = InputSheet(
    name="Risker",
    title="Risker",
    intro="Vad som kan gå fel, hur troligt och hur allvarligt det är, och vad ni gör åt det. Risker som redan är bedömda på bladet Bedömning räknas en gång. Skalan är vår egen.",
    sections=(("Risker", RISKS),),
)
