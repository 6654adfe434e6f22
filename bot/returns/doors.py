"""Which ways an order's card offers: the withdrawal as long as it may be declared, sending back, changing, and what is
under way already."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.customers.time_zones import zone_of_country
from bot.returns.awaited import awaited, cancelled_pieces
from bot.returns.contract import read_contract
from bot.returns.declarations import NONE, Declarations, declarations_of
from bot.returns.downloads import is_provided
from bot.returns.edited import still_held
from bot.returns.first_words import declared_since
from bot.returns.free_days import regions_of
from bot.returns.given import Given, list_given
from bot.returns.held import taken_of
from bot.returns.lost import NEVER_CAME, lost_pieces, mark_lost
from bot.returns.machine import HOLDS_ITEMS, OVER, Status
from bot.returns.overtakable import GIVES_WAY
from bot.returns.paths import BACK, DECLARED, Item, Way, ways_back
from bot.returns.policies import current_policy, policy_of, terms_of
from bot.returns.policy import DEFAULT, Policy
from bot.returns.product_terms import product_terms
from bot.returns.reading import UNDONE, last_day_of
from bot.returns.shipped import sent_pieces, unshipped_of
from bot.returns.windows import NEIGHBOUR, Instruction, Parcel, Receipt, receipt_of
from bot.returns.written import WRITTEN
from bot.shop.facts import OrderCard, ParcelFacts
from bot.shop.rows import Row, fetch
from bot.shop.statuses import ShipmentStatus

# One query, since an order's card is drawn all the time: a row for each line and each return that it is in, and on each
# the shop's policy.
LINES = f"""
SELECT l.id, l.sku, l.name, l.quantity, l.refunded, l.removed, p.category, p.return_exclusion, l.provided, p.returnable,
  CASE WHEN r.late_at IS NOT NULL OR r.status IN ('refunded', 'exchanged', 'credited', 'sent_back', 'closed')
    THEN coalesce(i.accepted, i.quantity) ELSE i.quantity END AS pieces,
  (r.unpaid OR CAST(r.carried AS DECIMAL) > 0 OR EXISTS (
    SELECT 1 FROM return_payment m WHERE m.request_id = r.id AND m.kind IN ('refund', 'credit'))) AS is_paid,
  CASE WHEN {GIVES_WAY} THEN 1 ELSE 0 END AS gives_way,
  EXISTS (SELECT 1 FROM return_payment m
    WHERE m.request_id = r.id AND m.kind IN ('exchange', 'replacement')) AS has_given, r.follows, r.lost, r.customer_id,
  r.id AS return_id, r.number, r.status, r.way, rules.version AS policy_version, rules.document AS policy,
  o.placed_at, rules.told_from, past.version AS then_version,
  past.document AS then_document,
  EXISTS (SELECT 1 FROM ticket_case c WHERE c.chat_id = ? AND c.once LIKE '{WRITTEN}%') AS has_words
FROM shop_line l JOIN shop_order o ON o.id = l.order_id
LEFT JOIN shop_product p ON p.sku = l.sku LEFT JOIN return_item i ON i.line_id = l.id
LEFT JOIN return_request r ON r.id = i.request_id AND r.status <> 'draft'
LEFT JOIN return_policy rules ON rules.version = (SELECT max(version) FROM return_policy)
LEFT JOIN return_policy past ON past.version = (
  SELECT max(p.version) FROM return_policy p WHERE coalesce(p.valid_from, p.imported_at) <= o.placed_at)
WHERE l.order_id = ? ORDER BY l.position, r.id DESC"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A return that is not over."""

    id: int
    number: str
    way: Way
    status: Status


@dataclass(frozen=True, slots=True)
class Doors:
    """`withdraw`: the law's button stands there. `send_back`: something that has left the shop may come back.
    `change`: something has not left yet. `returns`: what is under way, newest first. `given`: what the customer has got
    for something that went back, and still has. `declared`: what was withdrawn from. `has_words`: this chat has
    written withdrawals, of whatever."""

    withdraw: bool
    send_back: bool
    change: bool
    returns: tuple[UnderWay, ...]
    given: tuple[Given, ...] = ()
    declared: Declarations = NONE
    has_words: bool = False


async def doors_of(order: OrderCard, *, settings: Settings, now: datetime, chat_id: int = 0) -> Doors:
    """What is open today on the customer's clock, of an order that is shown already."""
    rows = await fetch(LINES, chat_id, order.id)
    policy = _terms(rows[0]) if rows else DEFAULT
    country = order.address.country if order.address else None
    postal_code = order.address.postal_code if order.address else None
    tz = zone_of_country(country or "") or settings.time_zone
    judge = partial(
        ways_back,
        receipt=_receipt(order, rows, tz),
        today=last_day_of(country, now, settings),
        regions=regions_of(country, postal_code, settings.business_holidays),
        instruction=Instruction(policy.instruction_given),
        periods=policy.periods,
    )
    found, withdraw = [], False
    lines = {row["id"]: row for row in rows}
    holds = [(parcel.status, _contents(parcel)) for parcel in order.parcels]
    sent = sent_pieces(order.shop_status, list(lines.values()), holds)
    lost = lost_pieces(list(lines.values()), holds)
    for line in lines.values():
        mine = [row for row in rows if row["id"] == line["id"]]
        item = partial(_item, line, order=order, policy=policy, tz=tz, sent=sent[line["id"]], lost=lost[line["id"]])
        found.append(judge(item(mine)))
        withdraw |= judge(item([row for row in mine if not row["gives_way"]])).find(Way.WITHDRAWAL) is not None
    given = await _given(order.id, rows, settings, now)
    return Doors(
        withdraw=withdraw or await _may_withdraw_again(order.id, rows, settings, now),
        send_back=any(each.may_go for each in given) or any(each.sent and any(map(each.find, BACK)) for each in found),
        change=any(each.find(Way.CANCEL) for each in found),
        returns=_under_way(rows),
        given=tuple(each for each in given if each.standing),
        declared=await declarations_of(order.id) if any(map(_is_declared, rows)) else NONE,
        has_words=any(row["has_words"] for row in rows),
    )


async def withdrawable(
    order_ids: Sequence[int],
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
    chat_id: int | None = None,
) -> list[int]:
    """Those of the orders whose contract may still be withdrawn from, what runs out first first.

    With `chat_id` what it has written before is in time, too.
    """
    who: dict[str, Any] = {"customer_ids": customer_ids, "policy": policy, "settings": settings}
    found: list[tuple[date, int]] = []
    for order_id in order_ids:
        since = await declared_since(order_id, now, chat_id=chat_id, **who) if chat_id is not None else now
        contract = await read_contract(order_id, now=since or now, overtakes=True, **who)
        opened = [each for line in contract.withdrawable if (each := line.eligibility.find(Way.WITHDRAWAL))]
        if opened:
            found.append((min(each.until or date.max for each in opened), order_id))
    return [order_id for _, order_id in sorted(found, key=itemgetter(0))]


def _terms(row: Row) -> Policy:
    return terms_of(policy_of(row["policy_version"], row["policy"], row["told_from"]), row)


def _item(
    line: Row, rows: Sequence[Row], *, order: OrderCard, policy: Policy, tz: ZoneInfo, sent: int, lost: int
) -> Item:
    country = order.address.country if order.address else None
    held = _held(rows)
    taken = line["quantity"] if order.state in UNDONE else taken_of(line, held)
    days = policy.window(sku=line["sku"], category=line["category"], country=country)
    terms = product_terms(exclusion=line["return_exclusion"], returnable=line["returnable"], goodwill_days=days)
    item = Item(
        line_id=line["id"],
        bought=line["quantity"],
        taken=taken,
        unshipped=unshipped_of(line, held, taken=taken, sent=sent, lost=lost),
        is_provided=is_provided(line, order.shop_status),
        bought_on=order.placed_at.astimezone(tz).date(),
        excluded=terms.excluded,
        goodwill_days=terms.goodwill_days,
    )
    return mark_lost([item], held, {item.line_id: lost})[0]


def _held(rows: Sequence[Row]) -> list[Row]:
    """Those of returns that hold pieces of what was bought."""
    held = [
        row | {"line_id": row["id"], "status": Status.REFUNDED if row["is_paid"] else row["status"]}
        for row in rows
        if row["status"] in HOLDS_ITEMS and row["follows"] is None
    ]
    return still_held(held, {row["id"]: row["removed"] for row in rows})


def _is_declared(row: Row) -> bool:
    return row["way"] in DECLARED and row["status"] in HOLDS_ITEMS


def _receipt(order: OrderCard, rows: Sequence[Row], tz: ZoneInfo) -> Receipt:
    """A parcel whose scans stopped without an end is taken as not there yet: the second step knows more."""
    sent = [parcel for parcel in order.parcels if parcel.status != ShipmentStatus.CANCELLED]
    lines = {row["id"]: row for row in rows}.values()
    holds = [(parcel.status, _contents(parcel)) for parcel in sent]
    places = awaited(order.shop_status, list(lines), holds, cancelled=cancelled_pieces(_held(rows)))
    if places is None:
        return Receipt(None)
    return receipt_of(tuple(_parcel(sent[place], tz) for place in places) or (Parcel(),))


def _contents(parcel: ParcelFacts) -> Counter[str]:
    """Several lines may have one name: variants of an article."""
    pieces = Counter[str]()
    for name, quantity in parcel.contents:
        pieces[name] += quantity
    return pieces


def _parcel(parcel: ParcelFacts, tz: ZoneInfo) -> Parcel:
    delivered_on = parcel.delivered_at.astimezone(tz).date() if parcel.delivered_at else None
    handed_on = parcel.status == ShipmentStatus.DELIVERED and parcel.reason == NEIGHBOUR
    return Parcel(delivered_on=delivered_on, is_lost=parcel.status in NEVER_CAME, with_neighbour=handed_on)


async def _given(order_id: int, rows: Sequence[Row], settings: Settings, now: datetime) -> list[Given]:
    """Looked for only where a return has given something."""
    owners = _owners(rows)
    if not owners:
        return []
    return await list_given(order_id, customer_ids=owners, policy=await current_policy(), settings=settings, now=now)


async def _may_withdraw_again(order_id: int, rows: Sequence[Row], settings: Settings, now: datetime) -> bool:
    """Whether the piece that took the place of another can be withdrawn from."""
    owners = _owners(rows)
    return bool(owners) and bool(
        await withdrawable([order_id], customer_ids=owners, policy=await current_policy(), settings=settings, now=now)
    )


def _owners(rows: Sequence[Row]) -> list[int]:
    """Who has got something for what went back; nobody where no return has given anything."""
    return [row["customer_id"] for row in rows if row["has_given"]][:1]


def _under_way(rows: Sequence[Row]) -> tuple[UnderWay, ...]:
    found = {
        row["return_id"]: UnderWay(row["return_id"], row["number"], Way(row["way"]), Status(row["status"]))
        for row in rows
        if row["return_id"] and row["status"] not in OVER
    }
    return tuple(found[return_id] for return_id in sorted(found, reverse=True))
