"""The demo has a return in each state, made by the verbs of a real shop; nothing of it rings at the opening."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings
from bot.demo.content import find_team
from bot.demo.returns import PLAYS, RITA, play_returns
from bot.demo.room import GROUP_ID
from bot.demo.seeding import open_shop
from bot.i18n import Money
from bot.outbox.models import Push
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import Return, ReturnPayment, ReturnStep
from bot.returns.wording import Reader, card_text
from bot.shop.models import Customer, Shipment
from bot.tickets.models import Case

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
STATES = {*Status} - {Status.DRAFT}


@pytest.fixture
async def shop(database: Settings) -> Settings:
    settings = database.model_copy(update={"staff_chat_id": GROUP_ID, "default_locale": "de"})
    await open_shop(now=NOW, zone=ZoneInfo("Europe/Berlin"), pages="http://127.0.0.1:8080/demo")
    await play_returns(settings, NOW)
    return settings


async def test_there_is_one_in_each_state_of_somebody_who_is_plainly_made_up(shop: Settings) -> None:
    assert {row.status for row in await Return.all()} == STATES
    [owner] = {row.customer_id for row in await Return.all()}
    assert "Demo" in ((await Customer.get(id=owner)).name or "")
    mia = find_team().id
    assert await ReturnStep.filter(actor="staff").exclude(staff_id=mia).count() == 0
    payments = await ReturnPayment.all()
    assert Counter(payment.kind for payment in payments) == {"refund": 2, "exchange": 1, "credit": 1}
    assert {payment.staff_id for payment in payments} == {mia}


async def test_once_played_nothing_is_played_again(shop: Settings) -> None:
    before = await Return.all().count(), await ReturnStep.all().count()
    await play_returns(shop, NOW)
    assert (await Return.all().count(), await ReturnStep.all().count()) == before


async def test_the_visitor_finds_a_card_of_each_and_nobody_is_rung_up_about_the_past(shop: Settings) -> None:
    waiting = await Push.filter(status="waiting")
    places = Counter((push.chat_id, push.slot or "") for push in waiting if push.slot)
    assert set(places.values()) == {1}
    assert sum(chat == RITA for chat, _ in places) == sum(chat == GROUP_ID for chat, _ in places) == len(PLAYS)
    assert [push.purpose for push in waiting if push.chat_id == RITA and not push.slot] == []


async def test_no_favour_brings_the_money_while_the_contract_can_be_withdrawn_from(shop: Settings) -> None:
    favours = await Return.filter(way="goodwill", outcome="refund")
    assert favours
    for each in favours:
        [arrived] = await Shipment.filter(order_id=each.order_id)
        assert arrived.delivered_at
        assert each.created_at - arrived.delivered_at > timedelta(days=14 + 3), each.order_id


async def test_one_is_walked_half_way_in_exchange_and_names_the_article_and_the_difference(shop: Settings) -> None:
    made = await Return.get(outcome="exchange", status=Status.IN_TRANSIT)
    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.owes) == (Status.IN_TRANSIT, Money(Decimal("16.00"), "EUR"))
    told = str(card_text(sheet, Reader("de", ZoneInfo("Europe/Berlin"), "Laden"))).replace("\u00a0", " ")
    assert "Rucksack „Wanderer“, 24 l · 95,00 €" in told
    assert "Sie zahlen <b>16,00 €</b> dazu" in told


async def test_two_wait_for_the_staff_and_tell_why(shop: Settings) -> None:
    waiting = await Case.filter(status="open", owner_id=None).order_by("id")
    assert len(waiting) == 2
    dear, broken = (case.facts or "" for case in waiting)
    assert "viele Rückgaben in 90 Tagen" in dear
    assert "gesetzliches Recht" in broken
    assert "approve" in str(waiting[0].buttons)
