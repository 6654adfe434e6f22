""" "Helpful?" below a screen that answered a question in words: the same taps as below an answer of the shop's own."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from bot.customers.profile import Profile
from bot.i18n import plain
from bot.support.asked import note_helpful
from dialogs.widgets import Label, started_with, toast

CHOSEN = "• "


class Thumb(Label):
    """The label, marked where it was tapped last."""

    def __init__(self, *, yes: bool) -> None:
        super().__init__("faq-helpful-button" if yes else "faq-not-helpful-button")
        self.yes = yes

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        label = await super()._render_text(data, manager)
        return f"{CHOSEN}{label}" if manager.dialog_data.get("helpful") is self.yes else label


def helpful_row(screen: str) -> Row:
    """There where a typed question has led to the screen; `screen` keeps the ids apart within a dialog."""
    return Row(
        Button(Thumb(yes=True), id=f"{screen}_helpful", on_click=_on_yes),
        Button(Thumb(yes=False), id=f"{screen}_unhelpful", on_click=_on_no),
        when=lambda _, __, manager: _asked(manager) > 0,
    )


async def _on_yes(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _note(callback, manager, yes=True)


async def _on_no(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _note(callback, manager, yes=False)


async def _note(callback: CallbackQuery, manager: DialogManager, *, yes: bool) -> None:
    """Tapped twice it is the same; the last tap counts."""
    profile: Profile = manager.middleware_data["profile"]
    await note_helpful(_asked(manager), yes=yes, chat_id=profile.chat_id)
    manager.dialog_data["helpful"] = yes
    staffed = manager.middleware_data["settings"].staff_chat_id is not None
    said = "yes" if yes else "no" if staffed else "no-alone"
    await toast(callback, plain(profile.locale, f"faq-helpful-{said}-toast"))


def _asked(manager: DialogManager) -> int:
    """The row of the question; 0 where none was noted."""
    asked = started_with(manager).get("asked")
    return asked if isinstance(asked, int) else 0
