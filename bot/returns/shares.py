"""What each return of an order may have of its money by now: read together, since they share what there is."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.returns.billing import PROMISED, RESERVED, UNPAID, Back, read_bill
from bot.returns.machine import HOLDS_ITEMS
from bot.returns.money import NOTHING, Bill
from bot.returns.paths import Way
from bot.returns.promises import Claim, Pot, in_turn, rank, share_out
from bot.returns.reading import OrderBack
from bot.returns.sheet import ReturnSheet
from bot.shop.rows import Row, amount, fetch
from bot.shop.states import plain_word

# Whether anything may be missing: an order that was paid in full, and of which nothing else went back, has enough for
# all of its returns, and is most orders.
STANDING = """
SELECT o.id, o.status, o.total, o.original_total, o.paid_total,
  EXISTS (SELECT 1 FROM return_request r WHERE r.order_id = o.id AND r.unpaid) AS is_short,
  EXISTS (SELECT 1 FROM shop_refund f WHERE f.order_id = o.id) AS is_refunded,
  EXISTS (SELECT 1 FROM shop_line l WHERE l.order_id = o.id AND l.removed > 0) AS is_edited,
  (SELECT sum(CAST(r.goods AS DECIMAL) + CAST(r.shipping AS DECIMAL)) FROM return_request r
    WHERE r.order_id = o.id AND r.status IN ?) AS wanted
FROM shop_order o WHERE o.id IN ?"""
# What is open, and what has ended before everything was paid: that has gone off the bill.
CLAIMING = "SELECT id FROM return_request WHERE order_id = ? AND (status IN ? OR (unpaid AND status IN ?))"
TAKEN_OFF = """
SELECT DISTINCT i.request_id AS id FROM return_item i JOIN shop_line l ON l.id = i.line_id
WHERE i.request_id IN ? AND (l.removed > 0 OR l.refunded > 0)"""
A_CENT = Decimal("0.01")

Read = Callable[[list[int]], Awaitable[list[ReturnSheet]]]


@dataclass(frozen=True, slots=True)
class _Order:
    """An order of which something may be missing, with everything that is left to give for its returns."""

    bill: Bill
    back: Back
    is_reserved: bool
    sheets: Mapping[int, ReturnSheet]
    taken_off: frozenset[int]

    def pot(self) -> Pot:
        taken_off = max(self.bill.taken_off - self.bill.over, NOTHING)
        return Pot(worth=self.bill.worth, owed=self.bill.owed, taken_off=taken_off)

    def claim(self, sheet: ReturnSheet) -> Claim:
        return Claim(
            id=sheet.id,
            left=sheet.left.amount,
            own=min(sheet.topped.amount if sheet.topped else NOTHING, sheet.left.amount),
            free=self.back.free.get(sheet.id, NOTHING),
            taken_off=self.bill.taken_off if sheet.id in self.taken_off else NOTHING,
        )

    def claims(self, *, up_to: int = 2) -> list[Claim]:
        turns = in_turn([(sheet.way, sheet.id) for sheet in self.sheets.values() if rank(sheet.way) <= up_to])
        return [self.claim(self.sheets[each]) for each in turns]


async def with_shares(sheets: Sequence[ReturnSheet], read: Read) -> list[ReturnSheet]:
    """The same, knowing what there is for them; `read` reads other returns of their orders."""
    orders = {row["id"]: await _order(row, read) for row in await _short({sheet.order_id for sheet in sheets})}
    return [_with(sheet, orders[sheet.order_id]) if sheet.order_id in orders else sheet for sheet in sheets]


async def behind_others(bought: OrderBack, way: Way, read: Read) -> OrderBack:
    """The order as it is for one more return of this way: what is promised to those before it is not there for it.

    Goods that were given stand for what was bought already, so that this takes nothing from them.
    """
    for row in await _short({bought.id}, is_one_more=True):
        order = await _order(row, read)
        _, left = share_out(order.pot(), order.claims(up_to=rank(way)))
        promised = order.bill.worth - left.worth if bought.bill is bought.cost else NOTHING
        return replace(bought, bill=replace(bought.bill, owed=min(left.owed, bought.bill.owed), promised=promised))
    return bought


def _with(sheet: ReturnSheet, order: _Order) -> ReturnSheet:
    """One that is over and was paid in its time comes behind all others: nothing waits for it."""
    last = [] if sheet.id in order.sheets else [order.claim(sheet)]
    shares, _ = share_out(order.pot(), [*order.claims(), *last])
    return replace(sheet, share=shares[sheet.id], unpaid=order.bill.is_unpaid, is_reserved=order.is_reserved)


async def _order(row: Row, read: Read) -> _Order:
    bill, back = await read_bill(row["id"])
    ids = [each["id"] for each in await fetch(CLAIMING, row["id"], PROMISED, sorted(HOLDS_ITEMS))]
    sheets = {sheet.id: sheet for sheet in (await read(ids) if ids else [])}
    taken_off = await fetch(TAKEN_OFF, list(sheets)) if bill.taken_off and sheets else []
    is_reserved = plain_word(row["status"]) == RESERVED
    return _Order(bill, back, is_reserved, sheets, frozenset(each["id"] for each in taken_off))


async def _short(order_ids: set[int], *, is_one_more: bool = False) -> list[Row]:
    rows = await fetch(STANDING, sorted(HOLDS_ITEMS), sorted(order_ids)) if order_ids else []
    return [row for row in rows if _may_be_short(row, is_one_more=is_one_more)]


def _may_be_short(row: Row, *, is_one_more: bool) -> bool:
    total, paid, word = amount(row["total"]), amount(row["paid_total"]), plain_word(row["status"])
    if row["is_short"] or row["is_refunded"] or row["is_edited"] or row["original_total"] is not None:
        return True
    if word in UNPAID or word == RESERVED or (paid is not None and (total is None or paid < total)):
        return True
    wanted = amount(row["wanted"]) or NOTHING
    return bool(wanted) if is_one_more else total is not None and wanted >= total + A_CENT
