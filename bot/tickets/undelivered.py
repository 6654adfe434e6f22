"""Tells the staff what a customer will not read: a message of service that was given up though the chat is there."""

from datetime import datetime, timedelta

from bot.config import Settings
from bot.customers.models import Chat
from bot.db import unit_of_work
from bot.i18n import Markup, html, plain
from bot.outbox.messages import text_message
from bot.outbox.models import Push
from bot.outbox.purposes import PURPOSES
from bot.outbox.queue import NewPush, enqueue_all
from bot.outbox.reasons import Why
from bot.shop.models import Order

LATELY = timedelta(hours=1)
# In an hour; where more fail, these say enough, and `show pushes --status failed` has the others.
MOST_TOLD = 10
# Who has stopped the bot knows why nothing comes.
NOT_THEIR_WISH = (Why.SERVER_ERROR, Why.TIMED_OUT, Why.DROPPED, Why.BAD_ANSWER, Why.NOT_DRAWN, Why.REFUSED)
# An answer of the staff has its own mark, and a card that was not edited is no news.
SERVICE = tuple(
    name for name, each in PURPOSES.items() if not each.advertising and name not in {"staff", "receipt", "card"}
)


@unit_of_work
async def tell_undelivered(settings: Settings, *, now: datetime) -> int:
    """Post a line for each message that failed within the last hour, once; how many are new."""
    if settings.staff_chat_id is None:
        return 0
    failed = Push.filter(has_text=True, settled_at__gt=now - LATELY, status="failed", why__in=NOT_THEIR_WISH)
    theirs = failed.filter(chat_id__gt=0, purpose__in=SERVICE, receipt__isnull=True).exclude(customer_id=None)
    lines = []
    for push in await theirs.order_by("id").limit(MOST_TOLD):
        params = text_message(await _text(push, settings))
        once = f"undelivered:{push.id}"
        new = NewPush(settings.staff_chat_id, "sendMessage", params, "staff", once, customer_id=push.customer_id)
        lines.append(new)
    return len(await enqueue_all(lines, now=now))


async def _text(push: Push, settings: Settings) -> Markup:
    locale = settings.default_locale
    chat = await Chat.get_or_none(id=push.chat_id)
    order = await Order.get_or_none(id=push.order_id) if push.order_id else None
    return html(
        locale,
        "case-undelivered",
        name=(chat and chat.first_name) or html(locale, "case-card-no-chat"),
        about=plain(locale, f"purpose-{push.purpose}"),
        order=plain(locale, "settings-news-order", number=order.number) if order else "",
        reason=plain(locale, f"why-{push.why}"),
    )
