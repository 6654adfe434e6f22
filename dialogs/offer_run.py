"""A campaign that is written: how far it is, what came of it, and stopping it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.broadcasts.campaigns import duplicate
from bot.broadcasts.cards import follow, progress_text
from bot.broadcasts.lateness import Late, late_text, start_late
from bot.broadcasts.posted import find_posted
from bot.broadcasts.results import progress, results
from bot.broadcasts.rules import Status
from bot.broadcasts.running import cancel, pause, resume, unschedule
from bot.config import Settings
from bot.errors import CustomerError
from bot.i18n import html, plain
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import about_it, campaign_id_of, look, refuse
from dialogs.offer_names import segment_names
from dialogs.offer_results import results_text
from dialogs.offer_states import Offer, OfferPost, OfferPreview, OfferRun
from dialogs.offer_sure import are_you_sure
from dialogs.offer_wording import contents, head, posted_text, segment_text, when_text
from dialogs.staff_door import behind_door, staff_id_of
from dialogs.widgets import Block, Label, fit, go_back, toast

Verb = Callable[..., Awaitable[None]]


async def card_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    campaign, now = await look(dialog_manager), dialog_manager.middleware_data["clock"].now()
    status, locale = campaign.status, reader.locale
    if campaign.kind == "channel":
        post = await find_posted(campaign.id, settings=settings)
        stands = [posted_text(post, reader, settings)] if post else []
        blocks = [head(campaign, reader), *stands, contents(campaign, reader), when_text(campaign, reader, settings)]
    elif campaign.started_at:
        far = progress_text(campaign, await progress(campaign, now=now), locale, with_people=False)
        blocks = [far, results_text(campaign, await results(campaign.id), reader)]
    else:
        blocks = [head(campaign, reader), when_text(campaign, reader, settings)]
    if campaign.late_because:
        blocks.insert(1, late_text(campaign, locale, settings))
    names = await segment_names(campaign.segment, reader)
    whom = [] if campaign.kind == "channel" else [segment_text(campaign.segment, reader, names)]
    return {
        "text": fit([*blocks, *whom], html(locale, "error-cut"), separator="\n\n"),
        "title": campaign.title,
        "is_draft": status is Status.DRAFT,
        "is_scheduled": status is Status.SCHEDULED,
        "may_start_late": campaign.late_because not in {None, Late.EXPIRED},
        "is_running": status is Status.RUNNING,
        "is_paused": status is Status.PAUSED,
        "may_cancel": status in {Status.SCHEDULED, Status.RUNNING, Status.PAUSED},
        "is_under_way": campaign.kind == "customers" and status in {Status.RUNNING, Status.PAUSED},
        "may_correct": campaign.is_posted,
        "moves": status in {Status.RUNNING, Status.PAUSED, Status.FINISHED},
    }


async def on_refresh(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The getter reads everything anew."""


def _doing(verb: Verb) -> Any:
    async def on_click(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
        now = manager.middleware_data["clock"].now()
        try:
            await verb(campaign_id_of(manager), by=staff_id_of(manager), now=now)
        except CustomerError as refusal:
            await refuse(manager, callback, refusal.key, **refusal.values)

    return on_click


async def on_late(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """It was held since its time had passed; the check is made once more."""
    given = manager.middleware_data
    about: Any = {"by": staff_id_of(manager), "settings": given["settings"], "now": given["clock"].now()}
    try:
        await start_late(campaign_id_of(manager), **about)
    except CustomerError as refusal:
        await refuse(manager, callback, refusal.key, **refusal.values)


async def on_cancel(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await _doing(cancel)(callback, button, manager)
    await manager.switch_to(OfferRun.card)


async def on_copy(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    now = manager.middleware_data["clock"].now()
    copy = await duplicate(campaign_id_of(manager), author_id=staff_id_of(manager), now=now)
    await manager.start(Offer.card, {"campaign_id": copy})


async def on_follow(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """A card of its own, which says by itself how far it is."""
    given = manager.middleware_data
    chat_id, now = given["profile"].chat_id, given["clock"].now()
    came = await follow(campaign_id_of(manager), chat_id, settings=given["settings"], now=now)
    key = "offer-follow-toast" if came else "offer-followed-before-alert"
    await toast(callback, plain(given["profile"].locale, key), alert=not came)


async def on_correct(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(OfferPost.menu, about_it(manager))


async def on_edit(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Offer.card, about_it(manager))


async def on_preview(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(OfferPreview.choice, about_it(manager))


card_window = Window(
    Block("text"),
    Button(Label("offer-edit-button"), id="edit", on_click=on_edit, when="is_draft"),
    Button(Label("offer-late-now-button"), id="late_now", on_click=on_late, when="may_start_late"),
    Button(Label("offer-correct-button"), id="correct", on_click=on_correct, when="may_correct"),
    Row(
        Button(Label("offer-pause-button"), id="pause", on_click=_doing(pause), when="is_running"),
        Button(Label("offer-resume-button"), id="resume", on_click=_doing(resume), when="is_paused"),
        Button(Label("offer-unschedule-button"), id="unschedule", on_click=_doing(unschedule), when="is_scheduled"),
        SwitchTo(Label("offer-cancel-button"), id="to_cancel", state=OfferRun.cancel, when="may_cancel"),
    ),
    Button(Label("offer-follow-button"), id="follow", on_click=on_follow, when="is_under_way"),
    Row(
        Button(Label("offer-refresh-button"), id="refresh", on_click=on_refresh, when="moves"),
        Button(Label("offer-preview-button"), id="run_preview", on_click=on_preview),
        Button(Label("offer-copy-button"), id="run_copy", on_click=on_copy),
    ),
    Button(Label("menu-back-button"), id="run_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferRun.card,
    getter=card_getter,
)

cancel_window = are_you_sure(
    "cancel", on_cancel, when="may_cancel", state=OfferRun.cancel, back=OfferRun.card, getter=card_getter
)


def build() -> Dialog:
    return behind_door(card_window, cancel_window, right=Right.MARKET)
