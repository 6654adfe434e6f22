"""Whoever taps at the same time about one return: each is done or told that it moved on, and nobody is lost."""

import asyncio
from collections.abc import Coroutine
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.loyalty.ledger import book_purchase
from bot.returns.acts import acts_of, tasks_of
from bot.returns.following import catch_up
from bot.returns.giving import NotInStockError
from bot.returns.labels import NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import OVER, Actor
from bot.returns.models import Return, ReturnPayment, ReturnStep
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive, undo_receipt
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import record_platform_payment, settle
from bot.returns.verdicts import approve, approve_without_return, decline
from bot.returns.wanted import SoldOutError
from bot.shop.by_platform import note_refund
from bot.shop.models import Line, Order, Product
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order, asked

ROUNDS = 4
PAIRS = (
    *("settle+cancel", "settle+receive", "settle+platform", "receive+platform"),
    *("receive+cancel", "keep+cancel", "keep+receive", "label+cancel", "label+keep", "undo+check", "again+settle"),
    *("check+refund", "cancel+refund"),
)
Deed = Coroutine[Any, Any, Any]


@pytest.mark.parametrize("pair", PAIRS)
async def test_of_two_deeds_at_once_none_is_lost(database: Settings, pair: str) -> None:
    for _ in range(ROUNDS):
        order, line = await a_delivered_order()
        made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
        owner = [order.customer_id or 0]
        await earns(order)
        deeds: dict[str, Deed] = {
            "settle": settle(made.id, "refund", settings=database, now=SOON, staff_id=790),
            "again": settle(made.id, "refund", settings=database, now=SOON, staff_id=791),
            "keep": approve_without_return(made.id, settings=database, now=SOON, staff_id=790),
            "label": send_label(
                made.id, NewLabel("https://l.example.org"), by=Actor.STAFF, policy=DEFAULT, settings=database, now=SOON
            ),
            "undo": undo_receipt(made.id, settings=database, now=SOON, staff_id=790),
            "check": check(made.id, Finding(), policy=DEFAULT, settings=database, now=SOON, staff_id=791),
            "receive": receive(made.id, settings=database, now=SOON, by=Actor.STAFF, staff_id=790),
            "cancel": cancel(made.id, customer_ids=owner, settings=database, now=SOON),
            "platform": record_platform_payment(
                made.id, Decimal(3), once=f"shopify:refund:{made.id}", settings=database, now=SOON
            ),
            "refund": refund_comes(order, line, database),
        }
        names = pair.split("+")
        if names[0] in {"undo", "check"}:
            await receive(made.id, settings=database, now=SOON, by=Actor.STAFF, staff_id=790)
        for name in deeds.keys() - set(names):
            deeds[name].close()
        results = await asyncio.gather(*(deeds[name] for name in names), return_exceptions=True)

        faults = [result for result in results if isinstance(result, BaseException)]
        assert not [fault for fault in faults if not isinstance(fault, CustomerError)]
        assert len(faults) < len(names)
        paid = await ReturnPayment.filter(request_id=made.id)
        assert sum(payment.amount for payment in paid) <= 33
        sheet = await read_sheet(made.id)
        assert sheet.status in OVER or acts_of(sheet) or tasks_of(sheet)  # there is a way on
        assert not (sheet.status == "cancelled" and paid)
        assert sheet.status != "inspected" or all(piece.accepted is not None for piece in sheet.pieces)


async def test_of_two_who_decide_about_a_favour_at_once_one_does(database: Settings) -> None:
    strict = Policy(approves_up_to=Decimal())
    for _ in range(ROUNDS):
        order, line = await a_delivered_order()
        made = await asked(order, Piece(line.id, 1), way=Way.GOODWILL, settings=database, policy=strict)
        given: dict[str, Any] = {"settings": database, "now": SOON}
        results = await asyncio.gather(
            approve(made.id, policy=DEFAULT, staff_id=790, **given),
            decline(made.id, "Getragen", staff_id=791, **given),
            cancel(made.id, customer_ids=[order.customer_id or 0], **given),
            return_exceptions=True,
        )
        assert all(result is None or isinstance(result, CustomerError | str) for result in results), results
        steps = [step.status for step in await ReturnStep.filter(request_id=made.id).order_by("id")]
        # The customer may still take back what was just approved; nothing else follows the other.
        assert steps in (
            *(["requested", last] for last in ("approved", "rejected", "cancelled")),
            ["requested", "approved", "cancelled"],
        )


@pytest.mark.parametrize("way", [Way.GOODWILL, Way.WARRANTY])
async def test_two_customers_who_want_the_last_article_at_once_are_one_promise(database: Settings, way: Way) -> None:
    """Another article, or the same again: their orders are two, and so are the rows that those lock."""
    outcome = "exchange" if way is Way.GOODWILL else "replacement"
    await a_product("BECHER", stock=ROUNDS)
    await a_product("TASSE", stock=ROUNDS, price=Decimal("5.00"), currency="EUR")
    for made in range(ROUNDS):
        await Product.all().update(stock=made + 1)
        orders = [await a_delivered_order() for _ in range(3)]
        await Line.all().update(sku="BECHER")
        wishes = [
            Wish(
                order_id=order.id,
                pieces=(Piece(line.id, 1, "defective", "TASSE" if outcome == "exchange" else None),),
                way=way,
                outcome=outcome,
            )
            for order, line in orders
        ]
        asking = [
            ask(wish, customer_ids=[order.customer_id or 0], **by_chat(database))
            for wish, (order, _) in zip(wishes, orders, strict=True)
        ]
        results = await asyncio.gather(*asking, return_exceptions=True)

        assert [type(result) for result in results if isinstance(result, BaseException)] == [SoldOutError] * 2
    assert await Return.all().count() == ROUNDS


async def test_the_last_article_leaves_once_whoever_sends_it_at_the_same_time(database: Settings) -> None:
    await a_product("BECHER", stock=2)
    returns = []
    for _ in range(2):
        order, line = await a_delivered_order()
        await Line.filter(id=line.id).update(sku="BECHER")
        wish = Wish(
            order_id=order.id, pieces=(Piece(line.id, 1, "defective"),), way=Way.WARRANTY, outcome="replacement"
        )
        made = await ask(wish, customer_ids=[order.customer_id or 0], **by_chat(database))
        await approve(made.id, policy=DEFAULT, staff_id=790, settings=database, now=SOON)
        returns.append(made.id)
    await Product.all().update(stock=1)

    sending = [settle(each, "replacement", settings=database, now=SOON, staff_id=790) for each in returns]
    results = await asyncio.gather(*sending, return_exceptions=True)

    assert [type(each) for each in results if isinstance(each, BaseException)] == [NotInStockError]
    assert (await Product.get(sku="BECHER")).stock == 0


async def earns(order: Order) -> None:
    """Its points go back with it, and are reckoned over all returns of the order."""
    assert order.customer_id is not None
    told: dict[str, Any] = {"order_id": order.id, "number": order.number, "rate": Decimal(1)}
    await book_purchase(order.customer_id, 30, available_at=SOON, now=SOON, **told)


@unit_of_work
async def refund_comes(order: Order, line: Line, settings: Settings) -> None:
    """As the body of the shop's platform brings it: it holds the order, then looks for the return."""
    items = [{"sku": line.sku, "quantity": 1}]
    await note_refund(order.id, "9", amount=Decimal(3), items=items, refunded_at=SOON)
    await catch_up(order.id, settings=settings, now=SOON)


def by_chat(settings: Settings) -> dict[str, Any]:
    return {"chat_id": 7, "locale": "de", "policy": DEFAULT, "settings": settings, "now": SOON}
