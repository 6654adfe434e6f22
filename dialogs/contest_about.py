"""A contest on the staff's screens: which one it is, and how a refusal is told."""

from collections.abc import Coroutine
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.community.contests import ContestFacts, find_contest
from bot.errors import CustomerError
from bot.i18n import plain
from dialogs.staff_door import reader_of
from dialogs.widgets import started_with, toast


def contest_id_of(manager: DialogManager) -> int:
    """The contest that the screen was opened for; 0, which there is not, without one."""
    contest_id = started_with(manager).get("contest_id")
    return contest_id if isinstance(contest_id, int) else 0


async def look(manager: DialogManager) -> ContestFacts | None:
    """The contest as it is now."""
    return await find_contest(contest_id_of(manager))


async def tried(manager: DialogManager, event: CallbackQuery | Message, verb: Coroutine[Any, Any, Any]) -> bool:
    """Do it; False, and told why, where that cannot be."""
    try:
        await verb
    except CustomerError as refusal:
        text = plain(reader_of(manager).locale, refusal.key, **refusal.values)
        if isinstance(event, CallbackQuery):
            await toast(event, text, alert=True)
        else:
            await event.answer(text)
        return False
    return True
