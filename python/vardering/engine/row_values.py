"""The rows of a case with what they are worth, for the workings that anyone can follow."""

from vardering.engine.arrays import FloatArray, plain
from vardering.engine.discounting import present_value
from vardering.engine.money_table import MoneyTable
from vardering.engine.views import ONE_OFF_GROUPS
from vardering.model.results import RowValue


def row_values(table: MoneyTable, drivers: FloatArray, factors: FloatArray) -> tuple[RowValue, ...]:
    """One value per row of the table: ``drivers`` (rows,), discount ``factors`` (years,). Effects are signed."""
    amounts = plain(drivers * table.unit_kr)
    values = table.values_kr(drivers)
    hours = table.hours(drivers)
    present_values = plain(present_value(values, factors))
    return tuple(
        RowValue(
            id=row.id,
            name=row.name,
            group=table.groups[place],
            alternative=row.alternative,
            perspective=row.perspective,
            kind=table.kinds[place].value,
            amount_kr=amounts[place],
            factors=plain(table.factors[place]),
            values_kr=plain(values[place]),
            hours=plain(hours[place]),
            category=row.category,
            is_one_off=table.groups[place] in ONE_OFF_GROUPS,
            is_proposed=bool(table.proposed[place]),
            present_value_kr=present_values[place],
        )
        for place, row in enumerate(table.rows)
    )
