"""The decision points of a change: which there are, and what each decides on. Names and number are the workbook's."""

from collections.abc import Sequence

from vardering.model.record import Field, Record
from vardering.model.vocabulary import Gate, Stage


class OwnGate(Record):
    """A decision point as the municipality calls it, and the stage that says what it requires."""

    name: str = Field(min_length=1)
    stage: Stage


STANDARD_GATES = tuple(OwnGate(name=gate.value, stage=stage) for gate, stage in zip(Gate, Stage, strict=True))
"""BP1 idé, BP2 förstudie, BP3 start, BP4 leverans, BP5 avslut. Own mapping."""


def stage_of(gates: Sequence[OwnGate], name: str) -> Stage | None:
    """What a gate decides on; None where none of the gates has the name. Without any gates the standard ones hold."""
    return next((gate.stage for gate in gates or STANDARD_GATES if gate.name == name), None)


def stages_required(gates: Sequence[OwnGate], name: str) -> tuple[Stage, ...]:
    """The stages whose requirements a gate has: its own and those since the gate before it, which no other gate asks.

    With five gates each has its own. Where start, beslut and överlämning stand for prestudy, start and closing,
    överlämning also asks what a delivery requires. Empty where none of the gates has the name.
    """
    before = -1
    for gate in gates or STANDARD_GATES:
        if gate.name == name:
            first = min(before + 1, gate.stage.number)
            return tuple(Stage)[first : gate.stage.number + 1]
        before = gate.stage.number
    return ()
