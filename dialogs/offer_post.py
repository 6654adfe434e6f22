"""A post that is in the channel: correct it where it stands, pin it, end it."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.broadcasts.correcting import end_now, set_pin
from bot.broadcasts.posted import find_posted
from bot.config import Settings
from bot.errors import CustomerError
from bot.i18n import html
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import about_it, look, refuse
from dialogs.offer_states import OfferButtons, OfferMedia, OfferPost, OfferPrice, OfferText
from dialogs.offer_sure import are_you_sure
from dialogs.offer_wording import contents, head, posted_text
from dialogs.staff_door import behind_door, staff_id_of
from dialogs.widgets import Block, Label, fit, go_back


async def menu_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    campaign, locale = await look(dialog_manager), reader.locale
    now = dialog_manager.middleware_data["clock"].now()
    post, is_over = await find_posted(campaign.id, settings=settings), campaign.is_over(now)
    blocks = [head(campaign, reader), contents(campaign, reader), html(locale, "offer-correct-ask")]
    if post:
        blocks.insert(1, posted_text(post, reader, settings))
    is_there = post is not None and post.is_there
    return {
        "text": fit(blocks, html(locale, "error-cut"), separator="\n\n"),
        "title": campaign.title,
        "may_change": campaign.is_posted,
        "has_buttons": campaign.is_posted and not is_over,  # what has ended shows none
        "may_picture": campaign.is_posted and len(campaign.media) <= 1,
        "may_pin": is_there and not is_over and not (post and post.pinned),
        "may_unpin": post is not None and post.pinned,
        "may_end": is_there and not is_over,
    }


def _opening(state: State) -> Any:
    async def on_click(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await manager.start(state, about_it(manager))

    return on_click


async def on_pin(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    given, pin = manager.middleware_data, button.widget_id == "pin"
    try:
        await set_pin(**_it(manager), pin=pin, settings=given["settings"], now=given["clock"].now())
    except CustomerError as refusal:
        await refuse(manager, callback, refusal.key, **refusal.values)


async def on_end(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    given = manager.middleware_data
    try:
        await end_now(**_it(manager), settings=given["settings"], now=given["clock"].now())
    except CustomerError as refusal:
        await refuse(manager, callback, refusal.key, **refusal.values)
    await manager.switch_to(OfferPost.menu)


def _it(manager: DialogManager) -> dict[str, Any]:
    """The post as it was seen, and whoever taps."""
    version = int(manager.dialog_data.get("version", 0))
    return about_it(manager) | {"version": version, "by": staff_id_of(manager)}


menu_window = Window(
    Block("text"),
    Row(
        Button(Label("offer-texts-button"), id="post_text", on_click=_opening(OfferText.write), when="may_change"),
        Button(Label("offer-media-button"), id="post_media", on_click=_opening(OfferMedia.add), when="may_picture"),
    ),
    Row(
        Button(Label("offer-buttons-button"), id="post_keys", on_click=_opening(OfferButtons.list), when="has_buttons"),
        Button(Label("offer-price-button"), id="post_price", on_click=_opening(OfferPrice.write), when="may_change"),
    ),
    Row(
        Button(Label("offer-pin-on-button"), id="pin", on_click=on_pin, when="may_pin"),
        Button(Label("offer-pin-off-button"), id="unpin", on_click=on_pin, when="may_unpin"),
        SwitchTo(Label("offer-end-button"), id="to_end", state=OfferPost.end, when="may_end"),
    ),
    Button(Label("menu-back-button"), id="post_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferPost.menu,
    getter=menu_getter,
)

end_window = are_you_sure("end", on_end, when="may_end", state=OfferPost.end, back=OfferPost.menu, getter=menu_getter)


def build() -> Dialog:
    return behind_door(menu_window, end_window, right=Right.MARKET)
