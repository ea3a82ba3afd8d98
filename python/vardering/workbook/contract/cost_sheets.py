"""Sheets Utveckling, Resursbehov, Omställning and Drift: what the change costs."""

from vardering.model.rows import DevelopmentCost, ResourceRequirement, RetiredAsset, RunCost, TransitionCost
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable
from vardering.workbook.contract.shared_columns import ALTERNATIVE, CONTRIBUTES_TO, ID, NOTE, cost_columns

DEVELOPMENT = InputTable(
    name="vm_utveckling",
    title="Utvecklingskostnader",
    intro="",
    case_field="development",
    record=DevelopmentCost,
    columns=(
        *cost_columns(
            "Vad pengarna eller tiden går till.",
            "Antal enheter eller timmar",
            Column(
                "Typ",
                "post_type",
                CellType.CHOICE,
                "Vad kostnaden avser.",
                13,
                required=True,
                choices="posttyp",
            ),
            Column(
                "Bokförs som",
                "accounting",
                CellType.CHOICE,
                "drift eller investering. Förstudie, utbildning och abonnemang är drift.",
                13,
                required=True,
                choices="bokförs_som",
            ),
        ),
        Column(
            "Bekräftat av controller",
            "accounting_confirmed",
            CellType.YES_NO,
            "Controllern bekräftar drift eller investering.",
            13,
            choices="ja_nej",
        ),
        Column(
            "Tas i bruk",
            "commissioned",
            CellType.DATE,
            "Behövs för investeringar: avskrivningen börjar denna månad.",
            12,
        ),
        Column(
            "Avskrivningstid år",
            "depreciation_years",
            CellType.NUMBER,
            "Behövs för investeringar.",
            13,
            minimum=0.25,
            maximum=80,
        ),
        Column(
            "Restvärde kr",
            "residual_value_kr",
            CellType.KRONOR,
            "Värde efter kalkyltiden, för sig och utanför nettonuvärdet. Skrivs inte av om avskrivningen är klar då.",
            12,
            minimum=0,
            advanced=True,
        ),
        CONTRIBUTES_TO,
    ),
    spare_rows=15,
    id_prefix="U",
    key_field="id",
)

RETIRED_ASSETS = InputTable(
    name="vm_utrangering",
    title="Utrangering av gamla tillgångar",
    intro="Tillgångar som skrivs av i förtid när förändringen genomförs. Syns bara i budgetkonsekvensen, aldrig i nettonuvärdet.",
    case_field="retired_assets",
    record=RetiredAsset,
    columns=(
        Column("Tillgång", "name", CellType.TEXT, "Den gamla tillgången.", 7, required=True),
        Column(
            "Bokfört värde kr",
            "book_value_kr",
            CellType.KRONOR,
            "Bokfört värde när tillgången utrangeras.",
            34,
            required=True,
            minimum=0,
        ),
        ALTERNATIVE,
        Column(
            "Utrangeras år",
            "retired_year",
            CellType.YEAR,
            "Det år då tillgången skrivs av.",
            13,
            required=True,
            minimum=1990,
            maximum=2200,
        ),
        Column(
            "Återstående avskrivning år",
            "remaining_years",
            CellType.NUMBER,
            "Antal år som återstod. Då faller den gamla kapitalkostnaden bort.",
            13,
            minimum=0,
            maximum=80,
        ),
        Column("Källa", "source", CellType.TEXT, "Till exempel anläggningsregistret.", 16),
    ),
    spare_rows=4,
)

RESOURCES = InputTable(
    name="vm_resursbehov",
    title="Resursbehov",
    intro="",
    case_field="resources",
    record=ResourceRequirement,
    columns=(
        ID,
        Column("Roll eller kategori", "role", CellType.TEXT, "Den kompetens som behövs.", 30, required=True),
        Column("Enhet", "unit", CellType.TEXT, "Varifrån tiden tas.", 26),
        ALTERNATIVE,
        Column("År", "year", CellType.YEAR, "Det år tiden behövs.", 9, required=True, minimum=1990, maximum=2200),
        Column(
            "Behov timmar",
            "hours_needed",
            CellType.NUMBER,
            "Timmar som behövs. Fyll i timmar eller årsarbetare, inte båda.",
            12,
            minimum=0,
        ),
        Column("Behov årsarbetare", "fte_needed", CellType.NUMBER, "Årsarbetare som behövs.", 12, minimum=0),
        Column(
            "Tillgängliga timmar",
            "hours_available",
            CellType.NUMBER,
            "Timmar som finns att tillgå.",
            12,
            minimum=0,
        ),
        Column("Bemanning", "staffing", CellType.CHOICE, "Hur behovet ska mötas.", 20, choices="bemanning"),
        Column(
            "Finansierat",
            "financed",
            CellType.YES_NO,
            "Ja om pengar eller tid är avsatt.",
            11,
            choices="ja_nej",
        ),
        Column(
            "Ingår i rad",
            "included_in",
            CellType.TEXT,
            "Id på den kostnadsrad som bär pengarna, till exempel U3.",
            11,
        ),
        NOTE,
    ),
    spare_rows=15,
    id_prefix="R",
    key_field="id",
)

TRANSITION = InputTable(
    name="vm_omstallning",
    title="Omställningskostnader",
    intro="",
    case_field="transition",
    record=TransitionCost,
    columns=(
        *cost_columns("Vad som behövs för att verksamheten ska kunna ställa om.", "Antal enheter eller timmar"),
        Column("Berörd enhet", "affected_unit", CellType.TEXT, "Den enhet som ställer om.", 22),
        Column("Så är det nu", "state_before", CellType.TEXT, "Arbetssättet före.", 26),
        Column("Så blir det", "state_after", CellType.TEXT, "Arbetssättet efter.", 26),
        Column("Åtgärd", "action", CellType.TEXT, "Vad som görs för att komma dit.", 26),
        Column("Ansvarig", "owner", CellType.TEXT, "Den som ser till att det blir gjort.", 20),
        Column(
            "Förändring årsarbetare",
            "fte_change",
            CellType.NUMBER,
            "Bara information. Pengarna räknas på effekten.",
            13,
        ),
        Column("Hör till effekt", "effect_id", CellType.TEXT, "Id på effekten som årsarbetarna hör till.", 11),
        CONTRIBUTES_TO,
    ),
    spare_rows=12,
    id_prefix="O",
    key_field="id",
)

RUNNING = InputTable(
    name="vm_drift",
    title="Drift och förvaltning",
    intro="",
    case_field="running",
    record=RunCost,
    columns=cost_columns("Den nya återkommande kostnaden.", "Antal enheter eller timmar per år"),
    spare_rows=12,
    id_prefix="D",
    key_field="id",
)

DEVELOPMENT_SHEET = InputSheet(
    name="Utveckling",
    title="Utvecklingskostnader",
    intro="Allt som behövs fram till överlämnandet. Ange antal gånger pris, eller timmar och personalkategori. Belopp utan moms i prisnivåårets priser.",
    sections=(("Utvecklingskostnader", DEVELOPMENT), ("Utrangering av gamla tillgångar", RETIRED_ASSETS)),
)
RESOURCE_SHEET = InputSheet(
    name="Resursbehov",
    title="Resursbehov",
    intro="Vilka som behövs och när. Raderna bär inga pengar: peka på kostnadsraden som gör det i Ingår i rad.",
    sections=(("Resursbehov", RESOURCES),),
)
TRANSITION_SHEET = InputSheet(
    name="Omställning",
    title="Omställning",
    intro="Engångskostnader för att verksamheten ska bli redo: utbildning, dubbel drift, avveckling. Det som upphör är en effekt och hör hemma på Effekter.",
    sections=(("Omställningskostnader", TRANSITION),),
)
RUNNING_SHEET = InputSheet(
    name="Drift",
    title="Drift och förvaltning",
    intro="Nya återkommande kostnader efter förändringen. Kostnader som försvinner är effekter och hör hemma på Effekter.",
    sections=(("Drift och förvaltning", RUNNING),),
)
