"""A controller recomputes an example from its input cells, by the rules of the model and without the product's engine.

Every amount is read with openpyxl; the arithmetic below is all there is. Percentages are shares after reading, money is
kronor, costs and benefits are positive, a year is a calendar year.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, takewhile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from e2e.workbook_files import Edits, edited, recalculated, seen_by_openpyxl

EXAMPLE = Path(__file__).parents[2] / "workbook_templates" / "exempel_systemavveckling.xlsx"
VIEWS = ("Budgetverkande", "Alla värderade", "Försiktig nettonytta")
Row = dict[str, Any]
ByYear = dict[int, float]


def rows_of(book: Workbook, name: str) -> list[Row]:
    """The rows of a table that hold more than their id, as heading to value."""
    sheet = next(sheet for sheet in book.worksheets if name in sheet.tables)
    headings, *rows = ([cell.value for cell in row] for row in sheet[sheet.tables[name].ref])
    return [dict(zip(headings, row, strict=True)) for row in rows if any(cell is not None for cell in row[1:])]


def single(book: Workbook, name: str) -> Any:
    """The value of a defined name."""
    ((sheet, cell),) = book.defined_names[name].destinations
    return book[sheet][cell].value


@dataclass(frozen=True, slots=True)
class Amount:
    """A row's kronor per year in fixed prices, and what decides where it counts."""

    row: Row
    is_cost: bool
    kronor: ByYear

    @property
    def is_municipal(self) -> bool:
        return bool(self.row["Perspektiv"] == "kommunen")

    @property
    def is_cash(self) -> bool:
        return self.is_municipal and self.row["Slag"] == "finansiell"

    @property
    def is_investment(self) -> bool:
        return self.row.get("Bokförs som") == "investering"


class Controller:
    """The recomputation of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.start: int = single(book, "vm_startar")
        self.years = range(self.start, self.start + single(book, "vm_kalkyltid"))
        self.price_level: int = single(book, "vm_prisniva")
        self.parameters = {row["Parameter"]: row["Värde"] for row in rows_of(book, "vm_parametrar")}
        self.staff = {row["Personalkategori"]: row for row in rows_of(book, "vm_personal")}
        self.real_change = {
            row["Prisgrupp"]: row["Real förändring procent per år"] / 100 for row in rows_of(book, "vm_prisgrupper")
        }
        self.own_profiles: dict[str, list[float]] = defaultdict(list)
        for row in rows_of(book, "vm_profiler"):
            self.own_profiles[row["Profil"]].append(row["Faktor"])
        self.post_ends = {row["Effekt"]: row["Tjänsten upphör"] for row in rows_of(book, "vm_hemtagningsbeslut")}
        self.amounts = [
            *(
                self.cost(row)
                for name in ("vm_utveckling", "vm_omstallning", "vm_drift")
                for row in rows_of(book, name)
            ),
            *(self.effect(row) for row in rows_of(book, "vm_effekter") if row["Slag"] not in ("kvalitet", "miljö")),
        ]

    def share(self, parameter: str) -> float:
        return float(self.parameters[parameter]) / 100

    def profile(self, row: Row, year: int) -> float:
        """The part of a full year that falls in this year."""
        first, last = row["Från år"] or self.start, row["Till år"] or self.years[-1]
        if not first <= year <= last:
            return 0.0
        match row["Tidsprofil"]:
            case "engång":
                return float(year == first)
            case "jämn":
                return 1.0
            case "upptrappning":
                return float(min(1.0, (year - first + 1) / row["Upptrappning antal år"]))
            case own:
                factors = self.own_profiles[own]
                return float(factors[year - first]) if year - first < len(factors) else 0.0

    def price(self, row: Row, year: int) -> float:
        """The real price change from the price level to this year."""
        return float((1 + self.real_change.get(row["Prisgrupp"], 0.0)) ** (year - self.price_level))

    def hour(self, row: Row) -> float:
        return float(self.staff[row["Personalkategori"]]["Timkostnad kr"])

    def cost(self, row: Row) -> Amount:
        price = self.hour(row) if row["Personalkategori"] else row["Pris per enhet kr"]
        vat = 1 + row["Moms procent"] / 100 if row["Moms är kostnad"] == "ja" else 1.0
        full = row["Antal trolig"] * price * vat
        return Amount(row, True, {year: full * self.profile(row, year) * self.price(row, year) for year in self.years})

    def effect(self, row: Row) -> Amount:
        full = row["Volym trolig"] * (row["Före"] - row["Efter"]) * self.unit_value(row)
        full *= (row["Nyttjandegrad procent"] or 100) / 100
        full *= 1 - (row["Hade skett ändå procent"] or 0) / 100
        full *= 1.0 if row["Vår andel procent"] is None else row["Vår andel procent"] / 100
        kept = 1 - (row["Avtagande procent per år"] or 0) / 100
        first = row["Från år"] or self.start
        kronor = {
            year: full
            * self.profile(row, year)
            * self.price(row, year)
            * kept ** max(0, year - first)
            * self.part_without_post(row, year)
            for year in self.years
        }
        return Amount(row, False, kronor)

    def unit_value(self, row: Row) -> float:
        """Kronor of one unit: as typed, an hour or minute of somebody's time, or a post for a year."""
        match row["Värderas som"]:
            case "arbetstid":
                return self.hour(row) / (60 if row["Tidsenhet"] == "minuter" else 1)
            case "tjänster":
                salary: float = self.staff[row["Personalkategori"]]["Månadslön kr"]
                return 12 * salary * (1 + self.share("PO-pålägg"))
            case _:
                return float(row["Enhetsvärde kr"])

    def part_without_post(self, row: Row, year: int) -> float:
        """A post gives money from the day it ends: the months that are left of that year."""
        ends: dt.datetime | None = self.post_ends.get(row["Id"])
        return 1.0 if ends is None else min(1.0, max(0.0, year + 1 - (ends.year + (ends.month - 1) / 12)))

    def total(self, chosen: Iterable[Amount], year: int) -> float:
        return sum(amount.kronor[year] for amount in chosen)

    def present_value(self, chosen: list[Amount]) -> float:
        """Amounts fall at the start of the year; the start year is not discounted."""
        return sum(self.total(chosen, year) / self.discounting(year) for year in self.years)

    def discounting(self, year: int) -> float:
        return float((1 + self.share("Kalkylränta")) ** (year - self.start))

    def time_and_money(self, benefits: list[Amount], costs: list[Amount]) -> dict[str, float | str]:
        """When the view has paid for itself, and the most money it needs on the way, in running amounts."""
        net = [self.total(benefits, year) - self.total(costs, year) for year in self.years]
        today = [amount / self.discounting(year) for amount, year in zip(net, self.years, strict=True)]
        balances = list(accumulate(net))
        lowest = min(balances)
        in_black = [year for year, balance in zip(self.years, balances, strict=True) if balance > 0]
        return {
            "Återbetalningstid, år efter startåret": years_until_it_stays_paid(net),
            "Återbetalningstid med ränta, år efter startåret": years_until_it_stays_paid(today),
            "Första år med positivt ackumulerat netto": in_black[0] if in_black else "aldrig",
            "Största behov av finansiering": -lowest,
            "År med störst behov av finansiering": self.years[balances.index(lowest)],
        }

    def costs(self, counts: Callable[[Amount], bool]) -> list[Amount]:
        return [amount for amount in self.amounts if amount.is_cost and counts(amount)]

    def benefits(self, counts: Callable[[Amount], bool]) -> list[Amount]:
        return [amount for amount in self.amounts if not amount.is_cost and counts(amount)]

    def views(self) -> dict[str, tuple[list[Amount], list[Amount]]]:
        """Benefits and costs that each view counts."""
        cash = self.benefits(lambda amount: amount.is_cash)
        return {
            "Budgetverkande": (cash, self.costs(lambda amount: amount.is_cash)),
            "Alla värderade": (self.benefits(lambda _: True), self.costs(lambda _: True)),
            "Försiktig nettonytta": (cash, self.costs(lambda amount: amount.is_municipal)),
        }

    def budget(self, year: int) -> dict[str, float]:
        """The municipality's budget of a year in current prices, until all assets are written off."""
        cash = [amount for amount in self.amounts if amount.is_cash]
        index = (1 + self.share("Prisindex")) ** (year - self.price_level)
        within = year in self.years
        running = [amount for amount in cash if amount.is_cost and not amount.is_investment]
        effects = [amount for amount in cash if not amount.is_cost]
        lines = {
            "Driftkostnader": self.total(running, year) * index if within else 0.0,
            "Ramjustering": self.total(effects, year) * index if within else 0.0,
            **self.capital(cash, year),
            **self.old_assets(year),
        }
        lines["Påverkan på årets resultat, kostnad"] = (
            lines["Driftkostnader"]
            - lines["Ramjustering"]
            + lines["Avskrivning"]
            + lines["Internränta"]
            + lines["Utrangering"]
            - lines["Kapitalkostnad som faller bort"]
        )
        return lines

    def capital(self, cash: list[Amount], year: int) -> dict[str, float]:
        """Outlays in equal parts a month from when they are taken into use; interest on what was left at New Year."""
        depreciation = interest = 0.0
        for amount in cash:
            if not amount.is_investment:
                continue
            in_use: dt.datetime = amount.row["Tas i bruk"]
            begins, life = in_use.year + (in_use.month - 1) / 12, amount.row["Avskrivningstid år"]
            for spent in self.years:
                outlay = amount.kronor[spent] * (1 + self.share("Prisindex")) ** (spent - self.price_level)
                from_time = max(begins, spent)
                opening = min(1.0, max(0.0, (year - from_time) / life))
                closing = min(1.0, max(0.0, (year + 1 - from_time) / life))
                depreciation += outlay * (closing - opening)
                months_in_use = min(1.0, max(0.0, year + 1 - from_time))
                interest += outlay * (1 - opening) * months_in_use * self.share("Internränta")
        return {"Avskrivning": depreciation, "Internränta": interest}

    def old_assets(self, year: int) -> dict[str, float]:
        """The book value goes in the year of retirement; the depreciation and interest that were to come fall away."""
        written_off = lapsed = 0.0
        for row in rows_of(self.book, "vm_utrangering"):
            value, since = row["Bokfört värde kr"], year - row["Utrangeras år"]
            left = row["Återstående avskrivning år"]
            written_off += value if since == 0 else 0.0
            if 1 <= since <= left:
                opening_value = value * (1 - (since - 1) / left)
                lapsed += value / left + opening_value * self.share("Internränta")
        return {"Utrangering": written_off, "Kapitalkostnad som faller bort": lapsed}


def years_until_it_stays_paid(flows: list[float]) -> float | str:
    """Years after the first at which the balance has risen to zero for good, the flow of a year spread over it."""
    balances = list(accumulate(flows))
    late = [place for place, balance in enumerate(balances) if balance < 0]
    if not late:
        return 0.0
    if late[-1] == len(flows) - 1:
        return "aldrig"
    return late[-1] - balances[late[-1]] / flows[late[-1] + 1]


KEY_FIGURES = (
    "Nettonuvärde",
    "Nuvärde av nyttor",
    "Nuvärde av kostnader",
    "Återbetalningstid, år efter startåret",
    "Återbetalningstid med ränta, år efter startåret",
    "Första år med positivt ackumulerat netto",
    "Största behov av finansiering",
    "År med störst behov av finansiering",
)


def shown_key_figures(book: Workbook) -> dict[tuple[str, str], Any]:
    """The key figures on Resultat by line and view."""
    rows: dict[str, Any] = {str(row[1]): row for row in book["Resultat"].iter_rows(max_row=30, values_only=True)}
    return {(line, view): rows[line][2 + place] for line in KEY_FIGURES for place, view in enumerate(VIEWS)}


def shown_budget(book: Workbook) -> dict[tuple[str, int], float]:
    """The budget consequence on Resultat by line and year."""
    rows: Iterator[Any] = iter(book["Resultat"].iter_rows(values_only=True))
    years = [cell for cell in next(row for row in rows if row[1] == "Kommunens budget")[3:] if cell is not None]
    lines = takewhile(lambda row: row[1] is not None, rows)
    return {(row[1], year): row[3 + place] for row in lines for place, year in enumerate(years)}


def assert_agrees(book: Workbook) -> None:
    """The workbook's results are the controller's, to a hundredth of an öre."""
    controller = Controller(book)
    key_figures, budget = shown_key_figures(book), shown_budget(book)
    for view, (benefits, costs) in controller.views().items():
        gained, spent = controller.present_value(benefits), controller.present_value(costs)
        assert key_figures["Nuvärde av nyttor", view] == pytest.approx(gained, abs=1e-4), view
        assert key_figures["Nuvärde av kostnader", view] == pytest.approx(spent, abs=1e-4), view
        assert key_figures["Nettonuvärde", view] == pytest.approx(gained - spent, abs=1e-4), view
        for line, figure in controller.time_and_money(benefits, costs).items():
            shown = key_figures[line, view]
            assert shown == (figure if isinstance(figure, str) else pytest.approx(figure, abs=1e-4)), (line, view)
    years = {year for _, year in budget}
    assert years > set(controller.years)
    for year in years:
        for line, amount in controller.budget(year).items():
            assert budget[line, year] == pytest.approx(amount, abs=1e-4), (line, year)


def test_the_controllers_figures_are_those_of_the_workbook() -> None:
    assert_agrees(openpyxl.load_workbook(EXAMPLE, data_only=True))


CHANGES: dict[str, Edits] = {
    "another rate and price index": {("vm_parametrar", 0, "Värde"): 4.5, ("vm_parametrar", 2, "Värde"): 3.0},
    "costs as others count them": {
        ("vm_utveckling", 0, "Pris per enhet kr"): 1450.0,
        ("vm_utveckling", 1, "Avskrivningstid år"): 4.0,
        ("vm_omstallning", 3, "Moms procent"): 25.0,
        ("vm_drift", 0, "Upptrappning antal år"): 4.0,
    },
    "effects that are shared and fade": {
        ("vm_effekter", 0, "Hade skett ändå procent"): 20.0,
        ("vm_effekter", 4, "Vår andel procent"): 60.0,
        ("vm_effekter", 5, "Avtagande procent per år"): 10.0,
        ("vm_effekter", 7, "Nyttjandegrad procent"): 55.0,
        ("vm_utrangering", 0, "Bokfört värde kr"): 910_000.0,
    },
}


@pytest.mark.parametrize("edits", CHANGES.values(), ids=CHANGES.keys())
def test_they_still_are_when_the_inputs_change(edits: Edits) -> None:
    before = openpyxl.load_workbook(EXAMPLE, data_only=True)
    book = seen_by_openpyxl(recalculated(edited(EXAMPLE.read_bytes(), edits)).content)
    assert shown_key_figures(book) != shown_key_figures(before)
    assert_agrees(book)
