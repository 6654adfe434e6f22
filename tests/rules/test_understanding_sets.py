"""The test sets in benchmarks/understanding keep their form, and stay apart from what is learned; none is printed."""

import json
from collections import Counter

import pytest

from benchmarks.test_sets import SETS, Asked, is_known, read_set, table_of
from benchmarks.test_sets import Guess as Guessed
from bot.config import LOCALES, Locale
from bot.support.results import INTENTS

LEAST: dict[Locale, int] = {"de": 30, "en": 30, "fr": 15, "lb": 15}
LEAST_CHATTER = 100
# One in so many.
MOST_KNOWN = 4


@pytest.mark.parametrize("locale", LOCALES)
def test_each_line_is_a_text_and_what_is_meant_by_it(locale: Locale) -> None:
    lines = [json.loads(line) for line in (SETS / f"{locale}.jsonl").read_text("utf-8").splitlines()]
    kinds = {(type(line["text"]), type(line["intent"]), type(line.get("also", []))) for line in lines}
    assert kinds == {(str, str, list), (str, type(None), list)}
    assert {key for line in lines for key in line} <= {"text", "intent", "also"}
    named = {intent for each in read_set(locale) for intent in each.intents}
    assert named == set(INTENTS)


@pytest.mark.parametrize("locale", LOCALES)
def test_there_are_enough_of_each_kind(locale: Locale) -> None:
    counts = Counter(each.intents[0] if each.intents else None for each in read_set(locale))
    assert counts.pop(None) >= LEAST_CHATTER
    assert min(counts.values()) >= LEAST[locale]
    assert len(counts) == len(INTENTS)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_stands_twice(locale: Locale) -> None:
    texts = Counter(each.text.casefold() for each in read_set(locale))
    assert sum(count - 1 for count in texts.values()) == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_most_texts_are_no_phrases_of_ours(locale: Locale) -> None:
    """Who writes "Newsletter abbestellen" need not have read our phrases; `make bench` measures without these, too."""
    assert sum(is_known(each) for each in read_set(locale)) < len(read_set(locale)) / MOST_KNOWN


def test_an_answer_with_the_other_intent_that_fits_is_right() -> None:
    asked = [Asked("", ("invoice", "account")), Asked("", ("coupon",)), Asked("", ())]
    table = table_of(asked, [Guessed(("account",), 0.9, is_answered=True)] * 3)
    assert (table.covered, table.precision, table.wrong, table.first) == (1.0, 0.5, 0.5, 0.5)
    assert table.chatter == 1.0
