"""Reasons why a person is to be left alone; surveys, offers and broadcasts read these and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise.expressions import Q

from bot.customers.models import Hold
from bot.db import unit_of_work

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


async def holds_of(customer_ids: Sequence[int], *, now: datetime) -> dict[int, tuple[ActiveHold, ...]]:
    """The holds of each customer that are open at `now`, oldest first; who has none is left out."""
    found: dict[int, tuple[ActiveHold, ...]] = {}
    rows = Hold.filter(Q(until=None) | Q(until__gt=now), customer_id__in=customer_ids, released_at=None)
    for row in await rows.order_by("since", "id"):
        purposes = frozenset(name.strip() for name in row.purposes.split(","))
        hold = ActiveHold(row.customer_id, row.reason, purposes, row.subject, row.since, row.until)
        found[row.customer_id] = (*found.get(row.customer_id, ()), hold)
    return found
