"""The simplified workbook: a short Start and one sheet with costs, effects and scores."""

from vardering.base.light_dataclasses import replace
from vardering.model.simplified import SimplifiedEffect
from vardering.workbook.contract.assessment_sheet import ASSESSMENT
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable, InputValue
from vardering.workbook.contract.parameter_sheet import PARAMETERS, PERSONNEL
from vardering.workbook.contract.start_sheet import ALTERNATIVES, CHANGE_VALUES, TIMELINE_VALUES

_VALUES = {value.name: value for value in (*CHANGE_VALUES, *TIMELINE_VALUES)}

SIMPLIFIED_START = InputSheet(
    name="Start",
    title="Förenklad bedömning av en förändring",
    intro="Ett första beslutsunderlag på under en timme. Går förändringen vidare blir den här arbetsboken grunden för en full kalkyl.",
    sections=(
        (
            "Förändringen",
            (
                _VALUES["vm_namn"],
                _VALUES["vm_enhet"],
                replace(
                    _VALUES["vm_agare"],
                    label="Tänkt ägare",
                    help="Den som tänks ansvara för att nyttan hämtas hem.",
                ),
                _VALUES["vm_startar"],
                _VALUES["vm_kalkyltid"],
                replace(
                    _VALUES["vm_beslutspunkt"],
                    type=CellType.CHOICE,
                    help="Den beslutspunkt som förändringen står inför.",
                    required=False,
                    choices="beslutspunkt",
                ),
                _VALUES["vm_namnder"],
                _VALUES["vm_rekommendation"],
                _VALUES["vm_beslut_begars"],
            ),
        ),
        (
            "Alternativ",
            replace(
                ALTERNATIVES,
                intro="Beskriv A (om ni inte gör något) och B (förändringen) med en mening var.",
                columns=tuple(column for column in ALTERNATIVES.columns if column.field != "life_years"),
                spare_rows=2,
            ),
        ),
    ),
    tab_colour="1D4E6B",
)

COST_VALUES = (
    InputValue(
        "vm_f_externt",
        "Extern engångskostnad kr",
        "costs.external_one_off_kr",
        CellType.KRONOR,
        "Konsulter, köp och upphandling fram till start, utan moms.",
        minimum=0,
    ),
    InputValue(
        "vm_f_timmar",
        "Intern tid timmar",
        "costs.internal_hours",
        CellType.NUMBER,
        "Egen personals tid fram till start, även för omställning. Räknas som omfördelning med timkostnaden för Verksamhetsutvecklare i listan längre ner.",
        minimum=0,
    ),
    InputValue(
        "vm_f_omstallning",
        "Omställning kr",
        "costs.transition_kr",
        CellType.KRONOR,
        "Det som köps för utbildning, dubbel drift och avveckling, en gång. Räknas som nya pengar: skriv egen tid i Intern tid timmar.",
        minimum=0,
    ),
    InputValue(
        "vm_f_drift",
        "Drift och förvaltning kr per år",
        "costs.run_cost_kr",
        CellType.KRONOR,
        "Ny återkommande kostnad. Räknas från det år den första effekten börjar.",
        minimum=0,
    ),
    InputValue(
        "vm_f_investering",
        "Är den externa kostnaden en investering",
        "costs.is_investment",
        CellType.YES_NO,
        "Ja om den ska skrivas av. Räknas då med fem års avskrivning från det år den första effekten börjar. Fyll också i Internränta i listan längre ner.",
        choices="ja_nej",
    ),
)

SIMPLIFIED_EFFECTS = InputTable(
    name="vm_f_effekter",
    title="Effekter",
    intro="Högst fem rader. Volym gånger skillnaden mellan före och efter gånger värdet av en enhet, eller timmar av en personalkategori.",
    case_field="effects",
    record=SimplifiedEffect,
    columns=(
        Column("Id", "id", CellType.TEXT, "Radens id.", 28, required=True),
        Column("Vad förändras", "name", CellType.TEXT, "Effekten i en mening.", 36, required=True),
        Column("Mottagare", "recipient", CellType.TEXT, "Vem som märker skillnaden.", 22),
        Column(
            "Slag",
            "kind",
            CellType.CHOICE,
            "finansiell: pengar frigörs. omfördelning: tid används till annat. samhällsekonomisk: andras nytta. kvalitet och miljö: beskrivs utan kronor.",
            18,
            required=True,
            choices="slag",
        ),
        Column(
            "Volym",
            "volume",
            CellType.NUMBER,
            "Antal per år som väntas använda det nya. 1 om före och efter redan är totala belopp.",
            12,
            minimum=0,
        ),
        Column(
            "Före", "before", CellType.NUMBER, "Så mycket per enhet i dag: antal, kronor, timmar eller minuter.", 15
        ),
        Column("Efter", "after", CellType.NUMBER, "Så mycket per enhet efteråt.", 15),
        Column(
            "Tidsenhet",
            "time_unit",
            CellType.CHOICE,
            "Om före och efter anges i timmar eller minuter när raden har en personalkategori. Tomt betyder timmar.",
            12,
            choices="tidsenhet",
            since=2,
        ),
        Column(
            "Enhetsvärde kr",
            "unit_value_kr",
            CellType.KRONOR,
            "Värdet av en enhet mindre. Lämna tomt om raden har en personalkategori.",
            14,
            minimum=0,
        ),
        Column(
            "Personalkategori",
            "category",
            CellType.NAMED,
            "Fyll i om före och efter är timmar eller minuter.",
            24,
            choices="vm_val_personal",
        ),
        Column(
            "Från år",
            "from_year",
            CellType.YEAR,
            "Första året med full effekt: kommer den stegvis, välj ett senare år. Tomt betyder startåret.",
            10,
            minimum=1990,
            maximum=2200,
        ),
        Column(
            "Säkerhet",
            "certainty",
            CellType.CHOICE,
            "hög: plus minus 10 procent. medel: 25 procent. låg: 50 procent.",
            11,
            choices="säkerhet",
        ),
    ),
    spare_rows=5,
    id_prefix="E",
    key_field="id",
)

SIMPLIFIED_SHEET = InputSheet(
    name="Förenklad",
    title="Kostnader, effekter och bedömning",
    intro="Skriv det ni vet i dag. Belopp utan moms i dagens priser. Det förifyllda längst ner behöver ni oftast inte ändra.",
    sections=(
        ("Kostnader", COST_VALUES),
        ("Effekter", SIMPLIFIED_EFFECTS),
        ("Bedömning", ASSESSMENT),
        ("Förifyllda förutsättningar", PARAMETERS),
        ("Förifyllda personalkategorier", replace(PERSONNEL, spare_rows=3)),
    ),
)
