"""What came of a campaign, counted from its rows at any moment, while it runs and after (BRC-16, N8)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from bot.broadcasts import queued
from bot.broadcasts.campaigns import CampaignFacts, get_campaign
from bot.broadcasts.rules import Held, Status
from bot.db import is_sqlite
from bot.shop.rows import amount, fetch, moment

WINDOW = timedelta(days=7)
GONE = frozenset({"blocked", "deactivated", "not_found", "kicked", "cannot_initiate"})
# Were to get it, and will not; whoever else has no row of the outbox never belonged to the audience.
TAKEN_OUT = (Held.EXPIRED, Held.CANCELLED, Held.ORDERED)
NOT_KEPT = frozenset({"due", "paused"})
NEVER_QUEUED = """
SELECT held_because, count(*) AS number FROM broadcast_recipient WHERE campaign_id = ? GROUP BY held_because"""
TAKEN = "SELECT count(*) AS number FROM broadcast_recipient WHERE campaign_id = ? AND held_because IN ?"
TO_COME = """
SELECT count(*) AS number FROM broadcast_recipient WHERE campaign_id = ? AND id > ? AND held_because IS NULL"""
# Nothing ever deletes a row of the outbox but the erasure of a person, which deletes the recipient, too.
LOST = """
SELECT count(*) AS number FROM broadcast_recipient r WHERE r.campaign_id = ? AND r.id <= ? AND r.held_because IS NULL
  AND NOT EXISTS (SELECT 1 FROM outbox_push p WHERE p.once = 'campaign:' || r.campaign_id || ':chat:' || r.chat_id)"""
DOUBLES = """
SELECT count(*) AS number FROM outbox_push
WHERE purpose = '{purpose}' AND template_id IN ? AND status = 'sent' AND doubtful > 0"""
CLICKS = """
SELECT button, count(*) AS people, sum(times) AS times FROM broadcast_click WHERE campaign_id = ? GROUP BY button"""
CLICKED = "SELECT count(DISTINCT recipient_id) AS number FROM broadcast_click WHERE campaign_id = ?"
STOPPED = """
SELECT count(*) AS number FROM broadcast_recipient WHERE campaign_id = ? AND stopped_at IS NOT NULL"""
ORDERS = """
SELECT currency, count(*) AS number, sum(total) AS value FROM (
  SELECT DISTINCT o.id, o.currency, o.total FROM outbox_push p
  JOIN customer_link own ON own.chat_id = p.chat_id JOIN shop_order o ON o.customer_id = own.customer_id
  WHERE p.purpose = '{purpose}' AND p.template_id IN ? AND p.status = 'sent' AND {within}
    AND o.is_test = FALSE AND o.is_hidden = FALSE AND o.state NOT IN ('cancelled', 'failed', 'refunded')) AS bought
GROUP BY currency ORDER BY currency"""
PROGRESS = """
SELECT min(settled_at) AS first FROM outbox_push
WHERE purpose = '{purpose}' AND template_id IN ? AND status = 'sent'"""


@dataclass(frozen=True, slots=True)
class Sales:
    """Orders that recipients placed within the window after they got it; `value` in `currency`."""

    currency: str
    orders: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Results:
    """Numbers of people, unless said otherwise.

    `audience` was frozen at the start. Each of them is `delivered`, `to_come` (not handed to the outbox yet),
    `waiting` there (by reason; `due` has none), `withheld` (by reason), `blocked` (the bot, or the account is gone)
    or `failed` (by reason), or was erased meanwhile. `left_out` never belonged to the audience (by reason).
    `maybe_sent` are among `withheld`: may have arrived and are not tried again, in a campaign that comes never twice.
    In any other they are tried again, and are `possible_duplicates`. Those and `lost` are found by looking, not by
    believing. `clicks` by button: people, and how often.
    """

    audience: int
    delivered: int
    to_come: int
    blocked: int
    maybe_sent: int
    lost: int
    possible_duplicates: int
    clicked: int
    unsubscribed: int
    waiting: dict[str, int] = field(default_factory=dict)
    withheld: dict[str, int] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    clicks: dict[str, tuple[int, int]] = field(default_factory=dict)
    sales: tuple[Sales, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a campaign is: `done` of `total` are settled one way or the other; `left` at the pace so far.

    `delivered`, `withheld` and `failed` (blocked ones, too) are all that is done; `kept` wait for a reason of theirs.
    """

    status: Status
    total: int
    done: int
    delivered: int
    withheld: int
    failed: int
    kept: int
    left: timedelta | None


async def results(campaign_id: int, *, window: timedelta = WINDOW) -> Results:
    """What came of it up to now; NotFoundError for an id that is none."""
    campaign = await get_campaign(campaign_id)
    templates = list(campaign.template_ids)
    rows = {row["held_because"]: row["number"] for row in await fetch(NEVER_QUEUED, campaign_id)}
    left_out = {why: number for why, number in rows.items() if why not in {None, *TAKEN_OUT}}
    stood = await queued.counts(campaign)
    withheld = _of(stood, "skipped")
    for why in TAKEN_OUT:
        if why in rows:
            withheld[why.value] = withheld.get(why, 0) + rows[why]
    failed = _of(stood, "failed")
    clicks = {row["button"]: (row["people"], int(row["times"])) for row in await fetch(CLICKS, campaign_id)}
    return Results(
        audience=campaign.frozen or 0,
        delivered=sum(_of(stood, "sent").values()),
        to_come=await _number(TO_COME, campaign_id, campaign.checkpoint),
        blocked=sum(number for each in (failed, withheld) for why, number in each.items() if why in GONE),
        maybe_sent=withheld.get("maybe_sent", 0),
        lost=await _number(LOST, campaign_id, campaign.checkpoint),
        possible_duplicates=await _number(DOUBLES.format(purpose=campaign.purpose), templates),
        clicked=await _number(CLICKED, campaign_id),
        unsubscribed=await _number(STOPPED, campaign_id),
        waiting=_of(stood, "waiting"),
        withheld={why: number for why, number in withheld.items() if why not in GONE},
        failed={why: number for why, number in failed.items() if why not in GONE},
        left_out=left_out,
        clicks=clicks,
        sales=await _sales(campaign, window),
    )


async def progress(campaign: CampaignFacts, *, now: datetime) -> Progress:
    """How far it is, cheap enough to be asked every few seconds."""
    stood = await queued.counts(campaign)
    taken = await _number(TAKEN, campaign.id, list(TAKEN_OUT)) if _may_be_taken_out(campaign, now) else 0
    done = taken + sum(number for (status, _), number in stood.items() if status != "waiting")
    delivered = sum(_of(stood, "sent").values())
    withheld = taken + sum(number for why, number in _of(stood, "skipped").items() if why not in GONE)
    total = campaign.frozen or 0
    kept = sum(number for why, number in _of(stood, "waiting").items() if why not in NOT_KEPT)
    left = await _left(campaign, total - done - kept, delivered, now)  # nobody knows when those may get it
    return Progress(
        status=campaign.status,
        total=total,
        done=done,
        delivered=delivered,
        withheld=withheld,
        failed=done - delivered - withheld,
        kept=kept,
        left=left,
    )


def _may_be_taken_out(campaign: CampaignFacts, now: datetime) -> bool:
    """Whether it is worth looking through all of the audience; while it just runs nobody is."""
    return bool(campaign.finished_at or campaign.origin) or campaign.is_over(now)


async def _left(campaign: CampaignFacts, still: int, delivered: int, now: datetime) -> timedelta | None:
    if campaign.status is not Status.RUNNING or not delivered or still <= 0:
        return None
    [row] = await fetch(PROGRESS.format(purpose=campaign.purpose), list(campaign.template_ids))
    since = moment(row["first"])
    return (now - since) * (still / delivered) if since and since < now else None


def _of(stood: dict[tuple[str, str | None], int], wanted: str) -> dict[str, int]:
    return {why or "due": number for (status, why), number in stood.items() if status == wanted}


async def _number(statement: str, *values: object) -> int:
    [row] = await fetch(statement, *values)
    return int(row["number"])


async def _sales(campaign: CampaignFacts, window: timedelta) -> tuple[Sales, ...]:
    days = window / timedelta(days=1)
    after = (
        f"o.placed_at >= p.settled_at AND julianday(o.placed_at) <= julianday(p.settled_at) + {days}"
        if is_sqlite()
        else f"o.placed_at >= p.settled_at AND o.placed_at <= p.settled_at + interval '{days} days'"
    )
    rows = await fetch(ORDERS.format(purpose=campaign.purpose, within=after), list(campaign.template_ids))
    return tuple(Sales(row["currency"], row["number"], amount(row["value"]) or Decimal()) for row in rows)
