"""Keeps the words of products on sale in tables, in the transaction that changes a product.

Measured with 100,000 products in four languages (8,600 words, 1.8 million entries) before it was built: an index in
memory takes 11 s of processor time in every process at each start, and every command and process would have to hear of
each change. The tables cost 80 MB of disk and nothing at the start; two words are looked up in half a millisecond.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.config import LOCALES
from bot.db import connection, document, in_dialect, unit_of_work
from bot.i18n import has_text, plain
from bot.shop.intake import take_turns
from bot.shop.rows import Row, fetch, insert_rows
from bot.shop.wording import sku_key, words_of

# Raise it when `wording` changes: products with an older one are indexed anew, a page at a time.
VERSION = "01"
IN_NAME, ELSEWHERE = 0, 1
# What a change of makes the words of a product others.
TELLING = frozenset({"name", "category", "facts", "is_listed"})
PAGE = 100
AT_ONCE = 20
VALUES_AT_ONCE = 5_000

SELECT = "SELECT id, sku, name, category, facts, is_listed, indexed FROM shop_product WHERE "


@dataclass(frozen=True, slots=True)
class _Entry:
    """A product whose words have changed: those it has now, each with its place."""

    product_id: int
    words: Mapping[str, int]
    digest: str
    sku_key: str


async def index_products(skus: Sequence[str]) -> None:
    """Bring the index up to date with these products; call it inside a unit of work that takes turns."""
    for start in range(0, len(skus), VALUES_AT_ONCE):
        rows = await fetch(SELECT + "sku IN ?", list(skus[start : start + VALUES_AT_ONCE]))
        await _write([each async for each in _changed(rows)])


@unit_of_work
async def index_due() -> int:
    """Index a page of products that no intake has, or an older version of this; how many those were."""
    await take_turns()
    rows = await fetch(SELECT + "(indexed IS NULL OR indexed < ?) ORDER BY id LIMIT ?", VERSION, PAGE)
    await _write([each async for each in _changed(rows)])
    return len(rows)


async def _changed(rows: Sequence[Row]) -> AsyncIterator[_Entry]:
    for number, row in enumerate(rows, 1):
        words = dict(_words(row)) if row["is_listed"] else {}
        told = f"{row['sku']}|{sorted(words.items())}"
        digest = VERSION + hashlib.sha256(told.encode()).hexdigest()[:24]
        if digest != row["indexed"]:
            yield _Entry(row["id"], words, digest, sku_key(row["sku"]))
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)  # taking words apart holds everybody else up


def _words(row: Row) -> Iterator[tuple[str, int]]:
    """Every word once; one that also stands in the name comes last, and counts as there."""
    for text in _other_texts(row):
        yield from ((word, ELSEWHERE) for word in words_of(text))
    for text in (document(row["name"]) or {}).values():
        yield from ((word, IN_NAME) for word in words_of(text))


def _other_texts(row: Row) -> Iterator[str]:
    if category := row["category"]:
        yield category
        if has_text(f"category-{category}"):
            yield from (plain(locale, f"category-{category}") for locale in LOCALES)
    facts = document(row["facts"])
    for value in facts.values() if isinstance(facts, dict) else ():
        yield from (str(each) for each in (value.values() if isinstance(value, dict) else (value,)))


async def _write(entries: Sequence[_Entry]) -> None:
    if not entries:
        return
    ids = await _word_ids(sorted({word for entry in entries for word in entry.words}))
    before = await _entries_of([entry.product_id for entry in entries])
    now = {(ids[word], entry.product_id): place for entry in entries for word, place in entry.words.items()}
    gone = [pair for pair, place in before.items() if now.get(pair) != place]
    new = [(*pair, place) for pair, place in now.items() if before.get(pair) != place]
    remove = in_dialect("DELETE FROM shop_product_word WHERE word_id = ? AND product_id = ?")
    if gone:
        await connection().execute_many(remove, [list(pair) for pair in gone])
    await insert_rows("shop_product_word", ("word_id", "product_id", "place"), new)
    await _count(Counter(word_id for word_id, *_ in new), Counter(word_id for word_id, _ in gone))
    noted = in_dialect("UPDATE shop_product SET indexed = ?, sku_key = ? WHERE id = ?")
    await connection().execute_many(noted, [[each.digest, each.sku_key, each.product_id] for each in entries])


async def _word_ids(words: Sequence[str]) -> dict[str, int]:
    known = await _known_words(words)
    fresh = [word for word in words if word not in known]
    await insert_rows("shop_word", ("word", "products"), [(word, 0) for word in fresh])
    return known | await _known_words(fresh)


async def _known_words(words: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(words), VALUES_AT_ONCE):
        part = list(words[start : start + VALUES_AT_ONCE])
        found |= {row["word"]: row["id"] for row in await fetch("SELECT id, word FROM shop_word WHERE word IN ?", part)}
    return found


async def _entries_of(product_ids: Sequence[int]) -> dict[tuple[int, int], int]:
    statement = "SELECT word_id, product_id, place FROM shop_product_word WHERE product_id IN ?"
    return {(row["word_id"], row["product_id"]): row["place"] for row in await fetch(statement, list(product_ids))}


async def _count(new: Mapping[int, int], gone: Mapping[int, int]) -> None:
    changes = {word_id: new.get(word_id, 0) - gone.get(word_id, 0) for word_id in new.keys() | gone.keys()}
    values = [[by, word_id] for word_id, by in sorted(changes.items()) if by]
    if values:
        await connection().execute_many(in_dialect("UPDATE shop_word SET products = products + ? WHERE id = ?"), values)
