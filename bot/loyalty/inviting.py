"""Personal links by which customers invite others, who comes by them, and what an inviter may know of that.

The bot never writes to somebody who was invited and has not started it: the link is all there is, and the inviter
passes it on. An inviter sees numbers, and never who it was.
"""

import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast

import structlog

from bot.customers.persons import persons_of
from bot.db import unit_of_work
from bot.loyalty.coupons import LETTERS
from bot.loyalty.programme import current_rules
from bot.loyalty.referral_rules import ReferralTerms
from bot.shop.rows import Row, change, fetch, moment

# Ten letters are 49 bits; of 64 characters that Telegram passes on.
IN_CODE = 10
LINK = re.compile(rf"ref_([{LETTERS}]{{{IN_CODE}}})\Z")
OWN = "SELECT code FROM loyalty_invitation WHERE customer_id IN ? ORDER BY id LIMIT 1"
MAKE = """
INSERT INTO loyalty_invitation (customer_id, code, made_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"""
BY_CODE = "SELECT id, customer_id FROM loyalty_invitation WHERE code = ? AND customer_id IS NOT NULL"
CAME = """
INSERT INTO loyalty_referral (invitation_id, chat_id, came_at, order_until, inviter_points, invited_points, minimums,
  status, why, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id) DO NOTHING RETURNING id"""
BEFORE = "SELECT status, why, order_until FROM loyalty_referral WHERE chat_id = ?"
LINKED = "SELECT customer_id FROM customer_link WHERE chat_id = ?"
# Who tries their own link is nobody who came.
PROGRESS = """
SELECT r.status, count(*) AS n, sum(r.inviter_points) AS points, min(r.available_at) AS first
FROM loyalty_referral r JOIN loyalty_invitation i ON i.id = r.invitation_id
WHERE i.customer_id IN ? AND (r.why IS NULL OR r.why <> 'self') GROUP BY r.status"""

# What opening a link has led to: counted from now on, or counted before, or why it never will.
Came = Literal["welcome", "again", "over", "self", "known", "gone"]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of opening a link; `terms` and `order_until` are what was promised to whoever is welcome."""

    came: Came
    terms: ReferralTerms | None = None
    order_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How it goes with somebody's link, in numbers: people by where they are, and the inviter's points."""

    opened: int
    pending: int
    pending_points: int
    pending_until: datetime | None
    looked_at: int
    counted: int
    counted_points: int


async def current_terms() -> ReferralTerms | None:
    """What inviting brings today; None: the shop has not switched it on."""
    return (await current_rules()).referral


async def find_code(customer_ids: Sequence[int]) -> str | None:
    """The code that this person passes on, if they have one."""
    rows = await fetch(OWN, list(customer_ids))
    return str(rows[0]["code"]) if rows else None


@unit_of_work
async def get_code(customer_ids: Sequence[int], *, now: datetime) -> str:
    """The same, made where there was none; of many at once all get the same."""
    while not (code := await find_code(customer_ids)):
        await change(MAKE, min(customer_ids), "".join(secrets.choice(LETTERS) for _ in range(IN_CODE)), now)
    return code


def link_of(link_base: str, code: str) -> str:
    """The address to pass on; `link_base` is what conversations.account.find_link_base knows."""
    return f"{link_base}ref_{code}"


def code_in(payload: str) -> str | None:
    """The code in the payload of a deep link; None for any other payload."""
    found = LINK.fullmatch(payload)
    return found[1] if found else None


@unit_of_work
async def arrive(chat_id: int, code: str, *, now: datetime) -> Arrival:
    """Note who came by whose link, once a chat: whoever comes first has invited them.

    Nobody invites themselves, and nobody who has linked a purchase is new; that is noted with its reason.
    """
    terms, invitation = await current_terms(), next(iter(await fetch(BY_CODE, code)), None)
    if terms is None or invitation is None:
        return Arrival("gone")
    if before := await fetch(BEFORE, chat_id):
        return _again(before[0], terms, now)
    why = await _why_not(chat_id, invitation["customer_id"])
    until = now + timedelta(days=terms.days)
    minimums = json.dumps({currency: str(amount) for currency, amount in terms.minimums.items()})
    row = [invitation["id"], chat_id, now, until, terms.inviter, terms.invited, minimums]
    made = await change(CAME, *row, "refused" if why else "came", why, now if why else None)
    if not made:
        return _again((await fetch(BEFORE, chat_id))[0], terms, now)
    log.info("came by an invitation", referral=made[0]["id"], why=why)
    return Arrival(why or "welcome", terms, until)


async def progress_of(customer_ids: Sequence[int]) -> Progress:
    """How it goes with the link of these customers, who are one person."""
    rows = {row["status"]: row for row in await fetch(PROGRESS, list(customer_ids))}
    return Progress(
        opened=sum(row["n"] for row in rows.values()),
        pending=_told(rows, "pending", "n"),
        pending_points=_told(rows, "pending", "points"),
        pending_until=moment(rows["pending"]["first"]) if "pending" in rows else None,
        looked_at=_told(rows, "review", "n"),
        counted=_told(rows, "counted", "n"),
        counted_points=_told(rows, "counted", "points"),
    )


async def _why_not(chat_id: int, inviter_id: int) -> Literal["self", "known"] | None:
    linked = [row["customer_id"] for row in await fetch(LINKED, chat_id)]
    if not linked:
        return None
    own = frozenset[int]().union(*(await persons_of(linked)).values())
    return "self" if inviter_id in own else "known"


def _again(row: Row, terms: ReferralTerms, now: datetime) -> Arrival:
    if row["status"] == "came":
        until = cast(datetime, moment(row["order_until"]))
        return Arrival("again" if now < until else "over", terms, until)
    return Arrival(row["why"] if row["why"] in {"self", "known"} else "over")


def _told(rows: dict[str, Row], status: str, column: str) -> int:
    return int(rows[status][column]) if status in rows else 0
