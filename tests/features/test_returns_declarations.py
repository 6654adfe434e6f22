"""What of an order was withdrawn from, as its card and every list of orders tell it."""

from typing import Any

import pytest

from bot.config import LOCALES, Locale, Settings
from bot.customers.profile import Profile
from bot.i18n import raise_on_faulty_texts
from bot.returns.declarations import Declarations, Declared, Place, declarations_of, still_awaited, withdrawn_orders
from bot.returns.models import Return
from bot.returns.policy import DEFAULT
from bot.returns.withdrawing import withdraw
from bot.shop.models import Line, Order, Shipment
from bot.shop.orders import list_orders
from bot.support.arriving import arrival_of
from dialogs.order_declared import declared_text
from tests.support.builders import Item, an_order, parcel
from tests.support.returns import DELIVERED, SOON

MUG, TEA = Item("Mug", 2, "10.00", "MUG"), Item("Tea", 1, "5.00", "TEA")


async def ordered(status: str | None = None, **columns: Any) -> tuple[Order, list[Line]]:
    sent = [parcel(status, expected_on=SOON.date())] if status else []
    order = await an_order(lines=[MUG, TEA], parcels=sent, status="processing", placed_at=DELIVERED, **columns)
    return order, await Line.filter(order_id=order.id).order_by("position")


async def withdraws(order: Order, pieces: dict[int, int], settings: Settings) -> None:
    given: dict[str, Any] = {"customer_ids": [order.customer_id], "chat_id": 7, "locale": "de"}
    await withdraw(order.id, pieces, policy=DEFAULT, settings=settings, now=SOON, **given)


@pytest.mark.parametrize(
    ("status", "place"),
    [(None, Place.STOPPED), ("in_transit", Place.COMING), ("returning", Place.BACK), ("delivered", Place.HERE)],
)
async def test_a_whole_withdrawal_says_what_is_to_be_done_about_the_goods(
    database: Settings, status: str | None, place: Place
) -> None:
    order, lines = await ordered(status)
    await withdraws(order, {line.id: line.quantity for line in lines}, database)
    found = await declarations_of(order.id)
    assert (found.is_whole, found.is_stopped) == (True, place is Place.STOPPED)
    assert [(each.at, each.place, each.pieces) for each in found.each] == [(SOON, place, (("Mug", 2), ("Tea", 1)))]
    assert await withdrawn_orders([order.id]) == {order.id: True}


async def test_a_part_leaves_the_rest_awaited(database: Settings) -> None:
    order, lines = await ordered("in_transit")
    await withdraws(order, {lines[0].id: 1}, database)
    assert await withdrawn_orders([order.id]) == {order.id: False}
    arrival = await arrival_of(order.id, None, customer_ids=[order.customer_id or 0], today=SOON.date())
    assert (arrival.expected_on, arrival.is_over) == (SOON.date(), False)
    await withdraws(order, {lines[0].id: 1, lines[1].id: 1}, database)
    assert await withdrawn_orders([order.id]) == {order.id: True}
    arrival = await arrival_of(order.id, None, customer_ids=[order.customer_id or 0], today=SOON.date())
    assert (arrival.expected_on, arrival.is_over, arrival.is_late) == (None, True, False)


async def test_what_the_shop_has_paid_back_besides_is_not_counted_twice(database: Settings) -> None:
    order, lines = await ordered()
    await withdraws(order, {lines[0].id: 1}, database)
    await Line.filter(id=lines[0].id).update(refunded=1)  # of the same piece
    await Line.filter(id=lines[1].id).update(refunded=1)
    assert await withdrawn_orders([order.id]) == {order.id: False}


async def test_nobody_waits_for_what_was_withdrawn_from_and_taking_it_back_ends_that(database: Settings) -> None:
    order, lines = await ordered()
    await withdraws(order, {line.id: line.quantity for line in lines}, database)
    page = await list_orders([order.customer_id or 0], today=SOON.date())
    assert await still_awaited(page.orders) == []
    await Return.all().update(status="cancelled")
    assert [each.id for each in await still_awaited(page.orders)] == [order.id]
    assert await declarations_of(order.id) == Declarations()


async def test_a_parcel_that_is_there_is_no_longer_one_to_leave_alone(database: Settings) -> None:
    order, lines = await ordered("in_transit")
    await withdraws(order, {line.id: line.quantity for line in lines}, database)
    await Shipment.filter(order_id=order.id).update(status="delivered", delivered_at=SOON)
    [only] = (await declarations_of(order.id)).each
    assert only.place is Place.HERE


@pytest.mark.parametrize("locale", LOCALES)
def test_every_place_has_its_words(locale: Locale, settings: Settings) -> None:
    raise_on_faulty_texts()
    profile = Profile(7, locale, True, settings.time_zone, False, (1,), "Anna")
    each = tuple(Declared("R-1", SOON, place, (("Mug", 2),)) for place in Place)
    told = declared_text(Declarations(each), profile)
    assert told.count("Mug") == 4  # as many as are told
    for only in each:
        assert "Mug" not in declared_text(Declarations((only,), is_whole=True), profile)
