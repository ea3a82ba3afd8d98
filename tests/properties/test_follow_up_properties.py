"""Whatever is measured: what was promised is realised, at risk, unknown or not due, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from vardering.engine.follow_up import follow_effect
from vardering.model.follow_up import Level, Promise, Split

AMOUNTS = st.floats(-1e6, 1e6, allow_subnormal=False)
TIMES = st.floats(-1.0, 9.0).map(lambda time: round(time, 3))


@st.composite
def promises(draw: st.DrawFn) -> Promise:
    """Promises of one to eight years, benefits and disbenefits, measured at any time in any way."""
    years = draw(st.integers(1, 8))
    a_year = st.lists(AMOUNTS, min_size=years, max_size=years).map(tuple)
    levels = draw(
        st.lists(
            st.builds(
                Level,
                time=TIMES,
                actual=st.none() | AMOUNTS,
                realised_kr=st.none() | AMOUNTS,
                realised_hours=st.none() | AMOUNTS,
            ),
            max_size=6,
        )
    )
    return Promise(
        effect_id="E1",
        kr=draw(a_year),
        hours=draw(a_year),
        shares=draw(st.lists(st.sampled_from((0.0, 0.25, 0.5, 1.0)), min_size=years, max_size=years).map(tuple)),
        baseline=draw(st.none() | st.floats(-100, 100)),
        target=draw(st.none() | st.floats(-100, 100)),
        due=tuple(sorted(draw(st.sets(TIMES.filter(lambda time: time > 0), max_size=6)))),
        window=draw(st.floats(0.0, 0.25)),
        levels=tuple(sorted(levels, key=lambda level: level.time)),
        is_lapsed=draw(st.booleans()),
    )


def adds_up(split: Split, promised: float) -> None:
    whole = split.realised + split.at_risk + split.unknown + split.not_due
    scale = max(abs(promised), abs(split.realised), abs(split.missed), abs(split.threatened), abs(split.unknown), 1.0)
    assert abs(split.promised - promised) <= 1e-9 * max(scale, 1e6)
    assert abs(whole - promised) <= 1e-9 * max(scale, 1e6)
    assert split.surplus >= 0.0
    assert split.missed >= 0.0
    assert split.threatened >= 0.0


@given(promises(), st.floats(-1.0, 12.0))
def test_the_parts_of_a_promise_make_the_whole_in_every_state(promise: Promise, today: float) -> None:
    found = follow_effect(promise, today)
    adds_up(found.kr, sum(promise.kr))
    adds_up(found.hours, sum(promise.hours))


@given(promises(), st.floats(-1.0, 12.0), st.floats(0.0, 3.0))
def test_time_alone_realises_nothing_before_it_is_due(promise: Promise, today: float, later: float) -> None:
    """Without measurements time only moves the promise from not due to unknown."""
    bare = Promise(
        effect_id=promise.effect_id,
        kr=tuple(map(abs, promise.kr)),
        hours=promise.hours,
        shares=promise.shares,
        due=promise.due,
    )
    now, then = follow_effect(bare, today).kr, follow_effect(bare, today + later).kr
    assert now.realised == then.realised == 0.0
    assert now.unknown <= then.unknown + 1e-6
