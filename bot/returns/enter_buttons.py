"""The taps on a case of written words that enter a withdrawal: one for each contract that may be meant."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Locale
from bot.i18n import plain
from bot.outbox.messages import Keyboard, callback_button
from bot.shop.models import Order

MOST_OFFERED = 5


async def enter_buttons(
    case_id: int, order_ids: Sequence[int], written_at: datetime, *, locale: Locale, most: int = MOST_OFFERED
) -> Keyboard:
    """In this order, and below the first ones a tap that shows all of them."""
    from bot.callbacks import EnterWithdrawal  # brings aiogram along, as the sender must not

    at = int(written_at.timestamp())
    numbers = {order.id: order.number for order in await Order.filter(id__in=list(order_ids))}
    rows = []
    for order_id in [each for each in order_ids if each in numbers][:most]:
        tapped = EnterWithdrawal(case_id=case_id, order_id=order_id, at=at)
        label = plain(locale, "withdraw-enter-button", number=numbers[order_id])
        rows.append([callback_button(label, tapped.pack())])
    if len(numbers) > most:
        label = plain(locale, "withdraw-enter-all-button", count=len(numbers))
        rows.append([callback_button(label, EnterWithdrawal(case_id=case_id, order_id=0, at=at).pack())])
    return rows
