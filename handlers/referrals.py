"""Whoever comes by an invitation, and what the staff say to those that came too fast."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks.referrals import ReferralAct
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.loyalty.inviting import LINK, Arrival, arrive, code_in
from bot.loyalty.referral_cards import Card, decide_keyboard, read_card, why_keyboard
from bot.loyalty.referrals import STAFF_WHYS, approve, decline
from bot.outbox.messages import Keyboard
from bot.staff.roles import NotAllowedError, Right, check
from bot.tickets.people import names_of
from dialogs.inviting_text import welcome_text
from dialogs.states import Home, Language
from dialogs.widgets import noticing
from handlers.conditions import Fits
from handlers.tapped import turn_into


def build() -> Router:
    router = Router(name="referrals")
    private = Fits(F.chat.type == "private")
    router.message.register(come, CommandStart(deep_link=True, magic=F.args.regexp(LINK)), private)
    router.callback_query.register(act_on_referral, ReferralAct.filter())
    return router


async def come(
    message: Message,
    command: CommandObject,
    dialog_manager: DialogManager,
    profile: Profile,
    clock: Clock,
    is_live: bool,  # aiogram gives it by name
) -> None:
    """Who is welcome reads what was promised, everybody else why not; then all goes on as it does without a link."""
    code = code_in(command.args or "") if is_live else None
    arrival = await arrive(profile.chat_id, code, now=clock.now()) if code else Arrival("gone")
    data = {} if arrival.came == "welcome" else noticing(f"referral-{arrival.came}")
    if arrival.came == "welcome":
        await message.answer(welcome_text(arrival, profile))
    state = Home.menu if profile.locale_chosen else Language.choice
    data |= {} if profile.locale_chosen else {"first": True}
    await dialog_manager.start(state, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def act_on_referral(
    callback: CallbackQuery, callback_data: ReferralAct, settings: Settings, clock: Clock
) -> None:
    """Asked of the account that taps: being in the staff chat grants nothing (PRV-07)."""
    locale, referral_id, act = settings.default_locale, callback_data.referral_id, callback_data.act
    try:
        staff_id = await check(callback.from_user.id, Right.ANSWER, settings=settings)
    except NotAllowedError:
        await callback.answer(plain(locale, "staff-not-allowed-alert"), show_alert=True)
        return
    is_done = False
    if act == "approve":
        is_done = await approve(referral_id, staff_id=staff_id, now=clock.now())
    elif act in STAFF_WHYS:
        is_done = await decline(referral_id, act, staff_id=staff_id, now=clock.now())
    card = await read_card(referral_id, locale)
    if is_done:
        await callback.answer(plain(locale, "referral-decided-toast"))
    elif card is None or card.status != "review":
        await callback.answer(plain(locale, "referral-before-alert"), show_alert=True)
    else:
        await callback.answer()
    if card:
        await _show(callback, card, referral_id, settings, is_asking=act == "ask")


async def _show(callback: CallbackQuery, card: Card, referral_id: int, settings: Settings, *, is_asking: bool) -> None:
    """The card as it stands now, whoever has decided."""
    locale = settings.default_locale
    if card.decided_by is not None:
        await turn_into(callback, lines([card.text, await _decided(card, card.decided_by, settings)], "\n\n"))
    elif is_asking:
        text = lines([card.text, html(locale, "referral-ask")], "\n\n")
        await turn_into(callback, text, _markup(why_keyboard(referral_id, locale)))
    else:
        await turn_into(callback, card.text, _markup(decide_keyboard(referral_id, locale)))


async def _decided(card: Card, staff_id: int, settings: Settings) -> Markup:
    locale, staff = settings.default_locale, (await names_of([staff_id]))[staff_id]
    why = (card.why or "").removeprefix("staff_")
    if why in STAFF_WHYS:
        return html(locale, "referral-declined-told", staff=staff, why=plain(locale, f"referral-why-{why}-button"))
    return html(locale, "referral-approved-told", staff=staff)


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": keyboard})
