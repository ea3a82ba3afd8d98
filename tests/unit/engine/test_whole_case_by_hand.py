"""One case worked out with pen and paper: every figure below is written out, none comes from the engine.

Two years, 2027 and 2028, prices of 2027, rate 10 %, timing 0, going live 1 July 2027. Factors 1 and 1/1.1.

| row | what                                                     | 2027     | 2028     |
| U1  | investment 1 × 100 000, depreciated over 2 years         | 100 000  |          |
| U2  | 100 h of nurses at 400 kr, redeployment                  | 40 000   |          |
| O1  | training 2 × 5 000 with 25 % VAT as a cost               | 12 500   |          |
| D1  | licences 10 × 1 000, grow 2 % a year in real terms       | 10 000   | 10 200   |
| D2  | the region's run cost                                    |          | 7 000    |
| E1  | postage 1 000 × (50 − 10) × 2 kr, uptake 50 % then 100 % | 40 000   | 80 000   |
| E2  | 600 visits × 30 minutes × 400 kr, half due to us         | 60 000   | 60 000   |
| E3  | 0.5 post × 12 × 30 000 × 1.4, decided, ends 1 July 2027  | 126 000  | 252 000  |
| E4  | citizens' 300 hours at 100 kr, 10 % had happened anyway  | 27 000   | 27 000   |
| E5  | a fee the citizens pay more: 5 000                       | −5 000   | −5 000   |
| E6  | quality: size 2                                          |          |          |
"""

from datetime import date

import pytest

from unit.engine.case_builders import (
    CITIZEN,
    NURSE,
    START,
    case,
    development,
    effect,
    hours_effect,
    posts_effect,
    running,
    transition,
)
from vardering.engine.evaluation import evaluate
from vardering.engine.reconciliation import reconcile
from vardering.model.assumptions import OwnProfile, PriceGroup
from vardering.model.case import Case
from vardering.model.results import Results, Undefined
from vardering.model.rows import RealisationDecision, ResourceRequirement, RetiredAsset
from vardering.model.vocabulary import Accounting, DecisionStatus, Kind, TimeUnit, View

CITIZENS = "brukare och invånare"


def _case() -> Case:
    return case(
        years=2,
        rate=0.1,
        go_live=date(2027, 7, 1),
        price_groups=(PriceGroup(name="licenser", real_change=0.02),),
        profiles=(OwnProfile(name="användning", factors=(0.5, 1.0)),),
        development=(
            development(
                unit_price_kr=100_000.0,
                accounting=Accounting.INVESTMENT,
                commissioned=date(2027, 7, 1),
                depreciation_years=2.0,
                residual_value_kr=12_100.0,
            ),
            development(id="U2", driver_likely=100.0, category=NURSE.name, kind=Kind.REDEPLOYMENT),
        ),
        transition=(transition(driver_likely=2.0, unit_price_kr=5_000.0, vat_is_cost=True, vat_rate=0.25),),
        running=(
            running(driver_likely=10.0, unit_price_kr=1_000.0, price_group="licenser"),
            running(id="D2", unit_price_kr=7_000.0, perspective="region", from_year=START + 1),
        ),
        effects=(
            effect(driver_likely=1_000.0, before=50.0, after=10.0, unit_value_kr=2.0, uptake_profile="användning"),
            hours_effect(id="E2", driver_likely=600.0, before=30.0, time_unit=TimeUnit.MINUTES, attribution=0.5),
            posts_effect(id="E3", driver_likely=0.5),
            hours_effect(
                id="E4",
                driver_likely=300.0,
                category=CITIZEN.name,
                perspective=CITIZENS,
                kind=Kind.SOCIETAL,
                deadweight=0.1,
            ),
            effect(id="E5", before=0.0, after=5_000.0, perspective=CITIZENS),
            effect(id="E6", kind=Kind.QUALITY, size=2, unit_value_kr=None),
        ),
        decisions=(
            RealisationDecision(
                effect_id="E3", status=DecisionStatus.DECIDED, post_ends=date(2027, 7, 1), committee="VN"
            ),
        ),
        retired_assets=(
            RetiredAsset(name="Gammalt system", book_value_kr=30_000.0, retired_year=START, remaining_years=1.5),
        ),
        resources=(
            ResourceRequirement(id="R1", role="IT", year=START, hours_needed=50.0, hours_available=20.0),
            ResourceRequirement(id="R2", role="IT", year=START, fte_needed=0.1, hours_available=160.0, financed=True),
        ),
    )


@pytest.fixture(scope="module")
def whole() -> Results:
    results = evaluate(_case())
    reconcile(_case(), results)
    return results


def test_every_row_is_worth_what_it_says(whole: Results) -> None:
    expected = {
        "U1": (100_000, 0),
        "U2": (40_000, 0),
        "O1": (12_500, 0),
        "D1": (10_000, 10_200),
        "D2": (0, 7_000),
        "E1": (40_000, 80_000),
        "E2": (60_000, 60_000),
        "E3": (126_000, 252_000),
        "E4": (27_000, 27_000),
        "E5": (-5_000, -5_000),
    }
    assert {row.id: row.values_kr for row in whole.rows} == {
        name: pytest.approx(values) for name, values in expected.items()
    }
    assert [row.id for row in whole.rows if row.is_one_off] == ["U1", "U2", "O1"]
    assert whole.discount_factors == pytest.approx((1, 1 / 1.1))
    assert whole.hour_costs_kr == {NURSE.name: 400.0, CITIZEN.name: 100.0}


def test_cash_releasing_counts_the_municipalitys_money(whole: Results) -> None:
    # Benefits E1 + E3: 166 000 and 332 000. Costs U1 + O1 + D1: 122 500 and 10 200.
    view = whole.main.views[View.CASH_RELEASING]
    assert view.benefits == pytest.approx((166_000, 332_000))
    assert view.costs == pytest.approx((122_500, 10_200))
    assert view.benefits_by_kind == {"financial": pytest.approx((166_000, 332_000))}
    assert view.cumulative_net == pytest.approx((43_500, 365_300))
    figures = view.figures
    assert figures.pv_benefits == pytest.approx(166_000 + 332_000 / 1.1)
    assert figures.pv_costs == pytest.approx(122_500 + 10_200 / 1.1)
    assert figures.npv == pytest.approx(43_500 + 321_800 / 1.1)
    assert figures.pv_one_off_costs == pytest.approx(112_500)
    assert figures.payback_years == 0.0
    assert figures.irr == Undefined("same-sign")
    assert figures.peak_funding_year == Undefined("never-negative")
    assert figures.first_positive_year == START


def test_all_valued_counts_every_row(whole: Results) -> None:
    # Benefits add E2 and E4 and lose the disbenefit E5: 248 000 and 414 000. Costs add U2 and D2.
    view = whole.main.views[View.ALL_VALUED]
    assert view.benefits == pytest.approx((248_000, 414_000))
    assert view.disbenefits == pytest.approx((5_000, 5_000))
    assert view.benefits_by_kind["redeployment"] == pytest.approx((60_000, 60_000))
    assert view.benefits_by_kind["societal"] == pytest.approx((27_000, 27_000))
    assert view.costs == pytest.approx((162_500, 17_200))
    assert view.costs_by_group == {
        "development": pytest.approx((140_000, 0)),
        "transition": pytest.approx((12_500, 0)),
        "running": pytest.approx((10_000, 17_200)),
    }
    npv = 85_500 + 396_800 / 1.1
    assert view.figures.npv == pytest.approx(npv)
    assert view.figures.bcr == pytest.approx((248_000 + 414_000 / 1.1) / (162_500 + 17_200 / 1.1))
    run = 10_000 + 17_200 / 1.1
    assert view.figures.bcr_modified == pytest.approx((248_000 + 414_000 / 1.1 - run) / 152_500)
    assert view.figures.net_benefit_per_krona == pytest.approx(npv / (162_500 + 17_200 / 1.1))
    assert view.figures.net_benefit_per_one_off_krona == pytest.approx(npv / 152_500)
    assert view.figures.annual_equivalent == pytest.approx(npv / (1 + 1 / 1.1))


def test_cautious_sets_all_the_municipalitys_costs_against_cash_benefits(whole: Results) -> None:
    # Cash benefits as above; costs are the cash costs and the nurses' time U2, not the region's D2.
    view = whole.main.views[View.CAUTIOUS]
    assert view.benefits == pytest.approx((166_000, 332_000))
    assert view.costs == pytest.approx((162_500, 10_200))


def test_perspectives_carry_their_own_rows(whole: Results) -> None:
    found = {part.perspective: (part.benefits, part.costs) for part in whole.main.perspectives}
    assert found == {
        "kommunen": (pytest.approx((226_000, 392_000)), pytest.approx((162_500, 10_200))),
        CITIZENS: (pytest.approx((22_000, 22_000)), (0, 0)),
        "region": ((0, 0), pytest.approx((0, 7_000))),
    }


def test_staff_time_is_the_nurses_only(whole: Results) -> None:
    # Released: E2 600 × 0.5 h × 0.5 = 150; E3 0.5 × 1 700 = 850, half of it in 2027. Used: U2 100 h.
    (nurses,) = whole.main.staff_time
    assert nurses.category == NURSE.name
    assert nurses.released_hours == pytest.approx((575, 1_000))
    assert nurses.used_hours == pytest.approx((100, 0))
    assert nurses.released_fte == pytest.approx((575 / 1_700, 1_000 / 1_700))


def test_resource_gaps_sum_the_role(whole: Results) -> None:
    # Needed 50 + 0.1 × 1 700 = 220, available 180, not financed 50.
    (gap,) = whole.main.resource_gaps
    assert (gap.needed_hours, gap.available_hours, gap.gap_hours, gap.unfinanced_hours) == pytest.approx(
        (220, 180, 40, 50)
    )


def test_the_budget_holds_capital_charges_instead_of_the_outlay(whole: Results) -> None:
    # 100 000 over 2 years from 1 July 2027: 25 000, 50 000, 25 000. Interest 2 %: half a year on 100 000,
    # then on 75 000 and 25 000. The old system: 30 000 written off in 2027; its 20 000 + 10 000 of depreciation and
    # 2 % on 30 000 and 10 000 are no longer charged from 2028.
    budget = whole.main.budget
    assert budget.years == (2027, 2028, 2029)
    assert budget.operating == pytest.approx((22_500, 10_200, 0))
    assert budget.frame_adjustment == pytest.approx((166_000, 332_000, 0))
    assert budget.investment == pytest.approx((100_000, 0, 0))
    assert budget.depreciation == pytest.approx((25_000, 50_000, 25_000))
    assert budget.interest == pytest.approx((1_000, 1_500, 500))
    assert budget.write_off == pytest.approx((30_000, 0, 0))
    assert budget.lapsed_capital_cost == pytest.approx((0, 20_600, 10_200))
    assert budget.total == pytest.approx((-87_500, -290_900, 15_300))
    assert budget.closing_book_value == pytest.approx((75_000, 25_000, 0))


def test_residual_value_and_quality_stand_apart(whole: Results) -> None:
    # 12 100 at the end of the second year: 12 100 / 1.1².
    assert whole.main.pv_residual_value == pytest.approx(10_000)
    assert whole.main.quality_effects == 1
    assert whole.main.pv_proposed_benefits == 0.0
