"""Points whose time is over leave the ledger by an entry of their own, the first to expire having been spent first.

Whatever their label: points of purchases, answers, apologies and invitations expire alike, each on its own day.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

import structlog

from bot.db import unit_of_work
from bot.loyalty.lots import Booked, Reading, read_lots
from bot.outbox.queue import cancel_waiting
from bot.shop.rows import Row, change, fetch, locked, moment

INSERT = """
INSERT INTO loyalty_entry (customer_id, points, kind, source, reason, details, order_id, rate, available_at, expires_at,
  created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source) DO NOTHING RETURNING id"""
OPEN = "INSERT INTO loyalty_account (customer_id, opened_at) VALUES (?, ?) ON CONFLICT (customer_id) DO NOTHING"
OVER = "e.expires_at <= ? AND (a.expired_until IS NULL OR e.expires_at > a.expired_until)"
LOCK = f"""
SELECT a.id, EXISTS (SELECT 1 FROM loyalty_entry e WHERE e.customer_id = a.customer_id AND {OVER}) AS over
FROM loyalty_account a WHERE a.customer_id = ?"""  # noqa: S608  # our own words
DUE = f"""
SELECT DISTINCT e.customer_id FROM loyalty_entry e LEFT JOIN loyalty_account a ON a.customer_id = e.customer_id
WHERE {OVER} ORDER BY e.customer_id LIMIT ?"""  # noqa: S608  # our own words
ENTRIES = """
SELECT id, customer_id, points, kind, source, created_at, available_at, expires_at FROM loyalty_entry
WHERE customer_id IN ? ORDER BY id"""
EXPIRES = "SELECT id FROM loyalty_entry WHERE customer_id IN ? AND expires_at > ? LIMIT 1"
DONE = "UPDATE loyalty_account SET expired_until = ? WHERE customer_id = ?"
ACCOUNTS_A_TURN = 100
MANY = 500

log = structlog.get_logger(__name__)


async def expire_due(*, now: datetime) -> int:
    """Book off what is over, of a page of customers; how many customers that were."""
    due = [row["customer_id"] for row in await fetch(DUE, now, ACCOUNTS_A_TURN)]
    for customer_id in due:
        await hold_account(customer_id, now=now)
    return len(due)


@unit_of_work
async def hold_account(customer_id: int, *, now: datetime) -> None:
    """Keep everybody else from this customer's points until the unit of work ends; what is over is booked off first."""
    await change(OPEN, customer_id, now)
    [account] = await change(LOCK + locked("a"), now, customer_id)
    if account["over"]:
        await _expire(customer_id, now)


async def _expire(customer_id: int, now: datetime) -> None:
    """Lots are read before anything is booked off, each at the moment that is booked."""
    gone = 0
    for lot in (await lots_of([customer_id], now=now))[0].lots:
        if lot.expires_at and lot.expires_at <= now and not lot.is_pending(now):
            row = [customer_id, -lot.remaining, "expire", f"expire:{lot.id}", "expire", None]
            await change(INSERT, *row, None, None, None, None, now)
            gone += lot.remaining
    await change(DONE, now, customer_id)
    if gone:
        await take_back_warning(customer_id, now=now)
        log.info("points expired", customer=customer_id, points=gone)


async def take_back_warning(customer_id: int, *, now: datetime) -> None:
    """A warning that nobody has got yet no longer tells how many expire; those that are left are warned of anew."""
    if await cancel_waiting(now=now, customer_id=customer_id, slot=slot_of(customer_id)):
        await change("DELETE FROM loyalty_warning WHERE customer_id = ?", customer_id)


def slot_of(customer_id: int) -> str:
    """Where warnings stand in the chats: a later one takes the place of one that still waits."""
    return f"points-expiring:{customer_id}"


async def lots_of(customer_ids: Sequence[int], *, now: datetime) -> tuple[Reading, ...]:
    """What is left of these customers' points, by customer: each has an account of their own.

    Ten thousand entries take a fifth of a second, in which nobody else would be answered: many are read in a thread.
    """
    rows = await fetch(ENTRIES, list(customer_ids))
    if len(rows) > MANY:
        return await asyncio.to_thread(_read, rows, customer_ids, now)
    return _read(rows, customer_ids, now)


@dataclass(frozen=True, slots=True)
class Expiry:
    """So many points are over after `last_day`, the first that are."""

    points: int
    last_day: date


async def find_next_expiry(customer_ids: Sequence[int], *, zone: ZoneInfo, now: datetime) -> Expiry | None:
    """What expires next of these customers' points that count already; None where nothing does."""
    if not await fetch(EXPIRES, list(customer_ids), now):
        return None
    readings = await lots_of(customer_ids, now=now)
    lots = [lot for reading in readings for lot in reading.lots if not lot.is_pending(now)]
    ahead = [(lot.expires_at, lot.remaining) for lot in lots if lot.expires_at and lot.expires_at > now]
    if not ahead:
        return None
    first = min(at for at, _ in ahead)
    return Expiry(sum(points for at, points in ahead if at == first), last_day_of(first, zone))


def last_day_of(expires_at: datetime, zone: ZoneInfo) -> date:
    """The last whole day, where the shop is, on which points are there that expire then."""
    return expires_at.astimezone(zone).date() - timedelta(days=1)


def _read(rows: Sequence[Row], customer_ids: Sequence[int], now: datetime) -> tuple[Reading, ...]:
    return tuple(
        read_lots((_booked(row) for row in rows if row["customer_id"] == each), now=now) for each in customer_ids
    )


def _booked(row: Row) -> Booked:
    return Booked(
        *(row["id"], row["points"], row["kind"], row["source"]),
        at=cast(datetime, moment(row["created_at"])),
        available_at=moment(row["available_at"]),
        expires_at=moment(row["expires_at"]),
    )
