"""Codes that customers were given: what the staff typed, each with its reason, shown to whom it was given.

The shop's own checkout knows the codes; Bote hands them on and tells since when and why.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from bot.db import document, unit_of_work
from bot.errors import CustomerError
from bot.loyalty.ledger import Details
from bot.shop.rows import change, fetch, moment

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,39}")
INSERT = """
INSERT INTO loyalty_coupon (customer_id, code, code_key, source, reason, details, order_id, issued_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"""
OWN = """
SELECT code, reason, details, issued_at FROM loyalty_coupon WHERE customer_id IN ?
ORDER BY issued_at DESC, id DESC LIMIT ?"""


class BadCodeError(CustomerError):
    """Not a code as shops have them: 3 to 40 letters, digits, - and _."""

    key = "goodwill-bad-code"


@dataclass(frozen=True, slots=True)
class Coupon:
    """A code that somebody was given; `reason` and `details` make the text that tells why (points-reason-…)."""

    code: str
    reason: str
    at: datetime
    details: Details = field(default_factory=dict)


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
        Coupon(row["code"], row["reason"], cast(datetime, moment(row["issued_at"])), document(row["details"]) or {})
        for row in rows
    )


def _json(values: Details | None) -> str | None:
    return json.dumps(dict(values), ensure_ascii=False) if values else None
