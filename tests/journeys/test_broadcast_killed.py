"""A campaign whose bot dies in the middle, again and again: nobody is lost, and only who was in flight at a kill may
get it twice; of a campaign that comes never twice they may miss it instead, and are counted (N8, BRC-02).

The process both hands pages on and sends. The seed is fixed and printed; `make soak` kills each of the two 200 times
(BOTE_SOAK_KILLS, BOTE_SOAK_SEED).
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

import pytest

from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.models import Recipient
from bot.broadcasts.results import Results, results
from bot.broadcasts.rules import Status
from bot.config import Settings
from bot.customers.models import Chat, Consent
from bot.db import open_database
from bot.outbox.flight import MOST_IN_FLIGHT
from bot.outbox.models import Push
from bot.webchat.state import Chatroom
from tests.support.offers import started
from tests.support.postman import NOON
from tests.support.sender_process import Orders, SenderProcess, sender_orders
from tests.support.webchat import TOKEN, open_webchat

SOAK_KILLS = os.environ.get("BOTE_SOAK_KILLS")
SEED = int(os.environ.get("BOTE_SOAK_SEED", "20261122"))
# Of the two together as many as one test can afford.
KILLS, KILLS_OF_MARKED = 12, 6
PEOPLE_A_KILL = 50
PAGE = 40
LEASE_S = 0.4


@dataclass(frozen=True, slots=True)
class Toll:
    """What the kills have come to: whose messages were in flight, whom it reached how often, whom it gave up."""

    kills: int
    people: set[int]
    in_flight: set[int]
    arrived: Counter[int]
    given_up: set[int]
    found: Results

    @property
    def doubled(self) -> set[int]:
        return {chat_id for chat_id, times in self.arrived.items() if times > 1}

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, seed {SEED}: {self.found.audience} recipients, {len(self.arrived)} reached, "
            f"{self.found.lost} lost; of {len(self.in_flight)} in flight at a kill {len(self.doubled)} got it twice "
            f"({self.found.possible_duplicates} told as possible duplicates), {self.found.maybe_sent} were not tried "
            f"again ({len(self.people - set(self.arrived))} of them had not got it)"
        )


async def test_killed_again_and_again_a_campaign_loses_nobody_and_doubles_only_whom_it_was_on_its_way_to(
    tables: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    toll = await killed(int(SOAK_KILLS or KILLS), settings, capsys, never_twice=False)

    assert set(toll.arrived) == toll.people, "lost"
    assert toll.doubled <= toll.in_flight
    assert len(toll.doubled) <= toll.found.possible_duplicates <= len(toll.in_flight)
    assert toll.found.delivered == len(toll.people)
    assert (toll.found.withheld, toll.found.failed) == ({}, {})


async def test_killed_again_and_again_a_campaign_that_never_comes_twice_counts_whom_it_gave_up(
    tables: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    toll = await killed(int(SOAK_KILLS or KILLS_OF_MARKED), settings, capsys, never_twice=True)

    assert toll.doubled == set(), "twice"
    assert toll.people - set(toll.arrived) <= toll.given_up <= toll.in_flight
    assert toll.found.withheld == ({"maybe_sent": len(toll.given_up)} if toll.given_up else {})
    assert toll.found.delivered + toll.found.maybe_sent == len(toll.people)


async def killed(kills: int, settings: Settings, capsys: pytest.CaptureFixture[str], *, never_twice: bool) -> Toll:
    """A campaign from its start to its end, with so many deaths in between."""
    async with open_webchat() as chat:
        async with open_database(settings):
            people = [(await chat.customer(f"Person {number}")).id for number in range(kills * PEOPLE_A_KILL)]
            campaign_id = await a_campaign_for(people, settings, never_twice=never_twice)
        orders = sender_orders(settings, api_url=chat.url, token=TOKEN, now=NOON, lease_s=LEASE_S, page=PAGE)
        in_flight = await kill_again_and_again(orders, chat.room, settings, campaign_id, kills)
        arrived = Counter(arrivals(chat.room))
    async with open_database(settings):
        found, campaign = await results(campaign_id), await get_campaign(campaign_id)
        given_up = {push.chat_id for push in await Push.filter(why="maybe_sent")}
        rows = await Recipient.filter(campaign_id=campaign_id).count()
    toll = Toll(kills, set(people), in_flight, arrived, given_up, found)
    with capsys.disabled():
        print(f"\n{toll}")  # noqa: T201  # what the reader wants to see
    assert campaign.status is Status.FINISHED
    assert rows == found.audience == len(people)
    assert found.lost == 0
    assert len(in_flight) <= kills * MOST_IN_FLIGHT
    return toll


async def a_campaign_for(people: list[int], settings: Settings, *, never_twice: bool) -> int:
    await Chat.bulk_create([Chat(id=id_, locale="de", created_at=NOON) for id_ in people])
    agreed = {"purpose": "promo", "version": 1, "locale": "de", "wording": "Ja", "given_at": NOON}
    messages = {"request_message_id": 1, "confirm_message_id": 2}
    await Consent.bulk_create([Consent(chat_id=id_, **agreed, **messages) for id_ in people])
    settings.approval_above = len(people)
    return await started(settings, never_twice=never_twice)


async def have_arrived(room: Chatroom, number: int) -> bool:
    return len(arrivals(room)) >= number


def arrivals(room: Chatroom) -> list[int]:
    """The chat of every message that has arrived, as the server knows it."""
    chats = room.bots[TOKEN].chats
    return [id_ for id_, chat in chats.items() for message in chat.messages.values() if message["from"]["is_bot"]]


async def kill_again_and_again(
    orders: Orders, room: Chatroom, settings: Settings, campaign_id: int, kills: int
) -> set[int]:
    """Who was in flight: each process dies when a number of messages drawn by lot has arrived, the last finishes."""
    in_flight: set[int] = set()
    for threshold in sorted(random.Random(SEED).sample(range(1, kills * PEOPLE_A_KILL // 2), kills)):
        async with SenderProcess(orders) as process:
            await is_true(partial(have_arrived, room, threshold))
            await process.kill()
        async with open_database(settings):
            held = Push.filter(status="waiting", leased_until__not_isnull=True)
            in_flight |= {push.chat_id for push in await held}
    async with SenderProcess(orders) as last, open_database(settings):
        await is_true(partial(is_over, campaign_id))
        await last.end()
    return in_flight


async def is_over(campaign_id: int) -> bool:
    return (await get_campaign(campaign_id)).status is Status.FINISHED


async def is_true(question: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(60):
        while True:
            if await question():
                return
            await asyncio.sleep(0.005)
