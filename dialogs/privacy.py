"""The privacy notice (PRV-01) with what one can do about one's data: a copy at once, the erasure, the consents."""

from datetime import timedelta
from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Start

from bot.callbacks import EraseData
from bot.clock import Clock, real_now
from bot.config import Settings
from bot.customers.notice import privacy_text
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.privacy.export import as_text, export_data, note_export
from bot.privacy.outlook import Outlook, what_erasure_takes
from bot.privacy.subject import known_to_chat
from dialogs.states import Consents, Privacy
from dialogs.widgets import Block, Label, footer

# A tap on the second button weeks later, by mistake, must not erase anything.
CONFIRMED_WITHIN = timedelta(minutes=15)


async def text_getter(profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    return {"text": privacy_text(profile.locale, settings)}


async def on_export(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """A file below the notice, which stays."""
    manager.show_mode = ShowMode.NO_UPDATE
    given = manager.middleware_data
    profile: Profile = given["profile"]
    clock: Clock = given["clock"]
    bot: Bot = given["bot"]
    now, locale = clock.now(), profile.locale
    subject = await known_to_chat(profile.chat_id)
    copy = await export_data(subject, settings=given["settings"], locale=locale, now=now)
    await note_export(subject, now=now)
    masked = html(locale, "privacy-export-masked") if subject.unproven else Markup()
    caption = lines([html(locale, "privacy-export-caption", at=now, tz=profile.tz), masked], "\n\n")
    name = f"{plain(locale, 'privacy-export-file-button')}-{now.astimezone(profile.tz):%Y-%m-%d}.json"
    await bot.send_document(callback.from_user.id, BufferedInputFile(as_text(copy).encode(), name), caption=caption)


async def on_erase(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.show_mode = ShowMode.NO_UPDATE
    given = manager.middleware_data
    await ask_whether_to_erase(given["bot"], given["profile"], given["clock"])


async def ask_whether_to_erase(bot: Bot, profile: Profile, clock: Clock) -> None:
    """What would go and what would stay, in a message whose buttons need no dialog: that is erased, too."""
    outlook = await what_erasure_takes(profile.chat_id, now=clock.now())
    until = int((real_now() + CONFIRMED_WITHIN).timestamp())
    rows = [
        [_button(plain(profile.locale, "privacy-erase-confirm-button"), EraseData(before=until))],
        [_button(plain(profile.locale, "privacy-erase-keep-button"), EraseData(before=0))],
    ]
    text = _warning(outlook, profile)
    await bot.send_message(profile.chat_id, text, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


def _warning(outlook: Outlook, profile: Profile) -> Markup:
    locale = profile.locale
    told = {
        "privacy-erase-orders": outlook.open_orders,
        "privacy-erase-returns": outlook.open_returns,
        "privacy-erase-cases": outlook.open_cases,
        "privacy-erase-points": outlook.points,
        "privacy-erase-shared": outlook.shared,
    }
    losses = lines(html(locale, key, count=count) for key, count in told.items() if count > 0)
    return lines([html(locale, "privacy-erase-ask"), losses], "\n\n")


def _button(label: str, data: EraseData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())


text_window = Window(
    Block("text"),
    Button(Label("privacy-export-button"), id="export", on_click=on_export),
    Start(Label("consent-diary-button"), id="consents", state=Consents.diary),
    Button(Label("privacy-erase-button"), id="erase", on_click=on_erase),
    footer("privacy"),
    state=Privacy.text,
    getter=text_getter,
)


def build() -> Dialog:
    return Dialog(text_window)
