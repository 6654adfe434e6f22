"""What benchmarks/fit_gates.py has learned from the phrases: weights, confidence, and gates per language."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from bot.config import LOCALES, Locale

FOLDER = Path(__file__).resolve().parent / "fitted"
GATES, WEIGHTS = FOLDER / "gates.json", FOLDER / "weights.txt"
# Weights are kept as whole thousandths.
PARTS = 1_000
LEAST = 0.02

# How telling a feature is (its inverse document frequency), and its weight for each of INTENTS.
Weight = tuple[float, tuple[tuple[int, float], ...]]


@dataclass(frozen=True, slots=True)
class Gate:
    """From which confidence one language's questions are answered, and from which they are asked back."""

    answer: float
    mention: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The logistic function from what is seen of an intent to how likely it is the right one.

    `joined` is how much likeness to a single phrase counts in the score.
    """

    joined: float
    base: float
    score: float
    margin: float
    likeness: float
    unknown: float

    def confidence(self, score: float, margin: float, likeness: float, unknown: float) -> float:
        """From 0 to 1; `unknown` is the share of the text that is not understood."""
        sum_ = self.base + self.score * score + self.margin * margin
        sum_ += self.likeness * likeness + self.unknown * unknown
        return 1 / (1 + exp(-sum_))


class Weights:
    """The weights by feature; a line of the file is parsed when its feature is first met."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines
        self._parsed: dict[str, Weight] = {}

    def get(self, feature: str) -> Weight | None:
        found = self._parsed.get(feature)
        if found is None and (line := self._lines.get(feature)) is not None:
            found = self._parsed[feature] = _parse(line)
        return found


@dataclass(frozen=True, slots=True)
class Fitted:
    """`most_telling` is the inverse document frequency of a word that stands in no phrase."""

    weights: Weights
    most_telling: float
    calibration: Calibration
    gates: Mapping[Locale, Gate]
    digest: str


@cache
def read_fitted() -> Fitted:
    facts = json.loads(GATES.read_text("utf-8"))
    lines = dict(line.split("\t", 1) for line in WEIGHTS.read_text("utf-8").splitlines())
    return Fitted(
        Weights(lines),
        facts["most_telling"],
        Calibration(**facts["calibration"]),
        {locale: Gate(facts["gates"][locale]["answer"], facts["gates"][locale]["mention"]) for locale in LOCALES},
        facts["digest"],
    )


def write_line(feature: str, telling: float, weights: Sequence[float]) -> str:
    """One line of the file: what is too small to matter is left out."""
    kept = [f"{place}:{round(weight * PARTS)}" for place, weight in enumerate(weights) if abs(weight) >= LEAST]
    return f"{feature}\t{round(telling * PARTS)} {' '.join(kept)}".rstrip()


def _parse(line: str) -> Weight:
    telling, *weights = line.split()
    pairs = (each.split(":") for each in weights)
    return int(telling) / PARTS, tuple((int(place), int(weight) / PARTS) for place, weight in pairs)
