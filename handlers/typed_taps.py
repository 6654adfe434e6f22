"""A button's label, typed: it counts as the tap, where something has been begun."""

from typing import Any, cast

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.api.internal import CONTEXT_KEY
from aiogram_dialog.utils import remove_intent_id

from bot.support.asking_withdrawal import declares
from bot.support.spoken import parts_of
from dialogs.states import BEGUN, Changing, Returned, Returning, Withdrawal

READ = BEGUN | {Returning.details, Returned.photo, Changing.wish}
# Their button declares; anywhere else words that declare are kept as such (§ 355 BGB), whatever a button says.
DECLARING = frozenset({Withdrawal.confirm, Returning.summary})
LONGEST_LABEL = 60
# Behind it stands how many of it are chosen.
HEAD_ENDS = "·"


class MayBeLabel(BaseFilter):
    """Whether there is a screen whose buttons are worth comparing with what was typed."""

    async def __call__(self, message: Message, *, is_live: bool, **data: Any) -> bool:
        context, text = data.get(CONTEXT_KEY), message.text or ""
        if context is None or not is_live or context.state not in READ or len(text) > LONGEST_LABEL:
            return False
        return context.state in DECLARING or not declares(text)


class SaidTap(CallbackQuery):
    """A tap in words: what would pass as a toast is written."""

    async def answer(self, text: str | None = None, **_: Any) -> bool:  # type: ignore[override]  # nobody has tapped
        if text and self.bot:
            await self.bot.send_message(self.from_user.id, text, parse_mode=None)
        return True


async def answer_label(message: Message, dialog_manager: DialogManager) -> None:
    """As a tap on the only button that is called so; whatever else was typed is left to the next handler."""
    context, dialog = dialog_manager.current_context(), _dialog(dialog_manager)
    shown = await dialog.render(dialog_manager)
    tapped = _named(message.text or "", shown.reply_markup)
    if tapped is None or message.from_user is None:
        raise SkipHandler
    said = SaidTap(id="0", from_user=message.from_user, chat_instance="typed", message=None, data=tapped)
    await dialog.windows[context.state].process_callback(said.as_(message.bot), dialog, dialog_manager)
    if dialog_manager.has_context() and dialog_manager.current_context() == context:
        await dialog_manager.show()


def _dialog(manager: DialogManager) -> Dialog:
    return cast(Dialog, cast(Any, manager).dialog())  # its protocol does not tell of it


def _named(text: str, keyboard: Any) -> str | None:
    said = parts_of(text)
    if not said or not isinstance(keyboard, InlineKeyboardMarkup):
        return None
    keys = [key for row in keyboard.inline_keyboard for key in row if key.callback_data]
    fits = [key for key in keys if said in (parts_of(key.text), parts_of(key.text.split(HEAD_ENDS)[0]))]
    return remove_intent_id(fits[0].callback_data or "")[1] if len(fits) == 1 else None
