"""What the shop database says about an order or a product, as values that no later change can move."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.i18n import Money

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSummary:
    """An order as a line of a list; `state` is a word of shop/states.py."""

    id: int
    number: str
    placed_at: datetime
    state: str
    is_open: bool
    late: bool
    expected_on: date | None
    delivered_at: datetime | None
    total: Money | None
    item_count: int
    first_item: str | None
    parcel_count: int = 0
    arrived_count: int = 0


@dataclass(frozen=True, slots=True)
class OrderPage:
    """A page of orders and how many there are on all pages."""

    orders: tuple[OrderSummary, ...]
    total: int


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One item as it was bought, and how many of it the money went back for; no name or price told is None."""

    sku: str | None
    name: str | None
    variant: str | None
    quantity: int
    unit_price: Money | None
    refunded: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelFacts:
    """One parcel; `contents` names what is in it and how often, empty where the shop does not say.

    `has_proof` says that its carrier told who took it in, or shows a picture.
    """

    id: int
    position: int
    carrier: str | None
    tracking_number: str | None
    tracking_url: str | None
    status: str
    reason: str | None
    status_at: datetime | None
    late: bool
    expected_on: date | None
    expected_from: datetime | None
    expected_until: datetime | None
    delivered_at: datetime | None
    contents: tuple[tuple[str, int], ...]
    has_proof: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Where an order goes, in full: mask it before anybody sees it."""

    name: str | None
    street: str | None
    postal_code: str | None
    city: str | None
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCard(OrderSummary):
    """Everything the order card shows; `shop_status` is the shop's own word, as it came.

    `original_total` is the total before edits and refunds, where there were any.
    """

    customer_id: int
    shop_status: str | None
    currency: str
    original_total: Money | None = None
    shipping_total: Money | None
    discount_total: Money | None
    tax_total: Money | None
    payment_method: str | None
    address: Address | None
    lines: tuple[LineFacts, ...]
    parcels: tuple[ParcelFacts, ...]


@dataclass(frozen=True, slots=True)
class RefundFacts:
    """Money that went back; how much, unless the shop does not say."""

    refunded_at: datetime
    amount: Money | None


@dataclass(frozen=True, slots=True)
class ReturnFacts:
    """A return as the shop's platform sees it: requested, approved, rejected, cancelled or closed, since when."""

    status: str
    revised_at: datetime


@dataclass(frozen=True, slots=True)
class MoneyBack:
    """What became of an order after it was paid, as the shop's platform tells it; the oldest first."""

    refunds: tuple[RefundFacts, ...] = ()
    returns: tuple[ReturnFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFacts:
    """A product; texts are by language, see `products.localised`. Variants of one product share a `family`."""

    id: int
    sku: str
    name: Texts
    description: Texts
    category: str | None
    price: Money | None
    stock: int | None
    facts: Mapping[str, str | Texts]
    images: tuple[str, ...]
    manual_url: str | None
    returnable: bool
    not_returnable_because: str | Texts | None
    return_exclusion: str | None
    family: str | None = None


def money(value: Decimal | None, currency: str | None) -> Money | None:
    """An amount and its currency, or None where the shop does not tell one of them."""
    return None if value is None or currency is None else Money(value, currency)
