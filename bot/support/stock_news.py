"""Tells those who asked that a product is there again (FAQ-05): first come, first told, as many as there are pieces.

A product is looked at under the lock of its row, so that two processes tell nobody twice. A message that waits for the
morning is taken back when the product has gone again by then, and its wish keeps its place.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.callbacks import OpenProduct
from bot.config import Settings
from bot.customers.audience import Recipient, find_recipients
from bot.db import unit_of_work
from bot.i18n import html, plain
from bot.outbox.messages import callback_button, text_message
from bot.outbox.queue import cancel_waiting, enqueue, is_on_its_way
from bot.outbox.reasons import Why
from bot.shop.facts import ProductFacts
from bot.shop.products import get_product, has_stock, localised
from bot.shop.rows import Row, change, fetch, moment
from bot.support.stock_wishes import LASTS, hold_product, slot_of

# Whoever is told has an hour to buy before the next ones hear of the pieces that are still there.
ROUND = timedelta(hours=1)
# A message about stock is no news any more after a night and a Sunday.
FRESH = timedelta(hours=48)
PRODUCTS_A_TICK = 200
# Of a product that nobody counts, so many a tick.
MOST_AT_ONCE = 500
LONGEST_NAME = 200

# Something to do about each: there is stock, it has gone, a message has gone out, or the wish is over.
DUE = """
SELECT DISTINCT w.product_id FROM support_stock_wish w JOIN shop_product p ON p.id = w.product_id
WHERE w.push_id IS NOT NULL OR w.told_at IS NOT NULL OR w.wished_at <= ? OR NOT p.is_listed
  OR p.stock IS NULL OR p.stock > 0 ORDER BY w.product_id LIMIT ?"""
WISHES = """
SELECT w.id, w.chat_id, w.wished_at, w.push_id, w.told_at, p.status, p.why, p.settled_at FROM support_stock_wish w
LEFT JOIN outbox_push p ON p.id = w.push_id WHERE w.product_id = ? ORDER BY w.wished_at, w.id"""


async def tell_of_stock(settings: Settings, *, now: datetime) -> int:
    """Do what is due about every product that somebody waits for; how many messages that made."""
    due = await fetch(DUE, now - LASTS, PRODUCTS_A_TICK)
    return sum([await _look_at(row["product_id"], settings, now) for row in due])


@unit_of_work
async def _look_at(product_id: int, settings: Settings, now: datetime) -> int:
    [row] = await hold_product(product_id)
    product = await get_product(product_id)
    wishes = [wish for wish in await fetch(WISHES, product_id) if not await _is_settled(wish, now)]
    there = bool(row["is_listed"]) and has_stock(product)
    if not there:
        await _call_back(wishes, now)
    over = [wish for wish in wishes if not wish["push_id"] and not wish["told_at"] and _is_over(wish, row, now)]
    waiting = [wish for wish in wishes if not wish["push_id"] and not wish["told_at"] and wish not in over]
    known = await find_recipients([wish["chat_id"] for wish in (*over, *waiting)], settings=settings)
    key = "product-wish-over" if row["is_listed"] else "product-wish-gone"
    told = [await _tell(wish, key, product, known.get(wish["chat_id"]), now) for wish in over]
    for wish in over:
        await change("DELETE FROM support_stock_wish WHERE id = ?", wish["id"])
    for wish in waiting[: _room(product, wishes)] if there else []:
        told.append(push := await _tell(wish, "product-back", product, known.get(wish["chat_id"]), now))
        statement = "UPDATE support_stock_wish SET push_id = ? WHERE id = ?"
        await (change(statement, push, wish["id"]) if push else _forget(wish))
    return sum(push is not None for push in told)


async def _is_settled(wish: Row, now: datetime) -> bool:
    """What went out is kept for a round, since the pieces are spoken for; what came too late is tried again, and
    what cannot be sent is over."""
    if told_at := moment(wish["told_at"] or (wish["status"] == "sent" and wish["settled_at"]) or None):
        wish["told_at"] = told_at
        if told_at > now - ROUND:
            await change("UPDATE support_stock_wish SET told_at = ? WHERE id = ?", told_at, wish["id"])
            return False
        await _forget(wish)
        return True
    if wish["push_id"] is None or wish["status"] == "waiting":
        return False
    if wish["why"] == Why.EXPIRED:
        await change("UPDATE support_stock_wish SET push_id = NULL WHERE id = ?", wish["id"])
        wish["push_id"] = None
        return False
    await _forget(wish)
    return True


async def _call_back(wishes: Sequence[Row], now: datetime) -> None:
    """Take messages back that nobody has got yet; one that is being sent right now is left alone."""
    for wish in wishes:
        if wish["push_id"] and not wish["told_at"] and not await is_on_its_way(wish["chat_id"]):
            slot = slot_of(wish["id"], moment(wish["wished_at"]) or now)
            if await cancel_waiting(now=now, chat_id=wish["chat_id"], slot=slot):
                await change("UPDATE support_stock_wish SET push_id = NULL WHERE id = ?", wish["id"])
                wish["push_id"] = None


def _is_over(wish: Row, product: Row, now: datetime) -> bool:
    wished_at = moment(wish["wished_at"]) or now
    return not product["is_listed"] or wished_at <= now - LASTS


def _room(product: ProductFacts, wishes: Sequence[Row]) -> int:
    """How many more may be told: pieces that nobody has been told of within a round."""
    if product.stock is None:
        return MOST_AT_ONCE
    return max(0, min(MOST_AT_ONCE, product.stock - sum(bool(wish["push_id"] or wish["told_at"]) for wish in wishes)))


async def _tell(wish: Row, key: str, product: ProductFacts, to: Recipient | None, now: datetime) -> int | None:
    if to is None or to.unreachable:
        return None
    name, _ = localised(product.name, to.locale)
    text = html(to.locale, key, name=(name or product.sku)[:LONGEST_NAME])
    opens = callback_button(plain(to.locale, "product-open-button"), OpenProduct(product_id=product.id).pack())
    params: dict[str, Any] = text_message(text, keyboard=[[opens]])
    slot = slot_of(wish["id"], moment(wish["wished_at"]) or now)
    once = f"{slot}:{int(now.timestamp())}"
    return await enqueue(
        to.chat_id, "sendMessage", params, once=once, purpose="requested", now=now, slot=slot, expires_at=now + FRESH
    )


async def _forget(wish: Row) -> None:
    await change("DELETE FROM support_stock_wish WHERE id = ?", wish["id"])
