"""What an update ends with: a screen, or somebody of the staff who is told."""

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks import AskHuman
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import html, plain
from bot.tickets.talks import ask_for_human
from dialogs.states import BEGUN, Asking, Home, Returning, Withdrawal
from dialogs.widgets import leave_form, started_with
from handlers.answers import where_humans_are
from handlers.keyboards import one_button
from handlers.topics import Screen

# A draft that somebody leaves again and again is one that they have left.
DEEPEST = 8


async def open_screen(manager: DialogManager, screen: Screen) -> None:
    """On top of what has been begun, so that "back" leads there; in place of anything else."""
    state, data = screen
    is_above = is_begun(manager) and _stays(manager, state, data)
    mode = StartMode.NORMAL if is_above else StartMode.RESET_STACK
    await manager.start(state, data, mode=mode, show_mode=ShowMode.SEND)


def is_begun(manager: DialogManager) -> bool:
    """Whether the open screen has something that is not done yet, and would be lost."""
    if not manager.has_context():
        return False
    return manager.current_context().state in BEGUN | {Returning.details, Withdrawal.which}


async def say_above(manager: DialogManager, key: str, is_human_offered: bool = False) -> None:  # as unsure.kept tells
    """Words of the bot's, and the open screen once more below them."""
    profile = manager.middleware_data["profile"]
    offer = one_button(plain(profile.locale, "case-human-button"), AskHuman(order_id=order_on_screen(manager) or 0))
    bot = manager.middleware_data["bot"]
    await bot.send_message(profile.chat_id, html(profile.locale, key), reply_markup=offer if is_human_offered else None)
    await manager.show(ShowMode.SEND)


def _stays(manager: DialogManager, state: State, data: dict[str, Any]) -> bool:
    """The same begun anew takes its place, and so does what answers "which one?"; from home nothing leads back."""
    context = manager.current_context()
    if context.state == Withdrawal.which:
        return False
    is_anew = state.group is context.state.group and data.get("order_id") == order_on_screen(manager)
    return state != Home.menu and not is_anew and len(manager.current_stack().intents) < DEEPEST


async def call_human(
    manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    *,
    order_id: int | None,
    about: str | None = None,
) -> None:
    """Open a case; where no staff can be reached in the chat, say honestly where they are.

    `about` is the intent that led here, else that of the screen on which somebody is to be asked.
    """
    if settings.staff_chat_id is None:
        await open_screen(manager, where_humans_are(settings))
        return
    await ask_for_human(
        profile.chat_id,
        order_id=order_id,
        locale=profile.locale,
        settings=settings,
        now=clock.now(),
        about=about or asked_on_screen(manager),
    )
    await leave_form(manager)


def asked_on_screen(manager: DialogManager) -> str | None:
    """What the open screen offers to ask the staff about."""
    if not manager.has_context() or manager.current_context().state != Asking.about:
        return None
    wish = started_with(manager).get("wish")
    return wish if isinstance(wish, str) and wish != "feedback" else None


def order_on_screen(manager: DialogManager) -> int | None:
    """What "it" may be about."""
    order_id = started_with(manager).get("order_id") if manager.has_context() else None
    return order_id if isinstance(order_id, int) else None
