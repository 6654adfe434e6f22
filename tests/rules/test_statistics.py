"""The figures are those of the books, and no number of answers makes them nonsense (rules.md 3.1, 3.2)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.statistics import (
    LEAST_SHOWN,
    METRICS,
    RANGES,
    SCALES,
    Metric,
    _student,
    change,
    estimate,
    mean,
)

metrics = st.sampled_from(METRICS)


@st.composite
def answers(draw: st.DrawFn, metric: Metric, *, most: int = 400) -> dict[int, int]:
    least, highest = SCALES[metric]
    return draw(st.dictionaries(st.integers(least, highest), st.integers(1, most), min_size=1))


def nps(promoters: int, passives: int, detractors: int) -> dict[int, int]:
    return {10: promoters, 7: passives, 3: detractors}


@pytest.mark.parametrize(
    ("counted", "score", "low", "high"),
    [
        ((50, 30, 20), 30.0, 14.1, 44.2),
        ((5, 3, 2), 30.0, -19.1, 65.2),
        ((10, 0, 0), 100.0, 47.5, 100.0),
        ((300, 120, 80), 44.0, 37.2, 50.3),
        ((1, 0, 0), 100.0, -48.5, 98.5),
    ],
)
def test_nps_is_told_with_its_adjusted_wald_interval(
    counted: tuple[int, int, int], score: float, low: float, high: float
) -> None:
    found = estimate("nps", nps(*counted))

    assert found.n == sum(counted)
    assert (found.score, found.low, found.high) == pytest.approx((score, low, high), abs=0.05)


@pytest.mark.parametrize("score", range(11))
def test_who_recommends_and_who_does_not(score: int) -> None:
    assert estimate("nps", {score: 1}).score == (100 if score >= 9 else -100 if score <= 6 else 0)


@pytest.mark.parametrize(
    ("before", "after", "delta", "z", "p", "significant"),
    [
        ((50, 30, 20), (60, 25, 15), 15.0, 1.394, 0.163, False),
        ((250, 150, 100), (300, 125, 75), 15.0, 3.118, 0.0018, True),
    ],
)
def test_a_change_of_nps_is_significant_only_when_it_is(
    before: tuple[int, int, int], after: tuple[int, int, int], delta: float, z: float, p: float, significant: bool
) -> None:
    found = change("nps", nps(*before), nps(*after))

    assert found is not None
    assert (found.delta, found.z) == pytest.approx((delta, z), abs=0.0006)
    assert found.p == pytest.approx(p, abs=0.0005)
    assert found.significant is significant


@pytest.mark.parametrize(
    ("satisfied", "n", "score", "low", "high"),
    [(8, 10, 80, 49.0, 94.3), (80, 100, 80, 71.1, 86.7), (10, 10, 100, 72.3, 100), (430, 500, 86, 82.7, 88.8)],
)
def test_csat_is_the_share_of_fours_and_fives_with_its_wilson_interval(
    satisfied: int, n: int, score: float, low: float, high: float
) -> None:
    fours = satisfied // 2
    found = estimate("csat", {4: fours, 5: satisfied - fours, 3: n - satisfied})

    # 0.06: the table rounds 72.246 up twice.
    assert (found.score, found.low, found.high) == pytest.approx((score, low, high), abs=0.06)


def test_the_mean_is_told_beside_the_share() -> None:
    assert mean({4: 1, 5: 1, 1: 2}) == 2.75
    assert mean({}) is None


def test_ces_is_a_mean_with_students_interval() -> None:
    """Ten answers with mean 5 and standard deviation 2: 5 ± 2.262 · 2 / √10."""
    found = estimate("ces", {7: 5, 3: 5})

    assert found.score == 5
    margin = 2.262 * (40 / 9) ** 0.5 / 10**0.5
    assert (found.low, found.high) == pytest.approx((5 - margin, 5 + margin), abs=0.001)


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 12.706), (4, 2.776), (5, 2.571), (9, 2.262), (29, 2.045), (99, 1.984), (9_999, 1.96)]
)
def test_students_quantiles_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    assert _student(freedom) == pytest.approx(quantile, abs=0.002)


@pytest.mark.parametrize("metric", METRICS)
def test_nobody_answered_is_no_figure(metric: Metric) -> None:
    found = estimate(metric, {})

    assert (found.n, found.score, found.low, found.high) == (0, None, None, None)
    assert change(metric, {}, {5: 3}) is None
    assert change(metric, {5: 3}, {}) is None


@given(st.data(), metrics)
def test_the_interval_stays_within_what_the_figure_can_be(data: st.DataObject, metric: Metric) -> None:
    found = estimate(metric, data.draw(answers(metric)))

    assert found.low is not None
    assert found.high is not None
    least, most = RANGES[metric]
    assert least <= found.low < found.high <= most


@given(st.data(), metrics)
def test_more_of_the_same_answers_are_surer(data: st.DataObject, metric: Metric) -> None:
    few = data.draw(answers(metric))
    many = {score: 10 * number for score, number in few.items()}
    one, ten = estimate(metric, few), estimate(metric, many)

    assert ten.score == pytest.approx(one.score)
    assert ten.high - ten.low < one.high - one.low  # type: ignore[operator]  # somebody answered


@given(st.data(), metrics)
def test_no_change_is_no_change_and_back_is_the_opposite(data: st.DataObject, metric: Metric) -> None:
    before, after = data.draw(answers(metric)), data.draw(answers(metric))
    same, there, back = change(metric, before, before), change(metric, before, after), change(metric, after, before)

    assert same is not None
    assert (same.delta, same.z, same.p, same.significant) == (0, 0, 1, False)
    assert there is not None
    assert back is not None
    assert (back.delta, back.z, back.p) == pytest.approx((-there.delta, -there.z, there.p))


@given(st.data(), metrics)
def test_a_handful_of_answers_proves_nothing(data: st.DataObject, metric: Metric) -> None:
    least, most = SCALES[metric]
    handful = {data.draw(st.integers(least, most)): LEAST_SHOWN - 1}
    found = change(metric, handful, data.draw(answers(metric)))

    assert found is not None
    assert not found.significant


def test_all_against_nobody_is_certain_without_dividing_by_zero() -> None:
    found = change("nps", {0: 10}, {10: 10})

    assert found is not None
    assert found.delta == 200
    assert found.significant


@pytest.mark.parametrize(
    ("metric", "weights"),
    [
        ("nps", [1, 0, 1, 1, 1, 3, 3, 10, 20, 25, 35]),
        ("csat", [4, 3, 8, 30, 55]),
        ("ces", [3, 3, 5, 10, 20, 30, 29]),
    ],
)
@pytest.mark.parametrize("n", [10, 30, 100])
def test_the_interval_holds_the_truth_as_often_as_it_says(metric: Metric, weights: list[int], n: int) -> None:
    """In 95 of 100 samples, give or take what intervals for small samples are known to be off by."""
    scores = range(SCALES[metric][0], SCALES[metric][1] + 1)
    truth = estimate(metric, dict(zip(scores, weights, strict=True))).score
    chance, held, samples = random.Random(7), 0, 2_000
    for _ in range(samples):
        counts: dict[int, int] = {}
        for score in chance.choices(scores, weights, k=n):
            counts[score] = counts.get(score, 0) + 1
        found = estimate(metric, counts)
        held += found.low <= truth <= found.high  # type: ignore[operator]  # somebody answered

    assert 0.92 <= held / samples <= 0.985
