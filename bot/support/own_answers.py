"""Where the shop's own entries stand among what a text may mean: before the intents, beside them, or in their place."""

from collections.abc import Sequence

from bot.support.entries import ANSWERABLE
from bot.support.knowledge import SURE, current_knowledge
from bot.support.matching import MOST_OFFERED, Match
from bot.support.results import (
    Answer,
    DidYouMean,
    FaqFound,
    Intent,
    IntentMatch,
    LinkFirst,
    NothingOpen,
    NotUnderstood,
    Result,
    TopicWanted,
)

# What an entry never stands before, however it is put.
BEFORE_ENTRIES: frozenset[Intent] = frozenset({"withdrawal", "human"})
# Where the bot does something, the shop's words stand above it.
ACTED_ON: frozenset[Intent] = frozenset({"complaint", "payment_problem", "feedback"})
# A phrase of ours, word for word, gives way to an entry only where that is the same.
WORD_FOR_WORD = 0.97

# Keys of entries with their likeness, the likest first.
Near = Sequence[tuple[str, float]]


async def entries_near(text: str) -> Near:
    """Those that may be meant."""
    return (await current_knowledge()).near(text)


def surely_entry(near: Near, matched: Match, wanted: Intent | None) -> Answer | None:
    """An entry that is meant, unless something is wanted that goes before all of them."""
    if not near or wanted in BEFORE_ENTRIES or near[0][1] < (WORD_FOR_WORD if matched.plain else SURE):
        return None
    (key, likeness), *others = near
    return Answer(FaqFound(key), "faq", round(likeness, 3), (*_as_matches(others), *matched.offered))


def unsure(matched: Match, near: Near) -> Answer:
    """What products are asked about stands for itself where none is named; entries that may be meant are offered."""
    best, *others = matched.intents or (IntentMatch("unknown", 0.0),)
    if matched.verdict == "answer":
        return Answer(TopicWanted(best.intent), best.intent, best.confidence, tuple(others))
    meant = [*_as_matches(near), *(matched.intents if matched.verdict == "did_you_mean" else ())]
    if not meant:
        return Answer(NotUnderstood(), "unknown", 0.0)
    best, *others = meant
    offered = meant[:MOST_OFFERED]
    keys = tuple(each.faq for each in offered if each.faq)
    result = DidYouMean(tuple(each.intent for each in offered if not each.faq), keys)
    return Answer(result, best.intent, best.confidence, tuple(others))


async def or_own_answer(intent: Intent, found: Result) -> Result:
    """The shop's own answer to an intent, where nothing of the customer's answers it and the shop has one."""
    if intent not in ANSWERABLE or not isinstance(found, TopicWanted | LinkFirst | NothingOpen):
        return found
    if isinstance(found, TopicWanted) and found.is_own:
        return found
    if not (await current_knowledge()).answers(intent):
        return found
    return FaqFound(intent, beside=found if intent in ACTED_ON else None)


def _as_matches(near: Near) -> tuple[IntentMatch, ...]:
    return tuple(IntentMatch("faq", round(likeness, 3), key) for key, likeness in near)
