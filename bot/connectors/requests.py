"""Legal requests of a platform, kept with the day by which they must be answered."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.connectors.told import RequestTold
from bot.db import document, unit_of_work
from bot.shop.rows import Row, change, fetch, moment

# Shopify's requirements: a customer's data within 30 days, a shop's 48 hours after it left.
ANSWER_WITHIN = {
    "data_request": timedelta(days=30),
    "redact": timedelta(days=30),
    "shop_redact": timedelta(hours=48),
}


ANSWERS_KEPT = timedelta(days=30)
OPEN = "SELECT id, platform, kind, ids FROM connector_data_request WHERE done_at IS NULL ORDER BY due_at, id"
ALL = """
SELECT id, platform, kind, received_at, due_at, done_at, answer IS NOT NULL AS has_answer
FROM connector_data_request ORDER BY id DESC"""
# Whom it was about stays known as long as there is a copy, which goes when that person is erased.
ANSWER = """
UPDATE connector_data_request SET done_at = ?, answer = ?, ids = CASE WHEN kind = 'data_request' THEN ids ELSE '{}' END
WHERE id = ? AND done_at IS NULL RETURNING id"""
FORGET = """
UPDATE connector_data_request SET answer = NULL, ids = '{}'
WHERE done_at < ? AND (answer IS NOT NULL OR CAST(ids AS TEXT) <> '{}')"""
TIMES = ("received_at", "due_at", "done_at")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody's data is asked for, or to be erased; `ids` are the platform's."""

    id: int
    platform: str
    kind: str
    ids: Json


async def take_request(fact: RequestTold, *, platform: str, digest: str, received_at: datetime) -> None:
    """Write a request down once, due from the moment it came in."""
    statement = """
    INSERT INTO connector_data_request (platform, kind, digest, ids, received_at, due_at)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"""
    ids = json.dumps(fact.ids, ensure_ascii=False)
    due_at = received_at + ANSWER_WITHIN[fact.kind]
    await change(statement, platform, fact.kind, digest, ids, received_at, due_at)


async def open_requests() -> list[Request]:
    """What is not answered yet, the most urgent first."""
    rows = await fetch(OPEN)
    return [Request(row["id"], row["platform"], row["kind"], document(row["ids"])) for row in rows]


@unit_of_work
async def mark_answered(request_id: int, *, now: datetime, answer: Json | None = None) -> bool:
    """Note that a request is done, with the copy that was asked for; False when it was before.

    That it was answered in time is proven without whom an erasure was about.
    """
    text = json.dumps(answer, ensure_ascii=False) if answer is not None else None
    return bool(await change(ANSWER, now, text, request_id))


@unit_of_work
async def forget_answers(now: datetime) -> None:
    """Empty copies that were made long ago, and whom they were about: whoever asked has fetched them."""
    await change(FORGET, now - ANSWERS_KEPT)


async def list_requests() -> list[Json]:
    """Every request, the newest first, without whom it is about."""
    return [_listed(row) for row in await fetch(ALL)]


async def answer_of(request_id: int) -> Json | None:
    """The copy that was made for a request; None when there is none (any more)."""
    rows = await fetch("SELECT answer FROM connector_data_request WHERE id = ?", request_id)
    return document(rows[0]["answer"]) if rows else None


def _listed(row: Row) -> Json:
    times = {key: at.isoformat() if (at := moment(row[key])) else None for key in TIMES}
    return row | times | {"has_answer": bool(row["has_answer"])}
