"""Making records of values that the contract has checked."""

from collections.abc import Mapping

from vardering.model.record import Record


def made(record: type[Record], fields: Mapping[str, object]) -> Record | None:
    """The record with these fields, None where one that it cannot do without is missing."""
    if any(name not in fields and name not in record.defaults for name in record.field_names):
        return None
    return record(**fields)
