"""Learn from the phrases how to tell intents apart and when to answer: `python -m benchmarks.fit_gates`.

Writes bot/support/fitted/: the weights of a linear classifier (ridge regression on the features of
bot/support/features.py), the calibration of its confidence, and the gates of each language with the figures that they
reach. All figures are cross-validated on the phrases: each fifth of them is judged by what was learned from the rest,
with the words of the rest. benchmarks/chatter.toml stands for what is none of our business. The test sets in
benchmarks/understanding are not read. Takes a minute or two.
"""

import json
import math
import random
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.config import LOCALES, Locale
from bot.support.fitted import FOLDER, GATES, WEIGHTS, Calibration, Fitted, Gate, Weights, write_line
from bot.support.index import Index, Phrase, digest_of_texts, read_phrases
from bot.support.results import INTENTS, Intent

CHATTER = Path(__file__).parent / "chatter.toml"
FOLDS, SEED = 5, 20261122
RIDGE = 0.3
# What an example of another intent should score; those of one's own should score 1.
ELSEWHERE = -0.1
JOINED = (0.0, 0.25, 0.5, 0.75)
# The bars of issue 6, kept with a distance: other people write differently.
MOST_WRONG, MOST_CHATTER = 0.02, 0.03
MENTIONED = 0.08
OPEN = Gate(0.0, 0.0)

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was seen of one text that was kept apart; `intent` is None for chatter."""

    intent: Intent | None
    locale: Locale
    scores: tuple[float, ...]
    likeness: tuple[float, ...]
    unknown: float


@dataclass(frozen=True, slots=True)
class Guess:
    """The best guess at a text with its confidence, and whether it and one of the first three are right."""

    locale: Locale
    is_chatter: bool
    is_right: bool
    is_among_three: bool
    facts: tuple[float, float, float, float]


def main() -> None:
    phrases = read_phrases()
    judged = [each for fold in range(FOLDS) for each in _judge_fold(phrases, fold)]
    joined = max(JOINED, key=lambda weight: _right_share(judged, weight))
    guesses = [_guess(each, joined) for each in judged]
    calibration = _calibrate(guesses, joined)
    gates = {locale: _fit_gate(guesses, calibration, locale) for locale in LOCALES}
    weights, most_telling = learn(phrases, [text for texts in _chatter().values() for text in texts])
    _write(weights, most_telling, calibration, gates)
    print(json.dumps(gates, indent=1))


def learn(phrases: Sequence[Phrase], chatter: Sequence[str]) -> tuple[dict[str, tuple[float, Matrix]], float]:
    """Each feature's inverse document frequency and weights, and the frequency of what stands in no phrase.

    Chatter is an example of no intent; its words do not become known by that.
    """
    index = Index(phrases, _unfitted())
    features = [index.read(text).features for text in (*(phrase.text for phrase in phrases), *chatter)]
    counts = Counter(feature for each in features for feature in each)
    telling = {feature: math.log(1 + len(phrases) / count) for feature, count in counts.items()}
    places = {feature: place for place, feature in enumerate(counts)}
    examples = np.zeros((len(features), len(places)))
    for row, each in enumerate(features):
        for feature, strength in each.items():
            examples[row, places[feature]] = strength * telling[feature]
    wanted = np.full((len(features), len(INTENTS)), ELSEWHERE)
    for row, phrase in enumerate(phrases):
        wanted[row, INTENTS.index(phrase.intent)] = 1.0
    examples /= np.maximum(np.linalg.norm(examples, axis=1, keepdims=True), 1e-9)
    alike = examples @ examples.T + RIDGE * np.eye(len(features))
    learned = examples.T @ np.linalg.solve(alike, wanted)
    most_telling = math.log(1 + len(phrases))
    return {feature: (telling[feature], learned[place]) for feature, place in places.items()}, most_telling


def _judge_fold(phrases: Sequence[Phrase], fold: int) -> Iterable[Judged]:
    """Texts that say the same in the same words are kept apart together."""
    chance = random.Random(SEED)
    groups = {phrase.text.casefold(): chance.randrange(FOLDS) for phrase in phrases}
    learned = [phrase for phrase in phrases if groups[phrase.text.casefold()] != fold]
    chatter = _chatter()
    others = [text for texts in chatter.values() for place, text in enumerate(texts) if place % FOLDS != fold]
    weights, most_telling = learn(learned, others)
    index = Index(learned, _fitted(weights, most_telling))
    for phrase in phrases:
        if groups[phrase.text.casefold()] == fold:
            yield _judge(index, phrase.text, phrase.intent, phrase.locale)
    for locale, texts in chatter.items():
        for text in texts[fold::FOLDS]:
            yield _judge(index, text, None, locale)


def _judge(index: Index, text: str, intent: Intent | None, locale: Locale) -> Judged:
    seen = index.see(index.read(text))
    likeness = tuple(seen.likeness.get(each, 0.0) for each in INTENTS)
    return Judged(intent, locale, tuple(seen.scores), likeness, seen.unknown)


def _right_share(judged: Sequence[Judged], joined: float) -> float:
    return sum(_guess(each, joined).is_right for each in judged)


def _guess(judged: Judged, joined: float) -> Guess:
    scores = [score + joined * like for score, like in zip(judged.scores, judged.likeness, strict=True)]
    best, second, third = sorted(range(len(scores)), key=lambda place: -scores[place])[:3]
    right = INTENTS.index(judged.intent) if judged.intent else None
    facts = (scores[best], scores[best] - scores[second], judged.likeness[best], judged.unknown)
    return Guess(judged.locale, right is None, best == right, right in (best, second, third), facts)


def _calibrate(guesses: Sequence[Guess], joined: float) -> Calibration:
    """Logistic regression, by Newton's method: how likely the best guess is right."""
    seen = np.array([(1.0, *guess.facts) for guess in guesses])
    right = np.array([float(guess.is_right) for guess in guesses])
    found = np.zeros(seen.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-seen @ found))
        slope = seen.T @ (right - likely) - 1e-3 * found
        bend = (seen * (likely * (1 - likely))[:, None]).T @ seen + 1e-3 * np.eye(len(found))
        found += np.linalg.solve(bend, slope)
    base, score, margin, likeness, unknown = (round(float(value), 4) for value in found)
    return Calibration(joined, base, score, margin, likeness, unknown)


def _fit_gate(guesses: Sequence[Guess], calibration: Calibration, locale: Locale) -> dict[str, float]:
    """The lowest gate that answers few enough wrongly, with the figures that it reaches in cross-validation.

    Chatter of all languages counts in each: there is too little of a single one to tell.
    """
    judged = sorted(
        (
            (calibration.confidence(*guess.facts), guess)
            for guess in guesses
            if guess.locale == locale or guess.is_chatter
        ),
        key=lambda pair: -pair[0],
    )
    chatter = sum(guess.is_chatter for _, guess in judged)
    asked = len(judged) - chatter
    answered = right = bad = answered_chatter = 0
    best: dict[str, float] = {"answer": 0.99}
    for confidence, guess in judged:
        answered_chatter += guess.is_chatter
        answered += not guess.is_chatter
        right += guess.is_right
        bad = answered - right
        if bad <= MOST_WRONG * asked and answered_chatter <= MOST_CHATTER * chatter:
            best = {
                "answer": math.floor(confidence * 1_000) / 1_000,
                "answered": round(answered / asked, 3),
                "wrong": round(bad / asked, 3),
                "chatter_answered": round(answered_chatter / chatter, 3),
            }
    first = sum(guess.is_right for _, guess in judged) / asked
    three = sum(guess.is_among_three for _, guess in judged) / asked
    return best | {"mention": MENTIONED, "first": round(first, 3), "among_three": round(three, 3)}


def _write(
    weights: dict[str, tuple[float, Matrix]],
    most_telling: float,
    calibration: Calibration,
    gates: dict[Locale, dict[str, float]],
) -> None:
    FOLDER.mkdir(exist_ok=True)
    lines = [write_line(feature, telling, list(learned)) for feature, (telling, learned) in sorted(weights.items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")
    facts = {
        "about": "written by `python -m benchmarks.fit_gates`; figures are cross-validated on the phrases",
        "digest": digest_of_texts(),
        "most_telling": round(most_telling, 4),
        "calibration": {name: getattr(calibration, name) for name in calibration.__slots__},
        "gates": gates,
    }
    GATES.write_text(json.dumps(facts, indent=2) + "\n", "utf-8")


def _fitted(weights: dict[str, tuple[float, Matrix]], most_telling: float) -> Fitted:
    lines = (write_line(feature, telling, list(learned)) for feature, (telling, learned) in weights.items())
    nothing = Calibration(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    kept = dict(line.split("\t", 1) for line in lines)
    return Fitted(Weights(kept), most_telling, nothing, dict.fromkeys(LOCALES, OPEN), "")


def _unfitted() -> Fitted:
    return _fitted({}, 1.0)


def _chatter() -> dict[Locale, list[str]]:
    read = tomllib.loads(CHATTER.read_text("utf-8"))
    return {locale: read[locale] for locale in LOCALES}


if __name__ == "__main__":
    main()
