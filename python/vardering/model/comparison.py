"""What differs between two versions of a case, and what each difference did to the net present value.

Rows are matched by the first field of their record (id, name, effect id …), never by their order.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.record import Record
from vardering.model.vocabulary import View

NOT_COMPARED = ("case_id", "form")
"""What the file is, not what it says: told of on its own."""


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One row or one single value that differs. ``before`` is None where it is added, ``after`` where it is gone.

    In a table of the case ``key`` is the row's key; in a record (change, settings, assumptions) the field's name.
    """

    case_field: str
    key: str
    before: Any
    after: Any

    @property
    def reverted(self) -> "CaseChange":
        """The change that takes this one back."""
        return CaseChange(self.case_field, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class NpvStep:
    """Changes that belong together and what they did to the net present value of each view, kr.

    ``alone``: with these changes only, made in the earlier version. ``last``: with these changes missing, in the
    later version. None where the version cannot be calculated like that.
    """

    changes: tuple[CaseChange, ...]
    alone: Mapping[View, float] | None
    last: Mapping[View, float] | None


@dataclass(frozen=True, slots=True)
class NpvBridge:
    """How the net present value of the main alternative came from ``npv_before`` to ``npv_after``, kr by view.

    ``interaction`` is the remainder: ``npv_after − npv_before − Σ alone``, what the changes do together.
    """

    npv_before: Mapping[View, float]
    npv_after: Mapping[View, float]
    steps: tuple[NpvStep, ...]
    interaction: Mapping[View, float]


def key_of(row: Record) -> str:
    """What a row is known by: its first field.

    >>> from vardering.model.rows import Effect
    >>> key_of(Effect(id="E1"))
    'E1'
    """
    return str(getattr(row, row.field_names[0]))


def changes_between(before: Case, after: Case) -> tuple[CaseChange, ...]:
    """Every difference between two cases but their id and form, in the order of the model, rows as they stand."""
    changes: list[CaseChange] = []
    for case_field in Case.field_names:
        old, new = getattr(before, case_field), getattr(after, case_field)
        if case_field in NOT_COMPARED or old == new:
            continue
        if isinstance(old, tuple):
            changes.extend(row_changes(case_field, old, new))
        else:
            names = (name for name in old.field_names if getattr(old, name) != getattr(new, name))
            changes.extend(CaseChange(case_field, name, getattr(old, name), getattr(new, name)) for name in names)
    return tuple(changes)


def row_changes(case_field: str, old: Sequence[Record], new: Sequence[Record]) -> Iterator[CaseChange]:
    """Rows of the same key are paired: equal ones first, then in order; what is left was added or is gone."""
    before, after = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*before, *after)):
        come = list(after[key])
        gone = []
        for row in before[key]:
            if row in come:
                come.remove(row)
            else:
                gone.append(row)
        for place in range(max(len(gone), len(come))):
            yield CaseChange(
                case_field,
                key,
                gone[place] if place < len(gone) else None,
                come[place] if place < len(come) else None,
            )


def _by_key(rows: Sequence[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        found[key_of(row)].append(row)
    return found


def applied(case: Case, changes: Sequence[CaseChange]) -> Case:
    """The case with some changes made. Raises ``ValueError`` where the case does not hold what is changed."""
    by_field: dict[str, list[CaseChange]] = defaultdict(list)
    for change in changes:
        by_field[change.case_field].append(change)
    update: dict[str, object] = {}
    for case_field, mine in by_field.items():
        content = getattr(case, case_field)
        if isinstance(content, tuple):
            update[case_field] = _with_rows(content, mine)
        else:
            update[case_field] = content.model_copy(update={change.key: change.after for change in mine})
    return case.model_copy(update=update)


def _with_rows(rows: Sequence[Record], changes: Sequence[CaseChange]) -> tuple[Record, ...]:
    result: list[Record | None] = list(rows)
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[key_of(row)].append(place)
    for change in changes:
        if change.before is None:
            result.append(change.after)
            continue
        found = [place for place in places[change.key] if result[place] == change.before]
        if not found:
            raise ValueError(f"{change.case_field} {change.key}")
        result[found[0]] = change.after
    return tuple(row for row in result if row is not None)
