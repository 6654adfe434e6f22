"""Points that an order earned go back with what is returned of it: pro rata, at the rate of that day, told (LOY-03).

Goods count once they were checked and taken back, or as their money goes, whichever is first; what the shop has
refunded without a return counts, too. Who gets another article keeps what the purchase earned.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.db import unit_of_work
from bot.loyalty.ledger import Details, earned_by, take_back
from bot.returns.kept import lock_worth
from bot.returns.points_back import clawback
from bot.returns.referring import follow_order
from bot.shop.rows import fetch

ORDERS = """
SELECT DISTINCT l.order_id AS id, o.number, r.number AS return_number FROM return_item i
JOIN shop_line l ON l.id = i.line_id JOIN shop_order o ON o.id = l.order_id JOIN return_request r ON r.id = i.request_id
WHERE i.request_id = ? ORDER BY l.order_id"""
NUMBER = "SELECT number FROM shop_order WHERE id = ?"


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
        because = Because(f"return:{return_id}", "clawback", values)
        taken += await _claw(order["id"], because, now, may_undo=True)
        await follow_order(order["id"], now=now)
    return taken


@unit_of_work
async def claw_back_refunded(order_id: int, *, now: datetime, is_deleted: bool = False) -> int:
    """The same where the shop has refunded items, or everything, and there may be no return; `is_deleted`: or has taken
    a refund back."""
    await follow_order(order_id, now=now)
    if not await earned_by(order_id):
        return 0
    [order] = await fetch(NUMBER, order_id)
    because = Because(f"refund:{order_id}", "clawback_refund", {"order": order["number"]})
    return await _claw(order_id, because, now, may_undo=is_deleted)


async def _claw(order_id: int, because: Because, now: datetime, *, may_undo: bool) -> int:
    """Read again under the lock: of two returns of an order that are paid at once each takes its own part."""
    if not await earned_by(order_id):
        return 0
    worth = await lock_worth(order_id)
    taken = 0
    for earned in await earned_by(order_id):
        more = clawback(earned.points, paid=worth.paid, returned=worth.returned) - earned.taken
        if more < 0 and not may_undo:
            continue  # only a return, or a refund that was deleted, can have been for less than was thought
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
