"""The closed word lists of a portfolio. The values are the codes; the Swedish words are in the contract."""

from enum import StrEnum


class FileVerdict(StrEnum):
    """What became of a file that a portfolio was given."""

    READ = "read"
    """Its stored results fit its inputs."""
    STALE = "stale"
    """Its inputs have changed since it was calculated, or it never was: calculated anew."""
    INVALID = "invalid"
    """Its inputs have errors."""
    DUPLICATE = "duplicate"
    """The same content as another file."""
    OLDER = "older"
    """Another file holds a later version of the same case."""
    FOREIGN = "foreign"
    """No workbook with a case."""
    BROKEN = "broken"
    """It cannot be read."""

    @property
    def is_used(self) -> bool:
        """Whether the portfolio counts with the case in the file."""
        return self in (FileVerdict.READ, FileVerdict.STALE)


class RankBy(StrEnum):
    """What the changes of a portfolio are ranked by."""

    INDEX = "index"
    NET_PRESENT_VALUE = "net_present_value"
    NET_BENEFIT_PER_KRONA = "net_benefit_per_krona"


class Objective(StrEnum):
    """What a selection makes as large as it can."""

    NET_PRESENT_VALUE = "net_present_value"
    INDEX = "index"
    WEIGHTED = "weighted"


class BudgetScope(StrEnum):
    """Which of the municipality's financial costs a budget covers."""

    ONE_OFF = "one_off"
    ALL_COSTS = "all_costs"


class OfficeDecision(StrEnum):
    """What the project office has decided of a change, whatever a selection would say."""

    MUST = "must"
    NEVER = "never"
