"""The items and parcels of incoming orders.

Items are replaced as a whole. A parcel is found by its tracking number, else by its position while one of the
two has no tracking number yet; parcels that are not told any more stay, and so does their history.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from bot.shop.incoming import IncomingLine, IncomingParcel
from bot.shop.parcels import STATE
from bot.shop.rows import Row, change, day, document, fetch, insert_rows, moment, new_ids, update_rows
from bot.shop.statuses import ShipmentStatus

LINES, PARCELS = "shop_line", "shop_shipment"
LINE_COLUMNS = ("order_id", "position", *IncomingLine._fields)
PARCEL_TOLD = (
    *("carrier", "tracking_number", "tracking_key", "tracking_url"),
    *("expected_on", "expected_from", "expected_until", "contents"),
)
PARCEL_COLUMNS = ("id", "order_id", "position", *PARCEL_TOLD, *STATE)
NOWHERE: Row = dict.fromkeys(PARCEL_COLUMNS) | {"status": str(ShipmentStatus.UNKNOWN), "rank": 0}
SELECT_LINES = f"SELECT {', '.join(LINE_COLUMNS)} FROM {LINES} WHERE order_id IN ? ORDER BY position"  # noqa: S608  # our own names
SELECT_PARCELS = f"SELECT {', '.join(PARCEL_COLUMNS)} FROM {PARCELS} WHERE order_id IN ? ORDER BY position"  # noqa: S608  # our own names


class Contents:
    """What known orders contain, and what a batch makes of it; `save` writes it."""

    def __init__(self, lines: Iterable[Row], parcels: Iterable[Row]) -> None:
        self._lines: defaultdict[int, list[IncomingLine]] = defaultdict(list)
        self._parcels: defaultdict[int, list[Row]] = defaultdict(list)
        self._emptied: list[int] = []
        self._new_lines: list[tuple[Any, ...]] = []
        self._new_parcels: list[Row] = []
        self._changed_parcels: dict[int, Row] = {}
        for row in lines:
            self._lines[row["order_id"]].append(_line(row))
        for row in parcels:
            self._parcels[row["order_id"]].append(_parcel(row))

    def put_lines(self, order_id: int, lines: Sequence[IncomingLine]) -> bool:
        """Replace the items of an order; whether they differ from what it had."""
        stored = self._lines[order_id]
        if list(lines) == stored:
            return False
        if stored:
            self._emptied.append(order_id)
        self._new_lines += [(order_id, position, *line) for position, line in enumerate(lines, 1)]
        return True

    def put_parcels(self, order_id: int, parcels: Sequence[IncomingParcel]) -> tuple[list[tuple[Row, bool]], bool]:
        """The rows of these parcels and which of them are new, in their order; whether anything differs."""
        left = list(self._parcels[order_id])
        placed: list[tuple[Row, bool]] = []
        changed = False
        for position, parcel in enumerate(parcels, 1):
            row = _find(left, parcel.told.get("tracking_key"), position)
            is_new = row is None
            if row is None:
                row = self._add(order_id, parcel)
            else:
                left = [each for each in left if each is not row]
            changed |= is_new or self._complete(row, parcel.told)
            placed.append((row, is_new))
        return placed, changed

    async def save(self) -> None:
        """Write what was put; the orders must be there."""
        if self._emptied:
            await change("DELETE FROM shop_line WHERE order_id IN ?", self._emptied)
        await insert_rows(LINES, LINE_COLUMNS, self._new_lines)
        for row, id_ in zip(self._new_parcels, await new_ids(PARCELS, len(self._new_parcels)), strict=True):
            row["id"] = id_
        rows = [[_written(row, column) for column in PARCEL_COLUMNS] for row in self._new_parcels]
        await insert_rows(PARCELS, PARCEL_COLUMNS, rows)
        changed = self._changed_parcels.values()
        await update_rows(
            PARCELS, PARCEL_TOLD, [[_written(row, each) for each in (*PARCEL_TOLD, "id")] for row in changed]
        )

    def _add(self, order_id: int, parcel: IncomingParcel) -> Row:
        stored = self._parcels[order_id]
        position = max((row["position"] for row in stored), default=0) + 1
        row = NOWHERE | parcel.told | parcel.state | {"order_id": order_id, "position": position}
        stored.append(row)
        self._new_parcels.append(row)
        return row

    def _complete(self, row: Row, told: dict[str, Any]) -> bool:
        if all(row[column] == value for column, value in told.items()):
            return False
        row.update(told)
        self._changed_parcels[row["id"]] = row
        return True


async def open_contents(order_ids: Sequence[int]) -> Contents:
    """Load the items and parcels of these orders."""
    if not order_ids:
        return Contents((), ())
    return Contents(await fetch(SELECT_LINES, list(order_ids)), await fetch(SELECT_PARCELS, list(order_ids)))


def _find(rows: Sequence[Row], key: str | None, position: int) -> Row | None:
    for row in rows:
        if key and row["tracking_key"] == key:
            return row
    for row in rows:
        if row["position"] == position and not (key and row["tracking_key"]):
            return row
    return None


def _line(row: Row) -> IncomingLine:
    price = None if row["unit_price"] is None else Decimal(row["unit_price"])
    return IncomingLine(row["sku"], row["name"], row["variant"], row["quantity"], price)


def _parcel(row: Row) -> Row:
    times = {column: moment(row[column]) for column in ("expected_from", "expected_until", "delivered_at", "status_at")}
    return row | times | {"expected_on": day(row["expected_on"]), "contents": document(row["contents"])}


def _written(row: Row, column: str) -> Any:
    if column == "contents":
        return None if row["contents"] is None else json.dumps(row["contents"], ensure_ascii=False)
    return row[column]
