"""A withdrawal after a favour: what was sent need not be sent again, and a label that was given brings it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.label_polls import claim_label, enter_labels
from bot.db import unit_of_work
from bot.returns.doors import doors_of
from bot.returns.labels import NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import move, tell_sent
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece
from bot.returns.scanning import find_label, follow_label
from bot.returns.settling import settle
from bot.returns.unsaid import told_sent_at
from bot.returns.withdrawing import Withdrawal, read_withdrawal, withdraw
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Line, Order
from bot.shop.orders import get_order
from bot.shop.statuses import ShipmentStatus
from tests.support.returns import SOON, a_delivered_order, asked

HOUR = timedelta(hours=1)
NUMBER = "OLD1234567"


async def a_favour(settings: Settings, stands: str, *, pieces: int = 3, **columns: Any) -> tuple[Order, Line, int]:
    """Of three mugs for 10 each so many go back by the shop's goodwill, and stand there."""
    order, line = await a_delivered_order(**columns)
    made = await asked(order, Piece(line.id, pieces, "unwanted"), way=Way.GOODWILL, settings=settings)
    label = NewLabel(code="OLD", tracking_number=NUMBER, carrier="dhl")
    await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, settings=settings, now=SOON, staff_id=501)
    here: dict[str, Any] = {"settings": settings, "now": SOON}
    if stands == "told":
        await tell_sent(made.id, customer_ids=[order.customer_id or 0], **here)
    elif stands == "scanned":
        await move(made.id, Status.IN_TRANSIT, by=Actor.CARRIER, **here)
    elif stands == "partly here":
        await receive(made.id, {line.id: 1}, staff_id=501, **here)
    elif stands != "labelled":
        await receive(made.id, by=Actor.CARRIER, **here)
    if stands == "checked":
        await check(made.id, Finding({line.id: 1}, why="worn"), policy=DEFAULT, staff_id=501, **here)
    return order, line, made.id


def reading(order: Order, settings: Settings, policy: Policy = DEFAULT) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": policy, "settings": settings, "now": SOON + HOUR}


async def seen(order: Order, settings: Settings, some: dict[int, int] | None = None, **more: Any) -> Withdrawal:
    return await read_withdrawal(order.id, chosen=some, **reading(order, settings, **more))


async def withdrawn(
    order: Order, settings: Settings, some: dict[int, int] | None = None, **more: Any
) -> list[Requested]:
    offer = await seen(order, settings, some, **more)
    made = await withdraw(order.id, offer.choice, chat_id=7, locale="de", **reading(order, settings, **more))
    parts = [made, *made.beside]
    assert [each.estimate for each in parts] == [part.estimate for part in offer.parts]
    return parts


async def scanned(word: ShipmentStatus, settings: Settings, *, at: Any = SOON + 2 * HOUR) -> None:
    found = await find_label(NUMBER)
    assert found
    event = ParcelEvent(at, word.value, word, None, word.value, "")
    await follow_label(found.return_id, [event], settings=settings, now=at)


STANDS = {
    "told": Status.IN_TRANSIT,
    "scanned": Status.IN_TRANSIT,
    "partly here": Status.PARTIALLY_RECEIVED,
    "here": Status.RECEIVED,
    "checked": Status.RECEIVED,
}


@pytest.mark.parametrize("stands", STANDS)
async def test_what_was_sent_with_a_favour_is_withdrawn_from_and_need_not_be_sent_again(
    database: Settings, stands: str
) -> None:
    columns: dict[str, Any] = {"total": Decimal("34.90"), "shipping_total": Decimal("4.90")}
    order, line, favour = await a_favour(database, stands, **columns)
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    assert (await doors_of(card, settings=database, now=SOON)).withdraw
    offer = await seen(order, database)
    assert (offer.sent, offer.estimate.total) == (stands != "partly here", Decimal("34.90"))

    [made] = await withdrawn(order, database)
    sheet, ended = await read_sheet(made.id), await read_sheet(favour)
    assert (sheet.way, sheet.status) == (Way.WITHDRAWAL, STANDS[stands])
    assert (ended.status, ended.overtaken_by) == (Status.CANCELLED, sheet.number)
    assert [piece.received for piece in sheet.pieces] == [{"told": 0, "scanned": 0, "partly here": 1}.get(stands, 3)]
    assert (await told_sent_at(made.id) is not None) == (stands == "told")
    if sheet.status is not Status.RECEIVED:
        await scanned(ShipmentStatus.DELIVERED, database)
    here: dict[str, Any] = {"settings": database, "now": SOON + 3 * HOUR, "staff_id": 501}
    await check(made.id, Finding(), policy=DEFAULT, **here)
    assert (await settle(made.id, "refund", **here)).amount == Decimal("34.90")
    assert [item.accepted for item in await ReturnItem.filter(request_id=made.id)] == [3]
    assert line.id in {piece.line_id for piece in sheet.pieces}


@pytest.mark.parametrize("stands", ["labelled", "scanned"])
async def test_of_a_favour_that_goes_on_in_part_one_parcel_brings_both(database: Settings, stands: str) -> None:
    order, line, favour = await a_favour(database, stands)
    [made] = await withdrawn(order, database, {line.id: 1})
    expected = Status.LABEL_SENT if stands == "labelled" else Status.IN_TRANSIT
    for each, pieces in ((made.id, 1), (favour, 2)):
        sheet = await read_sheet(each)
        assert (sheet.status, [piece.quantity for piece in sheet.pieces]) == (expected, [pieces])
        assert sheet.goods.amount == 10 * pieces
    await scanned(ShipmentStatus.DELIVERED, database)
    assert [(await read_sheet(each)).status for each in (made.id, favour)] == [Status.RECEIVED] * 2


async def test_what_has_come_of_a_part_stays_counted_once(database: Settings) -> None:
    order, line, favour = await a_favour(database, "partly here")
    [made] = await withdrawn(order, database, {line.id: 2})
    assert [(await read_sheet(each)).status for each in (favour, made.id)] == [Status.RECEIVED, Status.IN_TRANSIT]
    items = await ReturnItem.all().order_by("request_id")
    assert [(item.quantity, item.received) for item in items] == [(1, 1), (2, 0)]


async def test_what_was_checked_before_a_part_of_it_was_withdrawn_from_is_worth_no_more_than_is_left(
    database: Settings,
) -> None:
    order, line, favour = await a_favour(database, "checked")
    [made] = await withdrawn(order, database, {line.id: 2})
    item = await ReturnItem.get(request_id=favour)
    assert (item.quantity, item.received, item.accepted) == (1, 1, 1)
    assert (await read_sheet(favour)).due.amount == 10
    assert (await read_sheet(made.id)).status is Status.RECEIVED


async def test_what_is_still_with_the_customer_is_sent_and_what_was_sent_is_not(database: Settings) -> None:
    columns: dict[str, Any] = {"total": Decimal("34.90"), "shipping_total": Decimal("4.90")}
    order, _line, favour = await a_favour(database, "scanned", pieces=2, **columns)
    pays = Policy(customer_pays=True, fee=Decimal("4.00"))
    offer = await seen(order, database, policy=pays)
    assert [(part.comes_back, part.is_sent, part.estimate.fee) for part in offer.parts] == [
        (True, False, Decimal(4)),
        (False, True, Decimal(0)),
    ]
    to_send, sent = await withdrawn(order, database, policy=pays)
    assert (await read_sheet(to_send.id)).status is Status.APPROVED
    assert (await read_sheet(sent.id)).status is Status.IN_TRANSIT
    assert (await Return.get(id=favour)).overtaken_by == sent.id
    assert sum(each.estimate.goods + each.estimate.shipping for each in (to_send, sent)) == Decimal("34.90")


async def test_a_label_that_was_printed_is_the_withdrawals_and_its_scans_count_from_when_it_was_given(
    database: Settings,
) -> None:
    order, _line, favour = await a_favour(database, "labelled")
    offer = await seen(order, database)
    assert [each.favour.label_until is not None for each in offer.overtakes] == [True]
    [made] = await withdrawn(order, database)
    row, before = await Return.get(id=made.id), await Return.get(id=favour)
    assert (row.status, row.label, row.label_key) == ("label_sent", before.label, NUMBER)
    assert row.send_by is not None
    await asks_for(database, [made.id])
    found = await find_label(NUMBER)
    assert found
    assert (found.return_id, found.sent_at) == (made.id, SOON)
    await scanned(ShipmentStatus.IN_TRANSIT, database, at=SOON + HOUR / 2)
    assert (await Return.get(id=made.id)).status == "in_transit"


@pytest.mark.parametrize(("days", "sends_by"), [(3, date(2026, 11, 23)), (20, date(2026, 12, 5))])
async def test_its_days_count_from_the_written_words_however_late_they_are_confirmed(
    database: Settings, days: int, sends_by: date
) -> None:
    """The fourteenth is a Saturday; where it is over when the words are confirmed, the day of the label counts."""
    order, line, favour = await a_favour(database, "labelled")
    late = {"now": SOON + timedelta(days=days), "declared_at": SOON}
    made = await withdraw(order.id, {line.id: 3}, chat_id=7, locale="de", **reading(order, database) | late)
    before, row, sheet = await Return.get(id=favour), await Return.get(id=made.id), await read_sheet(made.id)
    assert sheet.money_due_on(database.time_zone) == date(2026, 11, 21)
    assert (row.status, row.send_by, row.label) == ("label_sent", sends_by, before.label)
    assert (row.label_expires_on, before.label_expires_on) == (date(2026, 12, 5),) * 2


async def test_a_label_that_is_over_is_not_kept_but_followed_all_the_same(database: Settings) -> None:
    order, _line, favour = await a_favour(database, "labelled")
    await Return.filter(id=favour).update(label_expires_on=SOON.date() - timedelta(days=1))
    [made] = await withdrawn(order, database)
    assert (await Return.get(id=made.id)).status == "approved"
    await asks_for(database, [favour])
    await scanned(ShipmentStatus.IN_TRANSIT, database)
    assert (await Return.get(id=made.id)).status == "in_transit"


@unit_of_work
async def asks_for(settings: Settings, expected: list[int]) -> None:
    """Which labels the carrier is asked about."""
    now = SOON + 2 * HOUR
    await enter_labels(["dhl"], now, oldest=timedelta(days=90))
    asked_for = []
    while each := await claim_label("dhl", now, real=now, lease=HOUR):
        asked_for.append(each.return_id)
    assert asked_for == expected, settings.time_zone
