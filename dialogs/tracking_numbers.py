"""A carrier's number in what somebody types; pure."""

import re
from collections.abc import Sequence

NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{4,63}")
# Carriers number their parcels; a word of a sentence is no number.
FEWEST_DIGITS = 4
LONGEST_LETTERS = 3


def number_in(words: Sequence[str]) -> str | None:
    """A tracking number among the words, also one that is written in groups; None where there is none."""
    told = next((word for word in words if _is_number(word)), None)
    joined = "".join(words)
    return told or (joined if _is_number(joined) and all(map(_is_group, words)) else None)


def _is_number(word: str) -> bool:
    return bool(NUMBER.fullmatch(word)) and sum(map(str.isdigit, word)) >= FEWEST_DIGITS


def _is_group(word: str) -> bool:
    """Of a number as labels print it: "RR 123 456 785 DE"."""
    return word.isalnum() and (any(map(str.isdigit, word)) or (word.isupper() and len(word) <= LONGEST_LETTERS))
