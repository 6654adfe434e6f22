"""The phrases of all languages, read and ready to be compared with; exchanged as a whole when they change."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import sqrt

from bot.config import LOCALES, Locale
from bot.i18n import TEXTS
from bot.support.features import Reading, read
from bot.support.fitted import Fitted, read_fitted
from bot.support.lexicon import Lexicon, read_vocabulary
from bot.support.results import INTENTS, Intent
from bot.support.words import words_of

# What a word that we do not know counts, beside one that we know.
UNKNOWN = 0.7
# A text that says less than one telling word says hardly anything, however alike it is.
LEAST_SAID = 4.0
PAIR_SIGN = "+"


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    intent: Intent
    locale: Locale


@dataclass(frozen=True, slots=True)
class Seen:
    """A text in comparison: the score of each of INTENTS, and the likest phrase of each with its likeness (0 to 1)."""

    scores: Sequence[float]
    likeness: Mapping[Intent, float]
    unknown: float


class Index:
    """Built once, never changed; texts are compared with it by any number of readers."""

    def __init__(self, phrases: Sequence[Phrase], fitted: Fitted) -> None:
        self.fitted = fitted
        self.lexicon = Lexicon(read_vocabulary(), _words(phrases))
        self._intents = [phrase.intent for phrase in phrases]
        self._masses: list[float] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(phrases):
            masses = self._single(self.read(phrase.text))
            self._masses.append(sum(masses.values()))
            for feature in masses:
                self._postings[feature].append(number)

    def read(self, text: str) -> Reading:
        return self.read_words(words_of(text))

    def read_words(self, words: Sequence[str]) -> Reading:
        return read(words, self.lexicon)

    def see(self, reading: Reading) -> Seen:
        """How the text stands to each intent; nothing is known of a text without words."""
        scores = [0.0] * len(INTENTS)
        unknown = reading.unknown * (UNKNOWN * self.fitted.most_telling) ** 2
        square = unknown
        for feature, strength in reading.features.items():
            if (weight := self.fitted.weights.get(feature)) is None:
                continue
            telling, by_intent = weight
            value = strength * telling
            square += value * value
            for place, each in by_intent:
                scores[place] += value * each
        length = max(sqrt(square), LEAST_SAID)
        return Seen([score / length for score in scores], self._likeness(reading), unknown / (square or 1.0))

    def _likeness(self, reading: Reading) -> dict[Intent, float]:
        """Of each intent the likest phrase: what both say, beside all that either says (Dice), by how telling it is."""
        masses = self._single(reading)
        shared: dict[int, float] = defaultdict(float)
        for feature, mass in masses.items():
            for number in self._postings.get(feature, ()):
                shared[number] += mass
        whole = sum(masses.values()) + reading.unknown * UNKNOWN * self.fitted.most_telling
        likeness: dict[Intent, float] = {}
        for number, mass in shared.items():
            intent = self._intents[number]
            like = 2 * mass / (whole + self._masses[number])
            if like > likeness.get(intent, 0.0):
                likeness[intent] = like
        return likeness

    def _single(self, reading: Reading) -> dict[str, float]:
        """The features that are no pairs, by how telling they are."""
        return {
            feature: strength * self._telling(feature)
            for feature, strength in reading.features.items()
            if PAIR_SIGN not in feature
        }

    def _telling(self, feature: str) -> float:
        weight = self.fitted.weights.get(feature)
        return weight[0] if weight else self.fitted.most_telling


@cache
def read_phrases() -> tuple[Phrase, ...]:
    """What stands in locales/*/phrases.toml."""
    return tuple(
        Phrase(text, intent, locale)
        for locale in LOCALES
        for intent, ways in _sections(locale).items()
        for text in ways["phrases"]
    )


def digest_of_texts() -> str:
    """Of the phrases and words that the weights were fitted to."""
    files = (TEXTS / locale / name for locale in LOCALES for name in ("phrases.toml", "words.toml"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


_current: Index | None = None


def current_index() -> Index:
    """The index that everybody searches; the first call builds it."""
    return _current or exchange_index(())


def exchange_index(added: Iterable[Phrase]) -> Index:
    """Build an index of our phrases and these, and let everybody search it from now on.

    Whoever is searching goes on in the old one. Safe to call in a thread.
    """
    global _current  # noqa: PLW0603  # the one reference, set once the new index is whole
    _current = index = Index((*read_phrases(), *added), read_fitted())
    return index


def _sections(locale: Locale) -> dict[Intent, dict[str, list[str]]]:
    read_ways = tomllib.loads((TEXTS / locale / "phrases.toml").read_text("utf-8"))
    return {intent: read_ways[intent] for intent in INTENTS}


def _words(phrases: Iterable[Phrase]) -> dict[str, frozenset[Locale]]:
    spoken: dict[str, set[Locale]] = defaultdict(set)
    for word, locale in _spoken(phrases):
        spoken[word].add(locale)
    return {word: frozenset(locales) for word, locales in spoken.items()}


def _spoken(phrases: Iterable[Phrase]) -> Iterator[tuple[str, Locale]]:
    for phrase in phrases:
        for word in words_of(phrase.text):
            yield word, phrase.locale
