"""What a case is about that somebody opens by asking: which of their orders, and which of the things people ask for."""

from collections.abc import Sequence

from bot.config import Settings
from bot.i18n import plain
from bot.shop.models import Order


async def order_meant(order_id: int | None, owned: Sequence[int]) -> Order | None:
    """The one on the screen if it is theirs, else an open one, else the newest."""
    if not owned:
        return None
    orders = Order.filter(customer_id__in=owned)
    if order_id is not None and (order := await orders.filter(id=order_id).first()):
        return order
    return await orders.order_by("-is_open", "-placed_at", "-id").first()


def topic_name(intent: str, settings: Settings) -> str:
    """What somebody asked for (an intent of support/results.py), in the language of the staff."""
    return plain(settings.default_locale, f"intent-{intent}-button")
