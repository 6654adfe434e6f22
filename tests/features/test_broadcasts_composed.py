"""What a campaign becomes while it is composed: who may approve it, copies, taken back, thrown away, in time or not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.broadcasts.campaigns import approve, duplicate, edit, get_campaign
from bot.broadcasts.cards import ask_approval
from bot.broadcasts.models import Campaign
from bot.broadcasts.readiness import preflight
from bot.broadcasts.rules import OwnApprovalError, Status, WrongStatusError
from bot.broadcasts.running import cancel, schedule, start, unschedule
from bot.config import Settings
from bot.outbox.models import Push
from bot.staff.models import StaffMember
from tests.support.offers import APPROVER, MARKETER, TEXTS, a_campaign, a_fan, rounds
from tests.support.postman import NOON, Postman

pytestmark = pytest.mark.usefixtures("database")
THIRD = 93
DAY = timedelta(days=1)
LATER = NOON + timedelta(hours=1)
TIMED: dict[str, Any] = {"when_kind": "at", "send_at": LATER, "expires_at": LATER + timedelta(days=1)}


async def test_whoever_has_changed_it_cannot_approve_it_whatever_was_changed_since(settings: Settings) -> None:
    for person in (MARKETER, APPROVER, THIRD):
        await StaffMember.create(id=person, role="marketer", granted_at=NOON)
    campaign_id = await a_campaign()
    seen = await get_campaign(campaign_id)
    seen = await edit(campaign_id, version=seen.version, by=APPROVER, now=NOON, texts={"de": "Ganz anders"})
    seen = await edit(campaign_id, version=seen.version, by=MARKETER, now=NOON, silent=True)

    for person in (MARKETER, APPROVER):
        with pytest.raises(OwnApprovalError):
            await approve(campaign_id, version=seen.version, by=person, now=NOON)
    assert await ask_approval(campaign_id, by=MARKETER, settings=settings, now=NOON) == 1
    assert [push.chat_id for push in await Push.filter(purpose="staff")] == [THIRD]
    await approve(campaign_id, version=seen.version, by=THIRD, now=NOON)
    assert (await get_campaign(campaign_id)).is_approved


async def test_what_is_taken_back_does_not_come_at_its_time_and_can_be_written_on(settings: Settings) -> None:
    await a_fan(1)
    postman, campaign_id = Postman(), await a_campaign(**TIMED)
    await schedule(campaign_id, by=MARKETER, settings=settings, now=NOON)
    seen = await get_campaign(campaign_id)
    with pytest.raises(WrongStatusError):
        await edit(campaign_id, version=seen.version, by=MARKETER, now=NOON, silent=True)

    await unschedule(campaign_id, by=MARKETER, now=NOON)
    with pytest.raises(WrongStatusError):
        await unschedule(campaign_id, by=APPROVER, now=NOON)
    await rounds(settings, postman, now=LATER)

    assert postman.calls == []
    draft = await edit(campaign_id, version=seen.version, by=MARKETER, now=NOON, silent=True)
    assert (draft.status, draft.send_at, draft.expires_at) == (Status.DRAFT, LATER, TIMED["expires_at"])


async def test_what_is_thrown_away_is_neither_written_on_approved_nor_sent(settings: Settings) -> None:
    await a_fan(1)
    campaign_id = await a_campaign()
    version = (await get_campaign(campaign_id)).version
    await cancel(campaign_id, by=MARKETER, now=NOON)

    with pytest.raises(WrongStatusError):
        await edit(campaign_id, version=version, by=MARKETER, now=NOON, silent=True)
    with pytest.raises(WrongStatusError):
        await approve(campaign_id, version=version, by=APPROVER, now=NOON)
    with pytest.raises(WrongStatusError):
        await start(campaign_id, by=MARKETER, settings=settings, now=NOON)
    assert (await get_campaign(campaign_id)).frozen is None


async def test_a_copy_has_no_time_and_no_end_of_its_own_and_leaves_what_it_copies_as_it_is(settings: Settings) -> None:
    await a_fan(1)
    media = [{"kind": "photo", "file_id": "AgAC1"}, {"kind": "video", "file_id": "BAAD2"}]
    source = await a_campaign(media=media, pin=True, never_twice=True, **TIMED)
    await schedule(source, by=MARKETER, settings=settings, now=NOON)
    before = await get_campaign(source)
    copy = await get_campaign(await duplicate(source, author_id=APPROVER, now=NOON))

    assert (copy.when_kind, copy.send_at, copy.expires_at) == ("now", None, None)
    assert (copy.texts, list(copy.media), copy.pin, copy.never_twice) == (TEXTS, media, True, True)
    again = await get_campaign(await duplicate(copy.id, author_id=APPROVER, now=NOON))
    assert (before.title, copy.title, again.title) == ("Socken", "Socken (2)", "Socken (3)")
    await edit(copy.id, version=copy.version, by=APPROVER, now=NOON, texts={"de": "Anderes"}, media=[])
    assert await get_campaign(source) == before


async def test_an_offer_that_reaches_people_at_this_moment_or_was_planned_long_ago_is_told(settings: Settings) -> None:
    await a_fan(1, time_zone="America/New_York")
    planned = await a_campaign("Geplant", when_kind="at", send_at=NOON + 4 * DAY)
    await schedule(planned, by=MARKETER, settings=settings, now=NOON)
    waits = await a_campaign("Wartet")
    await start(waits, by=MARKETER, settings=settings, now=NOON)
    for number in range(51):
        await Campaign.filter(id=await a_campaign(f"Alt {number}")).update(status=Status.FINISHED, finished_at=NOON)
    draft = await get_campaign(await a_campaign())

    async def met(**times: Any) -> set[Any]:
        found, _ = await preflight(replace(draft, **times), settings=settings, now=NOON + 3 * DAY)
        return {each.values["title"] for each in found if each.code == "overlap"}

    assert await met() == {"Wartet"}
    assert await met(when_kind="at", send_at=NOON + 4.5 * DAY) == {"Geplant"}
    await ended_an_hour_ago(waits)
    assert await met() == {"Wartet"}  # an hour ago it still reached somebody


async def ended_an_hour_ago(campaign_id: int) -> None:
    ended = NOON + 3 * DAY - timedelta(hours=1)
    await Campaign.filter(id=campaign_id).update(status=Status.FINISHED, finished_at=ended)
