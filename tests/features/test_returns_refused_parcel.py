"""A parcel of a withdrawn order that was refused at the door belongs to its return, and opens no case of its own."""

from datetime import timedelta
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.scans import take_report
from bot.returns.cases import find_case
from bot.returns.looking import read_sheet
from bot.returns.moving import cancel
from bot.returns.policy import DEFAULT
from bot.returns.requested import Requested
from bot.returns.withdrawing import withdraw
from bot.shipping.carriers.reports import Report, Scan
from bot.shop.models import Line, Order, Shipment
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON

STUCK = "The parcel need not be delivered any more"
REFUSED, AWAY = "consignee_refused", "consignee_incorrect_address"
MUG, TEA = [{"sku": "MUG", "quantity": 1}], [{"sku": "TEA", "quantity": 1}]


async def on_its_way(*contents: Any) -> Order:
    return await an_order(
        lines=[Item("Becher", 1, "10.00", "MUG"), Item("Tee", 1, "5.00", "TEA")],
        parcels=[parcel(scan("in_transit", at=DELIVERED), contents=each) for each in contents or (MUG + TEA,)],
        ship_country="DE",
    )


async def withdrawn(order: Order, settings: Settings, *skus: str) -> Requested:
    lines = await Line.filter(order_id=order.id, sku__in=skus or ("MUG", "TEA"))
    here: dict[str, Any] = {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": SOON}
    return await withdraw(order.id, {line.id: 1 for line in lines}, chat_id=7, locale="de", **here)


async def stuck(order: Order, reason: str, settings: Settings, *, hours: int = 1) -> None:
    shipment, at = await Shipment.filter(order_id=order.id).order_by("id").first(), SOON + timedelta(hours=hours)
    assert shipment
    told = (Scan(at, reason, "exception", reason),)
    await take_report(Report(shipment.tracking_number or "", "dhl", told), source="dhl", settings=settings, now=at)


async def exceptions() -> list[str]:
    return [case.status for case in await Case.filter(cause="exception").order_by("id")]


async def notes_of(made: Requested) -> list[str]:
    case = await find_case(made.id)
    assert case
    notes = await CaseMessage.filter(case_id=case.id, text__contains=STUCK)
    return [note.text or "" for note in notes]


@pytest.mark.parametrize("reason", [REFUSED, AWAY])
async def test_it_is_a_line_of_the_return_and_no_case_of_its_own(database: Settings, reason: str) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database)
    for hours in (1, 2):
        await stuck(order, reason, database, hours=hours)
    assert await exceptions() == []
    [note] = await notes_of(made)
    assert made.number in note
    assert (await read_sheet(made.id)).is_away


async def test_one_that_was_refused_before_it_was_withdrawn_from_goes_to_the_return(database: Settings) -> None:
    order = await on_its_way()
    await stuck(order, REFUSED, database)
    assert await exceptions() == ["open"]
    made = await withdrawn(order, database)
    [case] = await Case.filter(cause="exception")
    assert (case.status, case.closed_because) == ("closed", "declared")
    assert len(await notes_of(made)) == 1


async def test_a_case_that_somebody_has_taken_stays_theirs(database: Settings) -> None:
    order = await on_its_way()
    await stuck(order, REFUSED, database)
    await Case.filter(cause="exception").update(owner_id=501)
    await withdrawn(order, database)
    assert await exceptions() == ["open"]


async def test_a_parcel_with_something_else_is_still_to_be_delivered(database: Settings) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database, "MUG")
    await stuck(order, REFUSED, database)
    assert await exceptions() == ["open"]
    assert await notes_of(made) == []


async def test_only_the_parcel_that_was_withdrawn_from(database: Settings) -> None:
    order = await on_its_way(TEA, MUG)
    made = await withdrawn(order, database, "MUG")
    await stuck(order, REFUSED, database)
    assert await exceptions() == ["open"]
    assert await notes_of(made) == []


async def test_whoever_takes_the_withdrawal_back_has_the_parcel_looked_after_again(database: Settings) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database)
    await stuck(order, REFUSED, database)
    later = SOON + timedelta(hours=2)
    await cancel(made.id, customer_ids=[order.customer_id or 0], settings=database, now=later)
    assert await exceptions() == ["open"]
