"""What can be withdrawn from, as the conversation stands: of which order, with what chosen, and since when."""

from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.returns.first_words import declared_since
from bot.returns.policies import current_policy
from bot.returns.withdrawing import Withdrawal as Offer
from bot.returns.withdrawing import read_withdrawal
from dialogs.widgets import started_with
from dialogs.withdrawing_before import written_at
from dialogs.withdrawing_choice import choice_from, named_at_first


async def read_offer(manager: DialogManager, profile: Profile, clock: Clock, settings: Settings) -> Offer:
    """With what was tapped last, or else what the words have named."""
    chosen = manager.dialog_data.get("chosen", named_at_first(manager))
    return await read_withdrawal(
        order_id_of(manager),
        customer_ids=profile.customer_ids,
        policy=await current_policy(),
        settings=settings,
        now=await since_of(manager, order_id_of(manager), profile, settings) or clock.now(),
        chosen=None if chosen is None else choice_from(chosen),
    )


async def since_of(manager: DialogManager, order_id: int, profile: Profile, settings: Settings) -> datetime | None:
    """When they first wrote that they withdraw from it."""
    who: dict[str, Any] = {"customer_ids": profile.customer_ids, "chat_id": profile.chat_id, "settings": settings}
    return await declared_since(order_id, written_at(manager), policy=await current_policy(), **who)


def order_id_of(manager: DialogManager) -> int:
    """The one that was tapped, or that the screen began with; 0 without."""
    return int(manager.dialog_data.get("order_id") or started_with(manager).get("order_id") or 0)
