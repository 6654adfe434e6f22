"""What of the withdrawals that wait for their goods is not with the customer: on its way there, or back by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.returns.machine import HOLDS_ITEMS, Status
from bot.returns.paths import Way
from bot.returns.pieces import PieceBack
from bot.returns.shipped import contents_of, sent_pieces
from bot.returns.whereabouts import NOWHERE_ELSE, Whereabouts, whereabouts
from bot.shop.rows import Row, fetch, moment
from bot.shop.statuses import ShipmentStatus

LINES = """
SELECT l.id, l.order_id, l.sku, l.name, l.quantity, l.provided, p.return_exclusion, o.status FROM shop_line l
JOIN shop_order o ON o.id = l.order_id LEFT JOIN shop_product p ON p.sku = l.sku
WHERE l.order_id IN ? ORDER BY l.order_id, l.position"""
PARCELS = "SELECT order_id, status, delivered_at, contents FROM shop_shipment WHERE order_id IN ?"
HELD = """
SELECT i.line_id, i.request_id, i.quantity FROM return_item i JOIN return_request r ON r.id = i.request_id
WHERE r.order_id IN ? AND r.status IN ? AND r.way <> 'cancel' AND r.follows IS NULL"""


async def away_of(
    rows: Sequence[Row], pieces: Mapping[int, Sequence[PieceBack]], *, at: datetime | None = None
) -> dict[int, Whereabouts]:
    """By return (`rows` of return_request, and their pieces), only where something is away; as it is, or was `at`."""
    waiting = [row for row in rows if _waits(row)]
    if not waiting:
        return {}
    orders = sorted({row["order_id"] for row in waiting})
    lines, parcels = await fetch(LINES, orders), [_as_of(at, row) for row in await fetch(PARCELS, orders)]
    held = await fetch(HELD, orders, sorted(HOLDS_ITEMS))
    found = {
        row["id"]: _away(row, pieces[row["id"]], _of(row, lines), _of(row, parcels), held)
        for row in waiting
        if _of(row, parcels)
    }
    return {return_id: away for return_id, away in found.items() if away != NOWHERE_ELSE}


def _waits(row: Row) -> bool:
    is_declared = row["way"] == Way.WITHDRAWAL and row["follows"] is None
    return is_declared and row["status"] == Status.APPROVED and not row["keeps"]


def _as_of(at: datetime | None, parcel: Row) -> Row:
    """What has arrived since was still on its way."""
    delivered_at = moment(parcel["delivered_at"])
    is_since = at is not None and delivered_at is not None and delivered_at > at
    return parcel | {"status": ShipmentStatus.IN_TRANSIT} if is_since else parcel


def _of(row: Row, found: Sequence[Row]) -> list[Row]:
    return [each for each in found if each["order_id"] == row["order_id"]]


def _away(
    row: Row, pieces: Sequence[PieceBack], lines: Sequence[Row], parcels: Sequence[Row], held: Sequence[Row]
) -> Whereabouts:
    holds = [(parcel["status"], contents_of(parcel)) for parcel in parcels]
    sent, where = sent_pieces(lines[0]["status"], lines, holds), whereabouts(lines, holds)
    away = NOWHERE_ELSE
    for piece in pieces:
        others = sum(
            each["quantity"] for each in held if each["line_id"] == piece.line_id and each["request_id"] != row["id"]
        )
        left = max(sent[piece.line_id] - others, piece.quantity)
        of_line = where[piece.line_id].of(piece.quantity, left)
        away = replace(away, coming=away.coming + of_line.coming, back=away.back + of_line.back)
    if not away.coming:
        return away
    others = sum(each["quantity"] for each in held if each["request_id"] != row["id"] and each["line_id"] in where)
    return replace(away, beside=max(sum(each.coming for each in where.values()) - others - away.coming, 0))
