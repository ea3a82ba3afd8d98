"""Sheet Parametrar: figures that hold for the whole case, with year, source and status."""

from vardering.base.light_dataclasses import dataclass
from vardering.model.assumptions import OwnProfile, Parameter, PersonnelCategory, PriceGroup, RateBand
from vardering.model.gates import OwnGate
from vardering.workbook.contract.assessment_sheet import AREA_WEIGHTS, CRITERION_WEIGHTS
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable, InputValue
from vardering.workbook.contract.simulation_settings import CORRELATION_GROUPS, SIMULATION


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """A parameter every workbook has: its key in the sheet, its field in ``Assumptions`` and its limits (sheet unit)."""

    key: str
    field: str
    unit: str
    type: CellType
    minimum: float
    maximum: float
    help: str
    required: bool = False
    since: int = 1


PARAMETER_ROWS = (
    ParameterRow(
        "Kalkylränta",
        "discount_rate",
        "procent per år",
        CellType.PER_CENT,
        -5,
        25,
        "Real ränta som framtida belopp räknas om med.",
        required=True,
    ),
    ParameterRow(
        "Internränta",
        "internal_interest_rate",
        "procent per år",
        CellType.PER_CENT,
        -5,
        25,
        "Kommunens interna ränta på investeringar. Används bara i budgetkonsekvensen.",
    ),
    ParameterRow(
        "Prisindex",
        "price_index",
        "procent per år",
        CellType.PER_CENT,
        -5,
        25,
        "Allmän prisökning. Används bara för att visa budgetkonsekvensen i löpande priser.",
    ),
    ParameterRow(
        "PO-pålägg",
        "employer_on_cost",
        "procent av lön",
        CellType.PER_CENT,
        0,
        100,
        "Arbetsgivaravgifter och andra personalomkostnader.",
    ),
    ParameterRow(
        "Timmar per årsarbetare",
        "hours_per_fte",
        "timmar per år",
        CellType.NUMBER,
        1,
        2500,
        "Arbetad tid per år för en heltid.",
    ),
    ParameterRow(
        "Schablonfaktor timkostnad",
        "hour_cost_factor",
        "faktor",
        CellType.NUMBER,
        1,
        3,
        "Används när timkostnaden räknas som månadslön delad med timmar per månad gånger faktorn. Innehåller redan PO.",
    ),
    ParameterRow(
        "Timmar per månad",
        "hour_cost_divisor",
        "timmar per månad",
        CellType.NUMBER,
        1,
        250,
        "Används tillsammans med schablonfaktorn.",
    ),
    ParameterRow(
        "Gräns låg nyttjandegrad",
        "uptake_warning",
        "procent av användarna",
        CellType.PER_CENT,
        0,
        100,
        "Under denna nivå varnar kontrollen: parallella arbetssätt brukar då höja kostnaden.",
    ),
    ParameterRow(
        "Gräns för full kalkyl",
        "full_case_threshold_kr",
        "kr",
        CellType.KRONOR,
        0,
        1e12,
        "Förändringar med högre kostnad än så behöver en full kalkyl. Sätt kommunens egen gräns.",
    ),
    ParameterRow(
        "Spann kalkylränta",
        "rate_spread",
        "procentenheter",
        CellType.PER_CENT,
        0,
        20,
        "Känslighet: så mycket prövas räntan upp och ned. Tomt: prövas inte.",
        since=2,
    ),
    ParameterRow(
        "Försening av nyttor",
        "benefit_delay",
        "år",
        CellType.NUMBER,
        0,
        40,
        "Känslighet: så många år senare prövas nyttorna. Det som hamnar efter kalkyltiden går förlorat.",
        since=2,
    ),
    ParameterRow(
        "Spann nyttjandegrad",
        "uptake_spread",
        "procent av den angivna",
        CellType.PER_CENT,
        0,
        100,
        "Känslighet: så mycket prövas nyttjandegraden upp och ned, högst till 100 procent användning.",
        since=2,
    ),
    ParameterRow(
        "Lägre nyttor",
        "benefit_cut",
        "procent av de troliga",
        CellType.PER_CENT,
        0,
        100,
        "Känslighet: så mycket lägre prövas nyttorna på bladet Känslighet.",
        since=2,
    ),
    ParameterRow(
        "Högre kostnader",
        "cost_growth",
        "procent av de troliga",
        CellType.PER_CENT,
        0,
        1000,
        "Känslighet: så mycket högre prövas kostnaderna på bladet Känslighet.",
        since=2,
    ),
)

PARAMETERS = InputTable(
    name="vm_parametrar",
    title="Parametrar",
    intro="Värden för hela kalkylen. Den som ändrar ett värde anger år, källa och status.",
    case_field="assumptions",
    record=Parameter,
    columns=(
        Column("Parameter", "key", CellType.TEXT, "Namnet är fast: raden hittas med det.", 28, required=True),
        Column("Värde", "value", CellType.NUMBER, "Värdet i den enhet som står bredvid.", 14),
        Column("Enhet", "unit", CellType.TEXT, "Enheten är fast.", 22),
        Column("År", "valid_year", CellType.YEAR, "Det år värdet gäller för.", 10, minimum=1990, maximum=2200),
        Column("Källa", "source", CellType.TEXT, "Var värdet kommer ifrån.", 46),
        Column("Status", "status", CellType.CHOICE, "Hur säkert värdet är.", 18, choices="parameterstatus"),
    ),
    spare_rows=0,
)

PERSONNEL = InputTable(
    name="vm_personal",
    title="Personalkategorier",
    intro="Grupper vars tid värderas. Fyll i månadslön eller timkostnad beroende på vald timkostnadsväg. Medborgares tid är aldrig kommunens årsarbetare.",
    case_field="categories",
    record=PersonnelCategory,
    columns=(
        Column("Personalkategori", "name", CellType.TEXT, "Namnet som väljs på raderna.", 28, required=True),
        Column(
            "Månadslön kr",
            "monthly_salary_kr",
            CellType.KRONOR,
            "Lön per månad före PO. Behövs för vägarna med månadslön och för tjänster som upphör.",
            14,
            minimum=0,
        ),
        Column(
            "Timkostnad kr",
            "hour_cost_kr",
            CellType.KRONOR,
            "Full kostnad per arbetad timme enligt en källa.",
            22,
            minimum=0,
        ),
        Column(
            "År",
            "valid_year",
            CellType.YEAR,
            "Det år lönen eller timkostnaden gäller för.",
            10,
            minimum=1990,
            maximum=2200,
        ),
        Column("Källa", "source", CellType.TEXT, "Var uppgiften kommer ifrån.", 46),
        Column(
            "Egen personal",
            "is_staff",
            CellType.YES_NO,
            "Nej för medborgares och andras tid.",
            18,
            choices="ja_nej",
        ),
    ),
    spare_rows=8,
    list_name="vm_val_personal",
)

PRICE_GROUPS = InputTable(
    name="vm_prisgrupper",
    title="Prisförändringar",
    intro="Real prisförändring för en grupp av kostnader eller nyttor, utöver den allmänna prisökningen. Lämna tomt om priserna följer den.",
    case_field="price_groups",
    record=PriceGroup,
    columns=(
        Column("Prisgrupp", "name", CellType.TEXT, "Namnet som väljs på raderna.", 28, required=True),
        Column(
            "Real förändring procent per år",
            "real_change",
            CellType.PER_CENT,
            "Till exempel 1,5 för en och en halv procent mer än allmän prisökning.",
            14,
            required=True,
            minimum=-25,
            maximum=25,
        ),
        Column("Källa", "source", CellType.TEXT, "Var uppgiften kommer ifrån.", 22),
    ),
    spare_rows=5,
    list_name="vm_val_prisgrupp",
)

PROFILES = InputTable(
    name="vm_profiler",
    title="Egna tidsprofiler",
    intro="En rad per profil och år. År 1 är det första året på raden som använder profilen. Faktor 1 betyder hela beloppet.",
    case_field="profiles",
    record=OwnProfile,
    columns=(
        Column("Profil", "name", CellType.TEXT, "Namnet som väljs på raderna.", 28, required=True),
        Column(
            "År nummer",
            "year_number",
            CellType.WHOLE,
            "1, 2, 3 och så vidare utan luckor.",
            14,
            required=True,
            minimum=1,
            maximum=80,
        ),
        Column(
            "Faktor",
            "factor",
            CellType.NUMBER,
            "Andel av beloppet, till exempel 0,25.",
            22,
            required=True,
            minimum=0,
            maximum=100,
        ),
    ),
    spare_rows=12,
    advanced=True,
)

RATE_BANDS = InputTable(
    name="vm_rantetrappa",
    title="Räntetrappa",
    intro="Bara om kalkylräntan ska ändras över tid. Lämna tomt för samma ränta alla år.",
    case_field="rate_bands",
    record=RateBand,
    columns=(
        Column(
            "Från år nummer",
            "from_year_number",
            CellType.WHOLE,
            "Räntan gäller från detta år, räknat från startåret.",
            28,
            required=True,
            minimum=1,
            maximum=200,
        ),
        Column(
            "Ränta procent per år",
            "rate",
            CellType.PER_CENT,
            "Real ränta.",
            14,
            required=True,
            minimum=-5,
            maximum=25,
        ),
    ),
    spare_rows=4,
    advanced=True,
)

GATES = InputTable(
    name="vm_beslutspunkter",
    title="Beslutspunkter",
    intro="Era beslutspunkter i ordning. Byt namn, ta bort eller lägg till: skedet säger vad som krävs. En förändring som inte är ett projekt kan ha start, beslut och överlämning.",
    case_field="gates",
    record=OwnGate,
    columns=(
        Column("Beslutspunkt", "name", CellType.TEXT, "Namnet som väljs på Start.", 28, required=True, since=2),
        Column(
            "Skede",
            "stage",
            CellType.CHOICE,
            "Vad som beslutas: idé, förstudie, start, leverans eller avslut. Från start räknas bara beslutade besparingar.",
            14,
            required=True,
            choices="skede",
            since=2,
        ),
    ),
    spare_rows=7,
    list_name="vm_val_beslutspunkt",
    since=2,
)

PARAMETER_SHEET = InputSheet(
    name="Parametrar",
    title="Parametrar",
    intro="Förutsättningar som gäller hela kalkylen. Börja med det förifyllda och ändra bara det ni vet bättre. Kontrollera allt som har status saknas eller härledd.",
    sections=(
        (
            "Så räknas timkostnaden",
            (
                InputValue(
                    "vm_timkostnadsvag",
                    "Timkostnadsväg",
                    "settings.hour_cost_route",
                    CellType.CHOICE,
                    "En och samma väg för hela arbetsboken.",
                    required=True,
                    choices="timkostnadsväg",
                ),
            ),
        ),
        ("Parametrar", PARAMETERS),
        ("Personalkategorier", PERSONNEL),
        ("Prisförändringar", PRICE_GROUPS),
        ("Beslutspunkter", GATES),
        ("Bedömningens vikter: områden", AREA_WEIGHTS),
        ("Bedömningens vikter: kriterier inom områdena", CRITERION_WEIGHTS),
        (
            "Avancerat: när på året belopp infaller",
            (
                InputValue(
                    "vm_tidpunkt",
                    "Tidpunkt på året",
                    "settings.timing",
                    CellType.NUMBER,
                    "0 är årets början, 0,5 årets mitt och 1 årets slut (som Excels NETNUVÄRDE).",
                    minimum=0,
                    maximum=1,
                ),
            ),
        ),
        ("Avancerat: egna tidsprofiler", PROFILES),
        ("Avancerat: räntetrappa", RATE_BANDS),
        ("Avancerat: simulering", SIMULATION),
        ("Avancerat: samvariation i simuleringen", CORRELATION_GROUPS),
    ),
)
