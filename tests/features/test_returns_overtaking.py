"""A withdrawal goes before whatever waits for the staff, and stops what has not left the shop."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.i18n import Money
from bot.returns.cases import find_case
from bot.returns.doors import doors_of, withdrawable
from bot.returns.labels import NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnStep, ShopCall
from bot.returns.moving import MovedOnError, move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.requested import Requested
from bot.returns.requests import Piece
from bot.returns.scanning import find_label
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shop.models import Order
from bot.shop.orders import get_order
from bot.tickets.models import CaseMessage
from tests.support.returns import SOON, a_delivered_order, asked

STRICT = Policy(approves_up_to=Decimal(0))


def reading(order: Order, settings: Settings) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": SOON}


async def withdrawn(order: Order, settings: Settings, *, some: dict[int, int] | None = None) -> Requested:
    """As the two taps do it; everything unless told what."""
    seen = await read_withdrawal(order.id, chosen=some, **reading(order, settings))
    return await withdraw(order.id, seen.chosen, chat_id=7, locale="de", **reading(order, settings))


async def words_in_case(return_id: int) -> str:
    case = await find_case(return_id)
    assert case
    return "\n".join([each.text or "" for each in await CaseMessage.filter(case_id=case.id)])


async def test_a_favour_that_waits_takes_no_right_away(database: Settings) -> None:
    order, line = await a_delivered_order()
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database, policy=STRICT)
    assert favour.status is Status.REQUESTED
    assert await withdrawable([order.id], **reading(order, database)) == [order.id]

    made = await withdrawn(order, database)
    sheet = await read_sheet(made.id)
    assert (sheet.way, sheet.status, sheet.total.amount) == (Way.WITHDRAWAL, Status.APPROVED, Decimal(30))
    assert (await read_sheet(favour.id)).status is Status.CANCELLED
    ended = await find_case(favour.id)
    assert ended
    assert ended.status == "closed"
    assert favour.number in await words_in_case(made.id)


async def test_a_claim_goes_on_with_the_pieces_that_are_not_withdrawn(database: Settings) -> None:
    order, line = await a_delivered_order()
    claim = await asked(order, Piece(line.id, 3, "defective"), way=Way.WARRANTY, settings=database, policy=STRICT)
    assert claim.status is Status.REQUESTED
    await withdrawn(order, database, some={line.id: 1})
    sheet = await read_sheet(claim.id)
    assert (sheet.status, sheet.goods.amount) == (Status.REQUESTED, Decimal(20))
    assert [item.quantity for item in await ReturnItem.filter(request_id=claim.id)] == [2]


async def test_what_is_free_is_withdrawn_before_anything_is_overtaken(database: Settings) -> None:
    order, line = await a_delivered_order()
    favour = await asked(order, Piece(line.id, 2, "unwanted"), way=Way.GOODWILL, settings=database, policy=STRICT)
    await withdrawn(order, database, some={line.id: 1})
    assert (await read_sheet(favour.id)).goods.amount == Decimal(20)


@pytest.mark.parametrize("stands", ["requested", "approved", "labelled", "at the platform"])
async def test_withdraw_while_goodwill_waits(database: Settings, stands: str) -> None:
    """Whatever the staff have said to it: nothing of it was sent, so its pieces are free and it ends with a reason."""
    told = {"shop_callback_url": "https://shop.example.org/bote", "shop_callback_secret": "x" * 32}
    shop = Settings(**database.model_dump() | told)
    order, line = await a_delivered_order()
    is_approved = stands in {"approved", "labelled"}
    policy = DEFAULT if is_approved else STRICT
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=shop, policy=policy)
    if stands == "labelled":
        label = NewLabel(code="OLD", tracking_number="OLD")
        await send_label(favour.id, label, by=Actor.STAFF, policy=DEFAULT, settings=shop, now=SOON)
    if stands == "at the platform":
        await Return.filter(id=favour.id).update(source="shopify", external_id="5")
    assert await withdrawable([order.id], **reading(order, shop)) == [order.id]
    offer = await read_withdrawal(order.id, **reading(order, shop))
    assert [(each.favour.number, each.is_over) for each in offer.overtakes] == [(favour.number, True)]

    made = await withdrawn(order, shop)
    ended, sheet = await read_sheet(favour.id), await read_sheet(made.id)
    assert (ended.status, ended.overtaken_by) == (Status.CANCELLED, made.number)
    assert (sheet.way, sheet.total) == (Way.WITHDRAWAL, Money(offer.estimate.total, "EUR"))
    last = await ReturnStep.filter(request_id=favour.id).order_by("-id").first()
    assert last
    assert (last.status, last.actor, last.why) == ("cancelled", "customer", "withdrawal in its place")
    case = await find_case(favour.id)
    assert case
    assert case.status == "closed"
    assert favour.number in await words_in_case(made.id)
    topics = [call.topic for call in await ShopCall.filter(subject=f"return:{favour.id}").order_by("id")]
    known = ["return.approved"] if is_approved else []
    assert topics == known + (["return.cancelled"] if stands != "requested" else [])


async def test_of_what_was_approved_the_shop_hears_that_less_comes_back(database: Settings) -> None:
    told = {"shop_callback_url": "https://shop.example.org/bote", "shop_callback_secret": "x" * 32}
    shop = Settings(**database.model_dump() | told)
    order, line = await a_delivered_order(shipping_total=Decimal("4.90"), total=Decimal("34.90"))
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=shop)
    offer = await read_withdrawal(order.id, chosen={line.id: 1}, **reading(order, shop))
    assert [(each.favour.number, each.is_over) for each in offer.overtakes] == [(favour.number, False)]
    made = await withdrawn(order, shop, some={line.id: 1})

    assert (await read_sheet(made.id)).total.amount == offer.estimate.total
    left = await read_sheet(favour.id)
    assert (left.status, left.goods.amount, left.overtaken_by) == (Status.APPROVED, Decimal(20), None)
    [call] = await ShopCall.filter(topic="return.changed")
    assert [item["quantity"] for item in call.body["return"]["items"]] == [2]


async def test_what_waits_gives_way_before_what_was_approved(database: Settings) -> None:
    order, line = await a_delivered_order()
    waits = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.GOODWILL, settings=database, policy=STRICT)
    approved = await asked(order, Piece(line.id, 2, "unwanted"), way=Way.GOODWILL, settings=database)
    await withdrawn(order, database, some={line.id: 1})
    assert (await read_sheet(waits.id)).status is Status.CANCELLED
    assert (await read_sheet(approved.id)).goods.amount == Decimal(20)


async def test_a_parcel_with_the_label_of_the_favour_brings_the_withdrawal(database: Settings) -> None:
    order, line = await a_delivered_order()
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    label = NewLabel(code="OLD", tracking_number="OLD1234567")
    await send_label(favour.id, label, by=Actor.STAFF, policy=DEFAULT, settings=database, now=SOON)
    made = await withdrawn(order, database)
    found = await find_label("OLD1234567")
    assert found
    assert found.return_id == made.id


@pytest.mark.parametrize("_", range(4))
async def test_whoever_hands_it_in_while_it_is_withdrawn_has_it_in_the_withdrawal(database: Settings, _: int) -> None:
    order, line = await a_delivered_order()
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    results = await asyncio.gather(
        withdrawn(order, database, some={line.id: 3}),
        move(favour.id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=database, now=SOON),
        return_exceptions=True,
    )
    errors = [each for each in results if isinstance(each, BaseException)]
    assert all(isinstance(each, MovedOnError) for each in errors), results
    [row] = await Return.exclude(status=Status.CANCELLED.value)
    assert (row.way, row.status) == ("withdrawal", "approved" if errors else "in_transit")


async def test_the_button_stands_on_the_card_while_a_favour_waits(database: Settings) -> None:
    order, line = await a_delivered_order()
    await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database, policy=STRICT)
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    doors = await doors_of(card, settings=database, now=SOON)
    assert (doors.withdraw, doors.send_back) == (True, False)
