"""The items and parcels of incoming orders.

Items are those that are told now (intake_lines.py). A parcel is found by its tracking number, else among those of the
same fulfilment (`external_id`), else by its position while one of the two has no tracking number yet; parcels that are
not told any more stay, and so does their history.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from bot.db import document
from bot.shop.incoming import IncomingLine, IncomingParcel
from bot.shop.intake_lines import SELECT_LINES, LineBook
from bot.shop.parcels import STATE
from bot.shop.rows import Row, day, fetch, insert_rows, moment, new_ids, update_rows
from bot.shop.statuses import ShipmentStatus

PARCELS = "shop_shipment"
PARCEL_TOLD = (
    *("carrier", "tracking_number", "tracking_key", "tracking_url"),
    *("expected_on", "expected_from", "expected_until", "contents", "external_id", "revised_at"),
)
PARCEL_COLUMNS = ("id", "order_id", "position", *PARCEL_TOLD, *STATE)
TIMES = ("expected_from", "expected_until", "delivered_at", "status_at", "revised_at")
NOWHERE: Row = dict.fromkeys(PARCEL_COLUMNS) | {"status": str(ShipmentStatus.UNKNOWN), "rank": 0}
SELECT_PARCELS = f"SELECT {', '.join(PARCEL_COLUMNS)} FROM {PARCELS} WHERE order_id IN ? ORDER BY position"  # noqa: S608  # our own names


class Contents:
    """What known orders contain, and what a batch makes of it; `save` writes it."""

    def __init__(self, lines: Iterable[Row], parcels: Iterable[Row]) -> None:
        self._lines = LineBook(lines)
        self._parcels: defaultdict[int, list[Row]] = defaultdict(list)
        self._new_parcels: list[Row] = []
        self._changed_parcels: dict[int, Row] = {}
        for row in parcels:
            self._parcels[row["order_id"]].append(_parcel(row))

    def put_lines(self, order_id: int, lines: Sequence[IncomingLine]) -> bool:
        """Note the items of an order; whether they differ from what it had."""
        return self._lines.put(order_id, lines)

    def put_parcels(self, order_id: int, parcels: Sequence[IncomingParcel]) -> tuple[list[tuple[Row, bool]], bool]:
        """The rows of these parcels and which of them are new, in their order; whether anything differs."""
        found = _match(parcels, self._parcels[order_id])
        placed: list[tuple[Row, bool]] = []
        changed = False
        for parcel, known in zip(parcels, found, strict=True):
            row = known or self._add(order_id, parcel)
            changed |= known is None or self._complete(row, parcel.told)
            placed.append((row, known is None))
        return placed, changed

    async def save(self) -> None:
        """Write what was put; the orders must be there."""
        await self._lines.save()
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
        if is_stale(told, row) or all(row[column] == value for column, value in told.items()):
            return False
        row.update(told)
        self._changed_parcels[row["id"]] = row
        return True


async def open_contents(order_ids: Sequence[int]) -> Contents:
    """Load the items and parcels of these orders."""
    if not order_ids:
        return Contents((), ())
    return Contents(await fetch(SELECT_LINES, list(order_ids)), await fetch(SELECT_PARCELS, list(order_ids)))


async def save_parcels(order_id: int, parcels: Sequence[IncomingParcel]) -> list[tuple[int, bool]]:
    """Add or complete some parcels of an order that is there: their ids, and whether each is new."""
    contents = await open_contents([order_id])
    placed, _ = contents.put_parcels(order_id, parcels)
    await contents.save()
    return [(row["id"], is_new) for row, is_new in placed]


def is_stale(told: Row, row: Row) -> bool:
    """Whether what is told is older than what is stored, by the source's own time."""
    return bool(told.get("revised_at") and row["revised_at"] and told["revised_at"] < row["revised_at"])


def _match(parcels: Sequence[IncomingParcel], stored: Sequence[Row]) -> list[Row | None]:
    """The stored row of each parcel: first all that a tracking number names, so that no other takes their rows."""
    left = list(stored)
    found: dict[int, Row] = {}
    for rule in (_by_number, _by_fulfilment, _by_position):
        for index, parcel in enumerate(parcels):
            if index not in found and (row := rule(parcel.told, left, index + 1)):
                found[index] = row
                left = [each for each in left if each is not row]
    return [found.get(index) for index in range(len(parcels))]


def _by_number(told: Row, rows: Sequence[Row], _: int) -> Row | None:
    key = told.get("tracking_key")
    return next((row for row in rows if key and row["tracking_key"] == key and not _was_cancelled(told, row)), None)


def _was_cancelled(told: Row, row: Row) -> bool:
    """A fulfilment that was taken back and done anew with the same number is another parcel."""
    another = told.get("external_id") and row["external_id"] not in {None, told["external_id"]}
    return bool(another) and row["status"] == ShipmentStatus.CANCELLED


def _by_fulfilment(told: Row, rows: Sequence[Row], _: int) -> Row | None:
    """One of the same fulfilment, whose number may have been corrected; else one of which nothing was known."""
    wanted = told.get("external_id")
    same = (row for row in rows if wanted and row["external_id"] == wanted)
    blank = (row for row in rows if wanted and row["external_id"] is None and row["tracking_key"] is None)
    return next(same, None) or next(blank, None)


def _by_position(told: Row, rows: Sequence[Row], position: int) -> Row | None:
    if told.get("external_id"):
        return None
    numbered = told.get("tracking_key")
    return next((row for row in rows if row["position"] == position and not (numbered and row["tracking_key"])), None)


def _parcel(row: Row) -> Row:
    times = {column: moment(row[column]) for column in TIMES}
    return row | times | {"expected_on": day(row["expected_on"]), "contents": document(row["contents"])}


def _written(row: Row, column: str) -> Any:
    if column == "contents":
        return None if row["contents"] is None else json.dumps(row["contents"], ensure_ascii=False)
    return row[column]
