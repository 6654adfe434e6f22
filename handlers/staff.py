"""What the staff do in their chat: answer by replying to a card, tap its buttons, look at the queue.

Everything is asked of the account that acts (`from_user.id`): being in the staff chat grants nothing (PRV-07).
"""

from typing import Any

from aiogram import Router
from aiogram.filters import BaseFilter, Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import CaseAct
from bot.clock import Clock
from bot.config import Settings
from bot.i18n import Markup, html, plain
from bot.loyalty.coupons import BadCodeError
from bot.outbox.queue import current_chat
from bot.staff.roles import NotAllowedError, Right, check
from bot.tickets.cards import wait_for_case_at
from bot.tickets.cases import resolve_case
from bot.tickets.details import send_details
from bot.tickets.goodwill import Gift, give
from bot.tickets.links import case_link
from bot.tickets.queue import list_queue, queue_text
from bot.tickets.reopening import reopen_case
from bot.tickets.replies import note, reply, was_sent
from bot.tickets.resolutions import ACTIONS, CAUSES, Resolution
from bot.tickets.resting import KeptOpenError
from bot.tickets.taking import take_case
from dialogs.written import as_written, command_in, kind_of
from handlers.conditions import Allowed, author

SAID = {
    "queued": None,
    "corrected": "staff-corrected",
    "noted": "staff-noted",
    "of_note": None,
    "closed": "staff-not-sent-closed",
    "no_chat": "staff-not-sent-no-chat",
}

GIVEN = {
    "given": None,
    "before": "goodwill-before-alert",
    "closed": "staff-closed-before-toast",
    "nobody": "goodwill-nobody-alert",
    "too_much": "goodwill-too-much-alert",
    "too_many": "goodwill-too-many-alert",
    "used": "goodwill-used-alert",
    "not_allowed": "staff-not-allowed-alert",
}
LONGEST_NUMBER = 9


class InStaffChat(BaseFilter):
    """Lets pass what is said in the staff chat, also after it got another id."""

    async def __call__(self, message: Message, settings: Settings) -> bool:
        chat = settings.staff_chat_id
        return chat is not None and message.chat.id in {chat, await current_chat(chat)}


class OnCase(BaseFilter):
    """Whether the message replies to a card, or to a message of a case; gives the handler `case_id`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        replied = message.reply_to_message
        is_ours = replied and replied.from_user and message.bot and replied.from_user.id == message.bot.id
        case_id = await wait_for_case_at(message.chat.id, replied.message_id) if replied and is_ours else None
        return {"case_id": case_id} if case_id else False


def build() -> Router:
    router = Router(name="staff")
    router.message.register(show_queue, Command("queue"), InStaffChat(), Allowed(Right.ANSWER))
    router.message.register(answer_case, InStaffChat(), OnCase())
    router.edited_message.register(answer_case, InStaffChat(), OnCase())  # captions; texts come as if new
    router.callback_query.register(act_on_case, CaseAct.filter())
    return router


async def show_queue(message: Message, settings: Settings, clock: Clock) -> None:
    await message.reply(queue_text(await list_queue(clock.now()), settings))


async def answer_case(message: Message, case_id: int, settings: Settings, clock: Clock) -> None:
    """A reply to a card goes to the customer; a command never does, known or not."""
    try:
        staff_id = await check(author(message), Right.ANSWER, settings=settings)
    except NotAllowedError:
        await message.reply(html(settings.default_locale, "staff-not-allowed"))
        return
    command = command_in(message)
    if command is None:
        await _send(message, case_id, staff_id, settings, clock)
    elif await was_sent(case_id, message.message_id):
        await message.reply(html(settings.default_locale, "staff-edited-command"))
    else:
        await _obey(message, command, case_id, staff_id, settings, clock)


async def _send(message: Message, case_id: int, staff_id: int, settings: Settings, clock: Clock) -> None:
    locale, written = settings.default_locale, as_written(message)
    if written is None:
        await message.reply(html(locale, "staff-not-sent-kind", kind=plain(locale, kind_of(message))))
        return
    outcome = await reply(case_id, written, staff_id=staff_id, settings=settings, now=clock.now())
    if key := SAID[outcome]:
        await message.reply(html(locale, key))


async def _obey(message: Message, words: str, case_id: int, staff_id: int, settings: Settings, clock: Clock) -> None:
    """Carry out `/note …`, `/take`, `/goodwill …` or `/close CAUSE ACTION …`; what there is to say is said below it.

    An album below a command stays among the staff: its first part is kept as a note, and the others follow it.
    """
    locale, now = settings.default_locale, clock.now()
    command, rest = words.split(maxsplit=1) if len(words.split()) > 1 else (words.strip(), "")
    key: str | None = None
    match command.casefold().partition("@")[0]:
        case "/note":
            key = await _note(message, rest, case_id, staff_id, settings, clock)
        case "/take":
            taken = await take_case(case_id, staff_id=staff_id, settings=settings, now=now)
            key = None if taken else "staff-taken-before-toast"
        case "/goodwill":
            key = await _give(message, rest, case_id, staff_id, settings, clock)
        case "/close" if resolution := _resolution(rest):
            try:
                done = await resolve_case(case_id, resolution, staff_id=staff_id, settings=settings, now=now)
                key = None if done else "staff-closed-before-toast"
            except KeptOpenError as refusal:
                key = refusal.key
        case "/close":
            await _explain_closing(message, case_id, settings)
        case _:
            key = "staff-not-sent-command"
    if message.media_group_id and key != "staff-noted":
        await _note(message, words, case_id, staff_id, settings, clock)
    if key:
        await message.reply(html(locale, key))


async def _note(message: Message, rest: str, case_id: int, staff_id: int, settings: Settings, clock: Clock) -> str:
    written = as_written(message, rest)
    if written is None:
        return "staff-not-sent-command"
    await note(case_id, written, staff_id=staff_id, settings=settings, now=clock.now())
    return "staff-noted"


async def _give(
    message: Message, rest: str, case_id: int, staff_id: int, settings: Settings, clock: Clock
) -> str | None:
    """`50` points or a code, and whatever sentence comes after; an edited or repeated message gives nothing more.

    It is given at once, so a code has capitals alone or a digit: the first word of a sentence is none.
    """
    what, words = (*rest.split(maxsplit=1), "", "")[:2]
    if not (what.isupper() or any(map(str.isdigit, what))):
        return "goodwill-how"
    try:
        gift = Gift(points=int(what)) if what.isdecimal() and len(what) < LONGEST_NUMBER else Gift(code=what)
    except (BadCodeError, ValueError):
        return "goodwill-how"
    outcome = await give(
        case_id,
        gift,
        tap=f"message:{message.message_id}",
        staff_id=staff_id,
        settings=settings,
        now=clock.now(),
        words=words.strip() or None,
        message_id=message.message_id,
    )
    return GIVEN[outcome]


def _resolution(rest: str) -> Resolution | None:
    """`late refunded`, and whatever words come after."""
    cause, action, words = (*rest.split(maxsplit=2), "", "", "")[:3]
    if cause.casefold() not in CAUSES or action.casefold() not in ACTIONS:
        return None
    return Resolution(cause.casefold(), action.casefold(), words or None)


async def _explain_closing(message: Message, case_id: int, settings: Settings) -> None:
    """What closing takes, and the way to where it is asked for by buttons."""
    locale, url = settings.default_locale, await case_link(case_id, "close")
    text = html(locale, "staff-close-how", causes=Markup(", ".join(CAUSES)), actions=Markup(", ".join(ACTIONS)))
    keyboard = None
    if url:
        button = InlineKeyboardButton(text=plain(locale, "staff-close-button"), url=url)
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await message.reply(text, reply_markup=keyboard)


async def act_on_case(callback: CallbackQuery, callback_data: CaseAct, settings: Settings, clock: Clock) -> None:
    locale = settings.default_locale
    try:
        staff_id = await check(callback.from_user.id, Right.ANSWER, settings=settings)
    except NotAllowedError:
        await callback.answer(plain(locale, "staff-not-allowed-alert"), show_alert=True)
        return
    key = await _act(callback_data, staff_id, settings, clock)
    await callback.answer(plain(locale, key), show_alert=key.endswith("-alert"))


async def _act(tapped: CaseAct, staff_id: int, settings: Settings, clock: Clock) -> str:
    case_id, now = tapped.case_id, clock.now()
    match tapped.act:
        case "take":
            done = await take_case(case_id, staff_id=staff_id, settings=settings, now=now)
            return "staff-taken-toast" if done else "staff-taken-before-toast"
        case "reopen":
            done = await reopen_case(case_id, staff_id=staff_id, settings=settings, now=now)
            return "staff-reopened-toast" if done else "staff-not-reopened-alert"
        case "details":
            done = await send_details(case_id, staff_id=staff_id, settings=settings, now=now)
            return "staff-details-alert" if done else "staff-no-details-alert"
