"""The privacy notice, as Telegram and the law want it at hand (PRV-01)."""

from typing import Any

from aiogram_dialog import Dialog, Window

from bot.config import Settings
from bot.customers.notice import privacy_text
from bot.customers.profile import Profile
from dialogs.states import Privacy
from dialogs.widgets import Block, footer


async def text_getter(profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    return {"text": privacy_text(profile.locale, settings)}


text_window = Window(Block("text"), footer("privacy"), state=Privacy.text, getter=text_getter)


def build() -> Dialog:
    return Dialog(text_window)
