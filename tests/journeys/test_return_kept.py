"""A return that has been begun outlives what is typed and what arrives meanwhile: nobody is asked twice."""

from datetime import timedelta

import pytest

from bot.callbacks import OpenOrder
from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.returns.models import Return, ReturnItem
from bot.shop.models import Customer
from handlers.keyboards import one_button
from tests.journeys.test_returning import chooses, delivered
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.chat import Person, text_of
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import data_of

TEA = Item("Teekanne", 1, "30.00", sku="TEE")
NONSENSE = "🤔🤔"


async def asked_why(anna: Person, locale: Locale) -> None:
    await anna.taps(plain(locale, "return-start-button"))
    await anna.taps("Kaffeebecher")
    await anna.taps(plain(locale, "withdraw-chosen-button"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_labels_count_as_taps_when_they_are_typed_and_nonsense_loses_nothing(shop: Shop, locale: Locale) -> None:
    anna, _ = await delivered(shop, locale, days_ago=20)
    await anna.taps(plain(locale, "return-start-button"))
    await anna.says("kaffeebecher")
    anna.can_tap("☑️ Kaffeebecher")
    await anna.says(plain(locale, "withdraw-chosen-button").lower())
    await anna.says(NONSENSE)
    anna.has_read(plain(locale, "question-kept").replace("\u00a0", " "))
    anna.can_tap(plain(locale, "return-why-size_too_small"))
    await anna.says(plain(locale, "return-why-size_too_small").lower())
    await anna.says(plain(locale, "return-want-refund").split(maxsplit=1)[1])
    anna.reads(plain(locale, "return-why-size_too_small"))
    await anna.says(plain(locale, "return-send-button"))
    assert (await Return.get()).outcome == "refund"
    assert (await ReturnItem.get()).reason == "size_too_small"


async def test_the_second_nonsense_offers_a_human_and_keeps_it_all_the_same(shop: Shop) -> None:
    anna, _ = await delivered(shop, days_ago=20)
    await asked_why(anna, "de")
    for _ in range(2):
        await anna.says(NONSENSE)
    anna.has_read(plain("de", "question-missed-again"))
    anna.is_offered(plain("de", "case-human-button"))
    await anna.taps("Zu klein")
    anna.reads("Was möchten Sie dafür haben?")


async def test_weiter_typed_with_nothing_chosen_says_so_and_the_screen_stays(shop: Shop) -> None:
    anna, _ = await delivered(shop, days_ago=20)
    await anna.taps("Rückgabe oder Reklamation")
    await anna.says("weiter")
    anna.has_read(plain("de", "withdraw-nothing-toast"))
    anna.can_tap("⬜ Kaffeebecher")


async def test_a_withdrawal_is_confirmed_by_the_words_of_its_button(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.taps("Vertrag widerrufen")
    await anna.says("Widerruf bestätigen")
    made = await Return.get()
    assert (made.way, made.status) == ("withdrawal", "approved")
    await eventually(lambda: seen(anna, made.number))


async def test_another_order_is_looked_at_and_back_leads_to_the_draft(shop: Shop) -> None:
    anna, order = await delivered(shop, days_ago=20)
    await an_order(
        "1002", customer=await Customer.get(id=order.customer_id), lines=(TEA,), parcels=[parcel("in_transit")]
    )
    await asked_why(anna, "de")
    await anna.taps("Etwas anderes")
    await anna.says("Der Henkel gefällt mir nicht")
    await anna.says("1002")
    anna.reads("1002")
    anna.does_not_read("Der Henkel")
    await anna.taps("Zurück")
    anna.reads("Der Henkel gefällt mir nicht")
    await anna.taps("Weiter")
    await anna.taps("Geld zurück")
    await anna.taps("Abschicken")
    assert (await Return.get()).note == "Der Henkel gefällt mir nicht"


async def test_news_that_is_opened_leads_back_to_what_was_about_to_be_confirmed(shop: Shop) -> None:
    anna, order = await delivered(shop, days_ago=20)
    await chooses(anna, "de", "unwanted", "refund")
    news = one_button("Alles dazu", OpenOrder(order_id=order.id))
    await shop.town.bot.send_message(anna.id, "1001 ist da", reply_markup=news)
    await anna.taps("Alles dazu")
    anna.can_tap("Rückgabe oder Reklamation")
    await anna.taps("Zurück")
    await anna.taps("Abschicken")
    assert (await Return.get()).status == "approved"


async def test_the_confirming_button_works_below_news_that_came_meanwhile(shop: Shop) -> None:
    anna, _ = await delivered(shop, days_ago=20)
    await chooses(anna, "de", "unwanted", "refund")
    await shop.town.bot.send_message(anna.id, "1001 ist da")
    await anna.taps("Abschicken")
    assert (await Return.get()).status == "approved"


async def test_an_old_button_of_the_finished_screen_shows_where_the_return_stands(shop: Shop) -> None:
    anna, _ = await delivered(shop, days_ago=20)
    await chooses(anna, "de", "unwanted", "refund")
    await anna.taps("Abschicken")
    anna.has_read("So stand es am")
    finished = next(message for message in anna.seen if "So stand es am" in text_of(message))
    place, data = finished["message_id"], data_of(finished, plain("de", "return-open-button"))
    await anna.says("/start")
    kept = {"inline_keyboard": [[{"text": "alt", "callback_data": data}]]}
    await shop.town.web.call("editMessageReplyMarkup", chat_id=anna.id, message_id=place, reply_markup=kept)
    answer = await anna.taps("alt", message_id=place)
    assert answer["text"] == plain("de", "error-stale-now-alert")
    anna.reads((await Return.get()).number, "angenommen")


@pytest.mark.parametrize("locale", LOCALES)
async def test_an_old_button_loses_nothing_of_what_is_begun(shop: Shop, locale: Locale) -> None:
    anna, _ = await delivered(shop, locale, days_ago=20)
    place, data = anna.data_of(plain(locale, "order-timeline-button"))
    await anna.says("1001")
    await asked_why(anna, locale)
    kept = {"inline_keyboard": [[{"text": "alt", "callback_data": data}]]}
    await shop.town.web.call("editMessageReplyMarkup", chat_id=anna.id, message_id=place, reply_markup=kept)
    answer = await anna.taps("alt", message_id=place)
    assert answer["text"] == plain(locale, "error-stale-begun-alert").replace("\u00a0", " ")
    await anna.taps(plain(locale, "return-why-size_too_small"))
    anna.can_tap(plain(locale, "return-want-refund"))


async def test_an_old_button_of_a_return_is_shown_above_what_is_begun(shop: Shop) -> None:
    anna, order = await delivered(shop, days_ago=20)
    await chooses(anna, "de", "unwanted", "refund")
    await anna.taps("Abschicken")
    finished = next(message for message in anna.seen if "So stand es am" in text_of(message))
    place, data = finished["message_id"], data_of(finished, plain("de", "return-open-button"))
    parcels = [parcel(scan("delivered", at=shop.town.clock.now() - timedelta(days=20)))]
    owner = await Customer.get(id=order.customer_id)
    await an_order("1002", customer=owner, lines=(TEA, TEA), ship_country="DE", parcels=parcels)
    await anna.says("1002")
    await anna.taps(plain("de", "return-start-button"))
    await anna.taps("Teekanne")
    await anna.taps(plain("de", "withdraw-chosen-button"))
    kept = {"inline_keyboard": [[{"text": "alt", "callback_data": data}]]}
    await shop.town.web.call("editMessageReplyMarkup", chat_id=anna.id, message_id=place, reply_markup=kept)
    await anna.taps("alt", message_id=place)
    anna.reads((await Return.get()).number)
    await anna.taps(plain("de", "menu-back-button"))
    anna.can_tap("Zu klein")
