"""Days that somebody names in a question: "bis Freitag", "before the 24th", "avant vendredi", "bis en Donneschdeg".

A table of our own: dateparser 1.5 takes order numbers for years and "may" for a month, and costs 0.2 s to import.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, get_args

from rapidfuzz.distance import OSA

from bot.support.spoken import LONGEST_READ, Spoken, parts_of, spoken

Relation = Literal["by", "before", "on"]

ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
NUMERIC = re.compile(r"(?<![\d.,/])(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2})?)?(?![\d,]|[./]\d)")
# One word for a date, so that what stands around it can be read as words.
DAY = "zzday"
ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "ten"})
ORDINAL = re.compile(r"(?<!\d)(\d{1,2})(?:\.(?!\d)|(?=(?:st|nd|rd|th)\b))")
MONTH_DAYS = range(1, 32)
# "bis Fr", "by Wed": so short a word is a day only behind one of these.
SHORT = 3
FORGIVEN_FROM = 6
# How far before a day the word may stand that says how it is meant: "bis spätestens zum 24."
LOOKED_BACK = 3
ARTICLES = frozenset({"the", "le", "den", "de", "dem", "zum", "nachsten", "nachster", "next", "d", "am", "a", "au"})
GREETING = frozenset({"guten", "gudde", "gute", "good"})
# Written with a sign between, and one word all the same.
JOINED = re.compile(r"(aujourd|apr[eè]s)['\u2019\s-]+(hui|demain)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, today or later, and whether something is to be there by then, before it, or on it."""

    day: date
    relation: Relation

    def is_met(self, expected: date) -> bool:
        return expected < self.day if self.relation == "before" else expected <= self.day

    def told(self) -> str:
        """As it is kept with a dialog; `read_deadline` reads it again."""
        return f"{self.relation} {self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class _Named:
    """A day and between which words it stands."""

    day: date
    first: int
    after: int


def find_deadline(text: str, today: date) -> Deadline | None:
    """The day that a question about a delivery names; not one in the past ("bestellt am 12.11.")."""
    found = _first(text, today)
    return found[1] if found else None


def read_deadline(told: str | None) -> Deadline | None:
    """What `Deadline.told` has written; None for anything else."""
    how, _, day = (told or "").partition(" ")
    relation = next((each for each in get_args(Relation) if each == how), None)
    return Deadline(date.fromisoformat(day), relation) if relation and ISO.fullmatch(day) else None


def without_deadline(text: str, today: date) -> list[str]:
    """The words of the text, spelled, without the day and what says how it is meant."""
    words, ordinals = _words(text, today)
    named = next(_named(words, ordinals, today), None)
    if named is None:
        return [word for word in words if not word.startswith(DAY)]
    start = _relation_at(words, named.first, spoken())[1]
    return words[:start] + words[named.after :]


def _first(text: str, today: date) -> tuple[_Named, Deadline] | None:
    words, ordinals = _words(text, today)
    for named in _named(words, ordinals, today):
        relation, _ = _relation_at(words, named.first, spoken())
        if relation and named.day >= today:
            return named, Deadline(named.day, relation)
    return None


def _words(text: str, today: date) -> tuple[list[str], frozenset[int]]:
    """The words with written-out dates as one word each, and the places of ordinal numbers."""
    text = JOINED.sub(lambda found: found[1] + found[2], text[:LONGEST_READ])
    plain = ISO.sub(lambda found: _as_word(_date(int(found[1]), int(found[2]), int(found[3]))), text)
    plain = NUMERIC.sub(lambda found: _as_word(_numeric(found, today)), plain)
    plain = ORDINAL.sub(lambda found: f" zzth{found[1]} ", plain)
    words: list[str] = []
    ordinals: set[int] = set()
    for word in re.sub(r"zzth(\d+)", r"zzth \1", plain).split():
        for part in [word] if word.startswith(DAY) else parts_of(word):
            if part == "zzth":
                ordinals.add(len(words))
            elif part in ORDINALS and words and words[-1].isdecimal():
                ordinals.add(len(words) - 1)
            else:
                words.append(part)
    return words, frozenset(ordinals)


def _as_word(day: date | None) -> str:
    """What is written like a date and is none names no day."""
    return f" {DAY}{day.toordinal()} " if day else " "


def _numeric(found: re.Match[str], today: date) -> date | None:
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return _coming(month, day, today)


def _named(words: Sequence[str], ordinals: frozenset[int], today: date) -> Iterator[_Named]:
    known = spoken()
    for place, word in enumerate(words):
        if word.startswith(DAY):
            yield _Named(date.fromordinal(int(word.removeprefix(DAY))), place, place + 1)
        elif word.isdecimal():
            yield from _numbered(words, place, ordinals, today, known)
        elif (days := known.days.get(word)) is not None and (place == 0 or words[place - 1] not in GREETING):
            yield _Named(today + timedelta(days=days), place, place + 1)
        elif word in known.feasts:
            yield from _on(_coming(*known.feasts[word], today), place, place + 1)
        elif (weekday := _weekday(words, place, known)) is not None:
            ahead = (weekday - today.weekday()) % 7
            yield _Named(today + timedelta(days=ahead), place, place + 1)


def _numbered(
    words: Sequence[str], place: int, ordinals: frozenset[int], today: date, known: Spoken
) -> Iterator[_Named]:
    """ "24. Dezember", "December 24", and "the 24th" or "bis 24." of this month or the next."""
    day = int(words[place]) if len(words[place]) <= 2 else 0
    if day not in MONTH_DAYS:
        return
    after, before = words[place + 1 : place + 2], words[place - 1 : place] if place else []
    if after and after[0] in known.months:
        yield from _on(_coming(known.months[after[0]], day, today), place, place + 2)
    elif before and before[0] in known.months:
        yield from _on(_coming(known.months[before[0]], day, today), place - 1, place + 1)
    elif place in ordinals or (before and before[0] == "le"):
        yield from _on(_of_month(day, today), place, place + 1)


def _on(day: date | None, first: int, after: int) -> Iterator[_Named]:
    if day:
        yield _Named(day, first, after)


def _weekday(words: Sequence[str], place: int, known: Spoken) -> int | None:
    word = words[place]
    if word in known.weekdays:
        is_plain = len(word) > SHORT or _relation_at(words, place, known)[0] in {"by", "before"}
        is_plain = is_plain or words[place - 1 : place] == ["on"]
        return known.weekdays[word] if is_plain else None
    if len(word) < FORGIVEN_FROM:
        return None
    return _slipped_weekday(word)


@lru_cache(maxsize=4096)
def _slipped_weekday(word: str) -> int | None:
    """The weekday that may be written so with one slip, if that can be only one."""
    long = {name: day for name, day in spoken().weekdays.items() if len(name) >= FORGIVEN_FROM}
    near = {day for name, day in long.items() if OSA.distance(word, name, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None


def _relation_at(words: Sequence[str], place: int, known: Spoken) -> tuple[Relation | None, int]:
    """How the day at `place` is meant, and where the words that say so begin; None where it is a day of the past."""
    start, relation = place, "on"
    for back in range(place - 1, max(-1, place - 1 - LOOKED_BACK), -1):
        word = words[back]
        if word in known.past and word not in known.by:
            return None, place
        if word in known.before:
            return "before", back
        if word in known.by:
            start, relation = back, "by"
        elif word in known.on or word in ARTICLES:
            start = back
        else:
            break
    return ("by" if relation == "by" else "on"), start


def _coming(month: int, day: int, today: date) -> date | None:
    """This year, or next year where that day is long over; a day of the last weeks is meant as the past."""
    this = _date(today.year, month, day)
    if this and this < today - timedelta(days=180):
        return _date(today.year + 1, month, day)
    return this


def _of_month(day: int, today: date) -> date | None:
    this = _date(today.year, today.month, day)
    if this and this >= today:
        return this
    month = today.month % 12 + 1
    return _date(today.year + (month == 1), month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
