"""Refunds without items: booked where only one return can be meant, else asked about; items may be told later."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.loyalty.ledger import balance_of, book_purchase
from bot.returns.billing import left_of_order
from bot.returns.booking import answer_refund
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.moving import MovedOnError, move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from bot.returns.withdrawing import read_withdrawal
from bot.shop.models import Line, Order, Refund
from bot.staff.models import AuditEntry
from bot.tickets.models import Case
from tests.support.inbox import deliver
from tests.support.platform_returns import LAMP, LATER, MUG, NOW, PLACED, a_refund, a_return, an_order, asked, told
from tests.support.platforms import woocommerce_order

MIA = 501


async def test_a_compensation_is_no_part_of_what_a_withdrawal_brings(database: Settings) -> None:
    order = await an_order(database)
    await asked(database, order, "LAMP")
    for _ in range(2):
        await told(
            database, ("refunds/create", a_refund(9, "5.00")), ("orders/updated", PLACED | {"updated_at": LATER})
        )
    case = await question()
    assert "5.00" in (case.facts or "")
    assert await answer_refund(await refund_id(), None, staff_id=MIA, settings=database, now=NOW)
    assert not await answer_refund(await refund_id(), None, staff_id=MIA, settings=database, now=NOW)

    await told(database, ("orders/updated", PLACED | {"updated_at": LATER, "note": "again", "refunds": []}))
    assert await ReturnPayment.all().count() == 0
    assert ((await question()).status, await Case.filter(once__startswith="refund:").count()) == ("closed", 1)


async def test_a_refund_that_may_be_for_two_returns_is_asked_about_and_booked_by_a_tap(database: Settings) -> None:
    order = await an_order(database)
    mug, lamp = await asked(database, order, "MUG"), await asked(database, order, "LAMP")
    await told(database, ("refunds/create", a_refund(9, "49.00")))
    assert await ReturnPayment.all().count() == 0
    case = await question()
    assert (case.order_id, case.chat_id) == (order.id, None)
    assert [row[0]["text"].split(" ")[0] for row in case.buttons[:2]] == [mug.number, lamp.number]
    noted = (await InboxBody.get(topic="refunds/create")).outcome
    assert noted == f"refund 9: names no items, the staff are asked: {mug.number}, {lamp.number}?"

    say: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": NOW}
    number = await refund_id()
    done = await asyncio.gather(*(answer_refund(number, lamp.id, **say) for _ in range(3)))
    assert sorted(done) == [False, False, True]
    assert not await answer_refund(number, mug.id, **say)
    assert [(await Return.get(id=row.id)).status for row in (mug, lamp)] == ["approved", "refunded"]
    [payment] = await ReturnPayment.all()
    assert (payment.request_id, payment.amount, payment.once) == (lamp.id, Decimal(49), "shopify:refund:9")
    assert await AuditEntry.filter(action="return.refund_assigned", staff_id=MIA).count() == 1
    await told(database, ("orders/updated", PLACED | {"updated_at": LATER}))
    assert await ReturnPayment.all().count() == 1


async def test_a_refund_goes_to_no_return_that_is_over_by_the_time_somebody_answers(database: Settings) -> None:
    order = await an_order(database)
    mug, lamp = await asked(database, order, "MUG"), await asked(database, order, "LAMP")
    await told(database, ("refunds/create", a_refund(9, "10.00")))
    await move(mug.id, Status.CANCELLED, by=Actor.STAFF, settings=database, now=NOW)
    with pytest.raises(MovedOnError):
        await answer_refund(await refund_id(), mug.id, staff_id=MIA, settings=database, now=NOW)
    assert (await question()).status == "open"
    assert await answer_refund(await refund_id(), lamp.id, staff_id=MIA, settings=database, now=NOW)


async def test_the_question_ends_where_the_platform_names_the_items_after_all(database: Settings) -> None:
    order = await an_order(database)
    _, lamp = await asked(database, order, "MUG"), await asked(database, order, "LAMP")
    await told(database, ("refunds/create", a_refund(9, "49.00")), ("refunds/create", a_refund(9, "49.00", (LAMP, 1))))
    assert (await question()).status == "closed"
    assert (await ReturnPayment.get()).request_id == lamp.id
    assert (await InboxBody.all().order_by("-id").first()).outcome == f"refund 9: booked to {lamp.number}"  # type: ignore[union-attr]


async def question() -> Case:
    return await Case.get(once__startswith="refund:")


async def refund_id() -> int:
    return int((await Refund.get()).id)


@pytest.mark.parametrize("at", ["2026-11-21T15:00:00", "2026-11-21T12:00:00", "2026-11-21T11:00:00"])
async def test_a_second_refund_of_woocommerce_is_taken_off_once(database: Settings, at: str) -> None:
    """The order tells the first one with its total, the second comes by itself: before, at or after that moment."""
    body = woocommerce_order()
    first = body | {"refunds": [{"id": 1, "total": "-11.00"}], "date_modified_gmt": "2026-11-21T12:00:00"}
    second = {"id": 2, "parent_id": 727, "amount": "5.00", "date_created_gmt": at}
    await deliver(database, ("woocommerce", "order.created", body), now=NOW)
    await deliver(database, ("woocommerce", "order.updated", first), ("woocommerce", "refund.created", second), now=NOW)
    order, line = await Order.get(), await Line.get()
    assert await left_of_order(order.id) == Decimal("13.00")
    both = [{"id": 1, "total": "-11.00"}, {"id": 2, "total": "-5.00"}]
    last = body | {"refunds": both, "date_modified_gmt": "2026-11-21T16:00:00"}
    await deliver(database, ("woocommerce", "order.updated", last), now=NOW)
    assert await left_of_order(order.id) == Decimal("13.00")

    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 2),), way=Way.CANCEL)
    who: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": database}
    made = await ask(wish, chat_id=None, locale="de", now=NOW, **who)
    assert made.estimate.total == Decimal("13.00")
    assert (await settle(made.id, "refund", staff_id=501, settings=database, now=NOW)).amount == Decimal("13.00")
    assert await left_of_order(order.id) == 0


async def test_a_refund_object_of_woocommerce_names_the_items_that_its_order_did_not(database: Settings) -> None:
    items = [{**woocommerce_order()["line_items"][0], "id": each, "sku": sku} for each, sku in ((11, "A"), (12, "B"))]
    body = woocommerce_order(line_items=items)
    await deliver(database, ("woocommerce", "order.created", body), now=NOW)
    order = await Order.get()
    for sku in ("A", "B"):
        await asked(database, order, sku)
    told_with_order = {"refunds": [{"id": 3, "total": "-1.00"}], "date_modified_gmt": "2026-11-25T12:30:00"}
    await deliver(database, ("woocommerce", "order.updated", body | told_with_order), now=NOW)
    assert await ReturnPayment.all().count() == 0
    assert (await question()).status == "open"

    refund = {
        "id": 3, "parent_id": body["id"], "date_created_gmt": "2026-11-25T12:00:00", "amount": "1.00",
        "line_items": [
            {"id": 99, "quantity": -1, "sku": "B", "meta_data": [{"key": "_refunded_item_id", "value": "12"}]},
            {"id": 98, "quantity": 0, "sku": "A", "meta_data": []},
        ],
    }  # fmt: skip
    for _ in range(2):
        errors = await deliver(database, ("woocommerce", "refund.created", refund), now=NOW)
        assert not any(errors), errors
    [payment] = await ReturnPayment.all()
    [item] = await ReturnItem.filter(request_id=payment.request_id)
    assert (payment.amount, item.line_id) == (Decimal(1), (await Line.get(sku="B")).id)


async def test_a_refund_that_failed_takes_neither_the_right_nor_points(database: Settings) -> None:
    order = await an_order(database)
    owner = order.customer_id or 0
    at = NOW - timedelta(days=1)
    about: dict[str, Any] = {"order_id": order.id, "number": "1001", "rate": Decimal(1), "available_at": at}
    await book_purchase(owner, 70, **about, now=at)
    failed = a_refund(1, "49.00", (LAMP, 1), at="2026-11-25T11:00:00Z")
    failed["transactions"][0]["status"] = "failure"
    updated = PLACED | {"updated_at": "2026-11-25T11:30:00Z", "refunds": [failed]}
    updated["line_items"] = [
        each | {"current_quantity": 0 if each is LAMP else each["quantity"]} for each in (MUG, LAMP)
    ]
    for knock in (("refunds/create", failed), ("orders/updated", updated)):
        await told(database, knock)
        seen = await read_withdrawal(order.id, customer_ids=[owner], policy=DEFAULT, settings=database, now=NOW)
        assert {line.sku for line in seen.lines} == {"MUG", "LAMP"}
        assert (await balance_of([owner], now=NOW)).available == 70


async def test_a_refund_that_was_pending_is_booked_when_its_money_goes(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((LAMP, 1))))
    refund = a_refund(1, "49.00", (LAMP, 1), at="2026-11-25T11:00:00Z")
    pending = refund | {"transactions": [refund["transactions"][0] | {"status": "pending"}]}
    await told(database, ("refunds/create", pending))
    assert not await ReturnPayment.exists()
    state = {"financial_status": "partially_refunded", "current_total_price": "29.90"}
    for again in range(2):
        at = {"updated_at": f"2026-11-25T11:3{again}:00Z", "refunds": [refund]}
        await told(database, ("orders/updated", PLACED | state | at))
        assert (await ReturnPayment.get()).amount == Decimal("49.00")
        assert (await Return.get()).status == "refunded"


async def test_the_case_of_a_return_that_was_paid_too_much_for_ends_with_it(database: Settings) -> None:
    shop = database.model_copy(update={"staff_chat_id": -100})
    await an_order(shop)
    await told(shop, ("returns/approve", a_return((LAMP, 1))))
    await told(shop, ("refunds/create", a_refund(1, "60.00", (LAMP, 1), at="2026-11-25T11:00:00Z")))
    row = await Return.get()
    assert row.status == "refunded"
    assert (await Case.get(once__startswith=f"return:{row.id}:")).status == "closed"


async def test_of_two_lines_of_one_article_that_one_is_refunded_which_the_refund_names(database: Settings) -> None:
    second = LAMP | {"id": 41, "price": "19.00", "admin_graphql_api_id": "gid://shopify/LineItem/41"}
    await told(database, ("orders/create", PLACED | {"line_items": [LAMP, second]}))
    await told(database, ("refunds/create", a_refund(1, "19.00", (second, 1))))
    assert [line.refunded for line in await Line.all().order_by("position")] == [0, 1]


async def test_what_woocommerce_has_refunded_by_item_is_paid_once(database: Settings) -> None:
    """Its orders never tell it: neither the refund alone nor the order after it may give the item free again."""
    tea = woocommerce_order()["line_items"][0]
    lamp = tea | {"id": 2, "sku": "LAMP", "name": "Lamp", "product_id": 94, "quantity": 1}
    body = woocommerce_order(line_items=[tea, lamp], total="77.00")
    item = {"id": 99, "quantity": -2, "sku": "TEA", "meta_data": [{"key": "_refunded_item_id", "value": "1"}]}
    refund = {
        "id": 3,
        "parent_id": 727,
        "date_created_gmt": "2026-11-25T10:00:00",
        "amount": "24.10",
        "line_items": [item],
    }
    after = body | {"refunds": [{"id": 3, "total": "-24.10"}], "date_modified_gmt": "2026-11-25T10:00:05"}
    gone = body | {"refunds": [], "date_modified_gmt": "2026-11-25T10:30:00"}
    left = [{"TEA", "LAMP"}, {"LAMP"}, {"LAMP"}, {"TEA", "LAMP"}]
    events = ("order.created", "refund.created", "order.updated", "order.updated")
    for event, told_, expected in zip(events, (body, refund, after, gone), left, strict=True):
        assert not any(await deliver(database, ("woocommerce", event, told_), now=NOW))
        order = await Order.get()
        who = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": database, "now": NOW}
        seen = await read_withdrawal(order.id, **who)  # type: ignore[arg-type]  # by name
        assert {line.sku for line in seen.lines} == expected, event
