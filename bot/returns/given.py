"""Goods that were given for others that had gone back, as goods of the order that may go back again themselves.

A return that was settled by exchange or replacement has given something; a return of that `follows` it. What was paid
for the article that was bought stands in what was given, so that this is all that it can ever bring (billing.py).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.db import document
from bot.errors import NotFoundError
from bot.returns.free_days import regions_of
from bot.returns.machine import HOLDS_ITEMS, SETTLED, Status
from bot.returns.money import NOTHING, Bill, PaidLine
from bot.returns.paths import Excluded, Item
from bot.returns.pieces import name_of_article
from bot.returns.policy import Policy
from bot.returns.reading import UNDONE, LineBack, OrderBack, last_day_of, read_order
from bot.returns.renewal import Clocks, arrival_of, renewed, ways_of_given
from bot.returns.windows import ON_ITS_WAY, Instruction, Receipt
from bot.shop.rows import Row, amount, fetch, moment
from bot.shop.statuses import ShipmentStatus

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
PAID = """
SELECT r.follows, p.amount FROM return_payment p JOIN return_request r ON r.id = p.request_id
WHERE r.order_id = ? AND r.follows IS NOT NULL"""
LISTED = "SELECT sku, sum(quantity) AS pieces FROM shop_line WHERE order_id = ? AND sku IS NOT NULL GROUP BY sku"
PLACE = "SELECT state, ship_country, ship_postal_code FROM shop_order WHERE id = ?"
PARCELS = "SELECT status, delivered_at, contents FROM shop_shipment WHERE order_id = ?"
NOT_COMING = frozenset({ShipmentStatus.LOST, ShipmentStatus.RETURNED, ShipmentStatus.CANCELLED, ShipmentStatus.EXPIRED})
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


async def read_goods(order_id: int, *, follows: int | None, **given: Any) -> OrderBack:
    """The order as it was bought, or the goods that the return `follows` has given for it; the rest is for
    `read_order`. NotFoundError where that has given nothing."""
    if follows is None:
        return await read_order(order_id, **given)
    found = next((each for each in await list_given(order_id, **given) if each.return_id == follows), None)
    if found is None:
        raise NotFoundError
    return found.order


async def may_go_again(return_id: int, order_id: int, **given: Any) -> bool:
    """Whether something that this return has given may go back today; the rest is for `list_given`."""
    return any(each.may_go for each in await list_given(order_id, **given) if each.return_id == return_id)


async def list_given(
    order_id: int,
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
    for_update: bool = False,
) -> list[Given]:
    """Everything that returns of an order have given, the oldest first; NotFoundError for a foreign order.

    It counts once its return is settled: before, the goods that it was given for are still owed.
    """
    bought = await read_order(
        order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=now, for_update=for_update
    )
    rows = _not_listed(await fetch(GIVEN, order_id), await fetch(LISTED, order_id))
    if not rows:
        return []
    [order] = await fetch(PLACE, order_id)
    taken = _by_return(await fetch(TAKEN, order_id, sorted(HOLDS_ITEMS)))
    paid = defaultdict[int, Decimal](Decimal)
    for row in await fetch(PAID, order_id):
        paid[row["follows"]] += amount(row["amount"]) or NOTHING
    parcels, found, clocks = await fetch(PARCELS, order_id), list[Given](), dict[int, Clocks]()
    regions = regions_of(order["ship_country"], order["ship_postal_code"], settings.business_holidays)
    judged = _Judging(bought, last_day_of(bought.country, now, settings), regions)
    for return_id in dict.fromkeys(row["id"] for row in rows):
        mine = [row for row in rows if row["id"] == return_id]
        arrival = _arrival(mine, parcels, bought.tz)
        before = clocks.get(mine[0]["follows"] or 0, Clocks.of(bought.receipt))
        clocks[return_id] = renewed(
            before, mine[0]["kind"], arrival, renews_goodwill=bought.terms.goodwill_after_exchange
        )
        if Status(mine[0]["status"]) not in THERE and mine[0]["late_at"] is None:
            continue
        gone = {row["line_id"]: row["pieces"] for row in mine} if order["state"] in UNDONE else taken[return_id]
        found.append(judged.given(mine, clocks[return_id], gone, paid[return_id]))
    return _with_delivery(found, bought)


@dataclass(frozen=True, slots=True)
class _Judging:
    """What holds for everything that was given for an order."""

    bought: OrderBack
    today: date
    regions: tuple[str, ...]

    def given(self, rows: Sequence[Row], clocks: Clocks, gone: Mapping[int, int], paid: Decimal) -> Given:
        before = {row["line_id"]: min(gone.get(row["line_id"], 0), row["pieces"]) for row in rows}
        order = replace(
            self.bought,
            receipt=clocks.withdrawal,
            lines=tuple(self._line(row, clocks, before[row["line_id"]]) for row in rows),
            bill=self._bill(rows, paid),
            before=before,
            is_unpaid=False,
        )
        return Given(rows[0]["id"], rows[0]["number"], rows[0]["kind"], order)

    def _line(self, row: Row, clocks: Clocks, taken: int) -> LineBack:
        terms = self.bought.terms
        days = terms.window(sku=row["sku"], category=row["category"], country=self.bought.country)
        item = Item(
            line_id=row["line_id"],
            bought=row["pieces"],
            taken=taken,
            excluded=Excluded(row["return_exclusion"]) if row["return_exclusion"] else None,
            goodwill_days=0 if row["returnable"] is not None and not row["returnable"] else days,
        )
        return LineBack(
            id=row["line_id"],
            sku=row["sku"],
            name=name_of_article(row) or row["sku"] or row["name"],
            variant=None if row["is_other"] else row["variant"],
            quantity=row["pieces"],
            eligibility=ways_of_given(
                item,
                clocks,
                today=self.today,
                regions=self.regions,
                instruction=Instruction(terms.instruction_given),
                periods=terms.periods,
            ),
            why_not=document(row["not_returnable_because"]),
        )

    def _bill(self, rows: Sequence[Row], paid: Decimal) -> Bill:
        """What it was given for, shared out by what the goods that were bought cost."""
        lines = tuple(PaidLine(row["line_id"], row["pieces"], amount(row["unit_price"]) or NOTHING) for row in rows)
        return Bill(
            lines=lines,
            total=amount(rows[0]["amount"]) or NOTHING,
            currency=self.bought.bill.currency,
            refunded=paid,
            is_known=self.bought.bill.is_known,
        )


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
    """Whoever gives back the last that they have of the order gets its delivery back, too."""
    bill, standing = bought.bill, [each.return_id for each in found if each.standing]
    is_last = len(standing) == 1 and not any(line.eligibility.left for line in bought.lines)
    if not is_last or bill.shipping_is_back or not bill.shipping:
        return found
    return [_brings_delivery(each, bill) if each.return_id in standing else each for each in found]


def _brings_delivery(given: Given, bought: Bill) -> Given:
    bill = given.order.bill
    more = min(bought.shipping, bought.left)
    whole = replace(bill, total=bill.total + more, shipping=more)
    return replace(given, order=replace(given.order, bill=whole))


def _by_return(rows: Sequence[Row]) -> defaultdict[int, dict[int, int]]:
    found = defaultdict[int, dict[int, int]](dict)
    for row in rows:
        found[row["follows"]][row["line_id"]] = int(row["pieces"])
    return found


def _arrival(rows: Sequence[Row], parcels: Sequence[Row], tz: ZoneInfo) -> Receipt:
    """By the parcels of the order that name it and had not come before it was given."""
    given_at, skus = moment(rows[0]["at"]), {row["sku"] for row in rows if row["sku"]}
    assert given_at is not None  # noqa: S101  # the column takes no NULL
    named = [parcel for parcel in parcels if _names(parcel, skus)]
    came = [at for parcel in named if (at := moment(parcel["delivered_at"])) and at >= given_at]
    awaited = any(parcel["delivered_at"] is None and parcel["status"] not in NOT_COMING for parcel in named)
    given_on = given_at.astimezone(tz).date()
    days = tuple(at.astimezone(tz).date() for at in came)
    return arrival_of(given_on, days, is_awaited=awaited, assumed=given_on + ON_ITS_WAY)


def _names(parcel: Row, skus: set[str]) -> bool:
    return any(item.get("sku") in skus for item in document(parcel["contents"]) or ())
