"""An order of which a part has left: a withdrawal cancels what is still there, and what has left comes back."""

import asyncio
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.scans import take_report
from bot.returns.calls import Topic
from bot.returns.cases import find_case
from bot.returns.doors import doors_of
from bot.returns.listing import describe_return
from bot.returns.looking import read_sheet
from bot.returns.machine import OVER, Status
from bot.returns.models import Return, ReturnItem, ReturnStep, ShopCall
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.requested import Requested
from bot.returns.requests import NothingLeftError, Piece, WayClosedError
from bot.returns.sending_back import read_offer
from bot.returns.withdrawing import Withdrawal, read_withdrawal, withdraw
from bot.shipping.carriers.reports import Report, Scan
from bot.shop.models import Line, Order, Shipment
from bot.shop.orders import get_order
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON, asked

MUGS, POT = Item("Becher", 3, "10.00", "MUG"), Item("Kanne", 1, "25.00", "POT")
ONE_MUG = [{"sku": "MUG", "quantity": 1}]
REST = [{"sku": "MUG", "quantity": 2}, {"sku": "POT", "quantity": 1}]
PAYS = Policy(customer_pays=True, fee=Decimal("4.00"))


async def partly_shipped(*, first: str = "in_transit", rest: str | None = "label_created", **more: Any) -> Order:
    """One of three mugs has left; the others and the pot lie in a second parcel, or in none yet."""
    parcels = [parcel(scan(first, at=DELIVERED), contents=ONE_MUG)]
    parcels += [parcel(rest, contents=REST)] if rest else []
    columns: dict[str, Any] = {"shipping_total": Decimal("4.90"), "total": Decimal("59.90"), "ship_country": "DE"}
    return await an_order(lines=[MUGS, POT], parcels=parcels, **(columns | more))


def reading(order: Order, settings: Settings, policy: Policy = DEFAULT) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": policy, "settings": settings, "now": SOON}


async def seen(order: Order, settings: Settings, policy: Policy = DEFAULT, **more: Any) -> Withdrawal:
    return await read_withdrawal(order.id, **reading(order, settings, policy), **more)


async def withdrawn(
    order: Order, settings: Settings, chosen: dict[int, int] | None = None, policy: Policy = DEFAULT
) -> Requested:
    if chosen is None:
        chosen = dict((await seen(order, settings, policy)).chosen)
    return await withdraw(order.id, chosen, chat_id=7, locale="de", **reading(order, settings, policy))


async def pieces_of(return_id: int) -> dict[str | None, int]:
    return {(await item.line).sku: item.quantity for item in await ReturnItem.filter(request_id=return_id)}


async def moves(order: Order, status: str, settings: Settings, *, position: int = 2) -> None:
    """The carrier scans that parcel."""
    shipment = await Shipment.get(order_id=order.id, position=position)
    at = SOON + timedelta(minutes=1)
    report = Report(shipment.tracking_number or "", "dhl", (Scan(at, status, status),))
    await take_report(report, source="dhl", settings=settings, now=at)


@pytest.mark.parametrize("rest", ["label_created", None])
async def test_what_has_left_comes_back_and_the_rest_is_cancelled_in_one_go(
    database: Settings, rest: str | None
) -> None:
    order = await partly_shipped(rest=rest)
    made = await withdrawn(order, database)

    stopped, back = await read_sheet(made.id), await read_sheet(made.beside[0].id)
    assert (stopped.way, await pieces_of(stopped.id)) == (Way.CANCEL, {"MUG": 2, "POT": 1})
    assert (back.way, await pieces_of(back.id)) == (Way.WITHDRAWAL, {"MUG": 1})
    assert {stopped.status, back.status} == {Status.APPROVED}
    assert stopped.declared_at == back.declared_at
    assert [each.number for each in stopped.also] == [back.number]
    assert [each.number for each in back.also] == [stopped.number]
    assert made.numbers == f"{stopped.number}, {back.number}"


async def test_the_delivery_comes_back_once_and_the_cents_are_those_of_the_order(database: Settings) -> None:
    order = await partly_shipped(total=Decimal("54.57"), discount_total=Decimal("5.33"))
    offer = await seen(order, database, PAYS)
    made = await withdrawn(order, database, policy=PAYS)

    sheets = [await read_sheet(made.id), await read_sheet(made.beside[0].id)]
    assert [sheet.total.amount for sheet in sheets] == [part.estimate.total for part in offer.parts]
    assert [sheet.shipping.amount for sheet in sheets] == [0, Decimal("4.90")]
    assert [sheet.fee.amount for sheet in sheets] == [0, Decimal("4.00")]
    assert sum(sheet.goods.amount + sheet.shipping.amount for sheet in sheets) == Decimal("54.57")
    assert offer.estimate.total == Decimal("50.57")


async def test_money_that_went_back_before_is_promised_by_neither(database: Settings) -> None:
    order = await partly_shipped()
    await Order.filter(id=order.id).update(total=Decimal("30.00"), shipping_total=Decimal(0))
    offer = await seen(order, database)
    assert offer.estimate.total == Decimal("30.00")
    made = await withdrawn(order, database)
    sheets = [await read_sheet(made.id), await read_sheet(made.beside[0].id)]
    assert sum(sheet.total.amount for sheet in sheets) == Decimal("30.00")


async def test_of_a_line_of_which_some_were_chosen_those_still_in_the_shop_are_taken_first(database: Settings) -> None:
    order = await partly_shipped()
    mugs = await Line.get(order_id=order.id, sku="MUG")
    made = await withdrawn(order, database, {mugs.id: 2})
    assert (made.beside, await pieces_of(made.id)) == ((), {"MUG": 2})
    assert (await read_sheet(made.id)).way is Way.CANCEL

    rest = await seen(order, database)
    assert [(part.way, dict(part.pieces)) for part in rest.parts][1] == (Way.WITHDRAWAL, {mugs.id: 1})


async def test_what_leaves_between_the_two_taps_comes_back_and_nothing_doubles(database: Settings) -> None:
    order = await partly_shipped()
    chosen = dict((await seen(order, database)).chosen)
    await moves(order, "picked_up", database)
    made = await withdrawn(order, database, chosen)

    assert (await read_sheet(made.id)).way is Way.WITHDRAWAL
    assert (made.beside, await pieces_of(made.id)) == ((), {"MUG": 3, "POT": 1})
    assert await Return.all().count() == 1


async def test_a_scan_of_what_left_before_touches_no_cancellation_and_one_of_the_rest_does(database: Settings) -> None:
    order = await partly_shipped()
    made = await withdrawn(order, database)
    await moves(order, "out_for_delivery", database, position=1)
    assert (await read_sheet(made.id)).way is Way.CANCEL

    await moves(order, "in_transit", database)
    sheet = await read_sheet(made.id)
    assert (sheet.way, sheet.status) == (Way.WITHDRAWAL, Status.APPROVED)
    assert await ReturnStep.filter(request_id=made.id, act="gone").count() == 1


async def test_two_lines_of_one_article_are_one_heap(database: Settings) -> None:
    """The parcel names the article, not the line: what has left of the first is not taken for the second."""
    lines = [Item("Becher", 2, "10.00", "MUG"), Item("Becher", 2, "10.00", "MUG")]
    gone = parcel(scan("in_transit", at=DELIVERED), contents=[{"sku": "MUG", "quantity": 2}])
    order = await an_order(lines=lines, parcels=[gone], ship_country="DE")
    made = await withdrawn(order, database)
    assert [await pieces_of(each.id) for each in (made, *made.beside)] == [{"MUG": 2}, {"MUG": 2}]
    await moves(order, "out_for_delivery", database, position=1)
    assert (await read_sheet(made.id)).way is Way.CANCEL


async def test_the_staff_have_a_case_each_that_names_the_other_and_the_shop_a_job_each(database: Settings) -> None:
    told = {"shop_callback_url": "https://shop.example.org/bote", "shop_callback_secret": "x" * 32}
    shop = Settings(**database.model_dump() | told)
    order = await partly_shipped()
    made = await withdrawn(order, shop)
    back = made.beside[0]

    for one, other, cause in ((made, back, "cancel"), (back, made, "return")):
        case = await find_case(one.id)
        assert case
        assert case.cause == cause
        assert other.number in (case.facts or "")
    calls = {call.topic: call.body for call in await ShopCall.all().order_by("id")}
    assert list(calls) == [Topic.CANCEL_ORDER, Topic.APPROVED]
    items = {
        topic: {item["sku"]: item["quantity"] for item in body["return"]["items"]} for topic, body in calls.items()
    }
    assert items == {Topic.CANCEL_ORDER: {"MUG": 2, "POT": 1}, Topic.APPROVED: {"MUG": 1}}
    described = await describe_return(made.number, tz=shop.time_zone)
    assert described["declared_with"] == [{"number": back.number, "status": "approved"}]


async def test_whoever_takes_back_one_part_keeps_the_delivery_and_the_other_goes_on(database: Settings) -> None:
    order = await partly_shipped()
    made = await withdrawn(order, database)
    await cancel(made.beside[0].id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.total.amount) == (Status.APPROVED, Decimal("45.00"))
    again = await seen(order, database)
    assert [(part.way, sum(part.pieces.values())) for part in again.parts] == [(Way.WITHDRAWAL, 1)]


async def test_sending_back_offers_what_has_left_alone(database: Settings) -> None:
    order = await partly_shipped(first="delivered")
    offer = await read_offer(order.id, **reading(order, database))
    assert [(line.sku, line.eligibility.sent) for line in offer.lines] == [("MUG", 1)]
    mugs = offer.lines[0].id
    with pytest.raises(WayClosedError):
        await asked(order, Piece(mugs, 2), way=Way.GOODWILL, settings=database)
    made = await asked(order, Piece(mugs, 1), way=Way.GOODWILL, settings=database)
    assert made.status is Status.APPROVED
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    doors = await doors_of(card, settings=database, now=SOON)
    assert (doors.withdraw, doors.send_back, doors.change) == (True, False, True)


async def test_where_a_parcel_does_not_say_what_it_holds_everything_may_have_left(database: Settings) -> None:
    order = await an_order(lines=[MUGS, POT], parcels=[parcel("in_transit"), parcel("label_created", contents=REST)])
    made = await withdrawn(order, database)
    assert (made.beside, (await read_sheet(made.id)).way) == ((), Way.WITHDRAWAL)


async def test_what_the_shop_calls_sent_is_no_longer_there_whatever_the_parcels_hold(database: Settings) -> None:
    order = await partly_shipped(rest=None, status="completed")
    made = await withdrawn(order, database)
    assert (made.beside, (await read_sheet(made.id)).way) == ((), Way.WITHDRAWAL)


async def test_what_the_shop_paid_back_by_itself_is_taken_for_what_had_not_left(database: Settings) -> None:
    order = await partly_shipped()
    await Line.filter(order_id=order.id, sku="MUG").update(refunded=2)
    offer = await seen(order, database)
    assert [(part.way, sum(part.pieces.values())) for part in offer.parts] == [(Way.CANCEL, 1), (Way.WITHDRAWAL, 1)]


@pytest.mark.parametrize("_", range(4))
async def test_of_two_who_withdraw_at_once_one_does_and_every_piece_is_in_one_return(
    database: Settings, _: int
) -> None:
    order = await partly_shipped()
    chosen = dict((await seen(order, database)).chosen)
    results = await asyncio.gather(
        *(withdrawn(order, database, chosen) for _ in range(3)),
        moves(order, "picked_up", database),
        return_exceptions=True,
    )
    refused = [each for each in results if isinstance(each, BaseException)]
    assert [type(each) for each in refused] == [NothingLeftError] * 2

    lines = {line.id: line.quantity for line in await Line.filter(order_id=order.id)}
    rows = await Return.filter(order_id=order.id).exclude(status__in=list(OVER))
    for line_id, bought in lines.items():
        held = await ReturnItem.filter(line_id=line_id, request_id__in=[row.id for row in rows])
        assert sum(item.quantity for item in held) == bought
    assert {row.way for row in rows} == {Way.WITHDRAWAL}  # whoever came first, it has left by now
    assert sum(row.goods + row.shipping for row in rows) == Decimal("59.90")


@pytest.mark.parametrize("rest", ["label_created", None])
async def test_the_period_of_what_has_come_begins_without_what_was_cancelled(
    database: Settings, rest: str | None
) -> None:
    order = await partly_shipped(first="delivered", rest=rest)
    waits = await seen(order, database)
    assert waits.until is None
    await withdrawn(order, database, dict(waits.parts[0].pieces))

    late = reading(order, database) | {"now": DELIVERED + timedelta(days=40)}
    assert not (await read_withdrawal(order.id, **late)).lines
    in_time = await read_withdrawal(order.id, **reading(order, database))
    assert in_time.until == date(2026, 11, 19)  # the eighteenth is a holiday in Saxony
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    assert (await doors_of(card, settings=database, now=SOON)).withdraw
    assert not (await doors_of(card, settings=database, now=late["now"])).withdraw
