"""Which order a withdrawal is about, where it may be one of several."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.shop.orders import list_orders
from dialogs.order_buttons import order_column, order_entry
from dialogs.order_declared import marks_of
from dialogs.return_buttons import return_column
from dialogs.states import Withdrawal
from dialogs.widgets import Block, Notice, footer, started_with
from dialogs.withdrawing_before import made_entries, written_at
from dialogs.withdrawing_choice import named_at_first
from dialogs.withdrawing_offer import since_of
from dialogs.withdrawing_text import which_text

ORDERS_SEEN = 50


async def which_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    """Those of the orders that may be meant; without any the screen says what else there is."""
    meant = set(started_with(dialog_manager).get("order_ids") or ())
    today = clock.now().astimezone(profile.tz).date()
    page = await list_orders(profile.customer_ids, today=today, limit=ORDERS_SEEN)
    marks = await marks_of(page.orders)
    entries = [order_entry(order, profile, marks) for order in page.orders if order.id in meant]
    made = [] if entries else await made_entries(profile)
    since = [await since_of(dialog_manager, each["id"], profile, settings) for each in entries]
    text = which_text(written_at(dialog_manager), profile, is_any=bool(entries), is_made=bool(made), since=since)
    return {"orders": entries, "text": text, "returns": made}


async def on_order(_: CallbackQuery, __: Any, manager: DialogManager, order_id: int) -> None:
    """To all of it, or to the items where the words have named some."""
    manager.dialog_data["order_id"] = order_id
    await manager.switch_to(Withdrawal.confirm if named_at_first(manager) is None else Withdrawal.pieces)


which_window = Window(
    Notice(),
    Block("text"),
    order_column("which", on_order),
    return_column("which_made"),
    footer("which"),
    state=Withdrawal.which,
    getter=which_getter,
)
