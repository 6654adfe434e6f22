"""What somebody wants, told from the words in whichever of our languages, and whether we are sure enough to answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.config import Locale
from bot.support.index import Index, Seen, current_index
from bot.support.lexicon import NOT
from bot.support.model import Gate
from bot.support.results import INTENTS, Answer, Intent, IntentMatch, Result
from bot.support.words import SENTENCE, clauses_of

Verdict = Literal["answer", "did_you_mean", "fallback"]

MOST_OFFERED = 3
# Longer texts tell a story: one sentence of it may say what is wanted.
SENTENCES_READ = 6
TEXTS_KEPT = 64
# No guess is impossible.
LEAST = 0.001
# What is a greeting with a word that nobody knows is more than a greeting.
SMALL_TALK: tuple[Intent, ...] = ("greeting", "thanks")
# A phrase of ours, word for word; its words in another order are still it, typos and courtesies do not count.
PLAIN = 0.97
# From such a likeness a phrase that the staff have added is meant, whatever else is; from the other it may be.
MEANT, PERHAPS = 0.85, 0.6
# What is not to be done, whatever else the text resembles: the words for it, each by what it means ("zurückgeben" is
# giving back, "send this back" too), and how many words may stand between. A withdrawal that is negated is asked about
# instead, where it would be declared (handlers/wishes.py).
DONE_TO_ORDERS: Mapping[Intent, Sequence[frozenset[str]]] = {
    "cancel_order": (frozenset({"cancel"}),),
    "return_item": (frozenset({"return"}), frozenset({"back", "give"}), frozenset({"back", "send"})),
    "place_order": (frozenset({"buy"}),),
}
WITHIN = 3
# With these the negation is about something else: "warum kann ich nicht stornieren".
ASKING = frozenset({"why", "can", "how"})


@dataclass(frozen=True, slots=True)
class Match:
    """Every intent that may be meant, the likeliest first, and what to do about it."""

    intents: tuple[IntentMatch, ...]
    verdict: Verdict
    language: Locale | None = None
    plain: Intent | None = None

    @property
    def best(self) -> IntentMatch | None:
        return self.intents[0] if self.intents else None

    @property
    def offered(self) -> tuple[IntentMatch, ...]:
        """What "did you mean" asks about."""
        return self.intents[:MOST_OFFERED]

    def is_plainly(self, *intents: Intent) -> bool:
        """Whether the text says one of these and nothing besides."""
        return self.plain is not None and self.plain in intents

    def answered(self, result: Result) -> Answer:
        """With this result, as sure as the likeliest intent; the others are what else it may have meant."""
        best, *others = self.intents
        return Answer(result, best.intent, best.confidence, tuple(others))


def match(text: str, *, index: Index | None = None) -> Match:
    """Never fails, whatever the text; half a millisecond for a question, at most a few for 4,096 characters."""
    return _match(text, index or current_index())


@lru_cache(maxsize=TEXTS_KEPT)
def _match(text: str, index: Index) -> Match:
    """Of one message several handlers ask, one after the other, whether it is theirs."""
    whole = _match_words(text, index)
    sentences = [part for part in SENTENCE.split(text) if part.strip()][:SENTENCES_READ]
    if whole.verdict == "answer" or len(sentences) < 2:
        return whole
    return _clearest(whole, [_match_words(sentence, index) for sentence in sentences])


def _match_words(text: str, index: Index) -> Match:
    clauses = clauses_of(text)
    reading = index.read(text)
    if not reading.words:
        return Match((), "fallback")
    seen = index.see(reading)
    plain = _plain(seen)
    if plain == "unknown" or (plain is None and reading.is_empty):
        return Match((), "fallback", reading.language)
    intents = _ranked(seen, plain, index)
    gate = index.model.gates[reading.language or "de"]
    denied = DONE_TO_ORDERS.get(intents[0].intent)
    if denied and _is_denied(denied, clauses, index):
        return _without_denied(intents[1:], gate, reading.language)
    if intents[0].intent in SMALL_TALK and reading.unknown >= 1 and plain is None:
        return Match(intents, "fallback", reading.language)
    return Match(intents, _verdict(intents, gate), reading.language, plain)


def _ranked(seen: Seen, plain: Intent | None, index: Index) -> tuple[IntentMatch, ...]:
    """The likeliest intents, and how sure that is; what is plainly said goes first."""
    places = sorted(range(len(INTENTS)), key=lambda place: -seen.likely[place])[: MOST_OFFERED + 2]
    sure = {INTENTS[place]: index.model.confidence(seen.facts(place)) for place in places}
    sure |= {intent: like for intent, like in seen.likeness.items() if like >= max(PERHAPS, sure.get(intent, 0.0))}
    if plain:
        sure[plain] = max(sure.get(plain, 0.0), PLAIN)
    ranked = sorted(sure, key=lambda intent: (intent != plain, -sure[intent]))
    return tuple(IntentMatch(intent, max(round(sure[intent], 3), LEAST)) for intent in ranked)


def _plain(seen: Seen) -> Intent | None:
    """What the staff have added goes before our own phrases: it is newer, and theirs."""
    likest = max(seen.likeness, key=lambda intent: seen.likeness[intent], default=None)
    return likest if likest and seen.likeness[likest] >= MEANT else seen.known


def _verdict(intents: Sequence[IntentMatch], gate: Gate) -> Verdict:
    confidence = intents[0].confidence if intents else 0.0
    if confidence >= gate.answer:
        return "answer"
    return "did_you_mean" if confidence >= gate.mention else "fallback"


def _is_denied(deeds: Sequence[frozenset[str]], clauses: Sequence[Sequence[str]], index: Index) -> bool:
    """Whether the text says not to do it: "ich will nicht stornieren", "don't cancel", "ne pas annuler"."""
    for clause in clauses:
        meant = [index.lexicon.mean(word).concepts for word in clause]
        if any(ASKING.intersection(concepts) for concepts in meant):
            continue
        nots = [place for place, concepts in enumerate(meant) if NOT in concepts]
        said = frozenset(concept for concepts in meant for concept in concepts)
        deed = frozenset(concept for each in deeds if each <= said for concept in each)
        doing = [place for place, concepts in enumerate(meant) if not deed.isdisjoint(concepts)]
        if any(0 < there - place <= WITHIN or place == len(clause) - 1 for place in nots for there in doing):
            return True
    return False


def _without_denied(others: Sequence[IntentMatch], gate: Gate, language: Locale | None) -> Match:
    """What else may be meant is asked, never done."""
    likely = tuple(each for each in others if each.confidence >= gate.mention)
    return Match(likely, "did_you_mean" if likely else "fallback", language)


def _clearest(whole: Match, sentences: Sequence[Match]) -> Match:
    """One sentence that is clear says what a long text is about; two that differ are a question."""
    clear = {each.best.intent: each for each in sentences if each.verdict == "answer" and each.best}
    for small_talk in SMALL_TALK:
        if len(clear) > 1 or any(each.verdict == "did_you_mean" for each in sentences):
            clear.pop(small_talk, None)
    if len(clear) == 1:
        return next(iter(clear.values()))
    if clear:
        meant = sorted((each.best for each in clear.values() if each.best), key=lambda best: -best.confidence)
        return Match(tuple(meant), "did_you_mean", whole.language)
    return whole
