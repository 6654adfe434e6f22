"""The staff's list of campaigns, by status, and the beginning of a new one."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Start, SwitchTo

from bot.broadcasts.campaigns import CampaignFacts, create, list_campaigns
from bot.broadcasts.rules import Status
from bot.config import Settings
from bot.i18n import Markup, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_states import Contests, Improvements, Offer, OfferAutomatic, OfferRun, Offers, Polls
from dialogs.staff_door import behind_door, staff_id_of
from dialogs.widgets import (
    LONGEST_BUTTON,
    Block,
    Label,
    T,
    choices,
    current_page,
    go_back,
    go_home,
    numbered,
    page_buttons,
    page_turn,
    shorten,
)

A_PAGE = 8
SIGNS = {
    Status.DRAFT: "✏️",
    Status.SCHEDULED: "⏰",
    Status.RUNNING: "▶️",
    Status.PAUSED: "⏸",
    Status.FINISHED: "✅",
    Status.CANCELLED: "🚫",
}


async def list_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """The newest first; of one status only, once that is chosen."""
    chosen, page = _status(dialog_manager), current_page(dialog_manager)
    statuses = (chosen,) if chosen else ()
    found = await list_campaigns(statuses=statuses, limit=A_PAGE + 1, offset=page * A_PAGE)
    return {
        "text": _text(found, chosen, reader),
        "campaigns": [{"id": each.id, "label": _label(each, reader)} for each in found[:A_PAGE]],
        "statuses": [{"id": each.value, "label": f"{'• ' if each is chosen else ''}{SIGNS[each]}"} for each in Status],
        "turns": _turns(page, reader, more=len(found) > A_PAGE),
    }


async def kind_getter(settings: Settings, **_: Any) -> dict[str, Any]:
    return {"has_channel": _has_channel(settings)}


def _text(found: tuple[CampaignFacts, ...], chosen: Status | None, reader: Reader) -> Markup:
    locale = reader.locale
    which = html(locale, f"offer-status-{chosen}") if chosen else html(locale, "offer-status-all")
    signs = " · ".join(f"{SIGNS[each]} {html(locale, f'offer-status-{each}')}" for each in Status)
    told = html(locale, "offer-list-shown", which=which) if found else html(locale, "offer-list-none")
    return lines([html(locale, "offer-list-title"), Markup(signs), told], "\n\n")


def _label(campaign: CampaignFacts, reader: Reader) -> str:
    where = "📣 " if campaign.kind == "channel" else ""
    title = campaign.title or plain(reader.locale, "offer-untitled-button")
    held = "❗ " if campaign.late_because else ""
    return shorten(f"{SIGNS[campaign.status]} {held}{where}{title}", LONGEST_BUTTON)


def _turns(page: int, reader: Reader, *, more: bool) -> list[dict[str, Any]]:
    back = [page_turn(page - 1, plain(reader.locale, "desk-previous-button"))] if page > 0 else []
    return back + ([page_turn(page + 1, plain(reader.locale, "desk-next-button"))] if more else [])


def _status(manager: DialogManager) -> Status | None:
    chosen = manager.dialog_data.get("status")
    return next((each for each in Status if each == chosen), None)


def _has_channel(settings: Settings) -> bool:
    return settings.community_chat_id is not None


async def on_status(_: CallbackQuery, __: Any, manager: DialogManager, status: str) -> None:
    """A second tap shows all again."""
    before = manager.dialog_data.get("status")
    manager.dialog_data.update(status=None if status == before else status, page=0)


async def on_campaign(_: CallbackQuery, __: Any, manager: DialogManager, campaign_id: int) -> None:
    found = [each for each in await list_campaigns(limit=1_000) if each.id == campaign_id]
    if found:
        state = Offer.card if found[0].status is Status.DRAFT else OfferRun.card
        await manager.start(state, {"campaign_id": campaign_id})


async def on_new(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Where to is asked only where there is a choice."""
    manager.dialog_data["kind"] = "customers"
    has_channel = _has_channel(manager.middleware_data["settings"])
    await manager.switch_to(Offers.kind if has_channel else Offers.title)


async def on_kind(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    manager.dialog_data["kind"] = "channel" if button.widget_id == "to_channel" else "customers"
    await manager.switch_to(Offers.title)


async def on_title(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The card of progress will come to whoever began it."""
    if not (title := " ".join((message.text or "").split())):
        return
    kind = "channel" if manager.dialog_data.get("kind") == "channel" else "customers"
    campaign_id = await create(
        title,
        author_id=staff_id_of(manager),
        now=manager.middleware_data["clock"].now(),
        kind=kind,
        progress_chat_id=message.chat.id,
    )
    await manager.switch_to(Offers.list)
    await manager.start(Offer.card, {"campaign_id": campaign_id})


list_window = Window(
    Block("text"),
    Column(numbered("campaign", "campaigns", on_campaign)),
    page_buttons("offers_turn"),
    Group(choices("status", "statuses", on_status), width=6),
    Button(Label("offer-new-button"), id="new", on_click=on_new),
    Start(Label("offer-auto-list-button"), id="to_automatic", state=OfferAutomatic.list),
    Start(Label("improvement-list-button"), id="to_improvements", state=Improvements.list),
    Row(
        Start(Label("contest-list-button"), id="to_contests", state=Contests.list),
        Start(Label("poll-list-button"), id="to_polls", state=Polls.list),
    ),
    Row(
        Button(Label("menu-back-button"), id="offers_back", on_click=lambda _, __, manager: go_back(manager)),
        Button(Label("menu-home-button"), id="offers_home", on_click=lambda _, __, manager: go_home(manager)),
    ),
    state=Offers.list,
    getter=list_getter,
)

kind_window = Window(
    T("offer-kind-ask"),
    Row(
        Button(Label("offer-kind-customers-button"), id="to_customers", on_click=on_kind),
        Button(Label("offer-kind-channel-button"), id="to_channel", on_click=on_kind, when="has_channel"),
    ),
    SwitchTo(Label("menu-back-button"), id="kind_back", state=Offers.list),
    state=Offers.kind,
    getter=kind_getter,
)

title_window = Window(
    T("offer-title-ask"),
    MessageInput(on_title, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="title_back", state=Offers.list),
    state=Offers.title,
)


def build() -> Dialog:
    return behind_door(list_window, kind_window, title_window, right=Right.MARKET)
