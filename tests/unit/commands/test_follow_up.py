"""Reports against promises in a workbook: what is written, what is said, and what is never touched."""

import json
from dataclasses import replace
from datetime import date

import pytest

from builders import CONTEXT, a_case, a_change, a_cost, an_effect, assumptions, book_of
from contract.book_cases import Book
from follow_up_books import (
    COSTS,
    MEASUREMENTS,
    a_ramp,
    followed,
    measured,
    planned_book,
    report_row,
    reported,
)
from plan_books import typed, typed_of, updated
from vardering.base.cells import CellValue
from vardering.base.faults import BookForeignError, CallError
from vardering.commands.approval import freeze_plan
from vardering.commands.control import check
from vardering.commands.follow_up import update_follow_up
from vardering.commands.follow_up_views import follow_up_json, follow_up_text, tertial_report
from vardering.commands.recalculation import recalculate
from vardering.model.assumptions import Parameter
from vardering.model.follow_up import FollowUpStatus
from vardering.model.vocabulary import CaseForm, Kind
from vardering.workbook import written_names
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import TableSnapshot


def test_a_measurement_gets_its_plan_and_its_deviation_beside_it() -> None:
    book = planned_book(a_ramp())
    place = measured(book, "E1", "2027-06-30", 26.25, Kommentar="Halva personalen har gått utbildningen, resten i höst")
    found = followed(book, "2027-07-15")
    row = report_row(book, place)
    # Half of the effect is planned for 2027: 22.5 minutes. A quarter of the whole is measured.
    assert (row["Planerat värde"], row["Avvikelse"]) == (22.5, 3.75)
    assert row["Avvikelse kr per år"] == pytest.approx(-18_750.0)
    assert (row["Vad förändras"], row["Mätetalets enhet"]) == ("Kortare tid för nycklar", "minuter")
    assert (row["Utfall"], row["Kommentar"]) == (26.25, "Halva personalen har gått utbildningen, resten i höst")
    assert found.outcome.change_set is not None
    area = book.snapshot().tables[MEASUREMENTS].area
    heights = {(height.sheet, height.row): height.points for height in found.outcome.change_set.heights}
    assert (heights["Uppföljning", area.row + 1 + place] or 0) > 20
    assert found.content is not None
    (effect,) = found.content.result.effects
    assert effect.status is FollowUpStatus.DELAYED
    assert effect.kr.promised == pytest.approx(37_500 + 4 * 75_000)
    assert effect.kr.realised == pytest.approx(37_500 / 2 / 2, rel=0.01)
    assert found.content.result.hours.realised == pytest.approx(125 / 2 / 2, rel=0.01)


def test_the_summary_says_how_it_stands_and_what_is_to_be_measured() -> None:
    book = planned_book(a_ramp())
    followed(book, "2027-07-15")
    cells = book.snapshot().names[written_names.FOLLOW_UP_SUMMARY].values
    text = [cell for row in cells for cell in row if isinstance(cell, str)]
    assert text[0] == "Läget 2027-07-15: okänd 1."
    assert book.snapshot().names[written_names.FOLLOW_UP_ECHO].value == text[0]
    assert "skulle ha mätts" in text
    assert "kommande" in text
    assert date(2027, 6, 30) in [cell for row in cells for cell in row]


def test_a_second_follow_up_of_the_same_day_only_adds_to_the_log() -> None:
    book = planned_book(a_ramp())
    measured(book, "E1", "2027-06-30", 26.25)
    followed(book, "2027-07-15")
    before = book.snapshot()
    followed(book, "2027-07-15")
    after = book.snapshot()
    assert {name for name in after.tables if after.tables[name] != before.tables[name]} == {"vm_logg"}
    assert {name for name in after.names if after.names[name] != before.names[name]} == set()


def test_reports_never_make_the_calculation_stale() -> None:
    book = planned_book(a_ramp())
    book.apply(_written(recalculate(book.snapshot(), CONTEXT).change_set))
    mark = recalculate(book.snapshot(), CONTEXT).fingerprint
    first = followed(book, "2027-07-15")
    measured(book, "E1", "2027-06-30", 26.25)
    reported(book, {"Kostnadsrad": "U1", "År": 2027.0, "Utfall kr": 90_000.0}, COSTS)
    second = followed(book, "2027-07-15")
    assert recalculate(book.snapshot(), CONTEXT).fingerprint == mark
    assert first.outcome.fingerprint != second.outcome.fingerprint
    assert book.snapshot().names[written_names.DIFFERENCES].value == 0.0
    assert MEASUREMENTS not in {
        cell for row in book.snapshot().names[written_names.INPUT_COPY].values for cell in row if isinstance(cell, str)
    }


def _written(change_set: ChangeSet | None) -> ChangeSet:
    assert change_set is not None
    return change_set


def test_actual_costs_stand_beside_the_plan_and_change_the_net_benefit() -> None:
    elsewhere = a_cost(id="U2", perspective="region")
    changes = {"assumptions": assumptions(price_index=Parameter(value=0.02)), "development": (a_cost(), elsewhere)}
    book = planned_book(a_ramp().model_copy(update=changes))
    place = reported(book, {"Kostnadsrad": "U1", "År": 2027.0, "Utfall kr": 122_400.0}, COSTS)
    found = followed(book, "2027-12-31")
    row = report_row(book, place, COSTS)
    # One year of two per cent back to the prices of 2026.
    assert (row["Benämning"], row["Planerat kr"]) == ("Konsult", 100_000.0)
    assert row["Utfall i kalkylens priser kr"] == pytest.approx(120_000.0)
    assert row["Avvikelse kr"] == pytest.approx(20_000.0)
    assert found.content is not None
    net = found.content.result.net["all_valued"]
    assert net.expected_npv - net.planned_npv == pytest.approx(-20_000.0)
    assert net.expected_costs[0] - net.planned_costs[0] == pytest.approx(20_000.0)
    reported(book, {"Kostnadsrad": "U2", "År": 2027.0, "Utfall kr": 0.0}, COSTS)
    again = followed(book, "2027-12-31").content
    assert again is not None
    saved = {
        view: sum(benefit.planned_costs) - sum(benefit.expected_costs) for view, benefit in again.result.net.items()
    }
    # The region's cost is none of the municipality's.
    assert saved == pytest.approx({"cash_releasing": -20_000.0, "all_valued": 80_000.0, "cautious": -20_000.0})


def test_what_cannot_be_counted_is_said_with_its_cell_and_left() -> None:
    book = planned_book(a_ramp())
    rows = {
        "measurement-of-unknown": measured(book, "E9", "2027-06-30", 20.0),
        "measurement-date-outside": measured(book, "E1", "2026-12-31", 20.0),
        "measurement-without-value": reported(book, {"Effekt": "E1", "Datum": date(2027, 3, 1), "Kommentar": "Sjuk"}),
        "required-missing": reported(book, {"Effekt": "E1", "Utfall": 20.0}),
        "not-a-number": measured(book, "E1", "2027-04-01", "ca 20"),
    }
    measured(book, "E1", "2027-05-01", 22.0)
    rows["report-twice"] = measured(book, "E1", "2027-05-01", 23.0)
    costs = {
        "cost-of-unknown": reported(book, {"Kostnadsrad": "X1", "År": 2027.0, "Utfall kr": 1.0}, COSTS),
        "cost-year-outside": reported(book, {"Kostnadsrad": "U1", "År": 2020.0, "Utfall kr": 1.0}, COSTS),
    }
    before = book.snapshot()
    found = followed(book, "2027-07-15")
    told = {finding.code: finding.where for finding in found.outcome.findings}
    assert set(told) == {*rows, *costs}
    for code, index in rows.items():
        where = told[code]
        assert where is not None
        assert (where.sheet, where.row) == ("Uppföljning", before.tables[MEASUREMENTS].area.row + 1 + index)
    after = book.snapshot()
    assert _people(after.tables[MEASUREMENTS]) == _people(before.tables[MEASUREMENTS])
    assert found.content is not None
    assert [measurement.actual for measurement in found.content.measured("E1")] == [22.0]


def _people(table: TableSnapshot) -> list[list[CellValue]]:
    keep = [table.headings.index(name) for name in ("Effekt", "Datum", "Utfall", "Kommentar", "Åtgärd")]
    return [[row[place] for place in keep] for row in table.rows]


def test_a_figure_that_was_written_as_text_is_understood_and_corrected() -> None:
    book = planned_book(a_ramp())
    place = measured(book, "E1", "2027-06-30", "22,5")
    found = followed(book, "2027-07-15")
    assert report_row(book, place)["Utfall"] == 22.5
    assert [finding.code for finding in found.outcome.findings] == ["converted"]


def test_the_approved_plan_is_what_was_promised_whatever_the_case_says_later() -> None:
    case = a_ramp()
    book = planned_book(case)
    book.apply(_written(freeze_plan(book.snapshot(), CONTEXT, "KS § 1 2026-11-24").outcome.change_set))
    effects = book.snapshot().tables["vm_effekter"]
    row = [cells[effects.headings.index("Id")] for cells in effects.rows].index("E1")
    typed(book, "vm_effekter", row, "Volym trolig", 500.0)
    typed_of(book, "E1", "Målvärde", 25.0)
    measured(book, "E1", "2027-06-30", 22.5)
    found = followed(book, "2027-07-15")
    assert found.content is not None
    (effect,) = found.content.result.effects
    assert effect.kr.promised == pytest.approx(337_500.0)
    assert effect.status is FollowUpStatus.ON_TRACK
    assert effect.levels[0].planned == pytest.approx(22.5)
    (told,) = (finding for finding in found.outcome.findings if finding.code == "promise-moved")
    assert told.what == "E1: Målvärde är 25 i planen men 15 i den beslutade planen. Det beslutade gäller."
    assert told.where is not None
    assert told.where.sheet == "Effekthemtagningsplan"
    typed_of(book, "E1", "Nollmätning", None)
    blank = [finding.what for finding in followed(book, "2027-07-15").outcome.findings]
    assert any("Nollmätning är tomt i planen" in what for what in blank)
    assert "KS § 1 2026-11-24" in follow_up_summary_text(book)


def follow_up_summary_text(book: Book) -> str:
    values = book.snapshot().names[written_names.FOLLOW_UP_SUMMARY].values
    return " ".join(str(cell) for row in values for cell in row if cell is not None)


def test_an_effect_that_was_promised_and_is_gone_is_at_risk_and_a_new_one_promises_nothing() -> None:
    case = a_ramp()
    book = planned_book(case)
    book.apply(_written(freeze_plan(book.snapshot(), CONTEXT, "KS § 1 2026-11-24").outcome.change_set))
    effects = book.snapshot().tables["vm_effekter"]
    row = [cells[effects.headings.index("Id")] for cells in effects.rows].index("E1")
    typed(book, "vm_effekter", row, "Id", "E2")
    found = followed(book, "2028-07-15")
    assert found.content is not None
    new, gone = found.content.result.effects
    assert (new.effect_id, new.kr.promised) == ("E2", 0.0)
    assert (gone.effect_id, gone.status) == ("E1", FollowUpStatus.LAPSED)
    assert gone.kr.at_risk == pytest.approx(gone.kr.promised)


def test_a_case_whose_horizon_has_passed_is_still_followed_up() -> None:
    book = planned_book(a_case(change=a_change(start_year=2015, price_level_year=2014)))
    for year in (2015, 2016):
        measured(book, "E1", f"{year}-06-30", 15.0)
    typed_of(book, "E1", "Första mätning", date(2015, 6, 30))
    updated(book)
    found = followed(book, "2027-07-15")
    assert found.content is not None
    assert found.content.result.valued.not_due == 0.0
    assert found.content.result.valued.promised == pytest.approx(
        found.content.result.valued.realised + found.content.result.valued.at_risk + found.content.result.valued.unknown
    )


def test_effects_without_kronor_are_followed_by_their_measure() -> None:
    quality = an_effect(
        id="E2", kind=Kind.QUALITY, valued_as="units", category="", driver_likely=None, before=None, after=None, size=2
    )
    cash = an_effect(id="E3", kind=Kind.FINANCIAL, valued_as="units", category="", unit_value_kr=100.0)
    book = planned_book(a_case(effects=(an_effect(), quality, cash)))
    measured(book, "E2", "2027-06-30", 15.0)
    found = followed(book, "2027-07-15")
    assert found.content is not None
    result = found.content.result
    assert [effect.status.value for effect in result.effects] == ["unknown", "achieved", "unknown"]
    assert result.effects[1].kr.promised == 0.0
    assert result.cash.promised == pytest.approx(result.effects[2].kr.promised)


def test_errors_in_the_inputs_write_nothing() -> None:
    book = planned_book(a_ramp())
    effects = book.snapshot().tables["vm_effekter"]
    row = [cells[effects.headings.index("Id")] for cells in effects.rows].index("E1")
    typed(book, "vm_effekter", row, "Volym trolig", "ca 100")
    stopped = update_follow_up(book.snapshot(), CONTEXT)
    assert stopped.outcome.change_set is None
    assert stopped.outcome.has_errors
    assert json.loads(follow_up_json(stopped))["result"] is None


def test_a_workbook_where_the_line_on_start_was_removed_is_followed_up_all_the_same() -> None:
    full = planned_book(a_ramp()).snapshot()
    names = {name: found for name, found in full.names.items() if name != written_names.FOLLOW_UP_ECHO}
    assert update_follow_up(replace(full, names=names), CONTEXT).outcome.change_set is not None


def test_a_plan_without_effects_says_so() -> None:
    book = book_of(a_case(effects=()))
    found = followed(book, "2027-07-15")
    assert found.content is not None
    assert follow_up_text(found.content).startswith("Läget 2027-07-15: planen har inga effekter.")
    assert "Inget kvar att mäta" in follow_up_summary_text(book)


def test_the_lines_name_who_measures_and_the_json_holds_everything() -> None:
    book = planned_book(a_ramp())
    found = followed(book, "2027-07-15")
    assert found.content is not None
    text = follow_up_text(found.content)
    assert "2027-06-30 skulle ha mätts: E1 Kortare tid för nycklar (Lena Exempel)" in text
    assert found.content.effect("E1") is found.content.result.effects[0]
    told = json.loads(follow_up_json(found))
    assert told["day"] == "2027-07-15"
    assert told["result"]["effects"][0]["status"] == "unknown"


def test_the_tertial_report_says_what_was_measured_since_the_tertial_began() -> None:
    ramp = a_ramp()
    book = planned_book(ramp.model_copy(update={"effects": (*ramp.effects, an_effect(id="E2", name="Omätt"))}))
    measured(book, "E1", "2027-04-30", 30.0)
    measured(book, "E1", "2027-06-30", 26.25, Kommentar="Halva", Åtgärd="Mer utbildning.")
    reported(book, {"Effekt": "E1", "Datum": date(2027, 7, 1), "Hemtaget kr": 10.0})
    content = followed(book, "2027-07-15").content
    assert content is not None
    lines = tertial_report(content).splitlines()
    assert lines[0] == "Tertialrapport 2 2027: Digitala lås"
    assert "    2027-06-30: utfall 26,25 minuter, planerat 22,5 minuter. Halva Mer utbildning." in lines
    assert "    2027-07-01: planerat 22,5 minuter." in lines
    assert not any("2027-04-30" in line for line in lines)
    assert any(line.startswith("    Prognos: ") for line in lines)
    assert lines[lines.index("E2 Omätt: okänd") + 1] == ""


def test_what_is_wrong_in_the_reports_is_among_the_findings_of_a_check() -> None:
    book = planned_book(a_ramp())
    measured(book, "E1", "2027-06-30", "ca 20")
    assert "not-a-number" in {finding.code for finding in check(book.snapshot()).findings}
    assert not check(book.snapshot()).has_errors


def test_a_simplified_or_incomplete_workbook_is_refused_with_the_reason() -> None:
    simple = book_of(a_case(form=CaseForm.SIMPLIFIED)).snapshot()
    with pytest.raises(CallError) as refused:
        update_follow_up(simple, CONTEXT)
    assert refused.value.fault.code == "plan-needs-full"
    full = planned_book(a_ramp()).snapshot()
    bare = replace(full, tables={name: table for name, table in full.tables.items() if name != MEASUREMENTS})
    with pytest.raises(BookForeignError) as gone:
        update_follow_up(bare, CONTEXT)
    assert gone.value.fault.code == "table-missing"
    version = full.names["vm_mallversion"]
    older = replace(bare, names={**bare.names, "vm_mallversion": replace(version, values=((1.0,),))})
    with pytest.raises(CallError) as old:
        update_follow_up(older, CONTEXT)
    assert old.value.fault.code == "follow-up-needs-newer-workbook"
