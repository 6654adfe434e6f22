"""Asking the shop to cancel what the law excludes: one request at a time, a no with its reason, and all or nothing."""

import asyncio
from functools import partial
from typing import Any

import pytest
from tortoise.exceptions import IntegrityError

from bot.config import Settings
from bot.customers.models import Chat
from bot.db import connection
from bot.outbox.models import Push
from bot.returns.cancel_asked import ask_for_rest, read_rest, withdraw_and_ask
from bot.returns.changes import LeftMeanwhileError, WhyMissingError, answer_change, ask_for_change, mind_changes
from bot.returns.models import Return
from bot.returns.policy import DEFAULT
from bot.shop.models import Line, Order, Shipment
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import Item, a_product, an_order, parcel
from tests.support.returns import SOON

CHOCOLATES = Item("Pralinen", 2, "8.00", "CHOC")


@pytest.fixture
def staffed(database: Settings) -> Settings:
    return database.model_copy(update={"staff_chat_id": -100})


async def asking(settings: Settings, *more: Item) -> tuple[int, dict[str, Any]]:
    """An unsent order, by its id and what a verb has to know."""
    await a_product("CHOC", return_exclusion="perishable")
    order = await an_order("1001", lines=(CHOCOLATES, *more), parcels=[parcel("label_created")], ship_country="DE")
    await Chat.create(id=7, locale="de", first_name="Anna", created_at=SOON)
    about: dict[str, Any] = {
        "customer_ids": [order.customer_id],
        "chat_id": 7,
        "locale": "de",
        "settings": settings,
        "now": SOON,
    }
    return order.id, about


async def answered(settings: Settings, *, done: bool) -> None:
    case = await Case.get(status="open", cause="change")
    await CaseMessage.create(case_id=case.id, author="staff", text="Ist schon angefertigt.", at=SOON)
    assert await answer_change(case.id, done=done, staff_id=1, settings=settings, now=SOON)


@pytest.mark.parametrize(("done", "again"), [(False, True), (True, False)])
async def test_after_a_no_they_may_ask_again_and_after_a_yes_they_need_not(
    staffed: Settings, *, done: bool, again: bool
) -> None:
    order_id, about = await asking(staffed)
    reading = {name: about[name] for name in ("customer_ids", "settings", "now")}
    assert [await ask_for_rest(order_id, **about) for _ in range(2)] == [True, False]
    assert (await read_rest(order_id, **reading)).is_waiting
    await answered(staffed, done=done)

    assert bool((await read_rest(order_id, **reading)).lines) is again
    assert await ask_for_rest(order_id, **about) is again
    assert await Case.filter(cause="change").count() == 1 + again


async def test_two_taps_at_once_are_one_request(staffed: Settings) -> None:
    order_id, about = await asking(staffed)
    await asyncio.gather(*(ask_for_rest(order_id, **about) for _ in range(2)))
    assert await Case.filter(cause="change").count() == 1


async def test_no_request_is_declined_before_somebody_has_written_why(staffed: Settings) -> None:
    order_id, about = await asking(staffed)
    await ask_for_rest(order_id, **about)
    case = await Case.get(cause="change")
    with pytest.raises(WhyMissingError):
        await answer_change(case.id, done=False, staff_id=1, settings=staffed, now=SOON)

    assert (await Case.get(id=case.id)).status == "open"
    await answered(staffed, done=False)
    assert (await Case.get(id=case.id)).resolved_action == "nothing"


@pytest.mark.sqlite
async def test_nothing_is_declared_where_the_request_beside_it_fails(staffed: Settings) -> None:
    order_id, about = await asking(staffed, Item("Kaffeebecher", 1, "10.00", "MUG"))
    mug = await Line.get(sku="MUG")
    declaring = partial(withdraw_and_ask, order_id, {mug.id: 1}, asks=True, policy=DEFAULT, declared_at=None, **about)
    trigger = "BEFORE INSERT ON ticket_case WHEN NEW.cause = 'change' BEGIN SELECT RAISE(ABORT, 'no'); END"
    await connection().execute_script(f"CREATE TRIGGER no_request {trigger}")
    with pytest.raises(IntegrityError):
        await declaring()

    assert not await Return.exists()
    await connection().execute_script("DROP TRIGGER no_request")
    made, asked = await declaring()
    assert ((await Return.get(id=made.id)).status, asked) == ("approved", True)


async def leaves(order_id: int) -> None:
    await Shipment.filter(order_id=order_id).update(status="in_transit")


async def test_what_has_left_cannot_have_been_cancelled(staffed: Settings) -> None:
    order_id, about = await asking(staffed)
    await ask_for_rest(order_id, **about)
    case = await Case.get(cause="change")
    await leaves(order_id)
    with pytest.raises(LeftMeanwhileError):
        await answer_change(case.id, done=True, staff_id=1, settings=staffed, now=SOON)
    assert (await Case.get(id=case.id)).status == "open"


async def test_both_sides_hear_that_it_has_left_before_anybody_answered(staffed: Settings) -> None:
    order_id, about = await asking(staffed)
    await ask_for_rest(order_id, **about)
    assert await mind_changes(staffed, now=SOON) == 0
    await leaves(order_id)
    assert [await mind_changes(staffed, now=SOON) for _ in range(2)] == [1, 0]
    case = await Case.get(cause="change")
    assert (case.status, case.closed_because, case.buttons) == ("closed", "shipped", [])
    [told] = await Push.filter(chat_id=7, once__contains=f"change:{case.id}:late")
    assert "ist inzwischen verschickt" in told.params["text"]


async def test_what_the_shop_has_cancelled_itself_is_answered_with_yes(staffed: Settings) -> None:
    order_id, about = await asking(staffed)
    await ask_for_rest(order_id, **about)
    await Order.filter(id=order_id).update(status="cancelled", state="cancelled")
    assert await mind_changes(staffed, now=SOON) == 0
    await answered(staffed, done=True)


@pytest.mark.parametrize("wish", ["address", "items"])
async def test_another_address_may_be_what_has_left(staffed: Settings, wish: str) -> None:
    order_id, about = await asking(staffed)
    assert await ask_for_change(order_id, wish, "Ring 5, 10115 Berlin", policy=DEFAULT, **about)
    await leaves(order_id)
    assert await mind_changes(staffed, now=SOON) == 0
    await answered(staffed, done=True)
