"""What somebody wants, told from the words in whichever of our languages, and whether we are sure enough to answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.config import Locale
from bot.support.fitted import Gate
from bot.support.index import Index, Seen, current_index
from bot.support.lexicon import NOT
from bot.support.results import INTENTS, Intent, IntentMatch
from bot.support.words import SENTENCE, clauses_of

Verdict = Literal["answer", "did_you_mean", "fallback"]

MOST_OFFERED = 3
# Longer texts tell a story: one sentence of it may say what is wanted.
SENTENCES_READ = 6
TEXTS_KEPT = 64
# A phrase said in other words of the same meaning, typos included, and nothing besides.
SAME = 0.999
PLAIN = 0.97
# What is not to be done, whatever else the text resembles: the word for it, and how many words may stand between.
# A withdrawal that is negated is asked about instead, where it would be declared (handlers/wishes.py).
DONE_TO_ORDERS: Mapping[Intent, str] = {
    "cancel_order": "cancel",
    "return_item": "return",
    "place_order": "buy",
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
    likeness: float = 0.0

    @property
    def best(self) -> IntentMatch | None:
        return self.intents[0] if self.intents else None

    @property
    def offered(self) -> tuple[IntentMatch, ...]:
        """What "did you mean" asks about."""
        return self.intents[:MOST_OFFERED]

    def is_plainly(self, *intents: Intent) -> bool:
        """Whether the text says one of these and nothing besides."""
        return self.best is not None and self.best.intent in intents and self.likeness >= SAME


def match(text: str, *, index: Index | None = None) -> Match:
    """Never fails, whatever the text; about 0.2 ms for a question, at most a few for 4,096 characters."""
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
    reading = index.read_words([word for clause in clauses for word in clause])
    if not reading.features:
        return Match((), "fallback", reading.language)
    seen = index.see(reading)
    intents = _ranked(seen, index)
    gate = index.fitted.gates[reading.language or "de"]
    denied = DONE_TO_ORDERS.get(intents[0].intent)
    if denied and _is_denied(denied, clauses, index):
        return _without_denied(intents[1:], gate, reading.language)
    return Match(intents, _verdict(intents, gate), reading.language, seen.likeness.get(intents[0].intent, 0.0))


def _ranked(seen: Seen, index: Index) -> tuple[IntentMatch, ...]:
    """Scores of the classifier and likeness to single phrases together rank; the calibration says how sure that is."""
    joined = [
        (score + index.fitted.calibration.joined * seen.likeness.get(intent, 0.0), intent)
        for score, intent in zip(seen.scores, INTENTS, strict=True)
    ]
    joined.sort(key=lambda pair: -pair[0])
    ranked = []
    for place, (score, intent) in enumerate(joined[: MOST_OFFERED + 2]):
        rival = joined[1][0] if place == 0 else joined[0][0]
        likeness = seen.likeness.get(intent, 0.0)
        confidence = index.fitted.calibration.confidence(score, score - rival, likeness, seen.unknown)
        ranked.append(IntentMatch(intent, round(confidence, 3)))
    return _plain_first(ranked, seen)


def _plain_first(ranked: Sequence[IntentMatch], seen: Seen) -> tuple[IntentMatch, ...]:
    """Where the text is a phrase of one intent alone, word for word, that intent is meant."""
    plain = [intent for intent, likeness in seen.likeness.items() if likeness >= SAME]
    if len(plain) != 1:
        return tuple(ranked)
    known = max((each.confidence for each in ranked if each.intent == plain[0]), default=0.0)
    others = (each for each in ranked if each.intent != plain[0])
    return (IntentMatch(plain[0], max(known, PLAIN)), *others)


def _verdict(intents: Sequence[IntentMatch], gate: Gate) -> Verdict:
    confidence = intents[0].confidence if intents else 0.0
    if confidence >= gate.answer:
        return "answer"
    return "did_you_mean" if confidence >= gate.mention else "fallback"


def _is_denied(concept: str, clauses: Sequence[Sequence[str]], index: Index) -> bool:
    """Whether the text says not to do it: "ich will nicht stornieren", "don't cancel", "ne pas annuler"."""
    for clause in clauses:
        meant = [index.lexicon.mean(word).concepts for word in clause]
        if any(ASKING.intersection(concepts) for concepts in meant):
            continue
        nots = [place for place, concepts in enumerate(meant) if NOT in concepts]
        doing = [place for place, concepts in enumerate(meant) if concept in concepts]
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
    for small_talk in ("greeting", "thanks"):
        if len(clear) > 1:
            clear.pop(small_talk, None)
    if len(clear) == 1:
        return next(iter(clear.values()))
    if clear:
        meant = sorted((each.best for each in clear.values() if each.best), key=lambda best: -best.confidence)
        return Match(tuple(meant), "did_you_mean", whole.language)
    return whole
