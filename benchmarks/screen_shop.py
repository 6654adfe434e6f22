"""A shop whose parcels are on their way to people with a linked chat, for bench_screen.

In a process of its own, since one process knows one kind of database: `python -m benchmarks.screen_shop ORDER`, with
{"do": "open" | "offer", "database_url": …, "chats": […]} or {"do": "ask", "database_url": …, "chats": [one],
"staff_chat_id": …} as JSON.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import real_now
from bot.config import load_settings
from bot.customers.models import Chat, Link
from bot.db import open_database
from bot.outbox.queue import NewPush, enqueue_all
from bot.tickets.cards import post_card
from bot.tickets.models import Case
from tests.support.builders import a_customer, an_order, parcel, scan

ROOT = Path(__file__).resolve().parent.parent
OFFER = {"text": "Wieder da: der Kaffeebecher in Blau."}
DAYTIME = range(9, 18)
ZONES = ("Pacific/Auckland", "Asia/Tokyo", "Asia/Karachi", "Europe/Berlin", "America/Sao_Paulo", "America/Los_Angeles")


def tracking_number(chat_id: int) -> str:
    return f"BENCH-{chat_id}"


def in_shop(do: str, database_url: str, chats: Sequence[int], **more: int) -> None:
    """Have it done by another process; returns when it is."""
    order = {"do": do, "database_url": database_url, "chats": list(chats)} | more
    subprocess.run([sys.executable, "-m", "benchmarks.screen_shop", json.dumps(order)], cwd=ROOT, check=True)


async def _open(database_url: str, chats: list[int]) -> None:
    """A parcel underway for each of these people, who are awake, wherever that is at this hour."""
    now = real_now()
    async with open_database(load_settings(_env_file=None, database_url=database_url)):
        for chat_id in chats:
            customer = await a_customer(f"Person {chat_id}")
            created = scan("label_created", at=now - timedelta(hours=6))
            box = parcel(created, tracking_number=tracking_number(chat_id))
            await an_order(customer=customer, parcels=[box], placed_at=now - timedelta(hours=8))
            zone = _awake_zone(now)
            await Chat.create(id=chat_id, locale="de", first_name="Anna", time_zone=zone, created_at=now)
            await Link.create(chat_id=chat_id, customer_id=customer.id, proof="order", linked_at=now)


async def _ask(database_url: str, chats: list[int], staff_chat_id: int) -> None:
    """Somebody asks for a human; the card of it is on its way to the staff's group."""
    settings = load_settings(_env_file=None, database_url=database_url, staff_chat_id=staff_chat_id)
    async with open_database(settings):
        case = await Case.create(cause="human", chat_id=chats[0], locale="de", opened_at=real_now())
        await post_card(case, settings=settings, now=real_now())


async def _offer(database_url: str, chats: list[int]) -> None:
    """An advertising push that may go at once for each of these chats, where Sundays are like other days."""
    now = real_now()
    async with open_database(load_settings(_env_file=None, database_url=database_url)):
        customer = await a_customer("Somebody")
        await an_order(customer=customer, ship_country="DE")
        people = [Chat(id=chat_id, locale="de", time_zone=_awake_zone(now), created_at=now) for chat_id in chats]
        await Chat.bulk_create(people)
        links = [Link(chat_id=chat_id, customer_id=customer.id, proof="order", linked_at=now) for chat_id in chats]
        await Link.bulk_create(links)
        await enqueue_all([NewPush(chat_id, "sendMessage", OFFER, "requested") for chat_id in chats], now=now)


def _awake_zone(now: datetime) -> str:
    """Where it is day: at night news wait for the morning, and nothing would be measured."""
    return next(name for name in ZONES if now.astimezone(ZoneInfo(name)).hour in DAYTIME)


DONE_BY: dict[str, Callable[..., Coroutine[Any, Any, None]]] = {"open": _open, "ask": _ask, "offer": _offer}

if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    asyncio.run(DONE_BY[told.pop("do")](**told))
