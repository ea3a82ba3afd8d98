"""The words of the maturity survey: areas, role groups and the scale. All of them are our own [own]."""

from enum import StrEnum


class MaturityArea(StrEnum):
    """What the statements are about: the seven questions of a benefit, and what carries the work."""

    WHAT = "what"
    HOW = "how"
    WHO = "who"
    WHEN = "when"
    FOLLOW_UP = "follow_up"
    MEASURER = "measurer"
    MEASURES = "measures"
    GOVERNANCE = "governance"
    ROLES = "roles"
    PROCESS = "process"
    COMPETENCE = "competence"
    CULTURE = "culture"


class RoleGroup(StrEnum):
    """The part that a person has in changes, in words so wide that they point at nobody."""

    ELECTED = "elected"
    MANAGER = "manager"
    CHANGE_LEADER = "change_leader"
    CONTROLLER = "controller"
    TECHNOLOGIST = "technologist"
    EMPLOYEE = "employee"
    OTHER = "other_role"


class MaturityScore(StrEnum):
    """How well a statement fits, from not at all to wholly, or that the person does not know."""

    NOT_AT_ALL = "not_at_all"
    HARDLY = "hardly"
    PARTLY = "partly"
    MOSTLY = "mostly"
    WHOLLY = "wholly"
    UNKNOWN = "unknown_score"

    @property
    def points(self) -> int | None:
        """1–5, None for a person who does not know."""
        return None if self is MaturityScore.UNKNOWN else tuple(MaturityScore).index(self) + 1
