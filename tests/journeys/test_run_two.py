"""Two `main.py run` on one PostgreSQL and one Redis: nothing is sent or done twice, and one alone finishes the work.

Both do everything (webhooks, answers, sending, the timetable). Telegram's webhook leads to a proxy that hands the
updates out in turn, as in front of a real pair. Every body of the shop and the carrier goes to one of them or, the same
delivery, to both.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import real_now
from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.customers.models import Chat, Link, Mute
from bot.db import open_database
from bot.i18n import plain
from bot.outbox.flight import MOST_IN_FLIGHT
from bot.outbox.models import Drain, Push, Slot
from bot.shop.models import Shipment
from bot.tickets.models import Case
from tests.support.builders import a_customer
from tests.support.pair import Knock, Pair, open_pair
from tests.support.platforms import SECRET, aftership_update, checkpoint, shopify_fulfilment, shopify_order
from tests.support.postman import let_time_pass
from tests.support.webchat import TOKEN, Json, Visitor, WebChat, open_webchat

pytestmark = pytest.mark.postgres

SEED = 20261122
CUSTOMERS, CASES = 12, 6
# Both have to start, and a timetable looks every half minute; a busy machine takes its time.
PATIENCE_S = 180
DAYTIME = range(9, 18)
ZONES = ("Pacific/Auckland", "Asia/Tokyo", "Asia/Karachi", "Europe/Berlin", "America/Sao_Paulo", "America/Los_Angeles")
ALWAYS = "Mo-Su 00:00-24:00"


@dataclass(frozen=True, slots=True)
class Scene:
    """The chat with its customers and the staff's group, and the environment both processes share."""

    chat: WebChat
    customers: list[Visitor]
    boss: Visitor
    group: int
    environment: dict[str, str]


@pytest.fixture
async def scene(tables: None, environment: dict[str, str], settings: Settings, redis_url: str) -> AsyncIterator[Scene]:
    first_id = 1_000_000 + real_now().microsecond * 100  # dialogs of an earlier run may still be in Redis
    async with open_webchat() as chat, open_database(settings):
        people = [
            await chat.visitor(f"Person {number}", id=first_id + number, language_code="de")
            for number in range(CUSTOMERS)
        ]
        boss = await chat.visitor("Boss", id=first_id + CUSTOMERS)
        group = chat.room.add_group("Team", [boss.id]).id
        for number, person in enumerate(people):
            await _link(person, number)
        shared = {
            "BOTE_TELEGRAM_TOKEN": TOKEN,
            "BOTE_TELEGRAM_API_URL": chat.url,
            "BOTE_TELEGRAM_WEBHOOK_SECRET": "a-long-secret",
            "BOTE_REDIS_URL": redis_url,
            "BOTE_SHOPIFY_WEBHOOK_SECRET": SECRET,
            "BOTE_AFTERSHIP_WEBHOOK_SECRET": SECRET,
            "BOTE_STAFF_CHAT_ID": str(group),
            "BOTE_BUSINESS_HOURS": ALWAYS,
            "BOTE_DEFAULT_LOCALE": "de",
            "BOTE_SEND_RATE": "0",
            "BOTE_LOG_FORMAT": "json",
        }
        yield Scene(chat, people, boss, group, environment | shared)


async def _link(person: Visitor, number: int) -> None:
    """They have bought before, and it is day where they are."""
    who = {"source": "shopify", "external_id": str(2**60 + _order_number(number)), "postal_key": "50667"}
    customer = await a_customer(f"Person {number}", **who)
    zone = next(name for name in ZONES if real_now().astimezone(ZoneInfo(name)).hour in DAYTIME)
    await Chat.create(id=person.id, locale="de", first_name="Anna", time_zone=zone, created_at=real_now())
    await Link.create(chat_id=person.id, customer_id=customer.id, proof="order", linked_at=real_now())


def _order_number(customer: int) -> int:
    return 5_001 + customer


def story_of(customer: int, now: datetime, chance: random.Random) -> list[Knock]:
    """An order, its parcel, and three scans of it, each told once or, the same, to both."""
    number = _order_number(customer)
    tracking = f"JD01460{number}"
    at = [(now - timedelta(minutes=minutes)).isoformat() for minutes in (30, 25, 20, 10, 1)]
    stamps: dict[str, Any] = {"created_at": at[0], "processed_at": at[0], "updated_at": at[0]}
    order = shopify_order(number) | stamps
    parcel = shopify_fulfilment(order, tracking, created_at=at[1], updated_at=at[1])
    scans = [
        checkpoint(subtag, moment)
        for subtag, moment in zip(("InTransit_001", "OutForDelivery_001", "Delivered_001"), at[2:], strict=True)
    ]
    ts = int(now.timestamp())
    told: list[tuple[str, str | None, Json]] = [
        ("shopify", "orders/create", order),
        ("shopify", "fulfillments/create", parcel),
        *(("aftership", None, aftership_update(tracking, *scans[: n + 1], ts=ts + n)) for n in range(len(scans))),
    ]
    return [Knock(*each, chance.choice(((0,), (1,), (0, 1)))) for each in told]


async def test_nothing_comes_twice_and_the_one_that_is_left_finishes(scene: Scene, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    stories = [story_of(number, real_now(), chance) for number in range(CUSTOMERS)]
    early = await cases_nobody_reacts_to(scene)
    async with open_pair(scene.environment, tmp_path) as pair:
        await asyncio.gather(*(tell(pair, story[:3]) for story in stories))
        await asyncio.gather(*(uses_the_chat(person) for person in scene.customers))
        await until(lambda: _settled(Case.filter(id__in=early, reminded_at=None)))
        await until(lambda: _helped(scene, 1))  # what a process is killed over Telegram offers again

        others = asyncio.gather(*(tell(pair, story[3:]) for story in stories[: CUSTOMERS // 2]))
        died_with = await kill_the_one_that_sends(pair)
        await others
        late = await cases_nobody_reacts_to(scene)
        await asyncio.gather(*(tell(pair, story[3:]) for story in stories[CUSTOMERS // 2 :]))
        await asyncio.gather(*(person.says("/help") for person in scene.customers))
        await until(all_done)
        await until(lambda: _settled(Case.filter(id__in=late, reminded_at=None)))
        await until(lambda: _helped(scene, 2))
        await until(all_done)

        [left] = pair.processes
        left.terminate()
        assert await left.ended() == 0

    assert len(died_with) <= MOST_IN_FLIGHT
    await everything_was_told()
    for person in scene.customers:
        await nothing_twice(await _of_the_bot(person), person.id, died_with, replies=2)
    reminders = await _of_the_bot(scene.boss, chat_id=scene.group)
    await nothing_twice(reminders, scene.group, died_with, replies=0)
    assert len({message["text"] for message in reminders}) == len(early) + len(late)
    assert await Mute.all().count() == CUSTOMERS


async def cases_nobody_reacts_to(scene: Scene) -> list[int]:
    """Work for the timetable: the staff are to be reminded of each, once."""
    opened_at = real_now() - timedelta(minutes=20)
    cases = [
        await Case.create(cause="human", chat_id=person.id, opened_at=opened_at, status="open")
        for person in scene.customers[:CASES]
    ]
    return [int(case.id) for case in cases]


async def tell(pair: Pair, knocks: list[Knock]) -> None:
    """One customer's story, in its order; other customers' go on at the same time."""
    for knock in knocks:
        await pair.knock(knock)


async def uses_the_chat(person: Visitor) -> None:
    """They ask for help, and tap a button of their card twice at once: the two taps go to different processes."""
    await person.says("/help")
    label = plain("de", "mute-milestones-button")

    async def has_card() -> bool:
        return any(label in str(message.get("reply_markup", "")) for message in await person.reads())

    await until(has_card)
    taps = await asyncio.gather(person.taps(label), person.taps(label), return_exceptions=True)
    # The second may come when the button has changed already; then there is nothing to tap.
    assert any(not isinstance(tap, BaseException) for tap in taps)


async def kill_the_one_that_sends(pair: Pair) -> set[int]:
    """Kill whoever drains, in the middle of it; the pushes that it had in its hands."""
    drain = await Drain.get()
    sending = next(process for process in pair.processes if f":{process.pid}:" in drain.owner)
    await pair.kill(sending)
    held = await Push.filter(status="waiting", leased_until__not_isnull=True).values_list("id", flat=True)
    if f":{sending.pid}:" in (await Drain.get()).owner:  # it still was, so nobody else has anything in hand
        await let_time_pass()
    # What it was processing is free, too; of whom else that is finds its claim gone, and leaves it.
    await InboxBody.filter(processed_at=None).exclude(retry_at=None).update(retry_at=real_now())
    return {int(str(id_)) for id_ in held}


async def all_done() -> bool:
    return await _settled(InboxBody.filter(processed_at=None)) and await _settled(Push.filter(status="waiting"))


async def _settled(waiting: Any) -> bool:
    return not await waiting.exists()


async def _helped(scene: Scene, times: int) -> bool:
    pushed = await _pushed_ids()
    replies = [[m for m in await _of_the_bot(p) if m["message_id"] not in pushed[p.id]] for p in scene.customers]
    return all(len(each) >= times for each in replies)


async def everything_was_told() -> None:
    """Each parcel is delivered, and its customer was told that, and that there is an order."""
    parcels = await Shipment.all()
    assert [parcel.status for parcel in parcels] == ["delivered"] * CUSTOMERS
    pushes = await Push.all()
    assert {push.status for push in pushes} <= {"sent", "superseded"}
    assert await InboxBody.filter(error__not_isnull=True, processed_at=None).count() == 0
    keys = Counter(str(push.once).split(":")[2] for push in pushes if str(push.once).startswith("shipment:"))
    assert keys["delivered"] == CUSTOMERS
    delivered = [push for push in pushes if ":delivered:" in str(push.once)]
    assert {push.status for push in delivered} == {"sent"}
    assert await Slot.filter(name__startswith="parcel:").count() == CUSTOMERS


async def nothing_twice(shown: list[Json], chat_id: int, died_with: set[int], *, replies: int) -> None:
    """Each message on the screen is one push, or the answer to what was asked; only those of the dead may be two."""
    sent = await Push.filter(chat_id=chat_id, status="sent", method="sendMessage")
    pushed = {push.message_id for push in sent}
    doubtful = sum(push.id in died_with for push in sent)
    others = [message for message in shown if message["message_id"] not in pushed]
    texts = Counter(message["text"] for message in shown if message["message_id"] in pushed)
    assert pushed <= {message["message_id"] for message in shown}
    assert set(texts.values()) == {1}
    assert replies <= len(others) <= replies + doubtful


async def _pushed_ids() -> dict[int, set[int]]:
    pushed: dict[int, set[int]] = {}
    for push in await Push.filter(message_id__not_isnull=True):
        pushed.setdefault(push.chat_id, set()).add(push.message_id)
    return pushed


async def _of_the_bot(person: Visitor, *, chat_id: int | None = None) -> list[Json]:
    return [message for message in await person.reads(chat_id=chat_id) if message["from"]["is_bot"]]


async def until(probe: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not await probe():  # noqa: ASYNC110  # other processes do it
            await asyncio.sleep(0.1)
