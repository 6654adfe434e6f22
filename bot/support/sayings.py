"""What is said in so many words that no intent of its own stands for: "my returns", "the label again", "what now?".

The ways to say it stand in locales/*/sayings.toml, all languages at once, since people mix them.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Literal, TypeVar

from rapidfuzz.distance import OSA

from bot.config import LOCALES
from bot.i18n import TEXTS
from bot.support.spoken import parts_of
from bot.support.words import spell

T = TypeVar("T")
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
    "whereabouts",
    "damaged",
    "undamaged",
    "refund",
    "replacement",
    "too_small",
    "too_large",
    "other_colour",
    "not_liked",
    "not_described",
    "other_item",
    "not_wanted",
    "no_reason",
    "asked",
    "all_of_it",
    "but_for",
    "but_for_some",
]

# Longer texts tell a story; what stands somewhere in them is not what they say.
MOST_WORDS = 24
# So many other words may stand between two of a way.
BETWEEN = 4
# In a word of so many letters one slip is forgiven.
FORGIVEN_FROM = 6
ANY, EITHER = "*", "|"


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """One place of a way: the words that may stand there, and beginnings, ends and middles of such words."""

    whole: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ways:
    """How one thing is said in one language; with a word of `unless` it is another, besides `only` nothing is said."""

    ways: tuple[tuple[_Word, ...], ...]
    unless: _Word
    only: _Word | None


# The places each word of a text may stand at.
_Fits = Sequence[frozenset[_Word]]


def says(saying: Saying, text: str, *, most: int = MOST_WORDS) -> bool:
    """Whether the text says this, in one of the languages; one of more than `most` words says nothing."""
    words = parts_of(text)
    if not 0 < len(words) <= most:
        return False
    fits = [_places(word) for word in words]
    anywhere = frozenset().union(*fits)
    return any(_is_said(fits, anywhere, ways) for ways in _all_ways()[saying])


def _is_said(fits: _Fits, anywhere: frozenset[_Word], ways: _Ways) -> bool:
    only = ways.only
    if ways.unless in anywhere:
        return False
    for way in ways.ways:
        used = _find(fits, way) if anywhere.issuperset(way) else None
        if used is not None and (only is None or all(i in used or only in places for i, places in enumerate(fits))):
            return True
    return False


def _find(fits: _Fits, way: Sequence[_Word]) -> set[int] | None:
    """The places of the words of a way, in its order."""
    for first, places in enumerate(fits):
        if way[0] in places and (used := _rest(fits, way[1:], first)) is not None:
            return {first, *used}
    return None


def _rest(fits: _Fits, way: Sequence[_Word], before: int) -> list[int] | None:
    used = []
    for each in way:
        ahead = range(before + 1, min(before + 2 + BETWEEN, len(fits)))
        place = next((i for i in ahead if each in fits[i]), None)
        if place is None:
            return None
        used.append(place)
        before = place
    return used


@lru_cache(maxsize=4096)
def _places(word: str) -> frozenset[_Word]:
    """All places of all ways this word may stand at; asked word by word, since people use few words for much."""
    index, sizes = _index(), range(1, len(word) + 1)
    found = set(index.whole.get(word, ()))
    found.update(*(index.begins.get(word[:size], ()) for size in sizes))
    found.update(*(index.ends.get(word[-size:], ()) for size in sizes))
    found.update(*(places for part, places in index.holds.items() if part in word))
    found.update(*(index.whole[near] for near in index.slips(word)))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Index:
    """The places of words, and of their beginnings, ends and middles; the long words by their first and last letters.

    A slip changes the first two letters of a long word or its last two, and not both.
    """

    whole: Mapping[str, Sequence[_Word]]
    begins: Mapping[str, Sequence[_Word]]
    ends: Mapping[str, Sequence[_Word]]
    holds: Mapping[str, Sequence[_Word]]
    heads: Mapping[str, Sequence[str]]
    tails: Mapping[str, Sequence[str]]

    def slips(self, word: str) -> Iterator[str]:
        """The words that may have been meant, when one slip is forgiven; both are long enough."""
        if len(word) >= FORGIVEN_FROM:
            near = {*self.heads.get(word[:2], ()), *self.tails.get(word[-2:], ())}
            yield from (each for each in near if OSA.distance(word, each, score_cutoff=1) <= 1)


@cache
def _index() -> _Index:
    places = [place for each in _all_ways().values() for ways in each for place in _places_of(ways)]
    whole = _by(places, lambda place: place.whole)
    long = [word for word in whole if len(word) >= FORGIVEN_FROM]
    return _Index(
        whole,
        _by(places, lambda place: place.begins),
        _by(places, lambda place: place.ends),
        _by(places, lambda place: place.holds),
        _by(long, lambda word: [word[:2]]),
        _by(long, lambda word: [word[-2:]]),
    )


def _places_of(ways: _Ways) -> Iterator[_Word]:
    yield from chain.from_iterable(ways.ways)
    yield ways.unless
    if ways.only:
        yield ways.only


def _by(found: Iterable[T], keys: Callable[[T], Iterable[str]]) -> Mapping[str, Sequence[T]]:
    index: defaultdict[str, list[T]] = defaultdict(list)
    for each in found:
        for key in keys(each):
            index[key].append(each)
    return dict(index)


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
    return _Word(tuple(whole), tuple(begins), tuple(ends), tuple(holds))
