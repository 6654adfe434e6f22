"""When a campaign is sent: at once, at a moment of the shop's, at everybody's own hour; and until when it may come."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.broadcasts.readiness import count_readers
from bot.broadcasts.resting import hour_struck
from bot.config import Settings
from bot.i18n import html, lines
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import current, look, refuse, save
from dialogs.offer_moments import read_moment
from dialogs.offer_states import OfferTime
from dialogs.offer_wording import moment_text, safety_text, when_text
from dialogs.staff_door import behind_door
from dialogs.widgets import Block, Label, T, go_back


async def menu_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    campaign, now = await look(dialog_manager), dialog_manager.middleware_data["clock"].now()
    there = html(reader.locale, "offer-time-now", now=moment_text(now, reader, settings), zone=settings.shop_time_zone)
    told = [html(reader.locale, "offer-time-ask"), when_text(campaign, reader, settings), there]
    to_customers = campaign.kind == "customers"
    safety = []
    if to_customers:
        audience = await count_readers(campaign, settings=settings, now=now)
        if struck := hour_struck(campaign, audience, settings=settings, now=now):
            told.append(html(reader.locale, "finding-hour_struck", number=struck))
        safety += [safety_text(campaign, audience, reader, settings)] if audience.frozen else []
    return {
        "text": lines([*told, *safety], "\n\n"),
        "to_customers": to_customers,
        "may_double": to_customers and not campaign.never_twice,
        "never_doubles": to_customers and campaign.never_twice,
        "later": campaign.when_kind != "now",
        "expires": campaign.expires_at is not None,
        "zone": settings.shop_time_zone,
        "example": f"{(now.astimezone(settings.time_zone) + timedelta(days=1)):%d.%m.%Y} 10:00",
    }


async def on_now(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await save(manager, callback, when_kind="now", send_at=None, local_on=None, local_at=None)


async def on_at(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """By the shop's clock; what is no moment, or is past, is asked for again."""
    at = await _read(message, manager)
    if at and await save(manager, message, when_kind="at", send_at=at[0], local_on=None, local_at=None):
        await manager.switch_to(OfferTime.menu)


async def on_local(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The same hour for everybody; it must be ahead for some of those who get it."""
    at = await _read(message, manager, is_local=True)
    if at is None:
        return
    on, hour = at[1]
    if await save(manager, message, when_kind="local", send_at=None, local_on=on, local_at=hour):
        await manager.switch_to(OfferTime.menu)


async def on_expiry(message: Message, _: MessageInput, manager: DialogManager) -> None:
    at = await _read(message, manager)
    if at and await save(manager, message, expires_at=at[0]):
        await manager.switch_to(OfferTime.menu)


async def on_no_expiry(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    if await save(manager, callback, expires_at=None):
        await manager.switch_to(OfferTime.menu)


async def on_once(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await save(manager, callback, never_twice=button.widget_id == "once_on")


async def _read(
    message: Message, manager: DialogManager, *, is_local: bool = False
) -> tuple[datetime, tuple[date, str]] | None:
    """The moment by the shop's clock, and the day and hour as typed; None, and told why, for anything else."""
    settings: Settings = manager.middleware_data["settings"]
    now = manager.middleware_data["clock"].now()
    written = read_moment(message.text or "", today=now.astimezone(settings.time_zone).date())
    if written is None:
        await refuse(manager, message, "offer-time-unread")
        return None
    on, hour = written.date(), f"{written:%H:%M}"
    moment = written.replace(tzinfo=settings.time_zone).astimezone(UTC)
    if is_local and await _is_past_for_all(manager, on, hour, now):
        await refuse(manager, message, "offer-time-past-local")
        return None
    if not is_local and moment <= now:
        await refuse(manager, message, "offer-time-past")
        return None
    return moment, (on, hour)


async def _is_past_for_all(manager: DialogManager, on: date, hour: str, now: datetime) -> bool:
    campaign, settings = await current(manager), manager.middleware_data["settings"]
    planned = replace(campaign, when_kind="local", local_on=on, local_at=hour)
    audience = await count_readers(planned, settings=settings, now=now)
    struck = hour_struck(planned, audience, settings=settings, now=now)
    return struck > 0 and struck >= audience.total


menu_window = Window(
    Block("text"),
    Row(
        Button(Label("offer-when-now-button"), id="now", on_click=on_now, when="later"),
        SwitchTo(Label("offer-when-at-button"), id="to_at", state=OfferTime.at),
    ),
    SwitchTo(Label("offer-when-local-button"), id="to_local", state=OfferTime.local, when="to_customers"),
    SwitchTo(Label("offer-expiry-button"), id="to_expiry", state=OfferTime.expiry),
    Button(Label("offer-once-on-button"), id="once_on", on_click=on_once, when="may_double"),
    Button(Label("offer-once-off-button"), id="once_off", on_click=on_once, when="never_doubles"),
    Button(Label("menu-back-button"), id="time_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferTime.menu,
    getter=menu_getter,
)

at_window = Window(
    T("offer-at-ask", "zone", "example"),
    MessageInput(on_at, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="at_back", state=OfferTime.menu),
    state=OfferTime.at,
    getter=menu_getter,
)

local_window = Window(
    T("offer-local-ask", "example"),
    MessageInput(on_local, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="local_back", state=OfferTime.menu),
    state=OfferTime.local,
    getter=menu_getter,
)

expiry_window = Window(
    T("offer-expiry-ask", "zone", "example"),
    MessageInput(on_expiry, content_types=[ContentType.TEXT]),
    Button(Label("offer-expiry-none-button"), id="no_expiry", on_click=on_no_expiry, when="expires"),
    SwitchTo(Label("menu-back-button"), id="expiry_back", state=OfferTime.menu),
    state=OfferTime.expiry,
    getter=menu_getter,
)


def build() -> Dialog:
    return behind_door(menu_window, at_window, local_window, expiry_window, right=Right.MARKET)
