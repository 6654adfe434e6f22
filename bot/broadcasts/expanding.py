"""Hands campaigns to the outbox, page by page, and ends them: what is due about them at a tick (BRC-02).

A page is one INSERT … SELECT together with the checkpoint, in one transaction that holds the campaign's row: a crash
leaves both or neither, and a pause waits for the page or comes before it.
"""

from collections.abc import Coroutine
from datetime import datetime
from typing import Any

import structlog

from bot.broadcasts import queued
from bot.broadcasts.campaigns import CampaignFacts, get_campaign, list_campaigns, purpose_of
from bot.broadcasts.freezing import freeze_page
from bot.broadcasts.lateness import start_due
from bot.broadcasts.rules import Errors, Held, Status, WrongStatusError, is_going_wrong
from bot.broadcasts.running import NEVER_QUEUED, finish, pause, resume
from bot.config import Settings
from bot.db import is_sqlite, unit_of_work
from bot.outbox.reasons import Why
from bot.shop.rows import change, fetch, locked

PAGE = 5_000
# The outbox holds no more offers that could go at once than that, so that a page is never long before its time.
AHEAD = 2_000
MOST = 1_000
LATELY_CANCELLED = 20

RUNNING = """
SELECT id, checkpoint, expires_at, never_twice FROM broadcast_campaign
WHERE id = ? AND status = 'running' AND frozen IS NOT NULL"""
LAST = """
SELECT max(id) AS last FROM (SELECT id FROM broadcast_recipient
  WHERE campaign_id = ? AND id > ? AND due_at <= ? ORDER BY id LIMIT ?) AS page"""
EXPAND = """
INSERT INTO outbox_push (once, chat_id, customer_id, purpose, urgency, method, params, template_id, due_at, expires_at,
  created_at, status, attempts, doubtful, has_text)
SELECT 'campaign:' || r.campaign_id || ':chat:' || r.chat_id, r.chat_id, r.customer_id, '{purpose}', {urgency},
  t.method, {params}, r.template_id, {now}, {expires}, {now}, 'waiting', 0, 0, TRUE
FROM broadcast_recipient r JOIN outbox_template t ON t.id = r.template_id
WHERE r.campaign_id = ? AND r.id > ? AND r.id <= ? AND r.held_because IS NULL ORDER BY r.id
ON CONFLICT (once) DO NOTHING"""
# The values of an INSERT … SELECT are of no known type to PostgreSQL.
DIALECT = {
    True: {"params": "json_object('token', r.token)", "now": "?", "expires": "?"},
    False: {
        "params": "jsonb_build_object('token', r.token)",
        "now": "?::timestamptz",
        "expires": "?::timestamptz",
    },
}
CHECKPOINT = "UPDATE broadcast_campaign SET checkpoint = ? WHERE id = ?"
TO_THE_END = """
UPDATE broadcast_campaign SET checkpoint = coalesce(
  (SELECT max(id) FROM broadcast_recipient WHERE campaign_id = ?), checkpoint) WHERE id = ?"""
MORE = "SELECT 1 AS one FROM broadcast_recipient WHERE campaign_id = ? AND id > ? LIMIT 1"

log = structlog.get_logger(__name__)


async def mind_campaigns(settings: Settings, *, now: datetime, page: int = PAGE) -> None:
    """One round: start what is due, hand on the next pages, and end what is over; the oldest campaign first."""
    for campaign in reversed(await list_campaigns(statuses=(Status.SCHEDULED,), kind="customers", limit=MOST)):
        await _alone(campaign, start_due(campaign, settings=settings, now=now))
    for campaign in reversed(await list_campaigns(statuses=(Status.RUNNING,), kind="customers", limit=MOST)):
        await _alone(campaign, _go_on(campaign, settings, now, page))
    for campaign in await list_campaigns(statuses=(Status.PAUSED,), kind="customers", limit=MOST):
        await _alone(campaign, _stay_paused(campaign, now))
    for campaign in await list_campaigns(statuses=(Status.CANCELLED,), kind="customers", limit=LATELY_CANCELLED):
        # What was on its way and came back is taken back, too.
        await _alone(campaign, queued.take_back(campaign, why=Why.CANCELLED, now=now))


@unit_of_work
async def expand(campaign_id: int, *, now: datetime, page: int = PAGE) -> int:
    """Hand the next page of a running campaign to the outbox; how many of its audience it came past, 0: none is due."""
    running = await fetch(RUNNING + locked(), campaign_id)
    if not running:
        return 0
    before = running[0]["checkpoint"]
    [row] = await fetch(LAST, campaign_id, before, now, page)
    if row["last"] is None:
        return 0
    purpose = purpose_of(never_twice=bool(running[0]["never_twice"]))
    statement = EXPAND.format(purpose=purpose, urgency=queued.OFFER.urgency, **DIALECT[is_sqlite()])
    expires_at = running[0]["expires_at"]
    await change(statement, now, expires_at, now, campaign_id, before, row["last"])
    await change(CHECKPOINT, row["last"], campaign_id)
    return int(row["last"] - before)


async def errors_since_start(campaign: CampaignFacts) -> Errors:
    """Attempts and errors since the campaign was started or last resumed."""
    errors = await queued.errors_of(campaign)
    return Errors(errors.tried - campaign.tried_before, errors.failed - campaign.failed_before)


async def _go_on(campaign: CampaignFacts, settings: Settings, now: datetime, page: int) -> None:
    if campaign.frozen is None:
        while await freeze_page(campaign.id, settings=settings):
            continue
        campaign = await get_campaign(campaign.id)
    if campaign.frozen is None:
        return  # it was paused or cancelled meanwhile
    if is_going_wrong(await errors_since_start(campaign)):
        await pause(campaign.id, by=None, now=now, because="errors")
        return
    if campaign.expires_at and campaign.expires_at <= now:
        await _expire(campaign.id)
    while await queued.due_offers(now, most=AHEAD) < AHEAD and await expand(campaign.id, now=now, page=page):
        continue
    await _finish_if_over(campaign, now)


@unit_of_work
async def _finish_if_over(campaign: CampaignFacts, now: datetime) -> None:
    """All are handed on, and none of them waits."""
    running = await fetch(RUNNING + locked(), campaign.id)
    if not running or await fetch(MORE, campaign.id, running[0]["checkpoint"]):
        return
    if not await queued.is_waiting(campaign):
        await finish(campaign.id, now=now)


@unit_of_work
async def _expire(campaign_id: int) -> None:
    """Whom it has not reached by now it will not; what waits in the outbox ends there by itself."""
    running = await fetch(RUNNING + locked(), campaign_id)
    if running:
        await change(NEVER_QUEUED, Held.EXPIRED, campaign_id, running[0]["checkpoint"])
        await change(TO_THE_END, campaign_id, campaign_id)


async def _stay_paused(campaign: CampaignFacts, now: datetime) -> None:
    """What was on its way when it was paused and came back waits with the others; past its day it is over."""
    if campaign.expires_at and campaign.expires_at <= now:
        await resume(campaign.id, by=None, now=now)
    else:
        await queued.hold_back(campaign)


async def _alone(campaign: CampaignFacts, work: Coroutine[Any, Any, Any]) -> None:
    """One campaign that fails is tried again at the next round, and keeps none of the others waiting."""
    try:
        await work
    except WrongStatusError:
        return  # somebody was faster
    except Exception:
        log.exception("campaign round failed", campaign=campaign.id)
