"""Tells everybody once when the privacy notice has changed (Telegram's terms, 4; rules.md 3.5: a legal duty)."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.customers.audience import Recipient, customers_of, find_recipients
from bot.customers.models import Chat
from bot.customers.wordings import TextVersion, version_of
from bot.db import unit_of_work
from bot.i18n import html, plain
from bot.outbox.messages import Keyboard, callback_button, text_message
from bot.outbox.queue import NewPush, enqueue_all

CHATS_AT_ONCE = 500


@unit_of_work
async def tell_of_new_notice(settings: Settings, *, now: datetime) -> int:
    """Queue the news for a page of those who know an older version; how many, 0 when everybody knows.

    Who cannot be reached is told after they have come back.
    """
    newest = version_of("privacy")
    behind = Chat.filter(privacy_version__lt=newest.version, unreachable_at=None)
    ids = [chat.id for chat in await behind.order_by("id").limit(CHATS_AT_ONCE)]
    people = await find_recipients(ids, settings=settings)
    bought = await customers_of(ids)
    news = [_news(person, bought.get(person.chat_id, ()), newest, settings) for person in people.values()]
    await enqueue_all(news, now=now)
    await Chat.filter(id__in=ids).update(privacy_version=newest.version)
    return len(ids)


def _news(person: Recipient, bought: Sequence[int], newest: TextVersion, settings: Settings) -> NewPush:
    locale = person.locale
    text = html(locale, "privacy-changed", shop=settings.shop_name, version=str(newest.version), day=newest.since)
    once = f"privacy:{newest.version}:{person.chat_id}"
    params = text_message(text, keyboard=_keyboard(person))
    return NewPush(person.chat_id, "sendMessage", params, "legal", once, customer_id=next(iter(bought), None))


def _keyboard(person: Recipient) -> Keyboard:
    from bot.callbacks import OpenConsents, OpenPrivacy  # brings aiogram along, which the sender does without

    return [
        [callback_button(plain(person.locale, "privacy-read-button"), OpenPrivacy().pack())],
        [callback_button(plain(person.locale, "consent-diary-button"), OpenConsents().pack())],
    ]
