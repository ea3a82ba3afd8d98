import numpy as np

from unit.engine.case_builders import CITIZEN, NURSE, case, development, hours_effect, running
from vardering.engine.drivers import LIKELY
from vardering.engine.evaluation import evaluate
from vardering.engine.hour_costs import time_prices
from vardering.engine.money_table import MoneyTable, money_table
from vardering.engine.views import net_by_year, rows_in_view
from vardering.model.vocabulary import View


def _table() -> MoneyTable:
    whole = case(years=3, development=(development(),), running=(running(),), effects=(hours_effect(),))
    return money_table(whole, time_prices((NURSE, CITIZEN), whole.settings, whole.assumptions))


def test_draws_lie_on_a_leading_axis() -> None:
    table = _table()
    likely = table.drivers(LIKELY)
    draws = np.array([likely, 2 * likely, 0 * likely])
    values = table.values_kr(draws)
    assert values.shape == (3, 3, 3)
    assert values[1].tolist() == (2 * table.values_kr(likely)).tolist()
    assert table.hours(draws)[:, 2, 0].tolist() == [10.0, 20.0, 0.0]


def test_net_by_year_of_draws_is_the_view_of_each_draw() -> None:
    table = _table()
    likely = table.drivers(LIKELY)
    counted = rows_in_view(table, View.ALL_VALUED)
    net = net_by_year(table, counted, table.values_kr(np.array([likely, 3 * likely])))
    # Benefits 10 h × 400 kr; costs 100 + 100 the first year, 100 then.
    assert net.tolist() == [[3_800, 3_900, 3_900], [11_400, 11_700, 11_700]]
    whole = case(years=3, development=(development(),), running=(running(),), effects=(hours_effect(),))
    assert evaluate(whole).main.views[View.ALL_VALUED].net == tuple(net[0])


def test_a_case_without_rows_is_all_zeros() -> None:
    results = evaluate(case(years=2))
    figures = results.main.views[View.ALL_VALUED].figures
    assert results.rows == ()
    assert results.ranking == ("B",)
    assert (figures.npv, figures.payback_years, figures.peak_funding) == (0.0, 0.0, 0.0)
    assert results.main.perspectives == ()
