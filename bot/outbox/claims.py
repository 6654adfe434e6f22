"""Who drains, and which rows are whose: leases that run out by themselves when a process dies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.clock import real_now
from bot.db import connection, document, in_dialect, is_sqlite, unit_of_work
from bot.outbox.purposes import PURPOSES, Purpose
from bot.outbox.tally import Tally
from bot.outbox.waiting import FEW_CLAIMED, MOST_CLAIMED, due, find_by_index, placeholder

# Who finds a lease that has run out cannot know whether the message arrived before its sender died.
LEASE = """
UPDATE outbox_push SET leased_until = {until}, attempts = attempts + 1,
  doubtful = doubtful + CASE WHEN leased_until IS NULL THEN 0 ELSE 1 END
WHERE id {among}
RETURNING id, chat_id, customer_id, order_id, purpose, urgency, method, params, slot, receipt, due_at, expires_at,
  attempts, doubtful, template_id"""
HOLD_DRAIN = """
INSERT INTO outbox_drain (id, owner, leased_until, sent, failed, floods, doubtful) VALUES (?, ?, ?, 0, 0, 0, 0)
ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, leased_until = excluded.leased_until,
  sent = outbox_drain.sent + ?, failed = outbox_drain.failed + ?, floods = outbox_drain.floods + ?,
  doubtful = outbox_drain.doubtful + ?
WHERE outbox_drain.owner = excluded.owner OR outbox_drain.leased_until <= ? RETURNING owner"""
PROLONG = "UPDATE outbox_push SET leased_until = ? WHERE id IN ({ids}) AND status || '' = 'waiting'"
RELEASE_DRAIN = "UPDATE outbox_drain SET leased_until = ? WHERE id = ? AND owner = ?"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that is ours for the time of the lease; `doubtful` counts attempts that may have arrived.

    The `params` of a row with a template fill that in (outbox/templates.py), which says what follows (`then_id`).
    """

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
    template_id: int | None = None
    then_id: int | None = None
    token: str = ""


async def is_due(now: datetime) -> bool:
    """Whether there is anything to claim at all; reads, and takes no lock."""
    return await (_find_due(now) if is_sqlite() else unit_of_work(_find_due)(now))


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
    most = FEW_CLAIMED if room <= FEW_CLAIMED else MOST_CLAIMED
    found = due(most, lock=True)
    among = f"IN ({found})" if is_sqlite() else f"= ANY (ARRAY ({found}))"
    statement = LEASE.format(among=among, until=placeholder(4))
    rows = await connection().execute_query_dict(statement, [now, real, min(room, most), real + lease])
    rows.sort(key=lambda row: (row["urgency"], as_time(row["due_at"]), row["id"]))
    return [_claimed(row) for row in rows]


@unit_of_work
async def prolong(ids: Iterable[int], *, lease: timedelta) -> None:
    """These are still on their way."""
    held = list(ids)
    statement = PROLONG.format(ids=", ".join("?" * len(held)))
    await connection().execute_query(in_dialect(statement), [real_now() + lease, *held])


def as_time(value: Any) -> datetime:
    """A time column of a raw statement: text on SQLite."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


async def _find_due(now: datetime) -> bool:
    await find_by_index()
    return bool(await connection().execute_query_dict(due(1), [now, real_now(), 1]))


def _claimed(row: dict[str, Any]) -> Claimed:
    return Claimed(
        id=row["id"],
        chat_id=row["chat_id"],
        customer_id=row["customer_id"],
        order_id=row["order_id"],
        purpose=PURPOSES[row["purpose"]],
        method=row["method"],
        params=document(row["params"]),
        slot=row["slot"],
        receipt=document(row["receipt"]),
        expires_at=as_time(row["expires_at"]),
        attempts=row["attempts"],
        doubtful=row["doubtful"],
        template_id=row["template_id"],
    )
