"""What happened to the parcels of an order, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.shop.rows import Row, fetch, moment

EVENTS = """
SELECT e.occurred_at, e.status, e.reason, e.text, e.place, e.shipment_id
FROM shipping_event e JOIN shop_shipment s ON s.id = e.shipment_id JOIN shop_order o ON o.id = s.order_id
WHERE o.id = ? AND o.customer_id IN ?"""
NEWEST_FIRST = " ORDER BY e.occurred_at DESC, e.id DESC"


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One scan; `text` and `place` are the carrier's own words, in its own language."""

    occurred_at: datetime
    status: str
    reason: str | None
    text: str | None
    place: str | None
    shipment_id: int


async def list_events(
    order_id: int, *, customer_ids: Sequence[int], shipment_id: int | None = None
) -> tuple[EventFacts, ...]:
    """The scans of an order, or of one of its parcels; nothing for a foreign or missing one. One query."""
    statement, values = EVENTS, [order_id, tuple(customer_ids)]
    if shipment_id is not None:
        statement, values = statement + " AND s.id = ?", [*values, shipment_id]
    return tuple(_event(row) for row in await fetch(statement + NEWEST_FIRST, *values))


def _event(row: Row) -> EventFacts:
    values: dict[str, Any] = row | {"occurred_at": moment(row["occurred_at"]), "place": row["place"] or None}
    return EventFacts(**values)
