"""The words of the catalogue in memory: which of them a customer's word may be, a typo or part of a compound included.

About 200 bytes a word, some megabytes for the largest shops; words are only ever added to the table, so a process that
has read some reads no more than those that came since.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.db import connection
from bot.shop.rows import fetch

# A typo in a short word makes another word of it; in a long one two are forgiven.
SHORTEST_FORGIVEN, TWO_SLIPS_FROM = 4, 9
SHORTEST_PART = 4
SHORTEST_COMPOUND = 7
# "uhr" in "wanduhr": so short an end counts only where the word itself is not among ours.
SHORTEST_END = 3
MOST_WORDS = 40
MOST_TYPOS = 6
# What joins the parts of a German compound, as `wording.spell` leaves it: "Lieferungs|verzögerung".
JOINTS = ("", "s", "n", "en", "es", "e", "er")
SAME, HEAD, BEGINNING, TYPO, FAR = 1.0, 0.8, 0.7, 0.75, 0.4
FAR_LIKENESS = 70.0
WORDS_A_PAGE = 1_000

Likely = dict[int, float]


@dataclass(slots=True, eq=False)
class Vocabulary:
    """Words by their ids, forwards and backwards in order."""

    ids: dict[str, int] = field(default_factory=dict)
    last_id: int = 0
    forwards: list[str] = field(default_factory=list)
    backwards: list[str] = field(default_factory=list)
    near: defaultdict[tuple[int, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, words: Iterable[tuple[int, str]]) -> None:
        """Words with their ids; those that are known already change nothing."""
        fresh = {word: word_id for word_id, word in words if word not in self.ids}
        self.ids |= fresh
        self.last_id = max(self.last_id, *fresh.values(), 0)
        self.forwards += fresh
        self.forwards.sort()
        self.backwards += (word[::-1] for word in fresh)
        self.backwards.sort()
        for word in fresh:
            if not _is_number(word):
                self.near[len(word), word[0]].append(word)

    def read_as(self, word: str) -> list[Likely]:
        """What a spelled word may be: ids with how sure we are (1: the same); a compound of two of ours is two."""
        if found := self._same_or_part(word):
            return [found]
        if _is_number(word):
            return []
        if parts := self._parts(word):
            return [part for each in parts if (part := self._same_or_part(each))]
        found = self._likely(self._typos(word), TYPO) or self._ending(word, SHORTEST_END)
        return [found] if found else []

    def far(self, word: str) -> Likely:
        """Words that are somewhat alike, for want of better ones."""
        if len(word) < SHORTEST_FORGIVEN or _is_number(word):
            return {}
        alike: list[tuple[float, str]] = []
        for length in range(len(word) - 3, len(word) + 4):
            for (size, _), words in list(self.near.items()):
                if size == length:
                    found = process.extract(word, words, score_cutoff=FAR_LIKENESS, scorer=fuzz.ratio, limit=MOST_TYPOS)
                    alike += [(-score, each) for each, score, _ in found]
        return self._likely((each for _, each in sorted(alike)[:MOST_TYPOS]), FAR)

    def _same_or_part(self, word: str) -> Likely:
        found = self._ending(word, SHORTEST_PART) | self._beginning(word)
        if word in self.ids:
            found[self.ids[word]] = SAME
        return found

    def _beginning(self, word: str) -> Likely:
        if len(word) < SHORTEST_PART:
            return {}
        return self._likely(_from(self.forwards, word), BEGINNING)

    def _ending(self, word: str, shortest: int) -> Likely:
        if len(word) < shortest or _is_number(word):
            return {}
        return self._likely((each[::-1] for each in _from(self.backwards, word[::-1])), HEAD)

    def _parts(self, word: str) -> tuple[str, str] | None:
        """The halves of "Kaffeetasse", where both are words of ours."""
        if len(word) < SHORTEST_COMPOUND:
            return None
        for cut in range(3, len(word) - 2):
            head, tail = word[:cut], word[cut:]
            if tail in self.ids:
                known = (head[: len(head) - len(joint)] for joint in JOINTS if head.endswith(joint))
                if found := next((each for each in known if len(each) >= SHORTEST_END and each in self.ids), None):
                    return found, tail
        return None

    def _typos(self, word: str) -> list[str]:
        if len(word) < SHORTEST_FORGIVEN:
            return []
        slips = 1 if len(word) < TWO_SLIPS_FROM else 2
        for cutoff in range(1, slips + 1):
            lengths = range(max(SHORTEST_FORGIVEN - 1, len(word) - cutoff), len(word) + cutoff + 1)
            close = [each for length in lengths for each in self.near.get((length, word[0]), ())]
            if found := _nearest(word, close, cutoff):
                return found
        others = [words for (size, letter), words in list(self.near.items())
                  if abs(size - len(word)) <= 1 and letter != word[0]]  # fmt: skip
        return [each for words in others for each in _nearest(word, words, 1)][:MOST_TYPOS]

    def _likely(self, words: Iterable[str], worth: float) -> Likely:
        return {self.ids[word]: worth for word in words}


_read: WeakKeyDictionary[object, Vocabulary] = WeakKeyDictionary()


async def current_vocabulary() -> Vocabulary:
    """All words there are, those of the last change included."""
    vocabulary = _read.setdefault(connection(), Vocabulary())
    while True:
        statement = "SELECT id, word FROM shop_word WHERE id > ? ORDER BY id LIMIT ?"
        rows = await fetch(statement, vocabulary.last_id, WORDS_A_PAGE)
        vocabulary.add((row["id"], row["word"]) for row in rows)
        if len(rows) < WORDS_A_PAGE:
            return vocabulary


def _from(words: list[str], beginning: str) -> Iterator[str]:
    """At most so many words that begin like this, the word itself left out."""
    place = bisect_left(words, beginning)
    found = 0
    while place < len(words) and words[place].startswith(beginning) and found < MOST_WORDS:
        if words[place] != beginning:
            found += 1
            yield words[place]
        place += 1


def _nearest(word: str, words: list[str], slips: int) -> list[str]:
    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=MOST_TYPOS)
    best = min((distance for _, distance, _ in found), default=0)
    return [each for each, distance, _ in found if distance == best]


def _is_number(word: str) -> bool:
    return any(map(str.isdecimal, word))
