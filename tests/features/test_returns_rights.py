"""Whoever is declined a favour keeps the right to withdraw, and hears of it; no clock ends a claim for a defect."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.customers.models import Link
from bot.outbox.models import Push
from bot.returns.label_again import send_label_again
from bot.returns.labels import NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status, Step
from bot.returns.models import Return
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.requests import Piece
from bot.returns.right import Right
from bot.returns.rights import with_right
from bot.returns.unsent import mind_unsent
from bot.returns.verdicts import approve, decline
from bot.returns.wording import Reader, deadlines, next_line
from bot.shop.models import Line, Order
from bot.tickets.models import CaseMessage
from tests.support.builders import a_product
from tests.support.platform_returns import LAMP, NOW, a_return, an_order, told
from tests.support.postman import a_chat
from tests.support.returns import DELIVERED, SOON, a_delivered_order, asked

STRICT = Policy(approves_up_to=Decimal())
MIA: dict[str, Any] = {"staff_id": 501}


async def declined(settings: Settings, *, way: Way = Way.GOODWILL) -> int:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1, "style"), way=way, settings=settings, policy=STRICT)
    return made.id


async def test_it_is_told_before_and_after_somebody_says_no(database: Settings) -> None:
    return_id = await declined(database)
    here: dict[str, Any] = {"settings": database, "now": SOON}  # the 18th is a holiday somewhere in Germany
    assert (await with_right(await read_sheet(return_id), **here)).right == Right(date(2026, 11, 19))
    await decline(return_id, "worn", **MIA, **here)
    assert (await with_right(await read_sheet(return_id), **here)).right == Right(date(2026, 11, 19))


async def test_nothing_is_promised_once_the_time_is_over(database: Settings) -> None:
    return_id = await declined(database)
    late = SOON + timedelta(days=15)
    await decline(return_id, "worn", settings=database, now=late, **MIA)
    assert (await with_right(await read_sheet(return_id), settings=database, now=late)).right is None


async def test_nor_where_the_law_gives_no_such_right(database: Settings) -> None:
    await a_product("KAFFEEBECHER", return_exclusion="made_to_measure")
    order, line = await a_delivered_order()
    await line.filter(id=line.id).update(sku="KAFFEEBECHER")
    made = await asked(order, Piece(line.id, 1, "style"), way=Way.GOODWILL, settings=database, policy=STRICT)
    assert (await with_right(await read_sheet(made.id), settings=database, now=SOON)).right is None


async def test_a_claim_for_a_defect_does_not_end_with_its_label(database: Settings) -> None:
    """Claimed in the last days of the two years, it could not be made again."""
    settings = database.model_copy(update={"staff_chat_id": -100})
    order, line = await a_delivered_order()
    day = DELIVERED + timedelta(days=725)
    made = await asked(order, Piece(line.id, 1, "defective"), way=Way.WARRANTY, settings=settings, now=day)
    here: dict[str, Any] = {"policy": DEFAULT, "settings": settings, "now": day}
    await approve(made.id, **here, **MIA)
    await send_label(made.id, NewLabel(code="L", tracking_number="T1"), by=Actor.STAFF, **here, **MIA)
    for days in range(1, 60):
        await mind_unsent(settings, now=day + timedelta(days=days))
    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.step) == (Status.LABEL_SENT, Step.CUSTOMER_SENDS)
    heard = await CaseMessage.filter(text__contains="nothing was sent", author="bot").values_list("text", flat=True)
    assert ["claim for the defect stays open" in text for text in heard] == [True], "nobody speaks of a withdrawal"


async def test_nor_does_the_platform_call_it_off(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    order = await an_order(settings)
    await Order.filter(id=order.id).update(status="fulfilled")
    line = await Line.get(sku="LAMP")
    await asked(order, Piece(line.id, 1, "defective"), way=Way.WARRANTY, settings=settings, now=NOW)
    await told(settings, ("returns/approve", a_return((LAMP, 1))))
    await told(settings, ("returns/cancel", a_return((LAMP, 1), status="CANCELED")))
    row = await Return.get()
    assert (row.way, row.status) == ("warranty", "approved")
    assert await CaseMessage.filter(text__contains="cancelled").exists()


async def test_the_card_of_a_right_tells_that_its_label_is_over_and_sends_it_no_more(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    label = NewLabel(code="L", tracking_number="T1", expires_on=(SOON + timedelta(days=5)).date())
    await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, settings=database, now=SOON, **MIA)
    sheet, owner = await read_sheet(made.id), [order.customer_id or 0]
    await a_chat(7, locale="en")
    for days, is_over in ((5, False), (6, True)):
        now = SOON + timedelta(days=days)
        reader = Reader("en", database.time_zone, "Shop", today=now.date())
        assert ("The return label has expired" in next_line(sheet, reader)) is is_over
        assert any("Send by" in told for told in deadlines(sheet, reader)) is not is_over
        given: dict[str, Any] = {"chat_id": 7, "customer_ids": owner, "settings": database, "now": now}
        assert await send_label_again(made.id, **given) is not is_over


async def test_who_claims_a_defect_is_reminded_when_the_time_to_send_is_over(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    order, line = await a_delivered_order()
    await a_chat(7, locale="en")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=DELIVERED)
    made = await asked(order, Piece(line.id, 1, "defective"), way=Way.WARRANTY, settings=settings)
    here: dict[str, Any] = {"policy": DEFAULT, "settings": settings, "now": SOON}
    await approve(made.id, **here, **MIA)
    await send_label(made.id, NewLabel(code="L", tracking_number="T1"), by=Actor.STAFF, **here, **MIA)
    for days in range(1, 60):
        await mind_unsent(settings, now=SOON + timedelta(days=days))
    [told] = [push.params["text"] for push in await Push.filter(once__contains=":overdue-")]
    assert "Your claim stays open" in told
    assert "withdrawal" not in told
