"""Before anything is sent: cancelling at once, and asking for a change, which is told honestly (TRK-13)."""

import asyncio
import re
from decimal import Decimal

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.changes import answer_change
from bot.returns.models import Return
from bot.shipping.events import record_event
from bot.shop.models import Order, Shipment
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.chat import Person, text_of
from tests.support.returns import a_delivered_order
from tests.support.staffed import Shop


async def waiting(shop: Shop, locale: Locale = "de") -> tuple[Person, Order]:
    """Anna with an order whose label is printed and which nobody has collected."""
    owner = await a_customer()
    order = await an_order(
        "1001", customer=owner, parcels=[parcel("label_created")], shipping_total=Decimal("4.90"), ship_country="DE"
    )
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    return anna, order


@pytest.mark.parametrize("locale", LOCALES)
async def test_cancelling_takes_effect_at_once_and_the_staff_are_told_to_stop_the_parcel(
    shop: Shop, locale: Locale
) -> None:
    anna, order = await waiting(shop, locale)
    await anna.taps(plain(locale, "change-button"))
    await anna.taps(plain(locale, "change-cancel-button"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))

    made = await Return.get()
    assert (made.way, made.status, made.order_id) == ("cancel", "approved", order.id)
    case = await Case.get()
    assert (case.cause, case.order_id, case.chat_id) == ("cancel", order.id, anna.id)
    assert "hat storniert" in text_of(await shop.card("storniert"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_another_address_is_asked_for_in_words_and_nothing_is_promised(shop: Shop, locale: Locale) -> None:
    anna, order = await waiting(shop, locale)
    await anna.taps(plain(locale, "change-button"))
    await anna.taps(plain(locale, "change-address-button"))
    await anna.says("Musterweg 5, 10115 Berlin")

    said = await CaseMessage.get()
    assert said.text == "Musterweg 5, 10115 Berlin"
    assert (await Case.get()).cause == "change"
    card = await shop.card("Musterweg 5")
    assert order.number in text_of(card)
    anna.reads({"de": "Geändert ist noch nichts", "en": "Nothing has been changed yet",
                "fr": "est encore modifié", "lb": "Geännert ass nach näischt"}[locale])  # fmt: skip


async def test_what_has_left_meanwhile_is_told_and_can_still_be_withdrawn_from(shop: Shop) -> None:
    anna, order = await waiting(shop)
    await anna.taps("Ändern oder stornieren")
    await anna.taps("Andere Artikel")
    now = shop.town.clock.now()
    shipment = await Shipment.get(order_id=order.id)
    await record_event(shipment.id, scan("in_transit", at=now), now=now, settings=shop.town.settings)
    await anna.says("Bitte zwei statt einer")

    anna.has_read("Es ist schon unterwegs")
    assert await Case.all().count() == 0


async def test_of_a_delivered_order_nothing_is_under_way_and_it_can_be_sent_back(shop: Shop) -> None:
    owner = await a_customer()
    await a_delivered_order("3003", customer=owner)
    anna = await shop.town.customer("de", owns=[owner])
    await anna.says("Bestellung 3003 ändern")
    anna.reads("Sie ist schon bei Ihnen")
    anna.does_not_read("unterwegs")

    await anna.taps("Rückgabe oder Reklamation")
    anna.reads("Welche Artikel?")


async def test_of_a_cancellation_and_a_scan_at_once_either_wins_and_nothing_is_lost(shop: Shop) -> None:
    """Whoever is first: the declaration stands, as a cancellation or as a withdrawal."""
    anna, order = await waiting(shop)
    await anna.taps("Vertrag widerrufen")
    message_id, data = anna.data_of("Widerruf bestätigen")
    now = shop.town.clock.now()
    shipment = await Shipment.get(order_id=order.id)
    await asyncio.gather(
        anna.taps_data(message_id, data),
        record_event(shipment.id, scan("in_transit", at=now), now=now, settings=shop.town.settings),
    )
    await shop.town.settle()

    made = await Return.get()
    assert (made.status, made.way in {"cancel", "withdrawal"}) == ("approved", True)
    assert await Case.filter(cause="cancel").count() == (1 if made.way == "cancel" else 0)


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_the_law_excludes_is_asked_of_the_shop_and_the_rest_is_cancelled_at_once(
    shop: Shop, locale: Locale
) -> None:
    await a_product("CHOC", return_exclusion="perishable")
    owner = await a_customer()
    lines = (Item("Kaffeebecher", 1, "10.00", "MUG"), Item("Pralinen", 2, "8.00", "CHOC"))
    order = await an_order("1001", customer=owner, lines=lines, parcels=[parcel("label_created")], ship_country="DE")
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    await anna.taps(plain(locale, "change-button"))
    await anna.taps(plain(locale, "change-cancel-button"))
    anna.reads(re.sub(r"<[^>]+>", "", plain(locale, "change-rest-ask")).replace("\u00a0", " "))
    await anna.taps(plain(locale, "withdraw-confirm-button"))

    assert (await Return.get()).way == "cancel"
    assert "Pralinen" in (await CaseMessage.get(case__cause="change")).text
    await shop.card("Pralinen")
    anna.has_read(plain(locale, "change-rest-waiting"))
    await anna.says("1001")
    anna.reads(plain(locale, "change-rest-waiting"))
    await anna.taps(plain(locale, "change-button"))
    assert plain(locale, "change-cancel-button") not in anna.buttons
    case = await Case.get(cause="change")
    settings, now = shop.town.settings, shop.town.clock.now()
    assert await answer_change(case.id, done=True, staff_id=1, settings=settings, now=now)
    told = str((await Push.get(once=f"change:{case.id}:answer")).params)
    assert plain(locale, "change-rest-done", number=order.number, shop=settings.shop_name)[:12] in told


async def test_an_order_of_which_nothing_can_be_withdrawn_from_is_asked_of_the_shop_as_a_whole(shop: Shop) -> None:
    await a_product("CHOC", return_exclusion="perishable")
    owner = await a_customer()
    lines = (Item("Pralinen", 2, "8.00", "CHOC"),)
    await an_order("1001", customer=owner, lines=lines, parcels=[parcel("label_created")], ship_country="DE")
    anna = await shop.town.customer("de", owns=[owner])
    await anna.says("Bestellung 1001 stornieren")
    await anna.taps("Stornieren")
    anna.reads("Pralinen")
    await anna.taps("Shop um Stornierung bitten")

    anna.reads("wartet auf die Antwort")
    assert await Return.all().count() == 0
    assert "Pralinen" in (await CaseMessage.get(case__cause="change")).text
