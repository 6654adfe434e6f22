"""Requests, links and staff at the same moment: one answer, one revocation, one decision."""

import asyncio
from typing import Literal

from bot.community.joining import decide, mind_joining
from bot.community.member_models import JoinRequest, PersonalLink
from bot.community.personal_links import keep_link, mind_links, note_use, order_link
from bot.config import Settings
from bot.outbox.models import Push
from tests.support.builders import a_customer
from tests.support.members import GROUP, asks, grouped, told
from tests.support.postman import NOON
from tests.support.referrals import linked

ANNA, AT_ONCE = 501, 8
APPROVE, DECLINE = "approveChatJoinRequest", "declineChatJoinRequest"


async def test_a_request_that_comes_several_times_at_once_is_answered_once(database: Settings) -> None:
    await grouped(database)
    await linked(ANNA, await a_customer())
    answers = await asyncio.gather(*(asks(database, ANNA) for _ in range(AT_ONCE)))
    assert [each for each in answers if each] == ["linked"]
    assert (await told(GROUP), await JoinRequest.all().count()) == ([APPROVE], 1)


async def test_the_tick_of_several_processes_lets_in_once(database: Settings) -> None:
    await grouped(database)
    await asks(database, ANNA)
    await linked(ANNA, await a_customer())
    await asyncio.gather(*(mind_joining(database, now=NOON) for _ in range(AT_ONCE)))
    assert await told(GROUP) == [APPROVE]


async def test_of_two_of_the_staff_one_decides(database: Settings) -> None:
    await grouped(database)
    await asks(database, ANNA)
    [row] = await JoinRequest.all()
    acts: tuple[Literal["approve", "decline"], ...] = ("approve", "decline") * 4
    done = await asyncio.gather(*(decide(row.id, act, staff_id=7, settings=database, now=NOON) for act in acts))
    assert sorted(done) == [False] * 7 + [True]
    assert await told(GROUP) in ([APPROVE], [DECLINE])


async def test_a_link_that_is_used_and_over_at_once_is_revoked_once(database: Settings) -> None:
    await grouped(database)
    await linked(ANNA, await a_customer())
    order = await order_link(ANNA, GROUP, now=NOON)
    assert order is not None
    await keep_link(order.id, "https://t.me/+geheim", now=NOON)
    await PersonalLink.all().update(customer_id=0)  # as if linked to somebody else meanwhile
    used = [note_use("https://t.me/+geheim", ANNA, settings=database, now=NOON) for _ in range(4)]
    await asyncio.gather(*used, *(mind_links(now=NOON) for _ in range(4)))
    assert await Push.filter(method="revokeChatInviteLink").count() == 1
