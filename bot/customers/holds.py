"""Reasons why a person is to be left alone; surveys, offers and broadcasts read these and nothing else."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from bot.customers.models import Hold
from bot.db import among, connection, id_list, in_dialect, is_sqlite, unit_of_work

# Every customer of the chats, linked or named by the caller, and what is open about them.
HOLDS_OVER = """
SELECT own.chat_id, hold.reason, hold.purposes FROM (
  SELECT chat_id, customer_id FROM customer_link WHERE chat_id {among} UNION {named}
) AS own JOIN customer_hold AS hold ON hold.customer_id = own.customer_id
WHERE hold.released_at IS NULL AND (hold.until IS NULL OR hold.until > ?) ORDER BY hold.since, hold.id"""
# Pairs, as one value on SQLite and as two on PostgreSQL: the statement is the same however many they are.
NAMED_SQLITE = "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)"
NAMED_POSTGRES = "SELECT * FROM unnest(?::bigint[], ?::bigint[])"

REASONS = frozenset({"case", "return", "late", "lost", "damaged", "complaint", "human", "erasure"})


@dataclass(frozen=True, slots=True)
class ActiveHold:
    """`purposes` are purposes of the outbox, or `advertising`, or `everything` (all but answers)."""

    customer_id: int
    reason: str
    purposes: frozenset[str]
    subject: str
    since: datetime
    until: datetime | None


@unit_of_work
async def open_hold(
    customer_id: int,
    *,
    reason: str,
    subject: str,
    now: datetime,
    until: datetime | None = None,
    purposes: str = "advertising",
) -> None:
    """Leave this customer alone because of `subject` ("shipment:9"); open already, it is only prolonged.

    `purposes` is a comma-separated list. Call it in the transaction of the fact.
    """
    if reason not in REASONS:
        raise ValueError(f"not a reason for a hold: {reason!r}")
    key = {"customer_id": customer_id, "reason": reason, "subject": subject}
    await Hold.filter(**key, released_at__not_isnull=True).update(since=now, released_at=None)
    if not await Hold.filter(**key).update(until=until, purposes=purposes):
        await Hold.bulk_create([Hold(**key, purposes=purposes, since=now, until=until)], ignore_conflicts=True)


@unit_of_work
async def release_hold(customer_id: int, *, reason: str, subject: str, now: datetime) -> bool:
    """The reason is gone; False when there was no such hold (any more)."""
    key = {"customer_id": customer_id, "reason": reason, "subject": subject}
    return bool(await Hold.filter(**key, released_at=None).update(released_at=now))


@unit_of_work
async def move_holds(before: int, after: int, *, subjects: Sequence[str], now: datetime) -> None:
    """What these subjects are has gone to another customer: who had them is free, the other is left alone."""
    for hold in await Hold.filter(customer_id=before, subject__in=list(subjects), released_at=None).order_by("id"):
        why = {"reason": hold.reason, "subject": hold.subject}
        await release_hold(before, **why, now=now)
        await open_hold(after, **why, now=now, until=hold.until, purposes=hold.purposes)


async def holds_of(customer_ids: Sequence[int], *, now: datetime) -> dict[int, tuple[ActiveHold, ...]]:
    """The holds of each customer that are open at `now`, oldest first; who has none is left out."""
    found: dict[int, tuple[ActiveHold, ...]] = {}
    rows = Hold.filter(Q(until=None) | Q(until__gt=now), customer_id__in=customer_ids, released_at=None)
    for row in await rows.order_by("since", "id"):
        hold = ActiveHold(row.customer_id, row.reason, _names(row.purposes), row.subject, row.since, row.until)
        found[row.customer_id] = (*found.get(row.customer_id, ()), hold)
    return found


async def last_held(customer_ids: Sequence[int], *, reason: str, after: datetime) -> dict[int, datetime]:
    """When each customer was last left alone for this reason, if after that time; whether it is over or not."""
    rows = Hold.filter(customer_id__in=customer_ids, reason=reason, since__gt=after).order_by("since")
    return {row.customer_id: row.since for row in await rows}


async def holds_over(
    persons: Collection[tuple[int, int | None]], *, now: datetime
) -> dict[int, tuple[tuple[str, frozenset[str]], ...]]:
    """Reasons and held purposes by chat, of all its customers; `persons` are chats with a customer known otherwise.

    One query however many there are; a chat without holds is left out.
    """
    chats = id_list({chat_id for chat_id, _ in persons})
    named = [person for person in set(persons) if person[1] is not None]
    pairs: list[Any] = (
        [json.dumps(named)] if is_sqlite() else [list(half) for half in zip(*named, strict=True)] or [[], []]
    )
    statement = HOLDS_OVER.format(among=among(), named=NAMED_SQLITE if is_sqlite() else NAMED_POSTGRES)
    values = [chats, *pairs, now]
    found: dict[int, tuple[tuple[str, frozenset[str]], ...]] = {}
    for row in await connection().execute_query_dict(in_dialect(statement), values):
        found[row["chat_id"]] = (*found.get(row["chat_id"], ()), (row["reason"], _names(row["purposes"])))
    return found


def _names(purposes: str) -> frozenset[str]:
    return frozenset(name.strip() for name in purposes.split(","))
