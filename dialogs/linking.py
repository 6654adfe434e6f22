"""Linking a chat to purchases: the three ways, the two questions of the third, and the masked account to confirm."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, KeyboardButton, Message, ReplyKeyboardMarkup
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.customers.linking import link_contact, link_order, preview_contact, preview_order
from bot.customers.offers import LinkOffer, MaskedAccount
from bot.customers.profile import Profile
from bot.errors import CustomerError, NotFoundError
from bot.i18n import Markup, html, lines, plain
from bot.shop.numbers import normalise_number
from dialogs.agreeing import ask_after_linking
from dialogs.states import Language, Linking
from dialogs.widgets import Block, Label, Notice, T, footer, go_home, noticing, shorten, started_with

LONGEST_NUMBER = 64
LONGEST_PROOF = 320


async def ways_getter(dialog_manager: DialogManager, profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    locale = profile.locale
    welcome = lines([html(locale, "menu-welcome", shop=settings.shop_name), html(locale, "menu-welcome-privacy")])
    intro = html(profile.locale, "link-intro", shop=settings.shop_name)
    shown = [welcome if started_with(dialog_manager).get("welcome") else Markup(), intro]
    return {"text": lines(shown, "\n\n")}


async def on_contact(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Only a keyboard under the typing field can ask for a contact, so it comes in a message of its own."""
    locale = manager.middleware_data["profile"].locale
    share = KeyboardButton(text=plain(locale, "link-contact-button"), request_contact=True)
    cancel = KeyboardButton(text=plain(locale, "link-cancel-button"))
    keyboard = ReplyKeyboardMarkup(keyboard=[[share], [cancel]], resize_keyboard=True, one_time_keyboard=True)
    bot: Bot = manager.middleware_data["bot"]
    await bot.send_message(callback.from_user.id, html(locale, "link-ask-contact"), reply_markup=keyboard)


async def on_number(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Any number is taken, known or not: whether it exists is told only together with the proof."""
    if "@" in (message.text or "") and manager.dialog_data.get("number"):
        await on_proof(message, _, manager)  # they mend the address they had mistyped, not the number
        return
    number = shorten(message.text or "", LONGEST_NUMBER)
    readable = any(character.isalnum() for character in normalise_number(number))
    manager.dialog_data.update(unreadable=not readable, refused=None)
    if readable:
        manager.dialog_data["number"] = number
        if proof := manager.dialog_data.get("proof") or started_with(manager).get("proof"):
            await _prove(str(proof), manager)  # they have told their address already
        else:
            await manager.switch_to(Linking.proof)


async def number_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    refused = dialog_manager.dialog_data.get("refused")
    return {
        "refused": html(profile.locale, refused) if refused else Markup(),
        "unreadable": dialog_manager.dialog_data.get("unreadable", False),
    }


async def proof_getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"number": dialog_manager.dialog_data["number"]}


async def on_proof(message: Message, _: MessageInput, manager: DialogManager) -> None:
    await _prove(message.text or "", manager)


async def _prove(proof: str, manager: DialogManager) -> None:
    """The try is counted before it is judged; unknown and wrong have one answer (ID-03)."""
    manager.dialog_data["proof"] = proof[:LONGEST_PROOF]
    try:
        offer = await _preview(manager)
    except CustomerError as refusal:
        await _refuse(manager, refusal)
        return
    if offer.already_linked:
        await go_home(manager, noticing("link-already"))
    else:
        await manager.switch_to(Linking.offer)


async def _refuse(manager: DialogManager, refusal: CustomerError) -> None:
    manager.dialog_data["refused"] = refusal.key
    await manager.switch_to(Linking.number)


async def offer_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    return {"text": offer_text(await _preview(dialog_manager), profile)}


async def _preview(manager: DialogManager) -> LinkOffer:
    """The offer, proven anew: a shared contact starts this screen, else number and proof were typed."""
    chat_id = manager.middleware_data["profile"].chat_id
    if phone := started_with(manager).get("phone"):
        offer = await preview_contact(phone, owner_id=chat_id, sender_id=chat_id)
        if offer is None:
            raise NotFoundError
        return offer
    number, proof = _told(manager)
    return await preview_order(chat_id, number, proof, now_real=real_now())


def _told(manager: DialogManager) -> tuple[str, str]:
    """Number and proof, as they were asked for; who wrote both in one message starts with them."""
    told = {**started_with(manager), **manager.dialog_data}
    return told["number"], told["proof"]


def offer_text(offer: LinkOffer, profile: Profile) -> Markup:
    """The masked account or accounts, to be confirmed before anything is linked."""
    locale = profile.locale
    known = [text for account in offer.accounts if (text := _account(account, profile))]
    if not known and offer.order_number:
        known = [html(locale, "link-offer-order", number=offer.order_number)]
    return lines([html(locale, "link-offer"), *known, html(locale, "link-offer-foot")], "\n\n")


def _account(account: MaskedAccount, profile: Profile) -> Markup:
    told = {"name": account.name, "email": account.email, "phone": account.phone, "address": account.address}
    return lines(html(profile.locale, f"link-offer-{part}", **{part: text}) for part, text in told.items() if text)


async def on_confirm(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    clock: Clock = manager.middleware_data["clock"]
    try:
        linked = await _link(manager, now=clock.now())
    except CustomerError as refusal:
        await _refuse(manager, refusal)
    else:
        await show_linked(manager, linked)


async def _link(manager: DialogManager, *, now: datetime) -> tuple[int, ...]:
    chat_id = manager.middleware_data["profile"].chat_id
    if phone := started_with(manager).get("phone"):
        return await link_contact(chat_id, phone, owner_id=chat_id, sender_id=chat_id, now=now)
    number, proof = _told(manager)
    return (await link_order(chat_id, number, proof, now=now, now_real=real_now()),)


async def show_linked(manager: DialogManager, customer_ids: Iterable[int]) -> None:
    """Home with the new purchases; somebody who came by a deep link is asked for their language first."""
    profile: Profile = manager.middleware_data["profile"]
    known = tuple(dict.fromkeys([*profile.customer_ids, *customer_ids]))
    manager.middleware_data["profile"] = replace(profile, customer_ids=known)
    if profile.locale_chosen:
        await go_home(manager, noticing("link-done"))
        await ask_after_linking(manager)
    else:
        first = noticing("link-done") | {"first": True}
        await manager.start(Language.choice, first, mode=StartMode.RESET_STACK)


ways_window = Window(
    Notice(),
    Block("text"),
    Button(Label("link-contact-button"), id="contact", on_click=on_contact),
    SwitchTo(Label("link-order-button"), id="by_number", state=Linking.number),
    footer("ways"),
    state=Linking.ways,
    getter=ways_getter,
)

number_window = Window(
    Notice(),
    Block("refused"),
    T("link-number-unreadable", when="unreadable"),
    T("link-ask-number"),
    MessageInput(on_number, content_types=[ContentType.TEXT]),
    SwitchTo(Label("link-other-button"), id="other", state=Linking.ways),
    footer("number"),
    state=Linking.number,
    getter=number_getter,
)

proof_window = Window(
    T("link-ask-proof", "number"),
    MessageInput(on_proof, content_types=[ContentType.TEXT]),
    SwitchTo(Label("link-other-button"), id="another", state=Linking.number),
    footer("proof"),
    state=Linking.proof,
    getter=proof_getter,
)

offer_window = Window(
    Block("text"),
    Button(Label("link-confirm-button"), id="confirm", on_click=on_confirm),
    SwitchTo(Label("link-cancel-button"), id="cancel", state=Linking.ways),
    state=Linking.offer,
    getter=offer_getter,
)


def build() -> Dialog:
    return Dialog(ways_window, number_window, proof_window, offer_window)
