"""An order changes hands: its returns and their cases go with it, and what waits to be told goes to nobody else."""

from datetime import datetime

from bot.config import Settings
from bot.customers.holds import move_holds
from bot.outbox.models import Push
from bot.outbox.overtaken import overtake
from bot.returns.cases import find_case
from bot.returns.models import Return
from bot.returns.moving import subject_of
from bot.returns.news import update_cards
from bot.shop.models import Order
from bot.tickets.owners import hand_over_case


async def hand_over_returns(order_id: int, *, before: int, now: datetime, settings: Settings | None = None) -> None:
    """To be called in the transaction that gave the order to another than `before`.

    With `settings` the new customer gets the cards; an import tells nobody.
    """
    order = await Order.get(id=order_id)
    ids = [row.id for row in await Return.filter(order_id=order_id, customer_id=before).order_by("id")]
    if not ids or order.customer_id is None:
        return
    await Return.filter(id__in=ids).update(customer_id=order.customer_id, chat_id=None, together=None)
    subjects = [subject_of(return_id) for return_id in ids]
    await move_holds(before, order.customer_id, subjects=subjects, now=now)
    for return_id in ids:
        if case := await find_case(return_id):
            await hand_over_case(case, order.customer_id, now=now, settings=settings)
    names = tuple(f"{subject}:" for subject in subjects)
    waiting = await Push.filter(customer_id=before, settled_at=None).only("id", "once", "slot")
    await overtake(
        [push.id for push in waiting if (push.once or "").startswith(names) or push.slot in subjects], now=now
    )
    if settings:
        for return_id in ids:
            await update_cards(return_id, settings=settings, now=now)
