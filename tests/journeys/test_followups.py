"""What is only understood from the turn before: the other order, when it comes, which one goes back, yes and no."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from bot.config import LOCALES, Locale
from bot.conversations import topics
from bot.customers.models import Link
from bot.i18n import plain
from bot.returns.models import Return
from bot.shop.models import Customer
from bot.tickets.models import Case
from dialogs.widgets import TAG
from tests.support.builders import Item, a_customer, a_product, an_order, parcel
from tests.support.chat import Person, Town
from tests.support.returns import a_delivered_order
from tests.support.staffed import Shop

OTHER = {
    "de": ["und die andere?", "was ist mit der anderen bestellung"],
    "en": ["and the other one?", "what about the othr order"],
    "fr": ["et l'autre ?", "où est l'autre commande"],
    "lb": ["an déi aner?", "wat ass mat der anerer?"],
}
WHEN = {
    "de": ["wann?", "wann kommt es denn"],
    "en": ["when?", "when will it arrive"],
    "fr": ["quand ?", "ça arrive quand"],
    "lb": ["wéini?", "wéini kënnt et"],
}
WHERE = {
    "de": "wo ist mein paket?",
    "en": "where is my parcel?",
    "fr": "où est mon colis ?",
    "lb": "wou ass mäi pak?",
}
RETURN = {
    "de": "ich möchte etwas zurückgeben",
    "en": "I want to return something",
    "fr": "je veux retourner un article",
    "lb": "ech wëll eppes zréckschécken",
}
OF = {"de": "von", "en": "of", "fr": "sur", "lb": "vun"}
TOMORROW = {"de": "kommt es morgen?", "en": "tomorrow?", "fr": "ça vient demain ?", "lb": "kënnt et muer?"}
TWO = {
    "de": "ich möchte zwei davon zurückgeben",
    "en": "I want to return two of them",
    "fr": "je veux en retourner deux",
    "lb": "ech wëll zwee dovun zréckschécken",
}


async def with_two_orders(town: Town, locale: Locale, **columns: Any) -> tuple[Person, Customer]:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit", **columns)])
    await an_order("2002", customer=erika, parcels=[parcel("out_for_delivery")], lines=[Item("Teekanne", sku="KANNE")])
    return await town.customer(locale, owns=[erika]), erika


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_other_order_is_the_one_that_is_not_on_the_card(town: Town, locale: Locale) -> None:
    anna, _ = await with_two_orders(town, locale)
    for said in OTHER[locale]:
        await anna.says("1001")
        anna.reads(plain(locale, "state-in_transit"))
        await anna.says(said)
        anna.reads("2002", plain(locale, "state-out_for_delivery"))
        await anna.says(said)
        anna.reads("1001", plain(locale, "state-in_transit"))


async def test_with_more_than_two_the_bot_asks_which(town: Town) -> None:
    anna, erika = await with_two_orders(town, "de")
    await an_order("3003", customer=erika, parcels=[parcel("in_transit")])
    await anna.says("1001")
    await anna.says("und die andere?")
    anna.reads("Welche Bestellung")
    anna.can_tap("2002", "3003")
    assert not any("1001" in label for label in anna.buttons)


async def test_without_another_order_that_is_said(town: Town) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    await an_order("7777", customer=await a_customer(), parcels=[parcel("in_transit")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    await anna.says("und die andere?")
    anna.reads("Eine andere Bestellung sehe ich", "1001")
    anna.does_not_read("7777")


@pytest.mark.parametrize("locale", LOCALES)
async def test_when_is_about_the_order_on_the_card(town: Town, locale: Locale) -> None:
    day = today(town) + timedelta(days=2)
    anna, _ = await with_two_orders(town, locale, expected_on=day)
    for said in WHEN[locale]:
        await anna.says("1001")
        await anna.says(said)
        anna.reads("1001", told("question-arrives-on", locale, day))


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_day_that_is_named_is_compared_with_the_expected_one(town: Town, locale: Locale) -> None:
    for days, key in ((1, "question-arrives-yes"), (3, "question-arrives-no")):
        erika = await a_customer()
        day = today(town) + timedelta(days=days)
        await an_order("1001", customer=erika, parcels=[parcel("in_transit", expected_on=day)])
        anna = await town.customer(locale, owns=[erika], name=f"Anna {days}")
        await anna.says(TOMORROW[locale])
        anna.reads("1001", told(key, locale, day))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("chosen", ["tapped", "typed"])
async def test_when_is_remembered_until_it_is_said_which_order_is_meant(
    town: Town, locale: Locale, chosen: str
) -> None:
    day = today(town) + timedelta(days=2)
    anna, _ = await with_two_orders(town, locale, expected_on=day)
    await anna.says(WHERE[locale])
    anna.can_tap("1001", "2002")
    await anna.says(WHEN[locale][0])
    anna.can_tap("1001", "2002")
    await (anna.taps("1001") if chosen == "tapped" else anna.says("1001"))
    anna.reads(plain(locale, "order-title", number="1001")[3:-4], told("question-arrives-on", locale, day))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("chosen", ["tapped", "typed"])
async def test_the_day_that_was_asked_about_is_kept_until_an_order_is_chosen(
    town: Town, locale: Locale, chosen: str
) -> None:
    for days, key in ((1, "question-arrives-yes"), (3, "question-arrives-no")):
        erika = await a_customer()
        day = today(town) + timedelta(days=days)
        await an_order("1001", customer=erika, parcels=[parcel("in_transit", expected_on=day)])
        await an_order("2002", customer=erika, parcels=[parcel("out_for_delivery")])
        anna = await town.customer(locale, owns=[erika], name=f"Anna {days}")
        await anna.says(TOMORROW[locale])
        anna.can_tap("1001", "2002")
        await (anna.taps("1001") if chosen == "tapped" else anna.says("1001"))
        anna.reads(told(key, locale, day))


async def test_when_asks_for_money_after_money_was_asked_for(town: Town) -> None:
    anna, _ = await with_two_orders(town, "de")
    await anna.says("wann bekomme ich mein Geld zurück?")
    await anna.says("wann?")
    assert not any("1001" in label for label in anna.buttons)


async def test_no_day_is_made_up(town: Town) -> None:
    anna, _ = await with_two_orders(town, "en")
    await anna.says("1001")
    await anna.says("when?")
    anna.reads("1001", "No day is known yet")


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_number_alone_goes_on_with_the_return(town: Town, locale: Locale) -> None:
    erika = await a_customer()
    await a_delivered_order("1001", customer=erika)
    await a_delivered_order("2002", customer=erika)
    anna = await town.customer(locale, owns=[erika])
    await anna.says(RETURN[locale])
    anna.can_tap("1001", "2002")
    await anna.says("2002")
    anna.reads("2002")
    anna.can_tap("Kaffeebecher", plain(locale, "withdraw-chosen-button"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_tap_on_an_order_goes_on_with_the_return(town: Town, locale: Locale) -> None:
    erika = await a_customer()
    await a_delivered_order("1001", customer=erika)
    await a_delivered_order("2002", customer=erika)
    anna = await town.customer(locale, owns=[erika])
    await anna.says(TWO[locale])
    await anna.taps("2002")
    anna.can_tap("2 " + OF[locale] + " 3", plain(locale, "withdraw-chosen-button"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_after_a_card_its_order_goes_back_with_the_pieces_that_were_named(town: Town, locale: Locale) -> None:
    erika = await a_customer()
    await a_delivered_order("1001", customer=erika)
    await a_delivered_order("2002", customer=erika)
    anna = await town.customer(locale, owns=[erika])
    await anna.says("1001")
    await anna.says(TWO[locale])
    anna.reads("1001")
    anna.can_tap("2 " + OF[locale] + " 3")


async def test_an_article_that_is_named_leads_to_its_order(town: Town) -> None:
    erika = await a_customer()
    await a_product("KANNE", name={"de": "Teekanne", "en": "Teapot", "fr": "Théière"})
    await a_delivered_order("1001", customer=erika)
    await an_order(
        "2002", customer=erika, lines=[Item("Teekanne", sku="KANNE")], parcels=[parcel("in_transit", "delivered")]
    )
    anna = await town.customer("en", owns=[erika])
    await anna.says("I want to return something")
    await anna.says("the teapot")
    anna.reads("2002")
    await anna.says("1001")
    await anna.says("et la théière ?")
    anna.reads("2002")
    await anna.says("ich möchte die Teekanne zurückgeben")
    anna.reads("2002")
    anna.can_tap("☑️ Teekanne")


@pytest.mark.parametrize("locale", LOCALES)
async def test_yes_and_no_answer_what_the_bot_has_asked(shop: Shop, locale: Locale) -> None:
    anna = await shop.town.customer(locale)
    for said in ("qwrtz plk", "vbnm xyz"):
        await anna.says(said)
    anna.reads(as_read(plain(locale, "question-missed-again")))
    await anna.says({"de": "nein danke", "en": "no", "fr": "non merci", "lb": "nee"}[locale])
    anna.reads(as_read(plain(locale, "question-fine")))
    for said in ("qwrtz plk", "vbnm xyz"):
        await anna.says(said)
    await anna.says({"de": "ja bitte", "en": "yes", "fr": "oui", "lb": "jo"}[locale])
    assert await Case.filter(cause="human").count() == 1


async def test_yes_on_a_screen_with_buttons_presses_none(town: Town) -> None:
    erika = await a_customer()
    order = await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    anna = await town.customer("de", owns=[erika])
    await anna.says("ich widerrufe 1001")
    await anna.says("ja")
    anna.has_read("tippen Sie auf einen der Knöpfe")
    anna.reads("1001")
    assert not await Return.filter(order_id=order.id).exists()


async def test_an_old_turn_counts_no_more(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    anna, _ = await with_two_orders(town, "de")
    await anna.says("1001")
    monkeypatch.setattr(topics, "TOPIC_KEPT", timedelta(0))
    await anna.says("und die andere?")
    anna.reads("Welche Bestellung")
    anna.can_tap("1001", "2002")


async def test_the_turn_before_outlives_a_restart(town: Town) -> None:
    anna, _ = await with_two_orders(town, "de")
    await anna.says("1001")
    await town.restart_bot()
    await anna.says("und die andere?")
    anna.reads("2002")


async def test_an_order_that_was_unlinked_is_talked_about_no_more(town: Town) -> None:
    anna, erika = await with_two_orders(town, "de")
    await anna.says("1001")
    await Link.filter(chat_id=anna.id).delete()
    for said in ("wann?", "rechnung bitte", "und die andere?", "zurückgeben"):
        await anna.says(said)
        anna.does_not_read("Kaffeebecher", "Teekanne")
    assert erika.id


@pytest.mark.parametrize("written", ["0034 0434 1610 9400 12", "003404341610940012", "wo ist 0034-0434-1610-9400-12?"])
async def test_a_tracking_number_opens_its_order_and_nobody_elses(town: Town, written: str) -> None:
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit", tracking_number="003404341610940012")])
    await an_order("2002", customer=erika, parcels=[parcel("in_transit")])
    anna = await town.customer("de", owns=[erika])
    await anna.says(written)
    anna.reads("Bestellung 1001")
    ben = await town.customer("de", owns=[await a_customer()], name="Ben")
    await ben.says(written)
    ben.does_not_read("1001", "Kaffeebecher")


def today(town: Town) -> date:
    return town.clock.now().astimezone(town.settings.time_zone).date()


def told(key: str, locale: Locale, day: date) -> str:
    return as_read(plain(locale, key, day=plain(locale, "question-day", day=day)))


def as_read(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", TAG.sub("", text))
