"""What the staff do about returns: the buttons of a card, and the links that lead to more in private.

Everything is asked of the account that acts (`from_user.id`): being in the staff chat grants nothing (PRV-07).
"""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks import ChangeAct, EnterWithdrawal, RefundFor, ReturnAct
from bot.clock import Clock
from bot.config import Locale, Settings
from bot.errors import CustomerError, NotFoundError
from bot.i18n import plain
from bot.returns.acts import Task, tasks_of
from bot.returns.booking import answer_refund
from bot.returns.changes import LeftMeanwhileError, WhyMissingError, answer_change
from bot.returns.entering import enter_declaration, entered_of, kept_of, offer_all, offer_pieces
from bot.returns.links import LINK, read_link
from bot.returns.looking import read_sheet
from bot.returns.moving import MovedOnError
from bot.staff.roles import NotAllowedError, Right, check, may
from bot.support.part_named import part_named
from dialogs.staff_return import STATES
from dialogs.staff_return_acts import do_act
from dialogs.states import Home, ReturnDesk
from dialogs.widgets import noticing
from handlers.conditions import Fits

# An alert holds two hundred characters.
MOST_NUMBERS = 3


def build() -> Router:
    router = Router(name="staff returns")
    private = Fits(F.chat.type == "private")
    router.message.register(open_return, CommandStart(deep_link=True, magic=F.args.regexp(LINK)), private)
    router.callback_query.register(act_on_return, ReturnAct.filter())
    router.callback_query.register(act_on_change, ChangeAct.filter())
    router.callback_query.register(enter_withdrawal, EnterWithdrawal.filter())
    router.callback_query.register(act_on_refund, RefundFor.filter())
    return router


async def open_return(
    message: Message, command: CommandObject, dialog_manager: DialogManager, settings: Settings
) -> None:
    """The link of a card: the return, or what is to be done about it, as long as it is; anybody else is told that it is
    not theirs."""
    wanted = read_link(command.args or "")
    person = message.from_user.id if message.from_user else None
    if wanted is None or not await may(person, Right.ANSWER, settings=settings):
        data = noticing("staff-not-allowed-alert")
        await dialog_manager.start(Home.menu, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
        return
    door, return_id = wanted
    tasks = {task.value: STATES[task] for task in tasks_of(await read_sheet(return_id))}
    late = noticing("rma-moved-on-alert") if door in set(Task) - tasks.keys() else {}
    state = tasks.get(door, ReturnDesk.card)
    begun = {"return_id": return_id} | late
    await dialog_manager.start(state, begun, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def act_on_return(callback: CallbackQuery, callback_data: ReturnAct, settings: Settings, clock: Clock) -> None:
    try:
        staff_id = await check(callback.from_user.id, Right.ANSWER, settings=settings)
        key = await do_act(callback_data, staff_id=staff_id, settings=settings, now=clock.now())
    except NotAllowedError:
        key = "staff-not-allowed-alert"
    except (MovedOnError, NotFoundError):
        key = "rma-moved-on-alert"
    except CustomerError as refusal:
        key = refusal.key
    await callback.answer(plain(settings.default_locale, key), show_alert=key.endswith("-alert"))


async def act_on_refund(callback: CallbackQuery, callback_data: RefundFor, settings: Settings, clock: Clock) -> None:
    refund_id, return_id = callback_data.refund_id, callback_data.return_id or None
    try:
        staff_id = await check(callback.from_user.id, Right.ANSWER, settings=settings)
        said = await answer_refund(refund_id, return_id, staff_id=staff_id, settings=settings, now=clock.now())
        key = "rma-refund-said-toast" if said else "staff-closed-before-toast"
    except NotAllowedError:
        key = "staff-not-allowed-alert"
    except (MovedOnError, NotFoundError):
        key = "rma-moved-on-alert"
    await callback.answer(plain(settings.default_locale, key), show_alert=key.endswith("-alert"))


async def act_on_change(callback: CallbackQuery, callback_data: ChangeAct, settings: Settings, clock: Clock) -> None:
    try:
        staff_id = await check(callback.from_user.id, Right.ANSWER, settings=settings)
        done = await answer_change(
            callback_data.case_id, done=callback_data.done, staff_id=staff_id, settings=settings, now=clock.now()
        )
        key = "rma-change-told-toast" if done else "staff-closed-before-toast"
    except NotAllowedError:
        key = "staff-not-allowed-alert"
    except (WhyMissingError, LeftMeanwhileError) as refusal:
        key = refusal.key
    await callback.answer(plain(settings.default_locale, key), show_alert=key.endswith("-alert"))


async def enter_withdrawal(
    callback: CallbackQuery, callback_data: EnterWithdrawal, settings: Settings, clock: Clock
) -> None:
    locale = settings.default_locale
    try:
        staff_id = await check(callback.from_user.id, Right.ANSWER, settings=settings)
        told = await _enter(callback_data, staff_id, settings, clock.now())
    except NotAllowedError:
        await callback.answer(plain(locale, "staff-not-allowed-alert"), show_alert=True)
    except CustomerError:
        await callback.answer(await _not_entered(callback_data.order_id, locale), show_alert=True)
    else:
        await callback.answer(told)


async def _not_entered(order_id: int, locale: Locale) -> str:
    """Why, with the numbers: the card shows several orders."""
    number, returns = await entered_of(order_id)
    if not number:
        return plain(locale, "withdraw-enter-over-alert")
    if returns:
        return plain(locale, "withdraw-enter-made-alert", number=number, returns=", ".join(returns[:MOST_NUMBERS]))
    return plain(locale, "withdraw-enter-alert", number=number)


async def _enter(tapped: EnterWithdrawal, staff_id: int, settings: Settings, now: datetime) -> str | None:
    """What is told about it; nothing where the card shows orders, or the items: none is entered before it was seen."""
    about: dict[str, Any] = {"settings": settings, "now": now}
    if not tapped.order_id:
        await offer_all(tapped.case_id, written_at=tapped.at, **about)
        return None
    if tapped.pieces and not tapped.done:
        await offer_pieces(tapped, **about)
        return None
    if not tapped.done:
        words, owners = await kept_of(tapped.case_id)
        named = await part_named(words, tapped.order_id, customer_ids=owners)
        await offer_pieces(tapped, named=named or {}, **about)
        return None if named is None else plain(settings.default_locale, "withdraw-enter-which-toast")
    about |= {"written_at": tapped.at, "pieces": tapped.pieces, "staff_id": staff_id}
    made = await enter_declaration(tapped.case_id, tapped.order_id, **about)
    return plain(settings.default_locale, "withdraw-enter-toast", number=made.numbers)
