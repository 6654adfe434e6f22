"""What benchmarks/fit_gates.py has learned from the phrases, read from learned/: see `Model`."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from math import exp, log
from pathlib import Path

from bot.config import LOCALES, Locale
from bot.support.results import INTENTS, Intent
from bot.support.weights import Weights

FOLDER = Path(__file__).resolve().parent / "learned"
GATES, FEATURES, WEIGHTS = FOLDER / "gates.json", FOLDER / "features.txt", FOLDER / "weights.bin"
WORDS, KNOWN = FOLDER / "words.txt", FOLDER / "known.bin"
# Of a phrase that is known word for word a record keeps the digest of its words and the place of its intent.
DIGEST = 7
RECORD = DIGEST + 1
# What is none of our business comes last of the classes.
CLASSES: tuple[Intent, ...] = (*INTENTS, "unknown")
NEVER, FARTHEST = 1e-9, 30.0


@dataclass(frozen=True, slots=True)
class Gate:
    """From which confidence one language's questions are answered, and from which they are asked back."""

    answer: float
    mention: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What is seen of a guess: its share of the likelihood, that of its rival and of "none of our business".

    `unknown` is the share of the words that are not known; `words` is their number.
    """

    best: float
    rival: float
    nothing: float
    unknown: float
    words: int

    def values(self) -> tuple[float, ...]:
        """As the calibration weighs them; the first is its base."""
        return (
            1.0,
            _log_odds(self.best),
            log((self.best + NEVER) / (self.rival + NEVER)),
            _log_odds(self.nothing),
            self.unknown,
            1 / (1 + self.words),
        )


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of features; `words` that are known, by language; phrases `known` word for word; when to answer.

    `calibration` weighs `Facts.values()`: the logistic function of their sum is how likely a guess is right.
    """

    weights: Weights
    words: Mapping[str, frozenset[Locale]]
    known: "Known"
    calibration: tuple[float, ...]
    gates: Mapping[Locale, Gate]
    digest: str

    def confidence(self, facts: Facts) -> float:
        return confidence(facts, self.calibration)


class Known:
    """Which intent is meant by exactly these words, in whichever order; sorted records, looked up by halving."""

    def __init__(self, records: bytes) -> None:
        self._records = records

    def find(self, words: Iterable[str]) -> Intent | None:
        wanted = digest_of_words(words)
        low, high = 0, len(self._records) // RECORD
        while low < high:
            middle = (low + high) // 2
            start = middle * RECORD
            found = self._records[start : start + DIGEST]
            if found == wanted:
                return CLASSES[self._records[start + DIGEST]]
            low, high = (middle + 1, high) if found < wanted else (low, middle)
        return None


@cache
def read_model() -> Model:
    facts = json.loads(GATES.read_text("utf-8"))
    names = FEATURES.read_text("utf-8").split("\n")
    return Model(
        Weights(names, WEIGHTS.read_bytes(), facts["bias"], facts["step"]),
        _read_words(WORDS.read_text("utf-8")),
        Known(KNOWN.read_bytes()),
        tuple(facts["calibration"]),
        {locale: Gate(facts["gates"][locale]["answer"], facts["gates"][locale]["mention"]) for locale in LOCALES},
        facts["digest"],
    )


def confidence(facts: Facts, calibration: Sequence[float]) -> float:
    """How likely the guess is right, from 0 to 1."""
    sum_ = sum(weight * value for weight, value in zip(calibration, facts.values(), strict=True))
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, sum_))))


def digest_of_words(words: Iterable[str]) -> bytes:
    return blake2b(" ".join(sorted(words)).encode(), digest_size=DIGEST).digest()


def write_words(words: Mapping[str, Collection[Locale]]) -> str:
    """A line for each set of languages: the languages, then the words that stand in phrases of these."""
    lines: dict[str, list[str]] = {}
    for word, locales in sorted(words.items()):
        lines.setdefault(",".join(sorted(locales)), []).append(word)
    return "\n".join(f"{locales} {' '.join(each)}" for locales, each in sorted(lines.items())) + "\n"


def _read_words(text: str) -> dict[str, frozenset[Locale]]:
    words: dict[str, frozenset[Locale]] = {}
    for line in text.splitlines():
        named, *spoken = line.split(" ")
        locales = frozenset(locale for locale in LOCALES if locale in named.split(","))
        words.update(dict.fromkeys(spoken, locales))
    return words


def _log_odds(share: float) -> float:
    return log((share + NEVER) / (1 - share + NEVER))
