"""What an import finds odd and keeps: facts of real shops, listed for the operator to look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from bot.shop.reading import web_address
from bot.shop.states import is_known_word
from bot.shop.statuses import ShipmentStatus, canonical

Object = Mapping[str, Any]
S = ShipmentStatus

# The keys are part of `import --json`.
NO_TOTAL = "no_total"
NO_ITEMS = "no_items"
EARLY_DELIVERY = "delivered_before_dispatched"
ODD_SUM = "sums_do_not_add_up"
UNKNOWN_STATUS = "unknown_status"
UNKNOWN_KEY = "unknown_key"
NO_OFFSET = "time_without_offset"
NO_WEB_ADDRESS = "not_a_web_address"
REPEATED = "repeated_in_this_import"
NO_ORDER = "answer_without_order"
NO_CURRENCY = "price_without_currency"

IN_WORDS = {
    NO_TOTAL: "Orders without a total",
    NO_ITEMS: "Orders without items",
    EARLY_DELIVERY: "Parcels delivered before they were dispatched",
    ODD_SUM: "Orders whose sums do not add up",
    UNKNOWN_STATUS: "Status words we do not know (told as unknown or in preparation)",
    UNKNOWN_KEY: "Keys we do not know (ignored)",
    NO_OFFSET: "Times without an offset (taken for UTC)",
    NO_WEB_ADDRESS: "Links that are no web address (left out)",
    REPEATED: "Told more than once in this import (the later counts)",
    NO_ORDER: "Answers to an order that is not there, or not unique",
    NO_CURRENCY: "Prices without a currency",
}
# Rounded line prices may be off by a cent each.
CENT = Decimal("0.01")
DISPATCHED = frozenset({S.PICKED_UP, S.IN_TRANSIT, S.CUSTOMS, S.OUT_FOR_DELIVERY, S.AVAILABLE_FOR_PICKUP})


@dataclass(frozen=True, slots=True)
class Doubt:
    """One odd fact; `detail` says where in the object."""

    kind: str
    detail: str = ""


def doubts_of(kind: str, value: Object) -> Iterator[Doubt]:
    """What is odd about an object by itself."""
    match kind:
        case "order":
            yield from _doubts_of_order(value)
        case "product":
            yield from _doubts_of_product(value)
        case "answer":
            yield from _offsets(value, "answered_at")


def _doubts_of_order(order: Object) -> Iterator[Doubt]:
    if order.get("total") is None:
        yield Doubt(NO_TOTAL, order["number"])
    if not order.get("lines"):
        yield Doubt(NO_ITEMS, order["number"])
    if not _adds_up(order):
        yield Doubt(ODD_SUM, order["number"])
    if (word := order.get("status")) and not is_known_word(word):
        yield Doubt(UNKNOWN_STATUS, f"status {word}")
    yield from _offsets(order, "placed_at")
    for number, shipment in enumerate(order.get("shipments") or ()):
        yield from _doubts_of_shipment(shipment, order, f"shipments[{number}]")


def _doubts_of_shipment(shipment: Object, order: Object, where: str) -> Iterator[Doubt]:
    events: Sequence[Object] = shipment.get("events") or ()
    if (address := shipment.get("tracking_url")) and not web_address(address):
        yield Doubt(NO_WEB_ADDRESS, f"{where}.tracking_url")
    if _is_delivered_early(events, order["placed_at"]):
        yield Doubt(EARLY_DELIVERY, f"{order['number']}, {where}")
    yield from _offsets(shipment, "expected_from", "expected_until", where=where)
    for number, event in enumerate(events):
        yield from _offsets(event, "occurred_at", where=f"{where}.events[{number}]")
        word = event.get("status")
        if word and canonical(word) is S.UNKNOWN and word.lower() != S.UNKNOWN:
            yield Doubt(UNKNOWN_STATUS, f"{where}.events[{number}].status {word}")


def _doubts_of_product(product: Object) -> Iterator[Doubt]:
    if product.get("price") is not None and not product.get("currency"):
        yield Doubt(NO_CURRENCY, product["sku"])
    if (address := product.get("manual_url")) and not web_address(address):
        yield Doubt(NO_WEB_ADDRESS, "manual_url")


def _offsets(value: Object, *keys: str, where: str = "") -> Iterator[Doubt]:
    for key in keys:
        at = value.get(key)
        if at is not None and at.tzinfo is None:
            yield Doubt(NO_OFFSET, f"{where}.{key}".removeprefix("."))


def _adds_up(order: Object) -> bool:
    """Items, shipping and discount make the total, with tax inside the prices or on top of them.

    Where the total or a price is not told there is nothing to add up; shipping and discount not told are none.
    """
    lines, total = order.get("lines") or (), order.get("total")
    prices = [line.get("unit_price") for line in lines]
    if total is None or not prices or None in prices:
        return True
    net = sum((_quantity(line) * line["unit_price"] for line in lines), Decimal())
    net += (order.get("shipping_total") or 0) - abs(order.get("discount_total") or 0)
    slack = CENT * (1 + len(prices))
    return any(abs(total - net - tax) <= slack for tax in (0, order.get("tax_total") or 0))


def _quantity(line: Object) -> int:
    quantity = line.get("quantity")
    return 1 if quantity is None else quantity


def _is_delivered_early(events: Sequence[Object], placed_at: datetime) -> bool:
    """Delivered before the order was placed, or before all scans of a parcel on its way."""
    told = [(_utc(event["occurred_at"]), canonical(event.get("status"))) for event in events]
    delivered = min((at for at, status in told if status is S.DELIVERED), default=None)
    scans = [at for at, status in told if status in DISPATCHED]
    if delivered is None:
        return False
    return delivered < _utc(placed_at) or (bool(scans) and delivered < min(scans))


def _utc(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)
