"""Sheet Beräkning: the workings anyone can follow, as plain formulas on the input cells.

Top to bottom: assumptions, rate and discount factor per year, totals and present value of each view, cost of an
hour, then two lines for every cost and effect row: its factor per year (a stored value) and its kronor per year
(a formula). Years run across. Every formula stores the engine's value, so viewers that do not calculate agree.
"""

from vardering.base.cells import Position, column_letters
from vardering.base.light_dataclasses import dataclass, field
from vardering.base.units import MINUTES_PER_HOUR, MONTHS_PER_YEAR
from vardering.model.case import Case
from vardering.model.results import Results, RowGroup, RowValue, ViewResult
from vardering.model.rows import Effect
from vardering.model.vocabulary import MUNICIPALITY, Kind, ValuedAs, View
from vardering.texts import sheet_texts
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.check_sheet import CheckPair
from vardering.workbook.presenting.row_formulas import (
    CASE_FIELDS,
    CellFinder,
    Constants,
    amount_formula,
    hour_cost_formula,
    post_cost_formula,
)

ID, NAME, GROUP, ALTERNATIVE, FIRST_SIGN, AMOUNT, SUM, FIRST_YEAR = 0, 1, 2, 3, 4, 7, 8, 9
"""Columns from the area's first: the three signs (one for each view) stand in columns 4 to 6."""

VIEWS = tuple(View)
BENEFIT_SIGN, COST_SIGN = 1, -1
LINES_PER_ROW = 2
ROWS_PER_VIEW = 6


@dataclass(slots=True)
class Workings:
    """What is written and where it stands, filled in from top to bottom."""

    canvas: Canvas
    finder: CellFinder
    results: Results
    first_line: int = 0
    last_line: int = 0
    pairs: list[CheckPair] = field(default_factory=list)

    def letters(self, offset: int) -> str:
        """Letters of a column of the area."""
        return column_letters(self.canvas.first_column + offset)

    @property
    def years(self) -> range:
        """Column offsets of the years."""
        return range(FIRST_YEAR, FIRST_YEAR + len(self.results.years))

    @property
    def sum_formula(self) -> str:
        """Sum over the years of the current row."""
        first, last = self.letters(self.years[0]), self.letters(self.years[-1])
        return f"=SUM({first}{self.canvas.row}:{last}{self.canvas.row})"


def sign_in_view(row: RowValue, view: View) -> int:
    """+1 where the row's kronor count as benefit in the view, −1 as cost, 0 where the row is left out."""
    is_effect = row.group is RowGroup.EFFECT
    own = row.perspective == MUNICIPALITY
    cash = own and row.kind == Kind.FINANCIAL
    counted = {
        View.CASH_RELEASING: cash,
        View.ALL_VALUED: True,
        View.CAUTIOUS: cash if is_effect else own,
    }[view]
    return (BENEFIT_SIGN if is_effect else COST_SIGN) if counted else 0


def write_workings(canvas: Canvas, finder: CellFinder, results: Results) -> list[CheckPair]:
    """The whole sheet for all alternatives' rows, totals for the main one; gives the figures to check."""
    workings = Workings(canvas, finder, results)
    constants = _write_assumptions(workings)
    factor_row = _write_timeline(workings)
    rates_needed = _rates_needed(finder.case)
    totals_row = canvas.row
    lines_row = totals_row + len(VIEWS) * ROWS_PER_VIEW + len(rates_needed) + 3
    workings.first_line = lines_row
    workings.last_line = max(lines_row, lines_row + LINES_PER_ROW * len(results.rows) - 1)
    for view in VIEWS:
        _write_totals(workings, view, results.main.views[view], factor_row)
    rates = _write_rates(workings, rates_needed, constants)
    _write_rows(workings, rates, constants)
    return workings.pairs


def _write_assumptions(workings: Workings) -> Constants:
    canvas = workings.canvas
    canvas.put(NAME, "Förutsättningar", "section")
    canvas.row += 1
    canvas.put(NAME, "Alternativ som summeras", "label")
    canvas.put(AMOUNT, workings.results.main_alternative, "calculated_text", "=vm_huvudalternativ")
    canvas.row += 1
    canvas.put(NAME, "Tidpunkt på året (0 början, 1 slut)", "label")
    canvas.put(AMOUNT, workings.results.timing, "calculated_decimals", "=vm_tidpunkt")
    canvas.row += 1
    canvas.put(NAME, "Månader per år", "label")
    months = canvas.put(AMOUNT, float(MONTHS_PER_YEAR), "calculated_whole")
    canvas.row += 1
    canvas.put(NAME, "Minuter per timme", "label")
    minutes = canvas.put(AMOUNT, MINUTES_PER_HOUR, "calculated_whole")
    canvas.row += 2
    return Constants(months, minutes)


def _write_timeline(workings: Workings) -> int:
    """Year, rate and discount factor; gives the row of the factors."""
    canvas, results = workings.canvas, workings.results
    timing = f"${workings.letters(AMOUNT)}${canvas.first_row + 2}"
    canvas.put(NAME, "Räntan och diskonteringsfaktorn", "heading")
    canvas.put_row(FIRST_YEAR, [float(year) for year in results.years], "heading_year")
    canvas.row += 1
    canvas.put(NAME, "Ränta under året", "label")
    for index, column in enumerate(workings.years):
        canvas.put(column, results.discount_rates[index], "calculated_share", f"={_rate_cell(workings, index)}%")
    rate_row = canvas.row
    canvas.row += 1
    canvas.put(NAME, "Faktor vid årets början", "label")
    start = 1.0
    for index, column in enumerate(workings.years):
        before = workings.letters(column - 1)
        formula = f"={before}{canvas.row}/(1+{before}{rate_row})" if index else None
        canvas.put(column, start, "calculated_factor", formula)
        start /= 1 + results.discount_rates[index]
    canvas.row += 1
    canvas.put(NAME, "Diskonteringsfaktor", "subheading")
    for index, column in enumerate(workings.years):
        letters = workings.letters(column)
        formula = f"={letters}{canvas.row - 1}/(1+{letters}{rate_row})^{timing}"
        canvas.put(column, results.discount_factors[index], "result_factor", formula)
    factor_row = canvas.row
    canvas.row += 2
    return factor_row


def _rate_cell(workings: Workings, year_index: int) -> str:
    """Reference to the cell whose rate holds during a year: the last band that has begun, or the parameter."""
    finder = workings.finder
    bands = [
        (band.from_year_number, index)
        for index, band in enumerate(finder.case.rate_bands)
        if band.from_year_number <= year_index + 1
    ]
    return finder.of_rate_band(max(bands)[1]) if bands else finder.of_parameter("discount_rate")


def _write_totals(workings: Workings, view: View, result: ViewResult, factor_row: int) -> None:
    """Benefits, costs, net and present value of a view, summed over the lines below by sign and alternative."""
    canvas = workings.canvas
    sign_column = FIRST_SIGN + VIEWS.index(view)
    label = sheet_texts.VIEW_LABELS[view]
    canvas.put(NAME, label, "heading")
    canvas.put(sign_column, "Tecken", "heading")
    canvas.put(SUM, "Summa", "heading")
    canvas.put_row(FIRST_YEAR, [float(year) for year in workings.results.years], "heading_year")
    canvas.row += 1
    for line_label, sign, values in (("Nyttor", BENEFIT_SIGN, result.benefits), ("Kostnader", COST_SIGN, result.costs)):
        canvas.put(NAME, line_label, "label")
        canvas.put(sign_column, float(sign), "calculated_whole")
        for index, column in enumerate(workings.years):
            canvas.put(column, values[index], "calculated_kr", _sum_formula(workings, column, sign_column))
        live = canvas.put(SUM, sum(values), "calculated_kr", workings.sum_formula)
        workings.pairs.append(CheckPair(f"{line_label} utan ränta, {label.lower()}", live, sum(values)))
        canvas.row += 1
    canvas.put(NAME, "Netto", "subheading")
    for index, column in enumerate(workings.years):
        letters = workings.letters(column)
        canvas.put(column, result.net[index], "result_kr", f"={letters}{canvas.row - 2}-{letters}{canvas.row - 1}")
    canvas.put(SUM, sum(result.net), "result_kr", workings.sum_formula)
    canvas.row += 1
    canvas.put(NAME, "Nuvärde av netto", "subheading")
    for index, column in enumerate(workings.years):
        letters = workings.letters(column)
        formula = f"={letters}{canvas.row - 1}*{letters}{factor_row}"
        canvas.put(column, result.present_value[index], "result_kr", formula)
    live = canvas.put(SUM, result.figures.npv, "total_kr", workings.sum_formula)
    workings.pairs.append(CheckPair(f"Nettonuvärde, {label.lower()}", live, result.figures.npv))
    canvas.row += 1
    canvas.row += 1


def _sum_formula(workings: Workings, column: int, sign_column: int) -> str:
    first, last = workings.first_line, workings.last_line

    def lines(offset: int, *, fixed: bool) -> str:
        mark = "$" if fixed else ""
        letters = workings.letters(offset)
        return f"{mark}{letters}${first}:{mark}{letters}${last}"

    sign = f"${workings.letters(sign_column)}{workings.canvas.row}"
    main = f"${workings.letters(AMOUNT)}${workings.canvas.first_row + 1}"
    return (
        f"=SUMIFS({lines(column, fixed=False)},{lines(sign_column, fixed=True)},{sign},"
        f"{lines(ALTERNATIVE, fixed=True)},{main})"
    )


def _rates_needed(case: Case) -> list[tuple[str, bool]]:
    """Categories whose hour cost (False) or post cost (True) some row uses, in order of appearance."""
    needed: dict[tuple[str, bool], None] = {}
    for row in (*case.development, *case.transition, *case.running, *case.effects):
        posts = isinstance(row, Effect) and row.valued_as is ValuedAs.POSTS
        units = isinstance(row, Effect) and row.valued_as is ValuedAs.UNITS
        if row.category and row.kind.is_monetary and not units:
            needed[row.category, posts] = None
    return list(needed)


def _write_rates(
    workings: Workings, needed: list[tuple[str, bool]], constants: Constants
) -> dict[tuple[str, bool], Position]:
    """What an hour or a post of each category costs; gives the cells."""
    canvas = workings.canvas
    canvas.put(NAME, "Vad en timme eller en tjänst kostar", "heading")
    canvas.put(AMOUNT, "Kronor", "heading")
    canvas.row += 1
    rates: dict[tuple[str, bool], Position] = {}
    for name, is_post in needed:
        canvas.put(NAME, f"{name}, {'en tjänst per år' if is_post else 'en timme'}", "label")
        formula = (post_cost_formula if is_post else hour_cost_formula)(workings.finder, name, constants)
        value = _post_cost(workings, name) if is_post else workings.results.hour_costs_kr[name]
        rates[name, is_post] = canvas.put(AMOUNT, value, "calculated_decimals", formula)
        canvas.row += 1
    canvas.row += 1
    return rates


def _post_cost(workings: Workings, category_name: str) -> float:
    """Salary × 12 × (1 + PO), kr per year, from the values the formula refers to."""
    case = workings.finder.case
    category = next(found for found in case.categories if found.name == category_name)
    on_cost = case.assumptions.employer_on_cost.value or 0.0
    return (category.monthly_salary_kr or 0.0) * MONTHS_PER_YEAR * (1 + on_cost)


def _write_rows(workings: Workings, rates: dict[tuple[str, bool], Position], constants: Constants) -> None:
    canvas, results = workings.canvas, workings.results
    headings = ("Id", "Benämning", "Grupp", "Alternativ", *sheet_texts.VIEW_LABELS.values(), "Belopp per år", "Summa")
    for column, heading in enumerate(headings):
        canvas.put(column, heading, "heading")
    canvas.put_row(FIRST_YEAR, [float(year) for year in results.years], "heading_year")
    canvas.row = workings.first_line
    indices = {
        (group, record.id): index
        for group, case_field in CASE_FIELDS.items()
        for index, record in enumerate(getattr(workings.finder.case, case_field))
    }
    for row in results.rows:
        formula = amount_formula(workings.finder, row, indices[row.group, row.id], rates, constants)
        _write_row(workings, row, formula)


def _write_row(workings: Workings, row: RowValue, formula: str) -> None:
    """Two lines: factor per year as stored values, kronor per year as amount × factor."""
    canvas = workings.canvas
    canvas.put(ID, row.id, "plain")
    canvas.put(NAME, "faktor per år", "plain")
    canvas.put_row(FIRST_YEAR, row.factors, "copy_factor")
    canvas.row += 1
    canvas.put(ID, row.id, "label")
    canvas.put(NAME, row.name, "label")
    canvas.put(GROUP, sheet_texts.GROUP_LABELS[row.group], "plain")
    canvas.put(ALTERNATIVE, row.alternative, "plain")
    for offset, view in enumerate(VIEWS):
        canvas.put(FIRST_SIGN + offset, float(sign_in_view(row, view)), "calculated_whole")
    canvas.put(AMOUNT, row.amount_kr, "calculated_kr", formula)
    amount = f"${workings.letters(AMOUNT)}{canvas.row}"
    for index, column in enumerate(workings.years):
        formula_of_year = f"={amount}*{workings.letters(column)}{canvas.row - 1}"
        canvas.put(column, row.values_kr[index], "calculated_kr", formula_of_year)
    canvas.put(SUM, sum(row.values_kr), "calculated_kr", workings.sum_formula)
    canvas.row += 1
