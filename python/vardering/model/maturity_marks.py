"""What a compilation keeps of each reply, so that the next one knows which replies it has already shown."""

from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReplyMark:
    """A mark by which a reply is known again by whoever has it, and by nobody else.

    ``share``: with five such shares, each read with its own reply, the other marks can be read too; empty for a reply
    so plain that it could be guessed. ``earlier``: which earlier compilations held it, numbered from 1.
    """

    mark: str
    share: str = ""
    earlier: tuple[int, ...] = ()
