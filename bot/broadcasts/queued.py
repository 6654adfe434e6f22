"""What a campaign has in the outbox: holding it back while it is paused, letting it go, taking it back, counting it.

A paused message waits for a day that never comes, so that neither the drain nor the order within its chat sees it;
let go, it is judged anew. Every statement finds its rows by their template (ix_push_template, ix_push_once).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.rules import Errors
from bot.clock import real_now
from bot.db import unit_of_work
from bot.outbox.purposes import PURPOSES
from bot.outbox.reasons import Why
from bot.outbox.waiting import find_by_index
from bot.shop.rows import Row, fetch

NEVER = datetime(9000, 1, 1, tzinfo=UTC)
OFFER = PURPOSES["offer"]
# What says that something is wrong with the message or on the way, and not with the person.
FAULTS = ("refused", "server_error", "timed_out", "dropped", "bad_answer", "not_drawn", "message_gone")

# The purpose is a part of the text, and not a value: it is the condition of the index.
OWN = "purpose = '{purpose}' AND template_id IN ?"
# Not "= 'waiting'", in which the planner would see ix_push_due, and read all that waits (outbox/waiting.py).
WAITS = f"{OWN} AND status BETWEEN 'waiting' AND 'waiting'"
HOLD_BACK = f"""
UPDATE outbox_push SET due_at = ?, why = 'paused'
WHERE {WAITS} AND coalesce(why, '') <> 'paused' AND (leased_until IS NULL OR leased_until <= ?) RETURNING id"""  # noqa: S608  # ours
LET_GO = f"UPDATE outbox_push SET due_at = ?, why = NULL WHERE {WAITS} AND why = 'paused' RETURNING id"  # noqa: S608
TAKE_BACK = f"""
UPDATE outbox_push SET status = 'skipped', why = ?, settled_at = ?, leased_until = NULL
WHERE {WAITS} AND (leased_until IS NULL OR leased_until <= ?) RETURNING id"""  # noqa: S608
TAKE_BACK_FROM = TAKE_BACK.replace(" RETURNING id", " AND chat_id IN ? RETURNING id")
COUNTS = f"SELECT status, why, count(*) AS number FROM outbox_push WHERE {OWN} GROUP BY status, why"  # noqa: S608
# Given up since nobody answered in time; a sender that died has left no detail, and is no fault of the message.
UNANSWERED = f"""
SELECT count(*) AS number FROM outbox_push
WHERE {OWN} AND status = 'skipped' AND why = 'maybe_sent' AND detail IS NOT NULL"""  # noqa: S608
WAITING = f"SELECT 1 AS one FROM outbox_push WHERE {WAITS} LIMIT 1"  # noqa: S608
# As many as the drain may work off until the next look.
DUE = """
SELECT count(*) AS number FROM (SELECT 1 FROM outbox_push
  WHERE status = 'waiting' AND urgency = {urgency} AND due_at <= ? LIMIT {most}) AS due"""


async def hold_back(campaign: CampaignFacts) -> int:
    """Let nothing of it go out until `let_go`; how many rows that were. What is being sent right now goes out."""
    return len(await _of_campaign(HOLD_BACK, [NEVER], campaign, real_now()))


async def let_go(campaign: CampaignFacts, *, now: datetime) -> int:
    """Let everything that was held back be judged again."""
    return len(await _of_campaign(LET_GO, [now], campaign))


async def take_back(campaign: CampaignFacts, *, why: Why, now: datetime) -> int:
    """What waits will not be sent; how many rows that were."""
    return len(await _of_campaign(TAKE_BACK, [why, now], campaign, real_now()))


async def take_back_from(campaign: CampaignFacts, chat_ids: Sequence[int], *, why: Why, now: datetime) -> int:
    """What waits for these chats will not be sent; how many rows that were."""
    if not chat_ids:
        return 0
    return len(await _of_campaign(TAKE_BACK_FROM, [why, now], campaign, real_now(), list(chat_ids)))


async def is_waiting(campaign: CampaignFacts) -> bool:
    """Whether anything of it is still to be sent, or being sent."""
    return bool(await _of_campaign(WAITING, [], campaign))


async def counts(campaign: CampaignFacts) -> dict[tuple[str, str | None], int]:
    """How many rows there are by status and reason."""
    rows = await _of_campaign(COUNTS, [], campaign)
    return {(row["status"], row["why"]): int(row["number"]) for row in rows}


async def errors_of(campaign: CampaignFacts) -> Errors:
    """Attempts that came to an end, and those of them that went wrong."""
    found = await counts(campaign)
    failed = sum(number for (_, why), number in found.items() if why in FAULTS)
    if ("skipped", "maybe_sent") in found:
        [unanswered] = await _of_campaign(UNANSWERED, [], campaign)
        failed += int(unanswered["number"])
    sent = sum(number for (status, _), number in found.items() if status == "sent")
    return Errors(tried=sent + failed, failed=failed)


@unit_of_work
async def due_offers(now: datetime, *, most: int) -> int:
    """How many offers of all campaigns could go out at once, counted up to `most`."""
    await find_by_index()
    [row] = await fetch(DUE.format(urgency=OFFER.urgency, most=most), now)
    return int(row["number"])


@unit_of_work
async def _of_campaign(statement: str, before: Sequence[Any], campaign: CampaignFacts, *after: Any) -> list[Row]:
    if not campaign.template_ids:
        return []
    await find_by_index()
    return await fetch(statement.format(purpose=campaign.purpose), *before, list(campaign.template_ids), *after)
