"""A piece that comes after its return was settled is booked, paid for and told, once and only if it was asked for."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.customers.models import Hold, Link
from bot.i18n import plain
from bot.loyalty.ledger import balance_of, book_purchase
from bot.outbox.models import Push
from bot.returns.acts import Task, tasks_of
from bot.returns.billing import left_of_order
from bot.returns.late import TakenElsewhereError, book_late, with_earlier
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnStep, ShopCall
from bot.returns.moving import MovedOnError, move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, TooManyError, check, receive
from bot.returns.refund_clock import mind_clocks
from bot.returns.refusing import Refusal
from bot.returns.requested import Requested
from bot.returns.requests import Piece
from bot.returns.scanning import follow_label
from bot.returns.settling import close, settle
from bot.returns.verdicts import NoReasonError
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Line, Order
from bot.shop.statuses import ShipmentStatus
from bot.tickets.models import Case
from tests.support.postman import a_chat
from tests.support.returns import SOON, a_delivered_order, asked

WEEKS_LATER = SOON + timedelta(days=30)
OTHER: dict[str, Any] = {"because": Refusal.OTHER}
NOT_OURS: dict[str, Any] = {"is_fine": False} | OTHER


def by_mia(settings: Settings, now: Any = SOON) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": now}


async def is_linked(order: Order) -> None:
    """The customer reads in chat 7, in German."""
    await a_chat(7, locale="de")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)


async def two_of_three(settings: Settings, *, is_closed: bool = False) -> tuple[Order, Line, Requested]:
    """Three were to come back; two came and were paid."""
    order, line = await a_delivered_order(total=Decimal(30))
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=settings)
    await receive(made.id, {line.id: 2}, is_all=True, **by_mia(settings))
    await check(made.id, Finding(why="one is missing"), policy=DEFAULT, **by_mia(settings))
    assert (await settle(made.id, "refund", **by_mia(settings))).status is Status.REFUNDED
    if is_closed:
        await close(made.id, **by_mia(settings))
    return order, line, made


@pytest.mark.parametrize("is_closed", [False, True])
async def test_the_third_is_booked_with_who_and_why_and_its_money_goes(database: Settings, is_closed: bool) -> None:
    order, line, made = await two_of_three(database, is_closed=is_closed)
    status = await book_late(made.id, {line.id: 1}, why="second parcel", **by_mia(database, WEEKS_LATER))
    assert status is Status.INSPECTED
    step = await ReturnStep.filter(request_id=made.id).order_by("-id").first()
    assert step is not None
    assert (step.status, step.staff_id, step.why) == ("inspected", 501, "second parcel")
    sheet = await read_sheet(made.id)
    assert (sheet.left.amount, sheet.outstanding, Task.SETTLE in tasks_of(sheet)) == (Decimal(10), {}, True)
    assert await Hold.filter(reason="return", released_at=None).exists()
    assert (await Case.get()).status != "closed"

    settled = await settle(made.id, "refund", **by_mia(database, WEEKS_LATER))
    assert (settled.amount, settled.status) == (Decimal(10), Status.REFUNDED)
    assert await left_of_order(order.id) == 0
    await close(made.id, **by_mia(database, WEEKS_LATER))
    assert not await Hold.filter(reason="return", released_at=None).exists()


async def test_no_more_than_was_asked_for_and_nothing_twice(database: Settings) -> None:
    _, line, made = await two_of_three(database)
    for wrong in ({line.id: 2}, {line.id: 0}, {}, {line.id: -1}, {line.id + 1: 1}):
        with pytest.raises(TooManyError):
            await book_late(made.id, wrong, why="x", **by_mia(database))
    with pytest.raises(NoReasonError):
        await book_late(made.id, {line.id: 1}, why="  ", **by_mia(database))
    await book_late(made.id, {line.id: 1}, why="x", **by_mia(database))
    with pytest.raises(MovedOnError):
        await book_late(made.id, {line.id: 1}, why="x", **by_mia(database))
    assert (await ReturnItem.get(request_id=made.id)).received == 3


async def test_what_is_in_another_return_by_now_is_booked_there(database: Settings) -> None:
    order, line, made = await two_of_three(database)
    other = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    with pytest.raises(TakenElsewhereError):
        await book_late(made.id, {line.id: 1}, why="x", **by_mia(database))
    assert (await ReturnItem.get(request_id=made.id)).received == 2
    await receive(other.id, **by_mia(database))


async def test_while_it_is_settled_again_nobody_can_ask_for_that_piece(database: Settings) -> None:
    order, line, made = await two_of_three(database)
    await book_late(made.id, {line.id: 1}, why="x", **by_mia(database))
    with pytest.raises(Exception, match="return-nothing-left"):
        await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)


async def test_what_is_not_as_it_should_be_brings_nothing_and_its_owner_reads_why(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    await is_linked(order)
    made = await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, {line.id: 1}, is_all=True, **by_mia(database))
    await check(made.id, Finding(why="one is missing"), policy=DEFAULT, **by_mia(database))
    await settle(made.id, "refund", **by_mia(database))
    status = await book_late(
        made.id, {line.id: 1}, why="another mug", is_fine=False, because=Refusal.OTHER, **by_mia(database)
    )
    assert (status, (await read_sheet(made.id)).left.amount) == (Status.REFUNDED, Decimal())
    texts = [push.params["text"] for push in await Push.filter(chat_id=7).order_by("id") if "text" in push.params]
    assert any("wir können ihn aber nicht annehmen" in text and "another mug" in text for text in texts)


async def test_what_was_found_before_stays_beside_what_is_found_late(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    await is_linked(order)
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, {line.id: 2}, is_all=True, **by_mia(database))
    await check(made.id, Finding({line.id: 1}, why="one is another", **OTHER), policy=DEFAULT, **by_mia(database))
    await settle(made.id, "refund", **by_mia(database))
    await book_late(made.id, {line.id: 1}, why="another mug", **NOT_OURS, **by_mia(database))
    assert (await read_sheet(made.id)).finding == "one is another · another mug"
    texts = [push.params["text"] for push in await Push.filter(chat_id=7).order_by("id") if "text" in push.params]
    [late] = [text for text in texts if "wir können ihn aber nicht annehmen" in text]
    assert "another mug" in late
    assert "one is another" not in late


def test_of_two_findings_that_are_too_long_the_newer_one_is_whole() -> None:
    told = with_earlier("a" * 200, "b" * 100)
    assert (len(told), told.endswith("a… · " + "b" * 100)) == (255, True)
    assert with_earlier("a" * 200, "b" * 300) == "b" * 255
    assert with_earlier("same", "same") == "same"


async def test_the_customer_hears_of_the_rest_and_of_its_money(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    await is_linked(order)
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, {line.id: 2}, is_all=True, **by_mia(database))
    await check(made.id, Finding(why="one is missing"), policy=DEFAULT, **by_mia(database))
    await settle(made.id, "refund", **by_mia(database))
    await book_late(made.id, {line.id: 1}, why="x", **by_mia(database, WEEKS_LATER))
    await settle(made.id, "refund", **by_mia(database, WEEKS_LATER))
    onces = [push.once for push in await Push.filter(chat_id=7) if push.once]
    assert sum(":late-" in once for once in onces) == 1
    assert sum(":refunded" in once for once in onces) == 2
    texts = [push.params["text"] for push in await Push.filter(chat_id=7).order_by("id") if "text" in push.params]
    late = next(text for text in texts if "Der Rest Ihrer Rücksendung ist doch noch angekommen" in text)
    assert "unverzüglich" in late


async def test_its_money_is_due_at_once_and_the_staff_hear_when_it_does_not_go(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    _, line, made = await two_of_three(settings)
    await book_late(made.id, {line.id: 1}, why="x", **by_mia(settings, WEEKS_LATER))
    day = WEEKS_LATER.astimezone(settings.time_zone).date()
    assert (await read_sheet(made.id)).money_due_on(settings.time_zone) == day
    assert await mind_clocks(settings, now=WEEKS_LATER) == 1
    assert await mind_clocks(settings, now=WEEKS_LATER + timedelta(days=1)) == 1
    alarms = [push.once for push in await Push.filter(chat_id=-100) if push.once and "call-clock" in push.once]
    assert len(alarms) == 2


async def test_the_shop_is_told_that_more_was_checked_and_what_more_to_pay(database: Settings) -> None:
    shop = database.model_copy(
        update={
            "shop_callback_url": "https://shop.example.org/bote",
            "shop_callback_secret": SecretStr("a-secret-that-is-long-enough-for-it"),
        }
    )
    _, line, made = await two_of_three(shop, is_closed=True)
    await book_late(made.id, {line.id: 1}, why="x", **by_mia(shop))
    await settle(made.id, "refund", **by_mia(shop))
    await close(made.id, **by_mia(shop))
    calls = await ShopCall.filter(subject=f"return:{made.id}").order_by("id")
    told = [(call.topic, call.key.removeprefix(made.number)) for call in calls][-3:]
    assert [topic for topic, _ in told] == ["return.checked", "return.refund", "return.closed"]
    assert (told[0][1], told[2][1]) == (":return.checked:2", ":return.closed:2")
    assert calls[-3].body["return"]["items"][0]["accepted"] == 3


async def test_points_of_the_rest_go_with_it(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    assert order.customer_id is not None
    await book_purchase(
        *(order.customer_id, 30),
        order_id=order.id, number=order.number, rate=Decimal(1), available_at=SOON, now=SOON,
    )  # fmt: skip
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, {line.id: 2}, is_all=True, **by_mia(database))
    await check(made.id, Finding(why="one is missing"), policy=DEFAULT, **by_mia(database))
    await settle(made.id, "refund", **by_mia(database))
    assert (await balance_of([order.customer_id], now=SOON)).available == 10
    await book_late(made.id, {line.id: 1}, why="x", **by_mia(database))
    assert (await balance_of([order.customer_id], now=SOON)).available == 0


async def test_what_comes_for_a_return_paid_before_anything_came_is_booked_and_pays_nothing(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal(30))
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    await settle(made.id, "refund", **by_mia(database))
    await Return.filter(id=made.id).update(status=Status.REFUNDED)  # as a platform closes it
    assert await book_late(made.id, {line.id: 1}, why="it is here", **by_mia(database)) is Status.REFUNDED
    item = await ReturnItem.get(request_id=made.id)
    assert (item.received, item.accepted) == (1, None)
    assert (await read_sheet(made.id)).left.amount == 0


async def test_a_label_that_is_scanned_only_after_the_end_rings_with_the_staff(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    _, line, made = await two_of_three(settings)
    event = ParcelEvent(WEEKS_LATER, "delivered", ShipmentStatus.DELIVERED, None, "delivered", "")
    await follow_label(made.id, [event], settings=settings, now=WEEKS_LATER)
    assert (await ReturnItem.get(request_id=made.id)).received == 2
    words = plain(settings.default_locale, "call-late-rest", number=made.number)
    assert await Push.filter(once=f"return:{made.id}:call-late-rest").count() == 1, words
    assert Task.LATE in tasks_of(await read_sheet(made.id))
    await book_late(made.id, {line.id: 1}, why="was in it", **by_mia(settings))


async def test_only_the_staff_and_only_for_pieces_that_came_bring_a_settled_return_back(database: Settings) -> None:
    _, _, made = await two_of_three(database)
    for actor in (Actor.STAFF, Actor.PLATFORM, Actor.CARRIER, Actor.CUSTOMER):
        with pytest.raises(MovedOnError):
            await move(made.id, Status.INSPECTED, by=actor, settings=database, now=SOON)
