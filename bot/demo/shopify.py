"""Shopify as the demo's orders need it: orders and fulfilments in the shape of its webhooks, as of some moment."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.demo.content import Json
from bot.demo.facts import Item, Parcel, Purchase

SHOP_DOMAIN = "bote-demo.example"
# Told as bought, but not paid yet; other words say or imply that it is.
UNPAID = frozenset({"pending", "on-hold", "failed"})


def order_body(purchase: Purchase, at: datetime, zone: ZoneInfo) -> Json:
    """The whole order as it is at this time, as `orders/*` tell it."""
    placed_at, cancelled_at = _time(purchase.placed_at, zone), _happened(purchase.cancelled_at, at)
    fulfilled = [parcel for parcel in purchase.parcels if _happened(parcel.packed_at, at)]
    address = _address(purchase)
    return {
        "id": purchase.external_id,
        "admin_graphql_api_id": f"gid://shopify/Order/{purchase.external_id}",
        "name": f"#{purchase.number}",
        "order_number": int(purchase.number),
        "number": int(purchase.number) - 1000,
        "created_at": placed_at,
        "processed_at": placed_at,
        "updated_at": _time(at, zone),
        "cancelled_at": _time(cancelled_at, zone) if cancelled_at else None,
        "cancel_reason": "declined" if cancelled_at else None,
        "closed_at": None,
        "confirmed": True,
        "test": False,
        "source_name": "web",
        "email": purchase.customer["email"],
        "contact_email": purchase.customer["email"],
        "phone": None,
        "customer_locale": purchase.seat.language,
        "currency": purchase.currency,
        "presentment_currency": purchase.currency,
        "financial_status": _financial_status(purchase, at),
        "fulfillment_status": _fulfillment_status(purchase, at),
        "payment_gateway_names": [purchase.payment],
        "taxes_included": True,
        **_sums(purchase),
        "customer": _customer(purchase),
        "billing_address": address,
        "shipping_address": address,
        "shipping_lines": [{"title": "Standard", "code": "standard", "price": str(purchase.shipping)}],
        "line_items": [_line(purchase, item) for item in purchase.items],
        "fulfillments": [fulfilment_body(purchase, parcel, at, zone) for parcel in fulfilled],
        "refunds": [],
    }


def fulfilment_body(purchase: Purchase, parcel: Parcel, at: datetime, zone: ZoneInfo) -> Json:
    """One parcel as `fulfillments/*` tell it; it must have been packed."""
    if parcel.packed_at is None:
        raise ValueError(f"{parcel.tracking_number} was packed before the demo opened")
    handed_over_at = _happened(parcel.handed_over_at, at)
    return {
        "id": purchase.external_id * 10 + parcel.position,
        "order_id": purchase.external_id,
        "name": f"#{purchase.number}.{parcel.position}",
        "service": "manual",
        "status": "success" if handed_over_at else "open",
        "shipment_status": None,
        "created_at": _time(parcel.packed_at, zone),
        "updated_at": _time(handed_over_at or parcel.packed_at, zone),
        "tracking_company": _company(parcel.carrier),
        "tracking_number": parcel.tracking_number,
        "tracking_numbers": [parcel.tracking_number],
        "tracking_url": parcel.tracking_url,
        "tracking_urls": [parcel.tracking_url],
        "line_items": [_line(purchase, item) | {"quantity": count} for item, count in _packed(purchase, parcel)],
    }


def _financial_status(purchase: Purchase, at: datetime) -> str:
    if _happened(purchase.cancelled_at, at):
        return "voided"
    if _happened(purchase.paid_at, at) or (purchase.paid_at is None and purchase.status not in UNPAID):
        return "paid"
    return "pending"


def _fulfillment_status(purchase: Purchase, at: datetime) -> str | None:
    handed_over = [parcel for parcel in purchase.parcels if _happened(parcel.handed_over_at, at)]
    if not handed_over:
        return None
    return "fulfilled" if len(handed_over) == len(purchase.parcels) else "partial"


def _sums(purchase: Purchase) -> Json:
    sums = {
        "total_price": purchase.total,
        "subtotal_price": purchase.goods - purchase.discount,
        "total_discounts": purchase.discount,
        "total_tax": purchase.tax,
    }
    told: Json = {name: _money(amount) for name, amount in sums.items()}
    current = {f"current_{name}": amount for name, amount in told.items()}
    return told | current | {"total_line_items_price": _money(purchase.goods)}


def _customer(purchase: Purchase) -> Json:
    told = purchase.customer
    first_name, _, last_name = told["name"].rpartition(" ")
    return {
        "id": int(told["external_id"]),
        "email": told["email"],
        "phone": told["phone"],
        "first_name": first_name,
        "last_name": last_name,
        "state": "disabled",
        "verified_email": True,
    }


def _address(purchase: Purchase) -> Json:
    told = purchase.ship_to
    first_name, _, last_name = told["name"].rpartition(" ")
    return {
        "name": told["name"],
        "first_name": first_name,
        "last_name": last_name,
        "address1": told["street"],
        "address2": None,
        "zip": told["postal_code"],
        "city": told["city"],
        "country_code": told["country"],
        "phone": None,
    }


def _line(purchase: Purchase, item: Item) -> Json:
    position = purchase.items.index(item) + 1
    return {
        "id": purchase.external_id * 100 + position,
        "sku": item.sku,
        "title": item.name,
        "name": f"{item.name} - {item.variant}" if item.variant else item.name,
        "variant_title": item.variant,
        "quantity": item.quantity,
        "current_quantity": item.quantity,
        "price": _money(item.price),
        "requires_shipping": True,
        "taxable": True,
    }


def _packed(purchase: Purchase, parcel: Parcel) -> list[tuple[Item, int]]:
    if parcel.contents is None:
        return [(item, item.quantity) for item in purchase.items]
    items = {item.sku: item for item in purchase.items}
    return [(items[sku], quantity) for sku, quantity in parcel.contents]


def _company(carrier: str) -> str:
    return carrier.upper() if len(carrier) <= 3 else carrier.replace("_", " ").title()


def _happened(told: datetime | None, at: datetime) -> datetime | None:
    """The moment, once it has come."""
    return told if told and told <= at else None


def _time(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).isoformat(timespec="seconds")


def _money(amount: Decimal) -> str:
    return f"{amount:.2f}"
