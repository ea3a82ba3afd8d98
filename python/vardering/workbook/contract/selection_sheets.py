"""Sheets Urval and Resurser of a portfolio: what a selection shall keep to, and the load on every role."""

from vardering.model.portfolio import BalanceRule, BudgetYear, ResourceLoadRow
from vardering.workbook.contract.calculated_columns import calculated
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable, InputValue

SELECTION = (
    InputValue(
        "vm_urvalsmal",
        "Urvalet ska ge mest",
        "selection.objective",
        CellType.CHOICE,
        "Nettonuvärde, index, eller båda vägda mot varandra.",
        required=True,
        choices="mål_för_urvalet",
    ),
    InputValue(
        "vm_urvalsvy",
        "Nettonuvärdets vy",
        "selection.view",
        CellType.CHOICE,
        "Vilka nyttor och kostnader som nettonuvärdet räknar.",
        required=True,
        choices="vy",
    ),
    InputValue(
        "vm_urvalsvikt",
        "Nettonuvärdets vikt procent",
        "selection.npv_weight",
        CellType.PER_CENT,
        "Används när målet är vägt. Nettonuvärdet räknas som andel av det största, index som andel av 100.",
        minimum=0,
        maximum=100,
    ),
    InputValue(
        "vm_budgeten_avser",
        "Budgeten avser",
        "selection.budget_scope",
        CellType.CHOICE,
        "Kommunens finansiella kostnader: bara utveckling och omställning, eller även drift.",
        required=True,
        choices="budgeten_avser",
    ),
)

BUDGETS = InputTable(
    name="vm_budget",
    title="Budget per år",
    intro="Det som får användas varje år, i portföljens prisnivå. År utan rad begränsas inte.",
    case_field="budgets",
    record=BudgetYear,
    columns=(
        Column("År", "year", CellType.YEAR, "Budgetåret.", 36, required=True, minimum=1990, maximum=2200),
        Column("Budget kr", "budget_kr", CellType.KRONOR, "Beloppet för året.", 34, required=True, minimum=0),
    ),
    spare_rows=8,
)

BALANCES = InputTable(
    name="vm_balans",
    title="Balansregler",
    intro="Minst så stor del av urvalets budgetkostnad ska gå till ett fokusområde. Området skrivs på Ranking, annars gäller enheten.",
    case_field="balances",
    record=BalanceRule,
    columns=(
        Column("Fokusområde", "focus_area", CellType.TEXT, "Som det står på Ranking.", 36, required=True),
        Column(
            "Minsta andel procent",
            "least_share",
            CellType.PER_CENT,
            "Andel av kostnaden för det som väljs.",
            34,
            required=True,
            minimum=0,
            maximum=100,
        ),
    ),
    spare_rows=4,
)

SELECTION_SHEET = InputSheet(
    name="Urval",
    title="Urval",
    intro="Det bästa urvalet inom budget, kapacitet och era beslut, uträknat så att inget annat urval är bättre. Ni skriver villkoren; skälen för varje förändring står längst ned.",
    sections=(("Mål", SELECTION), ("Budget per år", BUDGETS), ("Balansregler", BALANCES)),
    tab_colour="B45309",
)

RESOURCE_LOAD = InputTable(
    name="vm_resurser",
    title="Resurser",
    intro="",
    case_field="resources",
    record=ResourceLoadRow,
    columns=(
        Column("Roll", "role", CellType.TEXT, "Rollen i kalkylerna.", 34, required=True),
        Column("År", "year", CellType.YEAR, "Kalenderåret.", 8, required=True, minimum=1990, maximum=2200),
        calculated("Behov alla timmar", "all_hours", CellType.NUMBER, "Alla förändringar som räknas.", 14),
        calculated("Behov i urvalet timmar", "selected_hours", CellType.NUMBER, "Det som är valt på Urval.", 14),
        calculated(
            "Tillgängligt timmar",
            "available_hours",
            CellType.NUMBER,
            "Summan av det som kalkylerna räknar som tillgängligt. Samma person kan vara räknad i flera.",
            14,
        ),
        calculated("Läge", "load_note", CellType.TEXT, "Hur behovet förhåller sig till kapaciteten.", 44),
        Column(
            "Kapacitet timmar",
            "capacity_hours",
            CellType.NUMBER,
            "Det som kommunen har. Urvalet håller sig inom den; tomt betyder ingen gräns.",
            14,
            minimum=0,
        ),
        Column("Anteckning", "note", CellType.TEXT, "Fritt fält.", 30),
    ),
    spare_rows=1,
)

RESOURCE_LOAD_SHEET = InputSheet(
    name="Resurser",
    title="Resurser",
    intro="Timmar per roll och år. Skriv kapaciteten i de gula cellerna och uppdatera portföljen, så håller sig urvalet inom den.",
    sections=(("Behov och kapacitet", RESOURCE_LOAD),),
    tab_colour="4B7F52",
)
