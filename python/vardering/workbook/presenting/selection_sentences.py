"""The reasons of a selection in words."""

from collections.abc import Mapping, Sequence

from vardering.model.selection import Clash, Limit, LimitKind, NextBest, Verdict
from vardering.texts import selection_texts as words
from vardering.texts.figure_texts import number_text

Names = Mapping[str, str]
"""Names of changes by id."""
MOST_NAMED = 5
"""Names that a sentence lists before it counts the rest."""


def reason_sentence(verdict: Verdict, names: Names) -> str:
    """Why a change is in or out."""
    others = _listed([*verdict.added, *verdict.dropped], names)
    return words.REASONS[verdict.reason].format(
        others=words.OTHERS.format(names=others) if others else "",
        dropped=_listed(verdict.dropped, names),
        clashes=words.joined([limit_text(limit, names) for limit in verdict.clashes]),
    )


def limit_text(limit: Limit, names: Names) -> str:
    """A limit as people know it."""
    is_change = limit.kind in (LimitKind.MUST, LimitKind.NEVER, LimitKind.PREREQUISITE)
    subject = names.get(limit.subject, limit.subject) if is_change else limit.subject
    return words.LIMITS[limit.kind].format(subject=subject, year=limit.year, other=names.get(limit.other, limit.other))


def clash_text(clash: Clash, names: Names) -> str:
    """A limit that clashes, and by how little it must give way."""
    text = limit_text(clash.limit, names)
    if clash.lacking is None:
        return text
    return f"{text}: {words.LACKS[clash.limit.kind].format(amount=number_text(clash.lacking, 'whole'))}"


def next_best_sentence(other: NextBest | None, names: Names) -> str:
    """How near the next best selection is; empty where there is none."""
    if other is None:
        return ""
    parts = [
        f"{label.lower()} {_listed(ids, names)}"
        for label, ids in ((words.ADDED, other.added), (words.DROPPED, other.dropped))
        if ids
    ]
    moves = words.joined(parts)
    if other.gap == 0.0:
        return words.NEXT_TIE.format(moves=moves)
    sentence = words.NEXT_NEAR if other.gap_share < words.NEAR_SHARE else words.NEXT_FAR
    return sentence.format(share=number_text(other.gap_share, "share"), moves=moves)


def _listed(ids: Sequence[str], names: Names) -> str:
    shown = [names.get(one, one) for one in ids[:MOST_NAMED]]
    if len(ids) > MOST_NAMED:
        shown.append(f"{len(ids) - MOST_NAMED} till")
    return words.joined(shown)


def names_text(ids: Sequence[str], names: Names) -> str | None:
    """Names of changes in a cell; None for none."""
    return _listed(ids, names) or None
