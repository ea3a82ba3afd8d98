"""The closed word lists: the Swedish word people choose and the code the model holds."""

from collections.abc import Mapping
from enum import StrEnum

from vardering.model.assessment import Criterion
from vardering.model.maturity_scale import MaturityScore, RoleGroup
from vardering.model.portfolio_words import BudgetScope, Objective, OfficeDecision, RankBy
from vardering.model.risk import RiskArea, RiskStatus
from vardering.model.vocabulary import (
    Accounting,
    ActivityStatus,
    AssessmentArea,
    CaseForm,
    Certainty,
    ChangeType,
    DecisionStatus,
    Gate,
    HourCostRoute,
    Kind,
    MeasurementFrequency,
    ParameterStatus,
    PlanRowState,
    PostType,
    Sampler,
    Spread,
    Staffing,
    Stage,
    TimeUnit,
    ValuedAs,
    View,
)

YES, NO = "ja", "nej"

WORD_LISTS: Mapping[str, Mapping[str, StrEnum]] = {
    "slag": {
        "finansiell": Kind.FINANCIAL,
        "omfördelning": Kind.REDEPLOYMENT,
        "samhällsekonomisk": Kind.SOCIETAL,
        "kvalitet": Kind.QUALITY,
        "miljö": Kind.ENVIRONMENT,
    },
    "kostnadsslag": {
        "finansiell": Kind.FINANCIAL,
        "omfördelning": Kind.REDEPLOYMENT,
        "samhällsekonomisk": Kind.SOCIETAL,
    },
    "förändringstyp": {
        "förbättra": ChangeType.IMPROVE,
        "öka": ChangeType.INCREASE,
        "reducera": ChangeType.REDUCE,
        "sluta": ChangeType.STOP,
        "göra nytt": ChangeType.START_NEW,
    },
    "värderas_som": {
        "styckvärde": ValuedAs.UNITS,
        "arbetstid": ValuedAs.HOURS,
        "tjänster": ValuedAs.POSTS,
    },
    "tidsenhet": {"timmar": TimeUnit.HOURS, "minuter": TimeUnit.MINUTES},
    "posttyp": {
        "intern tid": PostType.INTERNAL_TIME,
        "konsult": PostType.CONSULTANT,
        "licens": PostType.LICENCE,
        "utrustning": PostType.EQUIPMENT,
        "upphandling": PostType.PROCUREMENT,
        "övrigt": PostType.OTHER,
    },
    "bokförs_som": {"drift": Accounting.OPERATING, "investering": Accounting.INVESTMENT},
    "bemanning": {
        "befintlig personal": Staffing.EXISTING_STAFF,
        "rekrytering": Staffing.RECRUITMENT,
        "vikarie": Staffing.BACKFILL,
        "konsult": Staffing.CONSULTANTS,
        "inte beslutat": Staffing.UNDECIDED,
    },
    "hemtagningsbeslut": {
        "saknas": DecisionStatus.MISSING,
        "föreslaget": DecisionStatus.PROPOSED,
        "beslutat": DecisionStatus.DECIDED,
    },
    "timkostnadsväg": {
        "månadslön och PO": HourCostRoute.SALARY_AND_ON_COST,
        "full timkostnad från källa": HourCostRoute.FULL_HOUR_COST,
        "månadslön med schablonfaktor": HourCostRoute.SALARY_FACTOR,
    },
    "parameterstatus": {
        "kontrollerad": ParameterStatus.VERIFIED,
        "härledd": ParameterStatus.DERIVED,
        "inte kontrollerad": ParameterStatus.UNVERIFIED,
        "saknas": ParameterStatus.MISSING,
        "egen": ParameterStatus.OWN,
    },
    "säkerhet": {"hög": Certainty.HIGH, "medel": Certainty.MEDIUM, "låg": Certainty.LOW},
    "bedömningsområde": {
        "Nytta": AssessmentArea.BENEFIT,
        "Genomförbarhet": AssessmentArea.DELIVERABILITY,
        "Realiserbarhet": AssessmentArea.REALISABILITY,
        "Risk": AssessmentArea.RISK,
        "Angelägenhet": AssessmentArea.URGENCY,
    },
    "kriterium": {
        "Nytta: bidrag till målen": Criterion.STRATEGIC_FIT,
        "Nytta: bättre kvalitet": Criterion.QUALITY_GAIN,
        "Nytta: nettonuvärde": Criterion.NET_VALUE,
        "Genomförbarhet: resurser och kompetens": Criterion.RESOURCES_AND_SKILLS,
        "Genomförbarhet: teknik och arkitektur": Criterion.TECHNOLOGY,
        "Genomförbarhet: beroenden": Criterion.DEPENDENCIES,
        "Genomförbarhet: juridik och säkerhet": Criterion.LAW_AND_SECURITY,
        "Genomförbarhet: omfattning": Criterion.SCOPE,
        "Genomförbarhet: finansiering och upphandling": Criterion.FINANCING_AND_PROCUREMENT,
        "Genomförbarhet: samtidiga förändringar": Criterion.SIMULTANEOUS_CHANGES,
        "Realiserbarhet: ägare med mandat": Criterion.OWNER_MANDATE,
        "Realiserbarhet: mätbarhet": Criterion.MEASURABILITY,
        "Realiserbarhet: frigjorda resurser": Criterion.FREED_RESOURCES,
        "Realiserbarhet: förändringsvilja": Criterion.READINESS,
        "Realiserbarhet: styrning av kanaler": Criterion.CHANNEL_CONTROL,
        "Realiserbarhet: beroende av andra": Criterion.DEPENDENCE_ON_OTHERS,
        "Angelägenhet: lagkrav": Criterion.LEGAL_DEMAND,
        "Angelägenhet: tidsfönster": Criterion.TIME_WINDOW,
        "Angelägenhet: följd av att vänta": Criterion.CONSEQUENCE_OF_WAITING,
    },
    "riskområde": {
        "organisation": RiskArea.ORGANISATION,
        "teknik": RiskArea.ENGINEERING,
        "juridik": RiskArea.LAW,
        "ekonomi": RiskArea.ECONOMY,
        "tid": RiskArea.SCHEDULE,
        "leverantör": RiskArea.SUPPLIER,
        "nytta": RiskArea.BENEFITS,
    },
    "riskstatus": {
        "öppen": RiskStatus.OPEN,
        "åtgärdas": RiskStatus.HANDLED,
        "inträffad": RiskStatus.OCCURRED,
        "avslutad": RiskStatus.CLOSED,
    },
    "mätfrekvens": {
        "varje månad": MeasurementFrequency.MONTHLY,
        "varje kvartal": MeasurementFrequency.QUARTERLY,
        "varje tertial": MeasurementFrequency.TERTIAL,
        "varje halvår": MeasurementFrequency.HALF_YEARLY,
        "varje år": MeasurementFrequency.YEARLY,
    },
    "aktiviteternas_status": {
        "inte påbörjad": ActivityStatus.NOT_STARTED,
        "pågår": ActivityStatus.UNDER_WAY,
        "genomförd": ActivityStatus.CARRIED_OUT,
    },
    "planradens_läge": {"aktuell": PlanRowState.CURRENT, "utgått": PlanRowState.REMOVED},
    "fördelning": {"PERT": Spread.PERT, "triangel": Spread.TRIANGULAR},
    "dragningsmetod": {"latinsk hyperkub": Sampler.LATIN_HYPERCUBE, "Sobolföljd": Sampler.SOBOL},
    "skede": {
        "idé": Stage.IDEA,
        "förstudie": Stage.PRESTUDY,
        "start": Stage.START,
        "leverans": Stage.DELIVERY,
        "avslut": Stage.CLOSING,
    },
    "beslutspunkt": {gate.value: gate for gate in Gate},
    "rangordning": {
        "index": RankBy.INDEX,
        "nettonuvärde": RankBy.NET_PRESENT_VALUE,
        "nettonytta per krona": RankBy.NET_BENEFIT_PER_KRONA,
    },
    "mål_för_urvalet": {
        "nettonuvärde": Objective.NET_PRESENT_VALUE,
        "index": Objective.INDEX,
        "vägt": Objective.WEIGHTED,
    },
    "vy": {
        "budgetverkande": View.CASH_RELEASING,
        "alla värderade": View.ALL_VALUED,
        "försiktig nettonytta": View.CAUTIOUS,
    },
    "budgeten_avser": {
        "engångskostnader": BudgetScope.ONE_OFF,
        "alla kostnader": BudgetScope.ALL_COSTS,
    },
    "kontorets_beslut": {"ska med": OfficeDecision.MUST, "ska inte med": OfficeDecision.NEVER},
    "kalkylens_form": {"förenklad": CaseForm.SIMPLIFIED, "full": CaseForm.FULL},
    "mognadssvar": {
        "1": MaturityScore.NOT_AT_ALL,
        "2": MaturityScore.HARDLY,
        "3": MaturityScore.PARTLY,
        "4": MaturityScore.MOSTLY,
        "5": MaturityScore.WHOLLY,
        "vet inte": MaturityScore.UNKNOWN,
    },
    "rollgrupp": {
        "förtroendevald": RoleGroup.ELECTED,
        "chef": RoleGroup.MANAGER,
        "projektledare eller utvecklare": RoleGroup.CHANGE_LEADER,
        "ekonom eller controller": RoleGroup.CONTROLLER,
        "it och digitalisering": RoleGroup.TECHNOLOGIST,
        "medarbetare i verksamheten": RoleGroup.EMPLOYEE,
        "annan roll": RoleGroup.OTHER,
    },
}

PORTFOLIO_LISTS = frozenset(
    {"rangordning", "mål_för_urvalet", "vy", "budgeten_avser", "kontorets_beslut", "kalkylens_form"}
)
"""Lists that only a portfolio uses: they stand in no kalkyl."""

YES_NO_LIST = "ja_nej"

SURVEY_LISTS = frozenset({"mognadssvar", "rollgrupp"})
"""Lists that only the maturity survey uses."""

LONG_LISTS: Mapping[str, str] = {"kriterium": "vm_val_kriterium"}
"""Lists too long for a drop-down to hold the words itself: it names their cells on Listor."""


def word_for(list_name: str, code: StrEnum) -> str:
    """The Swedish word of a code. Raises ``KeyError`` where the list lacks it."""
    for word, member in WORD_LISTS[list_name].items():
        if member == code:
            return word
    raise KeyError(f"{list_name}: {code}")
