"""What the shop database knows about an order or a product, in the words of an import file and what follows."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bot.shipping.models import TrackingEvent
from bot.shop.facts import ProductFacts
from bot.shop.intake import MONEY, SHIP_TO
from bot.shop.models import Customer, Line, Order, Refund, Shipment
from bot.shop.platform_models import PlatformReturn
from bot.shop.rows import amount
from bot.shop.states import is_late

Json = dict[str, Any]


async def describe_order(order: Order, *, today: date) -> Json:
    """The order as an object of an import file, with `status, late, expected_on, delivered_at` as told to customers.

    `shop_status` is the shop's own word. Without any parcel it is also the `status`, or "unknown". `original_total`,
    `refunds` and `returns` are what a platform told; no import file holds them.
    """
    customer = await Customer.get_or_none(id=order.customer_id) if order.customer_id else None
    parcels = await Shipment.filter(order_id=order.id).order_by("position")
    events = await TrackingEvent.filter(shipment__order_id=order.id).order_by("occurred_at", "id")
    shipments = [_shipment(each, [e for e in events if e.shipment_id == each.id], order, today) for each in parcels]
    return {
        "type": "order",
        "number": order.number,
        "external_id": order.external_id,
        "source": order.source or None,
        "placed_at": in_utc(order.placed_at),
        "status": order.state if parcels else order.status or "unknown",
        "shop_status": order.status,
        "late": any(shipment["late"] for shipment in shipments),
        "expected_on": _day(order.expected_on),
        "delivered_at": in_utc(order.delivered_at),
        "currency": order.currency,
        **{column: _money(getattr(order, column)) for column in (*MONEY, "original_total")},
        "payment_method": order.payment_method,
        "customer": _customer(customer),
        "ship_to": _address(order),
        "lines": [_line(line) for line in await Line.filter(order_id=order.id, quantity__gt=0).order_by("position")],
        "shipments": shipments,
        "refunds": [_refund(each) for each in await Refund.filter(order_id=order.id).order_by("refunded_at", "id")],
        "returns": [_return(each) for each in await PlatformReturn.filter(order_id=order.id).order_by("id")],
    }


def describe_product(product: ProductFacts) -> Json:
    """The product as an object of an import file."""
    return {
        "type": "product",
        "sku": product.sku,
        "name": dict(product.name),
        "description": dict(product.description) or None,
        "category": product.category,
        "family": product.family,
        "price": _money(product.price.amount) if product.price else None,
        "currency": product.price.currency if product.price else None,
        "stock": product.stock,
        "facts": dict(product.facts) or None,
        "images": list(product.images),
        "manual_url": product.manual_url,
        "returnable": product.returnable,
        "not_returnable_because": product.not_returnable_because,
        "return_exclusion": product.return_exclusion,
    }


def in_utc(at: datetime | None) -> str | None:
    """`2026-11-20T09:30:00Z`"""
    return None if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _money(value: Decimal | None) -> str | None:
    exact = amount(value)
    return None if exact is None else f"{exact:f}"


def _customer(customer: Customer | None) -> Json | None:
    if customer is None:
        return None
    return {key: getattr(customer, key) for key in ("external_id", "email", "phone", "name", "locale")}


def _address(order: Order) -> Json | None:
    address = {column.removeprefix("ship_"): getattr(order, column) for column in SHIP_TO}
    return address if any(address.values()) else None


def _line(line: Line) -> Json:
    told = {key: getattr(line, key) for key in ("sku", "name", "variant", "quantity")}
    download = {} if line.provided is None else {"provided": line.provided}
    return told | {"unit_price": _money(line.unit_price)} | download


def _refund(refund: Refund) -> Json:
    told = {"external_id": refund.external_id, "refunded_at": in_utc(refund.refunded_at)}
    return told | {"amount": _money(refund.amount), "items": refund.items or [], "shipping": _money(refund.shipping)}


def _return(told: PlatformReturn) -> Json:
    since = {"external_id": told.external_id, "status": told.status, "revised_at": in_utc(told.revised_at)}
    return since | {"items": told.items or [], "why": told.why}


def _shipment(parcel: Shipment, events: list[TrackingEvent], order: Order, today: date) -> Json:
    return {
        "carrier": parcel.carrier,
        "tracking_number": parcel.tracking_number,
        "tracking_url": parcel.tracking_url,
        "status": parcel.status,
        "reason": parcel.reason,
        "late": order.is_open and is_late(parcel.status, parcel.expected_on, today=today),
        "expected_on": _day(parcel.expected_on),
        "expected_from": in_utc(parcel.expected_from),
        "expected_until": in_utc(parcel.expected_until),
        "delivered_at": in_utc(parcel.delivered_at),
        "lines": parcel.contents,
        "events": [_event(event) for event in events],
    }


def _event(event: TrackingEvent) -> Json:
    return {
        "occurred_at": in_utc(event.occurred_at),
        "status": event.status,
        "code": event.code,
        "reason": event.reason,
        "text": event.text,
        "place": event.place or None,
    }
