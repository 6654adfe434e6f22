"""What becomes of an invitation once its first order is there: booked, looked at by the staff, counted or taken back.

Every step claims its row by what it was before, so that of two at once one does it. Locks are taken in one order: the
order's (by the caller), the accounts', the invitation's.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

import structlog

from bot.config import Settings
from bot.customers.audience import chats_of
from bot.db import unit_of_work
from bot.i18n import html
from bot.loyalty.expiring import hold_account
from bot.loyalty.ledger import Earned, book, take_back
from bot.loyalty.programme import current_rules
from bot.loyalty.referral_rules import DAY, MONTH, Why
from bot.loyalty.warning import keyboard_of
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.shop.rows import Row, change, fetch, moment
from bot.staff.audit import record

REFUSE = """
UPDATE loyalty_referral SET status = 'refused', why = ?, ended_at = ? WHERE id = ? AND status = 'came' RETURNING id"""
ACCEPT = """
UPDATE loyalty_referral SET status = ?, customer_id = ?, order_id = ?, judged_at = ?, available_at = ?
WHERE id = ? AND status = 'came' RETURNING id"""
# Of all links of the inviter, who may be several customers.
PACE = """
SELECT coalesce(sum(CASE WHEN r.judged_at > ? THEN 1 ELSE 0 END), 0) AS day, count(*) AS month
FROM loyalty_referral r JOIN loyalty_invitation i ON i.id = r.invitation_id
WHERE i.customer_id IN ? AND r.judged_at > ?"""
PROMISED = """
SELECT r.id, r.status, r.customer_id, r.order_id, r.inviter_points, r.invited_points, r.available_at, o.number,
  i.customer_id AS inviter_id FROM loyalty_referral r JOIN loyalty_invitation i ON i.id = r.invitation_id
LEFT JOIN shop_order o ON o.id = r.order_id WHERE r.id = ?"""
DECIDE = """
UPDATE loyalty_referral SET status = ?, why = ?, decided_by = ?, decided_at = ?, ended_at = ?
WHERE id = ? AND status = 'review' RETURNING id"""
MOVE = """
UPDATE loyalty_referral SET status = ?, why = ?, ended_at = ? WHERE id = ? AND status = ? RETURNING id"""
BOOKED = """
SELECT e.customer_id, e.points, e.source, e.available_at,
  coalesce((SELECT -sum(c.points) FROM loyalty_entry c WHERE c.customer_id = e.customer_id AND c.kind = 'clawback'
    AND substr(c.source, 1, length(e.source) + 10) = 'clawback:' || e.source || '|'), 0) AS taken,
  (SELECT count(*) FROM loyalty_entry c WHERE c.customer_id = e.customer_id AND c.kind = 'clawback'
    AND substr(c.source, 1, length(e.source) + 10) = 'clawback:' || e.source || '|') AS times
FROM loyalty_entry e WHERE e.source IN ? ORDER BY e.id"""

StaffWhy = Literal["same_person", "household", "made_up", "misused"]
STAFF_WHYS: tuple[StaffWhy, ...] = ("same_person", "household", "made_up", "misused")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Order:
    """The first order of whoever was invited, and from when on nothing of it can be sent back."""

    id: int
    customer_id: int
    number: str
    available_at: datetime


@unit_of_work
async def refuse(referral_id: int, why: Why, *, now: datetime) -> bool:
    """It will never count; False when something has become of it before."""
    refused = bool(await change(REFUSE, why, now, referral_id))
    if refused:
        log.info("invitation refused", referral=referral_id, why=why)
    return refused


@unit_of_work
async def accept(referral_id: int, order: Order, *, inviter_ids: Collection[int], now: datetime) -> bool:
    """Book what both were promised, pending; what comes too fast from one inviter waits for the staff instead.

    `inviter_ids` are all customers of that person. False when something has become of it before.
    """
    for customer_id in sorted(inviter_ids):  # whoever counts how many there were counts alone
        await hold_account(customer_id, now=now)
    status = "review" if await _is_too_fast(inviter_ids, now) else "pending"
    row = [status, order.customer_id, order.id, now, order.available_at, referral_id]
    if not await change(ACCEPT, *row):
        return False
    if status == "pending":
        await _book(await _promised(referral_id), now)
    log.info("invitation accepted", referral=referral_id, order=order.id, status=status)
    return True


@unit_of_work
async def approve(referral_id: int, *, staff_id: int, now: datetime) -> bool:
    """One of the staff has looked at it: it goes on like any other. False when somebody was faster."""
    if not await change(DECIDE, "pending", None, staff_id, now, None, referral_id):
        return False
    await _book(await _promised(referral_id), now)
    await record(staff_id, "referral_approve", f"referral:{referral_id}", now=now)
    return True


@unit_of_work
async def decline(referral_id: int, why: StaffWhy, *, staff_id: int, now: datetime) -> bool:
    """One of the staff says that it does not count, and why. False when somebody was faster."""
    if not await change(DECIDE, "refused", f"staff_{why}", staff_id, now, now, referral_id):
        return False
    await record(staff_id, "referral_decline", f"referral:{referral_id}", now=now, detail={"why": why})
    return True


@unit_of_work
async def settle(
    referral_id: int, *, stands: bool, is_final: bool, settings: Settings | None, now: datetime
) -> str | None:
    """Bring what was booked to how things stand; the status that it has got, None when it stays.

    `stands`: what is kept of the order is enough, were all that is on its way back taken back. Without it the points
    go, for good where that `is_final`; what counts already goes then only. Where it stands and its time is over, it
    counts, and the inviter is told.
    """
    told = await _promised(referral_id)
    if told["status"] not in {"pending", "counted"} or (told["status"] == "counted" and not stands and not is_final):
        return None
    await _adjust(told, stands=stands, now=now)
    over = cast(datetime, moment(told["available_at"])) <= now
    if not stands and is_final:
        return await _move(told, "revoked", "returned", now)
    if not (stands and over and settings and told["status"] == "pending"):
        return None  # without settings nobody could be told
    moved = await _move(told, "counted", None, now)
    if moved and told["inviter_id"] and told["inviter_points"]:
        await _tell_inviter(told, settings, now)
    return moved


async def _is_too_fast(inviter_ids: Collection[int], now: datetime) -> bool:
    terms = (await current_rules()).referral
    if terms is None or not inviter_ids:
        return False
    [pace] = await fetch(PACE, now - DAY, list(inviter_ids), now - MONTH)
    return terms.is_too_fast(int(pace["day"]), int(pace["month"]))


async def _promised(referral_id: int) -> Row:
    return (await fetch(PROMISED, referral_id))[0]


async def _book(told: Row, now: datetime) -> None:
    """Nothing about the one is booked for the other: no order, no number, no name."""
    until = max(now, cast(datetime, moment(told["available_at"])))
    if told["inviter_id"] and told["inviter_points"]:
        await book(
            *(told["inviter_id"], told["inviter_points"]),
            kind="referral",
            source=f"referral:{told['id']}:inviter",
            reason="referral_inviter",
            available_at=until,
            now=now,
        )
    if told["customer_id"] and told["invited_points"]:
        await book(
            *(told["customer_id"], told["invited_points"]),
            kind="referral",
            source=f"referral:{told['id']}:invited",
            reason="referral_invited",
            available_at=until,
            order_id=told["order_id"],
            values={"number": told["number"]} if told["number"] else None,
            now=now,
        )


async def _adjust(told: Row, *, stands: bool, now: datetime) -> None:
    """All of the points, or none of them; the same again changes nothing."""
    sources = [f"referral:{told['id']}:inviter", f"referral:{told['id']}:invited"]
    for row in await fetch(BOOKED, sources):
        earned = Earned(
            *(row["customer_id"], row["points"], row["source"], None, moment(row["available_at"])),
            taken=int(row["taken"]),
            times=row["times"],
        )
        wanted = 0 if stands else earned.points
        side = row["source"].rpartition(":")[2]
        await take_back(
            *(earned, wanted - earned.taken),
            order_id=None,
            once=f"referral:{earned.times}",
            reason=f"referral_{side}_again" if stands else f"referral_{side}_back",
            values={"number": told["number"]} if side == "invited" and told["number"] else None,
            now=now,
        )


async def _move(told: Row, status: str, why: str | None, now: datetime) -> str | None:
    if not await change(MOVE, status, why, now, told["id"], told["status"]):
        return None
    log.info("invitation settled", referral=told["id"], status=status)
    return status


async def _tell_inviter(told: Row, settings: Settings, now: datetime) -> None:
    """Advertising, as what leads to more of it is: only with consent, within the budget, outside quiet hours."""
    for chat in await chats_of(told["inviter_id"], settings=settings):
        text = html(chat.locale, "referral-counted", count=told["inviter_points"])
        await enqueue(
            *(chat.chat_id, "sendMessage", text_message(text, keyboard=keyboard_of(chat))),
            once=f"referral:{told['id']}:{chat.chat_id}",
            purpose="loyalty",
            customer_id=told["inviter_id"],
            now=now,
        )
