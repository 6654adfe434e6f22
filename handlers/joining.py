"""Whoever asks to join a group of ours, the way from there to the bot, and what the staff say to those who wait."""

from aiogram import F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import JOIN_TRANSITION, ChatMemberUpdatedFilter, CommandStart
from aiogram.types import CallbackQuery, ChatJoinRequest, ChatMemberUpdated, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks.joining import JoinAct
from bot.clock import Clock
from bot.community.joining import ask, decide, find_decision, find_request, language_of, note_look
from bot.community.joining_news import PAYLOAD, Request, staff_keyboard, staff_text
from bot.community.personal_links import note_use
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import html, lines, plain
from bot.staff.roles import NotAllowedError, Right, check
from bot.tickets.people import names_of
from dialogs.states import Community, Linking
from dialogs.widgets import noticing
from handlers.conditions import Fits
from handlers.tapped import turn_into


def build() -> Router:
    router = Router(name="joining")
    router.chat_join_request.register(answer_request)
    router.chat_member.register(note_member, ChatMemberUpdatedFilter(JOIN_TRANSITION))
    router.message.register(
        come_from_group, CommandStart(deep_link=True, magic=F.args == PAYLOAD), Fits(F.chat.type == "private")
    )
    router.callback_query.register(act_on_request, JoinAct.filter())
    return router


async def answer_request(
    request: ChatJoinRequest,
    settings: Settings,
    clock: Clock,
    is_live: bool,  # aiogram gives it by name
) -> None:
    if not is_live:
        return
    who = request.from_user
    locale = await language_of(who.id, who.language_code, settings=settings)
    title, at = request.chat.title or "", request.date
    await ask(request.chat.id, title, who.id, locale=locale, asked_at=at, settings=settings, now=clock.now())


async def note_member(update: ChatMemberUpdated, settings: Settings, clock: Clock, is_live: bool) -> None:
    """Nothing is kept of who comes and goes, but that a personal link is used up."""
    if is_live and update.invite_link:
        who = update.new_chat_member.user.id
        await note_use(update.invite_link.invite_link, who, settings=settings, now=clock.now())


async def come_from_group(_: Message, dialog_manager: DialogManager, profile: Profile) -> None:
    """Who is linked sees what there is; who is not, the ways to link."""
    state, data = (Community.card, {}) if profile.is_linked else (Linking.ways, noticing("join-link-first"))
    await dialog_manager.start(state, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def act_on_request(callback: CallbackQuery, callback_data: JoinAct, settings: Settings, clock: Clock) -> None:
    """Asked of the account that taps: being in the staff chat grants nothing (PRV-07)."""
    locale, act = settings.default_locale, callback_data.act
    try:
        staff_id = await check(callback.from_user.id, Right.ANSWER, settings=settings)
    except NotAllowedError:
        await callback.answer(plain(locale, "staff-not-allowed-alert"), show_alert=True)
        return
    request = await find_request(callback_data.request_id)
    if request is None:
        await callback.answer(plain(locale, "join-gone-alert"), show_alert=True)
        return
    if act == "who":
        await callback.answer(await _who(callback, request, staff_id, settings, clock), show_alert=True)
        return
    is_done = await decide(request.id, act, staff_id=staff_id, settings=settings, now=clock.now())
    key = "join-decided-toast" if is_done else "join-before-alert"
    await callback.answer(plain(locale, key), show_alert=not is_done)
    await _show(callback, request, settings)


async def _who(callback: CallbackQuery, request: Request, staff_id: int, settings: Settings, clock: Clock) -> str:
    """As their own app calls them; nothing of it is kept but that somebody has looked."""
    locale = settings.default_locale
    await note_look(request.id, staff_id=staff_id, now=clock.now())
    try:
        member = await callback.bot.get_chat_member(request.group_id, request.chat_id) if callback.bot else None
    except TelegramAPIError:
        member = None
    if member is None:
        return plain(locale, "join-who-unknown")
    who = member.user
    account = f"@{who.username}" if who.username else str(who.id)
    return plain(locale, "join-who", name=who.full_name[:100], account=account)


async def _show(callback: CallbackQuery, request: Request, settings: Settings) -> None:
    """The card as it stands now, whoever has decided."""
    locale, text = settings.default_locale, staff_text(request, settings.default_locale)
    status, staff_id = await find_decision(request.id) or ("waiting", None)
    if status == "waiting":
        keyboard = staff_keyboard(request.id, locale)
        await turn_into(callback, text, InlineKeyboardMarkup.model_validate({"inline_keyboard": keyboard}))
        return
    staff = (await names_of([staff_id]))[staff_id] if staff_id else None
    told = html(locale, f"join-{status}-told", staff=staff) if staff else html(locale, f"join-{status}-rule")
    await turn_into(callback, lines([text, told], "\n\n"))
