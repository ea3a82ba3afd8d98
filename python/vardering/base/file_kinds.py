"""Sorts of files, as dialogs ask for them."""

from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileKind:
    """A sort of file: what people call it, and its ending, with the dot."""

    label: str
    ending: str
