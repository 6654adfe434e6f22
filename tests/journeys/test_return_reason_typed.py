"""Why something goes back, typed instead of tapped: taken as the reason that it names, and never in a circle."""

from datetime import timedelta
from typing import Any

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.returns.models import Return, ReturnItem
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.staffed import Shop

MUG = Item("Kaffeebecher", 1, "19.90")
WORDS: dict[Locale, str] = {
    "de": "Der Becher ist mir zu klein",
    "en": "it is too small for me",
    "fr": "ça ne me plaît pas",
    "lb": "et ass mer ze kleng",
}
UNREAD: dict[Locale, str] = {
    "de": "Es war ein Geschenk von meiner Tante",
    "en": "it was a gift from my aunt",
    "fr": "c'était un cadeau de ma tante",
    "lb": "et war e Cadeau vu menger Tatta",
}
PARCEL: dict[Locale, str] = {
    "de": "wo ist mein paket",
    "en": "where is my parcel",
    "fr": "où est mon colis",
    "lb": "wou ass mäi pak",
}


async def is_asked_why(shop: Shop, locale: Locale = "de", *, days_ago: int = 20) -> Person:
    owner, at = await a_customer(), shop.town.clock.now() - timedelta(days=days_ago)
    columns: dict[str, Any] = {"lines": (MUG,), "ship_country": "DE", "placed_at": at - timedelta(days=2)}
    await an_order("1001", customer=owner, parcels=[parcel(scan("delivered", at=at))], **columns)
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    await anna.taps(plain(locale, "return-start-button"))
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    return anna


@pytest.mark.parametrize("locale", LOCALES)
async def test_words_choose_the_reason_are_named_and_stay_as_the_note(shop: Shop, locale: Locale) -> None:
    anna = await is_asked_why(shop, locale)
    await anna.says(WORDS[locale])
    reason = "style" if locale == "fr" else "size_too_small"
    told = plain(locale, "return-why-read", reason=plain(locale, f"return-why-{reason}"))
    anna.reads(told.replace("<b>", "").replace("</b>", "").replace("\u00a0", " "))
    await anna.taps(plain(locale, "return-want-refund"))
    anna.reads(WORDS[locale])
    await anna.taps(plain(locale, "return-send-button"))
    assert (await ReturnItem.get()).reason == reason
    assert (await Return.get()).note == WORDS[locale]


@pytest.mark.parametrize("locale", LOCALES)
async def test_words_that_fit_none_are_kept_and_it_is_still_asked(shop: Shop, locale: Locale) -> None:
    anna = await is_asked_why(shop, locale)
    await anna.says(UNREAD[locale])
    anna.has_read(plain(locale, "return-why-kept").replace("\u00a0", " "))
    anna.reads(UNREAD[locale])
    await anna.taps(plain(locale, "return-why-unwanted"))
    anna.does_not_read(plain(locale, "return-why-read", reason=plain(locale, "return-why-unwanted")))
    await anna.taps(plain(locale, "return-want-refund"))
    await anna.taps(plain(locale, "return-send-button"))
    assert (await ReturnItem.get()).reason == "unwanted"
    assert (await Return.get()).note == UNREAD[locale]


@pytest.mark.parametrize("locale", LOCALES)
async def test_another_question_has_its_answer_and_leads_back(shop: Shop, locale: Locale) -> None:
    anna = await is_asked_why(shop, locale)
    await anna.says(PARCEL[locale])
    anna.reads("1001")
    anna.does_not_read(plain(locale, "return-why-ask").replace("<b>", "").replace("</b>", ""))
    await anna.taps(plain(locale, "menu-back-button"))
    anna.can_tap(plain(locale, "return-why-size_too_small"))
    anna.does_not_read(PARCEL[locale])


async def test_a_defect_in_words_goes_on_to_the_pictures(shop: Shop) -> None:
    anna = await is_asked_why(shop)
    await anna.says("Der Henkel ist kaputt")
    anna.reads("Verstanden als: Defekt", "Zeigen Sie uns, was los ist", "Der Henkel ist kaputt")
    await anna.taps("Zurück")
    await anna.taps("Zu klein")
    anna.does_not_read("Verstanden als")


async def test_what_is_no_reason_any_more_is_kept_and_nothing_else_is_chosen(shop: Shop) -> None:
    anna = await is_asked_why(shop, days_ago=300)
    await anna.says("zu klein")
    anna.has_read("Welcher Grund trifft es am ehesten")
    anna.reads("Die Rückgabefrist ist vorbei", "zu klein")


async def test_a_human_and_a_withdrawal_are_heard_here_as_well(shop: Shop) -> None:
    anna = await is_asked_why(shop, days_ago=3)
    await anna.says("Mensch bitte")
    anna.has_read("Unser Team ist benachrichtigt")
    await anna.says("ich widerrufe 1001")
    anna.can_tap(plain("de", "withdraw-confirm-button"))
