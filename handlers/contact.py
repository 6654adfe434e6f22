"""A shared telephone number: only one's own counts, and only to find one's own purchases."""

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import Message, ReplyKeyboardRemove
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.config import LOCALES
from bot.customers.linking import preview_contact
from bot.customers.profile import Profile
from bot.errors import CustomerError
from bot.i18n import html, plain
from dialogs.states import Linking
from dialogs.widgets import noticing
from handlers.conditions import Fits


class IsCancel(BaseFilter):
    """The text of the button beside "share my number", in whichever language it was shown."""

    async def __call__(self, message: Message) -> bool:
        return message.text in {plain(locale, "link-cancel-button") for locale in LOCALES}


def build() -> Router:
    router = Router(name="contact")
    router.message.filter(Fits(F.chat.type == "private"))
    router.message.register(take_contact, Fits(F.contact))
    router.message.register(cancel_sharing, IsCancel())
    return router


async def take_contact(message: Message, dialog_manager: DialogManager, profile: Profile) -> None:
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None:
        return
    # The only way to take the keyboard away is a message, so it says what happens next.
    await message.answer(html(profile.locale, "link-contact-received"), reply_markup=ReplyKeyboardRemove())
    try:
        offer = await preview_contact(contact.phone_number, owner_id=contact.user_id, sender_id=sender.id)
    except CustomerError as refusal:
        await _back_to_ways(dialog_manager, refusal.key)
        return
    if offer is None:
        await _back_to_ways(dialog_manager, "link-contact-unknown")
        return
    data = {"phone": contact.phone_number}
    await dialog_manager.start(Linking.offer, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def cancel_sharing(message: Message, dialog_manager: DialogManager, profile: Profile) -> None:
    await message.answer(html(profile.locale, "link-cancelled"), reply_markup=ReplyKeyboardRemove())
    await dialog_manager.start(Linking.ways, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _back_to_ways(manager: DialogManager, key: str) -> None:
    data = noticing(key)
    await manager.start(Linking.ways, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
