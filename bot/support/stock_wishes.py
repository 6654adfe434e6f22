"""What customers asked to be told of: a product that is sold out comes back (FAQ-05). Asked for, so no consent more."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.db import unit_of_work
from bot.outbox.queue import cancel_waiting
from bot.shop.products import get_product
from bot.shop.rows import Row, change, fetch, locked, moment

# A wish nobody could fulfil ends; whoever made it is told that, once.
LASTS = timedelta(days=180)
# So many at a time somebody may wait for, which is also what one screen lists.
MOST_WISHES = 20

NEW = """
INSERT INTO support_stock_wish (chat_id, product_id, wished_at) VALUES (?, ?, ?)
ON CONFLICT (chat_id, product_id) DO UPDATE
SET wished_at = excluded.wished_at, push_id = NULL, told_at = NULL
WHERE support_stock_wish.told_at IS NOT NULL OR EXISTS (
  SELECT 1 FROM outbox_push p WHERE p.id = support_stock_wish.push_id AND p.status <> 'waiting')"""
OWN = """
SELECT w.product_id, w.wished_at FROM support_stock_wish w LEFT JOIN outbox_push p ON p.id = w.push_id
WHERE w.chat_id = ? AND w.told_at IS NULL AND (p.id IS NULL OR p.status = 'waiting') ORDER BY w.wished_at, w.id"""
FORGET = "DELETE FROM support_stock_wish WHERE chat_id = ? AND product_id = ? RETURNING id, wished_at"


@dataclass(frozen=True, slots=True)
class Wish:
    """A product somebody waits for, and until when."""

    product_id: int
    until: datetime


@unit_of_work
async def wish(chat_id: int, product_id: int, *, now: datetime) -> bool:
    """Note it at the end of the row; again changes nothing. False: they wait for too many things already.

    NotFoundError for a product that is not there.
    """
    await get_product(product_id)
    if len(await own_wishes(chat_id)) >= MOST_WISHES and await find_wish(chat_id, product_id) is None:
        return False
    await change(NEW, chat_id, product_id, now)
    return True


@unit_of_work
async def take_back(chat_id: int, product_id: int, *, now: datetime) -> None:
    """Forget it, with the message that may be waiting for the morning."""
    await hold_product(product_id)
    for row in await change(FORGET, chat_id, product_id):
        await cancel_waiting(now=now, chat_id=chat_id, slot=slot_of(row["id"], moment(row["wished_at"]) or now))


async def hold_product(product_id: int) -> list[Row]:
    """Its row, locked until the unit of work ends: nobody is told of it and takes their wish back at once."""
    return await fetch("SELECT id, is_listed FROM shop_product WHERE id = ?" + locked(), product_id)  # noqa: S608  # our own words


async def find_wish(chat_id: int, product_id: int) -> Wish | None:
    """What this chat waits for, if it does."""
    found = [each for each in await own_wishes(chat_id) if each.product_id == product_id]
    return found[0] if found else None


async def own_wishes(chat_id: int) -> list[Wish]:
    """What this chat waits for, the oldest wish first."""
    rows = await fetch(OWN, chat_id)
    return [Wish(row["product_id"], at + LASTS) for row in rows if (at := moment(row["wished_at"]))]


def slot_of(wish_id: int, wished_at: datetime) -> str:
    """The place in the chat of what is told about a wish, by which it is taken back; a new wish has a new one."""
    return f"stock:{wish_id}:{int(wished_at.timestamp())}"
