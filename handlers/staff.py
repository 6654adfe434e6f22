"""What the staff do in their chat: answer by replying to a card, tap its buttons, look at the queue, name each other.

Everything is asked of the account that acts (`from_user.id`): being in the staff chat grants nothing (PRV-07).
"""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.callbacks import CaseAct
from bot.clock import Clock
from bot.config import Settings
from bot.i18n import Markup, html, lines, plain
from bot.outbox.queue import current_chat
from bot.staff.roles import NotAllowedError, Right, Role, check, grant, list_staff, may, revoke
from bot.tickets.cards import find_case_at
from bot.tickets.cases import close_case, reopen_case, take_case
from bot.tickets.details import send_details
from bot.tickets.messages import note, reply
from bot.tickets.queue import list_queue, queue_text
from handlers.conditions import Fits
from handlers.human import as_written

LONGEST_ID = 18


class InStaffChat(BaseFilter):
    """Lets pass what is said in the staff chat, also after it got another id."""

    async def __call__(self, message: Message, settings: Settings) -> bool:
        chat = settings.staff_chat_id
        return chat is not None and message.chat.id in {chat, await current_chat(chat)}


class OnCase(BaseFilter):
    """Whether the message replies to a card, or to a message of a case; gives the handler `case_id`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        replied = message.reply_to_message
        case_id = await find_case_at(message.chat.id, replied.message_id) if replied else None
        return {"case_id": case_id} if case_id else False


class Allowed(BaseFilter):
    """Lets pass those who have the right; what others type is no command."""

    def __init__(self, right: Right) -> None:
        self._right = right

    async def __call__(self, message: Message, settings: Settings) -> bool:
        return await may(_author(message), self._right, settings=settings)


def build() -> Router:
    router = Router(name="staff")
    private = Fits(F.chat.type == "private")
    router.message.register(show_queue, Command("queue"), InStaffChat(), Allowed(Right.ANSWER))
    router.message.register(show_queue, Command("queue"), private, Allowed(Right.ANSWER))
    router.message.register(name_staff, Command("staff"), private, Allowed(Right.APPOINT))
    router.message.register(show_id, Command("id"), private)
    router.message.register(answer_case, InStaffChat(), OnCase())
    router.callback_query.register(act_on_case, CaseAct.filter())
    return router


async def show_queue(message: Message, settings: Settings, clock: Clock) -> None:
    await message.reply(queue_text(await list_queue(clock.now()), settings))


async def show_id(message: Message, settings: Settings) -> None:
    """Newcomers tell this number to an owner."""
    if message.from_user:
        await message.reply(html(settings.default_locale, "staff-id", id=str(message.from_user.id)))


async def answer_case(message: Message, case_id: int, settings: Settings, clock: Clock) -> None:
    """A reply to a card goes to the customer; a command never does, known or not."""
    try:
        staff_id = await check(_author(message), Right.ANSWER, settings=settings)
    except NotAllowedError:
        await message.reply(html(settings.default_locale, "staff-not-allowed"))
        return
    words = (message.text or message.caption or "").lstrip()
    if words.startswith("/"):
        said = await _obey(message, words, case_id, staff_id, settings, clock)
    else:
        said = await _send(message, case_id, staff_id, settings, clock)
    if said:
        await message.reply(html(settings.default_locale, said))


async def _obey(
    message: Message, words: str, case_id: int, staff_id: int, settings: Settings, clock: Clock
) -> str | None:
    """Carry out `/note …`, `/take` or `/close`; the key of what to say."""
    command, rest = words.split(maxsplit=1) if len(words.split()) > 1 else (words.strip(), "")
    now = clock.now()
    match command.casefold().partition("@")[0]:
        case "/note":
            written = as_written(message, rest)
            if written is None:
                return "staff-not-sent-kind"
            await note(case_id, written, staff_id=staff_id, settings=settings, now=now)
            return "staff-noted"
        case "/take":
            taken = await take_case(case_id, staff_id=staff_id, settings=settings, now=now)
            return None if taken else "staff-taken-before-toast"
        case "/close":
            closed = await close_case(case_id, because="staff", staff_id=staff_id, settings=settings, now=now)
            return None if closed else "staff-closed-before-toast"
        case _:
            return "staff-not-sent-command"


async def _send(message: Message, case_id: int, staff_id: int, settings: Settings, clock: Clock) -> str | None:
    written = as_written(message)
    if written is None:
        return "staff-not-sent-kind"
    sent = await reply(case_id, written, staff_id=staff_id, settings=settings, now=clock.now())
    return None if sent else "staff-not-sent-closed"


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
        case "close":
            done = await close_case(case_id, because="staff", staff_id=staff_id, settings=settings, now=now)
            return "staff-closed-toast" if done else "staff-closed-before-toast"
        case "reopen":
            done = await reopen_case(case_id, staff_id=staff_id, settings=settings, now=now)
            return "staff-reopened-toast" if done else "staff-not-reopened-alert"
        case "details":
            done = await send_details(case_id, staff_id=staff_id, settings=settings, now=now)
            return "staff-details-alert" if done else "staff-no-details-alert"


async def name_staff(message: Message, command: CommandObject, settings: Settings, clock: Clock) -> None:
    """`/staff` lists, `/staff grant ID ROLE NAME` enters, `/staff revoke ID` removes."""
    try:
        text = await _name(_author(message), (command.args or "").split(), settings, clock)
    except NotAllowedError:
        text = html(settings.default_locale, "staff-not-allowed-alert")
    await message.reply(text)


async def _name(granter: int | None, words: list[str], settings: Settings, clock: Clock) -> Markup:
    locale = settings.default_locale
    match words:
        case ["grant", number, role, *name] if _is_id(number) and role in set(Role):
            user_id, given = int(number), Role(role)
            await grant(granter, user_id, given, name=" ".join(name), settings=settings, now=clock.now())
            return html(locale, "staff-granted", id=number, role=html(locale, f"staff-role-{role}"))
        case ["revoke", number] if _is_id(number):
            gone = await revoke(granter, int(number), settings=settings, now=clock.now())
            return html(locale, "staff-revoked" if gone else "staff-unknown", id=number)
        case _:
            return await _staff_text(settings)


async def _staff_text(settings: Settings) -> Markup:
    locale = settings.default_locale
    members = [
        html(
            locale,
            "staff-list-line",
            role=html(locale, f"staff-role-{member.role.value}"),
            name=member.name or "?",
            id=str(member.id),
        )
        for member in await list_staff(settings)
    ]
    return lines([html(locale, "staff-list"), *members, html(locale, "staff-list-hint")])


def _is_id(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) <= LONGEST_ID


def _author(message: Message) -> int | None:
    """The person who writes; an anonymous administrator or a channel is nobody."""
    return message.from_user.id if message.from_user and message.sender_chat is None else None
