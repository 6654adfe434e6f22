"""Points that an order earned go back with what is returned of it: pro rata, at the rate of that day, told (LOY-03).

Goods count once they were checked and taken back, or as their money goes, whichever is first; what the shop has
refunded without a return counts, too. Who gets another article keeps what the purchase earned.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.db import unit_of_work
from bot.loyalty.ledger import Details, earned_by, take_back
from bot.returns.billing import lock_bill, what_went_back
from bot.returns.looking import read_sheet
from bot.returns.machine import SETTLED, Status
from bot.returns.money import NOTHING, Bill, shares
from bot.returns.points_back import clawback
from bot.returns.sheet import ReturnSheet
from bot.shop.rows import fetch

ORDERS = """
SELECT DISTINCT l.order_id AS id, o.number, r.number AS return_number FROM return_item i
JOIN shop_line l ON l.id = i.line_id JOIN shop_order o ON o.id = l.order_id JOIN return_request r ON r.id = i.request_id
WHERE i.request_id = ? ORDER BY l.order_id"""
# In these something is on its way back, or is back; of the others nothing goes back.
GONE = """
SELECT i.request_id, r.follows, i.line_id, coalesce(i.accepted, i.quantity) AS pieces FROM return_item i
JOIN shop_line l ON l.id = i.line_id JOIN return_request r ON r.id = i.request_id
WHERE l.order_id = ? AND r.status NOT IN ('draft', 'rejected', 'cancelled', 'expired')"""
REFUNDED = "SELECT id, refunded FROM shop_line WHERE order_id = ? AND refunded > 0"
REMOVED = "SELECT id, removed FROM shop_line WHERE order_id = ? AND removed > 0"
NUMBER = "SELECT number FROM shop_order WHERE id = ?"
DONE = SETTLED | {Status.CLOSED}
MONEY = frozenset({"refund", "credit"})


@dataclass(frozen=True, slots=True)
class Because:
    """What the booking is known by, and what its customer reads about it."""

    once: str
    reason: str
    values: Details


@unit_of_work
async def claw_back(return_id: int, *, now: datetime) -> int:
    """To be called in the transaction in which something is given for a return, or in which its goods were checked; how
    many points went (below zero: came again).

    By value of the goods as they were paid for, over all returns of the order, in whole points, rounded in the
    customer's favour. The same again changes nothing, and never more goes than was earned.
    """
    taken = 0
    for order in await fetch(ORDERS, return_id):
        values = {"number": order["return_number"], "order": order["number"]}
        taken += await _claw(order["id"], Because(f"return:{return_id}", "clawback", values), now)
    return taken


@unit_of_work
async def claw_back_refunded(order_id: int, *, now: datetime) -> int:
    """The same where the shop has refunded items, or everything, and there may be no return."""
    if not await earned_by(order_id):
        return 0
    [order] = await fetch(NUMBER, order_id)
    because = Because(f"refund:{order_id}", "clawback_refund", {"order": order["number"]})
    return await _claw(order_id, because, now)


async def _claw(order_id: int, because: Because, now: datetime) -> int:
    """Read again under the lock: of two returns of an order that are paid at once each takes its own part."""
    if not await earned_by(order_id):
        return 0
    bill = await lock_bill(order_id)
    gone = await _gone(order_id)
    bought = _bought(bill, gone, {row["id"]: row["removed"] for row in await fetch(REMOVED, order_id)})
    paid = {line_id: worth for line_id, (_, worth) in bought.items()}
    returned = [worth * min(gone[line_id] / count, Decimal(1)) for line_id, (count, worth) in bought.items() if count]
    if 0 < bill.total <= (await what_went_back(order_id)).shop:
        returned = list(paid.values())
    taken = 0
    for earned in await earned_by(order_id):
        more = clawback(earned.points, paid=sum(paid.values(), NOTHING), returned=returned) - earned.taken
        if more < 0 and because.reason != "clawback":
            continue  # only a return can have been for less than was thought
        booked = await take_back(
            earned,
            more,
            order_id=order_id,
            once=f"{because.once}:{earned.times}",
            reason=because.reason if more > 0 else "clawback_undone",
            values=because.values,
            now=now,
        )
        taken += more if booked else 0
    return taken


def _bought(bill: Bill, gone: Mapping[int, Decimal], removed: Mapping[int, int]) -> dict[int, tuple[Decimal, Decimal]]:
    """Pieces and what they cost, by line: what was cancelled and is no longer in the order has earned points, too."""
    paid, found = shares(bill), dict[int, tuple[Decimal, Decimal]]()
    for line in bill.lines:
        out = min(Decimal(removed.get(line.line_id, 0)), gone.get(line.line_id, NOTHING))
        each = paid[line.line_id] / line.quantity if line.quantity else line.unit_price
        found[line.line_id] = (line.quantity + out, paid[line.line_id] + out * each)
    return found


async def _gone(order_id: int) -> defaultdict[int, Decimal]:
    """Pieces by line: of returns, or as many as the shop has refunded itself; it tells those of returns, too."""
    gone = defaultdict[int, Decimal](Decimal)
    rows = await fetch(GONE, order_id)
    parts = {return_id: _part(await read_sheet(return_id)) for return_id in {row["request_id"] for row in rows}}
    before = {row["request_id"]: row["follows"] for row in rows}
    for row in rows:
        gone[row["line_id"]] += int(row["pieces"]) * parts[row["request_id"]] * _rest(row["follows"], parts, before)
    for row in await fetch(REFUNDED, order_id):
        gone[row["id"]] = max(gone[row["id"]], Decimal(row["refunded"]))
    return gone


def _rest(follows: int | None, parts: Mapping[int, Decimal], before: Mapping[int, int | None]) -> Decimal:
    """Of what goods that were given stand for, the share that the returns before have not undone."""
    rest = Decimal(1)
    while follows is not None:
        rest *= 1 - parts.get(follows, NOTHING)
        follows = before.get(follows)
    return rest


def _part(sheet: ReturnSheet) -> Decimal:
    """How much of a return has undone its purchase: all of it once it was checked or is settled for money, else the
    share of the money that went; beside an article only what the money was for."""
    has_article = sheet.has_article
    is_back = sheet.status in DONE or sheet.status is Status.INSPECTED
    if is_back and not has_article and (sheet.paid is not None or sheet.outcome in MONEY):
        return Decimal(1)
    if sheet.paid is None:
        return NOTHING
    beside = NOTHING if has_article else sheet.fee.amount + sheet.loss.amount - sheet.shipping.amount
    worth, paid = sheet.due.amount + beside, sheet.paid.amount + beside
    return Decimal(1) if worth <= 0 or paid >= worth else max(paid, NOTHING) / worth
