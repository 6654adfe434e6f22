"""The staff's verbs: in order, each with who and why, never more pieces or money than there were."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.errors import CustomerError
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnPayment, ReturnStep
from bot.returns.moving import MovedOnError, move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.reading import read_order
from bot.returns.receiving import Finding, NotReducibleError, TooManyError, check, receive
from bot.returns.refusing import NotRefusableError, Refusal
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import (
    NothingDueError,
    TooMuchError,
    close,
    record_platform_payment,
    send_back,
    settle,
)
from bot.returns.verdicts import (
    NoReasonError,
    NotDeclinableError,
    approve,
    approve_without_return,
    ask_for_photo,
    decline,
    tell_gone,
)
from bot.shop.models import Line, Order, Refund
from bot.staff.models import AuditEntry
from bot.tickets.models import Case
from tests.support.builders import Item, a_product, an_order, parcel, scan
from tests.support.returns import a_delivered_order, asked

DELIVERED = datetime(2026, 11, 4, 10, tzinfo=UTC)
SOON = DELIVERED + timedelta(days=3)
MIA = 501
OTHER: dict[str, Any] = {"because": Refusal.OTHER}
STRICT = Policy(approves_up_to=Decimal())
BUSY = 12


async def requested(
    settings: Settings, *, way: Way = Way.GOODWILL, pieces: int = 2, policy: Policy = STRICT, **columns: Any
) -> tuple[Requested, Order, Line]:
    """Three mugs of 10.00 each were delivered; so many of them are to go back."""
    order = await an_order(
        lines=[Item(quantity=3, unit_price="10.00")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
        ship_country="DE",
        total=Decimal("30.00"),
        **columns,
    )
    line = await Line.get(order_id=order.id)
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, pieces, "unwanted"),), way=way)
    owner = [order.customer_id or 0]
    made = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=policy, settings=settings, now=SOON)
    return made, order, line


async def settles(return_id: int, settings: Settings, kind: str = "refund", **more: Any) -> Any:
    return await settle(return_id, kind, staff_id=MIA, settings=settings, now=SOON, **more)


async def won(tries: Sequence[Awaitable[Any]]) -> list[Any]:
    """What came of those that were not refused."""
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert all(isinstance(result, CustomerError) or not isinstance(result, BaseException) for result in results)
    return [result for result in results if not isinstance(result, BaseException)]


async def test_the_whole_way_is_kept_step_by_step_with_who_did_it(database: Settings) -> None:
    made, _, line = await requested(database)
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    await approve(made.id, policy=DEFAULT, **given)
    await receive(made.id, {line.id: 1}, **given)
    await receive(made.id, **given)
    await check(made.id, Finding(), policy=DEFAULT, **given)
    paid = await settles(made.id, database)
    await close(made.id, **given)

    steps = await ReturnStep.filter(request_id=made.id).order_by("id").values_list("status", "actor", "staff_id")
    assert steps == [
        ("requested", "customer", None),
        *((status, "staff", MIA) for status in ("approved", "partially_received", "received", "inspected")),
        *((status, "staff", MIA) for status in ("refunded", "closed")),
    ]
    assert (paid.amount, paid.status) == (Decimal("20.00"), Status.REFUNDED)
    case = await Case.get(order_id=(await Return.get(id=made.id)).order_id)
    assert (case.status, case.resolved_cause, case.resolved_action, case.owner_id) == (
        *("closed", "returning", "refunded"),
        MIA,
    )
    assert await AuditEntry.filter(subject=f"return:{made.id}", staff_id=MIA).count() == 6


@pytest.mark.parametrize("way", [Way.WITHDRAWAL, Way.WARRANTY])
async def test_no_right_can_be_declined_and_no_favour_without_a_reason(database: Settings, way: Way) -> None:
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    right, _, _ = await requested(database, way=way)
    with pytest.raises(NotDeclinableError):
        await decline(right.id, "Nein", **given)
    favour, _, _ = await requested(database)
    with pytest.raises(NoReasonError):
        await decline(favour.id, "  ", **given)
    await decline(favour.id, "Getragen", **given)

    row = await Return.get(id=favour.id)
    assert (row.status, row.why) == ("rejected", "Getragen")
    with pytest.raises(NotDeclinableError):
        await decline(favour.id, "Getragen", **given)


async def test_what_was_drawn_before_somebody_else_acted_does_nothing(database: Settings) -> None:
    made, _, _ = await requested(database)
    seen = (await Return.get(id=made.id)).revision
    tries = [
        approve(made.id, staff_id=MIA, policy=DEFAULT, settings=database, now=SOON, seen=seen),
        decline(made.id, "Nein", staff_id=MIA, settings=database, now=SOON, seen=seen),
        approve_without_return(made.id, staff_id=MIA, settings=database, now=SOON, seen=seen),
        ask_for_photo(made.id, staff_id=MIA, settings=database, now=SOON, seen=seen),
    ]
    assert len(await won(tries)) == 1
    assert await ReturnStep.filter(request_id=made.id, actor="staff").count() == 1


async def test_of_many_who_pay_at_once_one_does(database: Settings) -> None:
    made, _, _ = await requested(database, way=Way.WITHDRAWAL)
    payments = await won([settles(made.id, database) for _ in range(BUSY)])

    assert len(payments) == 1
    assert [payment.amount for payment in await ReturnPayment.all()] == [Decimal("20.00")]
    assert (await Return.get(id=made.id)).status == "approved"  # the goods are still to come


async def test_of_many_who_receive_at_once_no_piece_comes_twice(database: Settings) -> None:
    made, _, line = await requested(database, way=Way.WITHDRAWAL)
    tries = [receive(made.id, {line.id: 1}, staff_id=MIA, settings=database, now=SOON) for _ in range(BUSY)]
    assert len(await won(tries)) == 2
    item = await ReturnItem.get(request_id=made.id)
    assert (item.received, (await Return.get(id=made.id)).status) == (2, "received")


async def test_two_returns_of_an_order_never_pay_more_than_it_cost(database: Settings) -> None:
    first, order, line = await requested(database, way=Way.WITHDRAWAL)
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.WITHDRAWAL)
    owner = [order.customer_id or 0]
    second = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
    await Refund.create(order_id=order.id, external_id="9", refunded_at=SOON, amount=Decimal("12.00"), items=[])
    await won([settles(each, database) for each in (first.id, second.id) for _ in range(4)])

    paid = sum([payment.amount for payment in await ReturnPayment.all()], Decimal())
    assert paid == Decimal("18.00")


async def test_a_refund_that_the_shop_carries_out_for_us_is_not_counted_twice(database: Settings) -> None:
    first, order, line = await requested(database, way=Way.WITHDRAWAL)
    await settles(first.id, database)
    await Refund.create(order_id=order.id, external_id="9", refunded_at=SOON, amount=Decimal("20.00"), items=[])
    told: dict[str, Any] = {"once": "shopify:refund:9", "settings": database, "now": SOON}
    assert not await record_platform_payment(first.id, Decimal("20.00"), **told)
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.WITHDRAWAL)
    owner = [order.customer_id or 0]
    second = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
    assert (await settles(second.id, database)).amount == Decimal("10.00")


async def test_what_the_platform_pays_counts_once_and_leaves_nothing_to_pay(database: Settings) -> None:
    made, order, _ = await requested(database, way=Way.WITHDRAWAL)
    await Refund.create(order_id=order.id, external_id="9", refunded_at=SOON, amount=Decimal("20.00"), items=[])
    told: dict[str, Any] = {"once": "shopify:refund:9", "settings": database, "now": SOON}
    tries = [record_platform_payment(made.id, Decimal("20.00"), **told) for _ in range(4)]
    assert sorted(await won(tries)) == [False, False, False, True]
    with pytest.raises((NothingDueError, MovedOnError)):
        await settles(made.id, database)


async def test_money_may_go_before_the_goods_and_is_not_paid_again_at_the_check(database: Settings) -> None:
    made, _, _ = await requested(database, way=Way.WITHDRAWAL)
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    await settles(made.id, database)
    with pytest.raises(NothingDueError):
        await settles(made.id, database)
    await receive(made.id, **given)
    assert await check(made.id, Finding(), policy=DEFAULT, **given) is Status.REFUNDED
    assert await ReturnPayment.all().count() == 1


async def test_less_that_is_accepted_brings_less_and_says_why(database: Settings) -> None:
    made, order, line = await requested(database, way=Way.WITHDRAWAL)
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    await receive(made.id, **given)
    with pytest.raises(NoReasonError):
        await check(made.id, Finding({line.id: 1}, **OTHER), policy=DEFAULT, **given)
    with pytest.raises(TooManyError):
        await check(made.id, Finding({line.id: 3}), policy=DEFAULT, **given)
    with pytest.raises(NotRefusableError):
        await check(made.id, Finding({line.id: 1}, why="Einer ist zerbrochen"), policy=DEFAULT, **given)
    found = Finding({line.id: 1}, Decimal("2.50"), "Zerkratzt, und einer ist nicht von uns", **OTHER)
    await check(made.id, found, policy=DEFAULT, **given)
    paid = await settles(made.id, database)

    assert (paid.amount, paid.status) == (Decimal("7.50"), Status.REFUNDED)
    assert (await Return.get(id=made.id)).finding == found.why
    seen = await read_order(
        order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=SOON
    )
    assert seen.lines[0].eligibility.left == 2  # what was not accepted goes back to its owner, with every right


async def test_nothing_is_taken_off_where_the_law_forbids_it(database: Settings) -> None:
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    defect, _, _ = await requested(database, way=Way.WARRANTY)
    await approve(defect.id, policy=DEFAULT, **given)
    withdrawn, _, _ = await requested(database, way=Way.WITHDRAWAL)
    worn = Finding({}, Decimal(1), "Kratzer")
    for made, policy in ((defect, DEFAULT), (withdrawn, Policy(instruction_given=False))):
        await receive(made.id, **given)
        with pytest.raises(NotReducibleError):
            await check(made.id, worn, policy=policy, **given)
        assert (await Return.get(id=made.id)).status == "received"


async def test_what_a_carrier_alone_brought_is_counted_at_the_check(database: Settings) -> None:
    made, _, _ = await requested(database, way=Way.WITHDRAWAL)
    await move(made.id, Status.RECEIVED, by=Actor.CARRIER, settings=database, now=SOON)
    await check(made.id, Finding(), policy=DEFAULT, staff_id=MIA, settings=database, now=SOON)
    assert (await settles(made.id, database)).amount == Decimal("20.00")


async def test_a_part_that_stays_away_is_not_waited_for(database: Settings) -> None:
    made, _, line = await requested(database, way=Way.WITHDRAWAL)
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    await receive(made.id, {line.id: 1}, **given)
    await receive(made.id, {}, is_all=True, **given)
    await check(made.id, Finding({}, why="Nur einer war im Paket"), policy=DEFAULT, **given)
    assert (await settles(made.id, database)).amount == Decimal("10.00")


async def test_without_a_return_money_ends_it_and_in_parts_it_adds_up(database: Settings) -> None:
    made, _, _ = await requested(database)
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    await approve_without_return(made.id, **given)
    with pytest.raises(MovedOnError):
        await receive(made.id, **given)
    with pytest.raises(TooMuchError):
        await settles(made.id, database, amount=Decimal("20.01"))
    part = await settles(made.id, database, amount=Decimal("5.00"))
    rest = await settles(made.id, database)
    assert (part.status, rest.amount, rest.status) == (Status.APPROVED, Decimal("15.00"), Status.REFUNDED)


async def test_nothing_that_was_accepted_goes_back_to_the_customer(database: Settings) -> None:
    made, _, line = await requested(database, way=Way.WITHDRAWAL)
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    await receive(made.id, **given)
    await check(made.id, Finding({line.id: 0}, why="Steine im Paket", **OTHER), policy=DEFAULT, **given)
    with pytest.raises(NothingDueError):
        await settles(made.id, database)
    await send_back(made.id, **given)
    assert (await Return.get(id=made.id)).status == "sent_back"


async def test_a_cancelled_parcel_that_had_left_is_withdrawn_from(database: Settings) -> None:
    order = await an_order(parcels=[parcel("label_created")], ship_country="DE")
    line = await Line.filter(order_id=order.id).first()
    assert line is not None
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.CANCEL)
    owner = [order.customer_id or 0]
    made = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
    await tell_gone(made.id, policy=DEFAULT, staff_id=MIA, settings=database, now=SOON)
    row = await Return.get(id=made.id)
    assert (row.way, row.status) == ("withdrawal", "approved")
    with pytest.raises(MovedOnError):
        await tell_gone(made.id, policy=DEFAULT, staff_id=MIA, settings=database, now=SOON)


async def test_a_refund_that_is_older_than_ours_is_money_of_its_own(database: Settings) -> None:
    order = await an_order(
        lines=[Item(quantity=3, unit_price="10.00")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
        ship_country="DE",
        total=Decimal("30.00"),
    )
    before = SOON - timedelta(days=1)
    await Refund.create(order_id=order.id, external_id="9", refunded_at=before, amount=Decimal("10.00"), items=[])
    line = await Line.get(order_id=order.id)
    for pieces in (1, 2):
        wish = Wish(order_id=order.id, pieces=(Piece(line.id, pieces),), way=Way.WITHDRAWAL)
        owner = [order.customer_id or 0]
        made = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
        await settles(made.id, database)

    assert sum([payment.amount for payment in await ReturnPayment.all()], Decimal()) == Decimal("20.00")


async def test_an_order_that_a_voucher_paid_in_full_brings_nothing(database: Settings) -> None:
    order = await an_order(lines=[Item(unit_price="5.00")], total=Decimal(0), parcels=[parcel("label_created")])
    line = await Line.get(order_id=order.id)
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.CANCEL)
    owner = [order.customer_id or 0]
    made = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
    assert made.estimate.total == 0


async def test_the_delivery_goes_back_once(database: Settings) -> None:
    order = await an_order(
        lines=[Item(quantity=3, unit_price="10.00")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
        ship_country="DE",
        total=Decimal("34.90"),
        shipping_total=Decimal("4.90"),
    )
    line = await Line.get(order_id=order.id)
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    owner = [order.customer_id or 0]
    promised = []
    for pieces, accepted in ((3, 1), (2, 2)):
        wish = Wish(order_id=order.id, pieces=(Piece(line.id, pieces),), way=Way.WITHDRAWAL)
        made = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
        promised.append(made.estimate.total)
        await receive(made.id, **given)
        await check(made.id, Finding({line.id: accepted}, why="Zwei andere", **OTHER), policy=DEFAULT, **given)
        assert (await settles(made.id, database)).status is Status.REFUNDED

    assert promised == [Decimal("34.90"), Decimal("20.00")]
    assert sum([payment.amount for payment in await ReturnPayment.all()], Decimal()) == Decimal("34.90")


async def test_a_gift_is_replaced_and_what_is_worth_nothing_comes_to_its_end(database: Settings) -> None:
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    for outcome, after in (("replacement", Status.EXCHANGED), ("refund", Status.REFUNDED)):
        order = await an_order(
            lines=[Item(unit_price="0.00")], parcels=[parcel(scan("delivered", at=DELIVERED))], total=Decimal(0)
        )
        line = await Line.get(order_id=order.id)
        wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1, "defective"),), way=Way.WARRANTY, outcome=outcome)
        owner = [order.customer_id or 0]
        made = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
        await approve(made.id, policy=DEFAULT, **given)
        await receive(made.id, **given)
        await check(made.id, Finding(), policy=DEFAULT, **given)
        with pytest.raises(MovedOnError):
            await send_back(made.id, **given)
        assert (await settles(made.id, database, outcome)).status is after


async def test_a_cheaper_article_leaves_the_difference_to_be_paid(database: Settings) -> None:
    await a_product("TASSE", price=Decimal("6.00"), currency="EUR", stock=5)
    order = await an_order(
        lines=[Item(unit_price="10.00")], parcels=[parcel(scan("delivered", at=DELIVERED))], total=Decimal("10.00")
    )
    line = await Line.get(order_id=order.id)
    piece = Piece(line.id, 1, "style", "TASSE")
    wish = Wish(order_id=order.id, pieces=(piece,), way=Way.GOODWILL, outcome="exchange")
    owner = [order.customer_id or 0]
    made = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=DEFAULT, settings=database, now=SOON)
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    await receive(made.id, **given)
    await check(made.id, Finding(), policy=DEFAULT, **given)
    sent = await settles(made.id, database, "exchange")
    with pytest.raises(MovedOnError):
        await settles(made.id, database, "exchange")
    paid = await settles(made.id, database)

    assert (sent.amount, sent.status, paid.amount, paid.status) == (
        *(Decimal("6.00"), Status.INSPECTED),
        *(Decimal("4.00"), Status.EXCHANGED),
    )


async def test_who_keeps_the_goods_bears_no_way_back(database: Settings) -> None:
    by_mia: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    order, line = await a_delivered_order()
    pays = Policy(customer_pays=True, fee=Decimal("4.90"))
    made = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.GOODWILL, settings=database, policy=pays)
    assert (await read_sheet(made.id)).total.amount == Decimal("5.10")
    await approve_without_return(made.id, **by_mia)
    sheet = await read_sheet(made.id)
    assert (sheet.fee.amount, sheet.total.amount) == (Decimal(0), Decimal("10.00"))
    assert (await settle(made.id, "refund", **by_mia)).amount == Decimal("10.00")
