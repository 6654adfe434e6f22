"""The items of incoming orders: one that is told again keeps its row, since returns hold on to it.

So does one that is not told any more: nothing is left of it, and it stands behind the others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from bot.shop.incoming import IncomingLine
from bot.shop.rows import Row, change, insert_rows, update_rows

TABLE = "shop_line"
COLUMNS = ("order_id", "position", *IncomingLine._fields)
CHANGING = ("position", "removed", *IncomingLine._fields)
SELECT_LINES = f"SELECT id, removed, {', '.join(COLUMNS)} FROM {TABLE} WHERE order_id IN ? ORDER BY position"  # noqa: S608  # our own names
# Out of each other's way, while they change places: no two of an order may stand at one.
MAKE_WAY = "UPDATE shop_line SET position = -position WHERE id IN ?"

Rule = Callable[[IncomingLine, int, Row], bool]


class LineBook:
    """The items that known orders have, and what a batch makes of them; `save` writes it."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._stored: defaultdict[int, list[Row]] = defaultdict(list)
        self._moved: list[int] = []
        self._changed: list[tuple[Any, ...]] = []
        self._new: list[tuple[Any, ...]] = []
        for row in rows:
            self._stored[row["order_id"]].append(row)

    def put(self, order_id: int, lines: Sequence[IncomingLine]) -> bool:
        """These are the items of the order now; whether they differ from what it had."""
        stored = self._stored[order_id]
        behind = stored[len(lines) :]
        if len(lines) <= len(stored) and all(map(_is_told_again, lines, stored)) and all(map(_is_out, behind)):
            return False
        found = _match(lines, stored)
        changes = len(self._changed) + len(self._new)
        told = {row["id"] for row in found if row}
        for position, (line, row) in enumerate(zip(lines, found, strict=True), 1):
            if row is None:
                self._new.append((order_id, position, *line))
            else:
                self._keep(row, position, _completed(line, row))
        for position, row in enumerate((row for row in stored if row["id"] not in told), len(lines) + 1):
            self._keep(row, position, _line(row)._replace(quantity=0, refunded=0))
        return len(self._changed) + len(self._new) > changes

    async def save(self) -> None:
        """Write what was put; the orders must be there."""
        if self._moved:
            await change(MAKE_WAY, self._moved)
        await update_rows(TABLE, CHANGING, self._changed)
        await insert_rows(TABLE, COLUMNS, self._new)

    def _keep(self, row: Row, position: int, line: IncomingLine) -> None:
        if line == _line(row) and position == row["position"]:
            return
        removed = max(row["removed"] + row["quantity"] - line.quantity, 0)
        self._changed.append((position, removed, *line, row["id"]))
        if position != row["position"]:
            self._moved.append(row["id"])


def _is_told_again(line: IncomingLine, row: Row) -> bool:
    return _completed(line, row) == _line(row)


def _is_out(row: Row) -> bool:
    return not row["quantity"]


def _completed(line: IncomingLine, row: Row) -> IncomingLine:
    """A source that tells no ids takes none away, nor what another told of a download."""
    provided = row["provided"] if line.provided is None else line.provided
    return line._replace(external_id=line.external_id or row["external_id"], provided=provided)


def _match(lines: Sequence[IncomingLine], stored: Sequence[Row]) -> list[Row | None]:
    """The stored row of each item: by the source's id, else by what it is, else by where it stands."""
    left = list(stored)
    found: dict[int, Row] = {}
    for rule in (_same_id, _same_thing, _same_place):
        for index, line in _not_in(found, lines):
            if row := next((each for each in left if rule(line, index + 1, each)), None):
                found[index] = row
                left = [each for each in left if each is not row]
    return [found.get(index) for index in range(len(lines))]


def _not_in(found: dict[int, Row], lines: Sequence[IncomingLine]) -> Iterator[tuple[int, IncomingLine]]:
    return ((index, line) for index, line in enumerate(lines) if index not in found)


def _same_id(line: IncomingLine, _: int, row: Row) -> bool:
    return line.external_id is not None and line.external_id == row["external_id"]


def _same_thing(line: IncomingLine, _: int, row: Row) -> bool:
    return _may_be(line, row) and (line.sku, line.variant) == (row["sku"], row["variant"])


def _same_place(line: IncomingLine, position: int, row: Row) -> bool:
    return _may_be(line, row) and position == row["position"] and not _is_out(row)


def _may_be(line: IncomingLine, row: Row) -> bool:
    """Two ids are two items, whatever else they have in common."""
    return line.external_id is None or row["external_id"] is None


def _line(row: Row) -> IncomingLine:
    price = None if row["unit_price"] is None else Decimal(row["unit_price"])
    told = {name: row[name] for name in IncomingLine._fields}
    return IncomingLine(**told | {"unit_price": price})
