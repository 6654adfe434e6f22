"""The door of the staff's screens: whoever opens one or taps in it is asked for their right at that moment (PRV-07)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message, TelegramObject, User
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Row

from bot.staff.roles import Right, Role, check, find_role
from bot.tickets.wording import Reader
from dialogs.states import Queue
from dialogs.widgets import Label, go_back, started_with

OnStart = Callable[[Any, DialogManager], Awaitable[None]]


def behind_door(*windows: Window, right: Right, on_start: OnStart | None = None) -> Dialog:
    """A dialog for those with this right; its windows' getters are given `staff_id` and `reader`.

    A tap or a message of anybody else ends at the customer's home screen, and so does opening it in any way.
    """

    async def start(data: Any, manager: DialogManager) -> None:
        await check(staff_id_of(manager), right, settings=manager.middleware_data["settings"])
        if on_start:
            await on_start(data, manager)

    async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        settings = dialog_manager.middleware_data["settings"]
        staff_id = await check(staff_id_of(dialog_manager), right, settings=settings)
        role = await find_role(staff_id, settings=settings)
        # The getters of windows are given this and not what the dialog's getter returns.
        dialog_manager.middleware_data.update(staff_id=staff_id, reader=reader_of(dialog_manager))
        return {"is_owner": role is Role.OWNER}

    dialog = Dialog(*windows, getter=getter, on_start=start)
    dialog.callback_query.middleware(Door(right))
    dialog.message.middleware(Door(right))
    return dialog


class Door(BaseMiddleware):
    """Lets nobody through who has not this right now, whatever they had when the screen was opened."""

    def __init__(self, right: Right) -> None:
        self.right = right

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        person = event.from_user if isinstance(event, CallbackQuery | Message) else None
        await check(person.id if person else None, self.right, settings=data["settings"])
        return await handler(event, data)


def staff_id_of(manager: DialogManager) -> int:
    """Whoever taps or writes; 0, which is nobody, for a channel."""
    person = getattr(manager.event, "from_user", None)
    return person.id if isinstance(person, User) else 0


def reader_of(manager: DialogManager) -> Reader:
    """Staff read their screens in the language they have chosen for themselves."""
    profile = manager.middleware_data["profile"]
    return Reader(profile.locale, profile.tz)


def case_id_of(manager: DialogManager) -> int:
    """The case that the screen was opened for; 0, which there is not, without one."""
    case_id = started_with(manager).get("case_id")
    return case_id if isinstance(case_id, int) else 0


def opening(state: State) -> Callable[[CallbackQuery, Button, DialogManager], Awaitable[None]]:
    """What a button does that opens another family of screens about the same case."""

    async def on_click(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await manager.start(state, {"case_id": case_id_of(manager)})

    return on_click


def staff_footer(screen: str) -> Row:
    """Back, and the queue, from which everything else is reached."""
    return Row(
        Button(Label("menu-back-button"), id=f"{screen}_back", on_click=_on_back),
        Button(Label("desk-queue-button"), id=f"{screen}_queue", on_click=_on_queue),
    )


async def _on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await go_back(manager)


async def _on_queue(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Queue.page, mode=StartMode.RESET_STACK)
