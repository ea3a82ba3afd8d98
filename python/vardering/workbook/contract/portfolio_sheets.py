"""The sheets of a portfolio that people write in: terms on Översikt, decisions on Ranking, notes on Mottagna filer."""

from vardering.model.portfolio import PriceIndexYear, RankingRow, ReceivedFileRow
from vardering.workbook.contract.calculated_columns import calculated
from vardering.workbook.contract.catalogue import CONTRACT_VERSION
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable, InputValue, WorkbookContract
from vardering.workbook.contract.register_sheet import REGISTER_SHEET
from vardering.workbook.contract.selection_sheets import RESOURCE_LOAD_SHEET, SELECTION_SHEET

TERMS = (
    InputValue("vm_portfoljnamn", "Portföljens namn", "terms.title", CellType.TEXT, "Ett namn som alla känner igen."),
    InputValue(
        "vm_portfoljstart",
        "Portföljens första år",
        "terms.base_year",
        CellType.YEAR,
        "Nuvärden räknas till början av detta år, och budgeten börjar här.",
        required=True,
        minimum=1990,
        maximum=2200,
    ),
    InputValue(
        "vm_portfoljtid",
        "Gemensam kalkyltid i år",
        "terms.horizon_years",
        CellType.WHOLE,
        "Varje förändring räknas så många år från sitt eget startår, vad som än står i dess kalkyl.",
        required=True,
        minimum=1,
        maximum=40,
    ),
    InputValue(
        "vm_portfoljranta",
        "Gemensam kalkylränta procent",
        "terms.discount_rate",
        CellType.PER_CENT,
        "Real ränta per år, samma för alla förändringar. Flöden räknas i början av året.",
        required=True,
        minimum=-5,
        maximum=25,
    ),
    InputValue(
        "vm_portfoljpris",
        "Gemensam prisnivå år",
        "terms.price_level_year",
        CellType.YEAR,
        "Belopp i andra års priser räknas om med tabellen Prisindex.",
        required=True,
        minimum=1990,
        maximum=2200,
    ),
    InputValue(
        "vm_rangordna",
        "Rangordna efter",
        "terms.rank_by",
        CellType.CHOICE,
        "Efter nettonuvärde eller nettonytta per krona lämnas nettonuvärdet utanför index.",
        required=True,
        choices="rangordning",
    ),
)

PRICE_INDEXES = InputTable(
    name="vm_prisindex",
    title="Prisindex",
    intro="Behövs bara när kalkyler har olika prisnivå. Skriv index för båda åren; utan dem är kalkylen ej jämförbar.",
    case_field="indexes",
    record=PriceIndexYear,
    columns=(
        Column("År", "year", CellType.YEAR, "Prisnivåns år.", 36, required=True, minimum=1990, maximum=2200),
        Column(
            "Indexvärde",
            "index_value",
            CellType.NUMBER,
            "Till exempel KPI årsmedeltal eller det index som kommunen använder.",
            34,
            required=True,
            minimum=0.0001,
        ),
    ),
    spare_rows=6,
)

OVERVIEW_SHEET = InputSheet(
    name="Översikt",
    title="Portfölj av förändringar",
    intro="Samlar många kalkyler på gemensamma villkor. Gula celler skriver ni; resten skrivs när portföljen uppdateras. Arbetsboken innehåller inga makron och kan skickas med e-post.",
    sections=(("Gemensamma villkor", TERMS), ("Prisindex", PRICE_INDEXES)),
    tab_colour="1D4E6B",
)

RANKING = InputTable(
    name="vm_ranking",
    title="Ranking",
    intro="",
    case_field="ranking",
    record=RankingRow,
    columns=(
        Column(
            "Kalkylens id",
            "case_id",
            CellType.TEXT,
            "Raden hittas med kalkylens id, så ändra det inte.",
            22,
            required=True,
        ),
        calculated("Förändring", "name", CellType.TEXT, "Förändringens namn i kalkylen.", 34),
        calculated("Rang", "rank", CellType.WHOLE, "Tomt när kalkylen inte kan rangordnas.", 7),
        calculated("Nämnd eller enhet", "unit", CellType.TEXT, "Enheten i kalkylen.", 20),
        calculated(
            "Kalkylens form", "form", CellType.CHOICE, "Förenklad bedömning eller full kalkyl.", 11, "kalkylens_form"
        ),
        calculated("Beslutspunkt", "gate", CellType.TEXT, "Den beslutspunkt som förändringen står inför.", 12),
        calculated("Index 0 till 100", "index", CellType.NUMBER, "Sammanvägd bedömning, egen skala.", 10),
        calculated("Täckning procent", "coverage", CellType.PER_CENT, "Hur stor del av bedömningen som är gjord.", 10),
        calculated("Klass", "priority_class", CellType.TEXT, "Prioritetsklass A till E, egen skala.", 7),
        calculated("Nettonuvärde alla värderade kr", "npv_all_valued", CellType.KRONOR, "På portföljens villkor.", 17),
        calculated(
            "Nettonuvärde budgetverkande kr", "npv_cash_releasing", CellType.KRONOR, "På portföljens villkor.", 17
        ),
        calculated("Försiktig nettonytta kr", "npv_cautious", CellType.KRONOR, "På portföljens villkor.", 17),
        calculated("Nuvärde av kostnader kr", "pv_costs", CellType.KRONOR, "Alla värderade kostnader.", 17),
        calculated(
            "Nettonytta per krona",
            "net_benefit_per_krona",
            CellType.NUMBER,
            "Nettonuvärde delat med nuvärdet av kostnaderna, alla värderade.",
            11,
        ),
        calculated(
            "Jämförbarhet", "comparability", CellType.TEXT, "Om siffrorna kan jämföras, annars varför inte.", 24
        ),
        calculated("I urvalet", "selected", CellType.TEXT, "Vad urvalet kom fram till. Skälen står på Urval.", 12),
        calculated("Fil", "file", CellType.TEXT, "Den fil som kalkylen lästes från.", 30),
        Column(
            "Kontorets beslut",
            "office_decision",
            CellType.CHOICE,
            "Ska med eller ska inte med, vad urvalet än säger. Tomt: urvalet avgör.",
            13,
            choices="kontorets_beslut",
        ),
        Column(
            "Versionsgrupp",
            "version_group",
            CellType.TEXT,
            "Förändringar med samma ord utesluter varandra: högst en väljs.",
            14,
        ),
        Column(
            "Förutsätter",
            "requires",
            CellType.TEXT,
            "Id för de förändringar som måste väljas samtidigt, med komma mellan.",
            14,
        ),
        Column("Fokusområde", "focus_area", CellType.TEXT, "Det som balansregler räknar. Tomt betyder enheten.", 16),
        Column("Anteckning", "note", CellType.TEXT, "Fritt fält.", 30),
    ),
    spare_rows=1,
)

RANKING_SHEET = InputSheet(
    name="Ranking",
    title="Ranking",
    intro="En rad per förändring. Grå celler uppdateras; gula celler och egna kolumner skrivs aldrig över. Rader hittas med kalkylens id: sortera och filtrera som ni vill.",
    sections=(("Förändringar", RANKING),),
    tab_colour="4B7F52",
)

RECEIVED_FILES = InputTable(
    name="vm_mottagna_filer",
    title="Mottagna filer",
    intro="",
    case_field="files",
    record=ReceivedFileRow,
    columns=(
        Column("Fil", "file", CellType.TEXT, "Sökvägen från den mapp som lästes.", 44, required=True),
        calculated("Utfall", "verdict", CellType.TEXT, "Vad som blev av filen.", 18),
        calculated("Skäl", "reason", CellType.TEXT, "Varför, och vad som behöver göras.", 60),
        calculated("Kalkylens id", "case_id", CellType.TEXT, "Den kalkyl som filen innehåller.", 22),
        calculated("Förändring", "name", CellType.TEXT, "Förändringens namn i kalkylen.", 34),
        calculated(
            "Kalkylens form", "form", CellType.CHOICE, "Förenklad bedömning eller full kalkyl.", 11, "kalkylens_form"
        ),
        calculated("Senast beräknad", "calculated_at", CellType.TEXT, "När filen senast räknades om.", 17),
        calculated("Senast sparad", "received_at", CellType.TEXT, "När filen sparades.", 17),
        Column("Anteckning", "note", CellType.TEXT, "Fritt fält.", 30),
    ),
    spare_rows=1,
)

RECEIVED_SHEET = InputSheet(
    name="Mottagna filer",
    title="Mottagna filer",
    intro="Vad som blev av varje fil. Filer som har tagits bort står kvar, så att inget försvinner utan spår.",
    sections=(("Filer", RECEIVED_FILES),),
    tab_colour="7B8794",
)

PORTFOLJ = WorkbookContract(
    kind="portfolj",
    version=CONTRACT_VERSION,
    title="Portfölj",
    sheets=(OVERVIEW_SHEET, RANKING_SHEET, RESOURCE_LOAD_SHEET, SELECTION_SHEET, REGISTER_SHEET, RECEIVED_SHEET),
)
