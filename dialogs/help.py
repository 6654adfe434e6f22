"""Help: what one can ask and tap, and how to reach the shop."""

from typing import Any

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Start, Url
from aiogram_dialog.widgets.text import Format

from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.shop.reading import web_address
from dialogs.states import Help, Privacy
from dialogs.widgets import Block, Label, footer


async def text_getter(profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    shop, contact = settings.shop_name, settings.shop_contact
    return {
        "text": lines(
            [
                html(profile.locale, "help-text", shop=shop),
                html(profile.locale, "help-contact", shop=shop, contact=contact) if contact else Markup(),
            ],
            "\n\n",
        ),
        "website": web_address(settings.shop_url),
    }


text_window = Window(
    Block("text"),
    Url(Label("help-website-button"), Format("{website}"), when="website"),
    Start(Label("menu-privacy-button"), id="privacy", state=Privacy.text),
    footer("help"),
    state=Help.text,
    getter=text_getter,
)


def build() -> Dialog:
    return Dialog(text_window)
