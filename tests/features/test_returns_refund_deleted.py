"""WooCommerce lets the shop delete a refund: the money is to be paid again, what was booked by it is in doubt."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.loyalty.ledger import balance_of, book_purchase
from bot.returns.billing import left_of_order
from bot.returns.models import Return, ReturnPayment
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from bot.shop.models import Line, Order, Refund
from bot.tickets.models import Case, CaseMessage
from tests.support.inbox import deliver
from tests.support.platform_returns import NOW
from tests.support.platforms import woocommerce_order

BODY = woocommerce_order()


def body(*refunds: dict[str, Any], at: str) -> tuple[str, str, dict[str, Any]]:
    return ("woocommerce", "order.updated", BODY | {"refunds": list(refunds), "date_modified_gmt": f"2026-11-{at}"})


PAID = {"id": 3, "total": "-12.05"}
TOLD = body(PAID, at="25T11:59:00")
DELETED = body(at="25T13:00:00")


async def tell(settings: Settings, *knocks: tuple[str, str, dict[str, Any]], hours: int = 0) -> None:
    errors = await deliver(settings, *knocks, now=NOW + timedelta(hours=hours))
    assert not any(errors), errors


async def a_cup_goes_back(settings: Settings) -> Return:
    await tell(settings, ("woocommerce", "order.created", BODY))
    order, line = await Order.get(), await Line.get()
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.CANCEL)
    who: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": settings}
    made = await ask(wish, chat_id=None, locale="de", now=NOW - timedelta(hours=1), **who)
    assert made.estimate.total == Decimal("12.05")
    return await Return.get(id=made.id)


async def alarms() -> list[str]:
    return [each.text for each in await CaseMessage.filter(text__contains="deleted the refund").order_by("id")]


async def test_the_money_of_a_deleted_refund_is_there_to_be_paid_back_again(database: Settings) -> None:
    await tell(database, ("woocommerce", "order.created", BODY))
    order = await Order.get()
    await tell(database, TOLD)
    assert await left_of_order(order.id) == Decimal("16.95")
    await tell(database, DELETED, hours=2)

    assert (await left_of_order(order.id), await Refund.all().count()) == (Decimal("29.00"), 0)
    assert (await InboxBody.all().order_by("-id").first()).outcome == "refund 3: deleted in the shop"  # type: ignore[union-attr]


async def test_what_was_told_before_it_was_deleted_does_not_bring_it_back(database: Settings) -> None:
    await tell(database, ("woocommerce", "order.created", BODY))
    await tell(database, TOLD)
    await tell(database, DELETED, TOLD, body(PAID, at="25T12:30:00"), hours=2)

    assert await Refund.all().count() == 0


async def test_a_body_from_before_the_refund_deletes_nothing(database: Settings) -> None:
    await tell(database, ("woocommerce", "order.created", BODY))
    await tell(database, TOLD, body(at="25T11:58:00"), body(at="25T11:59:00"))

    assert await Refund.all().count() == 1


async def test_the_staff_hear_once_that_what_was_booked_by_it_may_not_arrive(database: Settings) -> None:
    row = await a_cup_goes_back(database)
    await tell(database, TOLD)
    assert (await ReturnPayment.get()).once == "woocommerce:refund:3"
    await tell(database, DELETED, DELETED, body(at="25T13:30:00"), hours=2)

    [words] = await alarms()
    assert row.number in words
    assert "12.05" in words


async def test_so_they_do_where_they_had_entered_the_payment_themselves(database: Settings) -> None:
    row = await a_cup_goes_back(database)
    await settle(row.id, "refund", staff_id=501, settings=database, now=NOW)
    await tell(database, TOLD)
    assert await ReturnPayment.all().count() == 1
    await tell(database, DELETED, hours=2)

    assert len(await alarms()) == 1


async def test_nobody_is_asked_any_more_what_a_deleted_refund_was_for(database: Settings) -> None:
    await a_cup_goes_back(database)
    await tell(database, body({"id": 3, "total": "-1.00"}, at="25T11:59:00"))
    question = Case.filter(once__startswith="refund:")
    assert [case.status for case in await question] == ["open"]
    await tell(database, DELETED, hours=2)

    assert [case.status for case in await question] == ["closed"]
    assert await alarms() == []


async def test_points_that_went_for_it_come_again(database: Settings) -> None:
    await tell(database, ("woocommerce", "order.created", BODY))
    order = await Order.get()
    owner, at = order.customer_id or 0, NOW - timedelta(days=9)
    about: dict[str, Any] = {"order_id": order.id, "number": order.number, "rate": Decimal(1), "available_at": at}
    await book_purchase(owner, 29, **about, now=at)
    await tell(database, body({"id": 3, "total": "-29.00"}, at="25T11:59:00"))
    assert (await balance_of([owner], now=NOW)).available == 0
    for _ in range(2):
        await tell(database, body(at="25T13:00:00"), hours=2)
        assert (await balance_of([owner], now=NOW)).available == 29
