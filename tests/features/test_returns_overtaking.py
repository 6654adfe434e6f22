"""A withdrawal goes before whatever waits for the staff, and stops what has not left the shop."""

from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.returns.cases import find_case
from bot.returns.doors import doors_of, withdrawable
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import ReturnItem
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.requested import Requested
from bot.returns.requests import Piece
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


async def test_what_was_approved_already_is_not_overtaken(database: Settings) -> None:
    order, line = await a_delivered_order()
    await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    assert await withdrawable([order.id], **reading(order, database)) == []


async def test_the_button_stands_on_the_card_while_a_favour_waits(database: Settings) -> None:
    order, line = await a_delivered_order()
    await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database, policy=STRICT)
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    doors = await doors_of(card, settings=database, now=SOON)
    assert (doors.withdraw, doors.send_back) == (True, False)
