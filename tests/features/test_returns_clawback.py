"""Points of returned goods go back pro rata of what was paid, once, with the reason, and never more than was earned."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any

import pytest

from bot.config import Settings
from bot.loyalty.ledger import balance_of, book, book_purchase, find_entry, statement
from bot.loyalty.models import LoyaltyEntry
from bot.returns.clawback import claw_back
from bot.returns.following import catch_up
from bot.returns.models import ReturnItem, ReturnPayment
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import record_platform_payment, settle
from bot.returns.verdicts import approve
from bot.shop.models import Line, Order, Refund
from tests.support.builders import Item, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON, a_delivered_order, asked

LATER = SOON + timedelta(days=30)
payments = count()


async def earned(order: Order, points: int, *, pending: bool = False) -> int:
    """As buying books them; whose they are."""
    customer_id = order.customer_id or 0
    assert await book_purchase(
        *(customer_id, points),
        order_id=order.id,
        number=order.number,
        rate=Decimal("0.5"),
        available_at=LATER if pending else DELIVERED,
        now=DELIVERED,
    )
    return customer_id


async def paid_back(made: Requested, kind: str = "refund") -> None:
    await ReturnPayment.create(
        request_id=made.id, kind=kind, amount=made.estimate.total, currency="EUR", once=f"x:{next(payments)}", at=SOON
    )


async def back(order: Order, line: Line, pieces: int, settings: Settings, kind: str = "refund") -> int:
    """Return so many and pay for them; the points that went."""
    made = await asked(order, Piece(line.id, pieces, "unwanted"), way=Way.WITHDRAWAL, settings=settings)
    await paid_back(made, kind)
    return await claw_back(made.id, now=SOON)


async def test_a_third_back_takes_a_third_and_all_of_it_all_to_the_point(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal("34.90"), shipping_total=Decimal("4.90"))
    customer = await earned(order, 10)

    assert [await back(order, line, 1, database) for _ in range(3)] == [3, 3, 4]
    assert (await balance_of([customer], now=SOON)).available == 0


async def test_the_entry_tells_why_and_at_which_rate_and_comes_once(database: Settings) -> None:
    order, line = await a_delivered_order()
    customer = await earned(order, 30)
    made = await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=database)
    await paid_back(made)

    taken = await asyncio.gather(*(claw_back(made.id, now=SOON) for _ in range(20)))

    assert sum(taken) == 20
    newest, _ = await statement([customer], limit=5)
    assert (newest.points, newest.kind, newest.reason) == (-20, "clawback", "clawback")
    assert newest.details == {"number": made.number, "order": order.number}
    assert await find_entry(f"clawback:order:{order.id}:purchase|return:{made.id}:0") == newest
    rates = await LoyaltyEntry.filter(order_id=order.id).values_list("rate", flat=True)
    assert rates == [Decimal("0.5"), Decimal("0.5")]


@pytest.mark.parametrize(
    "order_of", ["check first", "money first", "money from the platform", "goods alone", "money alone"]
)
async def test_on_every_way_the_goods_take_their_points_once(database: Settings, order_of: str) -> None:
    order, line = await a_delivered_order()
    customer = await earned(order, 30)
    made = await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=database)
    here: dict[str, Any] = {"settings": database, "now": SOON}

    async def comes() -> None:
        await receive(made.id, **here)
        await check(made.id, Finding(), policy=DEFAULT, **here)

    async def pays() -> None:
        await settle(made.id, "refund", staff_id=501, **here)

    async def platform_pays() -> None:
        for _ in range(2):
            await record_platform_payment(made.id, made.estimate.total, once="shopify:refund:1", **here)

    ways = {
        "check first": (comes, pays),
        "money first": (pays, comes),
        "money from the platform": (comes, platform_pays),
        "goods alone": (comes,),
        "money alone": (platform_pays,),
    }
    for deed in ways[order_of]:
        await deed()
        assert (await balance_of([customer], now=SOON)).available == 10
    entries = await LoyaltyEntry.filter(kind="clawback")
    assert [(entry.points, entry.rate, entry.reason) for entry in entries] == [(-20, Decimal("0.5"), "clawback")]


async def test_who_gets_another_article_after_the_check_has_the_points_again(database: Settings) -> None:
    order, line = await a_delivered_order()
    customer = await earned(order, 30)
    made = await asked(order, Piece(line.id, 1, "defective"), way=Way.WARRANTY, settings=database)
    await approve(made.id, staff_id=501, policy=DEFAULT, settings=database, now=SOON)
    await receive(made.id, settings=database, now=SOON)
    await check(made.id, Finding(), policy=DEFAULT, settings=database, now=SOON)
    assert (await balance_of([customer], now=SOON)).available == 20
    await settle(made.id, "replacement", staff_id=501, settings=database, now=SOON)

    assert (await balance_of([customer], now=SOON)).available == 30
    reasons = [entry.reason for entry in await LoyaltyEntry.filter(kind="clawback").order_by("id")]
    assert reasons == ["clawback", "clawback_undone"]


async def test_money_beside_a_cheaper_article_takes_only_its_part_also_when_another_return_is_paid(
    database: Settings,
) -> None:
    order, line = await a_delivered_order(total=Decimal("30.00"))
    customer = await earned(order, 30)
    await a_product("TASSE", stock=5, price=Decimal("6.00"), currency="EUR")
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1, "style", "TASSE"),), way=Way.GOODWILL, outcome="exchange")
    owner = [order.customer_id or 0]
    made = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
    await receive(made.id, settings=database, now=SOON)
    await check(made.id, Finding(), policy=DEFAULT, settings=database, now=SOON)
    for kind in ("exchange", "refund"):
        await settle(made.id, kind, staff_id=501, settings=database, now=SOON)
    assert (await balance_of([customer], now=SOON)).available == 26, "4 of 10 came back as money"

    await back(order, line, 1, database)
    assert (await balance_of([customer], now=SOON)).available == 16


async def test_what_the_shop_refunds_without_a_return_takes_its_part_and_a_return_of_it_no_more(
    database: Settings,
) -> None:
    order, line = await a_delivered_order(total=Decimal("30.00"))
    customer = await earned(order, 30)
    await Line.filter(id=line.id).update(refunded=1)
    for _ in range(2):
        await catch_up(order.id, settings=database, now=SOON)
    assert (await balance_of([customer], now=SOON)).available == 20
    newest, _ = await statement([customer], limit=5)
    assert (newest.reason, newest.details) == ("clawback_refund", {"order": order.number})

    await Refund.create(order_id=order.id, external_id="1", amount=Decimal("30.00"), refunded_at=SOON, items=[])
    await catch_up(order.id, settings=database, now=SOON)
    assert (await balance_of([customer], now=SOON)).available == 0, "all of the money went, whatever for"


async def test_before_the_money_goes_and_for_another_article_nothing_is_taken(database: Settings) -> None:
    order, line = await a_delivered_order()
    customer = await earned(order, 30)
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)

    assert await claw_back(made.id, now=SOON) == 0
    assert await back(order, line, 1, database, kind="exchange") == 0
    assert await back(order, line, 1, database, kind="credit") == 10
    assert (await balance_of([customer], now=SOON)).available == 20


async def test_what_is_pending_is_taken_from_what_is_pending(database: Settings) -> None:
    order, line = await a_delivered_order()
    customer = await earned(order, 30, pending=True)
    await back(order, line, 1, database)

    found = await balance_of([customer], now=SOON)
    assert (found.available, found.pending) == (0, 20)
    assert (await balance_of([customer], now=LATER)).available == 20


async def test_answers_and_apologies_are_nobodys_to_take(database: Settings) -> None:
    order, line = await a_delivered_order(quantity=1)
    customer = order.customer_id or 0
    for kind in ("survey", "goodwill"):
        await book(customer, 15, kind=kind, source=f"{kind}:1", reason=kind, now=SOON, order_id=order.id)

    assert await back(order, line, 1, database) == 0
    assert (await balance_of([customer], now=SOON)).available == 30


async def test_a_check_that_accepts_less_gives_the_rest_back(database: Settings) -> None:
    order, line = await a_delivered_order()
    customer = await earned(order, 30)
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    await paid_back(made)
    assert await claw_back(made.id, now=SOON) == 30

    await ReturnItem.filter(request_id=made.id).update(accepted=1)
    assert [await claw_back(made.id, now=SOON) for _ in range(2)] == [-20, 0]

    assert (await balance_of([customer], now=SOON)).available == 20
    [newest, *_] = await statement([customer], limit=5)
    assert (newest.points, newest.reason) == (20, "clawback_undone")


async def test_dear_and_cheap_goods_take_what_was_paid_for_each(database: Settings) -> None:
    order = await an_order(
        lines=[Item(unit_price="80.00", sku="DEAR"), Item(unit_price="20.00", sku="CHEAP")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
        ship_country="DE",
        total=Decimal("50.00"),  # a discount of half on everything
    )
    await earned(order, 50)
    dear = await Line.get(order_id=order.id, sku="DEAR")
    assert await back(order, dear, 1, database) == 40


async def test_a_part_of_the_money_takes_that_part_of_the_points_and_the_rest_the_others(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal("34.90"), shipping_total=Decimal("4.90"))
    customer = await earned(order, 30)
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    pay = partial(settle, made.id, "refund", staff_id=501, settings=database, now=SOON)

    await pay(amount=Decimal("14.90"))  # the delivery, and 10 of the 30 for the goods
    assert (await balance_of([customer], now=SOON)).available == 20
    await pay()
    assert (await balance_of([customer], now=SOON)).available == 0


async def test_a_fee_and_a_loss_do_not_leave_points_of_goods_that_went_back(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal("30.00"))
    customer = await earned(order, 31)
    bears = Policy(customer_pays=True, fee=Decimal("4.90"))
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database, policy=bears)
    await receive(made.id, settings=database, now=SOON)
    await check(made.id, Finding(loss=Decimal("2.10"), why="worn"), policy=bears, settings=database, now=SOON)

    await settle(made.id, "refund", staff_id=501, settings=database, now=SOON)

    assert (await balance_of([customer], now=SOON)).available == 0
