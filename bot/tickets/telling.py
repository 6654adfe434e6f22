"""What the customer of a case is told by the bot, beside what people write."""

from datetime import datetime
from typing import cast

from bot.config import Locale, Settings
from bot.customers.audience import Recipient, find_recipients
from bot.i18n import Value, html, plain
from bot.outbox.messages import Keyboard, callback_button, text_message
from bot.outbox.queue import enqueue
from bot.tickets.models import Case


async def tell_customer(
    case: Case,
    key: str,
    *,
    once: str | None,
    settings: Settings,
    now: datetime,
    ending: bool = False,
    **values: Value,
) -> int | None:
    """Queue one of our texts for the customer's chat; `ending` adds the button that ends the conversation."""
    if case.chat_id is None:
        return None
    locale, recipient = await reader_of(case, settings)
    zone = recipient.tz if recipient else settings.time_zone
    text = html(locale, key, tz=zone, shop=settings.shop_name, **values)
    params = text_message(text, keyboard=ending_keyboard(case.id, locale) if ending else ())
    return await enqueue(
        case.chat_id, "sendMessage", params, once=once, purpose="answer", now=now, customer_id=case.customer_id
    )


async def reader_of(case: Case, settings: Settings) -> tuple[Locale, Recipient | None]:
    """The language the customer reads now; that of the case when the chat is not known."""
    found = await find_recipients([case.chat_id] if case.chat_id is not None else [], settings=settings)
    recipient = next(iter(found.values()), None)
    return recipient.locale if recipient else cast(Locale, case.locale or settings.default_locale), recipient


def ending_keyboard(case_id: int, locale: Locale) -> Keyboard:
    from bot.callbacks import EndTalk  # brings aiogram along, which imports and the sender do without

    return [[callback_button(plain(locale, "case-end-button"), EndTalk(case_id=case_id).pack())]]
