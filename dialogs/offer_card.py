"""The draft of a campaign on one screen: what it has so far, and the way to each part of it."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.broadcasts.campaigns import duplicate
from bot.broadcasts.running import cancel
from bot.config import Settings
from bot.errors import CustomerError
from bot.i18n import html, lines
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import about_it, campaign_id_of, look, refuse, save
from dialogs.offer_names import segment_names
from dialogs.offer_states import (
    Offer,
    OfferAudience,
    OfferButtons,
    OfferCheck,
    OfferMedia,
    OfferPreview,
    OfferPrice,
    OfferRun,
    OfferText,
    OfferTime,
)
from dialogs.offer_sure import are_you_sure
from dialogs.offer_wording import contents, head, segment_text, when_text
from dialogs.staff_door import behind_door, staff_id_of
from dialogs.widgets import Block, Label, T, fit, go_back


async def card_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    campaign, locale = await look(dialog_manager), reader.locale
    to_customers = campaign.kind == "customers"
    names = await segment_names(campaign.segment, reader)
    whom = lines([html(locale, "offer-for"), segment_text(campaign.segment, reader, names)]) if to_customers else None
    blocks = [head(campaign, reader), contents(campaign, reader), whom, when_text(campaign, reader, settings)]
    return {
        "text": fit([each for each in blocks if each], html(locale, "error-cut"), separator="\n\n"),
        "to_customers": to_customers,
        "is_draft": campaign.is_writable,
        "is_none": not campaign.is_writable,
        "has_text": bool(campaign.texts),
        "title": campaign.title,
    }


def _opening(state: State) -> Any:
    async def on_click(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await manager.start(state, about_it(manager))

    return on_click


async def on_title(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if (title := " ".join((message.text or "").split())) and await save(manager, message, title=title):
        await manager.switch_to(Offer.card)


async def on_copy(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The copy opens as a screen of its own, so that a second tap makes no second one; its progress comes to them."""
    now = manager.middleware_data["clock"].now()
    copy = await duplicate(campaign_id_of(manager), author_id=staff_id_of(manager), now=now)
    await manager.start(Offer.card, {"campaign_id": copy})


async def on_drop(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    given = manager.middleware_data
    try:
        await cancel(campaign_id_of(manager), by=staff_id_of(manager), now=given["clock"].now())
    except CustomerError as refusal:
        await refuse(manager, callback, refusal.key, **refusal.values)
    await go_back(manager)


card_window = Window(
    Block("text"),
    Row(
        Button(Label("offer-texts-button"), id="to_text", on_click=_opening(OfferText.write)),
        Button(Label("offer-media-button"), id="to_media", on_click=_opening(OfferMedia.add)),
        when="is_draft",
    ),
    Row(
        Button(Label("offer-buttons-button"), id="to_buttons", on_click=_opening(OfferButtons.list)),
        Button(Label("offer-price-button"), id="to_price", on_click=_opening(OfferPrice.write)),
        when="is_draft",
    ),
    Row(
        Button(
            Label("offer-audience-button"), id="to_audience", on_click=_opening(OfferAudience.menu), when="to_customers"
        ),
        Button(Label("offer-time-button"), id="to_time", on_click=_opening(OfferTime.menu)),
        when="is_draft",
    ),
    Button(Label("offer-preview-button"), id="to_preview", on_click=_opening(OfferPreview.choice), when="has_text"),
    Button(Label("offer-check-button"), id="to_check", on_click=_opening(OfferCheck.findings), when="is_draft"),
    Button(Label("offer-run-button"), id="to_run", on_click=_opening(OfferRun.card), when="is_none"),
    Row(
        SwitchTo(Label("offer-rename-button"), id="to_title", state=Offer.title, when="is_draft"),
        Button(Label("offer-copy-button"), id="copy", on_click=on_copy),
        SwitchTo(Label("offer-drop-button"), id="to_drop", state=Offer.drop, when="is_draft"),
    ),
    Button(Label("menu-back-button"), id="offer_back", on_click=lambda _, __, manager: go_back(manager)),
    state=Offer.card,
    getter=card_getter,
)

title_window = Window(
    T("offer-title-ask"),
    MessageInput(on_title, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="rename_back", state=Offer.card),
    state=Offer.title,
)

drop_window = are_you_sure("drop", on_drop, when="is_draft", state=Offer.drop, back=Offer.card, getter=card_getter)


def build() -> Dialog:
    return behind_door(card_window, title_window, drop_window, right=Right.MARKET)
