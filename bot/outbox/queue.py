"""Puts pushes into the outbox, in the transaction of the fact they tell about, and takes back what no longer holds."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack

from bot.clock import real_now
from bot.db import connection, document, in_dialect, unit_of_work
from bot.outbox.models import MovedChat, Push
from bot.outbox.purposes import PURPOSES
from bot.outbox.reasons import Why
from bot.outbox.receipts import Receipt, receipt_edit

INSERT = """
INSERT INTO outbox_push (once, chat_id, customer_id, order_id, purpose, urgency, method, params, slot, receipt,
  due_at, expires_at, created_at, template_id, status, attempts, doubtful, has_text)
VALUES {rows} ON CONFLICT (once) DO NOTHING RETURNING id, chat_id, slot"""
ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, 0, TRUE)"
ROWS_AT_ONCE = 500
# A row that is being sent right now is left alone: what follows it in its slot edits the message it makes.
SUPERSEDE = """
UPDATE outbox_push SET status = 'superseded', why = 'superseded', settled_at = ?, leased_until = NULL
WHERE chat_id = ? AND settled_at IS NULL AND slot = ? AND id < ? AND (leased_until IS NULL OR leased_until <= ?)
RETURNING id, receipt"""
CANCEL = """
UPDATE outbox_push SET status = 'skipped', why = ?, settled_at = ?, leased_until = NULL
WHERE {waits} AND (leased_until IS NULL OR leased_until <= ?) AND {which} RETURNING id, receipt"""


@dataclass(frozen=True, slots=True)
class NewPush:
    """One Bot API call to make: `method` with `params`, which name everything but the chat.

    `once` makes a repetition of the same news harmless. `slot` is a place in the chat: the first text sent there is
    edited by those that follow, and what still waits for it gives way to this. `due_at` (now, if None) and
    `expires_at` are the shop's time. With a `template_id` the params only fill the template in.
    """

    chat_id: int
    method: str
    params: Mapping[str, Any]
    purpose: str
    once: str | None = None
    due_at: datetime | None = None
    expires_at: datetime | None = None
    customer_id: int | None = None
    order_id: int | None = None
    slot: str | None = None
    receipt: Receipt | None = None
    template_id: int | None = None


class PushOptions(TypedDict, total=False):
    """The fields of NewPush that may be left out."""

    due_at: datetime | None
    expires_at: datetime | None
    customer_id: int | None
    order_id: int | None
    slot: str | None
    receipt: Receipt | None
    template_id: int | None


async def enqueue(
    chat_id: int,
    method: str,
    params: Mapping[str, Any],
    *,
    once: str | None,
    purpose: str,
    now: datetime,
    **options: Unpack[PushOptions],
) -> int | None:
    """Queue one push (see NewPush); its id, None when `once` was there already. Joins the caller's transaction."""
    ids = await enqueue_all([NewPush(chat_id, method, params, purpose, once, **options)], now=now)
    return ids[0] if ids else None


@unit_of_work
async def enqueue_all(pushes: Sequence[NewPush], *, now: datetime) -> list[int]:
    """Queue many in their order; the ids of those that were not there yet."""
    moved = await moved_chats([push.chat_id for push in pushes])
    ids: list[int] = []
    for start in range(0, len(pushes), ROWS_AT_ONCE):
        part = pushes[start : start + ROWS_AT_ONCE]
        rows = await _insert([(moved.get(push.chat_id, push.chat_id), push) for push in part], now)
        for row in rows:
            if row["slot"]:
                values = [now, row["chat_id"], row["slot"], row["id"], real_now()]
                await _close(SUPERSEDE, values, status="superseded", why=Why.SUPERSEDED, now=now)
        ids += [row["id"] for row in rows]
    return ids


@unit_of_work
async def cancel_waiting(
    *,
    now: datetime,
    chat_id: int | None = None,
    customer_id: int | None = None,
    order_id: int | None = None,
    purpose: str | None = None,
    slot: str | None = None,
    why: Why = Why.CANCELLED,
) -> int:
    """Take back what waits and fits everything that is given; how many that were. At least one must be given."""
    fits = {"chat_id": chat_id, "customer_id": customer_id, "order_id": order_id, "purpose": purpose, "slot": slot}
    given = {column: value for column, value in fits.items() if value is not None}
    if not given:
        raise ValueError("cancel_waiting of everything is nobody's wish")
    # Each way one index has (outbox/waiting.py): of whom or what, or everything that waits.
    waits = "settled_at IS NULL" if given.keys() & {"chat_id", "customer_id", "order_id"} else "status = 'waiting'"
    statement = CANCEL.format(waits=waits, which=" AND ".join(f"{column} = ?" for column in given))
    return await _close(statement, [why, now, real_now(), *given.values()], status="skipped", why=why, now=now)


async def moved_chats(chat_ids: Sequence[int]) -> dict[int, int]:
    """Old and new ids of those groups that have become supergroups."""
    groups = {chat_id for chat_id in chat_ids if chat_id < 0}
    if not groups:
        return {}
    return {row.id: row.moved_to for row in await MovedChat.filter(id__in=groups)}


async def current_chat(chat_id: int) -> int:
    """The id a group has now; settings keep the one it had."""
    return (await moved_chats([chat_id])).get(chat_id, chat_id)


async def is_on_its_way(chat_id: int) -> bool:
    """Whether somebody is sending to this chat right now, so that a message may be there whose id is not yet kept."""
    return await Push.filter(chat_id=chat_id, settled_at=None, leased_until__gt=real_now()).exists()


async def tell_receipts(rows: Sequence[Mapping[str, Any]], *, status: str, why: Why | None, now: datetime) -> None:
    """Queue the marks for pushes that have ended this way; `rows` are their ids and receipts."""
    receipts = []
    for row in rows:
        if row["receipt"]:
            chat_id, params = receipt_edit(document(row["receipt"]), status=status, why=why)
            receipts.append(NewPush(chat_id, "editMessageText", params, "receipt", once=f"receipt:{row['id']}"))
    if receipts:
        await enqueue_all(receipts, now=now)


async def _insert(pushes: Sequence[tuple[int, NewPush]], now: datetime) -> list[dict[str, Any]]:
    values = [value for chat_id, push in pushes for value in _values(chat_id, push, now)]
    rows = await connection().execute_query_dict(_insert_statement(len(pushes)), values)
    return sorted(rows, key=lambda row: int(row["id"]))


def _insert_statement(rows: int) -> str:
    return in_dialect(INSERT.format(rows=", ".join([ROW] * rows)))


def _values(chat_id: int, push: NewPush, now: datetime) -> list[Any]:
    purpose = PURPOSES[push.purpose]
    return [
        push.once,
        chat_id,
        push.customer_id,
        push.order_id,
        purpose.name,
        purpose.urgency,
        push.method,
        _json(push.params),
        push.slot,
        _json(push.receipt.as_json()) if push.receipt else None,
        push.due_at or now,
        push.expires_at,
        now,
        push.template_id,
    ]


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


async def _close(statement: str, values: list[Any], *, status: str, why: Why, now: datetime) -> int:
    rows = await connection().execute_query_dict(in_dialect(statement), values)
    await tell_receipts(rows, status=status, why=why, now=now)
    return len(rows)
