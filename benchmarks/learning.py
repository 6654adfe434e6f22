"""How the weights are learned: a linear support vector machine a class, on the features that the bot itself reads."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.svm import LinearSVC

from benchmarks.noise import with_noise
from bot.config import Locale
from bot.support.features import BESIDE, CONCEPT, FORM, NEIGHBOURS, ORDER, PAIR, PIECE, Reading, read
from bot.support.lexicon import Lexicon, read_vocabulary
from bot.support.phrases import Phrase
from bot.support.results import INTENTS
from bot.support.weights import CLASSES, LARGEST, ROW, SQUARE, SQUARES, WORTH, ZERO, Weights
from bot.support.words import words_of

# How much each kind of feature counts before it is weighed by how telling it is. Found by cross-validation, as is what
# follows.
STRENGTHS = {CONCEPT: 1.0, PAIR: 0.5, ORDER: 0.4, BESIDE: 0.4, NEIGHBOURS: 0.5, PIECE: 0.2, FORM: 0.3}
OF_A_WORD = 1.0
# The inverse of how strongly large weights are held back.
LOOSENESS = 1.0
# What fewer phrases have is chance; more is asked of those kinds of which every phrase has many.
LEAST_SEEN, MANY, LEAST_OF_MANY = 2, frozenset({PIECE}), 3
# A word is ours, and a typo may be meant to be it, when so many phrases have it.
LEAST_KNOWN = 2
# By this the margins are scores whose exponentials are shares of the likelihood.
SHARPNESS = 5.0
NONE = len(INTENTS)
HALF = 127
# The bias of a class without examples.
UNLIKELY = -20.0

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Learned:
    """`telling` is what a feature counts in a text, `weights` those of features by classes; `words` are known ones."""

    names: list[str]
    telling: Matrix
    weights: Matrix
    bias: Matrix
    words: dict[str, frozenset[Locale]]


def learn(phrases: Sequence[Phrase]) -> Learned:
    words = known_words(phrases)
    readings = read_all([phrase.text for phrase in phrases], words)
    counts = Counter(feature for each in readings for feature in each.features)
    names = sorted(name for name, count in counts.items() if count >= _least(name))
    telling = np.array([strength(name) * _rareness(counts[name], len(phrases)) for name in names])
    noisy = with_noise(phrases)
    readings += read_all([phrase.text for phrase in noisy], words)
    model = LinearSVC(C=LOOSENESS)
    model.fit(matrix(readings, names, telling), [class_of(phrase) for phrase in (*phrases, *noisy)])
    weights, bias = np.zeros((len(names), CLASSES)), np.full(CLASSES, UNLIKELY)
    weights[:, model.classes_], bias[model.classes_] = SHARPNESS * model.coef_.T, SHARPNESS * model.intercept_
    return Learned(names, telling, weights, bias, words)


def class_of(phrase: Phrase) -> int:
    return INTENTS.index(phrase.intent) if phrase.intent in INTENTS else NONE


def known_words(phrases: Sequence[Phrase]) -> dict[str, frozenset[Locale]]:
    """The words of the phrases with the languages in whose phrases they stand; not those of chatter."""
    counts: Counter[str] = Counter()
    spoken: dict[str, set[Locale]] = defaultdict(set)
    for phrase in phrases:
        if class_of(phrase) != NONE:
            for word in set(words_of(phrase.text)):
                counts[word] += 1
                spoken[word].add(phrase.locale)
    return {word: frozenset(spoken[word]) for word, count in sorted(counts.items()) if count >= LEAST_KNOWN}


def read_all(texts: Sequence[str], words: Mapping[str, frozenset[Locale]]) -> list[Reading]:
    lexicon = Lexicon(read_vocabulary(), words)
    return [read(words_of(text), lexicon, text) for text in texts]


def matrix(readings: Sequence[Reading], names: Sequence[str], telling: Matrix) -> Any:
    """One row a text, of length one."""
    places = {name: place for place, name in enumerate(names)}
    rows = [[place for each in reading.features if (place := places.get(each)) is not None] for reading in readings]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([place for row in rows for place in row], dtype=np.int32)
    found = sparse.csr_matrix((telling[columns], columns, ends), shape=(len(rows), len(names)), dtype=np.float32)
    lengths = np.sqrt(np.asarray(found.multiply(found).sum(axis=1)).ravel())
    return sparse.diags((1 / np.maximum(lengths, 1e-9)).astype(np.float32)) @ found


def strength(name: str) -> float:
    return STRENGTHS.get(name[0], OF_A_WORD)


def pack(learned: Learned) -> tuple[bytes, float]:
    """The rows of bot/support/weights.py and their step; what a feature counts in a text is in its weights."""
    worth = learned.weights * learned.telling[:, None]
    largest = np.abs(worth).max(axis=1)
    step = float(largest.max()) / HALF / LARGEST
    units = np.clip(np.ceil(largest / HALF / step), 1, LARGEST)
    rows = np.zeros((len(learned.names), ROW), dtype=np.uint8)
    rows[:, :CLASSES] = np.clip(np.rint(worth / (units[:, None] * step)), -HALF, HALF) + ZERO
    rows[:, WORTH] = units
    rows[:, SQUARE] = np.clip(np.rint(learned.telling**2 * SQUARES), 1, LARGEST)
    return rows.tobytes(), step


def as_weights(learned: Learned) -> Weights:
    rows, step = pack(learned)
    return Weights(learned.names, rows, [float(each) for each in learned.bias], step)


def _least(name: str) -> int:
    return LEAST_OF_MANY if name[0] in MANY else LEAST_SEEN


def _rareness(count: int, phrases: int) -> float:
    return float(np.log((1 + phrases) / (1 + count))) + 1.0
