"""The text of a campaign in each language, typed as it is to look; the length is checked at once."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.letters import text_locale
from bot.config import LOCALES, Locale, Settings
from bot.i18n import Markup, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import current, language_entries, language_of, length_of, longest, look, refuse, save
from dialogs.offer_states import OfferText
from dialogs.staff_door import behind_door, reader_of
from dialogs.widgets import Block, Label, choices, fit, go_back


async def write_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    campaign, locale = await look(dialog_manager), reader.locale
    language, to_customers = language_of(dialog_manager, reader), campaign.kind == "customers"
    is_missing = to_customers and any(each not in campaign.texts for each in LOCALES)
    is_post_to_come = campaign.is_writable and not to_customers
    return {
        "text": _text(campaign, language, reader, settings),
        "languages": language_entries(campaign, language),
        "written": language in campaign.texts,
        "may_hold": is_missing and campaign.missing != "hold",
        "may_fall_back": is_missing and campaign.missing != "fallback",
        "labelled": campaign.labelled,
        "unlabelled": not campaign.labelled,
        "may_pin": is_post_to_come and not campaign.pin,
        "may_unpin": is_post_to_come and campaign.pin,
        "is_silent": campaign.is_writable and campaign.silent,
        "rings": campaign.is_writable and not campaign.silent,
        "language": plain(locale, f"language-name-{language}"),
    }


def _text(campaign: CampaignFacts, language: Locale, reader: Reader, settings: Settings) -> Markup:
    """What is asked for, the text so far as it will look, and what happens without one."""
    locale = reader.locale
    name = plain(locale, f"language-name-{language}")
    asked = html(locale, "offer-text-ask", language=name, most=longest(campaign))
    label = _around(campaign, locale)
    if written := campaign.texts.get(language):
        length = length_of(campaign, written, language, settings)
        told = html(locale, "offer-text-so-far", length=length, most=longest(campaign))
        return fit([asked, label, told, Markup(written)], html(locale, "error-cut"), separator="\n\n")
    return lines([asked, label, _missing(campaign, language, reader)], "\n\n")


def _around(campaign: CampaignFacts, locale: Locale) -> Markup:
    """What stands above and below it without their doing, and where it already stands."""
    label = html(locale, "offer-text-labelled" if campaign.labelled else "offer-text-unlabelled")
    if campaign.kind == "customers":
        return Markup(f"{label} {html(locale, 'offer-text-stop')}")
    return lines([label, html(locale, "offer-text-posted") if campaign.is_posted else Markup()], "\n\n")


def _missing(campaign: CampaignFacts, language: Locale, reader: Reader) -> Markup:
    name = plain(reader.locale, f"language-name-{language}")
    if campaign.kind == "channel":
        return html(reader.locale, "offer-text-left-out", language=name)
    if campaign.missing == "ask":
        return html(reader.locale, "offer-text-undecided", language=name)
    other = text_locale(campaign, language)
    if other:
        said = plain(reader.locale, f"language-name-{other}")
        return html(reader.locale, "offer-text-falls-back", language=name, other=said)
    return html(reader.locale, "offer-text-held", language=name)


async def on_language(_: CallbackQuery, __: Any, manager: DialogManager, language: str) -> None:
    manager.dialog_data["language"] = language


async def on_text(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Kept as it was formatted; what is too long is told, and what stood there before stays."""
    language, text = language_of(manager, reader_of(manager)), message.html_text
    campaign = await current(manager)
    length = length_of(campaign, text, language, manager.middleware_data["settings"])
    if length > longest(campaign):
        over = length - longest(campaign)
        await refuse(manager, message, "offer-text-too-long", length=length, most=longest(campaign), over=over)
        return
    if text.strip():
        await save(manager, message, texts={language: text})


async def on_remove(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await save(manager, callback, texts={language_of(manager, reader_of(manager)): ""})


async def on_missing(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await save(manager, callback, missing="hold" if button.widget_id == "to_hold" else "fallback")


async def on_label(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await save(manager, callback, labelled=button.widget_id == "label_on")


async def on_sound(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await save(manager, callback, silent=button.widget_id == "sound_off")


async def on_pin(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await save(manager, callback, pin=button.widget_id == "pin_on")


write_window = Window(
    Block("text"),
    MessageInput(on_text, content_types=[ContentType.TEXT]),
    Row(choices("language", "languages", on_language)),
    Button(Label("offer-text-remove-button", "language"), id="remove", on_click=on_remove, when="written"),
    Row(
        Button(Label("offer-missing-hold-button"), id="to_hold", on_click=on_missing, when="may_hold"),
        Button(Label("offer-missing-fallback-button"), id="to_fallback", on_click=on_missing, when="may_fall_back"),
    ),
    Row(
        Button(Label("offer-label-off-button"), id="label_off", on_click=on_label, when="labelled"),
        Button(Label("offer-label-on-button"), id="label_on", on_click=on_label, when="unlabelled"),
        Button(Label("offer-sound-off-button"), id="sound_off", on_click=on_sound, when="rings"),
        Button(Label("offer-sound-on-button"), id="sound_on", on_click=on_sound, when="is_silent"),
    ),
    Button(Label("offer-pin-on-button"), id="pin_on", on_click=on_pin, when="may_pin"),
    Button(Label("offer-pin-off-button"), id="pin_off", on_click=on_pin, when="may_unpin"),
    Button(Label("menu-back-button"), id="text_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferText.write,
    getter=write_getter,
)


def build() -> Dialog:
    return behind_door(write_window, right=Right.MARKET)
