"""Items of the customer's own orders that a sentence names: "die Teekanne", "the two lamps"."""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.shop.own import OwnLine
from bot.support.index import current_index
from bot.support.spoken import LONGEST_READ, parts_of, spoken

SHORTEST_WORD, FORGIVEN_FROM = 4, 6
# "The mug", and what may stand before a name.
SHORTEST_CALLED = 3
DESCRIBING = frozenset({"colour", "size", "new"})
# "Lampe" for a "Tischlampe"; "Teekannen" for one "Teekanne".
SHORTEST_PART, LONGEST_ENDING = 5, 2


def find_lines(text: str, own: Iterable[OwnLine]) -> list[OwnLine]:
    """The lines that most of the telling words of the text stand for; none where no word does."""
    words = [word for word in parts_of(text) if len(word) >= SHORTEST_WORD and _tells(word)]
    scored = [(line, _likeness(words, line) + _has_number(text, line)) for line in own]
    most = max((score for _, score in scored), default=0)
    return [line for line, score in scored if most and score == most]


def find_each(text: str, own: Sequence[OwnLine]) -> tuple[list[OwnLine], bool]:
    """Every item that is named ("the red mug and the pot"), and whether words are left that may mean several."""
    called = {word for part in _read(text) for word in _called(part)}
    words = {word for part in _read(text) for word in parts_of(part)}
    left = called | {word for word in words if len(word) >= SHORTEST_WORD and _tells(word)}
    wares = {word for word in left if current_index().lexicon.mean(word).is_ware}
    found, is_unclear = [line for line in own if _has_number(text, line)], False
    for line in found:
        left -= _hits(left, line) | set(parts_of(line.sku or ""))
    while left:
        hits = [(line, _hits(left, line)) for line in own if line not in found]
        best = max((words for _, words in hits), key=len, default=frozenset())
        if not best:
            break
        alike = [line for line, words in hits if words == best]
        is_unclear |= len(alike) > 1
        found += alike if len(alike) == 1 else []
        left -= best
    # "The chocolate" may be the pralines: whose name is another is not known here.
    is_called_otherwise = not wares.isdisjoint(left) or (not found and bool(called))
    return found, is_unclear or (len(own) > 1 and is_called_otherwise)


def _has_number(text: str, line: OwnLine) -> bool:
    """Whether its article number is a word of the text."""
    words = (word.casefold().strip(".,;:!?()\"'") for word in text.split())
    return line.sku is not None and line.sku.casefold() in words


def is_one_of(text: str, line: OwnLine) -> bool:
    """Whether one piece of it is meant: "a mug", "une petite tasse", not "the mugs"."""
    return any(_has_one(parts_of(part), line) for part in _read(text))


def _has_one(words: Sequence[str], line: OwnLine) -> bool:
    articles = spoken().an
    return any(
        _hits([word], line) and not articles.isdisjoint(words[max(0, place - 2) : place])
        for place, word in enumerate(words)
    )


def _read(text: str) -> Iterator[str]:
    """All of a letter, in parts of the length that is read at once."""
    return (text[start : start + LONGEST_READ] for start in range(0, max(len(text), 1), LONGEST_READ))


def _hits(words: Iterable[str], line: OwnLine) -> frozenset[str]:
    """Those of the words that stand in its name, in the language in which most do."""
    names = [parts_of(name) for name in line.names]
    told = [frozenset(word for word in words if any(_is_alike(word, other) for other in name)) for name in names]
    return max(told, key=len, default=frozenset())


def _called(text: str) -> Iterator[str]:
    """The words that stand where the name of an article does, "the bottle", "the blue mug", and not about orders."""
    known, is_after = spoken(), False
    no_name = known.formal | known.months.keys() | known.weekdays.keys() | known.days.keys() | known.feasts.keys()
    for word in parts_of(text):
        is_word = len(word) >= SHORTEST_CALLED and word not in no_name and _tells(word)
        if is_after and (word in known.clock or is_word):
            yield word
        is_after = word in known.the or (is_after and _describes(word))


def _describes(word: str) -> bool:
    """ "Blue", "small": before a name, and none itself."""
    return not DESCRIBING.isdisjoint(current_index().lexicon.mean(word).concepts)


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
        return word == other
    is_longer = word.startswith(other) and len(word) - len(other) <= LONGEST_ENDING
    is_part = len(word) >= SHORTEST_PART and (other.endswith(word) or other.startswith(word))
    is_slip = len(word) >= FORGIVEN_FROM and OSA.distance(word, other, score_cutoff=1) <= 1
    return word == other or is_longer or is_part or is_slip
