"""A scheduled offer whose time passed while nobody sent it: held, told to its author, and lost in no case."""

from datetime import timedelta
from typing import Any

import pytest

from bot.broadcasts.campaigns import approve, get_campaign
from bot.broadcasts.lateness import LATE_AT_ONCE, Late, start_late, why_late
from bot.broadcasts.posting import mind_posts
from bot.broadcasts.rules import NotReadyError, Status, WrongStatusError
from bot.broadcasts.running import cancel, schedule, unschedule
from bot.config import Settings
from bot.outbox.models import Push
from bot.staff.models import StaffMember
from tests.support.channel import a_post, round_of, with_channel
from tests.support.offers import APPROVER, MARKETER, a_campaign, a_fan, rounds
from tests.support.postman import NOON, Postman

pytestmark = pytest.mark.usefixtures("database")
HOUR = timedelta(hours=1)
AT = NOON + HOUR
LIMIT = timedelta(minutes=120)
NIGHT = NOON.replace(hour=21, minute=30)  # half past ten in Berlin


@pytest.fixture
async def told() -> None:
    for person in (MARKETER, APPROVER):
        await StaffMember.create(id=person, role="marketer", granted_at=NOON)


async def scheduled(settings: Settings, **edits: Any) -> int:
    told: Any = {"when_kind": "at", "send_at": AT} | edits
    campaign_id = await a_campaign(**told)
    await schedule(campaign_id, by=MARKETER, settings=settings, now=NOON)
    return campaign_id


async def notes() -> list[Push]:
    return await Push.filter(purpose="staff").order_by("id")


async def test_a_restart_of_minutes_changes_nothing(settings: Settings, told: None) -> None:
    await a_fan(1)
    postman, campaign_id = Postman(), await scheduled(settings)
    await rounds(settings, postman, now=AT + LIMIT)
    assert [call.chat_id for call in postman.calls] == [1]
    assert (await get_campaign(campaign_id)).status is Status.FINISHED
    assert await notes() == []


async def test_what_comes_later_than_the_limit_is_held_and_its_author_told_once(settings: Settings, told: None) -> None:
    await a_fan(1)
    postman, campaign_id = Postman(), await scheduled(settings)
    for minutes in (1, 2, 30):
        await rounds(settings, postman, now=AT + LIMIT + timedelta(minutes=minutes))
    held = await get_campaign(campaign_id)
    assert (held.status, held.late_because, held.started_at) == (Status.SCHEDULED, "late", None)
    # The postman serves the staff, too: nobody but the author has got anything.
    assert {call.chat_id for call in postman.calls} == {MARKETER}
    [note] = await notes()
    assert [row[0]["text"] for row in note.params["reply_markup"]["inline_keyboard"]] == [
        "▶️ Send it now", "⏰ New time", "🚫 Cancel",
    ]  # fmt: skip

    await start_late(campaign_id, by=MARKETER, settings=settings, now=AT + 4 * HOUR)
    await rounds(settings, postman, now=AT + 4 * HOUR)
    assert [call.chat_id for call in postman.calls].count(1) == 1
    assert (await get_campaign(campaign_id)).late_because is None


async def test_what_has_expired_meanwhile_is_held_however_short_it_is_late(settings: Settings, told: None) -> None:
    await a_fan(1)
    campaign_id = await scheduled(settings, expires_at=AT + timedelta(minutes=10))
    await rounds(settings, Postman(), now=AT + timedelta(minutes=10))
    assert (await get_campaign(campaign_id)).late_because == "expired"
    with pytest.raises(NotReadyError):
        await start_late(campaign_id, by=MARKETER, settings=settings, now=AT + timedelta(minutes=11))
    [note] = await notes()
    assert "Send it now" not in str(note.params)


async def test_what_would_come_in_the_hours_of_rest_is_held(settings: Settings, told: None) -> None:
    await a_fan(1)
    at = NIGHT - timedelta(minutes=50)
    campaign_id = await scheduled(settings, send_at=at)
    await rounds(settings, Postman(), now=NIGHT)
    assert (await get_campaign(campaign_id)).late_because == "rest"


async def test_without_an_author_everybody_who_may_write_offers_is_told(settings: Settings, told: None) -> None:
    await a_fan(1)
    campaign_id = await scheduled(settings)
    await StaffMember.filter(id=MARKETER).delete()
    await rounds(settings, Postman(), now=AT + 3 * HOUR)
    assert [note.chat_id for note in await notes()] == [APPROVER]
    assert (await get_campaign(campaign_id)).late_because == "late"


async def test_a_new_time_or_the_end_leaves_nothing_held(settings: Settings, told: None) -> None:
    await a_fan(1)
    first, second = await scheduled(settings), await scheduled(settings)
    await rounds(settings, Postman(), now=AT + 3 * HOUR)
    await unschedule(first, by=MARKETER, now=AT + 3 * HOUR)
    await cancel(second, by=MARKETER, now=AT + 3 * HOUR)
    for each, status in ((first, Status.DRAFT), (second, Status.CANCELLED)):
        now = await get_campaign(each)
        assert (now.status, now.late_because) == (status, None)
        with pytest.raises(WrongStatusError):
            await start_late(each, by=MARKETER, settings=settings, now=AT + 3 * HOUR)


async def test_with_a_limit_of_none_it_starts_however_late(settings: Settings, told: None) -> None:
    await a_fan(1)
    postman, campaign_id = Postman(), await scheduled(settings)
    patient = settings.model_copy(update={"start_late_minutes": 0})
    await rounds(patient, postman, now=AT + timedelta(days=3))
    assert [call.chat_id for call in postman.calls] == [1]
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_a_post_is_held_by_the_same_rule(database: Settings, told: None) -> None:
    shop, postman = with_channel(database), Postman()
    campaign_id = await a_post(when_kind="at", send_at=AT)
    await schedule(campaign_id, by=MARKETER, settings=shop, now=NOON)
    await mind_posts(shop, now=AT + 3 * HOUR)
    assert (await get_campaign(campaign_id)).late_because == "late"
    await start_late(campaign_id, by=MARKETER, settings=shop, now=AT + 3 * HOUR)
    await round_of(shop, postman, now=AT + 3 * HOUR)
    assert len([call for call in postman.calls if call.chat_id == shop.community_chat_id]) == 1


async def test_an_hour_of_everybodys_own_is_late_by_the_clock_of_the_shop(settings: Settings) -> None:
    await a_fan(1)
    edits: Any = {"when_kind": "local", "local_on": (NOON + timedelta(days=1)).date(), "local_at": "10:00"}
    campaign = await get_campaign(await scheduled(settings, send_at=None, **edits))
    struck = (NOON + timedelta(days=1)).replace(hour=8 if settings.time_zone.utcoffset(NOON) == 2 * HOUR else 9)
    assert why_late(campaign, settings=settings, now=struck + LIMIT) is None
    assert why_late(campaign, settings=settings, now=struck + LIMIT + LATE_AT_ONCE) is Late.LATE


async def test_what_has_come_to_reach_a_crowd_waits_for_a_second_pair_of_eyes(settings: Settings, told: None) -> None:
    few = settings.model_copy(update={"approval_above": 2})
    await a_fan(1)
    postman, campaign_id = Postman(), await scheduled(few)
    for chat_id in (2, 3):
        await a_fan(chat_id)
    for _ in range(2):
        await rounds(few, postman, now=AT)
    held = await get_campaign(campaign_id)
    assert (held.status, held.late_because) == (Status.SCHEDULED, "crowd")
    assert sorted(call.chat_id for call in postman.calls) == [MARKETER, APPROVER]
    with pytest.raises(NotReadyError):
        await start_late(campaign_id, by=MARKETER, settings=few, now=AT)

    await approve(campaign_id, version=held.version, by=APPROVER, now=AT)
    await start_late(campaign_id, by=MARKETER, settings=few, now=AT)
    await rounds(few, postman, now=AT)
    assert sorted(call.chat_id for call in postman.calls)[:3] == [1, 2, 3]


async def test_a_crowd_that_somebody_else_has_approved_begins_at_its_time(settings: Settings, told: None) -> None:
    few = settings.model_copy(update={"approval_above": 0})
    await a_fan(1)
    campaign_id = await a_campaign(when_kind="at", send_at=AT)
    await approve(campaign_id, version=(await get_campaign(campaign_id)).version, by=APPROVER, now=NOON)
    await schedule(campaign_id, by=MARKETER, settings=few, now=NOON)
    await a_fan(2)
    await rounds(few, Postman(), now=AT)
    assert (await get_campaign(campaign_id)).status is Status.FINISHED
