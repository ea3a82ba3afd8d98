"""The benefits chain of a case: which activities each effect rests on, and which objective it serves.

Activities are the rows of Utveckling and Omställning that name effects. Only the main alternative is shown, as in the
other results. An objective is one text; upper and lower case do not tell objectives apart.
"""

import re

from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.rows import DevelopmentCost, TransitionCost
from vardering.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Activity:
    """A row of Utveckling or Omställning."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ChainEffect:
    """An effect. ``objective`` is the index of its objective, None where none is given."""

    id: str
    name: str
    kind: Kind
    objective: int | None


@dataclass(frozen=True, slots=True)
class BenefitsChain:
    """Activities, effects and objectives, each in the order of the sheets.

    ``links`` are pairs of activity and effect by index. ``loose`` are activities that name no effect.
    """

    activities: tuple[Activity, ...]
    effects: tuple[ChainEffect, ...]
    objectives: tuple[str, ...]
    links: tuple[tuple[int, int], ...]
    loose: tuple[Activity, ...]

    @property
    def objective_links(self) -> tuple[tuple[int, int], ...]:
        """Pairs of effect and objective by index."""
        return tuple((index, row.objective) for index, row in enumerate(self.effects) if row.objective is not None)

    def activities_of(self, effect: int) -> tuple[Activity, ...]:
        """The activities that an effect, by index, rests on."""
        return tuple(self.activities[source] for source, target in self.links if target == effect)


def ids_in(text: str) -> tuple[str, ...]:
    """The ids in a cell, separated by commas, semicolons or spaces, each once.

    >>> ids_in("E1, E3;E4 E1")
    ('E1', 'E3', 'E4')
    """
    return tuple(dict.fromkeys(part for part in re.split(r"[,;\s]+", text) if part))


def effects_named(row: DevelopmentCost | TransitionCost) -> tuple[str, ...]:
    """Ids of the effects that a row says it is there for."""
    linked = row.effect_id if isinstance(row, TransitionCost) else ""
    return ids_in(f"{row.contributes_to},{linked}")


def chain_of(case: Case, alternative: str) -> BenefitsChain:
    """The chain of one alternative."""
    rows = [row for row in case.effects if row.alternative == alternative]
    objectives: dict[str, tuple[int, str]] = {}
    effects = []
    for row in rows:
        text = " ".join(row.objective.split())
        if text:
            objectives.setdefault(text.casefold(), (len(objectives), text))
        number = objectives[text.casefold()][0] if text else None
        effects.append(ChainEffect(row.id, row.name, row.kind, number))
    numbers = {row.id: index for index, row in enumerate(rows)}
    activities: list[Activity] = []
    links: list[tuple[int, int]] = []
    loose: list[Activity] = []
    costs: tuple[DevelopmentCost | TransitionCost, ...] = (*case.development, *case.transition)
    for cost in costs:
        if cost.alternative != alternative:
            continue
        targets = [numbers[found] for found in effects_named(cost) if found in numbers]
        links.extend((len(activities), target) for target in targets)
        (activities if targets else loose).append(Activity(cost.id, cost.name))
    texts = tuple(text for _, text in objectives.values())
    return BenefitsChain(tuple(activities), tuple(effects), texts, tuple(links), tuple(loose))
