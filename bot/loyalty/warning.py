"""Warns customers of points that are about to expire, at the distances that the rules name (LOY-04).

It is advertising: the outbox sends it to nobody who has not agreed to offers, within the contact budget, outside quiet
hours and not to whom is to be left alone. Several lots are one message, and each lot is told once at each distance.
"""

from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.callbacks import ConsentTap, OpenPoints
from bot.config import Settings
from bot.customers.audience import Recipient, chats_of
from bot.db import unit_of_work
from bot.i18n import html, plain
from bot.loyalty.expiring import last_day_of, lots_of, slot_of
from bot.loyalty.lots import Lot
from bot.loyalty.programme import current_rules
from bot.outbox.messages import callback_button, text_message
from bot.outbox.queue import enqueue
from bot.shop.rows import change, fetch

CUSTOMERS_A_TURN = 200
# Whoever buys often has lots that expire day by day: one message tells of those of half as many days more, too.
FARTHER = 1.5
DUE = """
SELECT DISTINCT e.customer_id FROM loyalty_entry e
LEFT JOIN loyalty_warning w ON w.customer_id = e.customer_id AND w.days = ?
WHERE e.expires_at > ? AND e.expires_at <= ? AND (e.available_at IS NULL OR e.available_at <= ?) AND (
  w.id IS NULL OR e.expires_at > w.covered_until) AND e.customer_id > ? ORDER BY e.customer_id LIMIT ?"""
COVERED = """
INSERT INTO loyalty_warning (customer_id, days, covered_until) VALUES (?, ?, ?)
ON CONFLICT (customer_id, days) DO UPDATE SET covered_until = excluded.covered_until
  WHERE loyalty_warning.covered_until < ? RETURNING id"""

log = structlog.get_logger(__name__)


async def warn_of_expiry(settings: Settings, *, now: datetime) -> int:
    """Warn who is due, the nearest distance first; how many messages that made."""
    days, made = sorted((await current_rules()).warn_days), 0
    for index, each in enumerate(days):
        last = 0
        while due := await _due(each, last, now):
            for last in due:
                made += await _warn(last, days[index:], settings, now)
    return made


async def _due(days: int, last: int, now: datetime) -> list[int]:
    until = now + timedelta(days=days)
    rows = await fetch(DUE, days, now, until, now, last, CUSTOMERS_A_TURN)
    return [row["customer_id"] for row in rows]


@unit_of_work
async def _warn(customer_id: int, distances: list[int], settings: Settings, now: datetime) -> int:
    """What a nearer distance tells needs not be told at a farther one, too."""
    nearest, *farther = distances
    until = now + timedelta(days=nearest) * FARTHER
    if not await change(COVERED, customer_id, nearest, until, now + timedelta(days=nearest)):
        return 0  # another process was faster
    for days in farther:
        await change(COVERED, customer_id, days, until, until)
    [reading] = await lots_of([customer_id], now=now)
    over = [lot for lot in reading.lots if lot.expires_at and now < lot.expires_at <= until and not lot.is_pending(now)]
    chats = await chats_of(customer_id, settings=settings) if over else ()
    for chat in chats:
        await _enqueue(customer_id, over, chat, nearest, now)
    if chats:
        log.info("points expiry warned", customer=customer_id, days=nearest)
    return len(chats)


async def _enqueue(customer_id: int, over: list[Lot], chat: Recipient, days: int, now: datetime) -> None:
    first = min(lot.expires_at for lot in over if lot.expires_at)
    count = sum(lot.remaining for lot in over)
    text = html(chat.locale, "points-warning", count=count, day=last_day_of(first, (await current_rules()).zone))
    params: dict[str, Any] = text_message(text, keyboard=keyboard_of(chat))
    await enqueue(
        *(chat.chat_id, "sendMessage", params),
        once=f"points-expiring:{customer_id}:{chat.chat_id}:{days}:{now:%Y-%m-%dT%H:%M:%S}",
        purpose="loyalty",
        now=now,
        customer_id=customer_id,
        slot=slot_of(customer_id),
        expires_at=first,
    )


def keyboard_of(chat: Recipient) -> list[list[dict[str, Any]]]:
    """The way to the points, and the one that ends all advertising, in each message."""
    stop = ConsentTap(purpose="promo", step="withdraw").pack()
    return [
        [callback_button(plain(chat.locale, "menu-points-button"), OpenPoints().pack())],
        [callback_button(plain(chat.locale, "campaign-stop-button"), stop)],
    ]
