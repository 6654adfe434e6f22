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
    for ways in _all_ways():
        best[ways.intent] = max(best.get(ways.intent, 0.0), _score(wanted, words, ways))
    if any(_says(words, ways.unless, THAT_WORD) for ways in _all_ways()):
        best.pop("order_status", None)
    matches = [IntentMatch(intent, round(score / 100, 2)) for intent, score in best.items() if score >= GATE]
    return sorted(matches, key=lambda match: -match.confidence)


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
