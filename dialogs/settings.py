"""Settings: language and time zone, and what we have written or not, and why (N7)."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Select, Start, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.config import Locale
from bot.customers.profile import Profile, choose_time_zone, load_profile
from bot.customers.time_zones import find_zones, known_zone, zone_name
from bot.i18n import Markup, html, lines, plain
from bot.outbox.listing import PushFacts, own_pushes
from bot.surveys.listing import NotAskedYet, own_unasked
from dialogs.states import Consents, Language, Settings
from dialogs.widgets import Label, T, footer, toast

# Where the customers of the languages we speak mostly are.
COMMON_ZONES = (
    "Europe/Berlin",
    "Europe/Luxembourg",
    "Europe/Paris",
    "Europe/Vienna",
    "Europe/Zurich",
    "Europe/Brussels",
    "Europe/London",
    "Europe/Lisbon",
)

NEWS_SHOWN = 10


async def menu_getter(profile: Profile, **_: Any) -> dict[str, Any]:
    return {
        "language": plain(profile.locale, f"language-name-{profile.locale}"),
        "zone": zone_name(profile.locale, profile.tz),
    }


async def zone_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """What fits the typed place, else the common zones; the one in force is marked."""
    offered = dialog_manager.dialog_data.get("found") or COMMON_ZONES
    zones = [(name, zone) for name in offered if (zone := known_zone(name))]
    return {
        "zone": zone_name(profile.locale, profile.tz),
        "zones": [
            {"name": name, "label": f"{'✓ ' if zone == profile.tz else ''}{zone_name(profile.locale, zone)}"}
            for name, zone in zones
        ],
    }


async def on_zone(callback: CallbackQuery, _: Any, manager: DialogManager, name: str) -> None:
    await _choose(callback, manager, name)


async def on_derived(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _choose(callback, manager, None)


async def _choose(callback: CallbackQuery, manager: DialogManager, name: str | None) -> None:
    profile: Profile = manager.middleware_data["profile"]
    await choose_time_zone(profile.chat_id, name)
    manager.middleware_data["profile"] = await load_profile(
        profile.chat_id,
        language_code=callback.from_user.language_code,
        first_name=profile.first_name,
        settings=manager.middleware_data["settings"],
    )
    manager.dialog_data.pop("found", None)
    await toast(callback, plain(profile.locale, "settings-zone-changed-toast"))
    await manager.switch_to(Settings.menu)


async def news_getter(profile: Profile, **_: Any) -> dict[str, Any]:
    """The latest messages of ours, each with what became of it in plain words."""
    locale = profile.locale
    told = [(push.created_at, _line(push, locale)) for push in await own_pushes(profile.chat_id, locale=locale)]
    told += [(each.at, _unasked(each, locale)) for each in await own_unasked(profile.customer_ids, locale=locale)]
    listed = [line for _, line in sorted(told, key=lambda each: each[0], reverse=True)[:NEWS_SHOWN]]
    return {"news": lines(listed) if listed else html(locale, "settings-news-none")}


def _unasked(survey: NotAskedYet, locale: Locale) -> Markup:
    """A question that did not become a message has its reason, too."""
    number = survey.order_number
    order = html(locale, "settings-news-order", number=number) if number else Markup()
    outcome = html(locale, "settings-news-unsent" if survey.is_final else "settings-news-waiting", reason=survey.reason)
    return html(locale, "settings-news-line", about=plain(locale, "purpose-survey"), order=order, outcome=outcome)


def _line(push: PushFacts, locale: Locale) -> Markup:
    order = html(locale, "settings-news-order", number=push.order_number) if push.order_number else Markup()
    return html(locale, "settings-news-line", about=push.about, order=order, outcome=_outcome(push, locale))


def _outcome(push: PushFacts, locale: Locale) -> Markup:
    if push.status == "sent":
        return html(locale, "settings-news-sent")
    if not push.reason:
        return html(locale, "settings-news-queued")
    key = "settings-news-waiting" if push.status == "waiting" else "settings-news-unsent"
    return html(locale, key, reason=push.reason)


async def typed_getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"unknown": dialog_manager.dialog_data.get("unknown", False)}


async def on_place(message: Message, _: MessageInput, manager: DialogManager) -> None:
    found = find_zones(message.text or "", manager.middleware_data["profile"].locale)
    manager.dialog_data.update(found=list(found), unknown=not found)
    if found:
        await manager.switch_to(Settings.zone)


menu_window = Window(
    T("settings-title", "language", "zone"),
    Start(Label("settings-language-button"), id="language", state=Language.choice),
    SwitchTo(Label("settings-zone-button"), id="to_zone", state=Settings.zone),
    SwitchTo(Label("settings-news-button"), id="to_news", state=Settings.news),
    Start(Label("consent-diary-button"), id="to_consents", state=Consents.diary),
    footer("settings"),
    state=Settings.menu,
    getter=menu_getter,
)

zone_window = Window(
    T("settings-zone-choose", "zone"),
    Group(
        Select(
            Format("{item[label]}"),
            id="zone",
            item_id_getter=lambda zone: zone["name"],
            items="zones",
            on_click=on_zone,
        ),
        width=2,
    ),
    SwitchTo(Label("settings-zone-other-button"), id="typed", state=Settings.zone_typed),
    Button(Label("settings-zone-derived-button"), id="derived", on_click=on_derived),
    SwitchTo(Label("menu-back-button"), id="zone_back", state=Settings.menu),
    state=Settings.zone,
    getter=zone_getter,
)

typed_window = Window(
    T("settings-zone-unknown", when="unknown"),
    T("settings-zone-ask"),
    MessageInput(on_place, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="typed_back", state=Settings.zone),
    state=Settings.zone_typed,
    getter=typed_getter,
)


news_window = Window(
    T("settings-news-title"),
    Format("{news}"),
    SwitchTo(Label("menu-back-button"), id="news_back", state=Settings.menu),
    state=Settings.news,
    getter=news_getter,
)


def build() -> Dialog:
    return Dialog(menu_window, zone_window, typed_window, news_window)
