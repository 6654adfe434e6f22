"""Whether somebody who misses a parcel says that it is there (locales/*/found.toml)."""

import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from bot.config import LOCALES
from bot.i18n import TEXTS

# Below the gate a likeness is chance; tests/rules/test_question_phrases.py shows both sides.
GATE = 84.0
SAME_WORD = 82.0
# A word that turns the question down must be that word.
THAT_WORD = 90.0
# A typo in a short word makes another word of it.
SHORTEST_FUZZY_WORD = 4
LONGEST_READ = 400
# Phrases of one or two words stand for the whole message; inside a longer one they mean little.
LONGER_PHRASE = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """A vocabulary, folded; `long` are those in which a typo may be forgiven."""

    all: frozenset[str]
    long: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways to say so in one language, folded."""

    short: tuple[str, ...]
    long: tuple[str, ...]
    about: _Words
    unless: _Words


def says_found(text: str) -> bool:
    """To be asked only of those who miss a parcel."""
    said = fold(text[:LONGEST_READ])
    words = said.split()
    if any(_says(words, ways.unless, THAT_WORD) for ways in _all_ways()):
        return False
    return max(_score(said, words, ways) for ways in _all_ways()) >= GATE


def fold(text: str) -> str:
    """Words in lower case without accents or punctuation, one blank between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def _score(said: str, words: list[str], ways: _Ways) -> float:
    """Other words around a long phrase do no harm; a short one must be nearly all there is."""
    if not _says(words, ways.about, SAME_WORD):
        return 0.0
    return max(_best(said, ways.short, fuzz.token_sort_ratio), _best(said, ways.long, fuzz.token_set_ratio))


def _best(said: str, phrases: Sequence[str], scorer: Callable[..., float]) -> float:
    found = process.extractOne(said, phrases, scorer=scorer, score_cutoff=GATE)
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
    return tuple(_ways(tomllib.loads((TEXTS / locale / "found.toml").read_text("utf-8"))) for locale in LOCALES)


def _ways(ways: dict[str, list[str]]) -> _Ways:
    phrases = [fold(phrase) for phrase in ways["phrases"]]
    return _Ways(
        short=tuple(phrase for phrase in phrases if phrase.count(" ") + 1 < LONGER_PHRASE),
        long=tuple(phrase for phrase in phrases if phrase.count(" ") + 1 >= LONGER_PHRASE),
        about=_words(ways["about"]),
        unless=_words(ways["unless"]),
    )


def _words(words: Iterable[str]) -> _Words:
    folded = frozenset(map(fold, words))
    return _Words(folded, tuple(sorted(word for word in folded if len(word) >= SHORTEST_FUZZY_WORD)))
