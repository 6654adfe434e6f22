"""A withdrawal within the period goes before every wish that was not settled, whoever enters it and what was wanted."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings
from bot.returns.entering import enter_declaration
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.promised import is_free
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece, Wish, ask
from bot.returns.verdicts import approve
from bot.returns.wording import Reader
from bot.returns.written import Said, keep_declaration
from bot.shop.models import Line, Order
from bot.shop.products import find_by_sku
from bot.tickets.models import Case
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order

LATER = SOON + timedelta(hours=1)
STANDS = {
    "in_transit": Status.IN_TRANSIT,
    "partially_received": Status.PARTIALLY_RECEIVED,
    "received": Status.RECEIVED,
    "inspected": Status.RECEIVED,
}
WANTED = [
    *((Way.GOODWILL, "exchange", stands) for stands in STANDS),
    (Way.WARRANTY, "replacement", "in_transit"),
    (Way.WARRANTY, "exchange", "inspected"),
]


async def a_wish(settings: Settings, way: Way, outcome: str, stands: str) -> tuple[Order, int]:
    """Of three mugs for 10 each, all of them for others of which the shop has three, and where its parcel stands."""
    sku = "CUP" if outcome == "exchange" else None
    await a_product("CUP" if sku else "MUG", stock=3, price=Decimal("10.00"), currency="EUR")
    order, line = await a_delivered_order(total=Decimal("34.90"), shipping_total=Decimal("4.90"))
    await Line.filter(id=line.id).update(sku="MUG")
    pieces = (Piece(line.id, 3, "unwanted" if way is Way.GOODWILL else "defective", sku),)
    here: dict[str, Any] = {"settings": settings, "now": SOON}
    wish = Wish(order_id=order.id, pieces=pieces, way=way, outcome=outcome)
    made = await ask(wish, customer_ids=[order.customer_id or 0], chat_id=7, locale="de", policy=DEFAULT, **here)
    if made.status is Status.REQUESTED:
        await approve(made.id, policy=DEFAULT, staff_id=501, **here)
    if stands == "in_transit":
        await move(made.id, Status.IN_TRANSIT, by=Actor.CARRIER, **here)
    else:
        await receive(made.id, {line.id: 1 if stands == "partially_received" else 3}, staff_id=501, **here)
    if stands == "inspected":
        await check(made.id, Finding({line.id: 2}, why="worn"), policy=DEFAULT, staff_id=501, **here)
    assert (await read_sheet(made.id)).status == stands
    return order, made.id


async def entered_by_staff(order: Order, settings: Settings) -> int:
    """What their customer wrote, and nobody confirmed."""
    said = Said("ich widerrufe", 5, LATER)
    reader = Reader("de", ZoneInfo("Europe/Berlin"), "Shop")
    who: dict[str, Any] = {"chat_id": 7, "reader": reader, "settings": settings, "now": LATER}
    await keep_declaration(said, [order.id], each=False, **who)
    case = await Case.get(once__startswith="written:")
    at = int(LATER.timestamp())
    return (await enter_declaration(case.id, order.id, written_at=at, staff_id=501, settings=settings, now=LATER)).id


@pytest.mark.parametrize(("way", "outcome", "stands"), WANTED)
async def test_the_staff_enter_it_and_the_shop_gets_back_what_it_kept_for_the_exchange(
    database: Settings, way: Way, outcome: str, stands: str
) -> None:
    order, wish = await a_wish(database, way, outcome, stands)
    article = await find_by_sku("CUP" if outcome == "exchange" else "MUG")
    assert article
    assert not await is_free(article)

    made = await entered_by_staff(order, database)
    assert await is_free(article, 3)
    ended, sheet = await read_sheet(wish), await read_sheet(made)
    assert (ended.status, ended.overtaken_by) == (Status.CANCELLED, sheet.number)
    assert (sheet.way, sheet.status, sheet.outcome) == (Way.WITHDRAWAL, STANDS[stands], "refund")
    assert (sheet.total.amount, sheet.loss.amount) == (Decimal("34.90"), Decimal(0))
    assert sheet.declared_at == LATER
    # What the check has found is kept for the staff; what it takes off they say anew, as the law allows it.
    assert sheet.finding == ("worn" if stands == "inspected" else None)
