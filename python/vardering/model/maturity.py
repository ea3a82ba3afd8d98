"""What a person answers in the maturity survey, alone and without a name."""

from hashlib import sha256

from vardering.model.maturity_scale import MaturityScore, RoleGroup
from vardering.model.record import Field, Record

HIGHEST_LEVEL = 5
"""Levels and points go from 1 to this."""

SMALLEST_GROUP = 5
"""Fewer people than this are never shown apart, nor can be worked out from what is shown."""


class MaturityAnswer(Record):
    """What a person says of one statement; None where nothing is said."""

    statement: str = Field(min_length=1)
    today: MaturityScore | None = None
    wanted: MaturityScore | None = None
    comment: str = ""


class SurveyReply(Record):
    """One person's whole survey. Statements without an answer are left out."""

    role: RoleGroup | None = None
    survey_round: str = ""
    answers: tuple[MaturityAnswer, ...] = ()

    @property
    def group(self) -> RoleGroup:
        """The role group that the reply counts in; a person who names none is in the rest."""
        return self.role or RoleGroup.OTHER

    def answer(self, statement: str) -> MaturityAnswer:
        """What is said of a statement."""
        for answer in self.answers:
            if answer.statement == statement:
                return answer
        return MaturityAnswer(statement=statement)

    @property
    def content(self) -> str:
        """All that the person said as one text, equal for replies that are equal in every answer, comment and role."""
        lines = sorted(
            "\t".join((answer.statement, str(answer.today), str(answer.wanted), answer.comment.strip()))
            for answer in self.answers
        )
        return "\n".join((str(self.group), self.survey_round.strip().casefold(), *lines))

    @property
    def fingerprint(self) -> str:
        """What tells one reply from another: the first 24 hex digits of a SHA-256 of its content.

        Never to be written down: whoever guesses the content can tell that the guess was right.
        """
        return sha256(self.content.encode()).hexdigest()[:24]


def level_of(mean: float) -> int:
    """The level that a mean of 1–5 has reached: its whole part [own].

    >>> level_of(1.0), level_of(2.9), level_of(5.0)
    (1, 2, 5)
    """
    return int(mean)
