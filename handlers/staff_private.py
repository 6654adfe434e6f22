"""What the staff do in private with the bot: follow the link of a card, open queue and reports, name each other."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import Markup, html
from bot.staff.roles import LastOwnerError, NotAllowedError, Right, Role, grant, may, revoke
from bot.tickets.links import LINK, read_link
from dialogs.staff_commands import show_commands
from dialogs.states import Case, Closing, Goodwill, Home, Members, Questions, Queue, Reports
from dialogs.widgets import LONGEST_ID, noticing
from handlers.conditions import Allowed, Fits

# What opens on top of the case.
BEHIND = {"close": Closing.cause, "goodwill": Goodwill.choice}


def build() -> Router:
    router = Router(name="staff in private")
    router.message.filter(Fits(F.chat.type == "private"))
    router.message.register(open_case, CommandStart(deep_link=True, magic=F.args.regexp(LINK)))
    router.message.register(open_queue, Command("queue"), Allowed(Right.ANSWER))
    router.message.register(name_staff, Command("staff"), Allowed(Right.APPOINT))
    router.message.register(open_queue, Command("staff"), Allowed(Right.ANSWER))
    router.message.register(open_report, Command("report"), Allowed(Right.REPORT))
    router.message.register(open_questions, Command("questions"), Allowed(Right.ANSWER))
    router.message.register(show_id, Command("id"))
    return router


async def open_case(
    message: Message, command: CommandObject, dialog_manager: DialogManager, settings: Settings
) -> None:
    """The link of a card: the case, or closing it, or goodwill; anybody else is told that it is not theirs."""
    wanted = read_link(command.args or "")
    person = message.from_user.id if message.from_user else None
    if wanted is None or not await may(person, Right.ANSWER, settings=settings):
        await _open(dialog_manager, Home.menu, noticing("staff-not-allowed-alert"))
        return
    door, case_id = wanted
    data = {"case_id": case_id}
    if door == "case":
        await _open(dialog_manager, Case.card, data)
        return
    await dialog_manager.start(Case.card, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
    await dialog_manager.start(BEHIND[door], data, show_mode=ShowMode.SEND)


async def open_queue(_: Message, dialog_manager: DialogManager) -> None:
    await _open(dialog_manager, Queue.page)


async def open_report(_: Message, dialog_manager: DialogManager) -> None:
    await _open(dialog_manager, Reports.picture)


async def open_questions(_: Message, dialog_manager: DialogManager) -> None:
    await _open(dialog_manager, Questions.groups)


async def show_id(message: Message, settings: Settings) -> None:
    """Newcomers tell this number to an owner."""
    if message.from_user:
        await message.reply(html(settings.default_locale, "staff-id", id=str(message.from_user.id)))


async def name_staff(
    message: Message, command: CommandObject, dialog_manager: DialogManager, settings: Settings, clock: Clock
) -> None:
    """`/staff` opens the list, `/staff grant ID ROLE NAME` enters, `/staff revoke ID` removes."""
    granter = message.from_user.id if message.from_user else None
    try:
        text = await _name(granter, (command.args or "").split(), settings, clock)
    except (NotAllowedError, LastOwnerError) as refusal:
        text = html(settings.default_locale, refusal.key)
    if text:
        await message.reply(text)
        await _show_menu(message, command, settings)
    else:
        await _open(dialog_manager, Members.list)


async def _show_menu(message: Message, command: CommandObject, settings: Settings) -> None:
    """Whoever was entered or dismissed sees it in their own command menu."""
    _, number, *_ = (command.args or "").split()
    if message.bot and _is_id(number):
        await show_commands(message.bot, int(number), settings=settings)


async def _name(granter: int | None, words: list[str], settings: Settings, clock: Clock) -> Markup | None:
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
            return None


def _is_id(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) <= LONGEST_ID


async def _open(manager: DialogManager, state: State, data: dict[str, Any] | None = None) -> None:
    await manager.start(state, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
