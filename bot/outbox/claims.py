"""Who drains, and which rows are whose: leases that run out by themselves when a process dies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.clock import real_now
from bot.db import connection, in_dialect, is_sqlite, unit_of_work
from bot.outbox.purposes import PURPOSES, URGENCIES, Purpose
from bot.outbox.queue import read_json
from bot.outbox.tally import Tally

MOST_CLAIMED = 16

# One arm an urgency: each reads the head of its part of the index and no more, however many rows wait behind it.
# Of one chat only the foremost row is taken, and only when nothing that comes before it is still on its way.
# The literal 'waiting' lets both databases use the index of waiting rows.
ARM = """
SELECT id, urgency, due_at FROM (
  SELECT p.id, p.urgency, p.due_at FROM outbox_push AS p
  WHERE p.status = 'waiting' AND p.urgency = {urgency} AND p.due_at <= {now}
    AND (p.leased_until IS NULL OR p.leased_until <= {real}) AND (p.retry_at IS NULL OR p.retry_at <= {real})
    AND NOT EXISTS (
      SELECT 1 FROM outbox_push AS e
      WHERE e.chat_id = p.chat_id AND e.status = 'waiting' AND e.due_at <= {now}
        AND (e.urgency, e.due_at, e.id) < (p.urgency, p.due_at, p.id))
  ORDER BY p.due_at, p.id LIMIT {most}{lock}) AS urgent_{urgency}"""
DUE = "SELECT id FROM ({arms}) AS due ORDER BY urgency, due_at, id LIMIT {room}"
# Who finds a lease that has run out cannot know whether the message arrived before its sender died.
LEASE = """
UPDATE outbox_push SET leased_until = {until}, attempts = attempts + 1,
  doubtful = doubtful + CASE WHEN leased_until IS NULL THEN 0 ELSE 1 END
WHERE id IN ({due})
RETURNING id, chat_id, customer_id, order_id, purpose, urgency, method, params, slot, receipt, due_at, expires_at,
  attempts, doubtful"""
HOLD_DRAIN = """
INSERT INTO outbox_drain (id, owner, leased_until, sent, failed, floods, doubtful) VALUES (?, ?, ?, 0, 0, 0, 0)
ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, leased_until = excluded.leased_until,
  sent = outbox_drain.sent + ?, failed = outbox_drain.failed + ?, floods = outbox_drain.floods + ?,
  doubtful = outbox_drain.doubtful + ?
WHERE outbox_drain.owner = excluded.owner OR outbox_drain.leased_until <= ? RETURNING owner"""
PROLONG = "UPDATE outbox_push SET leased_until = ? WHERE status = 'waiting' AND id IN ({ids})"
RELEASE_DRAIN = "UPDATE outbox_drain SET leased_until = ? WHERE id = ? AND owner = ?"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that is ours for the time of the lease; `doubtful` counts attempts that may have arrived."""

    id: int
    chat_id: int
    customer_id: int | None
    order_id: int | None
    purpose: Purpose
    method: str
    params: dict[str, Any]
    slot: str | None
    receipt: dict[str, Any] | None
    expires_at: datetime | None
    attempts: int
    doubtful: int


async def is_due(now: datetime) -> bool:
    """Whether there is anything to claim at all; reads, and takes no lock."""
    return bool(await connection().execute_query_dict(_due(most=1), [now, real_now(), 1]))


@unit_of_work
async def hold_drain(bot_id: int, owner: str, *, lease: timedelta, done: Tally) -> bool:
    """Become or stay the one who drains for this bot, and add up what is done; False while somebody else is."""
    real = real_now()
    values = [bot_id, owner, real + lease, done.sent, done.failed, done.floods, done.doubtful, real]
    return bool(await connection().execute_query_dict(in_dialect(HOLD_DRAIN), values))


@unit_of_work
async def release_drain(bot_id: int, owner: str) -> None:
    """Let another process drain at once instead of when the lease runs out."""
    await connection().execute_query(in_dialect(RELEASE_DRAIN), [real_now(), bot_id, owner])


@unit_of_work
async def claim(now: datetime, room: int, *, lease: timedelta) -> list[Claimed]:
    """Lease up to `room` rows that are due, the most urgent first, at most one of a chat."""
    real = real_now()
    statement = LEASE.format(due=_due(most=MOST_CLAIMED, lock=True), until=_placeholder(4))
    rows = await connection().execute_query_dict(statement, [now, real, min(room, MOST_CLAIMED), real + lease])
    rows.sort(key=lambda row: (row["urgency"], as_time(row["due_at"]), row["id"]))
    return [_claimed(row) for row in rows]


@unit_of_work
async def prolong(ids: Iterable[int], *, lease: timedelta) -> None:
    """These are still on their way."""
    held = list(ids)
    statement = PROLONG.format(ids=", ".join("?" * len(held)))
    await connection().execute_query(in_dialect(statement), [real_now() + lease, *held])


async def commit_lightly() -> None:
    """Let the current transaction commit without waiting for the disk, which takes longer than sending 16 messages.

    Should the database server itself lose its power, the last half second is forgotten: what was sent in it comes
    twice. (On SQLite it is so anyway, synchronous=NORMAL.) Never after claiming what must not come twice.
    """
    if not is_sqlite():
        await connection().execute_query("SET LOCAL synchronous_commit = off")


def as_time(value: Any) -> datetime:
    """A time column of a raw statement: text on SQLite."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _due(*, most: int, lock: bool = False) -> str:
    """The SELECT of what is due; its values are the shop's time, real time, and how many, at most `most`.

    The limit within the arms is no value but a number, so that PostgreSQL plans for few rows, and plans once.
    """
    skip_locked = " FOR UPDATE OF p SKIP LOCKED" if lock and not is_sqlite() else ""
    now, real = _placeholder(1), _placeholder(2)
    arms = (ARM.format(urgency=urgency, now=now, real=real, most=most, lock=skip_locked) for urgency in URGENCIES)
    return DUE.format(arms=" UNION ALL ".join(arms), room=_placeholder(3))


def _placeholder(number: int) -> str:
    """A placeholder that may stand in several places."""
    return f"?{number}" if is_sqlite() else f"${number}"


def _claimed(row: dict[str, Any]) -> Claimed:
    return Claimed(
        id=row["id"],
        chat_id=row["chat_id"],
        customer_id=row["customer_id"],
        order_id=row["order_id"],
        purpose=PURPOSES[row["purpose"]],
        method=row["method"],
        params=read_json(row["params"]),
        slot=row["slot"],
        receipt=read_json(row["receipt"]),
        expires_at=as_time(row["expires_at"]),
        attempts=row["attempts"],
        doubtful=row["doubtful"],
    )
