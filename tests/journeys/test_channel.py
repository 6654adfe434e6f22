"""A post from the bot to those who follow the channel: over HTTP, corrected where it stands, pinned, and over."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.broadcasts.campaigns import create, get_campaign
from bot.broadcasts.channel import edit_post
from bot.broadcasts.posting import mind_posts
from bot.broadcasts.rules import Status
from bot.broadcasts.running import resume, start
from bot.clock import Clock, real_now
from bot.config import Settings
from bot.webchat.state import Chat
from tests.support.staffed import Shop, eventually, open_shop

MARKETER = 1


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """At noon of a Wednesday, when advertising may ring."""
    now = real_now()
    ahead = now.replace(hour=11, minute=0) + timedelta(days=1)
    while ahead.isoweekday() != 3:
        ahead += timedelta(days=1)
    async with open_shop(database, Clock(ahead=ahead - now)) as shop:
        yield shop


def _opened(shop: Shop, *readers: int) -> Chat:
    channel = shop.town.web.room.add_channel("Laden", readers)
    shop.town.settings.community_chat_id = channel.id
    return channel


async def _posted(shop: Shop, **edits: Any) -> int:
    now = shop.town.clock.now()
    told: Any = {"texts": {"de": "Socken", "fr": "Chaussettes"}} | edits
    campaign_id = await create("Socken", author_id=MARKETER, now=now, kind="channel", **told)
    await start(campaign_id, by=MARKETER, settings=shop.town.settings, now=now)
    return campaign_id


async def _round(shop: Shop) -> None:
    await mind_posts(shop.town.settings, now=shop.town.clock.now())


async def test_three_customers_read_a_post_its_correction_and_its_end(shop: Shop) -> None:
    readers = [await shop.town.web.visitor(name) for name in ("Anna", "Ben", "Chloé")]
    channel = _opened(shop, *(reader.id for reader in readers))
    ends = shop.town.clock.now() + timedelta(hours=3)
    campaign_id = await _posted(shop, pin=True, silent=True, expires_at=ends)

    async def reads(*words: str) -> bool:
        await _round(shop)
        seen = [await reader.reads(chat_id=channel.id) for reader in readers]
        return all(any(all(word in each.get("text", "") for word in words) for each in read) for read in seen)

    assert await eventually(lambda: reads("Anzeige", "🇩🇪 Socken", "🇫🇷 Chaussettes"))

    async def is_pinned() -> bool:
        await _round(shop)
        return bool(channel.pinned)

    assert await eventually(is_pinned)
    [post] = [each for each in await readers[0].reads(chat_id=channel.id) if "text" in each]
    assert (post["is_silent"], post["is_pinned"], "from" in post) == (True, True, False)

    seen = await get_campaign(campaign_id)
    now = shop.town.clock.now()
    await edit_post(
        campaign_id, version=seen.version, by=MARKETER, settings=shop.town.settings, now=now, texts={"fr": "Bas"}
    )
    assert await eventually(lambda: reads("🇩🇪 Socken", "🇫🇷 Bas"))

    shop.town.clock.advance(timedelta(hours=3))
    assert await eventually(lambda: reads("vorbei", "🇫🇷 Bas"))

    async def is_over() -> bool:
        await _round(shop)
        return not channel.pinned

    assert await eventually(is_over)
    assert (await get_campaign(campaign_id)).status is Status.FINISHED
    assert len([each for each in await readers[0].reads(chat_id=channel.id) if "text" in each]) == 1


async def test_a_channel_that_has_put_the_bot_out_pauses_the_post_until_it_is_back(shop: Shop) -> None:
    reader = await shop.town.web.visitor("Anna")
    channel = _opened(shop, reader.id)
    channel.bot_is_admin = False
    campaign_id = await _posted(shop)

    async def is_paused() -> bool:
        await _round(shop)
        return (await get_campaign(campaign_id)).status is Status.PAUSED

    assert await eventually(is_paused)
    channel.bot_is_admin = True
    await resume(campaign_id, by=MARKETER, now=shop.town.clock.now())

    async def is_there() -> bool:
        await _round(shop)
        return bool(await reader.reads(chat_id=channel.id))

    assert await eventually(is_there)
    assert len(await reader.reads(chat_id=channel.id)) == 1
