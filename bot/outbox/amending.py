"""Changes to pushes after they were queued: more of an album, other words; whether they wait or were sent."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.clock import real_now
from bot.db import connection, document, in_dialect, unit_of_work
from bot.outbox.messages import edit_of
from bot.outbox.models import Push
from bot.outbox.queue import enqueue

MOST_OF_AN_ALBUM = 10
# The parts of an album are updates of their own, a few milliseconds apart.
GATHERED_WITHIN = timedelta(seconds=1)
ALBUM = "sendMediaGroup"
KINDS = {"sendPhoto": "photo", "sendDocument": "document"}
CAPTIONED = frozenset({*KINDS, "sendVoice", "sendAudio", "sendVideo", "sendAnimation"})
FREE = "status = 'waiting' AND (leased_until IS NULL OR leased_until <= ?)"
GATHER = "UPDATE outbox_push SET retry_at = ? WHERE id = ? AND status = 'waiting'"
CHANGE = f"UPDATE outbox_push SET method = ?, params = ? WHERE id = ? AND {FREE} RETURNING id"  # noqa: S608  # ours


@unit_of_work
async def gather(push_id: int) -> None:
    """Hold the first part of an album back for the others, which `join_album` adds; where it is queued."""
    await connection().execute_query(in_dialect(GATHER), [real_now() + GATHERED_WITHIN, push_id])


@unit_of_work
async def join_album(push_id: int, method: str, params: Mapping[str, Any]) -> bool:
    """Add a photo or document to a push of its kind that waits; False: it is on its way, full, or of another kind."""
    push = await Push.get_or_none(id=push_id, status="waiting")
    if push is None or method not in KINDS:
        return False
    media = _media(push)
    if not media or len(media) >= MOST_OF_AN_ALBUM or media[0]["type"] != KINDS[method]:
        return False
    both = {"media": [*media, _item(method, params)]}
    if "reply_parameters" in push.params:
        both["reply_parameters"] = push.params["reply_parameters"]
    return await _change(push.id, ALBUM, both)


@unit_of_work
async def amend(push_id: int, method: str, params: Mapping[str, Any], *, now: datetime, place: int = 0) -> bool:
    """Let a queued message say what `params` of `method` say; `place` counts from 0 in an album.

    False when that cannot be: it is on its way right now, or never arrived.
    """
    push = await Push.get_or_none(id=push_id)
    if push is None:
        return False
    if push.status == "waiting":
        return await _change(push.id, push.method, _with(push, method, params, place))
    if push.status != "sent" or push.message_id is None:
        return False
    message_id = push.message_id + place
    if method in CAPTIONED:
        edit = {name: params[name] for name in ("caption", "parse_mode", "reply_markup") if name in params}
        edited = ("editMessageCaption", edit | {"message_id": message_id})
    else:
        edited = ("editMessageText", edit_of(dict(params), message_id))
    await enqueue(push.chat_id, *edited, once=None, purpose=push.purpose, now=now, customer_id=push.customer_id)
    return True


async def _change(push_id: int, method: str, params: Mapping[str, Any]) -> bool:
    values = [method, json.dumps(params, ensure_ascii=False), push_id, real_now()]
    return bool(await connection().execute_query_dict(in_dialect(CHANGE), values))


def _media(push: Push) -> list[dict[str, Any]]:
    params = document(push.params)
    if push.method == ALBUM:
        return list(params["media"])
    return [_item(push.method, params)] if push.method in KINDS else []


def _item(method: str, params: Mapping[str, Any]) -> dict[str, Any]:
    kind = KINDS[method]
    words = {name: params[name] for name in ("caption", "parse_mode") if params.get(name)}
    return {"type": kind, "media": params[kind]} | words


def _with(push: Push, method: str, params: Mapping[str, Any], place: int) -> dict[str, Any]:
    kept = {name: value for name, value in push.params.items() if name == "reply_parameters"}
    if push.method != ALBUM:
        return dict(params) | kept
    media = _media(push)
    media[place] = _item(method, params)
    return {"media": media} | kept
