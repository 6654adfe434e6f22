"""A picture that the staff have asked for: it may be sent without a tap before, as people do who are asked for one."""

from contextlib import suppress
from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.internal import CONTEXT_KEY

from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.returns.adding import find_asked
from bot.support.asking_withdrawal import declares
from dialogs.photos import TooLargeError, photo_of
from dialogs.returned import on_photo
from dialogs.states import BEGUN, Returned, Withdrawal
from dialogs.widgets import noticing
from dialogs.written import words_of
from handlers.conditions import Fits
from handlers.opening import open_screen
from handlers.questions import NoScreenWaits


class AskedForPhoto(BaseFilter):
    """Whether a return of theirs waits for a photo, and nothing else that is begun would be left for it.

    Gives the handler `return_ids`. Words below it that withdraw from a contract go where they are kept as such.
    """

    async def __call__(self, message: Message, profile: Profile, is_live: bool, **data: Any) -> bool | dict[str, Any]:
        context = data.get(CONTEXT_KEY)
        if context is not None and context.state in BEGUN | {Withdrawal.which}:
            return False
        if not is_live or not profile.customer_ids or declares(words_of(message)):
            return False
        with suppress(TooLargeError):  # the screen says so
            if photo_of(message) is None:
                return False
        asked = await find_asked(profile.customer_ids)
        return {"return_ids": asked} if asked else False


def build() -> Router:
    router = Router(name="photos_asked")
    router.message.filter(Fits(F.chat.type == "private", F.photo | F.document), NoScreenWaits())
    router.message.register(take_photo, AskedForPhoto())
    return router


async def take_photo(message: Message, return_ids: list[int], dialog_manager: DialogManager) -> None:
    """Of several that wait they choose the one that it belongs to."""
    if len(return_ids) > 1:
        await open_screen(dialog_manager, (Returned.list, noticing("return-photo-which")))
        return
    await open_screen(dialog_manager, (Returned.photo, {"return_id": return_ids[0]}))
    with suppress(NotFoundError):  # decided just now: the screen tells how it stands
        await on_photo(message, None, dialog_manager)
    await dialog_manager.show(ShowMode.EDIT)
