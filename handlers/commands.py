"""Commands: the same ways as the buttons, and deep links of order mails."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.broadcasts.links import LINK
from bot.callbacks import ConfirmLink, OpenMenu
from bot.clock import Clock
from bot.config import Settings as Config
from bot.customers.linking import preview_token
from bot.customers.profile import Profile
from bot.errors import LinkExpiredError
from bot.i18n import plain
from dialogs.linking import offer_text
from dialogs.staff_commands import show_commands_to_staff
from dialogs.states import Account, Help, Home, Language, Linking, Orders, Points, Privacy, Products, Settings
from dialogs.widgets import noticing
from handlers.conditions import Fits
from handlers.keyboards import buttons
from handlers.opening import open_screen

SCREENS: dict[str, State] = {
    "menu": Home.menu,
    "products": Products.page,
    "link": Linking.ways,
    "account": Account.card,
    "settings": Settings.menu,
    "language": Language.choice,
    "help": Help.text,
    "privacy": Privacy.text,
}
# What there is to see once a purchase is linked.
OF_PURCHASES: dict[str, State] = {"orders": Orders.page, "points": Points.card}
# A link of 43 characters in practice; Telegram passes at most 64. What stands below a post is no token either.
NOT_TOKENS = frozenset({"group"})


def build() -> Router:
    router = Router(name="commands")
    router.message.filter(Fits(F.chat.type == "private"))
    router.message.register(
        start_with_link, CommandStart(deep_link=True, magic=~(F.args.in_(NOT_TOKENS) | F.args.regexp(LINK)))
    )
    router.message.register(start, CommandStart(magic=~F.args.regexp(LINK)))
    router.message.register(open_of_purchases, Command(*OF_PURCHASES))
    router.message.register(open_named, Command(*SCREENS))
    return router


async def start_with_link(
    message: Message, command: CommandObject, dialog_manager: DialogManager, profile: Profile, clock: Clock
) -> None:
    """Show whose purchases the link would open; nothing is linked before they say that it is them."""
    token = command.args or ""
    try:
        offer = await preview_token(token, now=clock.now(), chat_id=profile.chat_id)
    except LinkExpiredError as refusal:
        await _open(dialog_manager, Linking.ways, noticing(refusal.key))
        return
    if offer.already_linked:
        await _open(dialog_manager, Home.menu, noticing("link-already"))
        return
    locale = profile.locale
    keyboard = buttons(
        (plain(locale, "link-confirm-button"), ConfirmLink(token=token)),
        (plain(locale, "link-cancel-button"), OpenMenu()),
    )
    await message.answer(offer_text(offer, profile), reply_markup=keyboard)


async def start(
    message: Message,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Config,
    is_live: bool,  # aiogram gives it by name
) -> None:
    """Newcomers choose their language first; everybody else is home at once, the staff with a menu of their own."""
    if is_live and message.bot:
        await show_commands_to_staff(message.bot, profile.chat_id, settings=settings)
    if profile.locale_chosen:
        await _open(dialog_manager, Home.menu)
    else:
        await _open(dialog_manager, Language.choice, {"first": True})


async def open_of_purchases(
    _: Message, command: CommandObject, dialog_manager: DialogManager, profile: Profile
) -> None:
    if profile.is_linked:
        await _open(dialog_manager, OF_PURCHASES[command.command])
    else:
        await _open(dialog_manager, Linking.ways, noticing("question-link-first"))


async def open_named(_: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """As if asked for in words: what has been begun, a withdrawal that waits for its tap say, is below it."""
    await open_screen(dialog_manager, (SCREENS[command.command], {}))


async def _open(manager: DialogManager, state: State, data: dict[str, Any] | None = None) -> None:
    """A command is a message, so the screen comes below it as a new one."""
    await manager.start(state, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
