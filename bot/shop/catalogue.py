"""Incoming products become rows, found by their article number."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from bot.db import document
from bot.shop.incoming import IncomingProduct, Outcome
from bot.shop.intake_contents import is_stale
from bot.shop.rows import Row, fetch, insert_rows, locked, moment, update_rows
from bot.shop.word_index import TELLING, index_products

TABLE = "shop_product"
DOCUMENTS = ("name", "description", "facts", "images", "not_returnable_because")
MARKS = ("returnable", "is_listed")
TOLD = (
    *DOCUMENTS,
    "category",
    "price",
    "currency",
    "stock",
    "manual_url",
    *MARKS,
    "return_exclusion",
    "external_id",
    "family",
    "revised_at",
)
SELECT = f"SELECT id, sku, {', '.join(TOLD)} FROM {TABLE} WHERE sku IN ?"  # noqa: S608  # our own names


async def save_products(batch: Sequence[IncomingProduct], *, dry_run: bool = False) -> list[Outcome]:
    """Add or complete products, none of them twice in the batch; call it inside a unit of work.

    What is told replaces what is stored, what is left out stays.
    """
    rows = await fetch(SELECT + ("" if dry_run else locked()), [product.sku for product in batch])
    known = {row["sku"]: _from_columns(row) for row in rows}
    outcomes = [_outcome(product, known.get(product.sku)) for product in batch]
    if not dry_run:
        told = list(zip(batch, outcomes, strict=True))
        fresh = [_blank() | each.told | {"sku": each.sku} for each, outcome in told if outcome is Outcome.NEW]
        grown = [known[each.sku] | each.told for each, outcome in told if outcome is Outcome.UPDATED]
        await insert_rows(TABLE, ("sku", *TOLD), [_written(row, ("sku", *TOLD)) for row in fresh])
        await update_rows(TABLE, TOLD, [_written(row, (*TOLD, "id")) for row in grown])
        await index_products([each.sku for each, _ in told if _is_called_otherwise(each, known.get(each.sku))])
    return outcomes


def _blank() -> Row:
    return dict.fromkeys(TOLD) | dict.fromkeys(MARKS, True)


def _from_columns(row: Row) -> Row:
    documents = {column: document(row[column]) for column in DOCUMENTS}
    price = None if row["price"] is None else Decimal(row["price"])
    marks = {column: bool(row[column]) for column in MARKS}
    return row | documents | marks | {"price": price, "revised_at": moment(row["revised_at"])}


def _outcome(product: IncomingProduct, known: Row | None) -> Outcome:
    if known is None:
        return Outcome.NEW
    if is_stale(product.told, known):
        return Outcome.UNCHANGED
    differs = any(known[column] != value for column, value in product.told.items())
    return Outcome.UPDATED if differs else Outcome.UNCHANGED


def _is_called_otherwise(product: IncomingProduct, known: Row | None) -> bool:
    """Whether its words may be others now; price and stock, which change most often, are not among them."""
    return known is None or any(known[each] != product.told.get(each, known[each]) for each in TELLING)


def _written(row: Row, columns: Sequence[str]) -> list[Any]:
    return [_json(row[column]) if column in DOCUMENTS else row[column] for column in columns]


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
