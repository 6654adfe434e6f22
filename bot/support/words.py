"""Text as words to compare: one spelling for what is written in many, numbers and addresses taken out first."""

import re
import unicodedata
from functools import lru_cache

# Nobody needs more to say what they want; what follows is not read.
LONGEST_READ = 1_000
MOST_WORDS = 80
# The longest words of our languages have some forty letters.
LONGEST_WORD = 40
WORDS_KEPT = 8_192

# Copied along from mails and pages: soft hyphens, zero-width spaces and joiners, marks of the direction of writing.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_NO_WORD = re.compile(r"\d|@|://|www\.")
_WORD = re.compile(r"[^\W\d_]+")
# "don't" with whichever apostrophe: what stands after the apostrophe turns the rest round.
_NOT = re.compile("\\b(ca|wo|\\w+)n['\u2019`\u00b4]t\\b")
_WHOLE = {"ca": "can", "wo": "will"}
SENTENCE = re.compile(r"[.!?\n]+")
CLAUSE = re.compile(r"[.,;:!?\n]+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
# Umlauts are typed as two letters where the keyboard has none; French and English words lose the same letter on
# both sides of every comparison.
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "æ": "a", "œ": "o", "ø": "o"})
_TWO_LETTERS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def as_seen(text: str) -> str:
    """Without the characters that nobody sees, which tear words and numbers apart."""
    return _UNSEEN.sub("", text)


def words_of(text: str) -> list[str]:
    """The words of the text, spelled as `spell` does; without numbers, e-mail addresses and links."""
    read = as_seen(text[:LONGEST_READ]).casefold()
    read = _NOT.sub(lambda found: f"{_WHOLE.get(found[1], found[1])} not", read)
    read = " ".join(part for part in read.split() if not _NO_WORD.search(part))
    return [spell(word[:LONGEST_WORD]) for word in _WORD.findall(unicodedata.normalize("NFC", read))[:MOST_WORDS]]


def clauses_of(text: str) -> list[list[str]]:
    """The same between commas and full stops, a list of words each; empty ones left out."""
    return [words for clause in CLAUSE.split(text[:LONGEST_READ]) if (words := words_of(clause))]


@lru_cache(maxsize=WORDS_KEPT)
def spell(word: str) -> str:
    """One word in lower case without accents; "Grüße", "gruesse" and "gruße" are the same."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_UMLAUTS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for two, one in _TWO_LETTERS:
        plain = plain.replace(two, one)
    return _DRAWN_OUT.sub(r"\1", plain)
