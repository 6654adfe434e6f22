"""Books what an order earns once its last parcel is there: pending until it can no longer be sent back (LOY-01, 02).

By a tick, since this room alone knows until when that is. Of what carriers told as it happened: history that was
imported, test orders and those without a customer earn nothing. What was refunded by then is taken back at once.
"""

from datetime import datetime, timedelta
from decimal import Decimal

import structlog

from bot.clock import Clock
from bot.config import Settings
from bot.db import unit_of_work
from bot.loyalty.expiring import expire_due
from bot.loyalty.ledger import book_purchase
from bot.loyalty.programme import current_rules
from bot.loyalty.referral_cards import tell_of_reviews
from bot.loyalty.rules import Rules, points_for
from bot.loyalty.standing import standing_of
from bot.loyalty.warning import warn_of_expiry
from bot.returns.billing import lock_bill
from bot.returns.clawback import claw_back_refunded
from bot.returns.maturity import returnable_until
from bot.returns.money import NOTHING, shares
from bot.returns.referring import mind_referrals
from bot.shop.rows import Row, fetch, moment
from bot.shop.statuses import ShipmentStatus

# A bot that was off for a while makes up for it.
NEWS = timedelta(days=3)
ORDERS_A_TURN = 100
DELIVERED = """
SELECT o.id, o.number, o.customer_id, o.placed_at, o.currency FROM shop_order o
WHERE o.delivered_at > ? AND o.state = ? AND o.customer_id IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden
  AND EXISTS (SELECT 1 FROM shop_shipment s JOIN shipping_event e ON e.shipment_id = s.id
    WHERE s.order_id = o.id AND e.status = ? AND e.heard_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM loyalty_entry l WHERE l.order_id = o.id AND l.kind = 'purchase') AND o.id > ?
ORDER BY o.id LIMIT ?"""

log = structlog.get_logger(__name__)


async def mind_points(settings: Settings, clock: Clock) -> None:
    """A tick: book what deliveries and invitations have earned, book off what is over, and warn of what will be."""
    now = clock.now()
    await earn_for_delivered(settings, now=now)
    await mind_referrals(settings, now=now)
    await tell_of_reviews(settings, now=now)
    while await expire_due(now=now):
        continue
    await warn_of_expiry(settings, now=now)


async def earn_for_delivered(settings: Settings, *, now: datetime) -> int:
    """Book what is due; how many orders earned something. Without a rate nothing does."""
    rules, earned, last = await current_rules(), 0, 0
    while any(rules.rates.values()):
        done = str(ShipmentStatus.DELIVERED)
        orders = await fetch(DELIVERED, now - NEWS, done, done, last, ORDERS_A_TURN)
        for order in orders:
            earned += await _earn(order, rules, settings, now)
            last = order["id"]
        if len(orders) < ORDERS_A_TURN:
            break
    return earned


@unit_of_work
async def _earn(order: Row, rules: Rules, settings: Settings, now: datetime) -> bool:
    """By what was really paid for the goods, without the delivery, at the rate of the day of the order."""
    bill, customer_id = await lock_bill(order["id"]), order["customer_id"]
    placed_at = moment(order["placed_at"]) or now
    tier = (await standing_of([customer_id], rules=rules, now=now)).tier
    rate = rules.rate(order["currency"], placed_at.astimezone(settings.time_zone).date(), tier)
    points = NOTHING if bill.owed else sum(shares(bill).values(), NOTHING)
    if not (worth := points_for(Decimal(points), rate)):
        return False
    until = await returnable_until(order["id"], customer_id, settings, now)
    bought = {"order_id": order["id"], "number": order["number"], "rate": rate}
    if not await book_purchase(customer_id, worth, **bought, available_at=until, now=now):
        return False
    await claw_back_refunded(order["id"], now=now)
    log.info("purchase earned points", order=order["id"], points=worth)
    return True
