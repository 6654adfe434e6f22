"""Rows found by a platform's own ids, and what a platform says about them besides the order itself."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from bot.db import document
from bot.shop.rows import Row, change, day, fetch, locked, moment
from bot.shop.word_index import index_products

PARCELS = """
SELECT s.id, s.order_id, s.carrier, s.status, s.status_at, s.expected_on, s.tracking_number, s.tracking_key,
  o.ship_country, o.placed_at
FROM shop_shipment s JOIN shop_order o ON o.id = s.order_id WHERE """
RETURN = "SELECT id, status, items, revised_at, why FROM shop_return WHERE order_id = ? AND external_id = ?"
RETURN_BY_ID = """
SELECT r.id, r.order_id FROM shop_return r JOIN shop_order o ON o.id = r.order_id
WHERE o.source = ? AND r.external_id = ?"""
# How far on a return is, for platforms that tell no time of what they say of it.
STAGE = {"requested": 0, "approved": 1, "rejected": 2, "cancelled": 2, "closed": 2}
NEWER = "(revised_at IS NULL OR revised_at <= ?)"


@dataclass(frozen=True, slots=True)
class KnownParcel:
    """As much of a parcel as routing a report needs; `country` is where it goes, `placed_at` when it was ordered."""

    id: int
    order_id: int
    carrier: str | None
    status: str
    status_at: datetime | None
    expected_on: date | None
    tracking_number: str | None
    tracking_key: str | None
    country: str | None
    placed_at: datetime | None


async def find_order(source: str, external_id: str) -> Row | None:
    """Id, state, marks and customer of an order."""
    statement = "SELECT id, state, is_test, is_hidden, customer_id FROM shop_order WHERE source = ? AND external_id = ?"
    rows = await fetch(statement, source, external_id)
    return rows[0] if rows else None


async def parcels_with_number(key: str) -> list[KnownParcel]:
    """Every parcel with this tracking number; orders that travel together share one."""
    return await _parcels("s.tracking_key = ? ORDER BY s.id", key)


async def parcels_of_fulfilment(order_id: int, external_id: str) -> list[KnownParcel]:
    """The parcels of one fulfilment, the first number first."""
    return await _parcels("s.order_id = ? AND s.external_id = ? ORDER BY s.position", order_id, external_id)


async def parcels_by_id(ids: Sequence[int]) -> list[KnownParcel]:
    return await _parcels("s.id IN ? ORDER BY s.position", list(ids))


async def is_latest_word(shipment_id: int, told_at: datetime) -> bool:
    """Whether nobody told the expected day of this parcel later than this; takes note of it."""
    statement = """
    UPDATE shop_shipment SET expected_told_at = ?
    WHERE id = ? AND (expected_told_at IS NULL OR expected_told_at <= ?) RETURNING id"""
    return bool(await change(statement, told_at, shipment_id, told_at))


async def keep_proof(shipment_id: int, proof: Any) -> bool:
    """Keep who signed and what was photographed at the door; whether that was new."""
    rows = await fetch("SELECT proof FROM shop_shipment WHERE id = ?", shipment_id)
    if document(rows[0]["proof"]) == proof:
        return False
    await change("UPDATE shop_shipment SET proof = ? WHERE id = ?", json.dumps(proof, ensure_ascii=False), shipment_id)
    return True


async def hide_order(order_id: int, *, at: datetime) -> None:
    """The shop deleted it: no customer sees it any more, and what was told before does not bring it back."""
    statement = f"UPDATE shop_order SET is_hidden = ?, is_open = ?, fingerprint = NULL WHERE id = ? AND {NEWER}"  # noqa: S608  # our own words
    await change(statement, True, False, order_id, at)
    await change(f"UPDATE shop_order SET revised_at = ? WHERE id = ? AND {NEWER}", at, order_id, at)  # noqa: S608  # likewise


async def show_again(order_id: int) -> None:
    """The shop restored an order that it had deleted: what it tells now counts, though it dates from before."""
    await change("UPDATE shop_order SET is_hidden = ?, revised_at = NULL WHERE id = ? AND is_hidden", False, order_id)


async def delist_product(external_id: str, *, at: datetime) -> None:
    """The shop deleted it: it is kept for orders of the past and offered to nobody."""
    statement = f"UPDATE shop_product SET is_listed = ?, revised_at = ? WHERE external_id = ? AND {NEWER} RETURNING sku"  # noqa: S608  # likewise
    await index_products([row["sku"] for row in await change(statement, False, at, external_id, at)])


async def note_refund(
    order_id: int,
    external_id: str,
    *,
    amount: Decimal | None,
    items: Sequence[Any],
    refunded_at: datetime,
    shipping: Decimal | None = None,
) -> bool:
    """Write a refund down once; whether it was news, or its items are, which some tell later than the money, or its
    money is, which was pending. `shipping`: what of the amount is the delivery."""
    statement = """
    INSERT INTO shop_refund (order_id, external_id, refunded_at, amount, items, shipping) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (order_id, external_id) DO UPDATE SET items = coalesce(shop_refund.items, excluded.items),
    shipping = coalesce(shop_refund.shipping, excluded.shipping),
    amount = CASE WHEN coalesce(CAST(shop_refund.amount AS DECIMAL), 0) = 0 THEN excluded.amount
      ELSE shop_refund.amount END
    WHERE shop_refund.items IS NULL AND excluded.items IS NOT NULL
      OR shop_refund.shipping IS NULL AND excluded.shipping IS NOT NULL
      OR coalesce(CAST(shop_refund.amount AS DECIMAL), 0) = 0 AND CAST(excluded.amount AS DECIMAL) > 0 RETURNING id"""
    written = json.dumps(list(items), ensure_ascii=False) if items else None
    return bool(await change(statement, order_id, external_id, refunded_at, amount, written, shipping))


async def is_latest(order_id: int, revised_at: datetime) -> bool:
    """Whether nothing newer than this is known of the order."""
    statement = f"SELECT id FROM shop_order WHERE id = ? AND {NEWER}{locked()}"  # noqa: S608  # our own words
    return bool(await fetch(statement, order_id, revised_at))


async def forget_refunds(order_id: int, *, but: Collection[str], before: datetime) -> list[Row]:
    """Refunds that the shop has deleted: no money went back by them."""
    known = await fetch(
        "SELECT id, external_id, amount FROM shop_refund WHERE order_id = ? AND refunded_at < ?", order_id, before
    )
    gone = [row for row in known if row["external_id"] not in but]
    for row in gone:
        await change("DELETE FROM shop_refund WHERE id = ?", row["id"])
    return gone


async def note_return(
    order_id: int,
    external_id: str,
    *,
    status: str,
    items: Sequence[Any],
    revised_at: datetime,
    is_timed: bool = True,
    reopens: bool = False,
    why: str | None = None,
) -> bool:
    """Write down where a return stands, whether it is new; something older than what is known changes nothing.

    `is_timed`: `revised_at` is the platform's own time of it, not ours of the body. Else what is further on counts,
    in whatever order it comes; only what `reopens` it leads back. `why` it was declined is in the shop's words.
    """
    await fetch(f"SELECT id FROM shop_order WHERE id = ?{locked()}", order_id)  # noqa: S608  # our own words
    stored = await fetch(RETURN, order_id, external_id)
    written = json.dumps(list(items), ensure_ascii=False) if items else None
    if not stored:
        statement = """
        INSERT INTO shop_return (order_id, external_id, status, items, revised_at, why) VALUES (?, ?, ?, ?, ?, ?)"""
        await change(statement, order_id, external_id, status, written, revised_at, why)
        return True
    [known] = stored
    further = STAGE.get(status, 0) - STAGE.get(known["status"], 0)
    apart = (revised_at - (moment(known["revised_at"]) or revised_at)).total_seconds() if is_timed else 0
    if apart > 0 or (apart == 0 and (further > 0 or reopens)):
        await change("UPDATE shop_return SET status = ?, revised_at = ? WHERE id = ?", status, revised_at, known["id"])
    if why and why != known["why"] and apart >= 0:
        await change("UPDATE shop_return SET why = ? WHERE id = ?", why, known["id"])
    if written and (known["items"] is None or apart > 0):
        await change("UPDATE shop_return SET items = ? WHERE id = ?", written, known["id"])
    return False


async def find_return(source: str, external_id: str) -> Row | None:
    """Id and order of a return by the platform's own id."""
    rows = await fetch(RETURN_BY_ID, source, external_id)
    return rows[0] if rows else None


async def mark_items(id_: int, pieces: Mapping[str, int], *, under: Literal["out", "done"], once: str) -> bool:
    """Write down what was taken out of a return, or processed, by the platform's ids of its items; False where that
    changes nothing.

    `once` is the body that tells it: each item keeps under that name how many pieces which body told.
    """
    [row] = await fetch(f"SELECT items FROM shop_return WHERE id = ?{locked()}", id_)  # noqa: S608  # our own words
    items = document(row["items"]) or []
    for item in items:
        if count := pieces.get(item.get("item", "")):
            item[under] = item.get(under, {}) | {once: count}
    changed = items != (document(row["items"]) or [])
    if changed:
        await change("UPDATE shop_return SET items = ? WHERE id = ?", json.dumps(items, ensure_ascii=False), id_)
    return changed


async def product_texts(sku: str) -> tuple[dict[str, str], dict[str, str]]:
    """Name and description of a product by language; nothing for one that is new."""
    rows = await fetch("SELECT name, description FROM shop_product WHERE sku = ?", sku)
    return (document(rows[0]["name"]) or {}, document(rows[0]["description"]) or {}) if rows else ({}, {})


async def currency_of_order(order_id: int) -> str | None:
    rows = await fetch("SELECT currency FROM shop_order WHERE id = ?", order_id)
    return rows[0]["currency"] if rows else None


async def currency_of_source(source: str) -> str | None:
    """The currency of the newest order of this source, for those who tell prices without one."""
    rows = await fetch("SELECT currency FROM shop_order WHERE source = ? ORDER BY id DESC LIMIT 1", source)
    return rows[0]["currency"] if rows else None


async def _parcels(clause: str, *values: Any) -> list[KnownParcel]:
    return [
        KnownParcel(
            row["id"],
            row["order_id"],
            row["carrier"],
            row["status"],
            moment(row["status_at"]),
            day(row["expected_on"]),
            row["tracking_number"],
            row["tracking_key"],
            row["ship_country"],
            moment(row["placed_at"]),
        )
        for row in await fetch(PARCELS + clause, *values)
    ]
