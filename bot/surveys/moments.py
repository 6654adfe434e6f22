"""Whether this is a moment to ask somebody for a favour: nobody is asked while something of theirs goes wrong."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.customers.holds import holds_of, last_held
from bot.shop.rows import fetch
from bot.shop.statuses import NEVER_LATE, OVERLAYS, ShipmentStatus
from bot.surveys.gates import COMPLAINT_ECHO

# Many shops never tell that a parcel has arrived: nobody waits any more for what should have come so long ago.
FORGOTTEN = timedelta(days=90)
# Told by nobody live, as after an import, there is no hold: the parcels themselves are looked at.
TROUBLED = tuple(map(str, sorted({*OVERLAYS, ShipmentStatus.RETURNING})))
PARCELS = """
SELECT s.id FROM shop_order o JOIN shop_shipment s ON s.order_id = o.id
WHERE o.customer_id IN ? AND o.is_open AND NOT o.is_hidden AND o.placed_at > ?
  AND (s.status IN ? OR (s.expected_on < ? AND s.status NOT IN ?)) LIMIT 1"""
RETURNS = """
SELECT r.id FROM shop_order o JOIN shop_return r ON r.order_id = o.id
WHERE o.customer_id IN ? AND NOT o.is_hidden AND r.status IN ('requested', 'approved') LIMIT 1"""
CASES = "SELECT id FROM ticket_case WHERE status <> 'closed' AND (chat_id = ? OR customer_id IN ?) LIMIT 1"


async def is_good_moment(chat_id: int, customer_ids: Sequence[int], *, now: datetime) -> bool:
    """No parcel of theirs is late, lost or in other trouble, nothing goes back, no case is open, none complained."""
    if await holds_of(customer_ids, now=now):
        return False
    if await last_held(customer_ids, reason="complaint", after=now - COMPLAINT_ECHO):
        return False
    owned, never_late = list(customer_ids), tuple(map(str, sorted(NEVER_LATE)))
    parcels = await fetch(PARCELS, owned, now - FORGOTTEN, TROUBLED, now.date(), never_late)
    return not (parcels or await fetch(RETURNS, owned) or await fetch(CASES, chat_id, owned))
