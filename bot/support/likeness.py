"""How alike two sentences are in what they say: words by their meaning and by how telling they are, typos forgiven."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from bot.support.index import current_index
from bot.support.lexicon import ITEM, read_vocabulary
from bot.support.words import SENTENCE, words_of

# What two words have in common: the same word, a typo or another form of it, a part of a compound, a meaning.
SAME, MISTYPED, PART, MEANT = 1.0, 0.95, 0.8, 0.9
# "verpackt" and "verpacken": so much of the longer one is their common beginning; and so alike are typos.
SHORTEST_STEM, STEM, LIKE_A_TYPO = 5, 0.65, 0.8
MOST_NEAR = 20
# A phrase of several telling words that stands whole inside a long story is probably what the story is about.
INSIDE, LEAST_WORDS_INSIDE = 0.7, 2
SENTENCES_READ = 6
# Meanings that any question may have, whatever it is about.
EVERYDAY = frozenset(
    {
        *("my", "you", "want", "need", "must", "can", "have", "exist", "still", "already"),
        *("where", "when", "how", "why", "who", "what", "which", "long", "howmuch"),
    }
)
# Of a long text so many different words are compared.
MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Said:
    """The telling words of a text, each with its meanings."""

    words: tuple[str, ...]
    meanings: tuple[frozenset[str], ...]

    @property
    def mass(self) -> float:
        return sum(map(telling, self.words))


class Sayings:
    """Sentences by key, to find those most like another one."""

    def __init__(self, sentences: Iterable[tuple[str, str]] = ()) -> None:
        """`sentences` are (key, text); a key may have many."""
        self._said: list[tuple[str, Said, float]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_meaning: dict[str, set[str]] = defaultdict(set)
        self._found: dict[str, Mapping[str, float]] = {}
        for key, text in sentences:
            self.add(key, said(text))

    def add(self, key: str, told: Said) -> None:
        if not told.words:
            return
        self._found = {}
        number = len(self._said)
        self._said.append((key, told, told.mass))
        for word, meanings in zip(told.words, told.meanings, strict=True):
            self._by_word[word].append(number)
            for meaning in meanings:
                self._by_meaning[meaning].add(word)

    def nearest(self, text: str) -> list[tuple[str, float]]:
        """Keys with the likeness (0 to 1) of the likest of their sentences, the likest first; never fails."""
        parts = [part for part in SENTENCE.split(text) if part.strip()][:SENTENCES_READ]
        found: dict[str, float] = {}
        for part in dict.fromkeys([text, *parts] if len(parts) > 1 else [text]):
            for key, likeness in self.nearest_said(said(part)):
                found[key] = max(found.get(key, 0.0), likeness)
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    def nearest_said(self, told: Said) -> list[tuple[str, float]]:
        """The same of a text that is read already, in no order."""
        best: dict[int, dict[str, float]] = defaultdict(dict)  # by sentence: how well each of its words is met
        met: dict[int, float] = defaultdict(float)  # by sentence: how much of the text it meets
        for word, meanings in zip(told.words, told.meanings, strict=True):
            here: dict[int, float] = {}
            for other, likeness in self._like(word, meanings).items():
                for number in self._by_word[other]:
                    here[number] = max(here.get(number, 0.0), likeness)
                    best[number][other] = max(best[number].get(other, 0.0), likeness)
            for number, likeness in here.items():
                met[number] += likeness * telling(word)
        mass = told.mass
        found: dict[str, float] = {}
        for number, words in best.items():
            key, sentence, whole = self._said[number]
            shared = sum(telling(word) * likeness for word, likeness in words.items())
            likeness = (shared + met[number]) / (whole + mass)
            if len(sentence.words) >= LEAST_WORDS_INSIDE:
                likeness = max(likeness, INSIDE * shared / whole)
            found[key] = max(found.get(key, 0.0), likeness)
        return list(found.items())

    def _like(self, word: str, meanings: frozenset[str]) -> Mapping[str, float]:
        """Words of ours that say the same, each with how surely."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._look_up(word, meanings)
        return found

    def _look_up(self, word: str, meanings: frozenset[str]) -> Mapping[str, float]:
        found = {other: MEANT for meaning in meanings for other in self._by_meaning.get(meaning, ())}
        if len(word) >= SHORTEST_STEM:
            known = [other for other in self._by_word if len(other) >= SHORTEST_STEM]
            found |= {other: PART for other in known if _is_part(word, other)}
            for scorer, cutoff in ((Prefix.normalized_similarity, STEM), (OSA.normalized_similarity, LIKE_A_TYPO)):
                near = process.extract(word, known, scorer=scorer, score_cutoff=cutoff, limit=MOST_NEAR)
                found |= {other: MISTYPED for other, *_ in near}
        if word in self._by_word:
            found[word] = SAME
        return found


def said(text: str) -> Said:
    """Small words and courtesies count only where nothing else is said."""
    words = list(dict.fromkeys(words_of(text)))
    empty = _empty_words()
    kept = [word for word in words if word not in empty] or words
    kept = kept[:MOST_WORDS]
    return Said(tuple(kept), tuple(map(_meanings, kept)))


def telling(word: str) -> float:
    """How much a word says: most where it is none of the words that our own phrases are made of."""
    meaning = current_index().lexicon.mean(word)
    if meaning.is_filler or meaning.is_courtesy:
        return 0.5
    if not meaning.is_known or meaning.is_corrected:
        return 8.0
    if not meaning.concepts or meaning.is_ware:
        return 5.0
    return 1.5 if EVERYDAY.issuperset(meaning.concepts) else 3.5


def _is_part(word: str, other: str) -> bool:
    """The beginning or end of a compound: "Geschenk" in "Geschenkpapier"."""
    short, long = (word, other) if len(word) < len(other) else (other, word)
    return long.startswith(short) or long.endswith(short)


def _meanings(word: str) -> frozenset[str]:
    """Told apart from words by their "="; no ware is meant by another."""
    meaning = current_index().lexicon.mean(word)
    if meaning.is_corrected:
        return frozenset()
    return frozenset(f"={concept}" for concept in meaning.concepts if concept != ITEM or not meaning.is_ware)


@cache
def _empty_words() -> frozenset[str]:
    vocabulary = read_vocabulary()
    return vocabulary.fillers | vocabulary.courtesy
