"""When a language is answered: the bars hold for people like our authors, not only for our authors."""

from collections import Counter
from random import Random

import pytest

from benchmarks.bars import LEAST_SPREAD, MOST_CHATTER, MOST_WRONG, Guess, Kind, at_most, author_of, fit_gate
from bot.config import Locale
from bot.support.model import Facts, confidence
from bot.support.phrases import Phrase
from bot.support.results import Intent

# The confidence is the share of the likelihood itself.
SHARE = (0.0, 1.0, 0.0, 0.0, 0.0, 0.0)


def written(hand: str, locale: Locale, count: int, *, slips: float, intent: Intent = "coupon") -> list[Guess]:
    """By one author: the surer the guess, the likelier it is right; `slips` are wrong however sure."""
    chance = Random(f"{hand} {locale} {intent}")
    guesses = []
    for number in range(count):
        sure = chance.uniform(0.3, 0.999)
        is_right = chance.random() < sure and chance.random() >= slips
        facts = Facts(sure, 1 - sure, 0.0, 0.0, 4)
        guesses.append(Guess(Phrase(str(number), intent, locale, hand), is_right and intent != "unknown", facts))
    return guesses


def chatter(hand: str, locale: Locale, count: int, *, answered: float) -> list[Guess]:
    """That many of a hundred are taken for something of ours, however sure one has to be."""
    return [
        Guess(
            Phrase(str(number), "unknown", locale, hand),
            False,
            Facts(0.99 if number < count * answered else 0.1, 0.0, 0.0, 0.0, 4),
        )
        for number in range(count)
    ]


def shares(guesses: list[Guess], locale: Locale, answer: float, *, is_chatter: bool) -> float:
    asked = [guess for guess in guesses if guess.phrase.locale == locale and guess.is_chatter is is_chatter]
    return sum(confidence(guess.facts, SHARE) >= answer and not guess.is_right for guess in asked) / len(asked)


@pytest.fixture
def guesses() -> list[Guess]:
    """German of four authors, Luxembourgish of one who has written little."""
    told = [guess for hand in "abcd" for guess in written(hand, "de", 1_500, slips=0.005)]
    told += written("a", "lb", 1_500, slips=0.005)
    told += [guess for hand in "abcd" for guess in chatter(hand, "de", 400, answered=0.01)]
    return told + chatter("a", "lb", 100, answered=0.01)


def test_the_bars_are_kept_with_a_distance_that_grows_with_what_is_not_known(guesses: list[Guess]) -> None:
    german, luxembourgish = fit_gate(guesses, SHARE, "de").answer, fit_gate(guesses, SHARE, "lb").answer
    assert 0.5 < german < luxembourgish < 0.999
    gates: dict[Locale, float] = {"de": german, "lb": luxembourgish}
    for locale, gate in gates.items():
        assert shares(guesses, locale, gate, is_chatter=False) < MOST_WRONG
        assert shares(guesses, locale, gate, is_chatter=True) < MOST_CHATTER


def test_authors_who_differ_leave_less_certain_what_the_next_one_does() -> None:
    whole = {Kind(author, "en", is_chatter=True): 500 for author in "abcd"}
    alike = dict.fromkeys(whole, 10)
    apart = dict(zip(whole, (0, 2, 10, 28), strict=True))
    assert sum(alike.values()) == sum(apart.values())
    assert 0.02 < at_most(alike, whole, "en", is_chatter=True) < at_most(apart, whole, "en", is_chatter=True)


def test_a_language_with_little_is_held_to_what_was_seen_elsewhere() -> None:
    """Nobody's ninety-nine texts of which none is answered say that none ever is."""
    whole = {Kind(author, "en", is_chatter=True): 400 for author in "abc"} | {Kind("a", "lb", is_chatter=True): 99}
    passed = {kind: 12 for kind in whole if kind.locale == "en"}
    assert at_most(passed, whole, "lb", is_chatter=True) > 0.01
    assert at_most({}, whole, "lb", is_chatter=True) < 10 * LEAST_SPREAD**0.5


def test_what_was_written_to_be_hard_sets_no_gate(guesses: list[Guess]) -> None:
    near = [Guess(Phrase(str(n), "unknown", "de", "near_a"), False, Facts(0.99, 0.0, 0.0, 0.0, 4)) for n in range(500)]
    assert fit_gate([*guesses, *near], SHARE, "de") == fit_gate(guesses, SHARE, "de")


def test_one_hand_is_one_author_only_where_it_is_known_to_be() -> None:
    names = {
        author_of(Phrase("?", "coupon", locale, hand))
        for locale in ("de", "en")
        for hand in ("hand_1", "near_hand_1", "hand_4", "near_hand_4")
    }
    assert Counter(names) == Counter(["hand_1", "hand_4 de", "hand_4 en"])
