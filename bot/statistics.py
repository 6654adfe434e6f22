"""Satisfaction in figures: NPS, CSAT and CES with how sure they are, and whether a change is more than chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import erf, sqrt
from typing import Literal

Metric = Literal["nps", "csat", "ces"]
METRICS: tuple[Metric, ...] = ("nps", "csat", "ces")
# How many gave each score.
Counts = Mapping[int, int]

# Least and highest score asked for, and least and highest figure that can come of it.
SCALES: dict[Metric, tuple[int, int]] = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
RANGES: dict[Metric, tuple[float, float]] = {"nps": (-100.0, 100.0), "csat": (0.0, 100.0), "ces": (1.0, 7.0)}
# Under the first nothing is shown and no change called significant, under the second it is shown as uncertain (MET-01).
LEAST_SHOWN, LEAST_SURE = 10, 30

Z95 = 1.96
SIGNIFICANT_BELOW = 0.05
# Answers that are added before the uncertainty is judged, by the figure each stands for: few answers that all agree
# would else look certain. For NPS the adjusted Wald of Rocks (2016), for CSAT that of Agresti and Coull.
ADDED: dict[Metric, Mapping[float, float]] = {
    "nps": {100.0: 0.75, 0.0: 1.5, -100.0: 0.75},
    "csat": {100.0: 2.0, 0.0: 2.0},
    "ces": {7.0: 0.75, 4.0: 1.5, 1.0: 0.75},
}
# Student's t for 95 % where the series below is not yet exact.
T95 = {1: 12.7062, 2: 4.3027, 3: 3.1824, 4: 2.7764, 5: 2.5706}


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure of `n` answers and its 95 % interval; None where nobody answered.

    NPS is -100 to 100, CSAT 0 to 100 %, CES 1 to 7. `score` is what was counted; the interval need not lie around it.
    """

    n: int
    score: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """From one period to another: `delta` in the figure's own unit, two-sided `p` of the z-test."""

    delta: float
    z: float
    p: float
    significant: bool


def estimate(metric: Metric, counts: Counts) -> Estimate:
    """The figure of a metric with its interval (rules.md 3.1, 3.2).

    NPS: promoters (9, 10) less detractors (0 to 6), adjusted Wald. CSAT: share of 4 and 5, Wilson. CES: mean,
    Student's t, and NPS's adjustment when all answers are alike.
    """
    n = sum(counts.values())
    if n == 0:
        return Estimate(0, None, None, None)
    score = _mean(_figures(metric, counts))
    match metric:
        case "nps":
            low, high = _adjusted_interval(metric, counts)
        case "csat":
            low, high = _wilson(score / 100, n)
        case "ces":
            low, high = _mean_interval(metric, counts)
    least, most = RANGES[metric]
    return Estimate(n, score, max(least, low), min(most, high))


def change(metric: Metric, before: Counts, after: Counts) -> Change | None:
    """Whether the figure moved by more than chance would have it; None when a period has no answers.

    The standard errors are the plain ones; of answers that are all alike, which have none, the adjusted one.
    """
    sizes = sum(before.values()), sum(after.values())
    if not all(sizes):
        return None
    delta = _mean(_figures(metric, after)) - _mean(_figures(metric, before))
    z = delta / sqrt(_squared_error(metric, before) + _squared_error(metric, after))
    p = 1 - erf(abs(z) / sqrt(2))
    return Change(delta, z, p, significant=p < SIGNIFICANT_BELOW and min(sizes) >= LEAST_SHOWN)


def mean(counts: Counts) -> float | None:
    """The plain average score, told beside CSAT's share."""
    return _mean(counts) if any(counts.values()) else None


def _figures(metric: Metric, counts: Counts) -> dict[float, float]:
    """The counts by what each answer contributes, so that every figure is the mean of them."""
    figures: dict[float, float] = {}
    for score, number in counts.items():
        figure = _figure(metric, score)
        figures[figure] = figures.get(figure, 0) + number
    return figures


def _figure(metric: Metric, score: int) -> float:
    match metric:
        case "nps":
            return 100.0 * ((score >= 9) - (score <= 6))
        case "csat":
            return 100.0 * (score >= 4)
        case "ces":
            return float(score)


def _mean(counts: Mapping[int, int] | Mapping[float, float]) -> float:
    return sum(value * number for value, number in counts.items()) / sum(counts.values())


def _variance(counts: Mapping[float, float]) -> float:
    center = _mean(counts)
    return sum(number * (value - center) ** 2 for value, number in counts.items()) / sum(counts.values())


def _adjusted(metric: Metric, counts: Counts) -> dict[float, float]:
    figures = _figures(metric, counts)
    return {figure: figures.get(figure, 0) + ADDED[metric].get(figure, 0) for figure in figures.keys() | ADDED[metric]}


def _adjusted_interval(metric: Metric, counts: Counts) -> tuple[float, float]:
    figures = _adjusted(metric, counts)
    margin = Z95 * sqrt(_variance(figures) / sum(figures.values()))
    return _mean(figures) - margin, _mean(figures) + margin


def _wilson(share: float, n: int) -> tuple[float, float]:
    """In percent."""
    squared = Z95 * Z95
    center = (share + squared / (2 * n)) / (1 + squared / n)
    margin = Z95 * sqrt(share * (1 - share) / n + squared / (4 * n * n)) / (1 + squared / n)
    return 100 * (center - margin), 100 * (center + margin)


def _mean_interval(metric: Metric, counts: Counts) -> tuple[float, float]:
    figures, n = _figures(metric, counts), sum(counts.values())
    if _variance(figures) == 0:
        return _adjusted_interval(metric, counts)
    margin = _student(n - 1) * sqrt(_variance(figures) / (n - 1))
    return _mean(figures) - margin, _mean(figures) + margin


def _student(freedom: int) -> float:
    """Two-sided 95 % quantile of Student's t, as a series around the normal one (Abramowitz and Stegun 26.7.5)."""
    if freedom in T95:
        return T95[freedom]
    z = Z95
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, 1))


def _squared_error(metric: Metric, counts: Counts) -> float:
    """The squared standard error of the figure, never 0."""
    figures = _figures(metric, counts)
    if _variance(figures) == 0:
        figures = _adjusted(metric, counts)
    return _variance(figures) / sum(figures.values())
