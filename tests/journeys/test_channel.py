"""A post from the bot to those who follow the channel: over HTTP, corrected where it stands, pinned, and over."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import create, get_campaign
from bot.broadcasts.correcting import edit_post
from bot.broadcasts.posting import mind_posts
from bot.broadcasts.rules import Status
from bot.broadcasts.running import resume, start
from bot.clock import Clock, real_now
from bot.config import Settings
from bot.staff.roles import Role, grant
from bot.webchat.state import Chat
from tests.support.builders import a_product
from tests.support.chat import Person, text_of
from tests.support.staffed import Shop, eventually, open_shop
from tests.support.webchat import png

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


async def test_a_marketer_corrects_pins_and_ends_a_post_by_taps_and_a_reader_follows_its_product(shop: Shop) -> None:
    product = await a_product(name={"de": "Kanne"})
    mia, anna = await marketer(shop), await shop.town.customer("de", name="Anna")
    channel = _opened(shop, anna.id)
    button = Button("a1b2c3d4", "product", str(product.id), {"de": "Zur Kanne"})
    await _posted(shop, buttons=[button], pin=True)

    async def reads(*words: str) -> bool:
        await _round(shop)
        posts = await anna.visitor.reads(chat_id=channel.id)
        return any(all(word in text_of(each) for word in words) for each in posts)

    async def pinned(wanted: bool) -> bool:
        await _round(shop)
        return bool(channel.pinned) is wanted

    assert await eventually(partial(reads, "🇩🇪 Socken"))
    assert await eventually(partial(pinned, True))
    await mia.says("/offers")
    await mia.taps("Socken")
    mia.reads("Steht im Kanal seit")
    await mia.taps("Im Kanal ändern")
    await mia.taps("Texte")
    mia.reads("ersetzt ihn dort sofort")
    await mia.says("30 % billiger")
    mia.has_read("„30 %“ kündigt eine Preissenkung an")
    await mia.says("Wollsocken")
    assert await eventually(partial(reads, "🇩🇪 Wollsocken"))
    assert not await reads("30 %")
    await mia.taps("Zurück")
    await mia.taps("Bilder")
    await mia.sends_file("socken.png", png())
    assert await eventually(partial(reads, "🇩🇪 Wollsocken", "🇫🇷 Chaussettes"))
    assert await eventually(lambda: _has_photo(channel))

    [post] = [each for each in await anna.visitor.reads(chat_id=channel.id) if "photo" in each]
    url = post["reply_markup"]["inline_keyboard"][0][0]["url"]
    for _ in range(2):
        await anna.says(f"/start {url.rpartition('=')[2]}")
        anna.reads("Kanne")
    await mia.taps("Zurück")
    mia.reads("Getippt: 2-mal", "Oben angeheftet")
    await mia.taps("Nicht anheften")
    assert await eventually(partial(pinned, False))
    await mia.taps("Beenden")
    await mia.taps("Ja, beenden")
    assert await eventually(partial(reads, "vorbei", "Wollsocken"))
    assert not any("Beenden" in label or "Knöpfe" in label for label in mia.buttons)
    await anna.says("/start offer_1_ffffffff")
    anna.reads("gibt es nicht mehr")


async def marketer(shop: Shop) -> Person:
    mia = await shop.town.customer("de", name="Mia")
    await grant(1, mia.id, Role.MARKETER, name="Mia", settings=shop.town.settings, now=shop.town.clock.now())
    await mia.says("/start")
    return mia


async def _has_photo(channel: Chat) -> bool:
    return any("photo" in each for each in channel.messages.values())
