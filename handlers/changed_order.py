"""A number typed where words about a return are waited for: another order is meant, and no words about this one."""

from collections.abc import Sequence
from datetime import date

from aiogram_dialog.api.entities import Context

from bot.errors import NotFoundError
from bot.returns.looking import read_sheet
from bot.shop.orders import own_order_numbers
from bot.support.followups import is_number_alone
from bot.support.matching import match
from bot.support.mentions import find_own
from dialogs.states import Changing, Returned, Returning

ABOUT_ONE = frozenset({Returning.details, Returned.photo, Changing.wish})


async def names_another_order(text: str, context: Context, customer_ids: Sequence[int], *, today: date) -> bool:
    """The number alone, or with "cancel" and nothing besides; that of the order on the screen is words about it."""
    if not is_number_alone(text, today) and not match(text).is_plainly("cancel_order"):
        return False
    named = find_own(text, await own_order_numbers(customer_ids))
    return bool(named) and await _order_on(context, customer_ids) not in named


async def _order_on(context: Context, customer_ids: Sequence[int]) -> int | None:
    """The one that is answered about now, where a parcel holds several."""
    begun = context.start_data if isinstance(context.start_data, dict) else {}
    order_id = context.dialog_data.get("order_id") or begun.get("order_id")
    if order_id is None and isinstance(return_id := begun.get("return_id"), int):
        try:
            order_id = (await read_sheet(return_id, customer_ids=customer_ids)).order_id
        except NotFoundError:
            return None
    return order_id if isinstance(order_id, int) else None
