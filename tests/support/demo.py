"""A demo world for tests: its story goes through the bot's own webhooks over HTTP, as in the demo."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.config import Settings
from bot.demo.courier import open_courier, with_secrets
from bot.demo.mark import mark
from bot.demo.story import Posting, Turn
from bot.demo.world import World
from bot.shop.models import Shipment
from bot.web import serving
from tests.support.platforms import aftership_update, checkpoint

ANNA, BEN = 701, 702


@asynccontextmanager
async def open_world(
    settings: Settings, clock: Clock, story: Sequence[Turn] = (), *, posts_with: Settings | None = None, **more: Any
) -> AsyncIterator[World]:
    """A world on the open database; `posts_with` are other settings for the courier, with other secrets."""
    settings = with_secrets(settings).model_copy(update={"web_port": 0})
    await mark(clock.now(), pages="http://127.0.0.1:8080/demo")
    async with serving(settings, clock=clock) as url, open_courier(url, posts_with or settings) as courier:
        world = World(clock, settings, **more)
        world.begin(story, courier.deliver)
        yield world


async def scanned(shipment: Shipment, status: str, subtag: str, at: datetime, **more: Any) -> Turn:
    """A turn: its carrier tells that one scan of the parcel."""
    seat_id, position = more.pop("seat_id", ANNA), more.pop("position", None)
    order = await shipment.order
    body = aftership_update(
        shipment.tracking_number or "", checkpoint(subtag, at.isoformat()), ts=int(at.timestamp()), **more
    )
    return Turn(at, seat_id, "Anna Demo", order.number, status, (Posting("aftership", body["event"], body),), position)
