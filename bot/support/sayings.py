"""What is said in so many words that no intent of its own stands for: "my returns", "the label again", "what now?".

The ways to say it stand in locales/*/sayings.toml, all languages at once, since people mix them.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from rapidfuzz.distance import OSA

from bot.config import LOCALES
from bot.i18n import TEXTS
from bot.support.spoken import parts_of
from bot.support.words import spell

Saying = Literal[
    "orders",
    "returns",
    "label",
    "keep",
    "next",
    "until",
    "form",
    "restock",
    "back",
    "damaged",
    "undamaged",
    "refund",
    "replacement",
]

# Longer texts tell a story; what stands somewhere in them is not what they say.
MOST_WORDS = 24
# So many other words may stand between two of a way.
BETWEEN = 4
# In a word of so many letters one slip is forgiven.
FORGIVEN_FROM = 6
ANY, EITHER = "*", "|"


@dataclass(frozen=True, slots=True)
class _Word:
    """One place of a way: the words that may stand there, and beginnings, ends and middles of such words."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    holds: tuple[str, ...]
    slips: Mapping[int, tuple[str, ...]]  # the words that may be written with a slip, by the letters this leaves

    def is_(self, word: str) -> bool:
        # Asked some hundred times a text, and nearly always in vain.
        if word in self.whole or word.startswith(self.begins) or word.endswith(self.ends):
            return True
        if self.holds and any(part in word for part in self.holds):
            return True
        near = self.slips.get(len(word))
        return near is not None and any(OSA.distance(word, each, score_cutoff=1) <= 1 for each in near)


@dataclass(frozen=True, slots=True)
class _Ways:
    """How one thing is said in one language; with a word of `unless` it is another, besides `only` nothing is said."""

    ways: tuple[tuple[_Word, ...], ...]
    unless: _Word
    only: _Word | None


def says(saying: Saying, text: str) -> bool:
    """Whether the text says this, in one of the languages."""
    words = parts_of(text)
    return 0 < len(words) <= MOST_WORDS and any(_is_said(words, ways) for ways in _all_ways()[saying])


def _is_said(words: Sequence[str], ways: _Ways) -> bool:
    only = ways.only
    if any(map(ways.unless.is_, words)):
        return False
    for way in ways.ways:
        used = _find(words, way)
        if used is not None and (only is None or all(i in used or only.is_(word) for i, word in enumerate(words))):
            return True
    return False


def _find(words: Sequence[str], way: Sequence[_Word]) -> set[int] | None:
    """The places of the words of a way, in its order."""
    for first, word in enumerate(words):
        if way[0].is_(word) and (used := _rest(words, way[1:], first)) is not None:
            return {first, *used}
    return None


def _rest(words: Sequence[str], way: Sequence[_Word], before: int) -> list[int] | None:
    used = []
    for each in way:
        ahead = range(before + 1, min(before + 2 + BETWEEN, len(words)))
        place = next((i for i in ahead if each.is_(words[i])), None)
        if place is None:
            return None
        used.append(place)
        before = place
    return used


@cache
def _all_ways() -> Mapping[str, tuple[_Ways, ...]]:
    files = [tomllib.loads((TEXTS / locale / "sayings.toml").read_text("utf-8")) for locale in LOCALES]
    return {saying: tuple(_ways(file[saying]) for file in files) for saying in files[0]}


def _ways(told: Mapping[str, Any]) -> _Ways:
    ways = tuple(tuple(_word(each.split(EITHER)) for each in way.split()) for way in told["ways"])
    only = told.get("only")
    return _Ways(ways, _word(told.get("unless", "").split()), _word(only.split()) if only else None)


def _word(told: Sequence[str]) -> _Word:
    begins: list[str] = []
    ends: list[str] = []
    holds: list[str] = []
    whole: list[str] = []
    for each in told:
        bare = spell(each.strip(ANY))
        if each.startswith(ANY) and each.endswith(ANY):
            holds.append(bare)
        elif each.startswith(ANY) or each.endswith(ANY):
            (ends if each.startswith(ANY) else begins).append(bare)
        else:
            whole.append(bare)
    return _Word(frozenset(whole), tuple(begins), tuple(ends), tuple(holds), _slips(whole))


def _slips(whole: Sequence[str]) -> Mapping[int, tuple[str, ...]]:
    """A slip adds a letter, takes one away, or leaves as many; the word itself and what is written are long enough."""
    long = [word for word in whole if len(word) >= FORGIVEN_FROM]
    lengths = {len(word) + more for word in long for more in (-1, 0, 1)}
    return {
        length: tuple(word for word in long if abs(len(word) - length) <= 1)
        for length in lengths
        if length >= FORGIVEN_FROM
    }
