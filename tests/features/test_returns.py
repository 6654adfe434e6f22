"""Asking for a return: the right way, each piece once, whoever taps at the same time."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.config import Settings
from bot.customers.models import Hold
from bot.errors import CustomerError, NotFoundError
from bot.returns.doors import doors_of
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnPayment, ReturnStep
from bot.returns.moving import MovedOnError, cancel, move
from bot.returns.paths import Excluded, Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.reading import read_order
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import (
    NothingLeftError,
    Piece,
    WayClosedError,
    Wish,
    ask,
    preview,
)
from bot.returns.settling import Settled, settle
from bot.returns.windows import Receipt
from bot.shop.models import Line, Refund
from bot.shop.orders import get_order
from bot.shop.rows import amount, fetch
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import PLACED, Item, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON, a_delivered_order, asked

BUSY = 20


async def test_a_withdrawal_takes_effect_at_once_and_holds_surveys_and_offers(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)

    assert (made.status, made.why, made.estimate.total) == (Status.APPROVED, None, Decimal("10.00"))
    stored = await Return.get(id=made.id)
    assert (stored.declared_at, stored.number) == (SOON, made.number)
    hold = await Hold.get(customer_id=order.customer_id)
    assert (hold.reason, hold.purposes, hold.released_at) == ("return", "advertising", None)


async def test_the_staff_hear_of_it_at_once_and_that_the_customer_thought_again(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    case = await Case.get(order_id=order.id)
    assert (case.cause, case.value, case.status) == ("return", Decimal(10), "open")
    assert made.number in (case.facts or "")
    assert await CaseMessage.filter(case_id=case.id).count() == 0  # the card tells it, once

    await cancel(made.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    await case.refresh_from_db()
    assert (case.status, case.closed_because) == ("closed", "return")


async def test_goodwill_is_approved_by_rule_and_what_is_not_clear_waits_with_its_reason(database: Settings) -> None:
    order, line = await a_delivered_order()
    clear = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.GOODWILL, settings=database)
    strict = Policy(approves_up_to=Decimal(5))
    dear = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.GOODWILL, settings=database, policy=strict)

    assert (clear.status, clear.why) == (Status.APPROVED, None)
    assert (dear.status, dear.why) == (Status.REQUESTED, "value")
    steps = await ReturnStep.filter(request_id=clear.id).order_by("id").values_list("status", "actor")
    assert steps == [("requested", "customer"), ("approved", "rules")]


async def test_a_defect_after_every_window_goes_to_the_staff_and_is_never_refused(database: Settings) -> None:
    order, line = await a_delivered_order()
    late = SOON + timedelta(days=400)
    made = await asked(order, Piece(line.id, 1, "defective"), way=Way.WARRANTY, settings=database, now=late)

    assert (made.status, made.why) == (Status.REQUESTED, "defect_without_photo")


async def test_a_way_that_has_closed_says_so(database: Settings) -> None:
    order, line = await a_delivered_order()
    with pytest.raises(WayClosedError):
        await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database, now=DELIVERED + timedelta(days=20))
    assert await Return.all().count() == 0


async def test_nobody_sends_back_what_is_somebody_elses(database: Settings) -> None:
    order, line = await a_delivered_order()
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.WITHDRAWAL)
    with pytest.raises(NotFoundError):
        await ask(wish, customer_ids=[0], chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
    other, _ = await a_delivered_order()
    with pytest.raises(NotFoundError):
        await asked(other, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)


@pytest.mark.parametrize("quantity", [0, -1, 4])
async def test_more_than_there_is_cannot_go_back(database: Settings, quantity: int) -> None:
    order, line = await a_delivered_order()
    with pytest.raises(NothingLeftError):
        await asked(order, Piece(line.id, quantity), way=Way.WITHDRAWAL, settings=database)


async def test_a_line_named_twice_is_refused(database: Settings) -> None:
    order, line = await a_delivered_order()
    with pytest.raises(NothingLeftError):
        await asked(order, Piece(line.id, 1), Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)


async def test_of_many_who_tap_at_once_as_many_win_as_there_are_pieces(database: Settings) -> None:
    order, line = await a_delivered_order()
    tries = [asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database) for _ in range(BUSY)]
    results = await asyncio.gather(*tries, return_exceptions=True)

    assert sum(isinstance(result, Requested) for result in results) == 3
    assert sum(isinstance(result, NothingLeftError) for result in results) == BUSY - 3
    assert sum(await ReturnItem.all().values_list("quantity", flat=True)) == 3  # type: ignore[arg-type]  # one column


async def test_cancelling_frees_the_pieces_and_the_person(database: Settings) -> None:
    order, line = await a_delivered_order(quantity=1)
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    owner = [order.customer_id or 0]
    assert await cancel(made.id, customer_ids=owner, settings=database, now=SOON) is Status.CANCELLED
    assert await cancel(made.id, customer_ids=owner, settings=database, now=SOON) is Status.CANCELLED

    assert (await Hold.get(customer_id=order.customer_id)).released_at == SOON
    assert await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    with pytest.raises(NotFoundError):
        await cancel(made.id, customer_ids=[0], settings=database, now=SOON)


async def test_what_has_left_can_no_longer_be_cancelled(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    await move(made.id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=database, now=SOON)
    with pytest.raises(MovedOnError):
        await cancel(made.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)


async def test_of_two_staff_who_decide_at_once_one_wins(database: Settings) -> None:
    order, line = await a_delivered_order()
    strict = Policy(approves_up_to=Decimal())
    made = await asked(order, Piece(line.id, 1), way=Way.GOODWILL, settings=database, policy=strict)
    seen = (await Return.get(id=made.id)).revision
    decisions = [
        move(made.id, after, by=Actor.STAFF, staff_id=staff_id, seen=seen, why="because", settings=database, now=SOON)
        for staff_id, after in enumerate([Status.APPROVED, Status.REJECTED] * 5, 1)
    ]
    results = await asyncio.gather(*decisions, return_exceptions=True)

    won = {result for result in results if isinstance(result, Status)}
    assert won == {Status((await Return.get(id=made.id)).status)}
    assert await ReturnStep.filter(request_id=made.id, actor="staff").count() == 1


async def test_pieces_that_the_shop_has_paid_back_are_not_offered_again(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal("30.00"))
    await Line.filter(id=line.id).update(refunded=2)
    await Refund.create(order_id=order.id, external_id="r-1", refunded_at=SOON, amount=Decimal("20.00"), items=[])
    seen = await read_order(
        order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=SOON
    )
    assert (seen.lines[0].eligibility.left, seen.bill.refunded) == (1, Decimal("20.00"))
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.WITHDRAWAL)
    money = await preview(wish, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=SOON)
    assert money.total == Decimal("10.00")


async def test_what_the_law_excludes_is_excluded_and_says_why(database: Settings) -> None:
    await a_product("BECHER", return_exclusion="made_to_measure")
    order, _ = await a_delivered_order()
    seen = await read_order(
        order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=SOON
    )
    [line] = seen.lines
    assert line.eligibility.find(Way.WITHDRAWAL) is None
    assert [each.excluded for each in line.eligibility.shut if each.way is Way.WITHDRAWAL] == [Excluded.MADE_TO_MEASURE]
    assert line.eligibility.find(Way.WARRANTY)


async def test_before_the_handover_an_order_is_cancelled_and_on_its_way_it_is_withdrawn_from(
    database: Settings,
) -> None:
    waiting = await an_order(parcels=[parcel("label_created")])
    moving = await an_order(parcels=[parcel("label_created", "in_transit")])
    ways = []
    for order in (waiting, moving):
        seen = await read_order(
            order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=PLACED
        )
        ways.append([each.way for each in seen.lines[0].eligibility.open])
    assert ways == [[Way.CANCEL, Way.WITHDRAWAL, Way.GOODWILL], [Way.WITHDRAWAL, Way.WARRANTY, Way.GOODWILL]]


async def test_the_day_of_receipt_is_that_of_the_customers_clock_and_of_the_last_parcel(database: Settings) -> None:
    late_evening = datetime(2026, 11, 4, 23, 30, tzinfo=UTC)  # already Thursday in Berlin
    order = await an_order(
        parcels=[parcel(scan("delivered", at=DELIVERED)), parcel(scan("delivered", at=late_evening))],
        ship_country="DE",
    )
    seen = await read_order(
        order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=SOON
    )
    assert seen.receipt.on == late_evening.date() + timedelta(days=1)
    found = seen.lines[0].eligibility.find(Way.WITHDRAWAL)
    assert found is not None
    assert found.until == datetime(2026, 11, 19, tzinfo=UTC).date()


async def test_who_was_paid_before_the_goods_came_owes_them_and_cannot_cancel(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    await settle(made.id, "refund", staff_id=501, settings=database, now=SOON)

    with pytest.raises(MovedOnError):
        await cancel(made.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    assert not (await read_sheet(made.id)).may_be_cancelled


async def test_what_the_shop_has_paid_back_by_itself_ends_the_return_without_another_payment(
    database: Settings,
) -> None:
    order, line = await a_delivered_order(total=Decimal("30.00"))
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    await Refund.create(order_id=order.id, external_id="r-1", refunded_at=SOON, amount=Decimal("30.00"), items=[])
    await receive(made.id, settings=database, now=SOON)
    await check(made.id, Finding(), policy=DEFAULT, settings=database, now=SOON)

    settled = await settle(made.id, "refund", staff_id=501, settings=database, now=SOON)

    assert (settled.id, settled.amount, settled.status) == (None, Decimal(), Status.REFUNDED)
    assert await ReturnPayment.all().count() == 0


@pytest.mark.usefixtures("database")
async def test_a_sum_of_amounts_is_exact_on_either_database() -> None:
    order, _ = await a_delivered_order()
    for number, cents in enumerate(("18.52", "0.10", "0.20", "4.99")):
        await Refund.create(
            order_id=order.id, external_id=f"r-{number}", refunded_at=SOON, amount=Decimal(cents), items=[]
        )
    [row] = await fetch("SELECT sum(amount) AS amount FROM shop_refund")
    assert amount(row["amount"]) == Decimal("23.81")


@pytest.mark.parametrize("status", ["paid", "partially_fulfilled"])
async def test_the_period_has_not_begun_while_an_item_is_in_no_parcel_yet(database: Settings, status: str) -> None:
    mug, pot = Item("Becher", 1, "10.00", "BECHER"), Item("Kanne", 1, "20.00", "KANNE")
    first = parcel(scan("delivered", at=DELIVERED), contents=[{"sku": "BECHER", "quantity": 1}])
    order = await an_order(status=status, lines=[mug, pot], parcels=[first], ship_country="DE")
    owner, late = [order.customer_id or 0], DELIVERED + timedelta(days=40)

    seen = await read_order(order.id, customer_ids=owner, policy=DEFAULT, settings=database, now=late)
    assert seen.receipt == Receipt(None)
    assert all(line.eligibility.find(Way.WITHDRAWAL) for line in seen.lines)
    card = await get_order(order.id, customer_ids=owner, today=late.date())
    assert (await doors_of(card, settings=database, now=late)).withdraw

    await Line.filter(order_id=order.id, sku="KANNE").update(refunded=1)
    seen = await read_order(order.id, customer_ids=owner, policy=DEFAULT, settings=database, now=late)
    assert seen.receipt == Receipt(DELIVERED.date()), "what was paid back is waited for by nobody"


async def test_a_shop_that_says_everything_is_sent_is_believed(database: Settings) -> None:
    lines = [Item("Becher", 1, "10.00", "BECHER"), Item("Versicherung", 1, "2.00", "INSURANCE")]
    first = parcel(scan("delivered", at=DELIVERED), contents=[{"sku": "BECHER", "quantity": 1}])
    order = await an_order(status="fulfilled", lines=lines, parcels=[first], ship_country="DE")
    seen = await read_order(
        order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=SOON
    )
    assert seen.receipt == Receipt(DELIVERED.date())


async def test_what_was_paid_early_and_told_by_the_shop_is_counted_once(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal("30.00"))
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    await settle(made.id, "refund", staff_id=501, settings=database, now=SOON)
    await Refund.create(order_id=order.id, external_id="r-1", refunded_at=SOON, amount=Decimal("10.00"), items=[])
    await Line.filter(id=line.id).update(refunded=1)

    seen = await read_order(
        order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=SOON
    )
    assert seen.lines[0].eligibility.left == 2


async def test_of_twenty_who_ask_for_the_same_pieces_at_once_one_gets_them(database: Settings) -> None:
    order, line = await a_delivered_order()
    ways = (Way.WITHDRAWAL, Way.GOODWILL, Way.WARRANTY)
    tries = [asked(order, Piece(line.id, 3), way=ways[number % 3], settings=database) for number in range(BUSY)]
    results = await asyncio.gather(*tries, return_exceptions=True)

    assert [type(result) for result in results].count(Requested) == 1
    assert sum(isinstance(result, NothingLeftError) for result in results) == BUSY - 1
    assert [item.quantity for item in await ReturnItem.all()] == [3]


async def test_of_twenty_payments_at_once_no_more_goes_than_was_paid(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal("30.00"))
    made = [await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database) for _ in range(3)]
    tries = [
        settle(made[number % 3].id, "refund", staff_id=500 + number, settings=database, now=SOON)
        for number in range(BUSY)
    ]
    results = await asyncio.gather(*tries, return_exceptions=True)

    assert sum(isinstance(result, Settled) for result in results) == 3
    assert sum(isinstance(result, CustomerError) for result in results) == BUSY - 3
    assert [payment.amount for payment in await ReturnPayment.all()] == [Decimal(10)] * 3
