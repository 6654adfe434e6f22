"""Pictures and videos of a campaign: one above the text, or an album that the text follows."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.rules import MOST_CAPTION, MOST_MEDIA
from bot.i18n import Markup, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import current, length_of, look, refuse, save
from dialogs.offer_states import OfferMedia
from dialogs.photos import is_rest_of_album
from dialogs.staff_door import behind_door, reader_of
from dialogs.widgets import Block, Label, choices, go_back

SIGNS = {"photo": "🖼", "video": "🎬"}


async def add_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    campaign, locale = await look(dialog_manager), reader.locale
    count = len(campaign.media)
    how = "posted" if campaign.is_posted else "none" if not count else "one" if count == 1 else "album"
    asked = Markup() if campaign.is_posted else html(locale, "offer-media-ask", most=MOST_MEDIA)
    return {
        "text": lines([asked, html(locale, f"offer-media-{how}", count=count)], "\n\n"),
        "media": [
            {
                "id": str(place),
                "label": plain(locale, "offer-media-remove-button", sign=SIGNS[each["kind"]], number=place + 1),
            }
            for place, each in enumerate(campaign.media)
            if not campaign.is_posted
        ],
        "several": count > 1 and not campaign.is_posted,
    }


async def on_media(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """An album comes in parts: each is added, and the screen stays one. A caption is the text, where there is none."""
    if is_rest_of_album(message, manager.dialog_data.get("album")):
        manager.show_mode = ShowMode.EDIT
    manager.dialog_data["album"] = message.media_group_id
    campaign = await look(manager)
    new = _media_of(message)
    if new is None:
        await refuse(manager, message, "offer-media-other")
    elif campaign.is_posted:
        await save(manager, message, media=[new])
    elif len(campaign.media) >= MOST_MEDIA:
        await refuse(manager, message, "offer-media-too-many", most=MOST_MEDIA)
    elif message.media_group_id is None and (languages := _too_long(campaign, manager)):
        await refuse(manager, message, "offer-media-text-too-long", languages=languages, most=MOST_CAPTION)
    else:
        await save(manager, message, media=[*campaign.media, new])
        await _keep_caption(message, manager)


async def on_remove(callback: CallbackQuery, _: Any, manager: DialogManager, place: str) -> None:
    campaign = await current(manager)
    kept = [each for number, each in enumerate(campaign.media) if str(number) != place]
    await save(manager, callback, media=kept)


async def on_remove_all(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await save(manager, callback, media=[])


def _media_of(message: Message) -> dict[str, str] | None:
    if message.photo:
        return {"kind": "photo", "file_id": message.photo[-1].file_id}
    return {"kind": "video", "file_id": message.video.file_id} if message.video else None


def _too_long(campaign: CampaignFacts, manager: DialogManager) -> str:
    """Languages whose text would not fit below a single picture."""
    if campaign.media:
        return ""
    settings = manager.middleware_data["settings"]
    lengths = {each: length_of(campaign, text, each, settings) for each, text in campaign.texts.items()}
    return ", ".join(each.upper() for each, length in lengths.items() if length > MOST_CAPTION)


async def _keep_caption(message: Message, manager: DialogManager) -> None:
    locale, campaign = reader_of(manager).locale, await look(manager)
    if message.caption and locale not in campaign.texts:
        await save(manager, message, texts={locale: message.html_text})


add_window = Window(
    Block("text"),
    MessageInput(on_media, content_types=[ContentType.ANY]),
    choices("part", "media", on_remove),
    Button(Label("offer-media-remove-all-button"), id="remove_all", on_click=on_remove_all, when="several"),
    Button(Label("menu-back-button"), id="media_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferMedia.add,
    getter=add_getter,
)


def build() -> Dialog:
    return behind_door(add_window, right=Right.MARKET)
