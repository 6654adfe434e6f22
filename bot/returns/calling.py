"""Tells the shop's own system what it has to do: signed, one after the other for each return, until it is taken.

A call is claimed by a lease of real time, so that two processes send it once. Whoever dies between the shop's answer
and our note sends it again with the same Idempotency-Key: the shop does the same deed once.
"""

import asyncio
import hashlib
import hmac
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog

from bot.clock import real_now
from bot.config import VERSION, Settings
from bot.db import document, unit_of_work
from bot.i18n import html, plain
from bot.returns.calls import Topic, find_case, is_called
from bot.returns.models import Return
from bot.shop.rows import Row, change, fetch, skip_locked
from bot.tickets.cards import post_below
from bot.tickets.cases import NewCase, add_to_case, open_case
from bot.tickets.models import Case
from bot.tickets.turns import Turn

# Longer than a call may take with everything around it.
LEASE = timedelta(minutes=1)
PATIENCE_S, CONNECT_S = 15.0, 5.0
AT_ONCE = 8
FIRST_RETRY, LONGEST_RETRY = timedelta(seconds=30), timedelta(hours=6)
# With the delays between them for about three days.
MOST_ATTEMPTS = 20
# Answers that may be another one the next time; the others of 4xx will not.
NOT_FOR_EVER = frozenset({408, 409, 425, 429})
KEPT, UNDONE_KEPT = timedelta(days=30), timedelta(days=90)

# Of one return the first that is not settled goes: a refund never overtakes the approval.
CLAIM = """
UPDATE return_shop_call SET leased_until = ?, retry_at = ?, attempts = attempts + 1 WHERE id IN (
  SELECT c.id FROM return_shop_call c WHERE c.retry_at <= ? AND NOT EXISTS (
    SELECT 1 FROM return_shop_call e WHERE e.subject = c.subject AND e.id < c.id AND e.retry_at IS NOT NULL)
  ORDER BY c.retry_at, c.id LIMIT ?{locked})
RETURNING id, key, topic, subject, body, words, attempts"""
TAKEN = """
UPDATE return_shop_call SET done_at = ?, retry_at = NULL, leased_until = NULL, error = NULL
WHERE id = ? AND leased_until = ? AND done_at IS NULL"""
FAILED = """
UPDATE return_shop_call SET error = ?, retry_at = ?, leased_until = NULL
WHERE id = ? AND leased_until = ? AND done_at IS NULL RETURNING id"""
REOPEN = """
UPDATE return_shop_call SET retry_at = ?, attempts = 0 WHERE done_at IS NULL AND retry_at IS NULL RETURNING id"""
FIGURES = """
SELECT sum(CASE WHEN retry_at IS NULL THEN 0 ELSE 1 END) AS waiting,
  sum(CASE WHEN retry_at IS NULL THEN 1 ELSE 0 END) AS given_up
FROM return_shop_call WHERE done_at IS NULL"""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """One that this process has claimed until `leased_until`; without a body when an erasure has taken its words."""

    id: int
    key: str
    topic: str
    subject: str
    body: bytes
    attempts: int
    leased_until: datetime


class Taken:
    """The shop has it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The shop will never take it."""

    why: str


@dataclass(frozen=True, slots=True)
class Later:
    """The shop may take it another time; `after` is when it says it will."""

    why: str
    after: timedelta | None = None


Answer = Taken | Refused | Later


async def call_due(settings: Settings, *, now: datetime, patience: float = PATIENCE_S) -> int:
    """Send a batch of what is due; how many were tried. Nothing is sent while no address is set."""
    calls = await _claim(AT_ONCE) if is_called(settings) else []
    if calls:
        timeout = aiohttp.ClientTimeout(total=patience, connect=CONNECT_S)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            await asyncio.gather(*(_one(call, session, settings, now) for call in calls))
    return len(calls)


def sign(secret: str, body: bytes, at: int) -> str:
    """The signature header: `t` is when it was sent (Unix seconds), `v1` HMAC-SHA256 of `t.body` in hexadecimal."""
    signed = hmac.digest(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hex()
    return f"t={at},v1={signed}"


@unit_of_work
async def reopen_calls() -> int:
    """Let those that were given up be tried again; how many those were."""
    return len(await change(REOPEN, real_now()))


@unit_of_work
async def forget_calls(now: datetime) -> None:
    """Drop what the shop took long ago, and what it never will."""
    await change("DELETE FROM return_shop_call WHERE done_at < ?", now - KEPT)
    await change("DELETE FROM return_shop_call WHERE retry_at IS NULL AND created_at < ?", now - UNDONE_KEPT)


async def call_figures() -> dict[str, tuple[str, float]]:
    """Name, meaning and value of what /metrics shows."""
    [row] = await fetch(FIGURES)
    return {
        "bote_shop_calls_waiting": ("Calls that the shop's own system has not taken yet", float(row["waiting"] or 0)),
        "bote_shop_calls_given_up": ("Calls it has not taken for good", float(row["given_up"] or 0)),
    }


@unit_of_work
async def _claim(most: int) -> list[Call]:
    now = real_now()
    until = now + LEASE
    rows = await change(CLAIM.format(locked=skip_locked("c")), until, until, now, most)
    return [_call(row, until) for row in rows]


def _call(row: Row, until: datetime) -> Call:
    words = row.pop("words")
    body = document(row["body"]) | ({"words": words} if words else {})
    raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    is_empty = row["topic"] == Topic.CHANGE_ORDER and not words
    return Call(**row | {"body": b"" if is_empty else raw}, leased_until=until)


async def _one(call: Call, session: aiohttp.ClientSession, settings: Settings, now: datetime) -> None:
    """One that fails for a reason of our own stays leased, and keeps none of the others."""
    try:
        answer = await _answer(call, session, settings)
        await _settle(call, answer, settings, now)
    except Exception:
        log.exception("shop call broken off", call=call.id)


async def _answer(call: Call, session: aiohttp.ClientSession, settings: Settings) -> Answer:
    if not call.body:
        return Taken()  # nobody is left who wishes it
    return await _tell(call, session, settings) if call.attempts <= MOST_ATTEMPTS else Refused("no answer at all")


async def _tell(call: Call, session: aiohttp.ClientSession, settings: Settings) -> Answer:
    url, secret = settings.shop_callback_url, settings.shop_callback_secret
    assert url is not None and secret is not None  # noqa: S101, PT018  # `is_called`
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"Bote/{VERSION}",
        "Idempotency-Key": call.key,
        "Bote-Topic": call.topic,
        "Bote-Signature": sign(secret.get_secret_value(), call.body, int(real_now().timestamp())),
    }
    try:
        async with session.post(url, data=call.body, headers=headers, allow_redirects=False) as response:
            return _judge(response.status, response.headers)
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        return Later(type(error).__name__)


def _judge(status: int, headers: Mapping[str, str]) -> Answer:
    if 200 <= status < 300:
        return Taken()
    why = f"HTTP {status}"
    if 400 <= status < 500 and status not in NOT_FOR_EVER:
        return Refused(why)
    after = headers.get("Retry-After", "")
    return Later(why, timedelta(seconds=int(after)) if after.isascii() and after.isdigit() and len(after) < 7 else None)


async def _settle(call: Call, answer: Answer, settings: Settings, now: datetime) -> None:
    match answer:
        case Taken():
            await _note(TAKEN, now, call.id, call.leased_until)
            log.info("shop call taken", call=call.id, topic=call.topic, tries=call.attempts)
        case Later(why, after) if call.attempts < MOST_ATTEMPTS:
            delay = min(max(_delay(call.attempts), after or timedelta()), LONGEST_RETRY)
            await _note(FAILED, why, real_now() + delay, call.id, call.leased_until)
            log.warning("shop call failed", call=call.id, topic=call.topic, why=why, tries=call.attempts)
        case Later(why) | Refused(why):
            await _give_up(call, why, settings, now)
            log.warning("shop call given up", call=call.id, topic=call.topic, why=why, tries=call.attempts)


@unit_of_work
async def _note(statement: str, *values: Any) -> None:
    await change(statement, *values)


@unit_of_work
async def _give_up(call: Call, why: str, settings: Settings, now: datetime) -> None:
    """The staff do it by hand: a line at the case, which rings; a case of its own where there is none open."""
    if not await change(FAILED, why, None, call.id, call.leased_until):
        return
    locale = settings.default_locale
    words = plain(locale, "call-given-up", topic=call.topic, key=call.key, why=why)
    case = await find_case(call.subject, call.key)
    if case is None or case.status == "closed":
        await _open_case(call, case, words, settings=settings, now=now)
        return
    await add_to_case(case.id, words, settings=settings, now=now)
    told = html(locale, "call-given-up", topic=call.topic, key=call.key, why=why)
    await post_below(case, told, once=f"call:{call.id}:given-up", settings=settings, now=now)


async def _open_case(call: Call, about: Case | None, words: str, *, settings: Settings, now: datetime) -> None:
    return_id = call.subject.removeprefix("return:")
    whose = about or (await Return.get_or_none(id=int(return_id)) if return_id.isdecimal() else None)
    new = NewCase(
        cause="return",
        once=f"call:{call.id}",
        customer_id=whose.customer_id if whose else None,
        order_id=whose.order_id if whose else None,
        turns=(Turn("bot", words),),
    )
    await open_case(new, settings=settings, now=now)


def _delay(attempts: int) -> timedelta:
    doubled: timedelta = min(FIRST_RETRY * 2 ** (attempts - 1), LONGEST_RETRY)
    return doubled * random.uniform(0.8, 1.2)
