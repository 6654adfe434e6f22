"""What means something only after what was said before: "and the other one?", "when?", "yes", "and the teapot?"."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from bot.support.dates import find_deadline, without_deadline
from bot.support.index import current_index
from bot.support.spoken import parts_of, spoken

FollowUp = Literal["other", "when", "yes", "no"]

# Longer texts speak for themselves.
MOST_WORDS = 9
FORGIVEN_FROM = 5
SHORTEST_TELLING = 3
# Without its dots "ändere" is spelled as "andere": who wants to change an order does not ask for the other one.
CHANGING = re.compile(r"\b(?:ä|ae)n[dn]er")
CHANGE = "change"


def read_follow_up(text: str, today: date) -> FollowUp | None:
    """What the text says about the turn before, where it says nothing besides."""
    words, known = parts_of(text), spoken()
    if not 0 < len(words) <= MOST_WORDS:
        return None
    if _is_only(words, known.no, known.yes | known.around):
        return "no"
    if _is_only(words, known.yes, known.around):
        return "yes"
    if _is_only(words, known.other, known.around | known.mine) and not _is_changing(text, words, known.other):
        return "other"
    if _is_only(words, known.when, known.arriving):
        return "when"
    rest = without_deadline(text, today)
    is_about_a_day = find_deadline(text, today) is not None
    return "when" if is_about_a_day and all(word in known.arriving for word in rest) else None


def asks_about_something(text: str) -> bool:
    """Whether it begins with "what about …", "und …": what follows is to be seen in the light of what was said."""
    words = tuple(parts_of(text))
    return any(words[: len(phrase)] == phrase and len(words) > len(phrase) for phrase in spoken().about)


def is_number_alone(text: str, today: date) -> bool:
    """Whether there is a number and nothing that says what is wanted: "die 1001 bitte"."""
    words, known = without_deadline(text, today), spoken()
    return any(map(_has_digit, words)) and all(
        _has_digit(word) or word in known.around or len(word) < 3 for word in words
    )


def _is_only(words: Sequence[str], core: frozenset[str], around: frozenset[str]) -> bool:
    """Whether one of the words is the point, with a slip where it is long enough, and no other says anything."""
    said = [_is_among(word, core) for word in words]
    return any(said) and all(is_core or word in around for is_core, word in zip(said, words, strict=True))


def _is_changing(text: str, words: Sequence[str], other: frozenset[str]) -> bool:
    """Whether what looks like "other", with a slip or without its dots, is a word for changing something."""
    if CHANGING.search(unicodedata.normalize("NFC", text.casefold())):
        return True
    lexicon = current_index().lexicon
    return any(lexicon.languages(word) and CHANGE in lexicon.mean(word).concepts for word in words if word not in other)


@lru_cache(maxsize=4096)
def _is_among(word: str, core: frozenset[str]) -> bool:
    if word in core:
        return True
    if len(word) < FORGIVEN_FROM - 1:
        return False
    return any(len(other) >= FORGIVEN_FROM and OSA.distance(word, other, score_cutoff=1) <= 1 for other in core)


def _has_digit(word: str) -> bool:
    return any(map(str.isdecimal, word))
