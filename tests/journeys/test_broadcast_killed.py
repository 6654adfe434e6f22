"""A campaign whose bot dies in the middle, again and again: nobody is lost, nobody gets it twice (N8, BRC-02).

The process both hands pages on and sends. The seed is fixed and printed; `make soak` runs it with ten times as many
kills (BOTE_SOAK_KILLS, BOTE_SOAK_SEED).
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Awaitable, Callable
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

KILLS = int(os.environ.get("BOTE_SOAK_KILLS", "20"))
SEED = int(os.environ.get("BOTE_SOAK_SEED", "20261122"))
PEOPLE = max(800, 20 * KILLS)
PAGE = 40
LEASE_S = 0.4


async def test_killed_again_and_again_a_campaign_loses_nobody_and_reaches_nobody_twice(
    tables: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_webchat() as chat:
        async with open_database(settings):
            people = [(await chat.customer(f"Person {number}")).id for number in range(PEOPLE)]
            campaign_id = await a_campaign_for(people, settings)
        orders = sender_orders(settings, api_url=chat.url, token=TOKEN, now=NOON, lease_s=LEASE_S, page=PAGE)
        in_flight = await kill_again_and_again(orders, chat.room, settings, campaign_id)
        arrived = Counter(arrivals(chat.room))

    async with open_database(settings):
        found, campaign = await results(campaign_id), await get_campaign(campaign_id)
        maybe = {push.chat_id for push in await Push.filter(why="maybe_sent")}
        rows = await Recipient.filter(campaign_id=campaign_id).count()
    with capsys.disabled():
        print(f"\n{KILLS} kills, seed {SEED}: {told(found, arrived, len(in_flight))}")  # noqa: T201  # what the reader wants to see

    assert campaign.status is Status.FINISHED
    assert rows == found.audience == PEOPLE
    assert found.lost == 0
    assert max(arrived.values()) == 1, "twice"
    assert set(people) - set(arrived) <= maybe <= in_flight
    assert found.delivered + found.maybe_sent == PEOPLE
    assert len(maybe) <= KILLS * MOST_IN_FLIGHT


def told(found: Results, arrived: Counter[int], in_flight: int) -> str:
    return (
        f"{found.audience} recipients, {len(arrived)} reached, {found.lost} lost, "
        f"{found.possible_duplicates} possible duplicates, {found.maybe_sent} of {in_flight} in flight at a kill not "
        f"tried again because they may have arrived ({found.delivered + found.maybe_sent - len(arrived)} had not)"
    )


async def a_campaign_for(people: list[int], settings: Settings) -> int:
    await Chat.bulk_create([Chat(id=id_, locale="de", created_at=NOON) for id_ in people])
    agreed = {"purpose": "promo", "version": 1, "locale": "de", "wording": "Ja", "given_at": NOON}
    messages = {"request_message_id": 1, "confirm_message_id": 2}
    await Consent.bulk_create([Consent(chat_id=id_, **agreed, **messages) for id_ in people])
    settings.approval_above = len(people)
    return await started(settings)


async def have_arrived(room: Chatroom, number: int) -> bool:
    return len(arrivals(room)) >= number


def arrivals(room: Chatroom) -> list[int]:
    """The chat of every message that has arrived, as the server knows it."""
    chats = room.bots[TOKEN].chats
    return [id_ for id_, chat in chats.items() for message in chat.messages.values() if message["from"]["is_bot"]]


async def kill_again_and_again(orders: Orders, room: Chatroom, settings: Settings, campaign_id: int) -> set[int]:
    """Who was in flight: each process dies when a number of messages drawn by lot has arrived, the last finishes."""
    in_flight: set[int] = set()
    for threshold in sorted(random.Random(SEED).sample(range(1, PEOPLE // 2), KILLS)):
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
