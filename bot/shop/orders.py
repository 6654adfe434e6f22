"""What customers may read about their orders: every question names whose orders may answer it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.db import document
from bot.errors import NotFoundError, OperatorError
from bot.shop.facts import Address, LineFacts, OrderCard, OrderPage, OrderSummary, ParcelFacts, money
from bot.shop.models import Order
from bot.shop.numbers import normalise_number as normalise_number  # noqa: PLC0414  # asked for here, too
from bot.shop.rows import Row, amount, day, fetch, moment
from bot.shop.states import is_late
from bot.shop.statuses import NEVER_LATE, ShipmentStatus

SUMMARY = """
SELECT o.id, o.number, o.placed_at, o.state, o.is_open, o.expected_on, o.delivered_at, o.total, o.currency,
  (SELECT sum(l.quantity) FROM shop_line l WHERE l.order_id = o.id) AS item_count,
  (SELECT l.name FROM shop_line l WHERE l.order_id = o.id AND l.quantity > 0 ORDER BY l.position LIMIT 1) AS first_item,
  (SELECT count(*) FROM shop_shipment s WHERE s.order_id = o.id AND s.status <> 'cancelled') AS parcel_count,
  (SELECT count(*) FROM shop_shipment s WHERE s.order_id = o.id AND s.status = 'delivered') AS arrived_count,
  (SELECT min(s.expected_on) FROM shop_shipment s WHERE s.order_id = o.id AND s.status NOT IN ?) AS due_on
FROM shop_order o WHERE NOT o.is_hidden AND """
NEVER_LATE_LIST = sorted(NEVER_LATE)

CARD = """
SELECT o.*, l.position, l.sku, l.name, l.variant, l.quantity, l.unit_price, l.refunded
FROM shop_order o LEFT JOIN shop_line l ON l.order_id = o.id AND l.quantity > 0
WHERE o.id = ? AND o.customer_id IN ? AND NOT o.is_hidden ORDER BY l.position"""

PARCELS = "SELECT * FROM shop_shipment WHERE order_id = ? ORDER BY position"


async def get_order(order_id: int, *, customer_ids: Sequence[int], today: date) -> OrderCard:
    """The order with its items and parcels, in two queries; NotFoundError when it is missing or foreign."""
    rows = await fetch(CARD, order_id, tuple(customer_ids))
    if not rows:
        raise NotFoundError
    return _card(rows, await fetch(PARCELS, order_id), today)


async def list_orders(customer_ids: Sequence[int], *, today: date, offset: int = 0, limit: int = 8) -> OrderPage:
    """A page of orders, open ones first, then the newest first; two queries."""
    owners = tuple(customer_ids)
    [counted] = await fetch("SELECT count(*) AS total FROM shop_order WHERE customer_id IN ? AND NOT is_hidden", owners)
    clause = "o.customer_id IN ? ORDER BY o.is_open DESC, o.placed_at DESC, o.id DESC LIMIT ? OFFSET ?"
    rows = await fetch(SUMMARY + clause, NEVER_LATE_LIST, owners, limit, offset)
    return OrderPage(tuple(_summary(row, today) for row in rows), counted["total"])


async def find_own_order(number_text: str, *, customer_ids: Sequence[int], today: date) -> OrderSummary | None:
    """The customer's own order of exactly this number, however it is spelled; the newest of several."""
    clause = "o.number_key = ? AND o.customer_id IN ? ORDER BY o.placed_at DESC, o.id DESC LIMIT 1"
    key = normalise_number(number_text)
    rows = await fetch(SUMMARY + clause, NEVER_LATE_LIST, key, tuple(customer_ids))
    return _summary(rows[0], today) if rows else None


async def own_order_numbers(customer_ids: Sequence[int]) -> list[tuple[int, str]]:
    """Id and number of all the customer's orders, newest first: the only numbers a typo may be forgiven for."""
    statement = (
        "SELECT id, number FROM shop_order WHERE customer_id IN ? AND NOT is_hidden ORDER BY placed_at DESC, id DESC"
    )
    return [(row["id"], row["number"]) for row in await fetch(statement, tuple(customer_ids))]


async def find_order(number: str, *, source: str | None = None) -> Order | None:
    """Anybody's order, for the operator's commands; OperatorError when several sources know the number."""
    found = await Order.filter(number_key=normalise_number(number), **({} if source is None else {"source": source}))
    exact = [order for order in found if order.number == number.strip()] or found
    if len(exact) > 1:
        names = ", ".join(sorted({order.source or '""' for order in exact}))
        raise OperatorError(f"order {number}: there are {len(exact)} of this number (sources: {names}); use --source")
    return exact[0] if exact else None


def _summary(row: Row, today: date) -> OrderSummary:
    due_on = day(row["due_on"])
    return OrderSummary(
        **_common(row),
        late=bool(row["is_open"]) and due_on is not None and due_on < today,
        item_count=int(row["item_count"] or 0),
        first_item=row["first_item"],
        parcel_count=row["parcel_count"],
        arrived_count=row["arrived_count"],
    )


def _common(row: Row) -> dict[str, Any]:
    return {
        "id": row["id"],
        "number": row["number"],
        "placed_at": moment(row["placed_at"]),
        "state": row["state"],
        "is_open": bool(row["is_open"]),
        "expected_on": day(row["expected_on"]),
        "delivered_at": moment(row["delivered_at"]),
        "total": money(amount(row["total"]), row["currency"]),
    }


def _card(rows: list[Row], parcel_rows: list[Row], today: date) -> OrderCard:
    order, currency = rows[0], rows[0]["currency"]
    lines = tuple(_line(row, currency) for row in rows if row["position"] is not None)
    names = {line.sku: line.name for line in lines if line.sku and line.name}
    parcels = tuple(_parcel(row, names, is_open=bool(order["is_open"]), today=today) for row in parcel_rows)
    statuses = [parcel.status for parcel in parcels]
    return OrderCard(
        **_common(order),
        late=any(parcel.late for parcel in parcels),
        item_count=sum(line.quantity for line in lines),
        first_item=lines[0].name if lines else None,
        parcel_count=len(statuses) - statuses.count(ShipmentStatus.CANCELLED),
        arrived_count=statuses.count(ShipmentStatus.DELIVERED),
        customer_id=order["customer_id"],
        shop_status=order["status"],
        currency=currency,
        original_total=money(amount(order["original_total"]), currency),
        shipping_total=money(amount(order["shipping_total"]), currency),
        discount_total=money(amount(order["discount_total"]), currency),
        tax_total=money(amount(order["tax_total"]), currency),
        payment_method=order["payment_method"],
        address=_address(order),
        lines=lines,
        parcels=parcels,
    )


def _line(row: Row, currency: str) -> LineFacts:
    price = money(amount(row["unit_price"]), currency)
    return LineFacts(row["sku"], row["name"], row["variant"], row["quantity"], price, row["refunded"])


def _address(row: Row) -> Address | None:
    parts = [row[f"ship_{part}"] for part in ("name", "street", "postal_code", "city", "country")]
    return Address(*parts) if any(parts) else None


def _parcel(row: Row, names: dict[str, str], *, is_open: bool, today: date) -> ParcelFacts:
    expected_on = day(row["expected_on"])
    contents = document(row["contents"]) or []
    return ParcelFacts(
        id=row["id"],
        position=row["position"],
        carrier=row["carrier"],
        tracking_number=row["tracking_number"],
        tracking_url=row["tracking_url"],
        status=row["status"],
        reason=row["reason"],
        status_at=moment(row["status_at"]),
        late=is_open and is_late(row["status"], expected_on, today=today),
        expected_on=expected_on,
        expected_from=moment(row["expected_from"]),
        expected_until=moment(row["expected_until"]),
        delivered_at=moment(row["delivered_at"]),
        contents=tuple((names.get(item["sku"], item["sku"]), item["quantity"]) for item in contents),
        has_proof=bool(document(row["proof"])),
    )
