"""Sheet Start: the change, its alternatives and the people around it."""

from vardering.model.change import Alternative, Role
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable, InputValue
from vardering.workbook.contract.shared_columns import PEOPLE

CHANGE_VALUES = (
    InputValue(
        "vm_namn",
        "Förändringens namn",
        "change.name",
        CellType.TEXT,
        "Ett kort namn som alla känner igen.",
        required=True,
    ),
    InputValue(
        "vm_enhet",
        "Nämnd eller enhet",
        "change.unit",
        CellType.TEXT,
        "Den del av organisationen som äger förändringen.",
    ),
    InputValue(
        "vm_agare",
        "Projektägare eller beställare",
        "change.owner",
        CellType.TEXT,
        "Den som beställer förändringen och ansvarar för att nyttan hämtas hem.",
    ),
    InputValue(
        "vm_beskrivning",
        "Vad är det som ska förändras",
        "change.description",
        CellType.TEXT,
        "Beskriv behovet och förändringen med några meningar.",
    ),
    InputValue(
        "vm_beslutspunkt",
        "Beslutspunkt",
        "change.gate",
        CellType.NAMED,
        "Den beslutspunkt som förändringen står inför. Namnen bestäms på bladet Parametrar.",
        required=True,
        choices="vm_val_beslutspunkt",
    ),
    InputValue(
        "vm_namnder",
        "Antal berörda nämnder",
        "change.committees",
        CellType.WHOLE,
        "Fler än en nämnd kräver full kalkyl.",
        minimum=1,
        maximum=50,
    ),
    InputValue(
        "vm_huvudalternativ",
        "Alternativ som resultatet visar",
        "change.main_alternative",
        CellType.NAMED,
        "Det alternativ som Resultat, Beräkning och Beslutsunderlag visar: B, C eller D.",
        required=True,
        choices="vm_val_alternativ",
    ),
    InputValue(
        "vm_rekommendation",
        "Rekommendation",
        "change.recommendation",
        CellType.TEXT,
        "Skriv vad ni föreslår att beslutas. Kan lämnas tomt till dess.",
    ),
    InputValue(
        "vm_beslut_begars",
        "Beslut som begärs",
        "change.requested_decision",
        CellType.TEXT,
        "Det som mötet ska besluta, till exempel: Godkänn BP2 och avsätt 2,4 miljoner kronor för 2027.",
        since=2,
    ),
)

TIMELINE_VALUES = (
    InputValue(
        "vm_startar",
        "Startår",
        "change.start_year",
        CellType.YEAR,
        "Det första året i kalkylen.",
        required=True,
        minimum=1990,
        maximum=2200,
    ),
    InputValue(
        "vm_kalkyltid",
        "Kalkyltid i år",
        "change.horizon_years",
        CellType.WHOLE,
        "Antal år som kalkylen omfattar, 1 till 40. Kan ändras när som helst.",
        required=True,
        minimum=1,
        maximum=40,
    ),
    InputValue(
        "vm_prisniva",
        "Prisnivå år",
        "change.price_level_year",
        CellType.YEAR,
        "Alla belopp anges i detta års priser, utan moms.",
        required=True,
        minimum=1990,
        maximum=2200,
    ),
    InputValue(
        "vm_drifttagning",
        "Planerat överlämnande",
        "change.go_live",
        CellType.DATE,
        "Den dag då utvecklingen är klar och användningen börjar, till exempel 2027-09-01.",
    ),
    InputValue(
        "vm_nedlagt",
        "Redan nedlagda kostnader kr",
        "change.sunk_cost_kr",
        CellType.KRONOR,
        "Visas i resultatet men räknas aldrig med.",
        minimum=0,
    ),
)

ALTERNATIVES = InputTable(
    name="vm_alternativ",
    title="Alternativ",
    intro="A är nollalternativet: vad som händer om ni inte gör förändringen, med det som ändå måste göras. Alla belopp i kalkylen är skillnader mot A samma år.",
    case_field="alternatives",
    record=Alternative,
    columns=(
        Column("Alternativ", "id", CellType.TEXT, "A, B, C eller D.", 14, required=True),
        Column("Namn", "name", CellType.TEXT, "Ett kort namn på alternativet.", 34),
        Column("Beskrivning", "description", CellType.TEXT, "En mening om vad alternativet innebär.", 46),
        Column(
            "Livslängd år",
            "life_years",
            CellType.WHOLE,
            "Hur länge lösningen håller. Tomt betyder kalkyltiden. Används för årligt nettovärde.",
            14,
            minimum=1,
            maximum=80,
        ),
    ),
    spare_rows=4,
    key_field="id",
)

ROLES = InputTable(
    name="vm_roller",
    title="Roller",
    intro="Vem som har vilken roll. Namn och e-post är personuppgifter: skriv bara det som behövs.",
    case_field="roles",
    record=Role,
    columns=(
        Column(
            "Roll",
            "role",
            CellType.TEXT,
            "Till exempel projektägare, projektledare, styrgrupp, effektägare eller controller.",
            14,
            required=True,
        ),
        Column("Namn", "name", CellType.TEXT, "Den som har rollen.", 34),
        Column("Enhet", "unit", CellType.TEXT, "Var personen arbetar.", 46),
        Column("E post", "mail", CellType.TEXT, "Behövs bara om uppföljningen ska skickas ut.", 14),
    ),
    spare_rows=10,
    list_name=PEOPLE,
    list_field="name",
)

START = InputSheet(
    name="Start",
    title="Kalkyl för en förändring",
    intro="Värdera en förändring, jämför alternativ och se när nyttan kommer. Arbetsboken innehåller inga makron och kan skickas med e-post.",
    sections=(
        ("Förändringen", CHANGE_VALUES),
        ("Tid och prisnivå", TIMELINE_VALUES),
        ("Alternativ", ALTERNATIVES),
        ("Roller", ROLES),
    ),
    tab_colour="1D4E6B",
)
