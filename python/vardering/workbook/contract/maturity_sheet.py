"""The maturity survey: one sheet that a person fills in alone. Statements are data in ``texts``."""

from vardering.model.maturity import MaturityAnswer
from vardering.workbook.contract.catalogue import CONTRACT_VERSION
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable, InputValue, WorkbookContract

COMPILATION_KIND = "mognadssammanställning"
"""What stands in the kind cell of a compilation."""

ROLE = InputValue(
    "vm_m_roll",
    "Min roll",
    "reply.role",
    CellType.CHOICE,
    "Välj den som passar bäst. Grupper med färre än fem svar visas aldrig för sig.",
    required=True,
    choices="rollgrupp",
)
ROUND = InputValue(
    "vm_m_omgang",
    "Omgång",
    "reply.survey_round",
    CellType.TEXT,
    "Skrivs av den som skickar ut enkäten, till exempel hösten 2026. Ändra den inte.",
)

ANSWERS = InputTable(
    name="vm_m_svar",
    title="Påståenden",
    intro="Hur väl stämmer varje påstående i dag, och hur väl borde det stämma om två år?",
    case_field="answers",
    record=MaturityAnswer,
    columns=(
        Column("Id", "statement", CellType.TEXT, "Påståendets id. Ändra det inte.", 6, required=True),
        Column("Område", "area", CellType.TEXT, "Det som påståendet handlar om.", 21, given=True),
        Column("Påstående", "text", CellType.TEXT, "Läs påståendet och svara för den del du ser.", 56, given=True),
        Column(
            "I dag",
            "today",
            CellType.CHOICE,
            "1 stämmer inte alls, 2 dåligt, 3 delvis, 4 bra, 5 helt. Välj vet inte hellre än att gissa.",
            10,
            choices="mognadssvar",
        ),
        Column(
            "Önskat läge",
            "wanted",
            CellType.CHOICE,
            "Hur väl påståendet borde stämma om två år, 1 till 5. Välj vet inte hellre än att gissa.",
            10,
            choices="mognadssvar",
        ),
        Column(
            "Kommentar",
            "comment",
            CellType.TEXT,
            "Frivillig. Visas ordagrant för andra, utan roll: skriv inget som visar vem du är.",
            44,
        ),
    ),
    spare_rows=0,
    key_field="statement",
)

SURVEY_SHEET = InputSheet(
    name="Enkät",
    title="Mognadsanalys: hur arbetar vi med nytta?",
    intro="Svara själv, utan att tala med andra. Det tar ungefär tio minuter. Svaren sammanställs och blir underlag för en workshop. Påståendena är Värderingsmodellens egna och kommer inte från E-delegationen.",
    sections=(("Om dig", (ROLE, ROUND)), ("Påståenden", ANSWERS)),
)

MATURITY = WorkbookContract(
    kind="mognadsanalys",
    version=CONTRACT_VERSION,
    title="Mognadsanalys",
    sheets=(SURVEY_SHEET,),
)
