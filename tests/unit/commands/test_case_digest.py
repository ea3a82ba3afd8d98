"""What a portfolio takes from a workbook: on common terms, with the verdict on the file and its reason."""

from dataclasses import replace
from datetime import date

import pytest

from builders import a_case, a_change, a_cost, an_effect, assumptions, book_of, snapshot_of
from plan_books import memory_book, planned_layout, three_effects, typed, typed_of, updated
from portfolio_books import TERMS, calculated, case_number, reading_of, terms, without_names
from vardering.base.faults import Fault, Severity
from vardering.books.memory import MemoryBook
from vardering.commands.case_digest import UNREAD, read_workbook, refused_file, stored_run
from vardering.engine.evaluation import evaluate
from vardering.model.assumptions import Parameter, RateBand, Settings
from vardering.model.case import fingerprint
from vardering.model.case_digest import CaseDigest
from vardering.model.change import AssessmentScore
from vardering.model.portfolio_words import FileVerdict
from vardering.model.rows import Effect, ResourceRequirement
from vardering.model.vocabulary import AssessmentArea, Kind, View
from vardering.workbook.written_names import PANEL


def digest_of(case_reading: object) -> CaseDigest:
    digest = getattr(case_reading, "digest", None)
    assert isinstance(digest, CaseDigest)
    return digest


def test_a_calculated_workbook_is_read_and_says_when_it_was_calculated() -> None:
    case = a_case()
    reading = reading_of(case, "a.xlsx")
    digest = digest_of(reading)
    assert (reading.verdict, reading.reason, reading.file) == (FileVerdict.READ, "", "a.xlsx")
    assert (digest.case_id, digest.name, digest.fingerprint) == ("K-1", "Digitala lås", fingerprint(case))
    assert (digest.calculated_at, digest.calculated_by_version) == ("2026-11-24 09:30", "1.0.0")


def test_a_workbook_edited_after_its_calculation_is_calculated_anew() -> None:
    book = calculated(a_case())
    where = book.snapshot().names["vm_namn"].position
    book.type_in(where.sheet, where.row, where.column, "Ett nytt namn")
    reading = read_workbook(book.snapshot(), TERMS, "a.xlsx")
    assert reading.verdict is FileVerdict.STALE
    assert "har ändrats" in reading.reason
    assert digest_of(reading).name == "Ett nytt namn"


@pytest.mark.parametrize("lost", [False, True])
def test_a_workbook_that_never_was_calculated_is_calculated(lost: bool) -> None:
    snapshot = book_of(a_case()).snapshot()
    reading = read_workbook(without_names(snapshot, PANEL) if lost else snapshot, TERMS, "a.xlsx")
    assert reading.verdict is FileVerdict.STALE
    assert "aldrig" in reading.reason


def test_inputs_with_errors_are_told_with_the_first_cell_and_how_many_there_are() -> None:
    one = read_workbook(snapshot_of(a_case(), {("vm_effekter", 0, "Före"): "ca 100"}), TERMS, "a.xlsx")
    assert one.verdict is FileVerdict.INVALID
    assert one.digest is None
    assert one.reason.startswith("1 fel: Effekter!")
    edits = {("vm_effekter", 0, "Före"): "ca 100", ("vm_utveckling", 0, "Antal trolig"): "många"}
    two = read_workbook(snapshot_of(a_case(), edits), TERMS, "a.xlsx")
    assert two.reason.startswith("2 fel, bland annat: Utveckling!")


def test_checks_of_the_whole_case_count_as_errors_too() -> None:
    reading = read_workbook(book_of(a_case(development=(a_cost(from_year=2020),))).snapshot(), TERMS, "a.xlsx")
    assert reading.verdict is FileVerdict.INVALID


def test_a_case_that_cannot_be_put_together_is_an_error() -> None:
    book = book_of(a_case())
    where = book.snapshot().names["vm_startar"].position
    book.type_in(where.sheet, where.row, where.column, None)
    assert read_workbook(book.snapshot(), TERMS, "a.xlsx").verdict is FileVerdict.INVALID


def test_what_cannot_be_calculated_is_an_error_in_words() -> None:
    book = calculated(a_case())
    snapshot = book.snapshot()
    tables = {name: table for name, table in snapshot.tables.items() if name != "vm_effekter"}
    reading = read_workbook(replace(snapshot, tables=tables), TERMS, "a.xlsx")
    assert (reading.verdict, reading.digest) == (FileVerdict.INVALID, None)
    assert "Effekter" in reading.reason


def test_a_workbook_of_another_kind_is_foreign() -> None:
    snapshot = book_of(a_case()).snapshot()
    reading = read_workbook(replace(snapshot, names={}), TERMS, "a.xlsx")
    assert reading.verdict is FileVerdict.FOREIGN
    assert reading.content_hash == snapshot.fingerprint


def test_a_refused_file_is_foreign_or_broken_by_its_fault() -> None:
    foreign = refused_file(Fault("open-document", Severity.ERROR), "a.ods")
    broken = refused_file(Fault("file-empty", Severity.ERROR), "b.xlsx", "ab")
    assert (foreign.verdict, broken.verdict, broken.content_hash) == (FileVerdict.FOREIGN, FileVerdict.BROKEN, "ab")
    assert foreign.reason
    assert broken.reason


def test_figures_are_those_of_the_engine_where_the_terms_are_the_cases_own() -> None:
    case = a_case()
    digest = digest_of(reading_of(case, "a.xlsx"))
    results = evaluate(case)
    for view in View:
        figures = results.main.views[view]
        assert digest.view(view).npv == pytest.approx(figures.figures.npv)
        assert digest.view(view).benefits == pytest.approx(figures.benefits)
        assert digest.view(view).costs == pytest.approx(figures.costs)
    assert digest.terms_note == digest.obstacle == ""


def test_horizon_rate_and_timing_are_replaced_and_said() -> None:
    change = a_change(horizon_years=3)
    bands = (RateBand(from_year_number=2, rate=0.01),)
    case = a_case(
        change=change,
        assumptions=assumptions(discount_rate=Parameter(value=0.1)),
        settings=Settings(timing=0.5),
        rate_bands=bands,
    )
    digest = digest_of(reading_of(case, "a.xlsx"))
    own = a_case()
    assert digest.view(View.ALL_VALUED).npv == pytest.approx(evaluate(own).main.views[View.ALL_VALUED].figures.npv)
    assert digest.terms_note.endswith("kalkyltiden, kalkylräntan och tidpunkten på året var en annan")


def test_amounts_go_to_the_portfolios_price_level_by_the_indexes() -> None:
    case = a_case(change=a_change(price_level_year=2024))
    plain = digest_of(reading_of(case, "a.xlsx", terms(price_level_year=2024)))
    raised = digest_of(reading_of(case, "a.xlsx", terms({2024: 400.0, 2026: 440.0})))
    for view in View:
        assert raised.view(view).npv == pytest.approx(1.1 * plain.view(view).npv)
        assert raised.view(view).one_off_costs == pytest.approx([1.1 * kr for kr in plain.view(view).one_off_costs])
    assert raised.effects[0].yearly_value_kr == pytest.approx(1.1 * (plain.effects[0].yearly_value_kr or 0.0))
    assert "prisnivån" in raised.terms_note


def test_without_an_index_the_case_is_not_comparable() -> None:
    digest = digest_of(reading_of(a_case(change=a_change(price_level_year=2024)), "a.xlsx", terms({2024: 400.0})))
    assert digest.obstacle == "ej jämförbar: prisnivå 2024 går inte att räkna om till 2026 utan prisindex för båda åren"


def test_a_later_start_is_discounted_to_the_portfolios_first_year() -> None:
    now = digest_of(reading_of(a_case(), "a.xlsx"))
    later = digest_of(reading_of(a_case(), "a.xlsx", terms(base_year=2025)))
    assert later.view(View.ALL_VALUED).npv == pytest.approx(now.view(View.ALL_VALUED).npv / 1.03**2)


def test_hours_of_a_role_are_added_over_units() -> None:
    rows = tuple(
        ResourceRequirement(
            id=f"R{n}", role="Arkitekt", unit=f"E{n}", year=2027, hours_needed=100.0, hours_available=30.0
        )
        for n in (1, 2)
    )
    digest = digest_of(reading_of(a_case(resources=rows), "a.xlsx"))
    assert [(r.role, r.year, r.needed_hours, r.available_hours) for r in digest.resources] == [
        ("Arkitekt", 2027, 200.0, 60.0)
    ]


def test_the_ability_score_is_the_lower_of_two_and_missing_where_one_is() -> None:
    def scored(*scores: tuple[AssessmentArea, int]) -> CaseDigest:
        entries = tuple(AssessmentScore(area=area, score=score, reason="skäl") for area, score in scores)
        return digest_of(reading_of(a_case(assessment=entries), "a.xlsx"))

    both = scored((AssessmentArea.DELIVERABILITY, 4), (AssessmentArea.REALISABILITY, 2))
    assert both.ability_score == 2.0
    assert scored((AssessmentArea.DELIVERABILITY, 4)).ability_score is None
    assert both.index is not None


def test_the_plan_says_whether_the_owner_accepted_and_when_the_effect_is_measured() -> None:
    book = memory_book(planned_layout(three_effects()))
    updated(book)
    typed_of(book, "E1", "Accepterad datum", date(2026, 11, 20))
    typed_of(book, "E1", "Första mätning", date(2027, 9, 1))
    effects = {effect.effect_id: effect for effect in digest_of(read_workbook(book.snapshot(), TERMS, "a")).effects}
    assert (effects["E1"].is_accepted, effects["E1"].first_measurement) == (True, date(2027, 9, 1))
    assert (effects["E2"].is_accepted, effects["E2"].first_measurement) == (False, None)


def followed_book() -> MemoryBook:
    """A workbook whose first effect was measured at half of its target in the middle of the first year."""
    book = memory_book(planned_layout(three_effects()))
    updated(book)
    for heading, value in (
        ("Nollmätning", 10.0),
        ("Målvärde", 20.0),
        ("Första mätning", date(2027, 6, 30)),
        ("Mätfrekvens", "varje halvår"),
        ("Accepterad datum", date(2026, 11, 20)),
    ):
        typed_of(book, "E1", heading, value)
    for heading, value in (("Effekt", "E1"), ("Datum", date(2027, 6, 30)), ("Utfall", 15.0)):
        typed(book, "vm_uppfoljning", 0, heading, value)
    assert isinstance(book, MemoryBook)
    return book


def test_what_was_measured_says_what_has_come_and_what_is_expected() -> None:
    on = replace(TERMS, today=date(2027, 7, 15))
    digest = digest_of(read_workbook(followed_book().snapshot(), on, "a"))
    first, second, _ = digest.effects
    assert digest.followed_up_on == date(2027, 7, 15)
    assert first.planned_kr is not None
    assert first.realised_kr is not None
    assert first.forecast_kr is not None
    assert 0 < first.realised_kr < first.forecast_kr < first.planned_kr
    assert first.follow_up_status in ("avvikelse", "försenad")
    assert second.follow_up_status


def test_without_a_day_or_a_measurement_nothing_is_followed_up() -> None:
    assert digest_of(read_workbook(followed_book().snapshot(), TERMS, "a")).followed_up_on is None
    book = memory_book(planned_layout(three_effects()))
    on = replace(TERMS, today=date(2027, 7, 15))
    assert digest_of(read_workbook(book.snapshot(), on, "a")).followed_up_on is None


def test_an_effect_without_kronor_has_a_status_and_no_kronor() -> None:
    quality = Effect(id="E2", name="Trygghet", kind=Kind.QUALITY, size=2, size_reason="Tryggare", owner="Anna")
    book = memory_book(planned_layout(a_case(effects=(an_effect(), quality))))
    updated(book)
    for heading, value in (("Effekt", "E1"), ("Datum", date(2027, 6, 30)), ("Utfall", 15.0)):
        typed(book, "vm_uppfoljning", 0, heading, value)
    on = replace(TERMS, today=date(2027, 7, 15))
    second = digest_of(read_workbook(book.snapshot(), on, "a")).effects[1]
    assert second.follow_up_status
    assert (second.planned_kr, second.realised_kr, second.forecast_kr) == (None, None, None)


def test_an_effect_without_value_in_kronor_has_none() -> None:
    case = case_number(1, effects=(an_effect(), an_effect(id="E2", from_year=2060)))
    effects = digest_of(reading_of(case, "a.xlsx")).effects
    assert effects[0].yearly_value_kr is not None
    assert effects[1].yearly_value_kr is None


def test_a_panel_of_another_shape_says_nothing() -> None:
    snapshot = calculated(a_case()).snapshot()
    panel = snapshot.names[PANEL]
    cut = replace(panel, values=panel.values[:2])
    assert stored_run(replace(snapshot, names={**snapshot.names, PANEL: cut})).at == ""
    numbers = replace(panel, values=((1.0,), *panel.values[1:]))
    assert stored_run(replace(snapshot, names={**snapshot.names, PANEL: numbers})).at == ""


def test_what_is_not_read_changes_nothing_in_what_is() -> None:
    snapshot = calculated(a_case()).snapshot()
    names = {name: found for name, found in snapshot.names.items() if name not in UNREAD}
    tables = {name: found for name, found in snapshot.tables.items() if name not in UNREAD}
    small = replace(snapshot, names=names, tables=tables)
    assert len(small.names) < len(snapshot.names)
    assert read_workbook(small, TERMS, "a") == read_workbook(snapshot, TERMS, "a")
