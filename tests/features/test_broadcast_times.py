"""When a campaign reaches whom: at their own hour, not at night, not after its day, and not while it goes wrong."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.expanding import expand, mind_campaigns
from bot.broadcasts.readiness import preflight
from bot.broadcasts.results import results
from bot.broadcasts.rules import Errors, Status, earliest_moment, is_going_wrong, local_moment
from bot.broadcasts.running import pause, resume, schedule
from bot.config import Settings
from bot.outbox.consent import never_again
from bot.outbox.errors import Later, Refused, Unknown, Unreachable
from bot.outbox.models import Push
from tests.support.builders import an_order
from tests.support.offers import MARKETER, TEXTS, a_campaign, a_fan, rounds, started
from tests.support.postman import NOON, Call, Postman, drained, let_time_pass

BERLIN = ZoneInfo("Europe/Berlin")
PHOTO, VIDEO = {"kind": "photo", "file_id": "AgAC1"}, {"kind": "video", "file_id": "BAAD2"}
FRIDAY = date(2026, 11, 20)
with_database = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    ("on", "at", "zone", "moment"),
    [
        (date(2026, 7, 1), "10:00", "Europe/Berlin", "2026-07-01T08:00"),
        (date(2026, 12, 1), "10:00", "Europe/Berlin", "2026-12-01T09:00"),
        (date(2026, 3, 29), "02:30", "Europe/Berlin", "2026-03-29T01:30"),  # the clocks leave it out: 03:30
        (date(2026, 10, 25), "02:30", "Europe/Berlin", "2026-10-25T00:30"),  # it comes twice: the first
        (date(2026, 10, 25), "03:30", "Europe/Berlin", "2026-10-25T02:30"),
        (date(2026, 11, 20), "09:15", "Asia/Kathmandu", "2026-11-20T03:30"),
    ],
)
def test_an_hour_of_the_clock_is_a_moment_also_where_the_clocks_change(
    on: date, at: str, zone: str, moment: str
) -> None:
    assert local_moment(on, at, ZoneInfo(zone)) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_nowhere_is_it_that_hour_before_it_begins() -> None:
    assert earliest_moment(FRIDAY, "10:00") == local_moment(FRIDAY, "10:00", ZoneInfo("Pacific/Kiritimati"))


@pytest.mark.parametrize(
    ("tried", "failed", "wrong"),
    [(10, 10, False), (199, 99, False), (150, 100, True), (200, 10, False), (200, 11, True), (10_000, 99, False)],
)
def test_a_hundred_errors_or_one_in_twenty_are_too_many(tried: int, failed: int, wrong: bool) -> None:
    assert is_going_wrong(Errors(tried, failed)) is wrong


@with_database
async def test_everybody_gets_it_at_the_same_hour_of_their_own_clock(settings: Settings) -> None:
    await a_fan(1, time_zone="Europe/Berlin")
    await a_fan(2, time_zone="America/New_York")
    await a_fan(3)
    await an_order(customer=await a_fan(4), ship_country="JP")
    campaign_id, postman = await a_campaign(when_kind="local", local_on=FRIDAY, local_at="10:00"), Postman()
    await schedule(campaign_id, by=MARKETER, settings=settings, now=NOON)
    reached: dict[str, list[int]] = {}
    now = datetime(2026, 11, 19, 12, tzinfo=UTC)
    while now < datetime(2026, 11, 20, 18, tzinfo=UTC):
        before = len(postman.calls)
        await rounds(settings, postman, now=now)
        if chats := sorted(call.chat_id for call in postman.calls[before:]):
            reached[now.strftime("%d %H:%M")] = chats
        now += timedelta(minutes=30)

    assert reached == {"20 01:00": [4], "20 09:00": [1, 3], "20 15:00": [2]}
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


@with_database
async def test_an_hour_of_everybodys_own_that_is_ahead_here_may_be_scheduled_though_it_has_struck_elsewhere(
    settings: Settings,
) -> None:
    """Eight this evening at half past six: Berlin is to have it then, Tokyo had that hour, and is asleep."""
    evening, postman = datetime(2026, 11, 18, 17, 30, tzinfo=UTC), Postman()
    await a_fan(1, time_zone="Europe/Berlin")
    await an_order(customer=await a_fan(2), ship_country="JP")
    campaign_id = await a_campaign(when_kind="local", local_on=evening.date(), local_at="20:00")
    found, _ = await preflight(await get_campaign(campaign_id), settings=settings, now=evening)
    assert [(each.code, each.values.get("number")) for each in found if "hour" in each.code] == [("hour_struck", 1)]
    await schedule(campaign_id, by=MARKETER, settings=settings, now=evening)
    await rounds(settings, postman, now=evening)
    assert postman.calls == []
    await rounds(settings, postman, now=evening + timedelta(minutes=90))
    assert [call.chat_id for call in postman.calls] == [1]
    await rounds(settings, postman, now=evening + timedelta(hours=6))
    assert [call.chat_id for call in postman.calls] == [1, 2]


@with_database
async def test_an_hour_that_has_struck_at_the_shop_is_still_ahead_in_the_west(settings: Settings) -> None:
    late, postman = datetime(2026, 11, 18, 23, tzinfo=UTC), Postman()
    await a_fan(1, time_zone="America/New_York")
    campaign_id = await a_campaign(when_kind="local", local_on=late.date(), local_at="20:00")
    await schedule(campaign_id, by=MARKETER, settings=settings, now=late)
    await rounds(settings, postman, now=late + timedelta(hours=2))
    assert [call.chat_id for call in postman.calls] == [1]
    assert (await get_campaign(campaign_id)).late_because is None


@with_database
async def test_what_is_started_in_the_evening_rings_nobody_at_night(settings: Settings) -> None:
    await an_order(customer=await a_fan(1), ship_country="DE")
    night, postman = datetime(2026, 11, 18, 22, tzinfo=UTC), Postman()
    campaign_id = await started(settings, now=night)
    await rounds(settings, postman, now=night)
    assert (await results(campaign_id)).waiting == {"quiet_hours": 1}
    await rounds(settings, postman, now=datetime(2026, 11, 19, 7, tzinfo=UTC))

    assert [call.chat_id for call in postman.calls] == [1]


@with_database
async def test_past_its_day_nobody_gets_it_and_everybody_has_the_reason(settings: Settings) -> None:
    for chat_id in (1, 2, 3):
        await a_fan(chat_id)
    campaign_id, postman = await started(settings, expires_at=NOON + timedelta(hours=2)), Postman()
    await expand(campaign_id, now=NOON, page=1)
    await rounds(settings, postman, now=NOON + timedelta(hours=2), times=2)

    found = await results(campaign_id)
    assert postman.calls == []
    assert (found.withheld, found.left_out, found.lost) == ({"expired": 3}, {}, 0)
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


@with_database
async def test_a_paused_campaign_is_over_with_its_day(settings: Settings) -> None:
    await a_fan(1)
    campaign_id, postman = await started(settings, expires_at=NOON + timedelta(hours=2)), Postman()
    await mind_campaigns(settings, now=NOON)
    await pause(campaign_id, by=MARKETER, now=NOON)
    await rounds(settings, postman, now=NOON + timedelta(hours=3), times=3)

    assert postman.calls == []
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


@with_database
async def test_what_came_back_from_its_way_while_paused_waits_with_the_others(settings: Settings) -> None:
    await a_fan(1)
    campaign_id = await started(settings)
    postman = Postman(on_the_way=lambda _: pause(campaign_id, by=MARKETER, now=NOON))
    postman.says(1, Later(1))
    await mind_campaigns(settings, now=NOON)
    await drained(settings, postman)
    await let_time_pass()
    await rounds(settings, postman, times=2)
    assert len(postman.calls) == 1

    postman.on_the_way = None
    await resume(campaign_id, by=MARKETER, now=NOON)
    await rounds(settings, postman)

    assert len(postman.calls) == 2


@with_database
async def test_too_many_errors_pause_it_and_people_who_left_are_none(settings: Settings) -> None:
    postman = Postman()
    for chat_id in range(1, 151):
        await a_fan(chat_id)
        postman.says(chat_id, Unreachable("blocked") if chat_id <= 30 else Refused("Bad Request: can't parse"))
    campaign_id = await started(settings)
    await expand(campaign_id, now=NOON, page=130)
    await drained(settings, postman)
    await mind_campaigns(settings, now=NOON)
    campaign = await get_campaign(campaign_id)
    assert (campaign.status, campaign.paused_because) == (Status.PAUSED, "errors")
    assert len(postman.calls) == 130

    await resume(campaign_id, by=MARKETER, now=NOON)
    await rounds(settings, postman)

    found = await results(campaign_id)
    assert (await get_campaign(campaign_id)).status is Status.FINISHED
    assert (found.blocked, found.failed) == (30, {"refused": 120})


@with_database
@pytest.mark.parametrize("never_twice", [False, True])
async def test_a_server_that_does_not_answer_is_an_error_whether_or_not_it_is_tried_again(
    settings: Settings, never_twice: bool
) -> None:
    postman = Postman()
    for chat_id in range(1, 106):
        await a_fan(chat_id)
        postman.says(chat_id, Unknown("timed_out"))
    campaign_id = await started(settings, never_twice=never_twice)
    await rounds(settings, postman, times=10)  # the drain leaves a server that does not answer alone for a while

    campaign = await get_campaign(campaign_id)
    assert (campaign.status, campaign.paused_because) == (Status.PAUSED, "errors")
    found = await results(campaign_id)
    assert (found.maybe_sent >= 100, found.waiting.get("paused", 0) >= 100) == (never_twice, not never_twice)
    assert len(postman.calls) == len({call.chat_id for call in postman.calls})


@with_database
async def test_a_picture_carries_the_text_and_an_album_is_followed_by_it(settings: Settings) -> None:
    await a_fan(1)
    one, several = Postman(), Postman()
    await started(settings, media=[PHOTO])
    await rounds(settings, one)
    later = NOON + timedelta(days=2)
    album = await started(settings, media=[PHOTO, VIDEO], now=later, never_twice=True)
    await rounds(settings, several, now=later, times=2)

    [call] = one.calls
    assert (call.method, call.params["photo"]) == ("sendPhoto", "AgAC1")
    assert call.params["caption"].endswith(TEXTS["de"])
    assert "text" not in call.params
    assert [each.method for each in several.calls] == ["sendMediaGroup", "sendMessage"]
    assert [part["media"] for part in several.calls[0].params["media"]] == ["AgAC1", "BAAD2"]
    assert several.calls[1].params["reply_markup"]["inline_keyboard"]
    assert (await results(album)).delivered == 1
    assert {push.purpose for push in await Push.all()} == {"offer", "offer_once", "offer_once_rest"}


@with_database
async def test_who_wants_no_more_after_the_album_does_not_get_its_text(settings: Settings) -> None:
    await a_fan(1)
    await started(settings, media=[PHOTO, VIDEO])

    async def says_no(_: Call) -> None:
        await never_again(1, "promo", now=NOON)

    postman = Postman(on_the_way=says_no)
    await rounds(settings, postman, times=2)

    assert [each.method for each in postman.calls] == ["sendMediaGroup"]
    assert {push.purpose: push.why for push in await Push.all()} == {"offer": None, "offer_rest": "no_consent"}
