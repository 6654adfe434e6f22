"""Offers from the staff's side: `/offers`, the buttons of the live card, and approving what somebody else wrote."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import CB_SEP

from bot.broadcasts.campaigns import CampaignFacts, approve, find_campaign, get_campaign
from bot.broadcasts.cards import tell_approved
from bot.broadcasts.lateness import start_late
from bot.broadcasts.rules import Status
from bot.broadcasts.running import cancel, pause, resume, unschedule
from bot.callbacks import ApproveOffer, OpenOffer, RunOffer
from bot.callbacks.contests import OpenContest
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import CustomerError
from bot.i18n import html, plain
from bot.staff.roles import NotAllowedError, Right, check
from dialogs.offer_states import ContestDesk, Contests, Offer, OfferCheck, OfferRun, Offers, OfferTime, Polls
from handlers.conditions import Allowed, Fits
from handlers.tapped import answer_below, turn_into

VERBS = {"pause": pause, "resume": resume, "sure": cancel, "time": unschedule}
# What stands then instead of the buttons; the live card says it by itself.
TOLD = {"sure": "offer-cancelled-told", "now": "offer-late-started-told", "time": "offer-late-draft-told"}


def build() -> Router:
    router = Router(name="offers of the staff")
    router.message.filter(Fits(F.chat.type == "private"))
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.message.register(open_offers, Command("offers"), Allowed(Right.MARKET))
    router.message.register(open_contests, Command("contests"), Allowed(Right.MARKET))
    router.message.register(open_polls, Command("polls"), Allowed(Right.MARKET))
    router.callback_query.register(open_contest, OpenContest.filter())
    router.callback_query.register(open_offer, OpenOffer.filter())
    router.callback_query.register(approve_offer, ApproveOffer.filter())
    router.callback_query.register(run_offer, RunOffer.filter())
    return router


async def open_offers(_: Message, dialog_manager: DialogManager) -> None:
    await _open(dialog_manager, Offers.list)


async def open_contests(_: Message, dialog_manager: DialogManager) -> None:
    await _open(dialog_manager, Contests.list)


async def open_polls(_: Message, dialog_manager: DialogManager) -> None:
    await _open(dialog_manager, Polls.list)


async def open_contest(
    callback: CallbackQuery,
    callback_data: OpenContest,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
) -> None:
    """How a contest stands; below it lies the list."""
    if await _staff_id(callback, profile, settings) is None:
        return
    await callback.answer()
    await dialog_manager.start(Contests.list, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
    about = {"contest_id": callback_data.contest_id}
    await dialog_manager.start(ContestDesk.card, about, show_mode=ShowMode.SEND)


async def open_offer(
    callback: CallbackQuery,
    callback_data: OpenOffer,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
) -> None:
    """Its draft for who wrote it, the check for who is to approve it, and how far it is for everybody."""
    if await _staff_id(callback, profile, settings) is None:
        return
    campaign = await find_campaign(callback_data.campaign_id)
    if campaign is None:
        await callback.answer(plain(profile.locale, "offer-gone-toast"))
        return
    await callback.answer()
    state: State = OfferRun.card
    if campaign.status is Status.DRAFT:
        state = Offer.card if campaign.author_id == callback.from_user.id else OfferCheck.findings
    await _open_above(dialog_manager, campaign.id, state)


async def approve_offer(
    callback: CallbackQuery, callback_data: ApproveOffer, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """The version that was asked about; another one is asked about anew."""
    staff_id = await _staff_id(callback, profile, settings)
    if staff_id is None:
        return
    campaign_id, version, now = callback_data.campaign_id, callback_data.version, clock.now()
    try:
        await approve(campaign_id, version=version, by=staff_id, now=now)
    except CustomerError as refusal:
        await callback.answer(plain(profile.locale, refusal.key, **refusal.values), show_alert=True)
        return
    await tell_approved(campaign_id, by=staff_id, settings=settings, now=now)
    await callback.answer(plain(profile.locale, "offer-approved-toast"))
    campaign = await get_campaign(campaign_id)
    told = html(profile.locale, "offer-approved-by-you", title=campaign.title, id=str(campaign_id))
    await turn_into(
        callback, told, _keyboard((plain(profile.locale, "offer-look-button"), OpenOffer(campaign_id=campaign_id)))
    )


async def run_offer(
    callback: CallbackQuery,
    callback_data: RunOffer,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
) -> None:
    """Pause and resume at once; the end takes a second tap, in a message that the live card does not overwrite."""
    staff_id = await _staff_id(callback, profile, settings)
    if staff_id is None:
        return
    locale, campaign = profile.locale, await find_campaign(callback_data.campaign_id)
    if campaign is None:
        await callback.answer(plain(locale, "offer-gone-toast"))
        return
    act = callback_data.act
    if act in {"cancel", "keep"}:
        await callback.answer()
        await _ask_or_keep(callback, campaign, profile, is_asking=act == "cancel")
        return
    try:
        await _do(act, campaign, staff_id, settings, clock.now())
    except CustomerError as refusal:
        await callback.answer(plain(locale, refusal.key, **refusal.values), show_alert=True)
        return
    await callback.answer(plain(locale, f"offer-done-{act}-toast"))
    if act in TOLD:
        await turn_into(callback, html(locale, TOLD[act], title=campaign.title))
    if act == "time":
        await _open_above(dialog_manager, campaign.id, Offer.card, OfferTime.menu)


async def _do(act: str, campaign: CampaignFacts, staff_id: int, settings: Settings, now: datetime) -> None:
    """A new time takes a draft; that it is one already is no reason to refuse."""
    if act == "now":
        await start_late(campaign.id, by=staff_id, settings=settings, now=now)
    elif act != "time" or not campaign.is_writable:
        await VERBS[act](campaign.id, by=staff_id, now=now)


async def _ask_or_keep(callback: CallbackQuery, campaign: CampaignFacts, profile: Profile, *, is_asking: bool) -> None:
    locale, campaign_id, title = profile.locale, campaign.id, campaign.title
    if not is_asking:
        key = "offer-kept-held-told" if campaign.late_because else "offer-kept-told"
        await turn_into(callback, html(locale, key, title=title))
        return
    keyboard = _keyboard(
        (plain(locale, "offer-cancel-sure-button"), RunOffer(campaign_id=campaign_id, act="sure")),
        (plain(locale, "offer-keep-button"), RunOffer(campaign_id=campaign_id, act="keep")),
    )
    await answer_below(callback, html(locale, "offer-cancel-ask", title=title), keyboard)


async def _staff_id(callback: CallbackQuery, profile: Profile, settings: Settings) -> int | None:
    """Whoever taps, when they may; None, and told so, otherwise."""
    try:
        return await check(callback.from_user.id, Right.MARKET, settings=settings)
    except NotAllowedError:
        await callback.answer(plain(profile.locale, "staff-not-allowed-alert"), show_alert=True)
        return None


def _keyboard(*labelled: tuple[str, OpenOffer | RunOffer]) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=label, callback_data=data.pack())] for label, data in labelled]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def _open_above(manager: DialogManager, campaign_id: int, *states: State) -> None:
    """Below it lies the list, and each other of these, so that "back" leads somewhere."""
    *below, last = states
    await manager.start(Offers.list, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
    for state in below:
        await manager.start(state, {"campaign_id": campaign_id}, show_mode=ShowMode.NO_UPDATE)
    await manager.start(last, {"campaign_id": campaign_id}, show_mode=ShowMode.SEND)


async def _open(manager: DialogManager, state: State, data: dict[str, Any] | None = None) -> None:
    await manager.start(state, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
