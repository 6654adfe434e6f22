"""Posts of a channel, put up and seen by a postman."""

from datetime import datetime, timedelta
from typing import Any

from bot.broadcasts.buttons import Button
from bot.broadcasts.posting import mind_posts
from bot.broadcasts.running import start
from bot.config import Settings
from tests.support.offers import MARKETER, a_campaign
from tests.support.postman import NOON, Call, Postman, drained

CHANNEL = -1_000_000_001_002
HOUR = timedelta(hours=1)
LINK = Button("aaaa1111", "link", "https://shop.example/socken", {"de": "Ansehen"})


def with_channel(settings: Settings) -> Settings:
    told = {"community_chat_id": CHANNEL, "default_locale": "de", "public_url": "https://go.example"}
    return settings.model_copy(update=told)


async def a_post(**edits: Any) -> int:
    return await a_campaign(**({"kind": "channel", "texts": {"de": "Neu: <b>Socken</b>"}} | edits))


async def posted(shop: Settings, postman: Postman, **edits: Any) -> int:
    """A post that is in the channel."""
    campaign_id = await a_post(**edits)
    await start(campaign_id, by=MARKETER, settings=shop, now=NOON)
    await round_of(shop, postman)
    return campaign_id


async def round_of(shop: Settings, postman: Postman, now: datetime = NOON) -> None:
    """Ticks and the drain in turn, until nothing more follows."""
    for _ in range(2):
        await mind_posts(shop, now=now)
        await drained(shop, postman, now)


def methods(postman: Postman) -> list[str]:
    return [call.method for call in postman.calls]


def last(postman: Postman) -> Call:
    return postman.calls[-1]
