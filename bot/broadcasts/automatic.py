"""Campaigns that send themselves: "we miss you", the anniversary of the first order, after a purchase (BRC-10).

Each has a draft as its template. Once a day those whose day it is get a copy of it, as an ordinary campaign: the
outbox judges consent, contact budget, quiet hours and holds as for any other. Each person gets it once an occasion,
whatever is edited meanwhile, and who orders before it has arrived does not get it any more.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

import structlog

from bot.broadcasts.audience import count_audience
from bot.broadcasts.campaigns import CampaignFacts, create, find_campaign, get_campaign, list_campaigns
from bot.broadcasts.cards import ask_approval
from bot.broadcasts.exits import let_go_who_ordered
from bot.broadcasts.letters import served_locales
from bot.broadcasts.models import Campaign, RecurringSend
from bot.broadcasts.preflight import blocks
from bot.broadcasts.readiness import preflight_of_template
from bot.broadcasts.rules import ChangedMeanwhileError, NotReadyError, Status, WrongStatusError
from bot.broadcasts.running import begin
from bot.broadcasts.segments import Segment, checked
from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.shop.rows import change
from bot.staff.audit import record

Kind = Literal["winback", "anniversary", "after_purchase"]
# In the order in which staff see them; days since the last order, unless the kind has a day of its own.
KINDS: dict[str, tuple[Kind, int | None]] = {
    "winback": ("winback", 90),
    "anniversary": ("anniversary", None),
    "coupon": ("after_purchase", 14),
    "goes_well": ("after_purchase", 30),
}
ENDED_BY_AN_ORDER = frozenset(key for key, (kind, _) in KINDS.items() if kind != "anniversary")
RUNS_AT = time(10, 0)
# Whose day was missed while nothing ran still gets it; wishes that come later are none.
CATCHES_UP = 7
WISHES_LATE = 2
# A copy waits no longer for a free hour in somebody's contact budget.
LASTS = timedelta(days=3)
LONGEST, SHORTEST = 3_000, 1
MOST = 1_000

TURN = """
UPDATE broadcast_recurring SET last_run_on = ? WHERE key = ? AND active = TRUE
  AND (last_run_on IS NULL OR last_run_on < ?) RETURNING id"""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Automatic:
    """One of KINDS as it is set; `campaign_id` and `title` are its template's, `next_at` when it looks next."""

    key: str
    kind: Kind
    active: bool
    days: int | None
    campaign_id: int | None
    title: str | None
    segment: Segment
    last_run_on: date | None
    next_at: datetime | None


async def list_automatic(*, settings: Settings, now: datetime) -> tuple[Automatic, ...]:
    """All there are, set or not."""
    rows = {row.key: row for row in await RecurringSend.all()}
    return tuple([await _automatic(key, rows.get(key), settings, now) for key in KINDS])


async def get_automatic(key: str, *, settings: Settings, now: datetime) -> Automatic:
    """The one of this key; NotFoundError when there is none."""
    if key not in KINDS:
        raise NotFoundError
    return await _automatic(key, await RecurringSend.get_or_none(key=key), settings, now)


@unit_of_work
async def switch_on(
    key: str,
    *,
    campaign_id: int,
    days: int | None = None,
    version: int | None = None,
    by: int | None,
    settings: Settings,
    now: datetime,
) -> Automatic:
    """From its next hour on it sends copies of this draft, `days` after the last order (None: as it was, or usual).

    Raises NotReadyError while something blocks the draft or the days are none, WrongStatusError when it is no draft,
    ChangedMeanwhileError when it is no longer the `version` that was seen.
    Who is due already when it is switched on for the first time gets it only within the last week of their days.
    """
    automatic = await get_automatic(key, settings=settings, now=now)
    template = await get_campaign(campaign_id)
    if template.status is not Status.DRAFT or template.kind != "customers":
        raise WrongStatusError(status=template.status.value)
    if version not in {None, template.version}:
        raise ChangedMeanwhileError
    chosen = _days(automatic, days)
    found, _ = await preflight_of_template(template, settings=settings, now=now)
    if blocks(found):
        raise NotReadyError
    await RecurringSend.update_or_create(
        {
            "kind": automatic.kind,
            "active": True,
            "days": chosen,
            "campaign_id": campaign_id,
            "author_id": by,
            "updated_at": now,
        },
        key=key,
    )
    await record(by, "automatic_on", f"automatic:{key}", now=now, detail={"campaign": campaign_id, "days": chosen})
    return await get_automatic(key, settings=settings, now=now)


@unit_of_work
async def switch_off(key: str, *, by: int | None, settings: Settings, now: datetime) -> Automatic:
    """No more copies; what is under way goes on, as a campaign of its own that can be cancelled."""
    await RecurringSend.filter(key=key).update(active=False, updated_at=now)
    await record(by, "automatic_off", f"automatic:{key}", now=now)
    return await get_automatic(key, settings=settings, now=now)


async def mind_automatic(settings: Settings, *, now: datetime) -> None:
    """One round: send what is due today, and let those go who have ordered meanwhile."""
    for automatic in await list_automatic(settings=settings, now=now):
        if automatic.active and automatic.next_at and automatic.next_at <= now:
            try:
                await run(automatic, settings=settings, now=now)
            except Exception:
                log.exception("automatic campaign failed", key=automatic.key)
    for campaign in await list_campaigns(statuses=(Status.RUNNING, Status.PAUSED), kind="customers", limit=MOST):
        if campaign.origin in ENDED_BY_AN_ORDER:
            await let_go_who_ordered(campaign, now=now)


@unit_of_work
async def run(automatic: Automatic, *, settings: Settings, now: datetime) -> int | None:
    """Send today's copy; its id, None when it has run today, or nobody's day it is."""
    today = now.astimezone(settings.time_zone).date()
    if not await change(TURN, today, automatic.key, today):
        return None
    template = await find_campaign(automatic.campaign_id or 0)
    if template is None or template.status is not Status.DRAFT or not template.texts:
        log.warning("automatic campaign without its template", key=automatic.key)
        return None
    if not await _may_go_out(template, automatic.key, settings, now):
        return None
    segment = segment_of(automatic, on=today)
    found = await count_audience(segment, locales=served_locales(template), settings=settings, now=now)
    if not found.total and not any(why.startswith("hold_") for why in found.withheld):
        return None
    copy = await _copy(template, segment, automatic.key, now)
    await begin(copy, by=None, settings=settings, now=now)
    return copy


async def _may_go_out(template: CampaignFacts, key: str, settings: Settings, now: datetime) -> bool:
    """It may have been changed since: then it is checked, and approved, as any send; who may do that is asked."""
    found, _ = await preflight_of_template(template, settings=settings, now=now)
    stops = {each.code for each in found if each.blocks}
    if stops:
        log.warning("automatic campaign is held", key=key, because=sorted(stops))
    if stops == {"approval_needed"}:
        await ask_approval(template.id, by=template.author_id or 0, settings=settings, now=now)
    return not stops


def segment_of(automatic: Automatic, *, on: date) -> Segment:
    """Whose day it is: the template's own conditions, those of the kind, and not who had it on this occasion."""
    base = replace(automatic.segment, not_had=automatic.key)
    if automatic.kind == "anniversary":
        return checked(replace(base, anniversary=_days_of_the_year(on), ordered_within=None, not_ordered_for=None))
    days = automatic.days or SHORTEST
    return checked(replace(base, not_ordered_for=days, ordered_within=days + CATCHES_UP))


def _days_of_the_year(on: date) -> tuple[str, ...]:
    """Today and what was missed; who ordered on a leap day has their day on the one before."""
    days = [on - timedelta(days=back) for back in range(WISHES_LATE + 1)]
    found = {f"{day:%m-%d}" for day in days}
    leap = any((day.month, day.day) == (2, 28) for day in days)
    return tuple(sorted(found | ({"02-29"} if leap else set())))


async def _copy(template: CampaignFacts, segment: Segment, key: str, now: datetime) -> int:
    copy = await create(
        template.title,
        author_id=template.author_id,
        now=now,
        origin=key,
        segment=segment,
        texts=template.texts,
        missing=template.missing,
        silent=template.silent,
        labelled=template.labelled,
        never_twice=template.never_twice,
        reduction=template.reduction,
        media=list(template.media),
        buttons=list(template.buttons),
        expires_at=now + LASTS,
    )
    await Campaign.filter(id=copy).update(copied_from=template.id)
    return copy


async def _automatic(key: str, row: RecurringSend | None, settings: Settings, now: datetime) -> Automatic:
    kind, days = KINDS[key]
    found = await find_campaign(row.campaign_id) if row and row.campaign_id else None
    template = found if found and found.status is Status.DRAFT else None  # dropped, or sent by hand
    return Automatic(
        key=key,
        kind=kind,
        active=bool(row and row.active and template),
        days=row.days if row and row.days else days,
        campaign_id=template.id if template else None,
        title=template.title if template else None,
        segment=template.segment if template else Segment(),
        last_run_on=row.last_run_on if row else None,
        next_at=_next(row, settings, now) if row and row.active and template else None,
    )


def _next(row: RecurringSend, settings: Settings, now: datetime) -> datetime:
    """The hour of today if it has not run today, else that of tomorrow."""
    today = now.astimezone(settings.time_zone).date()
    has_run = row.last_run_on is not None and row.last_run_on >= today
    return datetime.combine(today + timedelta(days=int(has_run)), RUNS_AT, settings.time_zone)


def _days(automatic: Automatic, days: int | None) -> int | None:
    if automatic.kind == "anniversary":
        return None
    chosen = automatic.days if days is None else days
    if chosen is None or not SHORTEST <= chosen <= LONGEST:
        raise NotReadyError
    return chosen
