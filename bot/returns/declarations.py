"""What of orders has been withdrawn from, for whoever looks at the orders: it is not to be waited for any more."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.returns.looking import read_sheets
from bot.returns.machine import HOLDS_ITEMS, OVER, SETTLED, Status
from bot.returns.paths import DECLARED, Way
from bot.returns.sheet import ReturnSheet
from bot.shop.facts import OrderSummary
from bot.shop.rows import Row, fetch

LINES = "SELECT id, order_id, quantity, refunded FROM shop_line WHERE order_id IN ?"
DECLARATIONS = """
SELECT r.id, r.order_id, i.line_id, i.quantity FROM return_request r
JOIN return_item i ON i.request_id = r.id
WHERE r.order_id IN ? AND r.way IN ? AND r.status IN ? ORDER BY r.id"""
HOLDING = sorted(HOLDS_ITEMS - {Status.DRAFT})


class Place(StrEnum):
    """Where its goods are, as far as that says what their customer has to do."""

    STOPPED = "stopped"
    COMING = "coming"
    BACK = "back"
    LOST = "lost"
    HERE = "here"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Declared:
    """One withdrawal: since when it holds, where its goods are, and how many of which they are."""

    number: str
    at: datetime
    place: Place
    pieces: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Declarations:
    """All of an order, the oldest first; `is_whole`: nothing else of it is left."""

    each: tuple[Declared, ...] = ()
    is_whole: bool = False

    @property
    def is_stopped(self) -> bool:
        """Whether nothing of the order comes any more."""
        return self.is_whole and all(each.place is Place.STOPPED for each in self.each)


NONE = Declarations()


async def declarations_of(order_id: int) -> Declarations:
    """Of an order that is shown already, with where the goods are."""
    rows = await _rows([order_id])
    if not rows:
        return NONE
    sheets = await read_sheets(sorted({row["id"] for row in rows}))
    each = tuple(_declared(sheet) for _, sheet in sorted(sheets.items()))
    return Declarations(each, order_id in whole_orders(rows, await fetch(LINES, [order_id])))


async def withdrawn_orders(order_ids: Collection[int]) -> dict[int, bool]:
    """Of these orders those of which something was withdrawn from, and whether that is all of it."""
    rows = await _rows(order_ids) if order_ids else []
    if not rows:
        return {}
    lines = await fetch(LINES, sorted({row["order_id"] for row in rows}))
    whole = whole_orders(rows, lines)
    return {row["order_id"]: row["order_id"] in whole for row in rows}


async def is_all_declared(order_ids: Collection[int]) -> bool:
    """Whether of each of these orders everything was withdrawn from, and nothing given for it instead, which one might
    withdraw from next."""
    rows = await _rows(order_ids) if order_ids else []
    if {row["order_id"] for row in rows} != set(order_ids) or not rows:
        return False
    sheets = await read_sheets(sorted({row["id"] for row in rows}))
    if any(sheet.given and sheet.given != sheet.paid for sheet in sheets.values()):
        return False
    return whole_orders(rows, await fetch(LINES, sorted(order_ids))) == set(order_ids)


async def still_awaited(orders: Sequence[OrderSummary]) -> list[OrderSummary]:
    """The open ones, without what was withdrawn from as a whole: nobody waits for that."""
    still_open = [order for order in orders if order.is_open]
    marks = await withdrawn_orders([order.id for order in still_open])
    return [order for order in still_open if not marks.get(order.id, False)]


def whole_orders(rows: Sequence[Row], lines: Sequence[Row]) -> frozenset[int]:
    """Orders of which every piece was withdrawn from or paid back; pure."""
    declared = Counter[int]()
    for row in rows:
        declared[row["line_id"]] += int(row["quantity"])
    standing = defaultdict[int, int](int)
    for line in lines:
        gone = max(declared[line["id"]], line["refunded"])
        standing[line["order_id"]] += max(line["quantity"] - gone, 0)
    return frozenset(order_id for order_id, pieces in standing.items() if not pieces)


def place_of(sheet: ReturnSheet) -> Place:
    """What is to be done about the goods, which a customer does not see from the parcel."""
    if sheet.way is Way.CANCEL:
        return Place.STOPPED
    if sheet.lost:
        return Place.LOST
    if sheet.status in SETTLED | OVER:
        return Place.DONE
    if sheet.away.coming:
        return Place.COMING
    return Place.BACK if sheet.is_away else Place.HERE


async def _rows(order_ids: Collection[int]) -> list[Row]:
    return await fetch(DECLARATIONS, sorted(order_ids), sorted(DECLARED), HOLDING)


def _declared(sheet: ReturnSheet) -> Declared:
    pieces = tuple((piece.name, piece.quantity) for piece in sheet.pieces)
    return Declared(sheet.number, sheet.declared_at or sheet.created_at, place_of(sheet), pieces)
