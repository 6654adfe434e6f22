"""Codes that customers were given, each with its reason, shown to whom it was given.

What the staff typed is known to the shop's own checkout, and Bote hands it on. What is issued here is a coupon of ours:
single-use, personal, with terms and an end, and the checkout redeems it here (redeeming.py).
"""

import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, cast

from bot.db import document, unit_of_work
from bot.errors import CustomerError
from bot.loyalty.ledger import Details
from bot.loyalty.worth import Terms
from bot.shop.rows import amount, change, fetch, moment

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,39}")
# Twelve of them are 58 bits; none is mistaken for another when it is typed.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS, IN_GROUP = 3, 4
INSERT = """
INSERT INTO loyalty_coupon (customer_id, code, code_key, source, reason, details, order_id, issued_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"""
ISSUE = """
INSERT INTO loyalty_coupon (customer_id, code, code_key, source, reason, details, order_id, issued_at,
  currency, amount, percent, minimum, sku, category, expires_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"""
TERMS = "currency, amount, percent, minimum, sku, category"
OWN = f"""
SELECT code, reason, details, issued_at, {TERMS}, expires_at, redeemed_at FROM loyalty_coupon WHERE customer_id IN ?
ORDER BY issued_at DESC, id DESC LIMIT ?"""  # noqa: S608  # names from our own code

State = Literal["open", "redeemed", "expired"]


class BadCodeError(CustomerError):
    """Not a code as shops have them: 3 to 40 letters, digits, - and _."""

    key = "goodwill-bad-code"


@dataclass(frozen=True, slots=True)
class Coupon:
    """A code that somebody was given; `reason` and `details` make the text that tells why (points-reason-…).

    Without `terms` it is the shop's own code, of which nobody here knows what became.
    """

    code: str
    reason: str
    at: datetime
    details: Details = field(default_factory=dict)
    terms: Terms | None = None
    expires_at: datetime | None = None
    redeemed_at: datetime | None = None

    def state(self, now: datetime) -> State:
        return state_of(self.expires_at, self.redeemed_at, now)


def state_of(expires_at: datetime | None, redeemed_at: datetime | None, now: datetime) -> State:
    """What was redeemed in time stays redeemed."""
    if redeemed_at is not None:
        return "redeemed"
    return "expired" if expires_at is not None and expires_at <= now else "open"


@unit_of_work
async def give_code(
    customer_id: int,
    code: str,
    *,
    source: str,
    reason: str,
    now: datetime,
    order_id: int | None = None,
    values: Details | None = None,
) -> bool:
    """Give a code; False when this source ("goodwill:case:4:1") gave one before, or somebody has this code already.

    BadCodeError for what cannot be one.
    """
    row = [customer_id, check_code(code), code.upper(), source, reason, _json(values), order_id, now]
    return bool(await change(INSERT, *row))


@unit_of_work
async def issue(
    customer_id: int,
    code: str,
    terms: Terms,
    *,
    source: str,
    reason: str,
    expires_at: datetime,
    now: datetime,
    order_id: int | None = None,
    values: Details | None = None,
) -> bool:
    """Give a coupon of ours under a `new_code`; False when this source gave one before."""
    row = [customer_id, code, code.upper(), source, reason, _json(values), order_id, now]
    worth = [terms.currency, terms.amount, terms.percent, terms.minimum, terms.sku, terms.category]
    return bool(await change(ISSUE, *row, *worth, expires_at))


def new_code() -> str:
    """A code that nobody guesses: K7QM-2XPD-9RTV."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(IN_GROUP)) for _ in range(GROUPS))


def check_code(code: str) -> str:
    """The code as it is given; BadCodeError."""
    if not CODE.fullmatch(code):
        raise BadCodeError
    return code


async def is_given(code: str) -> bool:
    """Whether somebody has this code, however it was written."""
    return bool(await fetch("SELECT id FROM loyalty_coupon WHERE code_key = ?", code.upper()))


async def codes_of(customer_ids: Sequence[int], *, limit: int) -> tuple[Coupon, ...]:
    """The latest codes of these customers, who are one person; newest first."""
    rows = await fetch(OWN, list(customer_ids), limit)
    return tuple(
        Coupon(
            row["code"],
            row["reason"],
            cast(datetime, moment(row["issued_at"])),
            document(row["details"]) or {},
            terms=terms_of(row),
            expires_at=moment(row["expires_at"]),
            redeemed_at=moment(row["redeemed_at"]),
        )
        for row in rows
    )


def terms_of(row: dict[str, Any]) -> Terms | None:
    """The terms in a row of loyalty_coupon; None: a code of the shop's own."""
    if row["currency"] is None:
        return None
    minimum = amount(row["minimum"]) or Decimal(0)
    return Terms(row["currency"], amount(row["amount"]), row["percent"], minimum, row["sku"], row["category"])


def _json(values: Details | None) -> str | None:
    return json.dumps(dict(values), ensure_ascii=False) if values else None
