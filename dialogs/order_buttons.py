"""Orders as buttons: number and where it stands, one a line; home and the list show the same."""

from collections.abc import Iterable, Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select
from aiogram_dialog.widgets.kbd.select import OnItemClick
from aiogram_dialog.widgets.text import Case

from bot.customers.profile import Profile
from bot.i18n import plain
from bot.shop.facts import OrderSummary
from bot.shop.statuses import ShipmentStatus as S
from dialogs.arrivals import notice_of_order
from dialogs.order_text import state_label
from dialogs.states import Asking, Changing, Order, Returning, Withdrawal
from dialogs.widgets import Label, as_id, noticing, started_with

UNEVENTFUL = frozenset({S.UNKNOWN, S.LABEL_CREATED, S.PICKED_UP, S.IN_TRANSIT})

# Where somebody wants to go with an order who has said what they wish; all others see its card.
WISHED: dict[str, State] = {
    "return_item": Returning.pieces,
    "damaged_item": Returning.pieces,
    "wrong_item": Returning.pieces,
    "withdrawal": Withdrawal.confirm,
    "cancel_order": Changing.menu,
    "change_order": Changing.menu,
    "change_address": Changing.menu,
    "invoice": Asking.about,
    "payment_problem": Asking.about,
}
# What they have said besides, for the screen they go to.
SAID = ("wish", "line_id", "quantity")

OnOrder = OnItemClick[Select[int], int]


def order_buttons(widget_id: str) -> Column:
    """A button for each of the getter's `orders` that opens its card, marked when it is late."""
    return order_column(widget_id, _on_order)


def order_column(widget_id: str, on_order: OnOrder) -> Column:
    """The same for another end: `on_order` is given the id of the tapped one."""
    return Column(
        Select(
            Case(
                {
                    True: Label("orders-entry-late-button", "number", "state"),
                    False: Label("orders-entry-button", "number", "state"),
                },
                selector=lambda data, *_: data["item"]["late"],
            ),
            id=widget_id,
            item_id_getter=lambda order: order["id"],
            items="orders",
            type_factory=as_id,
            on_click=on_order,
        )
    )


def order_entry(order: OrderSummary, profile: Profile, marks: Mapping[int, bool]) -> dict[str, Any]:
    """An order as the values of its button; `marks`: which were withdrawn from, and whether as a whole."""
    is_whole, state = marks.get(order.id), _entry_state(order, profile)
    if is_whole is not None:
        told = {} if is_whole else {"state": state}
        state = plain(profile.locale, "orders-entry-withdrawn" if is_whole else "orders-entry-part", **told)
    return {"id": order.id, "number": order.number, "state": state, "late": order.late and not is_whole}


def _entry_state(order: OrderSummary, profile: Profile) -> str:
    """Of several parcels how many have arrived, unless the slowest one tells something more pressing."""
    if order.state in UNEVENTFUL and 0 < order.arrived_count < order.parcel_count:
        counts = {"arrived": order.arrived_count, "count": order.parcel_count}
        return plain(profile.locale, "orders-entry-partly", **counts)
    return state_label(order.state, profile)


def choosing(numbers: Iterable[str], *, wish: str | None = None, by: str | None = None) -> dict[str, Any]:
    """Start data of the list of orders that asks which of these is meant, and goes on with the wish.

    `by` is the day by which it is to come, where the wish is to know when it does.
    """
    said = {name: value for name, value in {"wish": wish, "by": by}.items() if value}
    return {"numbers": list(numbers)} | said | noticing("orders-choose")


async def _on_order(_: CallbackQuery, __: Any, manager: DialogManager, order_id: int) -> None:
    begun = started_with(manager)
    said = {name: value for name, value in begun.items() if name in SAID}
    if said.get("wish") == "delivery_time":
        profile, now = manager.middleware_data["profile"], manager.middleware_data["clock"].now()
        said |= await notice_of_order(order_id, begun.get("by"), profile, now=now)
        said |= {name: value for name, value in begun.items() if name == "asked"}
    await manager.start(WISHED.get(said.get("wish", ""), Order.card), {"order_id": order_id} | said)
