"""The bot was down when an offer was to begin: its author is asked, and decides by a tap."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from bot.broadcasts.campaigns import create, get_campaign
from bot.broadcasts.rules import Status
from bot.broadcasts.running import schedule
from bot.config import Settings
from tests.support.chat import Person
from tests.support.offer_desk import fan, marketer, noon_of_a_wednesday, rounds
from tests.support.staffed import Shop, eventually, open_shop, seen

HOUR = timedelta(hours=1)


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    async with open_shop(database, noon_of_a_wednesday()) as shop:
        yield shop


async def held(shop: Shop, mia: Person) -> int:
    """What was planned for one o'clock, seen again at five."""
    now = shop.town.clock.now()
    campaign_id = await create(
        "Socken", author_id=mia.id, now=now, texts={"de": "Warme Socken"}, when_kind="at", send_at=now + HOUR
    )
    await schedule(campaign_id, by=mia.id, settings=shop.town.settings, now=now)
    shop.town.clock.advance(5 * HOUR)
    await rounds(shop)
    await eventually(partial(seen, mia, "wurde nicht gesendet"))
    return campaign_id


async def test_sent_now_it_arrives_and_a_double_tap_changes_nothing(shop: Shop) -> None:
    mia, anna = await marketer(shop, "Mia"), await fan(shop, "de")
    campaign_id = await held(shop, mia)
    place, tap = mia.data_of("Jetzt senden")
    await mia.says("/offers")
    await mia.taps("❗ Socken")
    mia.reads("Zurückgehalten", "zu spät")
    assert not await seen(anna, "Warme Socken")

    answers = await asyncio.gather(mia.taps_data(place, tap), mia.taps_data(place, tap))
    assert [answer["show_alert"] for answer in answers] == [False, True]
    await rounds(shop)
    await eventually(partial(seen, anna, "Warme Socken"))
    await rounds(shop)
    assert (await get_campaign(campaign_id)).status is Status.FINISHED
    assert not await seen(anna, "Warme Socken", times=2)


async def test_with_a_new_time_it_is_scheduled_again_and_comes_then(shop: Shop) -> None:
    mia, anna = await marketer(shop, "Mia"), await fan(shop, "de")
    campaign_id = await held(shop, mia)
    await mia.taps("Neue Zeit")
    mia.reads("Danach nicht mehr")
    await mia.taps("Zu einer Zeit")
    tomorrow = (shop.town.clock.now() + timedelta(days=1)).astimezone(shop.town.settings.time_zone)
    await mia.says(f"{tomorrow:%d.%m.%Y} 10:00")
    await mia.taps("Zurück")
    mia.reads("Socken", "Entwurf")
    await mia.taps("Prüfen")
    await mia.taps("So planen")
    assert (await get_campaign(campaign_id)).status is Status.SCHEDULED
    due = tomorrow.replace(hour=10, minute=0, second=30)
    shop.town.clock.advance(due - shop.town.clock.now())
    await rounds(shop)
    await eventually(partial(seen, anna, "Warme Socken"))


async def test_cancelled_it_never_comes_and_kept_it_waits_on(shop: Shop) -> None:
    mia, anna = await marketer(shop, "Mia"), await fan(shop, "de")
    campaign_id = await held(shop, mia)
    cancelling = mia.data_of("Abbrechen")
    await mia.taps_data(*cancelling)
    await mia.taps("Nein")
    mia.has_read("bleibt zurückgehalten")
    assert (await get_campaign(campaign_id)).late_because == "late"
    await mia.taps_data(*cancelling)
    await mia.taps("Ja, abbrechen")
    await rounds(shop)
    assert (await get_campaign(campaign_id)).status is Status.CANCELLED
    assert not await seen(anna, "Warme Socken")
