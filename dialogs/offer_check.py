"""The check before a campaign goes out: what blocks it and where that is mended, who gets it, and the start (N13)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group
from aiogram_dialog.widgets.text import Format

from bot.broadcasts.audience import Audience, expected_duration
from bot.broadcasts.campaigns import CampaignFacts, approve, writers_of
from bot.broadcasts.cards import ask_approval, tell_approved
from bot.broadcasts.letters import served_locales
from bot.broadcasts.preflight import SENDS_ITSELF, Finding, blocks, describe
from bot.broadcasts.readiness import count_readers, preflight
from bot.broadcasts.rules import ChangedMeanwhileError
from bot.broadcasts.running import schedule, start
from bot.config import Settings
from bot.errors import CustomerError
from bot.i18n import Markup, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import about_it, current, look, refuse, seen_version
from dialogs.offer_names import segment_names
from dialogs.offer_states import (
    OfferAudience,
    OfferAutomatic,
    OfferButtons,
    OfferCheck,
    OfferMedia,
    OfferPreview,
    OfferPrice,
    OfferRun,
    OfferText,
    OfferTime,
)
from dialogs.offer_wording import audience_text, head, safety_text, segment_text, span_text, when_text
from dialogs.staff_door import behind_door, staff_id_of
from dialogs.widgets import Block, Label, choices, fit, go_back, toast

PLACES: dict[str, State] = {
    "texts": OfferText.write,
    "media": OfferMedia.add,
    "buttons": OfferButtons.list,
    "price": OfferPrice.write,
    "time": OfferTime.menu,
    "audience": OfferAudience.menu,
}
MENDED_AT = {
    "price": ("reduction", "lowest_price", "no_reduction"),
    "buttons": ("button", "too_many_buttons", "clicks"),
    "media": ("media", "too_many_media"),
    "time": ("no_time", "time_past", "expires", "rest", "budget"),
    "audience": ("audience", "overlap"),
    "texts": ("no_text", "text", "language", "label", "post_too_long"),
}


async def findings_getter(
    dialog_manager: DialogManager, reader: Reader, staff_id: int, settings: Settings, **_: Any
) -> dict[str, Any]:
    campaign, now = await look(dialog_manager), dialog_manager.middleware_data["clock"].now()
    found, audience = await preflight(campaign, settings=settings, now=now)
    locale, is_writer = reader.locale, staff_id in await writers_of(campaign)
    waits = any(each.code == "approval_needed" for each in found)
    only_waits = waits and all(each.code in {"approval_needed", SENDS_ITSELF} for each in found if each.blocks)
    blocked, to_customers = blocks(found), campaign.kind == "customers"
    audience = await _as_begun(campaign, audience, settings, now)
    places = dict.fromkeys(filter(None, (_place(each) for each in found if each.blocks)))
    return {
        "text": _text(campaign, found, audience, reader, settings, await segment_names(campaign.segment, reader)),
        "places": [{"id": each, "label": f"✏️ {plain(locale, f'offer-{each}-button')}"} for each in places],
        "may_start": not blocked and campaign.is_writable and campaign.when_kind == "now",
        "may_schedule": not blocked and campaign.is_writable and campaign.when_kind != "now",
        "has_text": bool(campaign.texts),
        "may_repeat": to_customers and campaign.is_writable and bool(campaign.texts),
        "may_ask": only_waits and is_writer,
        "may_approve": only_waits and not is_writer,
        "start_label": plain(
            locale, "offer-start-button" if to_customers else "offer-post-button", count=audience.total
        ),
    }


async def _as_begun(campaign: CampaignFacts, audience: Audience, settings: Settings, now: datetime) -> Audience:
    """Whom it would be begun for: not whose language has no text, once it is decided that they get nothing."""
    served = served_locales(campaign)
    if campaign.kind != "customers" or campaign.missing != "hold" or not served:
        return audience
    return await count_readers(campaign, locales=served, settings=settings, now=now)


def _text(
    campaign: CampaignFacts,
    found: Sequence[Finding],
    audience: Audience,
    reader: Reader,
    settings: Settings,
    names: Mapping[str, str],
) -> Markup:
    locale = reader.locale
    told = [_said(each, reader) for each in found] or [html(locale, "offer-check-fine")]
    verdict = html(locale, "offer-check-blocked" if blocks(found) else "offer-check-open")
    parts = [head(campaign, reader), lines([verdict, *told]), when_text(campaign, reader, settings)]
    if campaign.kind == "customers":
        span = span_text(expected_duration(audience.total, settings=settings), locale)
        duration = html(locale, "offer-check-duration", span=span)
        whom = lines([audience_text(audience, reader), duration])
        parts += [segment_text(campaign.segment, reader, names), whom]
        parts += [safety_text(campaign, audience, reader, settings)] if audience.frozen else []
    return fit(parts, html(locale, "error-cut"), separator="\n\n")


def _said(finding: Finding, reader: Reader) -> Markup:
    return Markup(f"{'⛔' if finding.blocks else '⚠️'} {describe(finding, reader.locale)}")


def _place(finding: Finding) -> str | None:
    """Where it is mended; a language that is missing among the texts, whatever stands there."""
    return next((place for place, codes in MENDED_AT.items() if finding.code.startswith(codes)), None)


async def on_place(_: CallbackQuery, __: Any, manager: DialogManager, place: str) -> None:
    if state := PLACES.get(place):
        await manager.start(state, about_it(manager))


async def on_preview(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Who approves it sees what they approve."""
    await manager.start(OfferPreview.choice, about_it(manager))


async def on_automatic(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Not once to everybody, but to each on a day of theirs."""
    await manager.start(OfferAutomatic.kind, about_it(manager))


async def on_start(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """What stands here, and nothing that somebody has made of it since; checked once more in the same transaction."""
    given, campaign = manager.middleware_data, await current(manager)
    now, by, settings = given["clock"].now(), staff_id_of(manager), given["settings"]
    if campaign.version != seen_version(manager):
        await refuse(manager, callback, ChangedMeanwhileError.key)
        return
    try:
        if campaign.when_kind == "now":
            await start(campaign.id, by=by, settings=settings, now=now)
        else:
            await schedule(campaign.id, by=by, settings=settings, now=now)
    except CustomerError as refusal:
        await refuse(manager, callback, refusal.key, **refusal.values)
        return
    await manager.start(OfferRun.card, about_it(manager))


async def on_ask(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    given, campaign = manager.middleware_data, await current(manager)
    by, locale = staff_id_of(manager), given["profile"].locale
    asked = await ask_approval(campaign.id, by=by, settings=given["settings"], now=given["clock"].now())
    key = "offer-asked-toast" if asked else "offer-nobody-alert"
    await toast(callback, plain(locale, key, count=asked) if asked else plain(locale, key), alert=not asked)


async def on_approve(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Exactly what stands here: after any change it is asked for again."""
    given, by = manager.middleware_data, staff_id_of(manager)
    version, now = int(manager.dialog_data.get("version", 0)), given["clock"].now()
    campaign_id = about_it(manager)["campaign_id"]
    try:
        await approve(campaign_id, version=version, by=by, now=now)
    except CustomerError as refusal:
        await refuse(manager, callback, refusal.key, **refusal.values)
        return
    await tell_approved(campaign_id, by=by, settings=given["settings"], now=now)
    await toast(callback, plain(given["profile"].locale, "offer-approved-toast"))


findings_window = Window(
    Block("text"),
    Group(choices("place", "places", on_place), width=2),
    Button(Format("{start_label}"), id="start", on_click=on_start, when="may_start"),
    Button(Label("offer-schedule-button"), id="schedule", on_click=on_start, when="may_schedule"),
    Button(Label("offer-auto-button"), id="automatic", on_click=on_automatic, when="may_repeat"),
    Button(Label("offer-ask-button"), id="ask", on_click=on_ask, when="may_ask"),
    Button(Label("offer-approve-button"), id="approve", on_click=on_approve, when="may_approve"),
    Button(Label("offer-preview-button"), id="check_preview", on_click=on_preview, when="has_text"),
    Button(Label("menu-back-button"), id="check_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferCheck.findings,
    getter=findings_getter,
)


def build() -> Dialog:
    return behind_door(findings_window, right=Right.MARKET)
