"""Polls in tests: written, posted, and counted."""

from datetime import datetime, timedelta
from typing import Any

from bot.broadcasts.poll_posting import mind_polls, post_poll
from bot.broadcasts.poll_results import note_figures
from bot.broadcasts.polls import create_poll, write_poll
from bot.clock import real_now
from bot.config import Settings
from bot.outbox.errors import Delivered
from tests.support.channel import CHANNEL
from tests.support.postman import NOON, Postman, drained

AUTHOR = 1
LASTS = timedelta(days=2)
NAME = "tg-5"  # what Telegram calls the poll


async def a_poll(*options: str, question: str = "Welche Farbe?", now: datetime = NOON, **changes: Any) -> int:
    poll_id = await create_poll(question, author_id=AUTHOR, now=now)
    await write_poll(poll_id, options=list(options or ("Rot", "Blau")), **changes)
    return poll_id


async def an_open_poll(shop: Settings, postman: Postman, **options: Any) -> int:
    """A poll that is in the channel, where Telegram calls it `NAME`."""
    poll_id = await a_poll(**options)
    postman.says(CHANNEL, Delivered(71, NAME))
    await post_poll(poll_id, by=AUTHOR, settings=shop, now=NOON)
    await drained(shop, postman)
    return poll_id


async def round_of(shop: Settings, postman: Postman, now: datetime = NOON) -> None:
    await mind_polls(shop, now=now)
    await drained(shop, postman, now)


async def told(number: int, *counts: int, closed: bool = False, at: datetime | None = None) -> bool:
    """Telegram's update of this number."""
    return await note_figures(NAME, number, counts, voters=sum(counts), closed=closed, now=at or real_now())
