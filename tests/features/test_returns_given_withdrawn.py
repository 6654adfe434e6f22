"""Whoever got a replacement or another article can withdraw from the contract all the same, with what they have."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.returns.billing import left_of_order
from bot.returns.declarations import withdrawn_orders
from bot.returns.doors import doors_of, withdrawable
from bot.returns.labels import NewLabel
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.parts import Choice
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import NothingLeftError, Piece, Wish, ask
from bot.returns.settling import settle
from bot.returns.together import send_one_label
from bot.returns.verdicts import approve
from bot.returns.withdrawing import Withdrawal, read_withdrawal, withdraw
from bot.shop.models import Line, Order
from bot.shop.orders import get_order
from tests.support.builders import a_product
from tests.support.returns import DELIVERED, SOON, a_delivered_order

DAYS = timedelta(days=1)
PAYS = Policy(customer_pays=True, fee=Decimal("4.00"))


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


def reading(order: Order, settings: Settings, now: Any = SOON, policy: Policy = DEFAULT) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": policy, "settings": settings, "now": now}


async def wished(order: Order, line: Line, settings: Settings, *, quantity: int = 1, **more: Any) -> Requested:
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, quantity, "defective", more.pop("sku", None)),), **more)
    return await ask(wish, chat_id=7, locale="de", **reading(order, settings))


async def replaced(
    settings: Settings, outcome: str = "replacement", *, pieces: int = 1, ahead: bool = False, **columns: Any
) -> tuple[Order, Line, Requested]:
    """Of three mugs for 10 each so many were faulty, and others came for them."""
    sku = "TASSE" if outcome == "exchange" else None
    if sku:
        await a_product("TASSE", name={"de": "Tasse"}, stock=9, price=Decimal("10.00"), currency="EUR")
    order, line = await a_delivered_order(**({"total": Decimal(30)} | columns))
    made = await wished(order, line, settings, quantity=pieces, way=Way.WARRANTY, outcome=outcome, sku=sku)
    await approve(made.id, policy=DEFAULT, **by_mia(settings))
    if not ahead:
        await receive(made.id, **by_mia(settings))
        await check(made.id, Finding(), policy=DEFAULT, **by_mia(settings))
    await settle(made.id, outcome, **by_mia(settings))
    return order, line, made


async def offered(order: Order, settings: Settings, now: Any = SOON, **more: Any) -> Withdrawal:
    return await read_withdrawal(order.id, **reading(order, settings, now), **more)


async def withdrawn(order: Order, settings: Settings, chosen: Choice | None = None, **more: Any) -> list[Requested]:
    seen = await read_withdrawal(order.id, chosen=chosen, **reading(order, settings, **more))
    made = await withdraw(order.id, seen.choice, chat_id=7, locale="de", **reading(order, settings, **more))
    parts = [made, *made.beside]
    assert [each.estimate for each in parts] == [part.estimate for part in seen.parts]
    return parts


async def has_button(order: Order, settings: Settings, now: Any = SOON) -> bool:
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=now.date())
    return (await doors_of(card, settings=settings, now=now)).withdraw


@pytest.mark.parametrize("ahead", [False, True])
@pytest.mark.parametrize("outcome", ["replacement", "exchange"])
async def test_who_got_another_piece_for_all_of_it_withdraws_from_that_one_and_gets_what_was_paid(
    database: Settings, outcome: str, ahead: bool
) -> None:
    columns: dict[str, Any] = {"quantity": 1, "total": Decimal("14.90"), "shipping_total": Decimal("4.90")}
    order, line, first = await replaced(database, outcome, ahead=ahead, **columns)
    assert await has_button(order, database)
    assert await withdrawable([order.id], **reading(order, database)) == [order.id]
    offer = await offered(order, database)
    assert [(each.follows, each.given_as) for each in offer.lines] == [(first.id, outcome)]
    assert (offer.shut, offer.choice) == ((), Choice({}, {first.id: {line.id: 1}}))

    [made] = await withdrawn(order, database)
    row = await Return.get(id=made.id)
    assert (row.way, row.follows, row.status) == ("withdrawal", first.id, "approved")
    assert (made.estimate.goods, made.estimate.shipping) == (Decimal(10), Decimal("4.90"))
    assert not await has_button(order, database)
    assert await withdrawn_orders([order.id]) == {order.id: True}
    with pytest.raises(NothingLeftError):
        await withdraw(order.id, offer.choice, chat_id=7, locale="de", **reading(order, database))
    await receive(made.id, **by_mia(database))
    await check(made.id, Finding(), policy=DEFAULT, **by_mia(database))
    assert (await settle(made.id, "refund", **by_mia(database))).amount == Decimal("14.90")
    assert await left_of_order(order.id) == 0


async def test_what_was_bought_and_what_took_its_place_go_back_in_one_parcel_with_one_declaration(
    database: Settings,
) -> None:
    columns: dict[str, Any] = {"total": Decimal("34.90"), "shipping_total": Decimal("4.90")}
    order, _line, first = await replaced(database, **columns)
    bought, given = await withdrawn(order, database, policy=PAYS)
    rows = {row.id: row for row in await Return.filter(id__in=[bought.id, given.id])}
    assert [(await ReturnItem.get(request_id=each.id)).quantity for each in (bought, given)] == [2, 1]
    assert {row.declared_with for row in rows.values()} == {bought.id}
    assert {row.together for row in rows.values()} == {bought.id}
    assert rows[given.id].follows == first.id
    assert sum(each.estimate.goods + each.estimate.shipping for each in (bought, given)) == Decimal("34.90")
    assert sum(each.estimate.fee for each in (bought, given)) == Decimal("4.00"), "one parcel, one way back"

    await send_one_label(bought.id, NewLabel(code="L"), by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    assert [(await read_sheet(each.id)).status for each in (bought, given)] == [Status.LABEL_SENT] * 2


async def test_only_the_replacement_may_go_and_only_what_was_bought(database: Settings) -> None:
    order, line, first = await replaced(database, pieces=2)
    [made] = await withdrawn(order, database, Choice({}, {first.id: {line.id: 1}}))
    assert (made.estimate.total, (await Return.get(id=made.id)).follows) == (Decimal(10), first.id)
    [rest] = await withdrawn(order, database, Choice({line.id: 9}, {}))
    assert (rest.estimate.goods, (await Return.get(id=rest.id)).follows) == (Decimal(10), None)
    [last] = await withdrawn(order, database)
    assert (last.estimate.goods, (await Return.get(id=last.id)).follows) == (Decimal(10), first.id)
    assert not (await offered(order, database)).lines


async def test_the_days_of_a_replacement_are_those_of_the_purchase_and_another_article_has_its_own(
    database: Settings,
) -> None:
    order, _line, _ = await replaced(database)
    other, _mugs, exchanged = await replaced(database, "exchange")
    end, late = DELIVERED + 14 * DAYS, DELIVERED + 17 * DAYS
    assert (await has_button(order, database, end), await has_button(order, database, late)) == (True, False)
    assert not (await offered(order, database, late)).lines
    offer = await offered(other, database, late)
    assert [(each.sku, each.follows) for each in offer.lines] == [("TASSE", exchanged.id)]
    assert [line.name for line, _ in offer.shut] == ["Kaffeebecher"]
    assert await has_button(other, database, late)


async def test_a_favour_for_the_replacement_gives_way_to_its_withdrawal(database: Settings) -> None:
    order, line, first = await replaced(database, pieces=2)
    favour = await wished(order, line, database, quantity=2, way=Way.GOODWILL, follows=first.id)
    assert favour.estimate.goods == Decimal(20)
    assert await has_button(order, database)
    chosen = Choice({}, {first.id: {line.id: 1}})
    offer = await offered(order, database, chosen=chosen)
    assert [(each.favour.number, each.is_over) for each in offer.overtakes] == [(favour.number, False)]
    [made] = await withdrawn(order, database, chosen)
    sheet = await read_sheet(favour.id)
    assert (sheet.status, sheet.goods.amount) == (Status.APPROVED, Decimal(10))
    assert [piece.quantity for piece in sheet.pieces] == [1]

    _, last = await withdrawn(order, database)
    ended = await read_sheet(favour.id)
    assert (ended.status, ended.overtaken_by) == (Status.CANCELLED, last.number)
    assert made.estimate.goods + last.estimate.goods == Decimal(20)


async def test_a_favour_for_what_was_bought_is_not_overtaken_by_a_withdrawal_of_the_replacement(
    database: Settings,
) -> None:
    order, line, first = await replaced(database)
    favour = await wished(order, line, database, quantity=2, way=Way.GOODWILL)
    await withdrawn(order, database, Choice({}, {first.id: {line.id: 1}}))
    assert [piece.quantity for piece in (await read_sheet(favour.id)).pieces] == [2]
