"""Calls of the shop's checkout: the same key and body get the same answer, and who guesses codes is stopped."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.db import document, unit_of_work
from bot.errors import CustomerError, TooManyTriesError
from bot.loyalty.redeeming import Redeemable, Refused
from bot.shop.rows import change, fetch

# Unknown codes that one visitor of the checkout may name; a code has 58 bits.
MISSES = 20
MISS_WINDOW = timedelta(minutes=15)
KEEP_KEYS = timedelta(days=30)

CLAIM = """
INSERT INTO loyalty_checkout_call (key, body, status, called_at) VALUES (?, ?, 0, ?)
ON CONFLICT (key) DO NOTHING RETURNING id"""
BY_KEY = "SELECT body, status, answer FROM loyalty_checkout_call WHERE key = ?"
SETTLE = "UPDATE loyalty_checkout_call SET status = ?, answer = ?, visitor = ?, coupon_id = ? WHERE id = ?"
MISSED = "INSERT INTO loyalty_checkout_call (body, status, visitor, called_at) VALUES (?, ?, ?, ?)"
MISSES_OF = "SELECT count(*) AS misses FROM loyalty_checkout_call WHERE visitor = ? AND called_at > ?"
FORGET = "DELETE FROM loyalty_checkout_call WHERE called_at <= ?"

STATUS = {"unknown": 404}
REFUSED = 409
MESSAGES = {
    "unknown": "There is no such coupon for this customer.",
    "redeemed": "The coupon has been redeemed.",
    "expired": "The coupon has expired.",
    "not_redeemed": "This order has not redeemed the coupon.",
    "other_currency": "The coupon is in another currency than the basket.",
    "below_minimum": "The basket is worth less than the coupon asks for.",
    "nothing_eligible": "Nothing in the basket is what the coupon is for.",
}


class KeyReusedError(CustomerError):
    """The same Idempotency-Key came with another body."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status of HTTP and a body to be sent as JSON."""

    status: int
    body: dict[str, Any]


Verb = Callable[[], Awaitable[Redeemable | Refused]]


@unit_of_work
async def answer_call(verb: Verb, body: str, *, key: str | None, visitor: str | None, now_real: datetime) -> Answer:
    """Carry it out once a key, in one transaction with its answer; without a key nothing is kept but a miss.

    TooManyTriesError for a visitor who has named too many codes that there are not: nothing is carried out then, and
    the key stays free. KeyReusedError for a key that came with another body.
    """
    digest, named = digest_of(body), visitor and digest_of(visitor)
    claimed = await _claim(key, digest, now_real) if key else None
    if isinstance(claimed, Answer):
        return claimed
    if named and await _misses(named, now_real) >= MISSES:
        raise TooManyTriesError
    found = await verb()
    answer, coupon = _answer(found), found.coupon if isinstance(found, Refused) else found
    missed = named if isinstance(found, Refused) and found.why == "unknown" else None
    if claimed is not None:
        told = json.dumps(answer.body)
        await change(SETTLE, answer.status, told, missed, coupon.id if coupon else None, claimed)
    elif missed:
        await change(MISSED, digest, answer.status, missed, now_real)
    return answer


@unit_of_work
async def forget_checkout_calls(now_real: datetime) -> None:
    """After that a key is a new one."""
    await change(FORGET, now_real - KEEP_KEYS)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


async def _claim(key: str, digest: str, now_real: datetime) -> int | Answer:
    """The row of a new key; the answer of one that was used. Of two at once the second waits for the first's end."""
    rows = await change(CLAIM, digest_of(key), digest, now_real)
    if rows:
        return int(rows[0]["id"])
    [before] = await fetch(BY_KEY, digest_of(key))
    if before["body"] != digest:
        raise KeyReusedError
    return Answer(before["status"], document(before["answer"]))


async def _misses(visitor: str, now_real: datetime) -> int:
    [row] = await fetch(MISSES_OF, visitor, now_real - MISS_WINDOW)
    return int(row["misses"])


def _answer(found: Redeemable | Refused) -> Answer:
    if isinstance(found, Redeemable):
        return Answer(200, _told(found))
    body: dict[str, Any] = {"error": found.why, "message": MESSAGES[found.why]}
    if found.why == "below_minimum" and found.coupon:
        terms = found.coupon.terms
        body |= {"minimum": _money(terms.minimum), "currency": terms.currency}
    return Answer(STATUS.get(found.why, REFUSED), body)


def _told(coupon: Redeemable) -> dict[str, Any]:
    told: dict[str, Any] = {
        "code": coupon.code,
        "state": coupon.state,
        "expires_at": coupon.expires_at.isoformat(),
        "currency": coupon.terms.currency,
    }
    return told | ({} if coupon.off is None else {"discount": _money(coupon.off)})


def _money(value: Any) -> str:
    return f"{value:.2f}"
