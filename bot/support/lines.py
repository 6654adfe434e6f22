"""Items of the customer's own orders that a sentence names: "die Teekanne", "the two lamps"."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from bot.shop.own import OwnLine
from bot.support.index import current_index
from bot.support.spoken import parts_of

SHORTEST_WORD, FORGIVEN_FROM = 4, 6
# "Lampe" for a "Tischlampe"; "Teekannen" for one "Teekanne".
SHORTEST_PART, LONGEST_ENDING = 5, 2


def find_lines(text: str, own: Iterable[OwnLine]) -> list[OwnLine]:
    """The lines that most of the telling words of the text stand for; none where no word does."""
    words = [word for word in parts_of(text) if len(word) >= SHORTEST_WORD and _tells(word)]
    skus = {word.casefold().strip(".,;:!?()\"'") for word in text.split()}
    scored = [(line, _likeness(words, line) + (line.sku is not None and line.sku.casefold() in skus)) for line in own]
    most = max((score for _, score in scored), default=0)
    return [line for line, score in scored if most and score == most]


def _tells(word: str) -> bool:
    """Words about orders and returns, and those that say nothing, name no article."""
    meaning = current_index().lexicon.mean(word)
    is_ours = bool(meaning.concepts) and meaning.word == word and not meaning.is_ware
    return not (is_ours or meaning.is_filler or meaning.is_courtesy or word.isdecimal())


def _likeness(words: Sequence[str], line: OwnLine) -> int:
    """How many of the words stand in its name; the language in which most do decides."""
    names = [parts_of(name) for name in line.names]
    return max((sum(any(_is_alike(word, other) for other in name) for word in words) for name in names), default=0)


def _is_alike(word: str, other: str) -> bool:
    if len(other) < SHORTEST_WORD:
        return False
    is_longer = word.startswith(other) and len(word) - len(other) <= LONGEST_ENDING
    is_part = len(word) >= SHORTEST_PART and (other.endswith(word) or other.startswith(word))
    is_slip = len(word) >= FORGIVEN_FROM and OSA.distance(word, other, score_cutoff=1) <= 1
    return word == other or is_longer or is_part or is_slip
