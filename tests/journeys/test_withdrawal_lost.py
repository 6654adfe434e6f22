"""Who never got their parcel withdraws in two taps, is asked for nothing back, and reads so everywhere."""

from datetime import timedelta

import pytest

from bot.config import Locale
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.models import Return
from bot.shop.models import Shipment
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.staffed import Shop

ITEMS = [Item("Kaffeebecher", 1, "19.90", "BECHER"), Item("Teekanne", 1, "49.00", "KANNE")]


async def is_lost(shop: Shop, locale: Locale, *, other_came: bool = False) -> Person:
    owner, at = await a_customer(), shop.town.clock.now() - timedelta(days=40)
    order = await an_order(
        "1001", customer=owner, lines=ITEMS, ship_country="DE", parcels=[parcel(scan("in_transit", at=at))]
    )
    contents = [{"sku": "KANNE", "quantity": 1}] if other_came else None
    await Shipment.filter(order_id=order.id).update(status="lost", contents=contents)
    if other_came:
        mug = [{"sku": "BECHER", "quantity": 1}]
        now = shop.town.clock.now()
        await Shipment.create(order_id=order.id, position=2, status="delivered", delivered_at=now, contents=mug)
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    return anna


@pytest.mark.parametrize("locale", ["de", "en"])
async def test_two_taps_and_nothing_to_send_back_on_every_screen(shop: Shop, locale: Locale) -> None:
    anna = await is_lost(shop, locale)
    assert plain(locale, "return-start-button") not in anna.buttons
    await anna.taps(plain(locale, "withdraw-button"))
    anna.reads(plain(locale, "withdraw-lost"), "68")
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    anna.has_read(plain(locale, "return-next-lost"))

    made = await Return.get()
    assert (made.way, made.lost, made.keeps) == ("withdrawal", True, True)
    assert made.fee == 0
    receipt = await Push.get(once=f"return:{made.id}:receipt:chat:{anna.id}")
    assert plain(locale, "withdraw-lost") in receipt.params["text"]
    paper = (await Push.get(once=f"return:{made.id}:paper:chat:{anna.id}")).params["document"]["paper"]
    assert plain(locale, "withdraw-lost") in str(paper["blocks"])
    card = await Push.filter(slot=f"return:{made.id}", chat_id=anna.id).first()
    assert card is not None
    assert plain(locale, "return-next-lost") in card.params["text"]


async def test_what_came_and_what_did_not_are_told_apart_before_the_second_tap(shop: Shop) -> None:
    anna = await is_lost(shop, "de", other_came=True)
    await anna.taps("Vertrag widerrufen")
    anna.reads("Nie angekommen", "Teekanne", "Kommt zurück", "Kaffeebecher")
    await anna.taps("Widerruf bestätigen")
    assert sorted([made.lost for made in await Return.all()]) == [False, True]
    receipt = await Push.get(once__contains=":receipt:", once__startswith="return:")
    [paper] = [push.params["document"]["paper"] for push in await Push.filter(once__contains=":paper:")]
    for told in (receipt.params["text"], "\n".join(paper["blocks"][2]["lines"])):
        below = told.partition("Nie angekommen")[2]
        assert "zurückschicken" in below
        assert "Teekanne" in below
        assert "Kaffeebecher" not in below
