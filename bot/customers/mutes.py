"""How much a chat still wants to hear about an order: all, the milestones, or only problems (TRK-11)."""

from collections.abc import Sequence

from bot.customers.models import Mute
from bot.db import unit_of_work
from bot.shop.models import Order

EVERYTHING = "all"


@unit_of_work
async def choose_news(chat_id: int, order_id: int, *, level: str, customer_ids: Sequence[int]) -> bool:
    """Hear no more than this about an order of one's own; False when it is somebody else's.

    Levels are `all`, `milestones` and `problems`; a lost or returning parcel is always told.
    """
    if not await Order.filter(id=order_id, customer_id__in=customer_ids, is_hidden=False).exists():
        return False
    if level == EVERYTHING:
        await Mute.filter(chat_id=chat_id, order_id=order_id).delete()
    elif not await Mute.filter(chat_id=chat_id, order_id=order_id).update(level=level):
        await Mute.bulk_create([Mute(chat_id=chat_id, order_id=order_id, level=level)], ignore_conflicts=True)
    return True
