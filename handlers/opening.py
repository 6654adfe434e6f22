"""What an update ends with: a screen, or somebody of the staff who is told."""

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.tickets.talks import ask_for_human
from dialogs.states import Asking
from dialogs.widgets import leave_form, started_with
from handlers.answers import where_humans_are
from handlers.topics import Screen


async def open_screen(manager: DialogManager, screen: Screen) -> None:
    state, data = screen
    await manager.start(state, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


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
