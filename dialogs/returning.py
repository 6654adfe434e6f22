"""Sending something back: which items and how many, why, pictures where they help; then dialogs/returning_wish.py."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.returns.line import LineBack
from bot.returns.looking import returns_holding
from bot.returns.paths import Closed
from bot.returns.photos import MOST_PHOTOS
from bot.returns.reasons import WITH_NOTE
from dialogs.item_names import ON_BUTTON, item_names
from dialogs.photos import TooLargeError, is_rest_of_album, photo_of
from dialogs.returning_draft import Draft, draft_of, named_pieces, offer_of, said_at_first
from dialogs.returning_elsewhere import elsewhere, elsewhere_buttons, is_said_to_be_here
from dialogs.returning_given import given_buttons, given_entries
from dialogs.returning_more import more_window
from dialogs.returning_reason import choose_reason, keep_words, reason_window
from dialogs.returning_text import pieces_text, reason_read
from dialogs.returning_wish import (
    done_window,
    exchange_window,
    go_to_wish,
    refused_window,
    summary_window,
    wish_window,
)
from dialogs.states import Order, Returning
from dialogs.widgets import Block, Label, as_id, footer, shorten, started_with, toast


async def pieces_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """What was named in words is chosen already, and one item of which there is one; a tap takes it back."""
    offer, data = await offer_of(dialog_manager), dialog_manager.dialog_data
    given = await given_entries(dialog_manager, is_any_left=bool(offer.lines))
    if draft_of(dialog_manager).follows is not None:
        offer = await offer_of(dialog_manager)
    if "chosen" not in data:
        if is_said_to_be_here(offer, dialog_manager):
            data["is_here"] = True
            offer = await offer_of(dialog_manager)
        said = started_with(dialog_manager)
        left = {line.id: line.at_hand for line in offer.lines}
        named = _named(said if draft_of(dialog_manager).follows == said.get("follows") else {})
        data["chosen"] = {str(each): n for each, n in named_pieces(left, **named).items()}
    draft = draft_of(dialog_manager)
    gone = {line.id for line, shut in offer.shut if shut.why is Closed.NOTHING_LEFT}
    held_by = await returns_holding(offer.order.id, gone, customer_ids=profile.customer_ids)
    follows = draft.follows is not None
    return {
        "text": pieces_text(offer, profile, held_by=held_by, follows=follows, is_more=bool(given)),
        "given": given,
        "is_given": draft.follows is not None,
        "pieces": [_entry(*each, draft) for each in zip(offer.lines, item_names(offer.lines, ON_BUTTON), strict=True)],
        "open": bool(offer.lines),
    } | elsewhere(offer)


def _named(said: dict[str, Any]) -> dict[str, int | None]:
    return {name: said.get(name) for name in ("line_id", "quantity")}


def _entry(line: LineBack, name: str, draft: Draft) -> dict[str, Any]:
    chosen = draft.chosen.get(line.id, 0)
    return {
        "id": line.id,
        "name": name,
        "mark": "☑️" if chosen else "⬜",
        "chosen": chosen,
        "left": line.at_hand,
    }


async def on_piece(_: CallbackQuery, __: Any, manager: DialogManager, line_id: int) -> None:
    """One more of it, and after the last none."""
    left = {line.id: line.at_hand for line in (await offer_of(manager)).lines}
    chosen = draft_of(manager).chosen
    if line_id in left:
        chosen[line_id] = (chosen.get(line_id, 0) + 1) % (left[line_id] + 1)
        manager.dialog_data["chosen"] = {str(each): count for each, count in chosen.items()}


async def on_chosen(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Items that only go different ways are sent back one after the other."""
    locale = manager.middleware_data["profile"].locale
    draft = draft_of(manager)
    if not draft.chosen:
        await toast(callback, plain(locale, "withdraw-nothing-toast"))
    elif not (await offer_of(manager)).ways(draft.chosen):
        await toast(callback, plain(locale, "return-not-together-alert"), alert=True)
    elif not await choose_reason(manager, said_at_first(manager, "reason")):
        await manager.switch_to(Returning.reason)


async def details_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    locale, draft = profile.locale, draft_of(dialog_manager)
    refused = dialog_manager.dialog_data.pop("refused", None)
    ask = "return-details-words" if draft.reason in WITH_NOTE else "return-details-photos"
    kept = [
        html(locale, "return-photos", count=len(draft.photos)) if draft.photos else Markup(),
        html(locale, "return-noted", note=shorten(draft.note, 200)) if draft.note else Markup(),
    ]
    told = [reason_read(draft, profile), html(locale, refused) if refused else html(locale, ask), lines(kept)]
    return {"text": lines(told, "\n\n")}


async def on_details(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Words are kept, every picture of an album is, and one answer is enough."""
    data = manager.dialog_data
    if is_rest_of_album(message, data.get("album")):
        manager.show_mode = ShowMode.EDIT
    data["album"] = message.media_group_id
    if words := (message.text or message.caption or "").strip():
        keep_words(manager, words)
    try:
        photo = photo_of(message)
    except TooLargeError as refusal:
        data["refused"] = refusal.key
        return
    photos = data.setdefault("photos", [])
    if photo and len(photos) >= MOST_PHOTOS:
        data["refused"] = "return-photos-enough"
    elif photo and photo.unique_id not in {each[1] for each in photos}:
        photos.append([photo.file_id, photo.unique_id, photo.kind])
    elif photo is None and not words:
        data["refused"] = "return-photo-only"


async def on_detailed(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    draft = draft_of(manager)
    if draft.reason in WITH_NOTE and not draft.note:
        await toast(callback, plain(manager.middleware_data["profile"].locale, "return-words-toast"))
    else:
        await go_to_wish(manager)


async def on_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Order.card, {"order_id": draft_of(manager).order_id})


pieces_window = Window(
    Block("text"),
    Column(
        Select(
            Label("withdraw-piece-button", "mark", "name", "chosen", "left"),
            id="piece",
            item_id_getter=lambda piece: piece["id"],
            items="pieces",
            type_factory=as_id,
            on_click=on_piece,
        )
    ),
    Button(Label("withdraw-chosen-button"), id="chosen", on_click=on_chosen, when="open"),
    elsewhere_buttons(),
    given_buttons(),
    Button(Label("order-card-button"), id="order", on_click=on_order),
    footer("pieces"),
    state=Returning.pieces,
    getter=pieces_getter,
)

details_window = Window(
    Block("text"),
    MessageInput(on_details, content_types=[ContentType.ANY]),
    Button(Label("withdraw-chosen-button"), id="detailed", on_click=on_detailed),
    SwitchTo(Label("menu-back-button"), id="details_back", state=Returning.reason),
    state=Returning.details,
    getter=details_getter,
)


def build() -> Dialog:
    return Dialog(
        pieces_window,
        reason_window,
        details_window,
        wish_window,
        exchange_window,
        summary_window,
        more_window,
        refused_window,
        done_window,
    )
