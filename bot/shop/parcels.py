"""How parcels move in the shop database, and their orders with them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.shop.rows import Row, change, day, fetch, locked, moment, update_rows
from bot.shop.states import OrderStanding, ParcelStanding, order_standing

STATE = ("status", "reason", "status_at", "rank", "delivered_at")
STANDING = ("state", "is_open", "expected_on", "delivered_at")
STANDING_OF_ORDERS = """
SELECT o.id, o.status AS word, o.state, o.is_open, o.expected_on, o.delivered_at,
  s.status, s.rank, s.expected_on AS parcel_expected_on, s.delivered_at AS parcel_delivered_at
FROM shop_order o LEFT JOIN shop_shipment s ON s.order_id = o.id WHERE o.id IN ? ORDER BY o.id, s.position"""


async def lock_order_of(shipment_id: int) -> int | None:
    """Keep other reports about this order waiting until the unit of work ends; None: no such parcel.

    On PostgreSQL two scans at once would each miss the other's effect on the order.
    """
    statement = "SELECT id FROM shop_order WHERE id = (SELECT order_id FROM shop_shipment WHERE id = ?)"
    rows = await fetch(statement + locked(), shipment_id)
    return rows[0]["id"] if rows else None


async def expect_parcel(shipment_id: int, expected_on: date) -> None:
    """Note a new expected day of a parcel."""
    await change("UPDATE shop_shipment SET expected_on = ? WHERE id = ?", expected_on, shipment_id)


async def place_parcels(states: Sequence[Sequence[Any]]) -> None:
    """Write where parcels stand: the values of STATE and the shipment's id, a row each."""
    await update_rows("shop_shipment", STATE, states)


async def follow_parcels(order_ids: Sequence[int]) -> set[int]:
    """Bring orders in line with their parcels and the shop's word; the ids of those that changed."""
    of_order: dict[int, list[Row]] = {}
    for row in await fetch(STANDING_OF_ORDERS, list(order_ids)):
        of_order.setdefault(row["id"], []).append(row)
    found = {order_id: order_standing(rows[0]["word"], _parcels(rows)) for order_id, rows in of_order.items()}
    changed = {order_id for order_id, standing in found.items() if standing != _stored(of_order[order_id][0])}
    await update_rows("shop_order", STANDING, [[*standing_columns(found[each]), each] for each in sorted(changed)])
    return changed


def standing_columns(standing: OrderStanding) -> tuple[Any, ...]:
    """The values of STANDING."""
    return str(standing.state), standing.is_open, standing.expected_on, standing.delivered_at


def _parcels(rows: Sequence[Row]) -> list[ParcelStanding]:
    return [
        ParcelStanding(row["status"], row["rank"], day(row["parcel_expected_on"]), moment(row["parcel_delivered_at"]))
        for row in rows
        if row["status"] is not None
    ]


def _stored(row: Row) -> OrderStanding:
    return OrderStanding(row["state"], bool(row["is_open"]), day(row["expected_on"]), moment(row["delivered_at"]))
