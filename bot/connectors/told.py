"""What a body tells, whoever sent it: the facts that a platform's parser finds, and nothing of its own shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.shipping.carriers.reports import Scan
from bot.shipping.progress import ParcelEvent
from bot.shop.incoming import IncomingOrder, IncomingParcel, IncomingProduct

Items = tuple[Mapping[str, Any], ...]
"""`{"sku", "quantity"}` each, with `line`, the platform's id of the order's line, where it tells that; an item of a
return with `item`, the platform's id of it."""


@dataclass(frozen=True, slots=True)
class OrderRef:
    """An order by the platform's own id."""

    source: str
    external_id: str


@dataclass(frozen=True, slots=True)
class FulfilmentTold:
    """What the shop handed over at once: a parcel for each tracking number.

    `event` is what the shop says of it by itself; `status_told` the shop's word of where it is, if it has one.
    """

    order: OrderRef
    external_id: str
    parcels: tuple[IncomingParcel, ...]
    event: ParcelEvent
    status_told: ParcelEvent | None = None
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class RefundTold:
    """Money that went back; `amount` None: not told. `refunded_at` None: when the body came. `currency` None: the
    order's. `shipping`: what of it is the delivery, None: not told."""

    order: OrderRef
    external_id: str
    refunded_at: datetime | None
    amount: Decimal | None
    items: Items = ()
    currency: str | None = None
    shipping: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OrderTold:
    """An order with what was handed over and what went back; restored is one that had been deleted.

    `all_refunds_at`: its refunds are all there were then. What it has named before and does not name now was deleted.
    """

    order: IncomingOrder
    fulfilments: tuple[FulfilmentTold, ...] = ()
    refunds: tuple[RefundTold, ...] = ()
    is_restored: bool = False
    all_refunds_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OrderRemoved:
    """The shop deleted an order."""

    order: OrderRef


@dataclass(frozen=True, slots=True)
class ScanTold:
    """A scan that the shop tells, by the id of the fulfilment."""

    order: OrderRef
    fulfilment_id: str
    scan: Scan
    expected_on: date | None
    told_at: datetime


@dataclass(frozen=True, slots=True)
class ReturnTold:
    """A return as the platform sees it; `revised_at` None: when the body came. `reopens`: it was closed before;
    `why` it was declined, in the shop's words to the customer.

    `order` None: the body names none, so that it is about a return which is known by its id.
    """

    source: str
    order: OrderRef | None
    external_id: str
    status: str
    items: Items
    revised_at: datetime | None
    reopens: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True)
class ReturnTrimmed:
    """Pieces that the platform has taken out of a return: how many, by its own id of the return's item."""

    source: str
    external_id: str
    removed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ReturnProcessed:
    """Pieces that the shop has taken back there: how many, by its own id of the return's item."""

    source: str
    external_id: str
    taken: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LabelTold:
    """A label, or its number, that the platform has given to a return."""

    source: str
    external_id: str
    url: str | None
    tracking_number: str | None
    carrier: str | None


@dataclass(frozen=True, slots=True)
class ProductTold:
    """A product, or one variant of it."""

    source: str
    product: IncomingProduct


@dataclass(frozen=True, slots=True)
class ProductRemoved:
    """The shop deleted a product; `external_id` with its source, as in woocommerce:93."""

    external_id: str


@dataclass(frozen=True, slots=True)
class RequestTold:
    """Somebody's data is asked for, or to be erased (`data_request`, `redact`, `shop_redact`)."""

    kind: str
    ids: Mapping[str, Any]


Fact = (
    OrderTold
    | OrderRemoved
    | FulfilmentTold
    | ScanTold
    | RefundTold
    | ReturnTold
    | ReturnTrimmed
    | ReturnProcessed
    | LabelTold
    | ProductTold
    | ProductRemoved
    | RequestTold
)
