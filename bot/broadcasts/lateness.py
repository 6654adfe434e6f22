"""A scheduled campaign whose time passed while nobody sent: held back until somebody of the staff decides.

Whoever writes "tomorrow at ten" means the morning: what a machine that was down finds in the evening is not sent
behind their backs. It keeps its texts, its audience and its approval, and waits for "now", a new time, or the end.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.broadcasts.campaigns import CampaignFacts, get_campaign
from bot.broadcasts.cards import ask_approval, locale_of, marketers
from bot.broadcasts.readiness import preflight
from bot.broadcasts.rules import Status, WrongStatusError, local_moment, starts_at
from bot.broadcasts.running import begin, require_ready
from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import Keyboard, callback_button, text_message
from bot.outbox.queue import enqueue
from bot.outbox.quiet import Place, rest_at
from bot.shop.rows import change
from bot.staff.audit import record

# Ticks come every few seconds: only what is later than that was kept from starting.
LATE_AT_ONCE = timedelta(minutes=5)
HOLD = """
UPDATE broadcast_campaign SET late_because = ?, updated_at = ?
WHERE id = ? AND status = 'scheduled' AND late_because IS NULL RETURNING id"""


class Late(StrEnum):
    """Why it did not start; plain words are `offer-late-…`. CROWD: its audience has grown beyond one pair of eyes."""

    CROWD = "crowd"
    EXPIRED = "expired"
    REST = "rest"
    LATE = "late"


async def start_due(campaign: CampaignFacts, *, settings: Settings, now: datetime) -> None:
    """Begin a scheduled campaign whose time has come; what comes too late for that is held, and its author told."""
    due = starts_at(campaign.when_kind, send_at=campaign.send_at, on=campaign.local_on, at=campaign.local_at)
    if campaign.late_because or due is None or due > now:
        return
    why = why_late(campaign, settings=settings, now=now)
    if why is None and await _has_outgrown(campaign, settings, now):
        why = Late.CROWD
    if why:
        await _hold(campaign, why, settings=settings, now=now)
    else:
        await begin(campaign.id, by=None, settings=settings, now=now)


def why_late(campaign: CampaignFacts, *, settings: Settings, now: datetime) -> Late | None:
    """Why a campaign that is due had better not begin by itself; by the shop's clock, whatever hour people have."""
    at = planned_at(campaign, settings)
    if at and campaign.when_kind == "local":  # it was scheduled when some had that hour still to come
        at = max(at, campaign.updated_at)
    if campaign.expires_at and campaign.expires_at <= now:
        return Late.EXPIRED
    if at is None or not settings.start_late_minutes or now - at < LATE_AT_ONCE:
        return None
    if now - at > timedelta(minutes=settings.start_late_minutes):
        return Late.LATE
    place = Place((settings.time_zone,))
    rests = rest_at(now, place, advertising=True) and not rest_at(at, place, advertising=True)
    return Late.REST if rests and campaign.when_kind == "at" else None


def planned_at(campaign: CampaignFacts, settings: Settings) -> datetime | None:
    """The moment that was chosen: an hour of everybody's own is that of the shop."""
    if campaign.when_kind == "local" and campaign.local_on and campaign.local_at:
        return local_moment(campaign.local_on, campaign.local_at, settings.time_zone)
    return campaign.send_at if campaign.when_kind == "at" else None


@unit_of_work
async def start_late(campaign_id: int, *, by: int, settings: Settings, now: datetime) -> int:
    """Send what was held now; NotReadyError where the check blocks that, WrongStatusError when it is held no more."""
    campaign = await get_campaign(campaign_id)
    if campaign.status is not Status.SCHEDULED or not campaign.late_because:
        raise WrongStatusError(status=campaign.status.value)
    await require_ready(replace(campaign, when_kind="now"), settings, now)
    return await begin(campaign_id, by=by, settings=settings, now=now)


def late_text(campaign: CampaignFacts, locale: Locale, settings: Settings) -> Markup:
    """Since when it is held, and why; nothing for what is not."""
    at = planned_at(campaign, settings)
    if not campaign.late_because or at is None:
        return Markup()
    since = "offer-late-held" if campaign.late_because == Late.CROWD else "offer-late-since"
    told = html(locale, since, at=at, tz=settings.time_zone)
    return lines([told, html(locale, f"offer-late-{campaign.late_because}"), html(locale, "offer-late-hint")])


async def _has_outgrown(campaign: CampaignFacts, settings: Settings, now: datetime) -> bool:
    """Whether it reaches more people by now than when it was scheduled, and more than one person may decide on."""
    found, _ = await preflight(campaign, settings=settings, now=now)
    return any(each.code == "approval_needed" for each in found)


@unit_of_work
async def _hold(campaign: CampaignFacts, why: Late, *, settings: Settings, now: datetime) -> None:
    if not await change(HOLD, why.value, now, campaign.id):
        return
    await record(None, "campaign_held", f"campaign:{campaign.id}", now=now, detail={"because": why.value})
    held = await get_campaign(campaign.id)
    for person in await _whom_to_ask(campaign, settings):
        locale = await locale_of(person, settings)
        title = html(locale, "offer-late-title", title=held.title, id=str(held.id))
        text = lines([title, late_text(held, locale, settings)], "\n\n")
        params = text_message(text, keyboard=_keyboard(held, locale))
        once = f"campaign:{held.id}:{held.version}:late:{now:%Y%m%d%H%M%S}:{person}"
        await enqueue(person, "sendMessage", params, once=once, purpose="staff", now=now)
    if why is Late.CROWD:
        await ask_approval(held.id, by=held.author_id or 0, settings=settings, now=now)


async def _whom_to_ask(campaign: CampaignFacts, settings: Settings) -> list[int]:
    """Whoever wrote it; everybody who may decide, where that is nobody who still works here."""
    able = [each.id for each in await marketers(settings)]
    return [campaign.author_id] if campaign.author_id in able else able


def _keyboard(campaign: CampaignFacts, locale: Locale) -> Keyboard:
    from bot.callbacks import RunOffer  # brings aiogram along, which commands do without

    acts = {"now": "offer-late-now-button", "time": "offer-late-time-button", "cancel": "offer-cancel-button"}
    if campaign.late_because == Late.EXPIRED:  # sent now it would reach nobody
        del acts["now"]
    return [
        [callback_button(plain(locale, key), RunOffer.model_validate({"campaign_id": campaign.id, "act": act}).pack())]
        for act, key in acts.items()
    ]
