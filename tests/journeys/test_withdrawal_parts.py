"""Withdrawing from an order that has left in part, or while a favour is under way: what happens with each."""

import re
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import Money, html, plain
from bot.outbox.models import Push
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import Settled, settle
from bot.returns.surcharge import record_difference
from bot.shop.models import Line, Order, Shipment
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.returns import asked
from tests.support.staffed import Shop, eventually, seen

LINES = (Item("Kaffeebecher", 3, "10.00", "MUG"), Item("Teekanne", 1, "25.00", "POT"))
ONE_MUG = [{"sku": "MUG", "quantity": 1}]
REST = [{"sku": "MUG", "quantity": 2}, {"sku": "POT", "quantity": 1}]


async def half_sent(shop: Shop, locale: Locale, **more: Any) -> tuple[Person, Order]:
    """Anna's order: a mug is on its way, two more and the pot are still in the shop."""
    owner = await a_customer("Anna Muster")
    parcels = [parcel("in_transit", contents=ONE_MUG), parcel("label_created", contents=REST)]
    columns: dict[str, Any] = {"shipping_total": Decimal("4.90"), "total": Decimal("59.90"), "ship_country": "DE"}
    order = await an_order("1001", customer=owner, lines=LINES, parcels=parcels, **(columns | more))
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("/start")
    return anna, order


def told(locale: Locale, key: str, **values: Any) -> str:
    """As the customer reads it in the chat."""
    return re.sub(r"<[^>]+>", "", str(html(locale, key, **values))).replace("\u00a0", " ")


def brings(locale: Locale, total: str) -> str:
    return told(locale, "withdraw-part-brings", total=Money(Decimal(total), "EUR"))


def item(locale: Locale, quantity: int, name: str) -> str:
    return told(locale, "order-item", quantity=quantity, name=name)


@pytest.mark.parametrize("locale", LOCALES)
async def test_two_taps_cancel_what_is_there_and_call_back_what_has_left(shop: Shop, locale: Locale) -> None:
    anna, _ = await half_sent(shop, locale)
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    stays = (item(locale, 2, "Kaffeebecher"), item(locale, 1, "Teekanne"))
    anna.reads(told(locale, "withdraw-part-cancel"), *stays, brings(locale, "45.00"))
    anna.reads(told(locale, "withdraw-part-withdrawal"), item(locale, 1, "Kaffeebecher"), brings(locale, "14.90"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))

    stopped, back = await Return.all().order_by("id")
    assert (stopped.way, back.way) == (Way.CANCEL, Way.WITHDRAWAL)
    anna.has_read(stopped.number, back.number, told(locale, "return-next-cancelling-part"))
    anna.is_offered(stopped.number)
    await anna.taps(back.number)
    anna.has_read(back.number, told(locale, "return-also", numbers=stopped.number))

    receipts = await Push.filter(once__contains=":receipt:")
    assert [receipt.chat_id for receipt in receipts] == [anna.id]
    for words in (stopped.number, back.number, item(locale, 3, "Kaffeebecher"), item(locale, 1, "Teekanne")):
        assert words in receipts[0].params["text"]
    [paper] = [push.params["document"]["paper"] for push in await Push.filter(once__contains=":paper:")]
    assert f"{stopped.number}, {back.number}" in str(paper["blocks"])
    await eventually(partial(seen, anna, back.number, times=2))


@pytest.mark.parametrize(
    ("locale", "words"), [("de", "Ich widerrufe die Bestellung 1001"), ("en", "I withdraw from my contract 1001")]
)
async def test_a_sentence_does_the_same_and_its_case_ends_with_it(shop: Shop, locale: Locale, words: str) -> None:
    anna, _ = await half_sent(shop, locale)
    await anna.says(words)
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    rows = await Return.all().order_by("id")
    assert [row.way for row in rows] == [Way.CANCEL, Way.WITHDRAWAL]
    assert len({row.declared_at for row in rows}) == 1
    assert all(row.declared_at <= row.created_at for row in rows if row.declared_at)
    await anna.says("1001")
    anna.is_offered(*(row.number for row in rows))


async def test_what_leaves_while_the_second_step_is_read_comes_back_with_the_rest(shop: Shop) -> None:
    anna, order = await half_sent(shop, "de")
    await anna.says("1001")
    await anna.taps("Vertrag widerrufen")
    await Shipment.filter(order_id=order.id).update(status="in_transit")
    await anna.taps("Widerruf bestätigen")

    made = await Return.get()
    assert made.way == Way.WITHDRAWAL
    assert sum(item.quantity for item in await ReturnItem.all()) == 4
    anna.has_read(made.number)
    anna.is_offered("Alles dazu")


@pytest.mark.parametrize(("locale", "stands"), [*zip(LOCALES, ("approved", "sent", "labelled", "sent"), strict=True)])
async def test_whoever_withdraws_while_a_favour_is_under_way_reads_that_it_ends_and_what_is_left_to_do(
    shop: Shop, locale: Locale, stands: str
) -> None:
    owner = await a_customer("Anna Muster")
    at = shop.town.clock.now() - timedelta(days=3)
    parcels = [parcel(scan("delivered", at=at))]
    order = await an_order("1001", customer=owner, lines=LINES, parcels=parcels, ship_country="DE")
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("/start")
    mugs = await Line.get(order_id=order.id, sku="MUG")
    here: dict[str, Any] = {"settings": shop.town.settings, "now": shop.town.clock.now()}
    favour = await asked(order, Piece(mugs.id, 3, "unwanted"), way=Way.GOODWILL, **here)
    if stands != "approved":
        await send_label(favour.id, NewLabel(code="L"), by=Actor.STAFF, policy=DEFAULT, **here)
    if stands == "sent":
        await move(favour.id, Status.IN_TRANSIT, by=Actor.CARRIER, **here)

    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    ends = "withdraw-ends-labelled" if stands == "labelled" else "withdraw-ends"
    anna.has_read(told(locale, ends, number=favour.number))
    if stands == "sent":
        anna.has_read(told(locale, "withdraw-part-sent"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    made = await Return.filter(way="withdrawal").order_by("-id").first()
    assert made
    if stands != "approved":
        anna.has_read(told(locale, "return-next-in_transit" if stands == "sent" else "return-next-label_sent"))
    assert (await Return.get(id=favour.id)).status == "cancelled"
    await anna.says("1001")
    anna.is_offered(made.number)
    await eventually(partial(seen, anna, told(locale, "return-next-overtaken", number=made.number)))


@pytest.mark.parametrize("locale", ["fr"])
async def test_whoever_has_paid_on_top_for_another_article_reads_that_it_comes_back(shop: Shop, locale: Locale) -> None:
    """What was refunded in part before counts for it, on the second step and on the card."""
    owner = await a_customer("Anna Muster")
    parcels = [parcel(scan("delivered", at=shop.town.clock.now() - timedelta(days=3)))]
    mug = (Item("Kaffeebecher", 1, "10.00", "MUG"),)
    order = await an_order("1001", customer=owner, lines=mug, parcels=parcels, ship_country="DE", total=Decimal(10))
    await a_product("JUG", price=Decimal("18.00"), currency="EUR")
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("/start")
    here: dict[str, Any] = {"settings": shop.town.settings, "now": shop.town.clock.now()}
    pays = Policy(pays_difference=True, exchange_within=100)
    pieces = (Piece((await Line.get()).id, 1, "unwanted", "JUG"),)
    wish = Wish(order_id=order.id, pieces=pieces, way=Way.GOODWILL, outcome="exchange")
    swap = await ask(wish, customer_ids=[owner.id], chat_id=None, locale=locale, policy=pays, **here)
    await settle(swap.id, "refund", amount=Decimal(3), staff_id=501, **here)
    await receive(swap.id, staff_id=501, **here)
    await check(swap.id, Finding(), policy=pays, staff_id=501, **here)
    assert (await record_difference(swap.id, "bar", staff_id=501, **here)).amount == 11

    back = told(locale, "return-brings-refund", total=Money(Decimal(21), "EUR"))
    topped = told(locale, "return-of-topped", total=Money(Decimal(11), "EUR"))
    sums = (back, topped, told(locale, "return-paid", total=Money(Decimal(3), "EUR")))
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    anna.reads(*sums)
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    made = await Return.get(way="withdrawal")
    for words in sums:
        await eventually(partial(seen, anna, words))
    assert (await settle_all(made.id, **here)).amount == 18


async def settle_all(return_id: int, **here: Any) -> Settled:
    """What is left to be paid once it was looked at as a withdrawal."""
    await check(return_id, Finding(), policy=DEFAULT, staff_id=501, **here)
    return await settle(return_id, "refund", staff_id=501, **here)
