"""The staff are reminded of a return as long as they can do something about it, and not while others have to."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from bot.config import Settings
from bot.outbox.models import Push
from bot.returns.cases import find_case
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor, Status
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import receive
from bot.returns.requests import Piece
from bot.returns.verdicts import decline
from bot.tickets.cases import resolve_case
from bot.tickets.escalation import alert_owners
from bot.tickets.looking import read_sheet
from bot.tickets.models import Case
from bot.tickets.reminders import AT_ONCE, remind_staff
from bot.tickets.reopening import reopen_case
from bot.tickets.resolutions import Resolution
from bot.tickets.resting import KeptOpenError
from bot.tickets.wording import reader_at_work
from tests.support.returns import DELIVERED, a_delivered_order, asked

MONDAY = DELIVERED + timedelta(days=5)
LATER = MONDAY + timedelta(days=9, hours=1)
ANSWERED = Resolution("question", "answered")
STRICT = Policy(approves_up_to=Decimal())
PATIENCE = timedelta(minutes=15)


@pytest.fixture
def shop(database: Settings) -> Settings:
    return database.model_copy(update={"staff_chat_id": -100, "default_locale": "de", "owner_ids": "1"})


async def declared(shop: Settings) -> int:
    order, line = await a_delivered_order()
    return (await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=shop, now=MONDAY)).id


async def reminders_at(shop: Settings, now: datetime) -> list[str]:
    await remind_staff(shop, now=now)
    await alert_owners(shop, now=now)
    found = await Push.filter(created_at=now).order_by("id")
    return [push.params["text"] for push in found if "reagiert" in push.params.get("text", "")]


async def test_a_label_that_is_missing_is_what_the_staff_can_send(shop: Settings) -> None:
    await declared(shop)
    assert len(await reminders_at(shop, MONDAY + PATIENCE)) == 1


async def test_whoever_waits_for_the_customer_or_a_carrier_is_reminded_once_it_is_here(shop: Settings) -> None:
    return_id = await declared(shop)
    label = NewLabel(tracking_number="00340434", carrier="dhl")
    await send_label(return_id, label, by=Actor.RULES, policy=DEFAULT, settings=shop, now=MONDAY)
    assert await reminders_at(shop, MONDAY + timedelta(days=1)) == [], "the customer has to send it"
    await move(return_id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=shop, now=MONDAY + timedelta(days=1))
    assert await reminders_at(shop, MONDAY + timedelta(days=2)) == [], "the carrier brings it"

    await receive(return_id, settings=shop, now=LATER, by=Actor.CARRIER, is_all=True)
    [told] = await reminders_at(shop, LATER + PATIENCE)
    assert "wartet seit 15 Min." in told, "since it came in, not since it was asked for"
    [told] = await reminders_at(shop, LATER + 2 * PATIENCE)
    assert "wartet seit 30 Min." in told, "the owner"
    case = await find_case(return_id)
    assert case is not None
    assert (case.rests, case.staff_since) == (False, LATER)


async def test_what_waits_for_the_staff_a_second_time_is_told_a_second_time(shop: Settings) -> None:
    return_id = await declared(shop)
    assert len(await reminders_at(shop, MONDAY + PATIENCE)) == 1
    assert len(await reminders_at(shop, MONDAY + 2 * PATIENCE)) == 1
    label = NewLabel(tracking_number="00340434", carrier="dhl")
    await send_label(return_id, label, by=Actor.RULES, policy=DEFAULT, settings=shop, now=MONDAY + timedelta(hours=1))
    await receive(return_id, settings=shop, now=LATER, by=Actor.CARRIER, is_all=True)
    assert len(await reminders_at(shop, LATER + PATIENCE)) == 1
    assert len(await reminders_at(shop, LATER + 2 * PATIENCE)) == 1


async def test_more_cases_than_a_page_holds_are_all_reminded_of(shop: Settings) -> None:
    count = AT_ONCE + 5
    await Case.bulk_create(
        Case(once=f"human:{number}", cause="human", status="open", opened_at=MONDAY) for number in range(count)
    )
    assert await remind_staff(shop, now=MONDAY + PATIENCE) == count
    assert await alert_owners(shop, now=MONDAY + 2 * PATIENCE) == count


async def test_a_return_that_is_not_decided_is_closed_by_no_general_door(shop: Settings) -> None:
    for way in (Way.WITHDRAWAL, Way.GOODWILL):
        order, line = await a_delivered_order()
        made = await asked(order, Piece(line.id, 2), way=way, settings=shop, policy=STRICT, now=MONDAY)
        case = await find_case(made.id)
        assert case is not None
        assert not (await read_sheet(case.id, reader_at_work(shop), now=MONDAY)).may_close
        with pytest.raises(KeptOpenError):
            await resolve_case(case.id, ANSWERED, staff_id=1, settings=shop, now=MONDAY)
        assert await Case.filter(id=case.id, status="open").exists()


async def test_what_was_declined_with_a_reason_closes_its_case_and_may_be_looked_at_again(shop: Settings) -> None:
    order, line = await a_delivered_order()
    wish = Piece(line.id, 2)
    made = await asked(order, wish, way=Way.GOODWILL, settings=shop, policy=STRICT, now=MONDAY)
    await decline(made.id, "getragen", staff_id=1, settings=shop, now=MONDAY)
    case = await find_case(made.id)
    assert case is not None
    assert (case.status, case.kept_open) == ("closed", False)
    assert await reopen_case(case.id, staff_id=1, settings=shop, now=MONDAY)
    assert await resolve_case(case.id, ANSWERED, staff_id=1, settings=shop, now=MONDAY)
