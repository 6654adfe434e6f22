"""From which confidence a language is answered: the lowest gate at which the bars of issue 6 surely hold.

No customer is one of our authors, and authors differ: a gate at which ours just keep the bars is one at which half of
those who come do not. So it is not the rate of our texts that has to keep them but what it is at most among people like
our authors, with the certainty of SURELY. Authors count alike, however much each has written, as far as what they have
written is no mere chance (weights of a random-effects mean). How far authors differ is told by those of all languages,
and what all languages say counts like one author more: a language with one author and a hundred texts that are none of
our business is then held to what was seen elsewhere, with a distance, and one with five authors to its own.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, variance

from bot.config import Locale
from bot.support.model import Facts, Gate, confidence
from bot.support.phrases import Phrase
from bot.support.results import INTENTS

# Answered wrongly, of what is our business; answered at all, of what is not.
MOST_WRONG, MOST_CHATTER = 0.02, 0.03
# The quantile of the normal distribution for nine in ten.
SURELY = 1.28
# Authors are never all the same: a tenth of a percent, squared.
LEAST_SPREAD = 1e-6
MENTIONED = 0.08
# What a hand has written to be hard to tell apart. The confidence learns from it; no bar is measured on it, because
# nobody writes only such things.
NEAR = "near_"
# These hands are of one author each, who has told the same situations in every language. Any other hand is in each
# language somebody else's.
IN_ALL_LANGUAGES = frozenset({"hand_1", "hand_3"})


@dataclass(frozen=True, slots=True)
class Guess:
    """The best guess at a text that was kept apart, and whether it is right."""

    phrase: Phrase
    is_right: bool
    facts: Facts

    @property
    def is_chatter(self) -> bool:
        return self.phrase.intent not in INTENTS


@dataclass(frozen=True, slots=True)
class Kind:
    """What one author has written in a language, be it our business or not."""

    author: str
    locale: Locale
    is_chatter: bool


def author_of(phrase: Phrase) -> str:
    hand = phrase.hand.removeprefix(NEAR)
    return hand if hand in IN_ALL_LANGUAGES else f"{hand} {phrase.locale}"


def fit_gate(guesses: Sequence[Guess], calibration: Sequence[float], spoken: Locale) -> Gate:
    """Where the bars are passed for the first time, from the surest guess of this language downwards."""
    told = [guess for guess in guesses if not guess.phrase.hand.startswith(NEAR)]
    judged = sorted(((confidence(guess.facts, calibration), guess) for guess in told), key=lambda pair: -pair[0])
    whole = Counter(_kind(guess) for guess in told)
    passed: Counter[Kind] = Counter()
    answer = 0.999
    for sure, guess in judged:
        passed[_kind(guess)] += not guess.is_right
        if not guess.is_right and not _keeps(passed, whole, spoken):
            break
        if guess.phrase.locale == spoken:
            answer = math.floor(sure * 1_000) / 1_000
    return Gate(answer, MENTIONED)


def at_most(passed: Mapping[Kind, int], whole: Mapping[Kind, int], spoken: Locale, *, is_chatter: bool) -> float:
    """The share of a language that passes, at most, as sure as SURELY."""
    rates = {kind: passed.get(kind, 0) / count for kind, count in whole.items() if kind.is_chatter is is_chatter}
    mean = fmean(rates.values())
    # What a rate among so many texts varies by chance alone, and beyond it from author to author.
    chance = {kind: mean * (1 - mean) / whole[kind] for kind in rates}
    spread = max(variance(rates.values()) - fmean(chance.values()), LEAST_SPREAD)
    own = [(rates[kind], 1 / (spread + chance[kind])) for kind in rates if kind.locale == spoken]
    borrowed = (mean, 1 / (spread + mean * (1 - mean) / sum(whole[kind] for kind in rates)))
    weight = sum(each for _, each in (*own, borrowed))
    # What is borrowed makes a language stricter, never laxer: it may be harder to understand than the others.
    return max(_mean(own), _mean([*own, borrowed])) + SURELY / math.sqrt(weight)


def _mean(weighed: Sequence[tuple[float, float]]) -> float:
    return sum(rate * weight for rate, weight in weighed) / (sum(weight for _, weight in weighed) or 1.0)


def _keeps(passed: Mapping[Kind, int], whole: Mapping[Kind, int], spoken: Locale) -> bool:
    return (
        at_most(passed, whole, spoken, is_chatter=False) <= MOST_WRONG
        and at_most(passed, whole, spoken, is_chatter=True) <= MOST_CHATTER
    )


def _kind(guess: Guess) -> Kind:
    return Kind(author_of(guess.phrase), guess.phrase.locale, guess.is_chatter)
