"""Hours and full-time equivalents of the municipality's own staff; citizens' time is never among them."""

import numpy as np

from vardering.engine.arrays import BoolArray, FloatArray, plain
from vardering.engine.hour_costs import TimePrices
from vardering.engine.money_table import MoneyTable
from vardering.model.results import StaffTime
from vardering.model.vocabulary import MUNICIPALITY, STAFF


def staff_time(table: MoneyTable, counted: BoolArray, hours: FloatArray, prices: TimePrices) -> tuple[StaffTime, ...]:
    """Hours released by effects and used by costs, per category in the order of the workbook.

    ``counted`` (rows,) is the rows of one alternative, ``hours`` (rows, years). Only rows of the perspectives
    kommunen and personal with a category of staff. Full-time equivalents are hours over hours per FTE
    (Inera: 1 700 a year). Raises VarderingError parameter-missing (hours_per_fte).
    """
    own = counted & (table.of_perspective(MUNICIPALITY) | table.of_perspective(STAFF)) & (table.unit_hours != 0.0)
    named = {row.category for row, is_own in zip(table.rows, own, strict=True) if is_own}
    categories = [name for name in prices.categories if name in named and prices.is_staff(name)]
    return tuple(_category(table, name, own, hours, prices.hours_per_fte) for name in categories)


def _category(table: MoneyTable, name: str, own: BoolArray, hours: FloatArray, hours_per_fte: float) -> StaffTime:
    mine = own & np.array([row.category == name for row in table.rows], dtype=np.bool_)
    released = hours[mine & ~table.is_cost].sum(axis=0)
    used = hours[mine & table.is_cost].sum(axis=0)
    return StaffTime(
        category=name,
        released_hours=plain(released),
        used_hours=plain(used),
        released_fte=plain(released / hours_per_fte),
        used_fte=plain(used / hours_per_fte),
    )
