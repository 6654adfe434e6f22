"""Words of short answers, dates and quantities in our languages, all of them at once (locales/*/spoken.toml)."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from bot.config import LOCALES
from bot.i18n import TEXTS
from bot.support.words import as_seen, spell

PARTS = re.compile(r"\d+|[^\W\d_]+")
LONGEST_READ = 400


@dataclass(frozen=True, slots=True)
class Spoken:
    """Each word spelled as `spell` does; phrases are rows of such words."""

    other: frozenset[str]
    when: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    around: frozenset[str]
    arriving: frozenset[str]
    mine: frozenset[str]
    mail: frozenset[str]
    about: tuple[tuple[str, ...], ...]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    feasts: Mapping[str, tuple[int, int]]
    by: frozenset[str]
    before: frozenset[str]
    on: frozenset[str]
    past: frozenset[str]
    numbers: Mapping[str, int]
    one: tuple[tuple[str, ...], ...]
    no_quantity: frozenset[str]
    pieces: frozenset[str]
    an: frozenset[str]
    the: frozenset[str]
    clock: frozenset[str]
    formal: frozenset[str]


def parts_of(text: str) -> list[str]:
    """Its words, spelled, and its numbers, without what stands between them."""
    return [
        part if part.isdecimal() else spell(part) for part in PARTS.findall(as_seen(text[:LONGEST_READ]).casefold())
    ]


@cache
def spoken() -> Spoken:
    files = [tomllib.loads((TEXTS / locale / "spoken.toml").read_text("utf-8")) for locale in LOCALES]
    relations = [file["relations"] for file in files]
    return Spoken(
        other=_words(files, "other"),
        when=_words(files, "when"),
        yes=_words(files, "yes"),
        no=_words(files, "no"),
        around=_words(files, "around"),
        arriving=_words(files, "arriving"),
        mine=_words(files, "mine"),
        mail=_words(files, "mail"),
        about=_phrases(file["about"] for file in files),
        weekdays=_values(files, "weekdays"),
        months=_values(files, "months"),
        days=_values(files, "days"),
        feasts={spell(name): (int(day[:2]), int(day[3:])) for file in files for name, day in file["feasts"].items()},
        by=_words(relations, "by"),
        before=_words(relations, "before"),
        on=_words(relations, "on"),
        past=_words(relations, "past"),
        numbers=_values(files, "numbers"),
        one=_phrases(file["quantities"]["one"] for file in files),
        no_quantity=_words([file["quantities"] for file in files], "no"),
        pieces=_words([file["quantities"] for file in files], "pieces"),
        an=_words([file["quantities"] for file in files], "an"),
        the=_words([file["quantities"] for file in files], "the"),
        clock=_words([file["quantities"] for file in files], "clock"),
        formal=_words([file["quantities"] for file in files], "formal"),
    )


def _words(tables: Sequence[Mapping[str, str]], name: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(parts_of(table[name]) for table in tables))


def _phrases(lists: Iterator[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The longest first, so that the first that fits is the right one."""
    found = {tuple(parts_of(phrase)) for phrases in lists for phrase in phrases}
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


def _values(files: Sequence[Mapping[str, Mapping[str, int]]], name: str) -> dict[str, int]:
    return {"".join(parts_of(word)): value for file in files for word, value in file[name].items()}
