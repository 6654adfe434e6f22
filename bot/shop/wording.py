"""A product's texts and a customer's words in one spelling, so that many ways of writing meet."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
# "bücher" is typed as "buecher" where the keyboard has no umlauts: on both sides of the comparison it becomes "bucher".
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "æ": "a", "œ": "o", "ø": "o"})
_TWO_LETTERS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
# Endings that tell one from many, or what an adjective stands beside; the longest first.
_ENDINGS = ("en", "er", "es", "em", "e", "n")
_SHORTEST_STEM = 3
_NO_PLURAL_AFTER = frozenset("saiu")
LONGEST_WORD = 40
LONGEST_READ = 1_000


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in its order, each as `spell` writes it."""
    return [spell(word) for word in raw_words(text)]


def raw_words(text: str) -> list[str]:
    """The same as they were written, at most the first thousand characters; "100%" is the number 100."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(unicodedata.normalize("NFKC", text[:LONGEST_READ]))]


@lru_cache(maxsize=32_768)
def spell(word: str) -> str:
    """Lower case, without accents, umlauts as one letter, without the ending: "Grüne" and "gruener" are "grun"."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_UMLAUTS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for two, one in _TWO_LETTERS:
        plain = plain.replace(two, one)
    return plain if any(map(str.isdecimal, plain)) else _stem(plain)


def sku_key(sku: str) -> str:
    """An article number without case and what stands between its letters: "DL-Lamp 2" is "dllamp2"."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", sku).casefold()))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    if word.endswith("s") and len(word) > _SHORTEST_STEM and word[-2] not in _NO_PLURAL_AFTER:
        return word[:-1]
    return word
