"""A number typed where words about a return are waited for: another order is meant, and no words about this one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.shop.orders import own_order_numbers
from bot.support.followups import is_number_alone
from bot.support.matching import match
from bot.support.mentions import find_own


async def names_another_order(text: str, begun: Any, customer_ids: Sequence[int], *, today: date) -> bool:
    """The number alone, or with "cancel" and nothing besides; that of the order on the screen is words about it."""
    if not is_number_alone(text, today) and not match(text).is_plainly("cancel_order"):
        return False
    named = find_own(text, await own_order_numbers(customer_ids))
    return bool(named) and (begun or {}).get("order_id") not in named
