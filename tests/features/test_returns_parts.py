"""Of what was to come back a piece is missing: the staff go on with the rest, and its customer hears of it."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Link
from bot.i18n import html
from bot.outbox.models import Push
from bot.returns.acts import Task, tasks_of
from bot.returns.late import book_late
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import ReturnItem
from bot.returns.paths import Way
from bot.returns.pieces_text import missing_line
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, NothingCameError, check, receive
from bot.returns.refusing import Refusal
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.verdicts import NoReasonError
from bot.shop.models import Line
from tests.support.postman import a_chat
from tests.support.returns import SOON, a_delivered_order, asked


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def one_of_two_came(settings: Settings, *, is_all: bool = False) -> tuple[int, Line]:
    """Two mugs of 10 each were to come back, one has."""
    order, line = await a_delivered_order()
    await a_chat(7, locale="de")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    made = await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=settings)
    await receive(made.id, {line.id: 1}, is_all=is_all, **by_mia(settings))
    return made.id, line


async def test_what_has_come_is_fine_with_one_tap_and_what_is_missing_needs_no_words(database: Settings) -> None:
    return_id, line = await one_of_two_came(database, is_all=True)
    await check(return_id, Finding(), policy=DEFAULT, **by_mia(database))
    sheet = await read_sheet(return_id)
    assert (sheet.status, sheet.missing, sheet.finding, sheet.left.amount) == (
        Status.INSPECTED, {line.id: 1}, None, Decimal("10.00"),
    )  # fmt: skip


async def test_a_part_is_checked_at_once_and_the_customer_hears_what_was_missing(database: Settings) -> None:
    return_id, line = await one_of_two_came(database)
    assert Task.CHECK in tasks_of(await read_sheet(return_id))
    await check(return_id, Finding(), policy=DEFAULT, **by_mia(database))
    [push] = await Push.filter(once__contains=":received:")
    asks = missing_line(await read_sheet(return_id), "de", is_asking=True)
    assert "Kaffeebecher" in asks
    assert asks in push.params["text"]
    assert html("de", "return-push-received-part") in push.params["text"]
    settled = await settle(return_id, "refund", **by_mia(database))
    assert (settled.amount, settled.status) == (Decimal("10.00"), Status.REFUNDED)
    await book_late(return_id, {line.id: 1}, why="second parcel", **by_mia(database))
    assert (await read_sheet(return_id)).missing == {}


async def test_what_was_counted_wrong_is_put_right_by_the_check(database: Settings) -> None:
    return_id, line = await one_of_two_came(database)
    await check(return_id, Finding(came={line.id: 2}), policy=DEFAULT, **by_mia(database))
    item = await ReturnItem.get()
    assert (item.received, item.accepted, (await read_sheet(return_id)).missing) == (2, 2, {})


async def test_a_piece_that_is_not_fine_still_needs_a_reason(database: Settings) -> None:
    return_id, line = await one_of_two_came(database)
    with pytest.raises(NoReasonError):
        await check(return_id, Finding({line.id: 0}, because=Refusal.OTHER), policy=DEFAULT, **by_mia(database))
    assert (await read_sheet(return_id)).status is Status.PARTIALLY_RECEIVED


async def test_a_check_of_nothing_is_none(database: Settings) -> None:
    return_id, line = await one_of_two_came(database)
    with pytest.raises(NothingCameError):
        await check(return_id, Finding(came={line.id: 0}), policy=DEFAULT, **by_mia(database))


async def test_what_is_paid_at_once_is_proposed_for_what_has_come(database: Settings) -> None:
    return_id, _ = await one_of_two_came(database)
    sheet = await read_sheet(return_id)
    assert (sheet.brought.amount, sheet.left.amount) == (Decimal("10.00"), Decimal("20.00"))
    await settle(return_id, "refund", amount=sheet.brought.amount, **by_mia(database))
    assert Task.SETTLE not in tasks_of(await read_sheet(return_id))
    await receive(return_id, None, **by_mia(database))
    await check(return_id, Finding(), policy=DEFAULT, **by_mia(database))
    assert (await read_sheet(return_id)).left.amount == Decimal("10.00")
