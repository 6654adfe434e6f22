"""What texts are compared with: what was learned from our phrases, and the phrases that the staff have added since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from bot.config import Locale
from bot.support.features import Reading, read
from bot.support.lexicon import Lexicon, read_vocabulary
from bot.support.model import Facts, Model, read_model
from bot.support.phrases import Phrase
from bot.support.results import INTENTS, Intent
from bot.support.words import words_of

NOTHING = len(INTENTS)


@dataclass(frozen=True, slots=True)
class Seen:
    """A text in comparison: how likely each class of the model is, all together 1; and which intent has these words.

    `likeness` is to the likest phrase of each intent among those that were added, 1 where they say the same.
    """

    likely: Sequence[float]
    known: Intent | None
    likeness: Mapping[Intent, float]
    unknown: float
    words: int

    def facts(self, place: int) -> Facts:
        """What is seen of the guess that the class at this place is meant."""
        rival = max(share for each, share in enumerate(self.likely[:NOTHING]) if each != place)
        return Facts(self.likely[place], rival, self.likely[NOTHING], self.unknown, self.words)


class Index:
    """Built once, never changed; texts are compared with it by any number of readers."""

    def __init__(self, added: Iterable[Phrase], model: Model) -> None:
        added = tuple(added)
        self.model = model
        self.lexicon = Lexicon(read_vocabulary(), {**model.words, **_words(added, model.words)})
        self._intents = [phrase.intent for phrase in added]
        self._masses: list[float] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(added):
            said = self.read(phrase.text).said
            self._masses.append(sum(said.values()))
            for word in said:
                self._postings[word].append(number)

    def read(self, text: str) -> Reading:
        return read(words_of(text), self.lexicon, text)

    def telling(self, word: str) -> float:
        """How rare a word is in our phrases, from about 1 to 12: the rarest are those that stand in none."""
        return self.model.weights.telling(word)

    def see(self, reading: Reading) -> Seen:
        scores = self.model.weights.add_up(reading.features)
        highest = max(scores)
        raised = [exp(score - highest) for score in scores]
        whole = sum(raised)
        return Seen(
            [each / whole for each in raised],
            self.model.known.find(reading.said),
            self._likeness(reading) if self._intents else {},
            reading.unknown / max(reading.words, 1),
            reading.words,
        )

    def _likeness(self, reading: Reading) -> dict[Intent, float]:
        """Of each intent the likest phrase: what both say, beside all that either says (Dice)."""
        shared: dict[int, float] = defaultdict(float)
        for word, mass in reading.said.items():
            for number in self._postings.get(word, ()):
                shared[number] += mass
        whole = sum(reading.said.values())
        likeness: dict[Intent, float] = {}
        for number, mass in shared.items():
            intent = self._intents[number]
            likeness[intent] = max(likeness.get(intent, 0.0), 2 * mass / (whole + self._masses[number]))
        return likeness


_current: Index | None = None


def current_index() -> Index:
    """The index that everybody searches; the first call builds it."""
    return _current or exchange_index(())


def exchange_index(added: Iterable[Phrase]) -> Index:
    """Build an index of what was learned and these phrases, and let everybody search it from now on.

    Whoever is searching goes on in the old one. Safe to call in a thread.
    """
    global _current  # noqa: PLW0603  # the one reference, set once the new index is whole
    _current = index = Index(added, read_model())
    return index


def _words(added: Iterable[Phrase], known: Mapping[str, frozenset[Locale]]) -> dict[str, frozenset[Locale]]:
    spoken: dict[str, frozenset[Locale]] = {}
    for phrase in added:
        for word in words_of(phrase.text):
            spoken[word] = spoken.get(word, known.get(word, frozenset())) | {phrase.locale}
    return spoken
