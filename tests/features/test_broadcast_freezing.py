"""An audience is written down in pages: whole, each person once, in order, whatever happens between two of them."""

from datetime import date, timedelta

import pytest

from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.expanding import expand, mind_campaigns
from bot.broadcasts.freezing import begin_freezing, freeze_page
from bot.broadcasts.models import Recipient
from bot.broadcasts.results import results
from bot.broadcasts.running import cancel, pause, resume
from bot.config import Settings
from bot.shop.rows import change
from tests.support.offers import MARKETER, a_campaign, a_fan, held, rounds
from tests.support.postman import NOON, Postman

pytestmark = pytest.mark.usefixtures("database")
FRIDAY = date(2026, 11, 20)


async def test_an_audience_is_frozen_page_by_page_and_each_person_stands_in_it_once(settings: Settings) -> None:
    """A small page stands for a large audience: every boundary between two of them is one between persons here."""
    person, other = await a_fan(5), await a_fan(1)
    await a_fan(3, customer=person)
    await a_fan(9, customer=other)
    for chat_id in (4, 6, 7):
        await a_fan(chat_id, locale="fr" if chat_id == 7 else "de")
    await a_fan(8, agrees=False)
    campaign_id = await a_campaign(texts={"de": "Socken"}, missing="hold")
    await begun_in_pages(campaign_id, settings)
    while await freeze_page(campaign_id, settings=settings, page=2):
        continue

    assert await held(campaign_id) == {1: None, 3: None, 4: None, 5: "same_person", 6: None, 7: "no_language"} | {
        9: "same_person"
    }
    assert (await get_campaign(campaign_id)).frozen == 4


async def test_nobody_gets_it_before_all_are_known_and_a_pause_or_a_death_in_between_loses_none(
    settings: Settings,
) -> None:
    for chat_id in range(1, 8):
        await a_fan(chat_id)
    campaign_id, postman = await a_campaign(), Postman()
    await begun_in_pages(campaign_id, settings)
    assert (await get_campaign(campaign_id)).frozen is None
    assert await expand(campaign_id, now=NOON) == 0
    await pause(campaign_id, by=MARKETER, now=NOON)
    await rounds(settings, postman)
    assert postman.calls == []

    await resume(campaign_id, by=MARKETER, now=NOON)
    await rounds(settings, postman)

    assert sorted(call.chat_id for call in postman.calls) == list(range(1, 8))


async def test_a_campaign_that_is_cancelled_while_it_is_frozen_says_so_of_everybody(settings: Settings) -> None:
    for chat_id in range(1, 8):
        await a_fan(chat_id)
    campaign_id = await a_campaign()
    await begun_in_pages(campaign_id, settings)
    await cancel(campaign_id, by=MARKETER, now=NOON)
    await mind_campaigns(settings, now=NOON)

    assert await held(campaign_id) == {1: "cancelled", 2: "cancelled"}
    assert (await results(campaign_id)).withheld == {"cancelled": 2}


async def begun_in_pages(campaign_id: int, settings: Settings, page: int = 2) -> None:
    """Its start, as it is with an audience of more than a page."""
    statement = "UPDATE broadcast_campaign SET status = 'running', started_at = ?, expires_at = ? WHERE id = ?"
    await change(statement, NOON, NOON + timedelta(days=7), campaign_id)
    await begin_freezing(await get_campaign(campaign_id), settings=settings, now=NOON, page=page)


@pytest.mark.parametrize("page", [1, 3, 5_000])
async def test_rows_of_a_campaign_stand_in_the_order_in_which_they_are_due(settings: Settings, page: int) -> None:
    for chat_id, zone in enumerate(("America/New_York", "Asia/Tokyo", "Europe/Berlin", "Asia/Tokyo"), 1):
        await a_fan(chat_id, time_zone=zone)
    campaign_id = await a_campaign(when_kind="local", local_on=FRIDAY, local_at="10:00")
    await begun_in_pages(campaign_id, settings, page)
    while await freeze_page(campaign_id, settings=settings, page=page):
        continue
    assert (await get_campaign(campaign_id)).frozen == 4
    rows = await Recipient.filter(campaign_id=campaign_id).order_by("id")

    assert [row.chat_id for row in rows] == [2, 4, 3, 1]
    assert [row.due_at for row in rows] == sorted(row.due_at for row in rows)
    assert await held(campaign_id) == dict.fromkeys((2, 4, 3, 1))
