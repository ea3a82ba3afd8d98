"""What is followed up: measurements of the effects and actual costs. No part of the case, like the plan."""

from datetime import date

from vardering.model.record import Field, Record


class Measurement(Record):
    """One measurement of one effect; effect and date say which. ``actual`` is in the measure's own unit.

    Kronor and hours are those realised in the time that the measurement covers, where they are known. Without them
    they follow from how far the measure has moved towards its target.
    """

    effect_id: str = Field(min_length=1)
    measured_on: date
    actual: float | None = None
    realised_kr: float | None = None
    realised_hours: float | None = None
    verified_by: str = ""
    comment: str = ""
    action: str = ""

    @property
    def key(self) -> tuple[str, date]:
        """What a measurement is known by."""
        return self.effect_id, self.measured_on

    @property
    def has_value(self) -> bool:
        """Whether anything was measured."""
        return any(value is not None for value in (self.actual, self.realised_kr, self.realised_hours))


class ActualCost(Record):
    """What a cost row cost in a calendar year, kr in the prices of that year, excluding VAT as the row itself."""

    row_id: str = Field(min_length=1)
    year: int
    amount_kr: float
    comment: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """What an actual cost is known by."""
        return self.row_id, self.year


class FollowUp(Record):
    """Everything that has been reported of a change; rows keep the order of their sheet."""

    measurements: tuple[Measurement, ...] = ()
    actual_costs: tuple[ActualCost, ...] = ()
