"""The choice of language: asked once at the start, changeable for ever."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select
from aiogram_dialog.widgets.text import Format

from bot.config import LOCALES, Locale
from bot.customers.profile import Profile, choose_locale
from bot.i18n import plain
from dialogs.agreeing import ask_after_linking
from dialogs.staff_commands import show_commands_to_staff
from dialogs.states import Language, Linking
from dialogs.widgets import Label, Notice, T, go_back, go_home, started_with, toast


async def choice_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """Each language in its own tongue, the guessed or chosen one first."""
    ordered = sorted(LOCALES, key=lambda locale: locale != profile.locale)
    return {
        "languages": [{"code": code, "label": _label(code, profile.locale)} for code in ordered],
        "later": not started_with(dialog_manager).get("first"),
    }


def _label(code: Locale, current: Locale) -> str:
    name = plain(code, f"language-name-{code}")
    return f"✓ {name}" if code == current else name


async def on_language(callback: CallbackQuery, _: Any, manager: DialogManager, code: str) -> None:
    profile: Profile = manager.middleware_data["profile"]
    chosen: Locale = next((locale for locale in LOCALES if locale == code), profile.locale)
    await choose_locale(profile.chat_id, chosen)
    manager.middleware_data["profile"] = replace(profile, locale=chosen, locale_chosen=True)
    given = manager.middleware_data
    await show_commands_to_staff(given["bot"], profile.chat_id, settings=given["settings"])
    await toast(callback, plain(chosen, "language-changed-toast"))
    await _go_on(manager)


async def _go_on(manager: DialogManager) -> None:
    """A newcomer goes on to linking, anybody else back to where they came from."""
    profile: Profile = manager.middleware_data["profile"]
    if not started_with(manager).get("first"):
        await go_back(manager)
    elif profile.is_linked:
        await go_home(manager)
        await ask_after_linking(manager)
    else:
        await manager.start(Linking.ways, {"welcome": True}, mode=StartMode.RESET_STACK)


async def on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await go_back(manager)


choice_window = Window(
    Notice(),
    T("language-choose"),
    Column(
        Select(
            Format("{item[label]}"),
            id="language",
            item_id_getter=lambda language: language["code"],
            items="languages",
            on_click=on_language,
        )
    ),
    Button(Label("menu-back-button"), id="back", on_click=on_back, when="later"),
    state=Language.choice,
    getter=choice_getter,
)


def build() -> Dialog:
    return Dialog(choice_window)
