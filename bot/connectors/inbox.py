"""The inbox: genuine bodies are stored as they came, then processed, and tried again until they can be.

A body is made of and marked as done in one transaction. What cannot be processed stays with its error.
"""

import hashlib
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import real_now
from bot.config import Settings
from bot.connectors import counters
from bot.connectors.applying import Delivery, apply_body
from bot.connectors.models import MOST_ATTEMPTS
from bot.connectors.waiting import WaitingError
from bot.db import connection, in_dialect, unit_of_work
from bot.shop.reading import UnreadableError, parse_json, plain_line
from bot.shop.rows import change, moment, skip_locked

LEASE = timedelta(minutes=2)
BATCH = 20
FIRST_RETRY = timedelta(seconds=30)
LONGEST_RETRY = timedelta(hours=6)
KEPT = timedelta(days=30)
UNREAD_KEPT = timedelta(days=90)
LONGEST_ERROR, LONGEST_OUTCOME = 1024, 255
# Of these a platform tells what is meant and nothing else: the second time looks like the first.
TIMELESS = re.compile(r"delete|redact|data_request")

INSERT = """
INSERT INTO connector_inbox (platform, topic, delivery_id, digest, shop_domain, body, received_at, retry_at, attempts)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING"""
# Read from the index of what is due: what is done, what waits and what was given up is not looked at. A claimed body
# is due again when its lease runs out; the attempts end those that kill whoever processes them.
CLAIM = """
UPDATE connector_inbox SET leased_until = ?, retry_at = ?, attempts = attempts + 1
WHERE id IN (SELECT id FROM connector_inbox WHERE retry_at <= ? AND attempts < ? ORDER BY retry_at, id LIMIT ?{locked})
RETURNING id, platform, topic, digest, body, received_at, attempts"""
REOPEN = """
UPDATE connector_inbox SET leased_until = ?, retry_at = ?, attempts = 1, processed_at = NULL
WHERE id = ? RETURNING id, platform, topic, digest, body, received_at, attempts"""
SETTLE = """
UPDATE connector_inbox SET processed_at = ?, error = NULL, retry_at = NULL, waits_for = NULL, leased_until = NULL
WHERE id = ? AND leased_until = ? AND processed_at IS NULL RETURNING id"""
NOTE = "UPDATE connector_inbox SET outcome = ? WHERE id = ?"
PUT_BACK = """
UPDATE connector_inbox SET error = ?, waits_for = ?, retry_at = ?, leased_until = NULL
WHERE id = ? AND leased_until = ?"""

GIVE_UP = "DELETE FROM connector_inbox WHERE processed_at IS NULL AND received_at < ? RETURNING id"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    """What a platform sent, and what it said about it in headers."""

    platform: str
    topic: str
    body: bytes
    delivery_id: str | None = None
    shop_domain: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A stored body that this process has claimed until `leased_until`."""

    id: int
    platform: str
    topic: str
    digest: str
    body: bytes
    received_at: datetime
    attempts: int
    leased_until: datetime


async def receive(letter: Letter, *, now: datetime) -> None:
    """Store a genuine body for good; one that is here already is left alone."""
    values = [
        letter.platform,
        letter.topic,
        letter.delivery_id,
        _digest(letter),
        letter.shop_domain,
        letter.body,
        now,
        real_now(),
    ]
    # One statement is a transaction of its own, and a cancelled request must not lose what it was told.
    await connection().execute_query(in_dialect(INSERT), values)


def _digest(letter: Letter) -> str:
    """What makes a letter a repetition of another; in one without a time of its own that is its delivery, too."""
    delivery = letter.delivery_id or "" if TIMELESS.search(letter.topic) else ""
    return hashlib.sha256(letter.body + delivery.encode()).hexdigest()


async def process_due(settings: Settings, *, now: datetime) -> int:
    """Process a batch of what is due, longest due first; how many were tried, 0 when nothing is left to do."""
    bodies = await _claim(BATCH)
    for body in bodies:
        await process(body, settings, now=now)
    return len(bodies)


async def process(body: Body, settings: Settings, *, now: datetime) -> str | None:
    """Make of a claimed body what it tells; the error that keeps it in the inbox, or None."""
    try:
        await _apply(body, settings, now=now)
    except Exception as error:  # noqa: BLE001  # the edge of the loop: whatever it is, the body must stay
        return await _put_back(body, error)
    counters.processed.labels(body.platform).inc()
    return None


@unit_of_work
async def reopen(id_: int) -> Body | None:
    """Claim a body for a replay, processed before or not, whatever it waits for; None when there is none."""
    until = real_now() + LEASE
    bodies = _bodies(await change(REOPEN, until, until, id_), until)
    return bodies[0] if bodies else None


async def forget_old_bodies(now: datetime) -> None:
    """Drop bodies processed long ago: no platform repeats a delivery after so many days; in the end also all others.

    Personal data is not kept for ever because nobody could read it.
    """
    await change("DELETE FROM connector_inbox WHERE processed_at < ?", now - KEPT)
    if dropped := await change(GIVE_UP, now - UNREAD_KEPT):
        log.warning("inbox bodies dropped unprocessed", count=len(dropped))


@unit_of_work
async def _claim(most: int) -> list[Body]:
    now = real_now()
    until = now + LEASE
    return _bodies(await change(CLAIM.format(locked=skip_locked()), until, until, now, MOST_ATTEMPTS, most), until)


def _bodies(rows: Sequence[dict[str, Any]], until: datetime) -> list[Body]:
    found = [row | {"body": bytes(row["body"]), "received_at": moment(row["received_at"])} for row in rows]
    return sorted((Body(**row, leased_until=until) for row in found), key=lambda body: body.id)


@unit_of_work
async def _apply(body: Body, settings: Settings, *, now: datetime) -> None:
    """All of it or nothing; a lease that ran out meanwhile leaves the body to whoever has it now."""
    if not await change(SETTLE, now, body.id, body.leased_until):
        log.info("inbox body left to another process", body=body.id)
        return
    delivery = Delivery(settings, body.received_at, body.digest, now)
    await apply_body(body.platform, body.topic, _parsed(body.body), delivery)
    if delivery.outcome:
        await change(NOTE, "; ".join(delivery.outcome)[:LONGEST_OUTCOME], body.id)


def _parsed(body: bytes) -> Any:
    try:
        return parse_json(body)
    except ValueError as error:
        raise UnreadableError(str(error)) from None


async def _put_back(body: Body, error: Exception) -> str:
    expected = isinstance(error, UnreadableError | WaitingError)
    why = plain_line(str(error) if expected else f"{type(error).__name__}: {error}")[:LONGEST_ERROR]
    # The text may name people; the row keeps it, the log does not.
    log.warning(
        "inbox body failed", body=body.id, platform=body.platform, kind=type(error).__name__, tries=body.attempts
    )
    counters.failed.labels(body.platform).inc()
    await _keep_error(body, why, waits_for=error.name if isinstance(error, WaitingError) else None)
    return why


@unit_of_work
async def _keep_error(body: Body, why: str, *, waits_for: str | None) -> None:
    retry_at = real_now() + _delay(body.attempts) if body.attempts < MOST_ATTEMPTS else None
    await change(PUT_BACK, why, waits_for, retry_at, body.id, body.leased_until)


def _delay(attempts: int) -> timedelta:
    doubled: timedelta = min(FIRST_RETRY * 2 ** (attempts - 1), LONGEST_RETRY)
    return doubled * random.uniform(0.8, 1.2)
