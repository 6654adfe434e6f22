"""A withdrawal goes before what the customer may keep, and before a favour that seemed to be over (rules.md 3.6)."""

from decimal import Decimal
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup
from bot.returns.billing import left_of_order
from bot.returns.doors import doors_of, withdrawable
from bot.returns.identity import Identity
from bot.returns.late import book_late
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.verdicts import approve_without_return
from bot.returns.withdrawing import Withdrawal, read_withdrawal, withdraw
from bot.shop.models import Order
from bot.shop.orders import get_order
from dialogs.withdrawing_text import confirm_text
from tests.support.returns import SOON, a_delivered_order, asked

STRICT = Policy(approves_up_to=Decimal(0))


def reading(order: Order, settings: Settings) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": SOON}


async def withdrawn(order: Order, settings: Settings) -> Requested:
    """As the two taps do it, of what is chosen unless somebody chooses."""
    seen = await read_withdrawal(order.id, **reading(order, settings))
    return await withdraw(order.id, seen.choice, chat_id=7, locale="de", **reading(order, settings))


def words(offer: Withdrawal, order: Order) -> str:
    profile = Profile(7, "de", True, ZoneInfo("Europe/Berlin"), False, (order.customer_id or 0,), "Mia")
    return unescape(confirm_text(offer, Identity(None, None), profile, shop="Shop", written_at=None, rest=Markup()))


async def test_what_the_customer_may_keep_can_be_withdrawn_from(database: Settings) -> None:
    """Without the delivery, or the way of paying, that favour may be less than the law gives; so they may choose."""
    order, line = await a_delivered_order(shipping_total=Decimal("4.90"), total=Decimal("34.90"))
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    await approve_without_return(favour.id, staff_id=790, settings=database, now=SOON)
    assert await withdrawable([order.id], **reading(order, database)) == [order.id]
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    assert (await doors_of(card, settings=database, now=SOON)).withdraw
    made = await withdrawn(order, database)
    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.keeps, sheet.total.amount) == (Status.APPROVED, False, Decimal("34.90"))
    ended = await read_sheet(favour.id)
    assert (ended.status, ended.overtaken_by) == (Status.CANCELLED, made.number)


@pytest.mark.parametrize("way", [Way.GOODWILL, Way.WARRANTY])
async def test_what_the_customer_may_keep_is_withdrawn_from_last_and_only_if_they_say_so(
    database: Settings, way: Way
) -> None:
    order, line = await a_delivered_order()
    reason = "unwanted" if way is Way.GOODWILL else "defective"
    kept = await asked(order, Piece(line.id, 1, reason), way=way, settings=database, policy=STRICT)
    await approve_without_return(kept.id, staff_id=790, settings=database, now=SOON)
    waits = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.GOODWILL, settings=database, policy=STRICT)
    offer = await read_withdrawal(order.id, **reading(order, database))
    assert (offer.chosen, offer.is_whole, offer.leaves) == ({line.id: 2}, False, (kept.number,))
    assert f"Was Sie nach Ihrer Anfrage {kept.number} behalten dürfen, ist nicht dabei." in words(offer, order)

    await withdrawn(order, database)
    assert (await read_sheet(waits.id)).status is Status.CANCELLED
    assert (await read_sheet(kept.id)).status is Status.APPROVED
    offer = await read_withdrawal(order.id, **reading(order, database))
    assert (offer.chosen, offer.is_whole, offer.leaves) == ({line.id: 1}, True, ())
    assert "senden Sie nach dem Widerruf zurück" in words(offer, order)
    await withdrawn(order, database)
    assert (await read_sheet(kept.id)).status is Status.CANCELLED


async def test_what_came_after_its_favour_seemed_to_be_over_can_be_withdrawn_from(database: Settings) -> None:
    """Two came and were paid, without the delivery; the third comes while the contract can still be withdrawn from."""
    order, line = await a_delivered_order(shipping_total=Decimal("4.90"), total=Decimal("34.90"))
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    by_mia: dict[str, Any] = {"staff_id": 501, "settings": database, "now": SOON}
    await receive(favour.id, {line.id: 2}, is_all=True, **by_mia)
    await check(favour.id, Finding(why="one is missing"), policy=DEFAULT, **by_mia)
    paid = await settle(favour.id, "refund", **by_mia)
    assert paid.amount == Decimal(20)
    assert await book_late(favour.id, {line.id: 1}, why="found", **by_mia) is Status.INSPECTED

    offer = await read_withdrawal(order.id, **reading(order, database))
    assert (offer.chosen, offer.sent, offer.money.given) == ({line.id: 3}, True, Decimal(20))
    made = await withdrawn(order, database)
    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.payable.amount) == (Status.RECEIVED, Decimal("14.90"))
    assert (await read_sheet(favour.id)).status is Status.CANCELLED
    await check(made.id, Finding(), policy=DEFAULT, **by_mia)
    assert (await settle(made.id, "refund", **by_mia)).amount == Decimal("14.90")
    assert await left_of_order(order.id) == 0


async def test_what_still_did_not_come_of_a_late_favour_is_sent_with_the_withdrawal(database: Settings) -> None:
    order, line = await a_delivered_order()
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    by_mia: dict[str, Any] = {"staff_id": 501, "settings": database, "now": SOON}
    await receive(favour.id, {line.id: 1}, is_all=True, **by_mia)
    await check(favour.id, Finding(why="two are missing"), policy=DEFAULT, **by_mia)
    await settle(favour.id, "refund", **by_mia)
    await book_late(favour.id, {line.id: 1}, why="found", **by_mia)
    waits = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.GOODWILL, settings=database, policy=STRICT)

    made = await withdrawn(order, database)
    assert {(await read_sheet(each.id)).status for each in (favour, waits)} == {Status.CANCELLED}
    sheets = [await read_sheet(each.id) for each in (made, *made.beside)]
    assert [(sheet.pieces[0].quantity, sheet.status) for sheet in sheets] == [
        (1, Status.APPROVED),
        (2, Status.RECEIVED),
    ]
    assert sum(sheet.payable.amount for sheet in sheets) == Decimal(20)
