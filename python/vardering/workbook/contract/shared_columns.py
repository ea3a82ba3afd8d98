"""Columns that several input tables share, each declared once."""

from vardering.workbook.contract.fields import CellType, Column

PEOPLE = "vm_val_personer"
"""Defined name of the names in the role list on Start, for columns that name people."""

ID = Column("Id", "id", CellType.TEXT, "Radens id. Ändra det inte när raden har börjat användas.", 7, required=True)
ALTERNATIVE = Column(
    "Alternativ",
    "alternative",
    CellType.NAMED,
    "Det alternativ som raden hör till.",
    11,
    required=True,
    choices="vm_val_alternativ",
)
PERSPECTIVE = Column(
    "Perspektiv",
    "perspective",
    CellType.NAMED,
    "Vem som bär kostnaden eller får nyttan.",
    16,
    required=True,
    choices="vm_val_perspektiv",
)
FROM_YEAR = Column(
    "Från år",
    "from_year",
    CellType.YEAR,
    "Första året. Tomt betyder startåret.",
    9,
    minimum=1990,
    maximum=2200,
)
TO_YEAR = Column(
    "Till år",
    "to_year",
    CellType.YEAR,
    "Sista året. Tomt betyder tills vidare.",
    9,
    minimum=1990,
    maximum=2200,
)
PROFILE = Column(
    "Tidsprofil",
    "profile",
    CellType.NAMED,
    "engång: ett år. jämn: varje år. upptrappning: stegvis upp till fullt belopp. Eller en egen profil.",
    14,
    required=True,
    choices="vm_val_profil",
)
RAMP = Column(
    "Upptrappning antal år",
    "ramp_years",
    CellType.WHOLE,
    "Antal år till fullt belopp. Behövs för upptrappning.",
    13,
    minimum=1,
    maximum=40,
)
PRICE_GROUP = Column(
    "Prisgrupp",
    "price_group",
    CellType.NAMED,
    "Prisgrupp med egen real prisförändring.",
    14,
    choices="vm_val_prisgrupp",
    advanced=True,
)
SOURCE = Column(
    "Källa",
    "source",
    CellType.TEXT,
    "Var uppgiften kommer ifrån: avtal, offert, intervju eller statistik.",
    30,
)
NOTE = Column("Anteckning", "note", CellType.TEXT, "Fritt fält.", 30)
COST_KIND = Column(
    "Slag",
    "kind",
    CellType.CHOICE,
    "finansiell: nya pengar behövs. omfördelning: befintlig personal inom ram. samhällsekonomisk: någon annans kostnad.",
    16,
    required=True,
    choices="kostnadsslag",
)
UNIT = Column(
    "Enhet",
    "unit",
    CellType.TEXT,
    "Vad antalet räknar, till exempel timmar, licenser eller personer.",
    12,
)
UNIT_PRICE = Column(
    "Pris per enhet kr",
    "unit_price_kr",
    CellType.KRONOR,
    "Pris utan moms. Lämna tomt om raden har en personalkategori.",
    14,
    minimum=0,
)
CATEGORY = Column(
    "Personalkategori",
    "category",
    CellType.NAMED,
    "Fyll i om antalet är timmar: priset blir då kategorins timkostnad.",
    22,
    choices="vm_val_personal",
)
CONTRIBUTES_TO = Column(
    "Bidrar till effekter",
    "contributes_to",
    CellType.TEXT,
    "Id på de effekter som raden behövs för, till exempel E1, E3. Ritas på Effektkedja. Räknas inte.",
    13,
    since=2,
)
VAT_IS_COST = Column(
    "Moms är kostnad",
    "vat_is_cost",
    CellType.YES_NO,
    "Ja om momsen inte får dras av, till exempel för personbilar.",
    10,
    choices="ja_nej",
    advanced=True,
)
VAT_RATE = Column(
    "Moms procent",
    "vat_rate",
    CellType.PER_CENT,
    "Momssatsen när moms är kostnad.",
    10,
    minimum=0,
    maximum=50,
    advanced=True,
)

CORRELATION = Column(
    "Samvariation",
    "correlation_group",
    CellType.NAMED,
    "Grupp av rader som blir höga samtidigt och låga samtidigt i en simulering.",
    14,
    choices="vm_val_samvariation",
    advanced=True,
    since=2,
)


def driver_columns(driver: str) -> tuple[Column, ...]:
    """Low, likely and high of what a cost row counts; ``driver`` says what that is."""
    return (
        Column(
            "Antal låg",
            "driver_low",
            CellType.NUMBER,
            f"{driver} om det blir lite. Tomt betyder samma som trolig.",
            10,
            minimum=0,
        ),
        Column(
            "Antal trolig",
            "driver_likely",
            CellType.NUMBER,
            f"{driver}, det troliga värdet.",
            10,
            required=True,
            minimum=0,
        ),
        Column(
            "Antal hög",
            "driver_high",
            CellType.NUMBER,
            f"{driver} om det blir mycket. Tomt betyder samma som trolig.",
            10,
            minimum=0,
        ),
    )


def cost_columns(name_help: str, driver: str, *middle: Column) -> tuple[Column, ...]:
    """Columns of a cost table: what it is, how much, when, and where the figure comes from."""
    return (
        ID,
        Column("Benämning", "name", CellType.TEXT, name_help, 34, required=True),
        ALTERNATIVE,
        *middle,
        PERSPECTIVE,
        COST_KIND,
        *driver_columns(driver),
        UNIT,
        UNIT_PRICE,
        CATEGORY,
        PROFILE,
        FROM_YEAR,
        TO_YEAR,
        RAMP,
        SOURCE,
        NOTE,
        PRICE_GROUP,
        VAT_IS_COST,
        VAT_RATE,
        CORRELATION,
    )
