"""What the demo shop sends of its own accord is there when it opens, and is what the verbs make of it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.broadcasts.automatic import list_automatic
from bot.broadcasts.calendar import timeline
from bot.broadcasts.campaigns import get_campaign, list_campaigns
from bot.broadcasts.readiness import preflight
from bot.broadcasts.results import results
from bot.config import LOCALES, Settings
from bot.demo.content import list_seats
from bot.demo.offers import find_marketer, plan_offers, post_again
from bot.demo.room import CHANNEL_ID
from bot.demo.seeding import open_shop
from bot.outbox.models import Push

BERLIN = ZoneInfo("Europe/Berlin")
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, ten in Berlin


@pytest.fixture
async def shop(database: Settings) -> Settings:
    settings = database.model_copy(update={"community_chat_id": CHANNEL_ID, "default_locale": "de"})
    await open_shop(now=MORNING, zone=BERLIN, pages="http://127.0.0.1:8080/demo")
    await plan_offers(settings, opened_at=MORNING)
    return settings


async def test_a_campaign_is_over_one_runs_and_others_are_to_come(shop: Settings) -> None:
    await plan_offers(shop, opened_at=MORNING)  # a second start changes nothing
    kinds = [(each.kind, each.status.value) for each in reversed(await list_campaigns())]
    assert kinds == [
        ("customers", "finished"),
        ("customers", "running"),
        ("customers", "scheduled"),
        *[("channel", "running")] * 2,
        ("channel", "scheduled"),
        ("customers", "draft"),
    ]
    assert [each.active for each in await list_automatic(settings=shop, now=MORNING)] == [True, False, False, False]
    assert {send.phase for send in await timeline(settings=shop, now=MORNING)} == {"past", "waiting", "scheduled"}


async def test_a_demo_in_which_every_offer_needs_approval_opens_with_its_own_ones(database: Settings) -> None:
    settings = database.model_copy(update={"community_chat_id": CHANNEL_ID, "approval_above": 0})
    await open_shop(now=MORNING, zone=BERLIN, pages="http://127.0.0.1:8080/demo")
    await plan_offers(settings, opened_at=MORNING)
    assert len(await list_campaigns()) == 7


async def test_the_campaign_of_last_week_has_results(shop: Settings) -> None:
    found = await results(1)
    assert (found.audience, found.delivered, found.lost) == (24, 24, 0)
    assert found.clicked > 0 < found.unsubscribed


async def test_todays_goes_to_seats_that_are_asked_for_no_survey(shop: Settings) -> None:
    campaign = await get_campaign(2)
    assert campaign.frozen == sum(not seat.agrees for seat in list_seats())
    assert await Push.filter(chat_id=CHANNEL_ID, status="waiting").count() == 2


async def test_a_room_that_opens_anew_has_its_posts_again(shop: Settings) -> None:
    assert await post_again(shop, now=MORNING) == 0  # they have not left yet
    await Push.filter(chat_id=CHANNEL_ID).update(status="sent", message_id=7, settled_at=MORNING)
    assert await post_again(shop, now=MORNING) == 2
    assert await Push.filter(chat_id=CHANNEL_ID, status="waiting").count() == 2


async def test_everything_that_is_to_come_is_ready(shop: Settings) -> None:
    for campaign in await list_campaigns(limit=50):
        found, _ = await preflight(campaign, settings=shop, now=MORNING)
        if campaign.status.value == "scheduled":
            assert [each.code for each in found if each.blocks] == []


def test_whoever_writes_them_is_described_in_every_language() -> None:
    assert len({find_marketer(locale).about for locale in LOCALES}) == len(LOCALES)
