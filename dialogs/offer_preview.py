"""A campaign exactly as it will be sent, in each language; and a test send to oneself, on the way that all will go."""

from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendMediaGroup, SendMessage, SendPhoto, SendVideo, TelegramMethod
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Row

from bot.broadcasts.letters import text_locale
from bot.broadcasts.trying import sample_letters, send_test
from bot.config import LOCALES, Locale
from bot.i18n import html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import language_of, look, refuse, served_entry
from dialogs.offer_states import OfferPreview
from dialogs.staff_door import behind_door, reader_of
from dialogs.widgets import Block, Label, choices, go_back, toast

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    "sendMessage": SendMessage,
    "sendPhoto": SendPhoto,
    "sendVideo": SendVideo,
    "sendMediaGroup": SendMediaGroup,
}


async def choice_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    campaign, locale = await look(dialog_manager), reader.locale
    served = [each for each in LOCALES if text_locale(campaign, each)]
    if campaign.kind == "channel":  # one post has all languages
        served = served[:1]
    told = html(locale, "offer-preview-languages", which=" · ".join(served_entry(campaign, each) for each in LOCALES))
    language = language_of(dialog_manager, reader)
    chosen = language if language in served else next(iter(served), None)
    return {
        "text": lines([html(locale, "offer-preview-ask"), told], "\n\n"),
        "languages": [{"id": each, "label": f"👁 {each.upper()}"} for each in served],
        "language": plain(locale, f"language-name-{chosen or language}"),
        "any": bool(served),
    }


async def on_language(callback: CallbackQuery, _: Any, manager: DialogManager, language: str) -> None:
    """The letters come above, the screen below them."""
    locale = next((each for each in LOCALES if each == language), None)
    campaign, given = await look(manager), manager.middleware_data
    if locale is None or text_locale(campaign, locale) is None:
        return
    manager.dialog_data["language"] = locale
    try:
        for letter in await sample_letters(campaign, locale, settings=given["settings"]):
            await _show(given["bot"], given["profile"].chat_id, letter.method, dict(letter.params))
    except TelegramBadRequest as error:
        await refuse(manager, callback, "offer-preview-refused", why=error.message[:120])
        return
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def on_test(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    campaign, given = await look(manager), manager.middleware_data
    reader = reader_of(manager)
    locale = _served(language_of(manager, reader), [each for each in LOCALES if text_locale(campaign, each)])
    if locale is None:
        return
    chat_id = given["profile"].chat_id
    await send_test(campaign, locale, chat_id=chat_id, settings=given["settings"], now=given["clock"].now())
    await toast(callback, plain(reader.locale, "offer-test-toast"))


def _served(language: Locale, served: list[Locale]) -> Locale | None:
    return language if language in served else next(iter(served), None)


async def _show(bot: Bot, chat_id: int, method: str, params: dict[str, Any]) -> None:
    await bot(METHODS[method].model_validate({"chat_id": chat_id} | params))


choice_window = Window(
    Block("text"),
    Row(choices("preview", "languages", on_language)),
    Button(Label("offer-test-button", "language"), id="test", on_click=on_test, when="any"),
    Button(Label("menu-back-button"), id="preview_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferPreview.choice,
    getter=choice_getter,
)


def build() -> Dialog:
    return behind_door(choice_window, right=Right.MARKET)
