"""What staff do with a post that is in the channel already: correct it in place, pin it, end it (BRC-12)."""

from datetime import datetime
from typing import Unpack

from bot.broadcasts.campaigns import CampaignFacts, correct, get_campaign
from bot.broadcasts.channel import change_post, end_post, find_post, pin_post, put_up, take_back_post, unpin_post
from bot.broadcasts.edits import Edits
from bot.broadcasts.preflight import Finding
from bot.broadcasts.readiness import preflight
from bot.broadcasts.rules import NotReadyError, Status, WrongStatusError
from bot.broadcasts.running import cancel, finish
from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError

# What speaks of the start, which is past.
NOT_ABOUT_POSTED = frozenset({"no_time", "time_past", "expires_before"})


class CorrectionError(CustomerError):
    """What the post would say then is not allowed or not possible; nothing was changed."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(**finding.values)
        self.key, self.finding = f"finding-{finding.code}", finding


class MediaFixedError(CustomerError):
    """Telegram exchanges one picture for another, and adds one to a text; it takes none away."""

    key = "campaign-media-fixed"


@unit_of_work
async def edit_post(
    campaign_id: int, *, version: int, by: int | None, settings: Settings, now: datetime, **edits: Unpack[Edits]
) -> CampaignFacts:
    """Correct a post that is up, or on its way: the same message says from now on what it says then.

    Texts, label, buttons, reduction and a single picture may change. Raises as campaigns.edit does, CorrectionError
    for what the check would block, and MediaFixedError.
    """
    before = await get_campaign(campaign_id)
    campaign = await correct(campaign_id, version=version, by=by, now=now, **edits)
    if not _may_change(before, campaign):
        raise MediaFixedError
    found, _ = await preflight(campaign, settings=settings, now=now)
    for each in found:
        if each.blocks and each.code not in NOT_ABOUT_POSTED:
            raise CorrectionError(each)
    await _put_in_place(before, campaign, settings, now)
    return campaign


@unit_of_work
async def set_pin(
    campaign_id: int, *, pin: bool, version: int, by: int | None, settings: Settings, now: datetime
) -> None:
    """Keep it on top of the channel, or no longer; before it is there, that is what happens then."""
    await correct(campaign_id, version=version, by=by, now=now, pin=pin)
    push = await find_post(campaign_id, settings=settings)
    if push and push.status == "sent":
        await (pin_post(push, now=now, again=True) if pin else unpin_post(push, now=now))


@unit_of_work
async def end_now(campaign_id: int, *, version: int, by: int | None, settings: Settings, now: datetime) -> None:
    """Say that what it offered is over: it loses its buttons and is unpinned. NotReadyError before it is there."""
    push = await find_post(campaign_id, settings=settings)
    if push is None or push.status != "sent":
        raise NotReadyError
    before = await get_campaign(campaign_id)
    if before.is_over(now):
        raise WrongStatusError(status=before.status.value)
    campaign = await correct(campaign_id, version=version, by=by, now=now, expires_at=now)
    await end_post(campaign_id, settings=settings, now=now)
    if campaign.status is Status.RUNNING:
        await finish(campaign_id, now=now)
    elif campaign.status is Status.PAUSED:
        await cancel(campaign_id, by=by, now=now)


def _may_change(before: CampaignFacts, after: CampaignFacts) -> bool:
    if before.media == after.media:
        return True
    return len(before.media) <= 1 == len(after.media)


async def _put_in_place(before: CampaignFacts, campaign: CampaignFacts, settings: Settings, now: datetime) -> None:
    """A picture in what still waits makes another message of it; everything else changes the one there is."""
    is_new = before.media != campaign.media
    if is_new and await take_back_post(campaign.id, now=now):
        await put_up(campaign, settings=settings, now=now)
        return
    over = campaign.is_over(now)
    await change_post(campaign, f"v{campaign.version}", settings=settings, now=now, over=over, media=is_new)
