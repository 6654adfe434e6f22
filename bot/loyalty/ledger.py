"""The points ledger: every booking once by its source, the balance always the sum, never spent below zero.

What a purchase earned has a source "order:…" and its order; when goods go back, `take_back` books it off again, even
where the points were spent meanwhile: then the balance is below zero until others make up for it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from bot.db import document, unit_of_work
from bot.errors import CustomerError
from bot.loyalty.expiring import INSERT, hold_account, take_back_warning
from bot.loyalty.programme import current_rules
from bot.shop.rows import amount, change, fetch, moment

BALANCE = """
SELECT coalesce(sum(CASE WHEN available_at > ? THEN 0 ELSE points END), 0) AS available,
  coalesce(sum(CASE WHEN available_at > ? THEN points ELSE 0 END), 0) AS pending,
  min(CASE WHEN available_at > ? THEN available_at END) AS until
FROM loyalty_entry WHERE customer_id IN ?"""
STATEMENT = """
SELECT points, kind, reason, details, order_id, available_at, created_at FROM loyalty_entry
WHERE customer_id IN ? ORDER BY created_at DESC, id DESC LIMIT ?"""
EARNED = """
SELECT e.customer_id, e.points, e.source, e.rate, e.available_at,
  coalesce((SELECT -sum(c.points) FROM loyalty_entry c WHERE c.order_id = e.order_id AND c.kind = 'clawback'
    AND substr(c.source, 1, length(e.source) + 10) = 'clawback:' || e.source || '|'), 0) AS taken,
  (SELECT count(*) FROM loyalty_entry c WHERE c.order_id = e.order_id AND c.kind = 'clawback'
    AND substr(c.source, 1, length(e.source) + 10) = 'clawback:' || e.source || '|') AS times
FROM loyalty_entry e WHERE e.order_id = ? AND e.source LIKE 'order:%' AND e.points > 0 ORDER BY e.id"""
EARNED_FROM = """
SELECT e.customer_id, e.points, e.source, e.rate, e.available_at, coalesce(-sum(c.points), 0) AS taken,
  count(c.id) AS times
FROM loyalty_entry e LEFT JOIN loyalty_entry c ON c.customer_id = e.customer_id AND c.kind = 'clawback'
  AND substr(c.source, 1, length(e.source) + 10) = 'clawback:' || e.source || '|'
WHERE e.source = ? GROUP BY e.id, e.customer_id, e.points, e.source, e.rate, e.available_at"""
BY_SOURCE = """
SELECT points, kind, reason, details, order_id, available_at, created_at FROM loyalty_entry WHERE source = ?"""

Details = Mapping[str, str | int]


class NotEnoughPointsError(CustomerError):
    """More was to be spent than there is; `available` says how much that is."""

    key = "points-not-enough"


@dataclass(frozen=True, slots=True)
class Balance:
    """What can be spent now, what will be added, and when the first of that is."""

    available: int
    pending: int
    pending_until: datetime | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Points that came or went; `reason` and `details` make the text that tells why (points-reason-…)."""

    points: int
    kind: str
    reason: str
    at: datetime
    available_at: datetime | None = None
    order_id: int | None = None
    details: Details = field(default_factory=dict)

    def is_pending(self, now: datetime) -> bool:
        return self.available_at is not None and self.available_at > now


@unit_of_work
async def book(
    customer_id: int,
    points: int,
    *,
    kind: str,
    source: str,
    reason: str,
    now: datetime,
    available_at: datetime | None = None,
    order_id: int | None = None,
    values: Details | None = None,
) -> bool:
    """Add points; False when this source ("survey:plan:17") was booked before, whatever else is different.

    Until `available_at` they are pending and cannot be spent; from then on they last as the rules of today say.
    """
    if points <= 0:
        raise ValueError(f"points that come are above zero, not {points}")
    expires_at = (await current_rules()).expiry(available_at or now)
    row = [customer_id, points, kind, source, reason, _json(values), order_id, None, available_at, expires_at, now]
    return bool(await change(INSERT, *row))


@unit_of_work
async def book_purchase(
    customer_id: int, points: int, *, order_id: int, number: str, rate: Decimal, available_at: datetime, now: datetime
) -> bool:
    """Add what an order earns, once an order, pending until its time for a return is over.

    `rate`: points a unit of money on that day; whatever it is later, they are taken back as they were earned.
    """
    if points <= 0:
        raise ValueError(f"points that come are above zero, not {points}")
    source, told = f"order:{order_id}:purchase", _json({"number": number})
    expires_at = (await current_rules()).expiry(available_at)
    row = [customer_id, points, "purchase", source, "purchase", told, order_id, rate, available_at, expires_at, now]
    return bool(await change(INSERT, *row))


@unit_of_work
async def spend(
    customer_id: int, points: int, *, kind: str, source: str, reason: str, now: datetime, values: Details | None = None
) -> bool:
    """Take points away; False when this source was spent before, NotEnoughPointsError when there are too few.

    Who spends holds the customer's account meanwhile, so that several at once never go below zero, and nothing is spent
    whose time was over.
    """
    if points <= 0:
        raise ValueError(f"points that go are above zero, not {points}")
    await hold_account(customer_id, now=now)
    row = [customer_id, -points, kind, source, reason, _json(values), None, None, None, None, now]
    if not await change(INSERT, *row):
        return False
    available = (await balance_of([customer_id], now=now)).available
    if available < 0:
        raise NotEnoughPointsError(available=available + points)
    await take_back_warning(customer_id, now=now)
    return True


@dataclass(frozen=True, slots=True)
class Earned:
    """What one booking of an order's points gave, and how much of it was taken back so far, in so many entries."""

    customer_id: int
    points: int
    source: str
    rate: Decimal | None
    available_at: datetime | None
    taken: int
    times: int


async def earned_by(order_id: int) -> tuple[Earned, ...]:
    """What the order earned; what was given for an answer or as an apology is not earned by buying."""
    return tuple(_earned(row) for row in await fetch(EARNED, order_id))


async def earned_from(source: str) -> Earned | None:
    """What one booking gave that no order earned, and how much of it was taken back."""
    rows = await fetch(EARNED_FROM, source)
    return _earned(rows[0]) if rows else None


@unit_of_work
async def take_back(
    earned: Earned,
    points: int,
    *,
    order_id: int | None,
    once: str,
    reason: str,
    now: datetime,
    values: Details | None = None,
) -> bool:
    """Book so many of these points off, or on again when below zero; False for none, or when `once` has done it.

    Never more than was earned. What was still pending is taken from the pending ones, at the rate of that day.
    """
    points = max(-earned.taken, min(points, earned.points - earned.taken))
    if not points:
        return False
    source = f"clawback:{earned.source}|{once}"
    pending = earned.available_at if earned.available_at and earned.available_at > now else None
    row = [earned.customer_id, -points, "clawback", source, reason, _json(values), order_id, earned.rate, pending]
    return bool(await change(INSERT, *row, None, now))


async def balance_of(customer_ids: Sequence[int], *, now: datetime) -> Balance:
    """The sum over these customers, who are one person."""
    [row] = await fetch(BALANCE, now, now, now, list(customer_ids))
    return Balance(int(row["available"]), int(row["pending"]), moment(row["until"]))


async def statement(customer_ids: Sequence[int], *, limit: int) -> tuple[Entry, ...]:
    """The latest entries, newest first."""
    return tuple(_entry(row) for row in await fetch(STATEMENT, list(customer_ids), limit))


async def find_entry(source: str) -> Entry | None:
    """What was booked for a source; None: nothing."""
    rows = await fetch(BY_SOURCE, source)
    return _entry(rows[0]) if rows else None


def _earned(row: dict[str, Any]) -> Earned:
    return Earned(
        *(row["customer_id"], row["points"], row["source"], amount(row["rate"]), moment(row["available_at"])),
        taken=int(row["taken"]),
        times=row["times"],
    )


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        points=row["points"],
        kind=row["kind"],
        reason=row["reason"],
        at=cast(datetime, moment(row["created_at"])),
        available_at=moment(row["available_at"]),
        order_id=row["order_id"],
        details=document(row["details"]) or {},
    )


def _json(values: Details | None) -> str | None:
    return json.dumps(dict(values), ensure_ascii=False) if values else None
