"""Questions about one's own orders that are asked in a group: answered in private, and the group reads only that."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import EphemeralMessageParameters, InlineKeyboardMarkup, Message, ReplyParameters, User

from bot.callbacks import OpenOrder
from bot.clock import Clock
from bot.community.joining import is_ours
from bot.community.restraint import may_speak_up
from bot.config import Settings
from bot.customers.profile import Profile, known_profile
from bot.i18n import Markup, html, plain
from bot.outbox.messages import callback_button
from bot.shop.orders import list_orders
from bot.support.overheard import asks_of_own
from dialogs.order_buttons import order_entry
from dialogs.order_declared import marks_of
from handlers.conditions import author

ORDERS_SHOWN = 5


async def asked_unaddressed(message: Message, settings: Settings, clock: Clock, is_live: bool) -> bool:
    """Whether somebody surely asks the shop, in a group of the shop's, and was not answered there lately.

    Who replies to somebody else talks with them. The last condition counts as answered.
    """
    asker = author(message)
    if not is_live or asker is None or message.reply_to_message is not None or message.forward_origin is not None:
        return False
    if not asks_of_own(message.text or message.caption or ""):
        return False
    return await is_ours(message.chat.id, settings=settings) and await may_speak_up(asker, now=clock.now())


async def written_privately(message: Message, bot: Bot, settings: Settings, clock: Clock) -> bool:
    """Answer the writer in their private chat; False for whom that cannot be: strangers, and who has linked nothing."""
    user = message.from_user
    profile = await known_profile(user.id, settings=settings) if user else None
    if user is None or profile is None or not profile.is_linked:
        return False
    if not await _is_sent(bot, user, message.chat.title or "", profile, clock):
        return False
    await _tell_there(bot, message, user, html(profile.locale, "question-group-written"))
    return True


async def _tell_there(bot: Bot, message: Message, user: User, text: Markup) -> None:
    """To the writer alone where the bot is an administrator, else to all; it may not reach who is offline (the API
    says so), and need not: the answer is in their private chat."""
    try:
        await bot.send_message(
            message.chat.id,
            text,
            reply_parameters=ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True),
            ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=user.id),
        )
    except TelegramBadRequest:
        await message.reply(text)


async def _is_sent(bot: Bot, user: User, group: str, profile: Profile, clock: Clock) -> bool:
    today = clock.now().astimezone(profile.tz).date()
    page = await list_orders(profile.customer_ids, today=today, limit=ORDERS_SHOWN)
    marks = await marks_of(page.orders)
    entries = [order_entry(order, profile, marks) for order in page.orders]
    rows = [
        [callback_button(plain(profile.locale, _label(each["late"]), **_told(each)), _open(each["id"]))]
        for each in entries
    ]
    head = html(profile.locale, "question-group-private" if rows else "question-group-no-order", group=group)
    keyboard = InlineKeyboardMarkup.model_validate({"inline_keyboard": rows}) if rows else None
    try:
        await bot.send_message(user.id, head, reply_markup=keyboard)
    except (TelegramForbiddenError, TelegramBadRequest):
        return False
    return True


def _label(is_late: bool) -> str:
    return "orders-entry-late-button" if is_late else "orders-entry-button"


def _told(entry: dict[str, object]) -> dict[str, str]:
    return {"number": str(entry["number"]), "state": str(entry["state"])}


def _open(order_id: int) -> str:
    return OpenOrder(order_id=order_id).pack()
