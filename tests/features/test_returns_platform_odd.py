"""What no platform should tell, and does: odd amounts, currencies and quantities, overlaps, second thoughts."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.customers.models import Hold
from bot.errors import CustomerError
from bot.i18n import lines
from bot.outbox.models import Push
from bot.returns.billing import left_of_order
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.moving import cancel, move
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.wording import Reader, deadlines
from bot.shop.models import Line, Refund, Shipment
from bot.tickets.models import Case, CaseMessage
from tests.support.inbox import deliver, shopify
from tests.support.platform_returns import LAMP, LATER, MUG, NOW, PLACED, a_refund, a_return, an_order, asked, told
from tests.support.returns import asked as asked_as

MIA = 501


async def pieces() -> dict[str, int]:
    lines = {line.id: line.sku or "" for line in await Line.all()}
    found: dict[str, int] = {}
    for item in await ReturnItem.all():
        found[lines[item.line_id]] = found.get(lines[item.line_id], 0) + item.quantity
    return found


@pytest.mark.parametrize("amount", ["-500.00", "0.00", "x"])
async def test_an_amount_that_is_none_gives_nothing_back_and_takes_nothing_back(
    database: Settings, amount: str
) -> None:
    order = await an_order(database)
    before = await left_of_order(order.id)
    await told(database, ("refunds/create", a_refund(8, "10.00")), ("refunds/create", a_refund(9, amount, (MUG, 1))))
    assert await left_of_order(order.id) == before - 10


async def test_a_stored_amount_below_nothing_is_not_counted(database: Settings) -> None:
    order = await an_order(database)
    before = await left_of_order(order.id)
    await Refund.create(order_id=order.id, external_id="9", refunded_at=NOW, amount=Decimal(-500))
    assert await left_of_order(order.id) == before


async def test_a_refund_in_another_currency_is_asked_about_and_settles_nothing(database: Settings) -> None:
    order = await an_order(database)
    await asked(database, order, "LAMP")
    before = await left_of_order(order.id)
    refund = a_refund(9, "49.00", (LAMP, 1))
    refund["transactions"][0]["currency"] = "JPY"
    await told(database, ("refunds/create", refund))

    assert ((await Return.get()).status, await ReturnPayment.all().count()) == ("approved", 0)
    assert await left_of_order(order.id) == before
    assert await CaseMessage.filter(text__contains="another currency").count() == 1
    outcome = (await InboxBody.get(topic="refunds/create")).outcome
    assert outcome is not None
    assert "JPY" in outcome


async def test_a_refund_counts_as_its_customer_got_it(database: Settings) -> None:
    order = await an_order(database)
    await asked(database, order, "LAMP")
    refund = a_refund(9, "53.00", (LAMP, 1))
    shop, paid = {"amount": "53.00", "currency_code": "USD"}, {"amount": "49.00", "currency_code": "EUR"}
    refund["transactions"][0] |= {"currency": "USD", "amount_set": {"shop_money": shop, "presentment_money": paid}}
    await told(database, ("refunds/create", refund))
    assert ((await Return.get()).status, (await ReturnPayment.get()).amount) == ("refunded", Decimal(49))


@pytest.mark.parametrize("quantity", [-3, 0, "x", 1.5, 10**30, None])
async def test_no_return_is_made_of_a_quantity_that_is_none(database: Settings, quantity: Any) -> None:
    await an_order(database)
    errors = await deliver(database, *shopify(("returns/approve", a_return((MUG, quantity)))), now=NOW)
    assert (errors, await Return.all().count()) == ([None, None], 0)


async def test_what_the_shop_takes_back_beside_a_return_of_ours_belongs_to_it(database: Settings) -> None:
    order = await an_order(database)
    mine = await asked(database, order, "MUG", 2)
    await told(database, ("returns/approve", a_return((MUG, 2), (LAMP, 1))))

    assert await pieces() == {"MUG": 2, "LAMP": 1}
    row = await Return.get()
    assert (row.id, row.external_id, row.goods) == (mine.id, "5", mine.goods + 49)
    with pytest.raises(CustomerError):
        await asked(database, order, "LAMP")


async def test_ours_with_more_beside_it_makes_no_second_return_of_the_same_piece(database: Settings) -> None:
    order = await an_order(database)
    await asked(database, order, "MUG", 1)
    await told(database, ("returns/approve", a_return((MUG, 1), (LAMP, 1))))
    assert (await pieces(), await Return.all().count()) == ({"MUG": 1, "LAMP": 1}, 1)


async def test_one_payment_that_the_shop_carries_out_in_two_parts_counts_once(database: Settings) -> None:
    order = await an_order(database)
    mine = await asked(database, order, "LAMP")
    before = await left_of_order(order.id)
    await settle(mine.id, "refund", settings=database, now=NOW, staff_id=MIA)
    for number, part in ((9, "24.00"), (10, "25.00")):
        await told(database, ("refunds/create", a_refund(number, part, (LAMP, 1), at=LATER)))
    assert await left_of_order(order.id) == before - 49
    assert (await asked(database, order, "MUG", 2)).goods == Decimal(25)


async def test_a_return_of_the_platform_that_goes_wrong_gets_a_case_by_it(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    assert await Case.all().count() == 0
    await told(database, ("returns/close", a_return((MUG, 2), status="CLOSED")))
    assert await CaseMessage.filter(text__contains="told of no refund").count() == 1
    assert (await Case.get()).status == "open"

    await told(database, ("refunds/create", a_refund(9, "70.00", (MUG, 2))))
    assert await CaseMessage.filter(text__contains="than was due").count() == 1
    assert (await Case.get()).status == "closed"


async def test_nobody_declines_a_warranty_claim_there_either(database: Settings) -> None:
    order = await an_order(database)
    at = NOW - timedelta(days=3)
    been: dict[str, Any] = {"status": "delivered", "rank": 9, "delivered_at": at, "status_at": at}
    await Shipment.create(order_id=order.id, position=1, **been)
    line = await Line.get(sku="MUG")
    when = NOW - timedelta(hours=1)
    piece = Piece(line.id, 1, "defective")
    made = await asked_as(order, piece, way=Way.WARRANTY, settings=database, now=when)
    await Return.filter(id=made.id).update(status="requested")
    await told(database, ("returns/request", a_return((MUG, 1), status="REQUESTED")))
    await told(database, ("returns/decline", a_return((MUG, 1), status="DECLINED")))

    row = await Return.get(id=made.id)
    assert (row.status, row.external_id) == ("requested", "5")
    assert await CaseMessage.filter(text__contains="declined").count() == 1


async def test_what_is_opened_again_there_goes_on_here(database: Settings) -> None:
    order = await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    await told(database, ("returns/cancel", a_return((MUG, 2), status="CANCELED")))
    assert (await Hold.get()).released_at is not None
    await told(database, ("returns/reopen", a_return((MUG, 2), status="OPEN")))

    row = await Return.get()
    assert (row.status, row.closed_at) == ("approved", None)
    assert (await Hold.get()).released_at is None
    with pytest.raises(CustomerError):
        await asked(database, order, "MUG", 2)


async def test_whose_pieces_went_elsewhere_meanwhile_stays_called_off_and_the_staff_hear(database: Settings) -> None:
    order = await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    await told(database, ("returns/cancel", a_return((MUG, 2), status="CANCELED")))
    await asked(database, order, "MUG", 2)
    await told(database, ("returns/reopen", a_return((MUG, 2), status="OPEN")))
    assert [row.status for row in await Return.all().order_by("id")] == ["cancelled", "approved"]
    assert await CaseMessage.filter(text__contains="opened").count() == 1


async def test_what_was_called_off_here_is_not_opened_by_what_the_platform_said_before(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    row = await Return.get()
    await move(row.id, Status.CANCELLED, by=Actor.STAFF, settings=database, now=NOW)
    await told(database, ("orders/updated", PLACED | {"updated_at": LATER}), ("refunds/create", a_refund(9, "1.00")))
    assert (await Return.get()).status == "cancelled"


async def test_a_refund_before_the_order_tells_it_leaves_the_rest_to_be_paid(database: Settings) -> None:
    order = await an_order(database)
    whole = await left_of_order(order.id)
    first, second = a_refund(8, "25.00", (MUG, 2)), a_refund(9, "49.00", (LAMP, 1), at="2026-11-27T10:00:00Z")
    now_costs = str(Decimal(PLACED["total_price"]) - 25)
    told_then = PLACED | {"updated_at": LATER, "current_total_price": now_costs, "refunds": [first]}
    await told(database, ("orders/updated", told_then))
    assert await left_of_order(order.id) == whole - 25
    await told(database, ("refunds/create", second))
    assert await left_of_order(order.id) == whole - 74


async def test_who_is_declined_there_reads_no_code_of_our_review(database: Settings) -> None:
    order = await an_order(database)
    line = await Line.get(sku="LAMP")
    policy = Policy(approves_up_to=Decimal(1))
    at = NOW - timedelta(days=3)
    been: dict[str, Any] = {"status": "delivered", "rank": 9, "delivered_at": at, "status_at": at}
    await Shipment.create(order_id=order.id, position=1, **been)
    made = await asked_as(order, Piece(line.id, 1), way=Way.GOODWILL, settings=database, policy=policy, now=NOW)
    assert (await Return.get(id=made.id)).why == "value"
    await told(database, ("returns/request", a_return((LAMP, 1), status="REQUESTED")))
    await told(database, ("returns/decline", a_return((LAMP, 1), status="DECLINED")))

    row = await Return.get(id=made.id)
    assert (row.status, row.external_id, row.why) == ("rejected", "5", None)
    rung = await Push.get(once__startswith=f"return:{made.id}:rejected:chat:")
    assert "\nGrund:" not in rung.params["text"]


@pytest.mark.parametrize("status", ["label_sent", "received", "inspected"])
async def test_the_shop_may_wait_for_the_goods_until_they_are_there(database: Settings, status: str) -> None:
    order = await an_order(database)
    line = await Line.get(sku="MUG")
    made = await asked_as(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database, now=NOW)
    await Return.filter(id=made.id).update(status=status)
    told_there = lines(deadlines(await read_sheet(made.id), Reader("en", database.time_zone, "Shop")))
    assert "Money back at the latest" in told_there
    assert ("may wait" in told_there) is (status == "label_sent")


async def test_what_was_called_off_here_is_not_begun_again_by_closing_it_there(database: Settings) -> None:
    order = await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    row = await Return.get()
    await cancel(row.id, customer_ids=[order.customer_id or 0], settings=database, now=NOW)
    await asked(database, order, "MUG", 2)
    await told(database, ("returns/close", a_return((MUG, 2), status="CLOSED")))
    assert (await Return.get(id=row.id)).status == "cancelled"
