"""The three views of the same rows: what releases money, all that is valued, and the cautious one.

- cash-releasing: benefits and costs that count as financial and fall on the municipality.
- all valued: every row that carries money, whoever it falls on.
- cautious: the cash-releasing benefits less all the municipality's costs, its own people's time too.
"""

import numpy as np

from vardering.engine.arrays import BoolArray, FloatArray, plain
from vardering.engine.key_figures import Flows, Terms, key_figures
from vardering.engine.money_table import MoneyTable
from vardering.engine.payback import cumulative
from vardering.model.results import RowGroup, ViewResult
from vardering.model.vocabulary import MUNICIPALITY, Kind, View

COST_GROUPS = (RowGroup.DEVELOPMENT, RowGroup.TRANSITION, RowGroup.RUNNING)
ONE_OFF_GROUPS = (RowGroup.DEVELOPMENT, RowGroup.TRANSITION)
MONETARY_KINDS = tuple(kind for kind in Kind if kind.is_monetary)


def rows_in_view(table: MoneyTable, view: View) -> BoolArray:
    """Which rows a view counts, shape (rows,). M6 [seed]."""
    if view is View.ALL_VALUED:
        return np.ones(len(table.rows), dtype=np.bool_)
    if view is View.CASH_RELEASING:
        return table.is_cash
    return np.where(table.is_cost, table.of_perspective(MUNICIPALITY), table.is_cash)


def kinds_of_benefit(view: View) -> tuple[Kind, ...]:
    """The kinds of benefit that a view can hold."""
    return MONETARY_KINDS if view is View.ALL_VALUED else (Kind.FINANCIAL,)


def net_by_year(table: MoneyTable, counted: BoolArray, values_kr: FloatArray) -> FloatArray:
    """Benefits − costs of the counted rows: values (…, rows, years) give (…, years)."""
    signs = np.where(table.is_cost, -1.0, 1.0) * counted
    net: FloatArray = np.einsum("r,...ry->...y", signs, values_kr)
    return net


def view_result(table: MoneyTable, view: View, counted: BoolArray, values_kr: FloatArray, terms: Terms) -> ViewResult:
    """One view year by year with its key figures.

    ``counted`` (rows,) is the rows of the view in one alternative, ``values_kr`` (rows, years) what they are
    worth. Benefits below zero stand apart as disbenefits and reduce benefits.
    """
    gains = np.maximum(values_kr, 0.0)
    effects = counted & ~table.is_cost
    by_kind = {kind: gains[effects & table.of_kinds(kind)].sum(axis=0) for kind in kinds_of_benefit(view)}
    disbenefits = np.maximum(-values_kr[effects], 0.0).sum(axis=0)
    by_group = {group: values_kr[counted & table.in_groups(group)].sum(axis=0) for group in COST_GROUPS}
    flows = Flows(
        benefits=sum(by_kind.values()) - disbenefits,
        costs=by_group[RowGroup.DEVELOPMENT] + by_group[RowGroup.TRANSITION] + by_group[RowGroup.RUNNING],
        one_off_costs=by_group[RowGroup.DEVELOPMENT] + by_group[RowGroup.TRANSITION],
        run_costs=by_group[RowGroup.RUNNING],
    )
    discounted = flows.net * terms.factors
    return ViewResult(
        view=view,
        benefits_by_kind={kind.value: plain(years) for kind, years in by_kind.items()},
        disbenefits=plain(disbenefits),
        costs_by_group={group.value: plain(years) for group, years in by_group.items()},
        benefits=plain(flows.benefits),
        costs=plain(flows.costs),
        net=plain(flows.net),
        cumulative_net=plain(cumulative(flows.net)),
        present_value=plain(discounted),
        cumulative_present_value=plain(cumulative(discounted)),
        figures=key_figures(flows, terms),
    )
