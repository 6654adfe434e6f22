"""The canonical shipment statuses, their rank and their meaning for an order (vocabularies.md 4.1)."""

from enum import StrEnum
from functools import lru_cache


class ShipmentStatus(StrEnum):
    UNKNOWN = "unknown"
    LABEL_CREATED = "label_created"
    PICKED_UP = "picked_up"
    IN_TRANSIT = "in_transit"
    CUSTOMS = "customs"
    OUT_FOR_DELIVERY = "out_for_delivery"
    AVAILABLE_FOR_PICKUP = "available_for_pickup"
    ATTEMPT_FAILED = "attempt_failed"
    DELAYED = "delayed"
    ON_HOLD = "on_hold"
    EXCEPTION = "exception"
    DAMAGED = "damaged"
    LOST = "lost"
    RETURNING = "returning"
    RETURNED = "returned"
    DELIVERED = "delivered"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


S = ShipmentStatus

# How far a parcel has come. Statuses without a rank are overlays: they tell of trouble and keep the rank.
RANK = {
    S.UNKNOWN: 0,
    S.LABEL_CREATED: 10,
    S.PICKED_UP: 20,
    S.IN_TRANSIT: 30,
    S.CUSTOMS: 35,
    S.OUT_FOR_DELIVERY: 50,
    S.AVAILABLE_FOR_PICKUP: 50,
    S.RETURNING: 70,
    S.DELIVERED: 90,
    S.RETURNED: 95,
    S.CANCELLED: 99,
}
OVERLAYS = frozenset({S.DELAYED, S.ON_HOLD, S.ATTEMPT_FAILED, S.EXCEPTION, S.DAMAGED, S.LOST, S.EXPIRED})
TERMINAL = frozenset({S.DELIVERED, S.RETURNED, S.LOST, S.CANCELLED})
# Before the first physical scan the carrier has nothing (TRK-04).
NOT_YET_MOVING = frozenset({S.UNKNOWN, S.LABEL_CREATED, S.CANCELLED})
# No longer on its way to the customer, so that nothing is expected.
NOT_COMING = TERMINAL | {S.RETURNING}
# One that waits at the pickup point is there; the customer may be late, the parcel is not.
NEVER_LATE = NOT_COMING | {S.AVAILABLE_FOR_PICKUP}


@lru_cache(1024)
def canonical(code: str | None) -> ShipmentStatus:
    """Our status of a foreign code; what we do not know becomes `unknown`, never an error (TRK-02)."""
    try:
        return ShipmentStatus((code or "").strip().lower())
    except ValueError:
        return ShipmentStatus.UNKNOWN
