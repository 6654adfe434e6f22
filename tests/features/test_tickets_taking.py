"""Whose case it is: of many who grab it one wins, and only who may answer is given one."""

import asyncio

import pytest

from bot.config import Settings
from bot.outbox.models import Push
from bot.staff.models import AuditEntry
from bot.staff.roles import Role, appoint
from bot.tickets.cases import NewCase, close_case, open_case
from bot.tickets.models import Case
from bot.tickets.taking import take_case, transfer_case
from tests.support.postman import NOON

MIA, TOM, EVA = 790, 791, 792


@pytest.fixture
async def shop(database: Settings) -> Settings:
    for staff_id, role in ((MIA, Role.AGENT), (TOM, Role.AGENT), (EVA, Role.MARKETER)):
        await appoint(staff_id, role, name=f"P{staff_id}", now=NOON)
    return database.model_copy(update={"staff_chat_id": -100, "default_locale": "de"})


@pytest.fixture
async def case_id(shop: Settings) -> int:
    return await open_case(NewCase(cause="lost", once="a"), settings=shop, now=NOON)


async def test_of_twenty_who_take_a_case_at_once_one_has_it(shop: Settings, case_id: int) -> None:
    """On PostgreSQL these are transactions side by side."""
    takers = range(1000, 1020)
    taken = await asyncio.gather(*(take_case(case_id, staff_id=who, settings=shop, now=NOON) for who in takers))

    assert sum(taken) == 1
    assert (await Case.get(id=case_id)).owner_id == takers[taken.index(True)]
    assert await AuditEntry.filter(action="take").count() == 1


async def test_a_case_is_handed_on_whoever_had_it(shop: Settings, case_id: int) -> None:
    assert await transfer_case(case_id, MIA, staff_id=TOM, settings=shop, now=NOON)
    assert await transfer_case(case_id, TOM, staff_id=TOM, settings=shop, now=NOON)
    assert (await Case.get(id=case_id)).owner_id == TOM
    told = [push.params["text"] for push in await Push.filter(chat_id__gt=0)]
    assert len(told) == 1, "nobody is told of what they did themselves"
    assert "P791 hat Ihnen Fall" in told[0]


async def test_nobody_is_given_a_case_who_may_not_answer_or_has_it_or_when_it_is_closed(
    shop: Settings, case_id: int
) -> None:
    assert not await transfer_case(case_id, EVA, staff_id=MIA, settings=shop, now=NOON)
    assert not await transfer_case(case_id, 4711, staff_id=MIA, settings=shop, now=NOON)
    assert await transfer_case(case_id, TOM, staff_id=MIA, settings=shop, now=NOON)
    assert not await transfer_case(case_id, TOM, staff_id=MIA, settings=shop, now=NOON)
    await close_case(case_id, because="recovered", settings=shop, now=NOON)
    assert not await transfer_case(case_id, MIA, staff_id=MIA, settings=shop, now=NOON)
