"""A review from the order card to the product: stars by a tap, words, the staff's word, and everybody reads it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.clock import Clock
from bot.community.review_asks import invitation
from bot.community.review_models import Review
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from bot.outbox.queue import enqueue
from tests.support.chat import Person, text_of
from tests.support.reviews import a_buyer, a_mug, a_review
from tests.support.staffed import Shop, eventually, open_shop, seen_by
from tests.support.webchat import png


@pytest.fixture
async def shop(database: Settings, clock: Clock) -> AsyncIterator[Shop]:
    async with open_shop(database, clock) as shop:
        yield shop


def told(locale: Locale, key: str, **values: Any) -> str:
    return plain(locale, key, **values).replace("\xa0", " ").replace("\u202f", " ")


async def at_the_review(shop: Shop, locale: Locale) -> Person:
    """On the screen of the one product of their delivered order."""
    await a_mug()
    erika, _ = await a_buyer("1001")
    anna = await shop.town.customer(locale, owns=[erika])
    await anna.says("1001")
    await anna.taps(told(locale, "review-products-button"))
    return anna


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_tap_gives_stars_words_are_read_and_then_stand_at_the_product(shop: Shop, locale: Locale) -> None:
    anna = await at_the_review(shop, locale)

    anna.reads(told(locale, "review-ask"))
    await anna.taps("2 ⭐")
    anna.reads("★★☆☆☆", told(locale, "review-own-counted"))
    await anna.taps(told(locale, "review-write-button"))
    await anna.says("Der <Henkel> ist lose")
    anna.reads("Der <Henkel> ist lose", told(locale, "review-own-waiting"))

    card = await shop.sees(lambda message: "Der <Henkel> ist lose" in text_of(message))
    await shop.taps(shop.tom, "Zeigen", card)
    assert (await Review.get()).status == "waiting", "Tom only sits here"
    await shop.taps(shop.mia, "Zeigen", card)
    assert await shop.sees(lambda message: "Mia zeigt sie" in text_of(message))

    begin = told(locale, "review-told-shown", stars="★★☆☆☆", product="|").partition("|")[0]
    assert await eventually(lambda: seen_by(anna.visitor, begin))
    await anna.looks()
    await anna.taps(told(locale, "review-open-button"))
    anna.reads(told(locale, "review-own-shown"))

    await anna.says("BECHER")
    anna.reads("★★☆☆☆", "Der <Henkel> ist lose")
    answer = await anna.taps(told(locale, "review-verified-button"))
    assert told(locale, "review-verified-alert")[:40] in str(answer).replace("\\xa0", " ").replace("\xa0", " ")
    await anna.taps(told(locale, "review-read-button", reviews=1))
    anna.reads("Der <Henkel> ist lose", "✓")
    anna.has_a_way_on()


@pytest.mark.parametrize("locale", LOCALES)
async def test_declined_words_tell_their_author_why_and_can_be_changed(shop: Shop, locale: Locale) -> None:
    anna = await at_the_review(shop, locale)
    await anna.taps("1 ⭐")
    await anna.taps(told(locale, "review-write-button"))
    await anna.says("Ruft mich an: 0151")

    card = await shop.sees(lambda message: "0151" in text_of(message))
    await shop.taps(shop.mia, "Nicht zeigen", card)
    card = await shop.sees(lambda message: "Private Daten" in str(message.get("reply_markup")))
    await shop.taps(shop.mia, "Private Daten", card)

    assert await shop.sees(lambda message: "Mia zeigt sie nicht (Private Daten)" in text_of(message))
    assert await eventually(lambda: seen_by(anna.visitor, told(locale, "review-why-private")))
    await anna.looks()
    await anna.taps(told(locale, "review-open-button"))
    anna.reads(told(locale, "review-own-declined", why=told(locale, "review-why-private")))
    await anna.taps(told(locale, "review-rewrite-button"))
    await anna.says("Der Henkel ist lose")
    anna.reads(told(locale, "review-own-waiting"))
    assert await shop.sees(lambda message: "Der Henkel" in text_of(message) and "reply_markup" in message)

    await anna.taps(told(locale, "review-remove-button"))
    anna.reads(told(locale, "review-remove-ask"))
    await anna.taps(told(locale, "review-remove-yes-button"))
    anna.reads(told(locale, "review-ask"))
    assert await Review.all().count() == 0


async def test_a_picture_alone_is_a_review_too_and_a_stale_card_decides_nothing(shop: Shop) -> None:
    anna = await at_the_review(shop, "de")
    await anna.taps("4 ⭐")
    await anna.taps(told("de", "review-write-button"))
    await anna.sends_file("becher.png", png())
    old = await shop.sees(lambda message: "photo" in message)
    await anna.taps(told("de", "review-write-button"))
    await anna.says("Schön glasiert")
    new = await shop.sees(lambda message: "Schön glasiert" in text_of(message))

    answer = await shop.taps(shop.mia, "Zeigen", old)
    assert "geändert" in str(answer)
    await shop.taps(shop.mia, "Zeigen", new)
    assert await shop.sees(lambda message: "Mia zeigt sie" in text_of(message))
    await anna.says("BECHER")
    await anna.taps(told("de", "review-read-button", reviews=1))
    anna.reads("Schön glasiert")
    assert "photo" in anna.seen[-1]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de", "ich möchte eine Bewertung schreiben"),
        ("en", "I want to write a review"),
        ("fr", "je voudrais écrire un avis"),
        ("lb", "ech wëll eng Bewäertung schreiwen"),
    ],
)
async def test_who_wants_to_write_a_review_is_led_to_what_they_bought(shop: Shop, locale: Locale, words: str) -> None:
    await a_mug()
    erika, _ = await a_buyer("1001")
    anna = await shop.town.customer(locale, owns=[erika])

    await anna.says(words)
    await anna.taps(told(locale, "review-products-button"))
    anna.reads(told(locale, "review-list-title"))
    await anna.taps("⭐")
    await anna.taps("5 ⭐")

    anna.reads("★★★★★")
    assert (await Review.get()).stars == 5


async def test_who_did_not_buy_it_reads_reviews_but_gives_none(shop: Shop) -> None:
    await a_mug()
    erika, _ = await a_buyer("1001")
    await a_review(erika, 4, settings=shop.town.settings)
    stranger = await shop.town.customer("de", name="Tom")
    await stranger.says("BECHER")

    stranger.reads(told("de", "review-mean", mean=4.0, count=1).replace("<b>", "").replace("</b>", ""))
    assert told("de", "review-rate-button") not in stranger.buttons


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_invitation_is_answered_by_one_star_and_stopped_by_one_tap(shop: Shop, locale: Locale) -> None:
    mug, (erika, _) = await a_mug(), await a_buyer("1001")
    anna = await shop.town.customer(locale, owns=[erika])
    await anna.says("/start")
    params = await invitation(mug.id, locale)
    await enqueue(anna.id, "sendMessage", params, once="ask", purpose="answer", now=shop.town.clock.now())

    assert await eventually(lambda: seen_by(anna.visitor, told(locale, "review-invite-hint")[:40]))
    await anna.looks()
    await anna.taps("3 ⭐")
    anna.reads("★★★☆☆", told(locale, "review-own-counted"))
    assert (await Review.get()).stars == 3
    await anna.taps(told(locale, "survey-never-button"))
    anna.has_a_way_on()
