"""Learn from the phrases how to tell intents apart and when to answer: `python -m benchmarks.fit_gates`.

Writes bot/support/learned/: the weights (benchmarks/learning.py), the words and phrases that are known, the
calibration of the confidence, and the gates of each language (benchmarks/bars.py) with the figures that they reach. All
figures are cross-validated on the phrases, author by author: what one has written is judged by what was learned from
the others, because phrases of one author resemble each other. benchmarks/chatter.toml stands for what is none of our
business. The test sets in benchmarks/understanding are not read. Needs scikit-learn (`make bench` installs it) and some
minutes.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from benchmarks.bars import NEAR, Guess, author_of, fit_gate
from benchmarks.chatter import read_chatter
from benchmarks.learning import Learned, as_weights, class_of, learn, pack
from bot.config import LOCALES, Locale
from bot.support.index import Index, Seen
from bot.support.matching import MOST_OFFERED, match
from bot.support.model import (
    CLASSES,
    FEATURES,
    FOLDER,
    GATES,
    KNOWN,
    WEIGHTS,
    WORDS,
    Facts,
    Gate,
    Known,
    Model,
    digest_of_words,
    write_words,
)
from bot.support.phrases import Phrase, digest_of_texts, read_phrases
from bot.support.results import INTENTS

# What is learned from less than this share of the texts of a language says little about what is learned from all: an
# author who has written more of them than the rest is not judged in it.
LEAST_LEFT = 0.6
# There are ten times as many texts that are our business as texts that are none, and bars for both: by this weight of
# the latter in the calibration most is answered within them. Found by cross-validation; so it is from 1.5 to 2.5, and
# less is answered by 1 and by 3.
CHATTER_COUNTS = 2.0
AT_ONCE = 2
FACTS = len(Facts(0.5, 0.5, 0.5, 0.0, 0).values())
UNGATED = dict.fromkeys(LOCALES, Gate(0.0, 0.0))


@dataclass(frozen=True, slots=True)
class Fold:
    """What was learned from all others, and what it makes of the texts of one author."""

    model: Model
    guesses: list[Guess]


def main() -> None:
    phrases = [*read_phrases(), *read_chatter()]
    folds = _folds(phrases)
    guesses = [guess for fold in folds for guess in fold.guesses]
    calibration = _calibrate(guesses)
    gates = {locale: fit_gate(guesses, calibration, locale) for locale in LOCALES}
    reached = _reached(folds, calibration, gates)
    _write(learn(phrases), phrases, calibration, gates, reached)
    print(json.dumps(reached, indent=1))


def model_of(learned: Learned, phrases: Sequence[Phrase]) -> Model:
    """Without gates: everything is answered."""
    model = Model(as_weights(learned), learned.words, Known(b""), (0.0,) * FACTS, UNGATED, "")
    return replace(model, known=Known(_known(model, phrases)))


def _folds(phrases: Sequence[Phrase]) -> list[Fold]:
    """One for each author of whom enough is independent, two at a time: each takes a minute."""
    written = Counter((author_of(phrase), phrase.locale) for phrase in phrases)
    whole = Counter(phrase.locale for phrase in phrases)
    judged: dict[str, set[Locale]] = {}
    for (author, locale), count in sorted(written.items()):
        if whole[locale] - count >= LEAST_LEFT * whole[locale]:
            judged.setdefault(author, set()).add(locale)
    with ProcessPoolExecutor(AT_ONCE) as processes:
        return list(processes.map(partial(_fold, phrases), judged, judged.values()))


def _fold(phrases: Sequence[Phrase], author: str, judged: set[Locale]) -> Fold:
    others = [phrase for phrase in phrases if author_of(phrase) != author]
    model = model_of(learn(others), others)
    index = Index((), model)
    apart = [phrase for phrase in phrases if author_of(phrase) == author and phrase.locale in judged]
    return Fold(model, [_guess(phrase, index) for phrase in apart])


def _guess(phrase: Phrase, index: Index) -> Guess:
    seen = index.see(index.read(phrase.text))
    best = _best(seen)
    return Guess(phrase, best == class_of(phrase), seen.facts(best))


def _best(seen: Seen) -> int:
    return max(range(len(INTENTS)), key=lambda place: seen.likely[place])


def _calibrate(guesses: Sequence[Guess]) -> tuple[float, ...]:
    """Logistic regression, by Newton's method: how likely the best guess is right."""
    seen = np.array([guess.facts.values() for guess in guesses])
    right = np.array([float(guess.is_right) for guess in guesses])
    counts = np.array([CHATTER_COUNTS if guess.is_chatter else 1.0 for guess in guesses])
    found = np.zeros(seen.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-seen @ found))
        slope = seen.T @ (counts * (right - likely)) - 1e-3 * found
        bend = (seen * (counts * likely * (1 - likely))[:, None]).T @ seen + 1e-3 * np.eye(len(found))
        found += np.linalg.solve(bend, slope)
    return tuple(round(float(each), 4) for each in found)


def _reached(
    folds: Sequence[Fold], calibration: tuple[float, ...], gates: dict[Locale, Gate]
) -> dict[str, dict[str, float]]:
    """What the whole of the matching makes of each text that was kept apart."""
    counts: dict[Locale, dict[str, int]] = {locale: {} for locale in LOCALES}
    for fold in folds:
        gated = Index((), replace(fold.model, calibration=calibration, gates=gates))
        for phrase in (guess.phrase for guess in fold.guesses):
            for name, is_so in _outcome(phrase, gated) if not phrase.hand.startswith(NEAR) else ():
                counts[phrase.locale][name] = counts[phrase.locale].get(name, 0) + is_so
    return {
        locale: {
            name: round(count.get(name, 0) / max(1, count.get("chatter" if "chatter" in name else "asked", 0)), 3)
            for name in ("answered", "wrong", "first", "among_three", "chatter_answered")
        }
        for locale, count in counts.items()
    }


def _outcome(phrase: Phrase, index: Index) -> Iterator[tuple[str, bool]]:
    matched = match(phrase.text, index=index)
    is_answered = matched.verdict == "answer"
    if phrase.intent not in INTENTS:
        yield from (("chatter", True), ("chatter_answered", is_answered))
        return
    is_right = matched.best is not None and matched.best.intent == phrase.intent
    yield from (("asked", True), ("answered", is_answered), ("wrong", is_answered and not is_right))
    yield "first", is_right
    yield "among_three", phrase.intent in [each.intent for each in matched.offered[:MOST_OFFERED]]


def _known(model: Model, phrases: Sequence[Phrase]) -> bytes:
    """The records of phrases whose words mean one thing."""
    index = Index((), model)
    meant: dict[bytes, set[int]] = {}
    for phrase in phrases:
        if said := index.read(phrase.text).said:
            meant.setdefault(digest_of_words(said), set()).add(class_of(phrase))
    return b"".join(words + bytes(classes) for words, classes in sorted(meant.items()) if len(classes) == 1)


def _write(
    learned: Learned,
    phrases: Sequence[Phrase],
    calibration: tuple[float, ...],
    gates: dict[Locale, Gate],
    reached: dict[str, dict[str, float]],
) -> None:
    FOLDER.mkdir(exist_ok=True)
    rows, step = pack(learned)
    WEIGHTS.write_bytes(rows)
    FEATURES.write_text("\n".join(learned.names), "utf-8")
    WORDS.write_text(write_words(learned.words), "utf-8")
    KNOWN.write_bytes(_known(model_of(learned, phrases), phrases))
    facts: dict[str, Any] = {
        "about": "written by `python -m benchmarks.fit_gates`; figures are cross-validated, author by author",
        "digest": digest_of_texts(),
        "classes": len(CLASSES),
        "step": step,
        "bias": [round(float(each), 4) for each in learned.bias],
        "calibration": calibration,
        "gates": {
            locale: {"answer": gate.answer, "mention": gate.mention, **reached[locale]}
            for locale, gate in gates.items()
        },
    }
    GATES.write_text(json.dumps(facts, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
