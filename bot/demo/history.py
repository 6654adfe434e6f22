"""What had happened before the demo opened, as lines of an import file."""

from collections.abc import Iterator
from datetime import datetime

from bot.demo.aftership import subtag_of
from bot.demo.content import PICTURES, Json, list_guest_purchases, list_products, list_purchases
from bot.demo.facts import Opening, Parcel, Purchase, Scan

# As a shop of this platform would export them: its webhooks continue what was imported.
SOURCE = "shopify"


def import_lines(opening: Opening) -> Iterator[Json]:
    """Products, and the orders placed so far."""
    yield from (_product_line(product, opening) for product in list_products())
    for purchase in list_purchases(opening):
        if purchase.placed_at <= opening.at:
            yield _order_line(purchase, opening.at)


def guest_lines(opening: Opening) -> Iterator[Json]:
    """Orders of those without a seat."""
    return (_order_line(purchase, opening.at) for purchase in list_guest_purchases(opening))


def _product_line(product: Json, opening: Opening) -> Json:
    return {
        "type": "product",
        "sku": product["sku"],
        "name": product["name"],
        "description": product["description"],
        "category": product["category"],
        "family": product.get("family"),
        "price": product["price"],
        "currency": "EUR",
        "stock": product.get("stock"),
        "facts": product["facts"],
        "images": [str(PICTURES / product["picture"])],
        "manual_url": f"{opening.pages}/manual/{product['manual']}" if "manual" in product else None,
        "returnable": product.get("returnable", True),
        "not_returnable_because": product.get("not_returnable_because"),
        "return_exclusion": product.get("return_exclusion"),
    }


def _order_line(purchase: Purchase, now: datetime) -> Json:
    return {
        "type": "order",
        "number": purchase.number,
        "external_id": str(purchase.external_id),
        "source": SOURCE,
        "placed_at": purchase.placed_at.isoformat(),
        "status": purchase.status,
        "currency": purchase.currency,
        "total": str(purchase.total),
        "shipping_total": str(purchase.shipping),
        "discount_total": str(purchase.discount),
        "tax_total": str(purchase.tax),
        "payment_method": purchase.payment,
        "customer": dict(purchase.customer) | {"locale": purchase.seat.language},
        "ship_to": dict(purchase.ship_to),
        "lines": [
            {
                "sku": item.sku,
                "name": item.name,
                "variant": item.variant,
                "quantity": item.quantity,
                "unit_price": str(item.price),
            }
            for item in purchase.items
        ],
        "shipments": [_shipment(parcel, now) for parcel in purchase.parcels if parcel.packed_at is None],
    }


def _shipment(parcel: Parcel, now: datetime) -> Json:
    told = [scan for scan in parcel.scans if scan.at <= now]
    expected_on = next((scan.expected_on for scan in reversed(told) if scan.expected_on), parcel.expected_on)
    first, last = parcel.window
    return {
        "carrier": parcel.carrier,
        "tracking_number": parcel.tracking_number,
        "tracking_url": parcel.tracking_url,
        "expected_on": expected_on.isoformat() if expected_on else None,
        "expected_from": first.isoformat() if first else None,
        "expected_until": last.isoformat() if last else None,
        "lines": [{"sku": sku, "quantity": quantity} for sku, quantity in parcel.contents] if parcel.contents else None,
        "events": [_event(scan) for scan in told],
    }


def _event(scan: Scan) -> Json:
    """With the carrier's code, so that it is the same event when the carrier tells it again."""
    told = {"occurred_at": scan.at.isoformat(), "status": scan.status, "code": subtag_of(scan), "reason": scan.reason}
    return told | {"text": scan.text, "place": scan.place}
