"""Points that an order earned go back with what is returned of it: pro rata, at the rate of that day, told (LOY-03)."""

from datetime import datetime
from decimal import Decimal

from bot.db import unit_of_work
from bot.loyalty.ledger import earned_by, take_back
from bot.returns.billing import lock_bill
from bot.returns.looking import read_sheet
from bot.returns.machine import SETTLED, Status
from bot.returns.money import NOTHING, clawback, shares
from bot.shop.rows import Row, fetch

ORDERS = """
SELECT DISTINCT l.order_id AS id, o.number, r.number AS return_number FROM return_item i
JOIN shop_line l ON l.id = i.line_id JOIN shop_order o ON o.id = l.order_id JOIN return_request r ON r.id = i.request_id
WHERE i.request_id = ? ORDER BY l.order_id"""
# Who gets another article keeps what the purchase earned; money and credit undo it.
GONE = """
SELECT i.request_id, i.line_id, coalesce(i.accepted, i.quantity) AS pieces FROM return_item i
JOIN shop_line l ON l.id = i.line_id
WHERE l.order_id = ? AND EXISTS (
  SELECT 1 FROM return_payment p WHERE p.request_id = i.request_id AND p.kind IN ('refund', 'credit'))"""
DONE = SETTLED | {Status.CLOSED}


@unit_of_work
async def claw_back(return_id: int, *, now: datetime) -> int:
    """To be called in the transaction in which money or credit goes out, or in which a check finds less than was paid
    for; how many points went (below zero: came again).

    By value of the goods as they were paid for, over all returns of the order, in whole points, rounded in the
    customer's favour; where a part of the money has gone, that part. The same again changes nothing, and never more
    goes than was earned.
    """
    taken = 0
    for order in await fetch(ORDERS, return_id):
        if await earned_by(order["id"]):
            taken += await _claw(order, return_id, now)
    return taken


async def _claw(order: Row, return_id: int, now: datetime) -> int:
    """Read again under the lock: of two returns of an order that are paid at once each takes its own part."""
    bill = await lock_bill(order["id"])
    paid, quantities = shares(bill), {line.line_id: line.quantity for line in bill.lines}
    rows = await fetch(GONE, order["id"])
    parts = {return_id: await _part_paid(return_id) for return_id in {row["request_id"] for row in rows}}
    returned = [
        paid[row["line_id"]] * int(row["pieces"]) / quantities[row["line_id"]] * parts[row["request_id"]]
        for row in rows
    ]
    taken = 0
    for earned in await earned_by(order["id"]):
        more = clawback(earned.points, paid=sum(paid.values(), NOTHING), returned=returned) - earned.taken
        booked = await take_back(
            earned,
            more,
            order_id=order["id"],
            once=f"return:{return_id}:{earned.times}",
            reason="clawback" if more > 0 else "clawback_undone",
            values={"number": order["return_number"], "order": order["number"]},
            now=now,
        )
        taken += more if booked else 0
    return taken


async def _part_paid(return_id: int) -> Decimal:
    """How much of what its goods bring has gone back: 1 when it is settled, in thirds when a third was paid."""
    sheet = await read_sheet(return_id)
    beside = sheet.fee.amount + sheet.loss.amount - sheet.shipping.amount
    worth, paid = sheet.due.amount + beside, (sheet.paid.amount if sheet.paid else NOTHING) + beside
    if sheet.status in DONE or worth <= 0 or paid >= worth:
        return Decimal(1)
    return max(paid, NOTHING) / worth
