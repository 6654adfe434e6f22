"""What of a text is compared: its words, what they mean, what stands together, and pieces of words.

Each feature is a name; its first sign says of which kind it is, so that none is taken for another.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.config import Locale
from bot.support.lexicon import Lexicon, Meaning

# "=order" a meaning, "+order where" two of them in one text, ">where order" one after the other, "&order <my" one with
# the word beside it, "^is my" two words in a row, "~ orde" a piece of a word, "?" the form of the text; a word is its
# own name.
CONCEPT, PAIR, ORDER, BESIDE, NEIGHBOURS, PIECE, FORM = "=", "+", ">", "&", "^", "~", "?"
BEGINNING, END = "<", ">"
# Pieces of so many letters, the blank before and after a word among them.
SHORTEST_PIECE, LONGEST_PIECE = 3, 5
# How much of an unknown word one is that may be a typo of a known one, and one of another walk of life.
CORRECTED, ELSEWHERE = 0.25, 2.0
# How much a word says that stands in every sentence.
FILLER = 0.3
# In a long text everything stands beside everything.
MOST_PAIRED = 18
MOST_COUNTED = 12
MOST_STRANGE, STRANGE_PARTS = 4, 4
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as features, and how many of its words we do not know; a typo is a part of one.

    `said` are the words without typos and courtesies, and how much each says: a phrase that has the same says the same.
    """

    features: tuple[str, ...]
    said: Mapping[str, float]
    words: int
    unknown: float
    language: Locale | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said but small words: "ein", "und dann"."""
        return max(self.said.values(), default=0.0) <= FILLER and not any(each[0] == CONCEPT for each in self.features)


def read(words: Sequence[str], lexicon: Lexicon, text: str = "") -> Reading:
    """`text` is what the words were taken from, for its form: whether it asks, and whether numbers stand in it."""
    meanings = [lexicon.mean(word) for word in words]
    language = _language(meanings, lexicon)
    meanings = [_in_language(each, language, lexicon) for each in meanings]
    features = dict.fromkeys(each for group in _groups(words, meanings, text, lexicon) for each in group)
    unknown = sum(_strangeness(each) for each in meanings if not each.is_courtesy)
    return Reading(tuple(features), _said(meanings), len(words), unknown, language)


def _groups(words: Sequence[str], meanings: Sequence[Meaning], text: str, lexicon: Lexicon) -> Iterator[Iterator[str]]:
    if not words:
        return
    known = [each.word for each in meanings]
    concepts = list(dict.fromkeys(concept for each in meanings for concept in each.concepts))
    yield iter(known)
    yield (CONCEPT + concept for concept in concepts)
    yield _pairs(sorted(concepts[:MOST_PAIRED]))
    yield _order(meanings)
    yield _beside(meanings)
    yield (f"{NEIGHBOURS}{one} {other}" for one, other in pairwise([BEGINNING, *known, END]))
    yield (piece for word in dict.fromkeys(words) for piece in _pieces(word))
    yield _form(text, len(words))
    yield _strange(meanings, lexicon)


def _pairs(concepts: Sequence[str]) -> Iterator[str]:
    for place, one in enumerate(concepts):
        for other in concepts[place + 1 :]:
            yield f"{PAIR}{one} {other}"


def _order(meanings: Sequence[Meaning]) -> Iterator[str]:
    """What is meant first, then next: words without a meaning are passed over."""
    first = [each.concepts[0] for each in meanings if each.concepts]
    for one, other in pairwise([BEGINNING, *first, END]):
        yield f"{ORDER}{one} {other}"


def _beside(meanings: Sequence[Meaning]) -> Iterator[str]:
    """Each meaning with the words around it: "not <cancel" of another language, too."""
    for before, each in pairwise(meanings):
        yield from (f"{BESIDE}{concept} >{each.word}" for concept in before.concepts)
        yield from (f"{BESIDE}{concept} <{before.word}" for concept in each.concepts)


def _pieces(word: str) -> Iterator[str]:
    """As the word is written, not as it is corrected: a piece of it may be all that is known."""
    written = f" {word} "
    for length in range(SHORTEST_PIECE, LONGEST_PIECE + 1):
        for start in range(max(1, len(written) - length + 1)):
            yield PIECE + written[start : start + length]
        if len(written) <= length:
            return


def _form(text: str, words: int) -> Iterator[str]:
    yield f"{FORM}{min(words, MOST_COUNTED)}"
    if "?" in text:
        yield f"{FORM}asks"
    if DIGIT.search(text):
        yield f"{FORM}number"


def _strange(meanings: Sequence[Meaning], lexicon: Lexicon) -> Iterator[str]:
    """How many words are of other walks of life, and how many nobody knows."""
    elsewhere = sum(each.word in lexicon.vocabulary.elsewhere for each in meanings)
    yield from (f"{FORM}elsewhere{count}" for count in (1, 2) if elsewhere >= count)
    unknown = sum(not each.is_known for each in meanings)
    yield f"{FORM}unknown{min(unknown, MOST_STRANGE)}"
    yield f"{FORM}part{STRANGE_PARTS * unknown // len(meanings)}"


def _said(meanings: Sequence[Meaning]) -> dict[str, float]:
    """Greetings and courtesies count only where nothing else is said."""
    said = [each for each in meanings if not each.is_courtesy]
    if all(each.is_filler and not each.concepts for each in said):
        said = list(meanings)
    return {each.word: FILLER if each.is_filler else 1.0 for each in said}


def _in_language(meaning: Meaning, language: Locale | None, lexicon: Lexicon) -> Meaning:
    """A small word of another language than all the rest may be a typo: "where is my oder"."""
    if language is None or not meaning.is_filler or language in lexicon.languages(meaning.word):
        return meaning
    return lexicon.mistyped(meaning.word) or meaning


def _strangeness(meaning: Meaning) -> float:
    if meaning.is_elsewhere:
        return ELSEWHERE
    return CORRECTED * meaning.is_corrected if meaning.is_known else 1.0


def _language(said: Sequence[Meaning], lexicon: Lexicon) -> Locale | None:
    """Whose words these are, where that is plain: a word of two languages is half a word of each."""
    votes: Counter[Locale] = Counter()
    for each in said:
        spoken = lexicon.languages(each.word)
        for locale in sorted(spoken):
            votes[locale] += 12 // len(spoken)
    return votes.most_common(1)[0][0] if votes else None
