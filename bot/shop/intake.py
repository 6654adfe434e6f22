"""Incoming orders become rows: found or new, completed or left alone, a whole batch with a few statements.

An order is found by source and external id, else by source and number. What a source tells replaces what is
stored, what it leaves out stays. One that is told exactly as the last time (`fingerprint`) is left alone, and so
is one that is older than what is stored (`revised_at`).
Call `save_orders` inside a unit of work; afterwards add the events, then `parcels.follow_parcels`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bot.db import connection, is_sqlite
from bot.shop.erased import Buyer, blocked_owners
from bot.shop.incoming import IncomingCustomer, IncomingOrder, Outcome, SavedOrder
from bot.shop.intake_contents import Contents, is_stale, open_contents
from bot.shop.intake_customers import CustomerBook, open_book
from bot.shop.numbers import email_key, normalise_number, postcode_key
from bot.shop.parcels import STANDING, standing_columns
from bot.shop.rows import Row, fetch, insert_rows, locked, moment, new_ids, update_rows
from bot.shop.states import PAID, REFUNDED, STATE_OF_WORD, ParcelStanding, order_standing, plain_word

TABLE = "shop_order"
MONEY = ("total", "shipping_total", "discount_total", "tax_total", "paid_total")
SHIP_TO = ("ship_name", "ship_street", "ship_postal_code", "ship_city", "ship_country")
MARKS = ("is_test", "is_hidden")
TOLD = (
    *("external_id", "number", "number_key", "placed_at", "status", "currency", *MONEY, "payment_method", *SHIP_TO),
    *("original_total", *MARKS, "revised_at"),
)
UPDATED = (*TOLD, "customer_id", "fingerprint")
COLUMNS = ("id", "source", *UPDATED, *STANDING)
NOT_TOLD = IncomingCustomer()
SELECT = f"SELECT id, source, {', '.join(UPDATED)} FROM {TABLE} WHERE "  # noqa: S608  # our own names
BY_EXTERNAL_ID = SELECT + "source = ? AND external_id IN ?"
# Without the source, or SQLite would look through all orders of it instead of using the index of numbers.
BY_NUMBER = SELECT + "number_key IN ? ORDER BY id"


@dataclass(slots=True)
class _Draft:
    """One order on its way into the tables: what is told, and the row it becomes."""

    incoming: IncomingOrder
    row: Row
    outcome: Outcome
    parcels: list[tuple[Row, bool]] = field(default_factory=list)
    is_news: bool = True
    was_of: int | None = None

    def note_change(self, changed: bool) -> None:
        if changed and self.outcome is Outcome.UNCHANGED:
            self.outcome = Outcome.UPDATED


async def judge_orders(batch: Sequence[IncomingOrder]) -> list[Outcome]:
    """Whether `save_orders` would add, touch or leave alone each of them; nothing is written."""
    return [draft.outcome if draft.is_news else Outcome.UNCHANGED for draft in await _drafts(batch)]


async def save_orders(batch: Sequence[IncomingOrder]) -> list[SavedOrder]:
    """Write the orders with customers, items and parcels; no two of the batch may be the same order."""
    drafts = await _drafts(batch)
    news = [draft for draft in drafts if draft.is_news]
    fresh = [draft for draft in news if draft.outcome is Outcome.NEW]
    for draft, id_ in zip(fresh, await new_ids(TABLE, len(fresh)), strict=True):
        draft.row["id"] = id_
    known = [draft for draft in news if draft.outcome is not Outcome.NEW]
    await _enter_customers(news)
    contents = await open_contents([draft.row["id"] for draft in known])
    for draft in news:
        _fill(draft, contents)
    await insert_rows(TABLE, COLUMNS, [[draft.row[column] for column in COLUMNS] for draft in fresh])
    await update_rows(TABLE, UPDATED, [[*(draft.row[each] for each in UPDATED), draft.row["id"]] for draft in known])
    await contents.save()
    return [_saved(draft) for draft in drafts]


async def take_turns() -> None:
    """Keep a second intake waiting until this unit of work ends; SQLite has one writer anyway.

    An order without an external id is found by a number that no constraint keeps unique.
    """
    if not is_sqlite():
        await connection().execute_query("SELECT pg_advisory_xact_lock(hashtext('bote.intake'))")


async def _drafts(batch: Sequence[IncomingOrder]) -> list[_Draft]:
    by_external_id, by_number = await _find_known(batch)
    return [_draft(each, _known_row(each, by_external_id, by_number)) for each in batch]


async def _find_known(batch: Sequence[IncomingOrder]) -> tuple[dict[Any, Row], dict[Any, list[Row]]]:
    by_external_id: dict[Any, Row] = {}
    by_number: dict[Any, list[Row]] = {}
    for source in sorted({order.source for order in batch}):
        external_ids = [order.external_id for order in batch if order.source == source and order.external_id]
        rows = await fetch(BY_EXTERNAL_ID + locked(), source, external_ids) if external_ids else []
        by_external_id |= {(source, row["external_id"]): row for row in rows}
    keys = sorted({normalise_number(order.number) for order in batch})
    for row in await fetch(BY_NUMBER + locked(), keys):
        by_number.setdefault((row["source"], row["number"]), []).append(row)
    return by_external_id, by_number


def _known_row(order: IncomingOrder, by_external_id: dict[Any, Row], by_number: dict[Any, list[Row]]) -> Row | None:
    """By external id; an order that has none yet, or is told without one, by its number."""
    if order.external_id and (row := by_external_id.get((order.source, order.external_id))):
        return row
    candidates = by_number.get((order.source, order.number), ())
    return next((row for row in candidates if not order.external_id or row["external_id"] is None), None)


def _draft(incoming: IncomingOrder, known: Row | None) -> _Draft:
    if known is None:
        blank: Row = dict.fromkeys(COLUMNS) | dict.fromkeys(MARKS, False)
        return _Draft(incoming, blank | incoming.told | {"source": incoming.source}, Outcome.NEW)
    row = _from_columns(known)
    if row["fingerprint"] == incoming.fingerprint or is_stale(incoming.told, row):
        return _Draft(incoming, row, Outcome.UNCHANGED, is_news=False)
    told = _with_money(incoming.told)
    draft = _Draft(incoming, row | told, Outcome.UNCHANGED, was_of=row["customer_id"])
    draft.note_change(any(row[column] != value for column, value in told.items()))
    return draft


def _with_money(told: Row) -> Row:
    """What had come in before holds no longer where the order is told as paid, and no sum with it."""
    is_paid = STATE_OF_WORD.get(plain_word(told.get("status"))) in {PAID, REFUNDED}
    return {"paid_total": None} | told if is_paid else told


def _from_columns(row: Row) -> Row:
    amounts = {column: None if row[column] is None else Decimal(row[column]) for column in (*MONEY, "original_total")}
    marks = {column: bool(row[column]) for column in MARKS}
    return row | amounts | marks | {column: moment(row[column]) for column in ("placed_at", "revised_at")}


async def _enter_customers(drafts: Sequence[_Draft]) -> None:
    told = [draft for draft in drafts if draft.incoming.customer or draft.row["customer_id"]]
    erased = await blocked_owners([_buyer(draft) for draft in told])
    for draft, customer_id in zip(told, erased, strict=True):
        if customer_id is not None:
            draft.note_change(customer_id != draft.row["customer_id"])
            draft.row |= {"customer_id": customer_id, "is_hidden": True}
    bought = [draft for draft, customer_id in zip(told, erased, strict=True) if customer_id is None]
    book = await open_book([(each.incoming.source, _told(each), each.row["customer_id"]) for each in bought])
    owners = [_owner(draft, book) for draft in bought]
    await book.save()
    for draft, owner in zip(bought, owners, strict=True):
        draft.note_change(owner["id"] != draft.row["customer_id"] or book.has_changed(owner))
        draft.row["customer_id"] = owner["id"]


def _owner(draft: _Draft, book: CustomerBook) -> Row:
    """Who bought, at the postcode where the order goes; an order told without a customer keeps the person it has."""
    postal_key = postcode_key(draft.row["ship_postal_code"] or "")
    return book.enter(draft.incoming.source, _told(draft), postal_key, draft.row["customer_id"])


def _buyer(draft: _Draft) -> Buyer:
    told, row = _told(draft), draft.row
    postal_key = postcode_key(row["ship_postal_code"] or "")
    return Buyer(
        draft.incoming.source, told.external_id, email_key(told.email), postal_key, row["placed_at"], row["customer_id"]
    )


def _told(draft: _Draft) -> IncomingCustomer:
    return draft.incoming.customer or NOT_TOLD


def _fill(draft: _Draft, contents: Contents) -> None:
    incoming, row = draft.incoming, draft.row
    row["fingerprint"] = incoming.fingerprint
    if incoming.lines is not None:
        draft.note_change(contents.put_lines(row["id"], incoming.lines))
    draft.parcels, changed = contents.put_parcels(row["id"], incoming.parcels)
    draft.note_change(changed)
    if draft.outcome is Outcome.NEW:
        standing = order_standing(row["status"], [_standing(parcel) for parcel, _ in draft.parcels])
        row.update(zip(STANDING, standing_columns(standing), strict=True))


def _standing(parcel: Row) -> ParcelStanding:
    return ParcelStanding(parcel["status"], parcel["rank"], parcel["expected_on"], parcel["delivered_at"])


def _saved(draft: _Draft) -> SavedOrder:
    was_of = draft.was_of if draft.was_of != draft.row["customer_id"] else None
    return SavedOrder(draft.row["id"], draft.outcome, [(row["id"], is_new) for row, is_new in draft.parcels], was_of)
