"""Telling intents apart: the phrases themselves, negation, typos, mixed languages, and any text whatever."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import LOCALES
from bot.i18n import TEXTS, plain
from bot.support.index import current_index, exchange_index
from bot.support.matching import match
from bot.support.model import read_model
from bot.support.phrases import Phrase, digest_of_texts, read_phrases
from bot.support.results import INTENTS, Intent

LEAST_PHRASES = {"de": 25, "en": 25, "fr": 20, "lb": 15}


@pytest.mark.parametrize("locale", LOCALES)
def test_each_language_has_ways_to_ask_for_exactly_the_intents(locale: str) -> None:
    ways = tomllib.loads((TEXTS / locale / "phrases.toml").read_text("utf-8"))
    assert list(ways) == list(INTENTS)
    counts = {intent: sum(map(len, hands.values())) for intent, hands in ways.items()}
    assert {intent: count for intent, count in counts.items() if count < LEAST_PHRASES[locale]} == {}


def test_what_was_learned_belongs_to_the_phrases() -> None:
    assert read_model().digest == digest_of_texts(), "run `python -m benchmarks.fit_gates`"


def test_every_intent_has_a_name_for_its_button() -> None:
    assert all(plain(locale, f"intent-{intent}-button") for locale in LOCALES for intent in INTENTS)


def test_our_own_phrases_are_known() -> None:
    """One in ten. Not that others are: benchmarks/bench_understanding.py measures that."""
    phrases = read_phrases()[::10]
    right = sum(best.intent == phrase.intent for phrase in phrases if (best := match(phrase.text).best))
    assert right / len(phrases) > 0.97


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ich möchte meine Bestelung stornieren", "cancel_order"),
        ("Bitte stornieren Sie die Bestellung 1001 vom 24.11.!", "cancel_order"),
        ("Ist eine Rückgabe moeglich? Grüße", "return_policy"),
        ("zahlungsarten??", "payment_methods"),
        ("wou ass meng commande svp", "order_status"),
        ("Moien, ech wëll mäi colis retournéieren", "return_item"),
        ("can I bezahlen with paypal", "payment_methods"),
        ("DANKE!!!", "thanks"),
        ("hallooooo", "greeting"),
    ],
)
def test_typos_spellings_and_mixed_languages(text: str, intent: Intent) -> None:
    matched = match(text)
    assert matched.best
    assert matched.best.intent == intent


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("ich will nicht stornieren", "cancel_order"),
        ("ech wëll net annuléieren", "cancel_order"),
        ("I don't want to cancel my order", "cancel_order"),
        ("please do not cancel it", "cancel_order"),
        ("je ne veux pas annuler ma commande", "cancel_order"),
    ],
)
def test_what_is_not_to_be_done_is_not_done(text: str, denied: Intent) -> None:
    matched = match(text)
    assert matched.verdict != "answer"
    assert denied not in [each.intent for each in matched.offered]


@pytest.mark.parametrize("text", ["warum kann ich nicht stornieren", "why can't I cancel my order"])
def test_what_cannot_be_done_is_still_wanted(text: str) -> None:
    matched = match(text)
    assert matched.best
    assert matched.best.intent == "cancel_order"


@pytest.mark.parametrize(
    "text", ["", " ", "🦆", "🦆" * 2_048, "12345", "???", "mail@example.org", "und", "ein", "kein Interesse"]
)
def test_what_says_nothing_is_not_answered(text: str) -> None:
    assert match(text).verdict != "answer"


def test_a_phrase_that_is_added_is_known_at_once_and_to_those_who_search_afterwards() -> None:
    before = current_index()
    try:
        exchange_index([Phrase("krumpelwutz", "coupon", "de")])
        assert current_index() is not before
        assert match("krumpelwutz", index=before).verdict != "answer"
        assert match("Krümpelwutz?").is_plainly("coupon")
    finally:
        exchange_index(())


@settings(max_examples=200)
@given(st.text(max_size=4_096))
def test_no_text_breaks_it(text: str) -> None:
    matched = match(text)
    assert all(0.0 <= each.confidence <= 1.0 for each in matched.intents)
    assert len(matched.offered) <= 3


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["meine", "Bestellung", "не", "أين", "طلبي", "\u202e", "🚚", "don't", "ß", "1001", "."]),
        max_size=700,
    )
)
def test_no_mixture_breaks_it(words: list[str]) -> None:
    match(" ".join(words))
