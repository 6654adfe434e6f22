"""The delivery of an order goes back once, with the return that makes it whole, and with none that does no more."""

from datetime import datetime

from bot.config import Settings
from bot.returns.billing import PROMISED
from bot.returns.cases import refresh_desk
from bot.returns.held import is_undone
from bot.returns.models import Return
from bot.returns.money import NOTHING
from bot.returns.news import update_cards


async def reckon_delivery(order_id: int, *, settings: Settings, now: datetime) -> None:
    """Another return of the order was taken back, declined or has expired: whoever keeps something of the order has
    had it delivered, so no open return that nothing was paid for yet brings the delivery.

    Inside the unit of work of that step.
    """
    open_ones = await Return.filter(order_id=order_id, status__in=PROMISED, payments__id=None)
    rows = [row for row in open_ones if row.shipping]
    if not rows or await is_undone(order_id):
        return
    for row in rows:
        seen = Return.filter(id=row.id, revision=row.revision)
        if await seen.update(shipping=NOTHING, revision=row.revision + 1):
            await update_cards(row.id, settings=settings, now=now)
            await refresh_desk(row.id, settings=settings, now=now)
