"""Invitations judged, decided and refunded at once on PostgreSQL: nobody counts twice, and nobody waits for ever."""

import asyncio
from collections import Counter

import pytest

from bot.config import Settings
from bot.loyalty.ledger import balance_of
from bot.loyalty.referral_models import Referral
from bot.loyalty.referrals import approve, decline
from bot.returns.clawback import claw_back_refunded
from bot.returns.referring import mind_referrals
from bot.shop.models import Customer, Line
from tests.support.postman import NOON
from tests.support.referrals import OVER, a_friend, an_inviter, came, judged, linked, switched_on


async def pending(*customers: Customer) -> int:
    return sum([(await balance_of([customer.id], now=NOON)).pending for customer in customers])


@pytest.mark.postgres
async def test_two_processes_at_once_count_a_customer_once_and_let_no_pace_be_exceeded(database: Settings) -> None:
    """Twelve friends of one inviter, each in two chats, judged six times at once: three count, nine wait."""
    await switched_on(per_day=3)
    inviter, code = await an_inviter()
    friends = [(await a_friend(600 + number, code, database))[0] for number in range(12)]
    for number, friend in enumerate(friends):
        await came(700 + number, code)
        await linked(700 + number, friend)

    await asyncio.gather(*(mind_referrals(database, now=NOON) for _ in range(6)))

    found = Counter(status for status, _ in await judged(database))
    assert found == {"pending": 3, "review": 9, "refused": 12}
    assert await pending(inviter) == 300
    assert await pending(*friends) == 150


@pytest.mark.postgres
async def test_of_many_links_opened_and_many_decisions_at_once_one_counts(database: Settings) -> None:
    await switched_on(per_day=1)
    codes = [(await an_inviter(500 + number))[1] for number in range(8)]

    arrivals = await asyncio.gather(*(came(900, code) for code in codes))

    assert Counter(arrival.came for arrival in arrivals) == {"welcome": 1, "again": 7}
    inviter = await Customer.get(invitation__code=codes[0])
    for chat in (601, 602):
        await a_friend(chat, codes[0], database)
    await judged(database)
    waits = (await Referral.get(status="review")).id
    verbs = [approve(waits, staff_id=7, now=NOON), decline(waits, "household", staff_id=8, now=NOON)]
    more = [approve(waits, staff_id=number, now=NOON) for number in range(20)]
    assert (await asyncio.gather(*verbs, *more)).count(True) == 1
    assert await pending(inviter) in {100, 200}


@pytest.mark.postgres
async def test_a_refund_while_it_is_judged_leaves_nobody_points_and_no_deadlock(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    orders = [(await a_friend(600 + number, code, database))[1] for number in range(3)]
    await judged(database)
    await Line.filter(order_id__in=[order.id for order in orders], sku="TASSE").update(refunded=1)

    refunds = [claw_back_refunded(order.id, now=NOON) for order in orders]
    await asyncio.gather(*refunds, *(mind_referrals(database, now=NOON + OVER) for _ in range(4)))

    assert Counter(each.status for each in await Referral.all()) == {"revoked": 3}
    told = await balance_of([inviter.id], now=NOON + OVER)
    assert (told.available, told.pending) == (0, 0)
