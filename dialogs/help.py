"""Help: what one can ask and tap, how to reach the shop, and how it takes things back."""

from datetime import datetime
from typing import Any

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Start, Url
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.returns.policies import current_policy
from bot.shop.reading import web_address
from bot.tickets.hours import next_opening
from dialogs.helpful import helpful_row
from dialogs.states import Help, Orders, Privacy
from dialogs.widgets import Block, Label, footer, noticing


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


async def contact_getter(profile: Profile, settings: Settings, clock: Clock, **_: Any) -> dict[str, Any]:
    """Where the shop is reached, and whether somebody is there now."""
    locale, contact = profile.locale, settings.shop_contact
    told = [
        html(locale, "contact-title", shop=settings.shop_name),
        html(locale, "contact-at", contact=contact) if contact else html(locale, "contact-mail"),
        _hours(profile, settings, clock.now()) if settings.staff_chat_id is not None else Markup(),
    ]
    return {"text": lines(told), "website": web_address(settings.shop_url)}


def _hours(profile: Profile, settings: Settings, now: datetime) -> Markup:
    opening = next_opening(now, settings)
    if opening is None or opening <= now:
        return html(profile.locale, "contact-here")
    return html(profile.locale, "contact-here-later", at=opening, tz=profile.tz)


async def returns_getter(profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    """The shop's rules as they are in general; what holds for an order stands on its card."""
    locale, policy = profile.locale, await current_policy()
    days = policy.periods.withdrawal_days
    told = [
        html(locale, "returns-title", shop=settings.shop_name),
        html(locale, "returns-withdrawal", days=days),
        html(locale, "returns-goodwill", days=policy.goodwill_days) if policy.goodwill_days > days else Markup(),
        html(locale, "returns-products"),
        html(locale, "returns-defect", months=policy.periods.warranty_months),
        html(locale, "returns-cost" if policy.customer_pays else "returns-free"),
    ]
    return {"text": lines([lines(told), html(locale, "returns-how")], "\n\n"), "linked": profile.is_linked}


text_window = Window(
    Block("text"),
    Url(Label("help-website-button"), Format("{website}"), when="website"),
    Start(Label("menu-privacy-button"), id="privacy", state=Privacy.text),
    footer("help"),
    state=Help.text,
    getter=text_getter,
)


contact_window = Window(
    Block("text"),
    Url(Label("help-website-button"), Format("{website}"), when="website"),
    helpful_row("contact"),
    footer("contact"),
    state=Help.contact,
    getter=contact_getter,
)

returns_window = Window(
    Block("text"),
    Start(
        Label("return-start-button"),
        id="send_back",
        state=Orders.page,
        data={"wish": "return_item"} | noticing("return-which"),
        when="linked",
    ),
    helpful_row("returns"),
    footer("returns"),
    state=Help.returns,
    getter=returns_getter,
)


def build() -> Dialog:
    return Dialog(text_window, contact_window, returns_window)
