"""What words mean in four languages: synonyms, typos, German compounds (locales/*/words.toml)."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.config import LOCALES, Locale
from bot.i18n import TEXTS
from bot.support.words import spell

NOT, ITEM = "not", "item"
# A short word turns into another by a single slip: in it none is forgiven, in a longer one a letter too many, too few
# or two swapped, in a still longer one any letter, in long words two.
SHORTEST_FORGIVEN, ANY_LETTER_FROM, TWO_SLIPS_FROM = 4, 6, 9
SHORTEST_STEM, SHORTEST_PART, SHORTEST_COMPOUND = 3, 4, 9
# Behind a short stem an ending may follow, not another word: "dent", "dents", but not "dentist".
TELLING_STEM, ENDING = 5, 3
# What joins the parts of a German compound: "Lieferungs|verzögerung", "Kunden|karte".
JOINTS = ("", "s", "n", "en", "es", "e")
NEAREST = 5
WORDS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one word says: `word` as we know it, without its typos, and its concepts, if it has synonyms.

    A filler or courtesy says nothing about what somebody wants; a word that is not known has nothing to do with us. A
    ware ("teapot") means an item, and which one besides.
    """

    word: str
    concepts: tuple[str, ...] = ()
    is_known: bool = True
    is_elsewhere: bool = False
    is_corrected: bool = False
    is_filler: bool = False
    is_courtesy: bool = False
    is_ware: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of all languages, spelled; `stems` are beginnings of words, `languages` whose word it is.

    `things` are beginnings of the words for any article whatever.
    """

    concepts: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    courtesy: frozenset[str]
    elsewhere: frozenset[str]
    languages: Mapping[str, frozenset[Locale]]
    things: tuple[str, ...] = ()


class Lexicon:
    """Looks words up, and remembers what it found."""

    def __init__(self, vocabulary: Vocabulary, phrase_words: Mapping[str, frozenset[Locale]]) -> None:
        """`phrase_words` are the words of the phrases, each with the languages in whose phrases it stands."""
        self.vocabulary = vocabulary
        self._phrase_words = phrase_words
        self._known = phrase_words.keys() | vocabulary.concepts.keys() | vocabulary.fillers | vocabulary.courtesy
        self._near: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in sorted(self._known - vocabulary.fillers):
            self._near[len(word), word[0]].append(word)
        self._found: dict[str, Meaning] = {}

    def mean(self, word: str) -> Meaning:
        """What a spelled word means; of a word that nobody knows, that it is not known."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) >= WORDS_KEPT:
                self._found.clear()
            found = self._found[word] = self._look_up(word)
        return found

    def languages(self, word: str) -> frozenset[Locale]:
        """Whose word it is, as `mean` has corrected it."""
        return self._phrase_words.get(word) or self.vocabulary.languages.get(word) or frozenset()

    def mistyped(self, word: str) -> Meaning | None:
        """What a word may be a typo of that is a word of ours itself, in another language."""
        corrected = self._corrected(word)
        return replace(self._exact(corrected), is_corrected=True) if corrected else None

    def _look_up(self, word: str) -> Meaning:
        if word in self._known:
            return self._exact(word)
        if len(word) < SHORTEST_FORGIVEN or word in self.vocabulary.elsewhere:
            return Meaning(word, is_known=False, is_elsewhere=word in self.vocabulary.elsewhere)
        if concepts := self._compound(word) or self._stem(word):
            return Meaning(word, concepts, is_ware=self._is_ware(word, concepts))
        return self.mistyped(word) or Meaning(word, is_known=False)

    def _exact(self, word: str) -> Meaning:
        concepts = self.vocabulary.concepts.get(word) or self._compound(word) or self._stem(word)
        return Meaning(
            word,
            concepts,
            is_filler=word in self.vocabulary.fillers,
            is_courtesy=word in self.vocabulary.courtesy,
            is_ware=self._is_ware(word, concepts),
        )

    def _is_ware(self, word: str, concepts: tuple[str, ...]) -> bool:
        return ITEM in concepts and not word.startswith(self.vocabulary.things)

    def _stem(self, word: str) -> tuple[str, ...]:
        for end in range(len(word), SHORTEST_STEM - 1, -1):
            found = self.vocabulary.stems.get(word[:end])
            if found and (end >= TELLING_STEM or len(word) - end <= ENDING):
                return found
        return ()

    def _compound(self, word: str) -> tuple[str, ...]:
        """The concepts of both halves of "Paketdiebstahl", each a word of ours, where it falls into two."""
        if len(word) < SHORTEST_COMPOUND:
            return ()
        ends: tuple[str, ...] = ()
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            tail = self._part(word[cut:])
            if tail and (head := self._head(word[:cut])):
                return tuple(dict.fromkeys(head + tail))
            if tail and not ends and len(word) - cut > SHORTEST_PART:
                ends = tail
        return ends

    def _head(self, part: str) -> tuple[str, ...]:
        joined = (part.removesuffix(joint) for joint in JOINTS if part.endswith(joint))
        return next((concepts for each in joined if (concepts := self._part(each))), ())

    def _part(self, part: str) -> tuple[str, ...]:
        return self.vocabulary.concepts.get(part) or self.vocabulary.stems.get(part) or ()

    def _corrected(self, word: str) -> str | None:
        """The nearest word of ours, if the slips are few for its length."""
        slips = 1 if len(word) < TWO_SLIPS_FROM else 2
        lengths = range(max(SHORTEST_FORGIVEN, len(word) - slips), len(word) + slips + 1)
        near = [each for length in lengths for each in self._near[length, word[0]]]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=NEAREST)
        may_differ = len(word) >= ANY_LETTER_FROM
        return next((each for each, *_ in found if may_differ or not _is_another_letter(word, each)), None)


def _is_another_letter(word: str, other: str) -> bool:
    return len(word) == len(other) and sorted(word) != sorted(other)


@cache
def read_vocabulary() -> Vocabulary:
    """The words of locales/*/words.toml together: a word of several languages means what it means in each."""
    concepts: dict[str, list[str]] = defaultdict(list)
    stems: dict[str, list[str]] = defaultdict(list)
    fillers: set[str] = set()
    courtesy: set[str] = set()
    elsewhere: set[str] = set()
    languages: dict[str, set[Locale]] = defaultdict(set)
    things: set[str] = set()
    for locale in LOCALES:
        read = tomllib.loads((TEXTS / locale / "words.toml").read_text("utf-8"))
        things |= {spell(word.rstrip("*")) for word in read["concepts"][ITEM].split()}
        said = {**read["concepts"], NOT: read["negation"]}
        said[ITEM] += f" {read['wares']}"
        for concept, words in said.items():
            for word in words.split():
                spelled = spell(word.rstrip("*"))
                (stems if word.endswith("*") else concepts)[spelled].append(concept)
                languages[spelled].add(locale)
        fillers |= {spell(word) for word in read["fillers"].split()}
        courtesy |= {spell(word) for word in read["courtesy"].split()}
        elsewhere |= {spell(word) for word in read["elsewhere"].split()}
        for word in (*read["fillers"].split(), *read["courtesy"].split()):
            languages[spell(word)].add(locale)
    for stem, meant in stems.items():
        if stem in concepts:
            concepts[stem] += meant
    return Vocabulary(
        {word: tuple(dict.fromkeys(meant)) for word, meant in concepts.items()},
        {stem: tuple(dict.fromkeys(meant)) for stem, meant in stems.items()},
        frozenset(fillers),
        frozenset(courtesy),
        frozenset(elsewhere),
        {word: frozenset(spoken) for word, spoken in languages.items()},
        tuple(sorted(things)),
    )
