"""Campaigns that send themselves: which are on and what came of them, switching one on with a draft, and off."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from bot.broadcasts.audience import count_audience
from bot.broadcasts.automatic import (
    KINDS,
    LONGEST,
    SHORTEST,
    Automatic,
    get_automatic,
    list_automatic,
    segment_of,
    switch_off,
    switch_on,
)
from bot.broadcasts.campaigns import CampaignFacts, get_campaign, writers_of
from bot.broadcasts.cards import ask_approval
from bot.broadcasts.letters import served_locales
from bot.broadcasts.preflight import blocks
from bot.broadcasts.readiness import preflight_of_template
from bot.broadcasts.recurring_figures import came_of
from bot.config import Settings
from bot.errors import CustomerError
from bot.i18n import html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_automatic_wording import instead_text, labelled, said, state_text, when_it_sends
from dialogs.offer_draft import campaign_id_of, look, refuse, seen_version
from dialogs.offer_names import segment_names
from dialogs.offer_states import Offer, OfferAutomatic
from dialogs.offer_wording import head, segment_text
from dialogs.staff_door import behind_door, staff_id_of
from dialogs.widgets import Block, Label, choices, fit, go_back, toast

FIGURES_OF = timedelta(days=30)


async def list_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    now = dialog_manager.middleware_data["clock"].now()
    found = await list_automatic(settings=settings, now=now)
    told = [state_text(each, reader, settings, now=now) for each in found]
    return {
        "text": fit(
            [html(reader.locale, "offer-auto-title"), *told], html(reader.locale, "error-cut"), separator="\n\n"
        ),
        "kinds": labelled(found, reader),
    }


async def card_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **__: Any) -> dict[str, Any]:
    now, locale = dialog_manager.middleware_data["clock"].now(), reader.locale
    each = await get_automatic(_key(dialog_manager), settings=settings, now=now)
    came = await came_of(each.key, since=now - FIGURES_OF)
    people = {"people": came.people, "delivered": came.delivered, "waiting": came.waiting}
    reactions = {"clicked": came.clicked, "unsubscribed": came.unsubscribed}
    figures = html(locale, "offer-auto-figures", days=FIGURES_OF.days, sends=came.sends, **people, **reactions)
    parts = [state_text(each, reader, settings, now=now)]
    if each.campaign_id:
        template = await get_campaign(each.campaign_id)
        found, _ = await preflight_of_template(template, settings=settings, now=now)
        names = await segment_names(template.segment, reader)
        parts.append(lines([html(locale, "offer-for"), segment_text(template.segment, reader, names)]))
        if each.active and blocks(found):
            parts.append(lines([html(locale, "offer-auto-held"), *said([why for why in found if why.blocks], reader)]))
    else:
        parts.append(html(locale, "offer-auto-how"))
    return {
        "text": fit([*parts, figures], html(locale, "error-cut"), separator="\n\n"),
        "is_on": each.active,
        "may_again": not each.active and each.campaign_id is not None,
        "has_draft": each.campaign_id is not None,
    }


async def kind_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    campaign, now = await look(dialog_manager), dialog_manager.middleware_data["clock"].now()
    found = await list_automatic(settings=settings, now=now)
    asked = html(reader.locale, "offer-auto-kind-ask")
    told = [state_text(each, reader, settings, now=now) for each in found]
    return {
        "text": fit([head(campaign, reader), asked, *told], html(reader.locale, "error-cut"), separator="\n\n"),
        "kinds": labelled(found, reader),
    }


async def check_getter(
    dialog_manager: DialogManager, reader: Reader, staff_id: int, settings: Settings, **_: Any
) -> dict[str, Any]:
    campaign, now = await look(dialog_manager), dialog_manager.middleware_data["clock"].now()
    before = await get_automatic(_key(dialog_manager), settings=settings, now=now)
    each = replace(before, segment=campaign.segment, days=dialog_manager.dialog_data.get("days") or before.days)
    found, audience = await preflight_of_template(campaign, settings=settings, now=now)
    stops = {finding.code for finding in found if finding.blocks}
    today = await _today(each, campaign, dialog_manager, settings)
    parts = [
        head(campaign, reader),
        when_it_sends(each, reader),
        lines(said(found, reader)),
        html(reader.locale, "offer-auto-reach", count=audience.total, today=today),
        instead_text(before, campaign, reader),
        html(reader.locale, "offer-auto-days-ask" if each.days else "offer-auto-hour"),
    ]
    return {
        "text": fit(parts, html(reader.locale, "error-cut"), separator="\n\n"),
        "may_start": not stops and campaign.is_writable,
        "may_ask": stops == {"approval_needed"} and staff_id in await writers_of(campaign),
    }


async def _today(each: Automatic, campaign: CampaignFacts, manager: DialogManager, settings: Settings) -> int:
    """Whose day it is right now."""
    now = manager.middleware_data["clock"].now()
    segment = segment_of(each, on=now.astimezone(settings.time_zone).date())
    return (await count_audience(segment, locales=served_locales(campaign), settings=settings, now=now)).total


def _key(manager: DialogManager) -> str:
    chosen = manager.dialog_data.get("key")
    return next((key for key in KINDS if key == chosen), next(iter(KINDS)))


async def on_card(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    manager.dialog_data["key"] = key
    await manager.switch_to(OfferAutomatic.card)


async def on_kind(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    manager.dialog_data.update(key=key, days=None)
    await manager.switch_to(OfferAutomatic.check)


async def on_again(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """With the draft that it had, checked as it is now."""
    if campaign_id := (await _shown(manager)).campaign_id:
        manager.dialog_data.update(campaign_id=campaign_id, days=None)
        await manager.switch_to(OfferAutomatic.check)


async def on_draft(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if campaign_id := (await _shown(manager)).campaign_id:
        await manager.start(Offer.card, {"campaign_id": campaign_id})


async def _shown(manager: DialogManager) -> Automatic:
    given = manager.middleware_data
    return await get_automatic(_key(manager), settings=given["settings"], now=given["clock"].now())


async def on_days(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Days since the last order; the anniversary has a day of its own."""
    text = (message.text or "").strip()
    days = int(text) if text.isdecimal() and len(text) <= len(str(LONGEST)) else 0
    if not SHORTEST <= days <= LONGEST:
        await refuse(manager, message, "offer-auto-days-unread", most=LONGEST)
    elif (await _shown(manager)).days:
        manager.dialog_data["days"] = days


async def on_start(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """What stands here, checked once more in the same transaction."""
    about = {"campaign_id": campaign_id_of(manager), "version": seen_version(manager)}
    if await _do(callback, manager, switch_on, days=manager.dialog_data.get("days"), **about):
        await manager.switch_to(OfferAutomatic.card)


async def on_off(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _do(callback, manager, switch_off)


async def _do(callback: CallbackQuery, manager: DialogManager, verb: Any, **values: Any) -> bool:
    given = manager.middleware_data
    about = {"by": staff_id_of(manager), "settings": given["settings"], "now": given["clock"].now()}
    try:
        await verb(_key(manager), **about, **values)
    except CustomerError as refusal:
        await refuse(manager, callback, refusal.key, **refusal.values)
        return False
    return True


async def on_ask(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    given, by = manager.middleware_data, staff_id_of(manager)
    locale, now = given["profile"].locale, given["clock"].now()
    asked = await ask_approval(campaign_id_of(manager), by=by, settings=given["settings"], now=now)
    key = "offer-asked-toast" if asked else "offer-nobody-alert"
    await toast(callback, plain(locale, key, count=asked) if asked else plain(locale, key), alert=not asked)


list_window = Window(
    Block("text"),
    Column(choices("auto", "kinds", on_card)),
    Button(Label("menu-back-button"), id="auto_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferAutomatic.list,
    getter=list_getter,
)

card_window = Window(
    Block("text"),
    Button(Label("offer-auto-off-button"), id="auto_off", on_click=on_off, when="is_on"),
    Button(Label("offer-auto-again-button"), id="auto_again", on_click=on_again, when="may_again"),
    Button(Label("offer-auto-draft-button"), id="auto_draft", on_click=on_draft, when="has_draft"),
    SwitchTo(Label("menu-back-button"), id="auto_card_back", state=OfferAutomatic.list),
    state=OfferAutomatic.card,
    getter=card_getter,
)

kind_window = Window(
    Block("text"),
    Column(choices("auto_kind", "kinds", on_kind)),
    Button(Label("menu-back-button"), id="auto_kind_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferAutomatic.kind,
    getter=kind_getter,
)

check_window = Window(
    Block("text"),
    MessageInput(on_days, content_types=[ContentType.TEXT]),
    Button(Label("offer-auto-on-button"), id="auto_on", on_click=on_start, when="may_start"),
    Button(Label("offer-ask-button"), id="auto_ask", on_click=on_ask, when="may_ask"),
    SwitchTo(Label("menu-back-button"), id="auto_check_back", state=OfferAutomatic.kind),
    state=OfferAutomatic.check,
    getter=check_getter,
)


def build() -> Dialog:
    return behind_door(list_window, card_window, kind_window, check_window, right=Right.MARKET)
