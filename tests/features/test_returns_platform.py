"""Refunds and returns of the shop's platform move ours: once, in any order, never back."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.clock import Clock
from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.customers.models import Hold
from bot.outbox.models import Push
from bot.returns.looking import list_returns
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnPayment, ReturnStep
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from bot.shop.models import Line, Order
from bot.tickets.models import CaseMessage
from tests.support.inbox import deliver, shopify
from tests.support.platform_returns import LAMP, LATER, MUG, NOW, PLACED, a_refund, a_return, an_order, asked, told
from tests.support.platforms import woocommerce_order


async def rung() -> list[str]:
    pushes = await Push.filter(once__startswith="return:", settled_at=None).order_by("id")
    return [str(push.once).split(":")[2] for push in pushes]


async def test_a_return_made_there_is_one_here_with_what_it_brings(database: Settings) -> None:
    order = await an_order(database)
    for _ in range(2):
        await told(database, ("returns/approve", a_return((MUG, 2))))

    made = await Return.get()
    assert (made.status, made.way, made.source, made.external_id) == ("approved", "goodwill", "shopify", "5")
    assert (made.goods, made.chat_id) == (Decimal("25.00"), None)
    [item] = await ReturnItem.all()
    assert (item.line_id, item.quantity, item.reason) == ((await Line.get(sku="MUG")).id, 2, "size_too_small")
    assert await rung() == ["approved"]
    assert (await Hold.get(customer_id=order.customer_id)).reason == "return"
    assert await ReturnStep.all().order_by("id").values_list("status", "actor") == [
        ("requested", "platform"),
        ("approved", "platform"),
    ]


async def test_a_refund_of_it_is_booked_once_and_settles_it_and_closing_closes_it(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    await told(database, ("refunds/create", a_refund(9, "20.00", (MUG, 2))))
    assert (await Return.get()).status == "approved"
    assert await rung() == ["paid-3"]

    full = a_refund(10, "5.00", (MUG, 2), at=LATER)
    await told(database, ("refunds/create", full), ("refunds/create", full | {"note": "again"}))
    assert (await Return.get()).status == "refunded"
    assert await ReturnPayment.all().order_by("id").values_list("once", "amount") == [
        ("shopify:refund:9", Decimal(20)),
        ("shopify:refund:10", Decimal(5)),
    ]
    await told(database, ("returns/close", a_return((MUG, 2), status="CLOSED")))
    assert (await Return.get()).status == "closed"
    assert await rung() == ["refunded"]
    assert (await Hold.get()).released_at is not None


async def test_what_the_order_tells_of_refunds_counts_as_well_and_old_ones_are_no_news(database: Settings) -> None:
    await an_order(database)
    old, week = "2026-11-25T13:00:00Z", NOW + timedelta(days=7)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    bought = PLACED | {"updated_at": LATER, "refunds": [a_refund(9, "25.00", (MUG, 2), at=old)]}
    await told(database, ("orders/updated", bought), now=week)

    assert (await Return.get()).status == "refunded"
    assert await ReturnItem.all().count() == 1
    assert await rung() == ["approved"]


async def test_one_of_ours_that_the_shop_enters_there_stays_the_same(database: Settings) -> None:
    order = await an_order(database)
    mine = await asked(database, order, "LAMP")
    await told(database, ("returns/approve", a_return((LAMP, 1))))
    await told(database, ("refunds/create", a_refund(9, "49.00", (LAMP, 1))))

    [row] = await Return.all()
    assert (row.id, row.external_id, row.status) == (mine.id, "5", "refunded")


async def test_the_refund_that_we_asked_for_is_not_counted_twice(database: Settings) -> None:
    order = await an_order(database)
    mine = await asked(database, order, "LAMP")
    await settle(mine.id, "refund", settings=database, now=NOW, staff_id=790)
    await told(database, ("refunds/create", a_refund(9, "49.00", (LAMP, 1))))

    assert (await ReturnPayment.get()).once == f"staff:{mine.id}:0"


async def test_an_older_refund_is_not_for_a_return_that_was_asked_for_after_it(database: Settings) -> None:
    order = await an_order(database)
    mine = await asked(database, order, "MUG")
    await told(database, ("refunds/create", a_refund(9, "12.50", (MUG, 1), at="2026-11-24T10:00:00Z")))

    assert await ReturnPayment.filter(request_id=mine.id).count() == 0


async def test_a_refund_without_items_is_for_the_only_open_return(database: Settings) -> None:
    order = await an_order(database)
    mine = await asked(database, order, "LAMP")
    await told(database, ("refunds/create", a_refund(9, "49.00")))
    assert (await Return.get(id=mine.id)).status == "refunded"


async def test_of_two_returns_the_one_with_the_items_is_paid(database: Settings) -> None:
    order = await an_order(database)
    mug, lamp = await asked(database, order, "MUG"), await asked(database, order, "LAMP")
    await told(database, ("refunds/create", a_refund(9, "49.00", (LAMP, 1))))
    assert [(await Return.get(id=row.id)).status for row in (mug, lamp)] == ["approved", "refunded"]


async def test_a_refund_for_two_returns_is_shared(database: Settings) -> None:
    order = await an_order(database)
    mug, lamp = await asked(database, order, "MUG"), await asked(database, order, "LAMP")
    for _ in range(2):
        await told(database, ("refunds/create", a_refund(9, "61.50", (MUG, 1), (LAMP, 1))))

    assert [(await Return.get(id=row.id)).status for row in (mug, lamp)] == ["refunded", "refunded"]
    paid = await ReturnPayment.all().order_by("id")
    assert [(each.request_id, each.amount) for each in paid] == [(mug.id, Decimal("12.50")), (lamp.id, Decimal(49))]


async def test_more_than_was_due_is_told_to_the_staff_and_a_failed_refund_is_none(database: Settings) -> None:
    order = await an_order(database)
    await asked(database, order, "LAMP")
    failed = a_refund(8, "49.00", (LAMP, 1))
    failed["transactions"][0]["status"] = "failure"
    await told(database, ("refunds/create", failed))
    assert (await ReturnPayment.all().count(), await rung()) == (0, ["receipt", "paper"])

    await told(database, ("refunds/create", a_refund(9, "500.00", (LAMP, 1))))
    assert (await Return.get()).status == "refunded"
    assert await CaseMessage.filter(text__contains="than was due").count() == 1


async def test_what_is_called_off_there_never_ends_a_withdrawal(database: Settings) -> None:
    order = await an_order(database)
    mine = await asked(database, order, "LAMP")
    await told(database, ("returns/cancel", a_return((LAMP, 1), status="CANCELED", id=77)))
    assert (await Return.get()).external_id is None

    await told(database, ("returns/approve", a_return((LAMP, 1))))
    await told(database, ("returns/cancel", a_return((LAMP, 1), status="CANCELED")))
    row = await Return.get()
    assert (row.id, row.external_id, row.status) == (mine.id, "5", "approved")
    assert await CaseMessage.filter(text__contains="is cancelled").count() == 1


async def test_declined_there_is_never_a_withdrawal_declined_here(database: Settings) -> None:
    order = await an_order(database)
    await asked(database, order, "LAMP")
    await told(database, ("returns/request", a_return((LAMP, 1), status="REQUESTED")))
    for _ in range(2):
        await told(database, ("returns/decline", a_return((LAMP, 1), status="DECLINED")))

    assert (await Return.get()).status == "approved"
    assert await CaseMessage.filter(text__contains="declined").count() == 1


async def test_why_it_was_declined_there_is_told_to_the_customer_in_the_words_of_the_shop(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/request", a_return((MUG, 1), status="REQUESTED")))
    note = {"reason": "other", "note": "The mug was used in the dishwasher."}
    await told(database, ("returns/decline", a_return((MUG, 1), status="DECLINED", decline=note)))
    [rang] = await Push.filter(once__startswith="return:", settled_at=None)
    assert note["note"] in rang.params["text"]
    [step] = await ReturnStep.filter(status="rejected")
    assert (step.actor, step.why) == ("platform", note["note"])


async def test_declined_before_it_was_approved_is_declined_and_a_late_approval_changes_nothing(
    database: Settings,
) -> None:
    await an_order(database)
    await told(database, ("returns/request", a_return((MUG, 1), status="REQUESTED")))
    assert await rung() == []
    await told(database, ("returns/decline", a_return((MUG, 1), status="DECLINED")))
    await told(database, ("returns/approve", a_return((MUG, 1))))

    assert (await Return.get()).status == "rejected"
    assert await rung() == ["rejected"]
    assert (await Hold.get()).released_at is not None


async def test_cancelled_there_while_the_parcel_is_on_its_way_is_cancelled_here(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 1))))
    row = await Return.get()
    await move(row.id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=database, now=NOW)
    await told(database, ("returns/cancel", a_return((MUG, 1), status="CANCELED")))

    assert (await Return.get()).status == "cancelled"


async def test_no_more_goes_back_than_was_bought(database: Settings) -> None:
    order = await an_order(database)
    await asked(database, order, "MUG", quantity=1)
    other = a_return((MUG, 2), id=6)
    await told(database, ("returns/approve", a_return((MUG, 1))), ("returns/approve", other))

    assert [item.quantity for item in await ReturnItem.filter(line__sku="MUG").order_by("id")] == [1, 1]


async def test_unknown_orders_wait_in_the_inbox_and_unknown_items_make_no_return(database: Settings) -> None:
    await deliver(database, *shopify(("returns/approve", a_return((MUG, 1)))), now=NOW)
    assert "no order" in ((await InboxBody.get()).error or "")
    await told(database, ("orders/create", PLACED), ("returns/approve", a_return(({"id": 1}, 1), id=8)))

    assert (await Return.get()).external_id == "5"


@pytest.mark.parametrize("changes", [{"test": True}, {"customer": None, "email": None, "shipping_address": None}])
async def test_nobody_is_told_of_tests_and_of_what_nobody_has_bought(
    database: Settings, changes: dict[str, Any]
) -> None:
    await told(database, ("orders/create", PLACED | changes), ("returns/approve", a_return((MUG, 1))))
    assert await Return.all().count() == 0


async def test_a_refund_that_woocommerce_tells_with_its_order_is_for_the_only_return(database: Settings) -> None:
    await deliver(database, ("woocommerce", "order.created", woocommerce_order()), now=Clock().now())
    order, line = await Order.get(), await Line.get()
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.CANCEL)
    owner = [order.customer_id or 0]
    now = Clock().now() - timedelta(minutes=5)
    made = await ask(wish, customer_ids=owner, chat_id=None, locale="de", policy=DEFAULT, settings=database, now=now)
    paid = woocommerce_order(refunds=[{"id": 3, "total": f"-{made.estimate.total}"}])
    await deliver(database, ("woocommerce", "order.updated", paid | {"date_modified_gmt": "2026-11-21T09:00:00"}))

    assert (await Return.get()).status == "refunded"
    assert (await ReturnPayment.get()).once == "woocommerce:refund:3"


async def test_an_order_that_changes_hands_takes_its_returns_along(database: Settings) -> None:
    order = await an_order(database)
    mine = await asked(database, order, "LAMP")
    anna = order.customer_id or 0
    somebody_else = {"id": 2**60 + 5, "first_name": "Bert", "last_name": "Muster", "email": "bert@example.org"}
    sold = PLACED | {"customer": somebody_else, "email": "bert@example.org", "updated_at": LATER}
    await told(database, ("orders/updated", sold))

    bert = (await Order.get()).customer_id or 0
    assert bert != anna
    row = await Return.get(id=mine.id)
    assert (row.customer_id, row.chat_id) == (bert, None)
    held = [hold.customer_id for hold in await Hold.filter(reason="return", released_at=None)]
    assert held == [bert]
    assert await rung() == []
    assert [sheet.id for sheet in await list_returns([bert])] == [mine.id]
