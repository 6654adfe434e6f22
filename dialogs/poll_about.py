"""A poll on the staff's screens: which one it is, and what acts on it are given."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.broadcasts.polls import PollFacts, find_poll
from dialogs.staff_door import staff_id_of
from dialogs.widgets import started_with


def poll_id_of(manager: DialogManager) -> int:
    """The poll that the screen was opened for; 0, which there is not, without one."""
    poll_id = started_with(manager).get("poll_id")
    return poll_id if isinstance(poll_id, int) else 0


async def look(manager: DialogManager) -> PollFacts | None:
    """The poll as it is now."""
    return await find_poll(poll_id_of(manager))


def about_it(manager: DialogManager) -> dict[str, Any]:
    """What the next screen about it is opened with."""
    return {"poll_id": poll_id_of(manager)}


def by(manager: DialogManager) -> dict[str, Any]:
    """Who acts, and when."""
    return {"by": staff_id_of(manager), "now": manager.middleware_data["clock"].now()}
