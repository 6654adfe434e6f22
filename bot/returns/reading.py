"""What of an order may go back: its lines with what is under way already, when everything was there, what it cost."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.customers.time_zones import last_zone_of_country, zone_of_country
from bot.db import document
from bot.errors import NotFoundError
from bot.returns.awaited import awaited, cancelled_pieces
from bot.returns.billing import REMEMBERED, RESERVED, bill_of, what_went_back
from bot.returns.downloads import is_provided
from bot.returns.edited import still_held
from bot.returns.free_days import regions_of
from bot.returns.held import HELD, HELD_FIRMLY, UNDONE_AGAIN, brought_by, is_excluded, taken_of, undone_of
from bot.returns.line import LineBack
from bot.returns.lost import NEVER_CAME, lost_pieces, mark_lost
from bot.returns.machine import HOLDS_ITEMS, Status
from bot.returns.money import Bill
from bot.returns.paths import Eligibility, Item, ways_back
from bot.returns.policies import terms_of
from bot.returns.policy import Policy
from bot.returns.product_terms import is_barred, product_terms
from bot.returns.shipped import contents_of, sent_pieces, unshipped_of
from bot.returns.whereabouts import Whereabouts, whereabouts
from bot.returns.windows import NEIGHBOUR, Instruction, Parcel, Receipt, receipt_of
from bot.shop.rows import Row, day, fetch, locked, moment
from bot.shop.states import CANCELLED, FAILED, REFUNDED, plain_word
from bot.shop.statuses import NOT_YET_MOVING, ShipmentStatus

ORDER = f"""
SELECT o.id, o.number, o.customer_id, o.status, o.state, o.currency, o.total, o.original_total, o.shipping_total,
  o.paid_total, o.discount_total, o.revised_at, o.ship_country, o.ship_postal_code, o.source, o.external_id,
  o.placed_at, past.version AS then_version, past.document AS then_document,{REMEMBERED}
FROM shop_order o LEFT JOIN return_policy past ON past.version = (
  SELECT max(p.version) FROM return_policy p WHERE coalesce(p.valid_from, p.imported_at) <= o.placed_at)
WHERE o.id = ? AND o.customer_id IN ? AND NOT o.is_hidden"""  # noqa: S608  # our own words
LINES = f"""
SELECT l.id, l.sku, l.name, l.variant, l.quantity, l.refunded, l.unit_price, p.category, p.return_exclusion,
  l.removed, l.provided, p.returnable, p.not_returnable_because,{UNDONE_AGAIN}
FROM shop_line l LEFT JOIN shop_product p ON p.sku = l.sku WHERE l.order_id = ? ORDER BY l.position"""  # noqa: S608  # our own words
PARCELS = "SELECT id, status, reason, status_at, delivered_at, contents FROM shop_shipment WHERE order_id = ?"
FIRST_SCANS = """
SELECT shipment_id, min(occurred_at) AS at FROM shipping_event
WHERE shipment_id IN (SELECT id FROM shop_shipment WHERE order_id = ?) AND status NOT IN ? GROUP BY shipment_id"""
# Nothing is left of such a contract that could go back.
UNDONE = frozenset({CANCELLED, FAILED, REFUNDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderBack:
    """An order as somebody sees it who wants to send something back; `terms` are the shop's rules for it.

    `state` is that of the whole order, as lists show it. `bill` is that of the `lines`, `cost` that of the order
    itself; `is_reserved`: its money is, and was not taken. `brought` is what the pieces `before` bring, None:
    not known.
    """

    id: int
    number: str
    customer_id: int
    state: str
    source: str
    external_id: str | None
    country: str | None
    tz: ZoneInfo
    receipt: Receipt
    lines: tuple[LineBack, ...]
    bill: Bill
    before: dict[int, int]
    undone: dict[int, int]
    terms: Policy
    cost: Bill
    is_reserved: bool = False
    brought: Decimal | None = None

    @property
    def is_unpaid(self) -> bool:
        """Whether nothing was paid for the order yet."""
        return self.cost.is_unpaid

    @property
    def excluded(self) -> frozenset[int]:
        """Lines without which a withdrawal is one from everything, whatever other returns hold of them."""
        return frozenset(line.id for line in self.lines if line.is_excluded)


async def read_order(
    order_id: int,
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
    for_update: bool = False,
    overtakes: bool = False,
    holding: Collection[Status] = HOLDS_ITEMS,
) -> OrderBack:
    """The order with every way that is open today on the customer's clock; NotFoundError for a foreign one.

    `policy` are today's rules; what was better when the order was placed holds all the same.
    `for_update`: inside a unit of work, and nobody else changes its returns before that ends. `overtakes`: for a
    withdrawal, which takes what waits in somebody's request as well. `holding`: whose pieces are gone, as these stand.
    """
    found = await fetch(ORDER + (locked("o") if for_update else ""), order_id, tuple(customer_ids))
    if not found:
        raise NotFoundError
    order = found[0]
    policy = terms_of(policy, order)
    tz = zone_of_country(order["ship_country"] or "") or settings.time_zone
    lines, parcels = await fetch(LINES, order_id), await fetch(PARCELS, order_id)
    in_returns = await fetch(HELD_FIRMLY if overtakes else HELD, order_id, sorted(holding))
    held = still_held(in_returns, {line["id"]: line["removed"] for line in lines})
    receipt = await _receipt(order, lines, parcels, held, tz)
    undone = order["state"] in UNDONE
    taken = {line["id"]: line["quantity"] if undone else taken_of(line, held) for line in lines}
    today = last_day_of(order["ship_country"], now, settings)
    judge = partial(
        ways_back,
        receipt=receipt,
        today=today,
        regions=regions_of(order["ship_country"], order["ship_postal_code"], settings.business_holidays),
        instruction=Instruction(policy.instruction_given),
        periods=policy.periods,
    )
    holds = [(parcel["status"], contents_of(parcel)) for parcel in parcels]
    sent, lost = sent_pieces(order["status"], lines, holds), lost_pieces(lines, holds)
    still = {
        line["id"]: unshipped_of(line, held, taken=taken[line["id"]], sent=sent[line["id"]], lost=lost[line["id"]])
        for line in lines
    }
    items = [_item(line, taken[line["id"]], still[line["id"]], order, policy, tz) for line in lines]
    where = whereabouts(lines, holds)
    judged = [
        _line(line, judge(item), where[line["id"]])
        for line, item in zip(lines, mark_lost(items, held, lost), strict=True)
    ]
    bill = bill_of(order, lines, await what_went_back(order_id))
    return OrderBack(
        id=order["id"],
        number=order["number"],
        customer_id=order["customer_id"],
        state=order["state"],
        source=order["source"],
        external_id=order["external_id"],
        country=order["ship_country"],
        tz=tz,
        receipt=receipt,
        lines=tuple(judged),
        bill=bill,
        before=taken,
        undone={line["id"]: taken[line["id"]] if undone else undone_of(line, held) for line in lines},
        terms=policy,
        cost=bill,
        is_reserved=plain_word(order["status"]) == RESERVED,
        brought=brought_by(in_returns, taken),
    )


def _line(row: Row, eligibility: Eligibility, where: Whereabouts) -> LineBack:
    return LineBack(
        id=row["id"],
        sku=row["sku"],
        name=row["name"],
        variant=row["variant"],
        quantity=row["quantity"],
        eligibility=eligibility,
        why_not=document(row["not_returnable_because"]),
        is_barred=is_barred(row["returnable"]),
        is_excluded=is_excluded(row),
        away=where.of(eligibility.sent, eligibility.sent),
    )


def _item(line: Row, taken: int, unshipped: int, order: Row, policy: Policy, tz: ZoneInfo) -> Item:
    days = policy.window(sku=line["sku"], category=line["category"], country=order["ship_country"])
    terms = product_terms(exclusion=line["return_exclusion"], returnable=line["returnable"], goodwill_days=days)
    return Item(
        line_id=line["id"],
        bought=line["quantity"],
        taken=taken,
        unshipped=unshipped,
        excluded=terms.excluded,
        is_provided=is_provided(line, order["status"]),
        bought_on=_day(moment(order["placed_at"]), tz),
        goodwill_days=terms.goodwill_days,
    )


async def _receipt(
    order: Row, lines: Sequence[Row], parcels: Sequence[Row], held: Sequence[Row], tz: ZoneInfo
) -> Receipt:
    if not parcels:
        return receipt_of((Parcel(handed_over_on=None),))
    sent = [parcel for parcel in parcels if parcel["status"] != ShipmentStatus.CANCELLED]
    holds = [(parcel["status"], contents_of(parcel)) for parcel in sent]
    places = awaited(order["status"], lines, holds, cancelled=cancelled_pieces(held))
    if places is None:
        return Receipt(None)
    scanned = {
        row["shipment_id"]: moment(row["at"]) for row in await fetch(FIRST_SCANS, order["id"], sorted(NOT_YET_MOVING))
    }
    going = [sent[place] for place in places]
    return receipt_of(tuple(_parcel(parcel, scanned.get(parcel["id"]), tz) for parcel in going))


def _parcel(row: Row, first_scan: datetime | None, tz: ZoneInfo) -> Parcel:
    delivered_at = moment(row["delivered_at"])
    return Parcel(
        delivered_on=_day(delivered_at, tz),
        # What is on its way still has not arrived; only where the scans stop without an end is a day assumed.
        handed_over_on=_day(first_scan, tz) if row["status"] == ShipmentStatus.EXPIRED else None,
        is_lost=row["status"] in NEVER_CAME,
        with_neighbour=row["status"] == ShipmentStatus.DELIVERED and row["reason"] == NEIGHBOUR,
    )


def _day(at: datetime | None, tz: ZoneInfo) -> date | None:
    return day(at.astimezone(tz).date()) if at else None


def last_day_of(country: str | None, now: datetime, settings: Settings) -> date:
    """Today where a country's day ends last: nobody is late by another zone's clock."""
    return now.astimezone(last_zone_of_country(country or "") or settings.time_zone).date()
