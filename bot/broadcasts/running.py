"""What staff do with a campaign that is written: start, schedule, pause, resume, cancel (BRC-01).

Each verb changes the status from one that it may follow, so that of two taps one wins; what stands in the outbox
follows in the same transaction.
"""

from datetime import datetime

from bot.broadcasts import queued
from bot.broadcasts.campaigns import CampaignFacts, get_campaign
from bot.broadcasts.channel import put_up, take_back_post
from bot.broadcasts.freezing import begin_freezing, stop_freezing
from bot.broadcasts.preflight import blocks
from bot.broadcasts.readiness import preflight
from bot.broadcasts.rules import LASTS, Held, NotReadyError, Status, WrongStatusError, check_step
from bot.config import Settings
from bot.db import unit_of_work
from bot.outbox.reasons import Why
from bot.shop.rows import change
from bot.staff.audit import record

MOVE = """
UPDATE broadcast_campaign SET status = ?, updated_at = ?, late_because = NULL
WHERE id = ? AND status = ? RETURNING id"""
STARTED = "UPDATE broadcast_campaign SET started_at = ? WHERE id = ?"
EXPIRES = "UPDATE broadcast_campaign SET expires_at = coalesce(expires_at, ?) WHERE id = ?"
PAUSED = "UPDATE broadcast_campaign SET paused_because = ? WHERE id = ?"
RESUMED = """
UPDATE broadcast_campaign SET paused_because = NULL, tried_before = ?, failed_before = ? WHERE id = ?"""
ENDED = "UPDATE broadcast_campaign SET finished_at = ?, paused_because = NULL WHERE id = ?"
NEVER_QUEUED = """
UPDATE broadcast_recipient SET held_because = ? WHERE campaign_id = ? AND id > ? AND held_because IS NULL"""


@unit_of_work
async def start(campaign_id: int, *, by: int | None, settings: Settings, now: datetime) -> int:
    """Freeze the audience and let the ticks send; how many get it as far as that is known at once (freezing.py).

    NotReadyError while something blocks that.
    """
    await require_ready(await get_campaign(campaign_id), settings, now)
    return await begin(campaign_id, by=by, settings=settings, now=now)


@unit_of_work
async def begin(campaign_id: int, *, by: int | None, settings: Settings, now: datetime) -> int:
    """The same of what was checked when it was scheduled, or sends itself."""
    campaign = await _move(campaign_id, Status.RUNNING, now=now, only={Status.DRAFT, Status.SCHEDULED})
    await change(STARTED, now, campaign_id)
    if campaign.kind == "channel":  # its readers come by themselves, and it stays as long as nobody says otherwise
        await put_up(campaign, settings=settings, now=now)
    else:
        await change(EXPIRES, now + LASTS, campaign_id)
        await begin_freezing(await get_campaign(campaign_id), settings=settings, now=now)
    number = (await get_campaign(campaign_id)).frozen or 0
    await record(by, "campaign_started", f"campaign:{campaign_id}", now=now, detail={"audience": number})
    return number


@unit_of_work
async def schedule(campaign_id: int, *, by: int | None, settings: Settings, now: datetime) -> None:
    """Let it start by itself at its time (see rules.starts_at); no more edits until it is taken back.

    NotReadyError while something blocks that.
    """
    await require_ready(await get_campaign(campaign_id), settings, now)
    await _move(campaign_id, Status.SCHEDULED, now=now)
    await record(by, "campaign_scheduled", f"campaign:{campaign_id}", now=now)


@unit_of_work
async def unschedule(campaign_id: int, *, by: int | None, now: datetime) -> None:
    """Make a draft of it again."""
    await _move(campaign_id, Status.DRAFT, now=now)
    await record(by, "campaign_unscheduled", f"campaign:{campaign_id}", now=now)


@unit_of_work
async def pause(campaign_id: int, *, by: int | None, now: datetime, because: str = "staff") -> None:
    """Stop sending at once; only what is on its way in this moment (16 messages at most) still arrives."""
    campaign = await _move(campaign_id, Status.PAUSED, now=now)
    await change(PAUSED, because, campaign_id)
    await queued.hold_back(campaign)
    if campaign.kind == "channel":  # posting.py puts it up again
        await take_back_post(campaign_id, now=now)
    await record(by, "campaign_paused", f"campaign:{campaign_id}", now=now, detail={"because": because})


@unit_of_work
async def resume(campaign_id: int, *, by: int | None, now: datetime) -> None:
    """Go on where it stopped; errors count anew from here."""
    campaign = await _move(campaign_id, Status.RUNNING, now=now, only={Status.PAUSED})
    errors = await queued.errors_of(campaign)
    await change(RESUMED, errors.tried, errors.failed, campaign_id)
    await queued.let_go(campaign, now=now)
    await record(by, "campaign_resumed", f"campaign:{campaign_id}", now=now)


@unit_of_work
async def cancel(campaign_id: int, *, by: int | None, now: datetime) -> None:
    """End it for good: what waits is taken back, and who has not got it will not."""
    campaign = await _move(campaign_id, Status.CANCELLED, now=now)
    await change(ENDED, now, campaign_id)
    await stop_freezing(campaign_id)
    await change(NEVER_QUEUED, Held.CANCELLED, campaign_id, campaign.checkpoint)
    await queued.take_back(campaign, why=Why.CANCELLED, now=now)
    if campaign.kind == "channel":
        await take_back_post(campaign_id, now=now)
    await record(by, "campaign_cancelled", f"campaign:{campaign_id}", now=now)


@unit_of_work
async def finish(campaign_id: int, *, now: datetime) -> None:
    """Everybody has got it, or will not; the ticks see that."""
    await _move(campaign_id, Status.FINISHED, now=now)
    await change(ENDED, now, campaign_id)


async def require_ready(campaign: CampaignFacts, settings: Settings, now: datetime) -> None:
    """Raise NotReadyError while the check blocks that it begins."""
    check_step(campaign.status, Status.RUNNING)
    found, _ = await preflight(campaign, settings=settings, now=now)
    if blocks(found):
        raise NotReadyError


async def _move(campaign_id: int, after: Status, *, now: datetime, only: set[Status] | None = None) -> CampaignFacts:
    """The campaign with its new status; whoever moves it at the same time waits, and then finds it moved."""
    campaign = await get_campaign(campaign_id)
    check_step(campaign.status, after)
    if only and campaign.status not in only:
        raise WrongStatusError(status=campaign.status.value)
    if not await change(MOVE, after, now, campaign_id, campaign.status):
        raise WrongStatusError(status=campaign.status.value)
    return await get_campaign(campaign_id)
