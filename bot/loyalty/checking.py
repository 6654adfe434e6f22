"""Every night each account is checked: its balance is the sum of its entries, and nobody has changed what was booked.

What does not fit is told to the staff and to `main.py doctor`, and is repaired by nobody but whoever finds out why;
what is right in spite of it they accept, with their name and the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

import structlog

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import OperatorError
from bot.i18n import html
from bot.loyalty.expiring import hold_account, lots_of
from bot.loyalty.ledger import balance_of
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.shop.rows import change, fetch
from bot.staff.audit import record
from bot.staff.models import AuditEntry

NIGHT = time(3, 0)
ACCEPTED = "points_accepted"
# An entry may have its number before others and be written after them: what is younger is looked at the next night.
SETTLED = timedelta(hours=1)
ACCOUNTS_A_TURN = 200
LONGEST = 255
DUE = """
SELECT DISTINCT e.customer_id FROM loyalty_entry e LEFT JOIN loyalty_account a ON a.customer_id = e.customer_id
WHERE (a.checked_at IS NULL OR a.checked_at < ?) ORDER BY e.customer_id LIMIT ?"""
EMPTIED = """
SELECT a.customer_id FROM loyalty_account a WHERE a.checked_at < ? AND a.checked_points <> 0
  AND NOT EXISTS (SELECT 1 FROM loyalty_entry e WHERE e.customer_id = a.customer_id) ORDER BY a.customer_id LIMIT ?"""
BEFORE = "SELECT checked_id, checked_points FROM loyalty_account WHERE customer_id = ?"
SUM = "SELECT coalesce(sum(points), 0) AS points FROM loyalty_entry WHERE customer_id = ? AND id <= ?"
LAST = "SELECT coalesce(max(id), 0) AS id FROM loyalty_entry WHERE customer_id = ? AND created_at < ?"
FINE = """
UPDATE loyalty_account SET checked_at = ?, checked_id = ?, checked_points = ?, fault = NULL WHERE customer_id = ?"""
FAULTY = "UPDATE loyalty_account SET checked_at = ?, fault = ? WHERE customer_id = ?"
ACCOUNTS = "SELECT count(*) AS n, count(fault) AS faulty, min(checked_at) AS since FROM loyalty_account"
FAULTS = "SELECT customer_id, fault FROM loyalty_account WHERE fault IS NOT NULL ORDER BY customer_id LIMIT ?"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many accounts there are, how many of them are wrong, and the first of those with what is wrong."""

    accounts: int
    faulty: int
    faults: tuple[tuple[int, str], ...]


async def check_accounts(settings: Settings, *, now: datetime) -> int:
    """Check every account that was not checked since the last night began; how many are wrong."""
    night = _last_night(settings, now)
    found = 0
    for statement in (DUE, EMPTIED):
        while due := await fetch(statement, night, ACCOUNTS_A_TURN):
            found += sum([await _check(row["customer_id"], now) for row in due])
    if found:
        await _tell_staff(found, settings, night=night, now=now)
    return found


@unit_of_work
async def accept(customer_id: int, *, by: int, why: str, now: datetime) -> tuple[str, ...]:
    """Take an account as it is from now on, since somebody knows why; what was wrong with it comes back.

    Nothing is booked. Who did it, when, why and of what stays in the audit. OperatorError where nothing is wrong.
    """
    if not await fetch(BEFORE, customer_id):
        raise OperatorError(f"points: customer {customer_id} has no account")
    await hold_account(customer_id, now=now)
    faults = await _faults(customer_id, now)
    if not faults:
        raise OperatorError(f"points: nothing is wrong with the account of customer {customer_id}")
    stands = [*await _accepted(customer_id), *faults]
    await record(by, ACCEPTED, f"customer:{customer_id}", now=now, detail={"faults": stands, "why": why})
    await _note_right(customer_id, now)
    return tuple(faults)


async def describe_checks(*, most: int) -> Checked:
    """What the last checks found."""
    [told] = await fetch(ACCOUNTS)
    faults = tuple((row["customer_id"], row["fault"]) for row in await fetch(FAULTS, most))
    return Checked(told["n"], told["faulty"], faults)


@unit_of_work
async def _check(customer_id: int, now: datetime) -> bool:
    """Whether it is wrong. A wrong account keeps what it was checked for last, so that it stays wrong until mended."""
    await hold_account(customer_id, now=now)
    faults = await _faults(customer_id, now)
    if faults:
        log.error("points account is wrong", customer=customer_id, faults=faults)
        await change(FAULTY, now, "; ".join(faults)[:LONGEST], customer_id)
        return True
    await _note_right(customer_id, now)
    return False


async def _note_right(customer_id: int, now: datetime) -> None:
    [last] = await fetch(LAST, customer_id, now - SETTLED)
    [total] = await fetch(SUM, customer_id, last["id"])
    await change(FINE, now, last["id"], int(total["points"]), customer_id)


async def _faults(customer_id: int, now: datetime) -> Sequence[str]:
    """What is wrong and was not accepted."""
    accepted = await _accepted(customer_id)
    return [fault for fault in await _all_faults(customer_id, now) if fault not in accepted]


async def _accepted(customer_id: int) -> Sequence[str]:
    found = AuditEntry.filter(action=ACCEPTED, subject=f"customer:{customer_id}")
    newest = await found.order_by("-id").first()
    return tuple(newest.detail["faults"]) if newest else ()


async def _all_faults(customer_id: int, now: datetime) -> Sequence[str]:
    [reading] = await lots_of([customer_id], now=now)
    balance, faults = await balance_of([customer_id], now=now), list(reading.faults)
    if balance.available + balance.pending != reading.points:
        faults.append(f"the balance is {balance.available + balance.pending}, its lots come to {reading.points}")
    [before] = await fetch(BEFORE, customer_id)
    if before["checked_id"] is not None:
        [total] = await fetch(SUM, customer_id, before["checked_id"])
        if int(total["points"]) != before["checked_points"]:
            told = f"up to entry {before['checked_id']} there were {before['checked_points']}"
            faults.append(f"{told} points, now there are {int(total['points'])}")
    return faults


def _last_night(settings: Settings, now: datetime) -> datetime:
    here = now.astimezone(settings.time_zone)
    night = datetime.combine(here.date(), NIGHT, settings.time_zone)
    return night if night <= now else night - timedelta(days=1)


async def _tell_staff(found: int, settings: Settings, *, night: datetime, now: datetime) -> None:
    if settings.staff_chat_id is None:
        return
    params = text_message(html(settings.default_locale, "points-check-failed", count=found))
    once = f"points-check:{night:%Y-%m-%d}:{now:%H:%M:%S}"
    await enqueue(settings.staff_chat_id, "sendMessage", params, once=once, purpose="staff", now=now)
