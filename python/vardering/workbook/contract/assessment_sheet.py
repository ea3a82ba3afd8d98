"""Sheet Bedömning: scores for criteria or whole areas, and what the areas and criteria weigh."""

from vardering.model.assessment import AreaWeight, CriterionScore, CriterionWeight
from vardering.model.change import AssessmentScore
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable

SCORE = Column(
    "Poäng 1 till 5",
    "score",
    CellType.WHOLE,
    "1 sämst, 5 bäst. Tomt betyder inte bedömt.",
    14,
    minimum=1,
    maximum=5,
)
REASON = Column("Skäl", "reason", CellType.TEXT, "Varför poängen är rimlig.", 54)

ASSESSMENT = InputTable(
    name="vm_bedomning",
    title="Bedömning",
    intro="5 är alltid bäst. Varje poäng behöver ett skäl. Egen skala i denna produkt.",
    case_field="assessment",
    record=AssessmentScore,
    columns=(
        Column(
            "Område",
            "area",
            CellType.CHOICE,
            "Området är fast.",
            22,
            required=True,
            choices="bedömningsområde",
        ),
        SCORE,
        REASON,
    ),
    spare_rows=0,
    key_field="area",
)

CRITERION_SCORES = InputTable(
    name="vm_kriterier",
    title="Bedömning per kriterium",
    intro="Egen skala: 5 är alltid bäst. Varje poäng behöver ett skäl. Det som lämnas tomt är inte bedömt och räknas inte som noll.",
    case_field="criteria",
    record=CriterionScore,
    columns=(
        Column(
            "Kriterium",
            "criterion",
            CellType.CHOICE,
            "Kriteriet är fast.",
            38,
            required=True,
            choices="kriterium",
            since=2,
        ),
        SCORE,
        REASON,
        Column(
            "Vad poängen betyder",
            "scale",
            CellType.TEXT,
            "Egen skala i denna produkt. Texten är fast och läses inte in.",
            62,
            since=2,
            given=True,
        ),
    ),
    spare_rows=0,
    key_field="criterion",
    since=2,
)

WEIGHT = Column(
    "Vikt procent",
    "weight",
    CellType.PER_CENT,
    "Vikterna är tillsammans 100 procent, för områdena och inom varje område.",
    14,
    required=True,
    minimum=0,
    maximum=100,
    since=2,
)

AREA_WEIGHTS = InputTable(
    name="vm_omradesvikter",
    title="Vikter för områden",
    intro="Hur mycket varje område väger i bedömningens index. Tillsammans 100 procent. Förvalet är produktens eget.",
    case_field="area_weights",
    record=AreaWeight,
    columns=(
        Column("Område", "area", CellType.CHOICE, "Området är fast.", 28, required=True, choices="bedömningsområde"),
        WEIGHT,
    ),
    spare_rows=0,
    key_field="area",
    since=2,
)

CRITERION_WEIGHTS = InputTable(
    name="vm_kriterievikter",
    title="Vikter för kriterier",
    intro="Hur mycket varje kriterium väger inom sitt område. 100 procent inom varje område. Risk räknas ur risklistan.",
    case_field="criterion_weights",
    record=CriterionWeight,
    columns=(
        Column("Kriterium", "criterion", CellType.CHOICE, "Fast.", 28, required=True, choices="kriterium"),
        WEIGHT,
    ),
    spare_rows=0,
    key_field="criterion",
    since=2,
)

ASSESSMENT_SHEET = InputSheet(
    name="Bedömning",
    title="Bedömning",
    intro="Bedöm hur stor nyttan är, om förändringen går att genomföra och om nyttan går att hämta hem. Skalan är vår egen. Överst står det samlade resultatet från senaste beräkningen.",
    sections=(
        ("Bedömning per kriterium (egen skala)", CRITERION_SCORES),
        ("Bedömning per område, om kriterierna inte är bedömda", ASSESSMENT),
    ),
)
