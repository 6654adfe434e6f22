"""A shop of some thousand orders in a SQLite file, and people whose chats are linked to customers of it."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.load import Seat
from benchmarks.shop_files import write_orders
from bot.clock import real_now
from bot.config import load_settings
from bot.customers.models import Chat, Link
from bot.db import open_database, unit_of_work
from bot.shop.models import Order

ROOT = Path(__file__).resolve().parent.parent
ORDERS = 10_000
FIRST_USER = 5_000_001


def make_linked_shop(file: Path, chats: int, *, orders: int = ORDERS) -> list[Seat]:
    """Fill a new database: each of `chats` people has linked a customer; their seat names the newest order."""
    lines = file.with_suffix(".jsonl")
    write_orders(lines, orders)
    command = [sys.executable, "main.py", "import", str(lines), "--json"]
    subprocess.run(command, cwd=ROOT, env=environment(file), check=True, stdout=subprocess.DEVNULL)
    return asyncio.run(_link_chats(file, chats))


def environment(file: Path, **settings: str) -> dict[str, str]:
    """Of a process of Bote on this database; `settings` are named as in the README, without BOTE_."""
    ours = {"database_url": f"sqlite://{file}", "log_level": "error", "web_port": "0"} | settings
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("BOTE_")}
    return inherited | {f"BOTE_{name.upper()}": value for name, value in ours.items()} | {"PYTHONPATH": str(ROOT)}


async def _link_chats(file: Path, chats: int) -> list[Seat]:
    async with open_database(load_settings(database_url=f"sqlite://{file}")):
        owned = await Order.filter(customer_id__isnull=False).order_by("placed_at").values_list("customer_id", "number")
        newest = list(dict(owned).items())[:chats]
        assert len(newest) == chats, "fewer customers than chats"
        await _link([customer_id for customer_id, _ in newest])
    return [Seat(FIRST_USER + place, number) for place, (_, number) in enumerate(newest)]


@unit_of_work
async def _link(customer_ids: list[int]) -> None:
    """As if everybody had chosen German and linked a purchase; names and languages are those of the chat server."""
    now, people = real_now(), list(enumerate(customer_ids, FIRST_USER))
    chats = [
        Chat(id=user_id, locale="de", first_name=f"Person {user_id}", language_code="en", created_at=now)
        for user_id, _ in people
    ]
    await Chat.bulk_create(chats)
    links = [
        Link(chat_id=user_id, customer_id=customer_id, proof="order", linked_at=now) for user_id, customer_id in people
    ]
    await Link.bulk_create(links)
