"""A withdrawal from what is still on its way: leave the parcel alone; whoever has taken it sends it back then."""

from datetime import timedelta
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Link
from bot.i18n import html, plain
from bot.outbox.models import Push
from bot.returns.arriving import mind_arrival
from bot.returns.looking import read_sheet
from bot.returns.machine import Step
from bot.returns.models import ReturnStep
from bot.returns.policy import DEFAULT, Policy
from bot.returns.send_by import FIRST_REMINDER
from bot.returns.sending_back import read_offer
from bot.returns.unsent import mind_unsent
from bot.returns.whereabouts import Whereabouts
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.returns.wording import Reader, deadlines, next_line
from bot.shop.models import Line, Order, Shipment
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.postman import a_chat
from tests.support.returns import DELIVERED, SOON

ITSELF = Policy(label_by_shop=False, address=("Laden", "Weg 1"))
ARRIVED = SOON + timedelta(hours=3)


async def on_its_way(status: str = "in_transit", *, settings: Settings, policy: Policy = DEFAULT) -> Any:
    """A mug and a tea in one parcel; both are withdrawn from."""
    order = await an_order(
        lines=[Item("Mug", 1, "10.00", "MUG"), Item("Tea", 1, "5.00", "TEA")],
        parcels=[parcel(status)],
        ship_country="DE",
        placed_at=DELIVERED,
    )
    return order, await withdrawn(order, settings, policy)


async def withdrawn(order: Order, settings: Settings, policy: Policy = DEFAULT) -> Any:
    here = about(order, settings, policy)
    offer = await read_withdrawal(order.id, **here)
    return await withdraw(order.id, offer.chosen, chat_id=7, locale="de", **here)


def about(order: Order, settings: Settings, policy: Policy = DEFAULT) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": policy, "settings": settings, "now": SOON}


async def arrives(order: Order, settings: Settings) -> None:
    await Shipment.filter(order_id=order.id).update(status="delivered", delivered_at=ARRIVED)
    await mind_arrival(order.id, settings=settings, now=ARRIVED)


def reader(settings: Settings) -> Reader:
    return Reader("de", settings.time_zone, "Laden")


async def test_nothing_is_to_be_sent_and_no_label_is_promised_while_it_is_on_its_way(database: Settings) -> None:
    _, made = await on_its_way(settings=database)
    sheet = await read_sheet(made.id)
    assert (sheet.away, sheet.is_away, sheet.step) == (Whereabouts(coming=2), True, Step.CARRIER_BRINGS)
    assert next_line(sheet, reader(database)) == html("de", "return-next-coming")
    await mind_unsent(database, now=SOON + FIRST_REMINDER)
    assert not await Push.filter(once__contains=":waiting-").exists()


async def test_who_keeps_something_of_the_parcel_is_not_told_to_refuse_it(database: Settings) -> None:
    order = await an_order(
        lines=[Item("Mug", 1, "10.00", "MUG"), Item("Tea", 1, "5.00", "TEA")],
        parcels=[parcel("in_transit")],
        ship_country="DE",
        placed_at=DELIVERED,
    )
    mug, tea = await Line.filter(order_id=order.id).order_by("position")
    here = about(order, database)
    assert (await read_withdrawal(order.id, chosen={mug.id: 1}, **here)).away == Whereabouts(coming=1, beside=1)
    first = await withdraw(order.id, {mug.id: 1}, chat_id=7, locale="de", **here)
    sheet = await read_sheet(first.id)
    assert next_line(sheet, reader(database)) == html("de", "return-next-coming-some")

    assert (await read_withdrawal(order.id, chosen={tea.id: 1}, **here)).away == Whereabouts(coming=1)
    second = await withdraw(order.id, {tea.id: 1}, chat_id=7, locale="de", **here)
    for made in (first, second):
        sheet = await read_sheet(made.id)
        assert next_line(sheet, reader(database)) == html("de", "return-next-coming"), "nothing of it is kept"


async def test_what_comes_back_by_itself_is_not_to_be_sent_at_all(database: Settings) -> None:
    _, made = await on_its_way("returning", settings=database)
    sheet = await read_sheet(made.id)
    assert (sheet.away, next_line(sheet, reader(database))) == (Whereabouts(back=2), html("de", "return-next-back"))


async def test_the_days_for_sending_begin_when_it_has_come_and_that_is_told_once(database: Settings) -> None:
    order, made = await on_its_way(settings=database, policy=ITSELF)
    await a_chat(7, locale="de")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    before = await read_sheet(made.id)
    assert (before.send_by, deadlines(before, reader(database))[:-1]) == (None, [])
    for _ in range(2):
        await arrives(order, database)
    sheet = await read_sheet(made.id)
    assert (sheet.is_away, sheet.step) == (False, Step.CUSTOMER_SENDS)
    assert sheet.send_by == (ARRIVED + timedelta(days=14)).date() + timedelta(days=2)  # a Saturday, moved on
    assert await ReturnStep.filter(request_id=made.id, act="arrived").count() == 1
    [push] = await Push.filter(once__contains=":arrived-")
    assert plain("de", "return-push-arrived").partition(":")[0][:20] in str(push.params)


async def test_a_parcel_that_comes_with_something_else_asks_for_nothing(database: Settings) -> None:
    order = await an_order(
        lines=[Item("Mug", 1, "10.00", "MUG"), Item("Tea", 1, "5.00", "TEA")],
        parcels=[
            parcel(scan("delivered", at=DELIVERED), contents=[{"sku": "MUG", "quantity": 1}]),
            parcel("in_transit", contents=[{"sku": "TEA", "quantity": 1}]),
        ],
        ship_country="DE",
        placed_at=DELIVERED,
    )
    mug = await Line.get(order_id=order.id, sku="MUG")
    made = await withdraw(order.id, {mug.id: 1}, chat_id=7, locale="de", **about(order, database))
    assert (await read_sheet(made.id)).away == Whereabouts()
    await Shipment.filter(order_id=order.id, position=2).update(status="delivered", delivered_at=ARRIVED)
    await mind_arrival(order.id, settings=database, now=ARRIVED)
    assert not await ReturnStep.filter(act="arrived").exists()


@pytest.mark.parametrize(("is_here", "at_hand"), [(False, []), (True, ["MUG", "TEA"])])
async def test_a_complaint_waits_for_the_parcel_unless_its_customer_says_that_it_is_there(
    database: Settings, is_here: bool, at_hand: list[str]
) -> None:
    order = await an_order(
        lines=[Item("Mug", 1, "10.00", "MUG"), Item("Tea", 1, "5.00", "TEA")],
        parcels=[parcel("out_for_delivery")],
        ship_country="DE",
        placed_at=DELIVERED,
    )
    offer = await read_offer(order.id, is_here=is_here, **about(order, database))
    assert ([line.sku for line in offer.lines], offer.may_withdraw) == (at_hand, not is_here)
