"""What somebody wants, told from a few ways of asking in four languages (locales/*/phrases.toml).

All languages are compared, whatever the chat speaks: people in Luxembourg mix three in one sentence.
"""

import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from rapidfuzz import fuzz, process

from bot.config import LOCALES
from bot.i18n import TEXTS
from bot.support.results import Intent, IntentMatch

# Below the gate a likeness is chance ("wie ist das wetter"); tests/rules/test_question_phrases.py shows both sides.
GATE = 84.0
SAME_WORD = 82.0
# A word that turns the question down must be that word: "order" is not "reorder".
THAT_WORD = 90.0
# A typo in a short word makes another word of it.
SHORTEST_FUZZY_WORD = 4
LONGEST_READ = 400
# Phrases of one or two words stand for the whole question; inside a longer one they mean little.
LONGER_PHRASE = 3
# No question: what somebody says who was missing a parcel.
FOUND = "found"


@dataclass(frozen=True, slots=True)
class _Words:
    """A vocabulary, folded; `long` are those in which a typo may be forgiven."""

    all: frozenset[str]
    long: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways to ask for one thing in one language, folded."""

    intent: Intent
    short: tuple[str, ...]
    long: tuple[str, ...]
    about: _Words
    unless: _Words


def match_intents(text: str) -> list[IntentMatch]:
    """Every intent that the text comes near enough to, the best first."""
    wanted = fold(text[:LONGEST_READ])
    words = wanted.split()
    best: dict[Intent, float] = {}
    for ways in _questions():
        best[ways.intent] = max(best.get(ways.intent, 0.0), _score(wanted, words, ways))
    for intent in {ways.intent for ways in _questions() if _says(words, ways.unless, THAT_WORD)}:
        best.pop(intent, None)
    matches = [IntentMatch(intent, round(score / 100, 2)) for intent, score in best.items() if score >= GATE]
    return sorted(matches, key=lambda match: -match.confidence)


def says_found(text: str) -> bool:
    """Whether somebody who misses a parcel says that it is there. To be asked only of those who miss one."""
    wanted = fold(text[:LONGEST_READ])
    words = wanted.split()
    ways = [each for each in _all_ways() if each.intent == FOUND]
    if any(_says(words, each.unless, THAT_WORD) for each in ways):
        return False
    return max(_score(wanted, words, each) for each in ways) >= GATE


def fold(text: str) -> str:
    """Words in lower case without accents or punctuation, one blank between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def _score(wanted: str, words: list[str], ways: _Ways) -> float:
    """Other words around a long phrase do no harm; a short one must be nearly all there is."""
    if not _says(words, ways.about, SAME_WORD):
        return 0.0
    return max(_best(wanted, ways.short, fuzz.token_sort_ratio), _best(wanted, ways.long, fuzz.token_set_ratio))


def _best(wanted: str, phrases: Sequence[str], scorer: Callable[..., float]) -> float:
    found = process.extractOne(wanted, phrases, scorer=scorer, score_cutoff=GATE)
    return found[1] if found else 0.0


def _says(words: Iterable[str], vocabulary: _Words, likeness: float) -> bool:
    return any(
        word in vocabulary.all
        or (
            len(word) >= SHORTEST_FUZZY_WORD
            and process.extractOne(word, vocabulary.long, scorer=fuzz.ratio, score_cutoff=likeness) is not None
        )
        for word in words
    )


@cache
def _questions() -> tuple[_Ways, ...]:
    return tuple(ways for ways in _all_ways() if ways.intent != FOUND)


@cache
def _all_ways() -> tuple[_Ways, ...]:
    read = []
    for locale in LOCALES:
        intents = tomllib.loads((TEXTS / locale / "phrases.toml").read_text("utf-8"))
        read += [_ways(cast(Intent, intent), ways) for intent, ways in intents.items()]
    return tuple(read)


def _ways(intent: Intent, ways: dict[str, list[str]]) -> _Ways:
    phrases = [fold(phrase) for phrase in ways["phrases"]]
    return _Ways(
        intent,
        short=tuple(phrase for phrase in phrases if phrase.count(" ") + 1 < LONGER_PHRASE),
        long=tuple(phrase for phrase in phrases if phrase.count(" ") + 1 >= LONGER_PHRASE),
        about=_words(ways["about"]),
        unless=_words(ways["unless"]),
    )


def _words(words: Iterable[str]) -> _Words:
    folded = frozenset(map(fold, words))
    return _Words(folded, tuple(sorted(word for word in folded if len(word) >= SHORTEST_FUZZY_WORD)))
