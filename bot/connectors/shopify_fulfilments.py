"""What Shopify hands over: fulfilments with their parcels, and the scans it tells of them."""

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any

from bot.connectors.shopify_parts import SOURCE, sku_of
from bot.connectors.told import FulfilmentTold, OrderRef, ScanTold
from bot.shipping.carriers.names import carrier_word
from bot.shipping.carriers.reports import Scan
from bot.shipping.progress import ParcelEvent
from bot.shop.incoming import IncomingParcel
from bot.shop.numbers import tracking_key
from bot.shop.reading import Json, day, identifier, members, moment, number, required, text, web_address
from bot.shop.statuses import ShipmentStatus as S

# vocabularies.md 4.1 and 4.2. CARRIER_PICKED_UP is a scan, PICKED_UP the customer at the counter; NOT_DELIVERED
# and ATTEMPTED_DELIVERY are no delivery; CONFIRMED says nothing about where a parcel is.
STATUS = {
    "confirmed": S.UNKNOWN,
    "submitted": S.UNKNOWN,
    "label_voided": S.UNKNOWN,
    "label_purchased": S.LABEL_CREATED,
    "label_printed": S.LABEL_CREATED,
    "marked_as_fulfilled": S.LABEL_CREATED,
    "fulfilled": S.LABEL_CREATED,
    "carrier_picked_up": S.PICKED_UP,
    "in_transit": S.IN_TRANSIT,
    "out_for_delivery": S.OUT_FOR_DELIVERY,
    "ready_for_pickup": S.AVAILABLE_FOR_PICKUP,
    "ready_for_recipient_pickup": S.AVAILABLE_FOR_PICKUP,
    "attempted_delivery": S.ATTEMPT_FAILED,
    "not_delivered": S.EXCEPTION,
    "delayed": S.DELAYED,
    "buyer_action_required": S.ON_HOLD,
    "failure": S.EXCEPTION,
    "returning_to_sender": S.RETURNING,
    "delivered": S.DELIVERED,
    "picked_up": S.DELIVERED,
    "canceled": S.CANCELLED,
    "cancelled": S.CANCELLED,
}
REASON = {"picked_up": "collected"}
# A fulfilment that failed was never handed over.
NOT_HANDED_OVER = frozenset({"cancelled", "canceled", "error", "failure"})
MOST_PARCELS = 50


def parse_fulfilment(body: Json, order: OrderRef | None = None) -> FulfilmentTold:
    """A fulfilment by itself, or as part of `order`."""
    created_at = required(moment(body.get("created_at")), "created_at")
    revised_at = moment(body.get("updated_at")) or created_at
    external_id = required(identifier(body.get("id")), "id")
    is_cancelled = (text(body.get("status"), 64) or "").lower() in NOT_HANDED_OVER
    event = (
        ParcelEvent(revised_at, S.CANCELLED, "fulfillment_cancelled")
        if is_cancelled
        else ParcelEvent(created_at, S.LABEL_CREATED, "fulfillment_created")
    )
    return FulfilmentTold(
        order or OrderRef(SOURCE, required(identifier(body.get("order_id")), "order_id")),
        external_id,
        () if _is_digital(body) else tuple(_parcels(body, external_id, revised_at)),
        event,
        _status_told(body.get("shipment_status"), revised_at),
        is_cancelled,
    )


def parse_scan(body: Json) -> ScanTold:
    """A fulfilment event: Shopify follows one number of a fulfilment, the first."""
    code = (required(text(body.get("status"), 64), "status")).lower()
    happened_at = required(moment(body.get("happened_at")) or moment(body.get("created_at")), "happened_at")
    place = next(filter(None, (text(body.get(each), 256) for each in ("city", "province", "country"))), "")
    status, message = STATUS.get(code, S.UNKNOWN), text(body.get("message"), 1024)
    scan = Scan(happened_at, code, status, REASON.get(code), message, place, is_known=code in STATUS)
    return ScanTold(
        OrderRef(SOURCE, required(identifier(body.get("order_id")), "order_id")),
        required(identifier(body.get("fulfillment_id")), "fulfillment_id"),
        scan,
        day(body.get("estimated_delivery_at")),
        moment(body.get("updated_at")) or happened_at,
    )


def _status_told(value: Any, revised_at: datetime) -> ParcelEvent | None:
    code = (text(value, 50) or "").lower()
    status = STATUS.get(code, S.UNKNOWN)
    return None if status == S.UNKNOWN else ParcelEvent(revised_at, status, f"status_{code}", REASON.get(code))


def _is_digital(body: Json) -> bool:
    """Whether nothing travels: Shopify fulfils gift cards and downloads by itself."""
    lines = list(members(body, "line_items"))
    is_tracked = any(text(each, 128) for each in _several(body, "tracking_number"))
    return bool(lines) and not is_tracked and all(line.get("requires_shipping") is False for line in lines)


def _parcels(body: Json, external_id: str, revised_at: datetime) -> Iterator[IncomingParcel]:
    addresses = _addresses(body)
    for tracking_number, address in addresses.items():
        told: dict[str, Any] = {"external_id": external_id, "revised_at": revised_at}
        if carrier := carrier_word(text(body.get("tracking_company"), 64)):
            told["carrier"] = carrier
        if tracking_number:
            told |= {"tracking_number": tracking_number, "tracking_key": tracking_key(tracking_number)}
        if address:
            told["tracking_url"] = address
        if len(addresses) == 1 and isinstance(body.get("line_items"), list):
            told["contents"] = _contents(body)  # of several parcels Shopify does not say what is in which
        yield IncomingParcel(told)


def _addresses(body: Json) -> dict[str | None, str | None]:
    """Where to follow each tracking number; one parcel without a number where there is none."""
    found: dict[str | None, str | None] = {}
    for tracking_number, address in zip_longest(_several(body, "tracking_number"), _several(body, "tracking_url")):
        if tracking_number := text(tracking_number, 128):
            found.setdefault(tracking_number, web_address(address))
    return dict(list(found.items())[:MOST_PARCELS]) or {None: web_address(body.get("tracking_url"))}


def _several(body: Json, name: str) -> list[Any]:
    """The list, else the single one."""
    told = body.get(f"{name}s")
    return told if isinstance(told, list) and told else [body.get(name)]


def _contents(body: Json) -> list[dict[str, Any]] | None:
    items = [
        {"sku": sku, "quantity": quantity}
        for line in members(body, "line_items")
        if (sku := sku_of(line)) and (quantity := number(line.get("quantity")))
    ]
    return items or None
