"""Orders and products as a source tells them: the one form in which any connector hands them to the shop database.

`told` holds the columns the source tells, None included: what it leaves out stays as it is stored. Where it tells
`revised_at`, the source's own time of what it says, and something newer is stored, it changes nothing at all.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple


class Outcome(StrEnum):
    """What an incoming object did to the database."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class IncomingCustomer:
    """Who bought; `country` is where the order goes, for telephone numbers in national form."""

    external_id: str | None = None
    email: str | None = None
    phone: str | None = None
    name: str | None = None
    locale: str | None = None
    country: str | None = None


class IncomingLine(NamedTuple):
    """One item; its position in the list is its position in the order, `external_id` the source's own id of it.

    `provided`: of what needs no parcel, whether the customer has it; None where the source does not tell.
    """

    sku: str | None
    name: str | None
    variant: str | None
    quantity: int
    unit_price: Decimal | None
    refunded: int = 0
    external_id: str | None = None
    provided: bool | None = None


@dataclass(frozen=True, slots=True)
class IncomingParcel:
    """A parcel; `state` holds status, reason, status_at, rank and delivered_at as its events make them."""

    told: dict[str, Any]
    state: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncomingOrder:
    """An order; `lines` None: not told, so those stored stay. Parcels are only ever added or completed."""

    source: str
    external_id: str | None
    number: str
    told: dict[str, Any]
    customer: IncomingCustomer | None = None
    lines: tuple[IncomingLine, ...] | None = None
    parcels: tuple[IncomingParcel, ...] = ()
    fingerprint: str | None = None


@dataclass(slots=True)
class SavedOrder:
    """Where an incoming order went; `parcels` are its shipments' ids in the order in which they were told."""

    order_id: int
    outcome: Outcome
    parcels: list[tuple[int, bool]] = field(default_factory=list)
    """Id of the shipment, and whether it is new."""
    was_of: int | None = None
    """Whose it was until now, when it is somebody else's or goes elsewhere (see `models.Customer`)."""


@dataclass(frozen=True, slots=True)
class IncomingProduct:
    """A product; it is found by its article number."""

    sku: str
    told: dict[str, Any]
