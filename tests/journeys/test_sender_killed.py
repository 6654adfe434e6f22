"""The sender dies in the middle, again and again: no message is lost, and only what was in flight may come twice.

The seed is fixed and printed; `make soak` runs it with ten times as many kills (BOTE_SOAK_KILLS, BOTE_SOAK_SEED).
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from bot.config import Settings
from bot.db import open_database
from bot.outbox.flight import MOST_IN_FLIGHT
from bot.outbox.models import Push
from bot.outbox.queue import NewPush, enqueue_all
from bot.webchat.state import Chatroom
from tests.support.postman import NOON, all_settled
from tests.support.sender_process import Orders, SenderProcess, sender_orders
from tests.support.webchat import TOKEN, open_webchat

KILLS = int(os.environ.get("BOTE_SOAK_KILLS", "20"))
SEED = int(os.environ.get("BOTE_SOAK_SEED", "20261118"))
SERVICE, ONCE, CHATS = 1_800, 200, 200
LEASE_S = 0.4


@dataclass(slots=True)
class Deliveries:
    """What has arrived at the customers, as the server knows it."""

    room: Chatroom

    def texts(self) -> Iterator[str]:
        for chat in self.room.bots[TOKEN].chats.values():
            yield from (message["text"] for message in chat.messages.values() if message["from"]["is_bot"])

    async def reach(self, different: int) -> None:
        """Return when so many different messages have arrived."""
        async with asyncio.timeout(60):
            while True:
                if len(set(self.texts())) >= different:
                    return
                await asyncio.sleep(0.002)


@dataclass(slots=True)
class Toll:
    """What the kills have left behind: rows whose sender died with them."""

    leases: set[tuple[str, datetime | None]] = field(default_factory=set)
    most_at_once: int = 0

    @property
    def in_flight(self) -> set[str]:
        return {text for text, _ in self.leases}

    async def take(self) -> None:
        held = await Push.filter(status="waiting", leased_until__not_isnull=True)
        new = {(push.params["text"], push.leased_until) for push in held} - self.leases
        self.leases |= new
        self.most_at_once = max(self.most_at_once, len(new))


async def test_killed_again_and_again_it_loses_nothing_and_doubles_only_what_was_in_flight(
    tables: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_webchat() as chat, open_database(settings):
        people = [(await chat.customer(f"Person {number}")).id for number in range(CHATS)]
        await enqueue_all(list(wanted(people)), now=NOON)
        orders = sender_orders(settings, api_url=chat.url, token=TOKEN, now=NOON, lease_s=LEASE_S)
        deliveries, toll = Deliveries(chat.room), Toll()
        await kill_again_and_again(orders, deliveries, toll)
        arrived = Counter(deliveries.texts())

    async with open_database(settings):
        rows = await Push.all()
    doubled = {text for text, times in arrived.items() if times > 1}
    dropped = {row.params["text"] for row in rows if row.why == "maybe_sent"}
    doubtful = sum(row.doubtful for row in rows)
    with capsys.disabled():
        print(  # noqa: T201  # the count is what the reader wants to see
            f"\n{KILLS} kills, seed {SEED}: {len(rows)} queued, {sum(arrived.values())} arrived, "
            f"{len(doubled)} doubled of {len(toll.in_flight)} in flight at a kill (at most {toll.most_at_once} at "
            f"once, {doubtful} counted as doubtful), {len(dropped)} of those that never come twice dropped, 0 lost"
        )

    service = {f"service {number}" for number in range(SERVICE)}
    once = {f"once {number}" for number in range(ONCE)}
    assert service - set(arrived) == set(), "lost"
    assert once - set(arrived) <= dropped <= toll.in_flight & once
    assert doubled <= toll.in_flight & service
    assert all(times <= 1 + KILLS for times in arrived.values())
    assert toll.most_at_once <= MOST_IN_FLIGHT
    assert {row.status for row in rows if row.params["text"] in service} == {"sent"}
    assert doubtful == sum(row.doubtful for row in rows if row.params["text"] in toll.in_flight)


def wanted(people: list[int]) -> Iterator[NewPush]:
    for number in range(SERVICE):
        yield NewPush(people[number % CHATS], "sendMessage", {"text": f"service {number}"}, "milestone")
    for number in range(ONCE):
        yield NewPush(people[number % CHATS], "sendMessage", {"text": f"once {number}"}, "offer_once")


async def kill_again_and_again(orders: Orders, deliveries: Deliveries, toll: Toll) -> None:
    """Each process dies when a number of messages drawn by lot has arrived; the last one finishes."""
    for threshold in sorted(random.Random(SEED).sample(range(1, SERVICE + ONCE - KILLS), KILLS)):
        async with SenderProcess(orders) as process:
            await deliveries.reach(threshold)
            await process.kill()
        await toll.take()
    async with SenderProcess(orders) as last:
        await all_settled()
        await last.end()
