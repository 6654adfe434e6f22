"""Goods that were given for others that had gone back, as goods of the order that may go back again themselves.

A return that was settled by exchange or replacement has given something; a return of that `follows` it. What was paid
for the article that was bought stands in what was given, so that this is all that it can ever bring (billing.py).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.errors import NotFoundError
from bot.returns.free_days import regions_of
from bot.returns.given_goods import Judging
from bot.returns.line import LineBack
from bot.returns.machine import HOLDS_ITEMS, SETTLED, Status
from bot.returns.money import NOTHING, Bill, is_whole
from bot.returns.overtakable import GIVES_WAY
from bot.returns.reading import UNDONE, OrderBack, last_day_of, read_order
from bot.returns.renewal import Clocks, arrival_by, renewed
from bot.shop.rows import Row, amount, fetch

GIVEN = """
SELECT g.*, p.name AS own_name, p.category, p.return_exclusion, p.returnable, p.not_returnable_because FROM (
  SELECT r.id, r.number, r.follows, r.status, r.late_at, r.locale, m.kind, m.amount, m.at, i.id AS item_id, i.line_id,
    coalesce(i.given, i.accepted, i.quantity) AS pieces, i.listed, l.name, l.variant, l.unit_price,
    CASE WHEN m.kind = 'exchange' THEN i.exchange_sku ELSE coalesce(i.article, l.sku) END AS sku,
    CASE WHEN m.kind = 'exchange' THEN coalesce(i.exchange_sku, '') <> coalesce(l.sku, '')
      ELSE i.article IS NOT NULL AND i.article <> coalesce(l.sku, '') END AS is_other
  FROM return_payment m JOIN return_request r ON r.id = m.request_id JOIN return_item i ON i.request_id = r.id
  JOIN shop_line l ON l.id = i.line_id
  WHERE r.order_id = ? AND m.kind IN ('exchange', 'replacement')) g
LEFT JOIN shop_product p ON p.sku = g.sku ORDER BY g.id, g.item_id"""
TAKEN = """
SELECT r.follows, i.line_id,
  sum(CASE WHEN r.late_at IS NOT NULL OR r.status IN ('refunded', 'exchanged', 'credited', 'sent_back', 'closed')
  THEN coalesce(i.accepted, i.quantity) ELSE i.quantity END) AS pieces
FROM return_item i JOIN return_request r ON r.id = i.request_id
WHERE r.order_id = ? AND r.follows IS NOT NULL AND r.status IN ? GROUP BY r.follows, i.line_id"""
TAKEN_FIRMLY = TAKEN.replace("GROUP BY", f"AND NOT ({GIVES_WAY}) GROUP BY")
PAID = """
SELECT r.follows, p.amount FROM return_payment p JOIN return_request r ON r.id = p.request_id
WHERE r.order_id = ? AND r.follows IS NOT NULL
UNION ALL SELECT follows, carried FROM return_request WHERE order_id = ? AND follows IS NOT NULL"""
LISTED = "SELECT sku, sum(quantity) AS pieces FROM shop_line WHERE order_id = ? AND sku IS NOT NULL GROUP BY sku"
PLACE = "SELECT state, ship_country, ship_postal_code FROM shop_order WHERE id = ?"
PARCELS = "SELECT status, reason, delivered_at, contents FROM shop_shipment WHERE order_id = ?"
THERE = SETTLED | {Status.CLOSED}


@dataclass(frozen=True, slots=True)
class Given:
    """What a return has given, `kind` exchange or replacement, as an order of its own: these goods, their days, their
    worth."""

    return_id: int
    number: str
    kind: str
    order: OrderBack

    @property
    def standing(self) -> tuple[LineBack, ...]:
        """What the customer still has of it."""
        return tuple(line for line in self.order.lines if line.eligibility.left)

    @property
    def may_go(self) -> bool:
        """Whether any of it may go back today."""
        return any(line.eligibility.open for line in self.standing)


async def read_goods(order_id: int, *, follows: int | None, ahead: bool = False, **given: Any) -> OrderBack:
    """The order as it was bought, or the goods that the return `follows` has given for it; the rest is for
    `list_given`. NotFoundError where that has given nothing."""
    if follows is None:
        return await read_order(order_id, **given)
    listed = await list_given(order_id, ahead=ahead, **given)
    found = next((each for each in listed if each.return_id == follows), None)
    if found is None:
        raise NotFoundError
    return found.order


async def may_go_again(return_id: int, order_id: int, **given: Any) -> bool:
    """Whether something that this return has given may go back today; the rest is for `list_given`."""
    return any(each.may_go for each in await list_given(order_id, **given) if each.return_id == return_id)


async def list_given(
    order_id: int, *, settings: Settings, now: datetime, ahead: bool = False, overtakes: bool = False, **given: Any
) -> list[Given]:
    """Everything that returns of an order have given, the oldest first; NotFoundError for a foreign order. The rest is
    for `read_order`, and what the flags mean `read_given` says."""
    bought = await read_order(order_id, settings=settings, now=now, **given)
    found = await read_given(bought, settings=settings, now=now, ahead=ahead, overtakes=overtakes)
    return _with_delivery(found, bought)


async def read_given(
    bought: OrderBack, *, settings: Settings, now: datetime, ahead: bool = False, overtakes: bool = False
) -> list[Given]:
    """The same of an order that was read, without its delivery.

    It counts once its return is settled: before, the goods that it was given for are still owed. `ahead`: what was
    given by then counts, too, since the contract can be withdrawn from. `overtakes`: as for `read_order`.
    """
    rows = _not_listed(await fetch(GIVEN, bought.id), await fetch(LISTED, bought.id))
    if not rows:
        return []
    [order] = await fetch(PLACE, bought.id)
    taken = _by_return(await fetch(TAKEN_FIRMLY if overtakes else TAKEN, bought.id, sorted(HOLDS_ITEMS)))
    paid = defaultdict[int, Decimal](Decimal)
    for row in await fetch(PAID, bought.id, bought.id):
        paid[row["follows"]] += amount(row["amount"]) or NOTHING
    parcels, found, clocks = await fetch(PARCELS, bought.id), list[Given](), dict[int, Clocks]()
    regions = regions_of(order["ship_country"], order["ship_postal_code"], settings.business_holidays)
    judging = Judging(bought, last_day_of(bought.country, now, settings), regions)
    for return_id in dict.fromkeys(row["id"] for row in rows):
        mine = [row for row in rows if row["id"] == return_id]
        before = clocks.get(mine[0]["follows"] or 0, Clocks.of(bought.receipt))
        clocks[return_id] = renewed(
            before,
            mine[0]["kind"],
            arrival_by(mine, parcels, bought.tz),
            renews_goodwill=bought.terms.goodwill_after_exchange,
        )
        if not (ahead or Status(mine[0]["status"]) in THERE or mine[0]["late_at"] is not None):
            continue
        gone = {row["line_id"]: row["pieces"] for row in mine} if order["state"] in UNDONE else taken[return_id]
        goods = judging.order_of(mine, clocks[return_id], gone, paid[return_id])
        found.append(Given(return_id, mine[0]["number"], mine[0]["kind"], goods))
    return found


def bring_delivery(given: OrderBack, bought: Bill) -> OrderBack:
    """With the delivery of what was `bought`: whoever gives back the last that they have gets that back, too."""
    more = min(bought.shipping - bought.shipping_repaid, max(bought.worth, NOTHING))
    return replace(given, bill=replace(given.bill, total=given.bill.total + more, shipping=more))


def _not_listed(rows: Sequence[Row], listed: Sequence[Row]) -> list[Row]:
    """Without what the platform has put among the order's own items since: that goes back as one of these."""
    now, found = {row["sku"]: int(row["pieces"]) for row in listed}, list[Row]()
    since = dict[tuple[int, str], int]()
    for row in rows:
        key = (row["id"], row["sku"])
        more = since.setdefault(key, max(now.get(row["sku"], 0) - row["listed"], 0) if row["listed"] is not None else 0)
        there = min(more, row["pieces"])
        since[key] -= there
        found.append(row | {"pieces": row["pieces"] - there})
    return [row for row in found if row["pieces"]]


def _with_delivery(found: list[Given], bought: OrderBack) -> list[Given]:
    """Whoever withdraws from the last that they have of the order gets its delivery back, too (held.py)."""
    if bought.bill.shipping_is_back or not bought.bill.shipping:
        return found
    return [
        replace(each, order=bring_delivery(each.order, bought.bill)) if _is_last(each, bought) else each
        for each in found
    ]


def _is_last(given: Given, bought: OrderBack) -> bool:
    undone = Counter(bought.undone) + Counter({line.id: line.eligibility.left for line in given.standing})
    return bool(given.standing) and is_whole(bought.bill.lines, undone, bought.excluded)


def _by_return(rows: Sequence[Row]) -> defaultdict[int, dict[int, int]]:
    found = defaultdict[int, dict[int, int]](dict)
    for row in rows:
        found[row["follows"]][row["line_id"]] = int(row["pieces"])
    return found
