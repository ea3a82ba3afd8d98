"""The closed word lists of the model. The values are the codes in JSON; the Swedish words are in the contract."""

from enum import StrEnum


class CaseForm(StrEnum):
    """How much of the case is filled in: the simplified assessment or the full case."""

    SIMPLIFIED = "simplified"
    FULL = "full"


class Gate(StrEnum):
    """The standard decision points of a project governance model, in order. A workbook may have gates of its own."""

    BP1 = "BP1"
    BP2 = "BP2"
    BP3 = "BP3"
    BP4 = "BP4"
    BP5 = "BP5"


class Stage(StrEnum):
    """What a decision point decides on, in order, whatever the municipality calls it and however many it has."""

    IDEA = "idea"
    PRESTUDY = "prestudy"
    START = "start"
    DELIVERY = "delivery"
    CLOSING = "closing"

    @property
    def number(self) -> int:
        """The place in the order, from 0."""
        return tuple(Stage).index(self)

    @property
    def is_before_start(self) -> bool:
        """Whether the decision to start the change has not been taken."""
        return self.number < Stage.START.number


class Kind(StrEnum):
    """What sort of value a row carries; the last two are never expressed in kronor."""

    FINANCIAL = "financial"
    REDEPLOYMENT = "redeployment"
    SOCIETAL = "societal"
    QUALITY = "quality"
    ENVIRONMENT = "environment"

    @property
    def is_monetary(self) -> bool:
        """Whether rows of this kind are valued in kronor."""
        return self not in (Kind.QUALITY, Kind.ENVIRONMENT)


class View(StrEnum):
    """Which rows are counted together."""

    CASH_RELEASING = "cash_releasing"
    ALL_VALUED = "all_valued"
    CAUTIOUS = "cautious"


class ChangeType(StrEnum):
    """What an effect does."""

    IMPROVE = "improve"
    INCREASE = "increase"
    REDUCE = "reduce"
    STOP = "stop"
    START_NEW = "start_new"


class ValuedAs(StrEnum):
    """What the difference of an effect is counted in: units of a value, hours of work, or posts that end."""

    UNITS = "units"
    HOURS = "hours"
    POSTS = "posts"


class TimeUnit(StrEnum):
    """Unit of before and after where an effect is valued in hours."""

    HOURS = "hours"
    MINUTES = "minutes"


class PostType(StrEnum):
    """What a development cost is spent on."""

    INTERNAL_TIME = "internal_time"
    CONSULTANT = "consultant"
    LICENCE = "licence"
    EQUIPMENT = "equipment"
    PROCUREMENT = "procurement"
    OTHER = "other"


class Accounting(StrEnum):
    """How a cost is booked: as running expense (drift) or as investment."""

    OPERATING = "operating"
    INVESTMENT = "investment"


class Staffing(StrEnum):
    """How a resource requirement is met."""

    EXISTING_STAFF = "existing_staff"
    RECRUITMENT = "recruitment"
    BACKFILL = "backfill"
    CONSULTANTS = "consultants"
    UNDECIDED = "undecided"


class DecisionStatus(StrEnum):
    """Status of the decision that a staff saving is taken out of the budget (hemtagningsbeslut)."""

    MISSING = "missing"
    PROPOSED = "proposed"
    DECIDED = "decided"


class HourCostRoute(StrEnum):
    """How the cost of an hour is found, one route a workbook."""

    SALARY_AND_ON_COST = "salary_and_on_cost"
    FULL_HOUR_COST = "full_hour_cost"
    SALARY_FACTOR = "salary_factor"


class ParameterStatus(StrEnum):
    """How far a parameter's value can be trusted."""

    VERIFIED = "verified"
    DERIVED = "derived"
    UNVERIFIED = "unverified"
    MISSING = "missing"
    OWN = "own"


class Certainty(StrEnum):
    """How certain a simplified effect is; the range around the likely volume follows from it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Spread(StrEnum):
    """The shape of the distribution that a simulation draws a row's driver from, between its low and high."""

    PERT = "pert"
    TRIANGULAR = "triangular"


class Sampler(StrEnum):
    """How a simulation spreads its draws evenly over what can happen."""

    LATIN_HYPERCUBE = "latin_hypercube"
    SOBOL = "sobol"


class AssessmentArea(StrEnum):
    """The areas that are scored 1–5, where 5 is always best."""

    BENEFIT = "benefit"
    DELIVERABILITY = "deliverability"
    REALISABILITY = "realisability"
    RISK = "risk"
    URGENCY = "urgency"


DIRECT_AREAS = tuple(area for area in AssessmentArea if area is not AssessmentArea.RISK)
"""The areas that people can score as a whole; risk is scored from the risk list."""


class MeasurementFrequency(StrEnum):
    """How often an effect is measured."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERTIAL = "tertial"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class ActivityStatus(StrEnum):
    """How far the activities that bring an effect about have come."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    CARRIED_OUT = "carried_out"


class PlanRowState(StrEnum):
    """Whether the effect of a plan row still is in the case; a row whose effect is gone is kept."""

    CURRENT = "current"
    REMOVED = "removed"


ONE_OFF = "engång"
EVEN = "jämn"
RAMP = "upptrappning"
BUILT_IN_PROFILES = (ONE_OFF, EVEN, RAMP)
"""Time profiles every workbook has; further names are the workbook's own profiles."""

MUNICIPALITY = "kommunen"
STAFF = "personal"
PERSPECTIVES = (MUNICIPALITY, "brukare och invånare", STAFF, "region", "samhället")
"""The perspectives every workbook has; further names are the workbook's own."""
