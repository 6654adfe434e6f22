"""Something from another order in the same parcel: which order, then the same questions; all of it is sent at once."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from bot.customers.profile import Profile
from bot.returns.policies import current_policy
from bot.returns.requests import WayClosedError
from bot.returns.together import MOST_LISTED, OtherOrder, list_others, preview_together
from bot.shop.facts import ProductFacts
from bot.shop.products import find_by_sku
from dialogs.returning_draft import Draft, draft_of, drop_draft, keep_draft, kept_drafts, offer_for
from dialogs.returning_text import Part
from dialogs.states import Returning
from dialogs.widgets import Label, T, as_id


async def parts_of(manager: DialogManager) -> list[Part]:
    """Everything that is to go, this order last; WayClosedError and the others of `ask` where something has changed."""
    given = manager.middleware_data
    found = []
    for draft in (*kept_drafts(manager), draft_of(manager)):
        offer = await offer_for(manager, draft)
        way = draft.way(offer)
        if way is None or not draft.chosen:
            raise WayClosedError
        found.append((draft, offer, way))
    money = await preview_together(
        [draft.wish(way) for draft, _, way in found],
        customer_ids=given["profile"].customer_ids,
        policy=await current_policy(),
        settings=given["settings"],
        now=given["clock"].now(),
    )
    return [Part(draft, offer, way, money[draft.order_id], await _other(draft)) for draft, offer, way in found]


async def _other(draft: Draft) -> ProductFacts | None:
    return await find_by_sku(draft.exchange_sku) if draft.exchange_sku else None


async def others_of(manager: DialogManager, *, most: int = MOST_LISTED) -> list[OtherOrder]:
    """Orders that could go into the parcel as well."""
    given = manager.middleware_data
    return await list_others(
        [each.order_id for each in (draft_of(manager), *kept_drafts(manager))],
        customer_ids=given["profile"].customer_ids,
        policy=await current_policy(),
        settings=given["settings"],
        now=given["clock"].now(),
        most=most,
    )


async def more_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """Each with its number and the day on which it was bought."""
    found = await others_of(dialog_manager)
    days = {each.id: each.placed_at.astimezone(profile.tz).date() for each in found}
    return {"orders": [{"id": each.id, "number": each.number, "day": days[each.id]} for each in found]}


async def on_order(_: CallbackQuery, __: Any, manager: DialogManager, order_id: int) -> None:
    if order_id in {each.id for each in await others_of(manager)}:
        keep_draft(manager, order_id)
        await manager.switch_to(Returning.pieces)


async def on_out(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if kept_drafts(manager):
        drop_draft(manager)
    await manager.switch_to(Returning.summary)


more_window = Window(
    T("return-more-ask", when="orders"),
    T("return-more-none", when=lambda data, *_: not data["orders"]),
    Column(
        Select(
            Label("return-more-order-button", "number", "day"),
            id="other_order",
            item_id_getter=lambda each: each["id"],
            items="orders",
            type_factory=as_id,
            on_click=on_order,
        )
    ),
    SwitchTo(Label("menu-back-button"), id="more_back", state=Returning.summary),
    state=Returning.more,
    getter=more_getter,
)
