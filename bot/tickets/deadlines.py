"""Sees to it that unhappy customers hear from somebody in time: a warning, an owner, at last the shop's owners."""

from datetime import datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import Markup, html
from bot.shop.rows import fetch, skip_locked
from bot.staff.audit import record
from bot.staff.roles import Role, list_staff
from bot.tickets.cards import post_below, post_card
from bot.tickets.cases import OPEN
from bot.tickets.clock import Alarm, Aspect, due_alarms, set_alarm
from bot.tickets.hours import is_open
from bot.tickets.models import Case, CaseClock
from bot.tickets.people import list_answering
from bot.tickets.taking import tell_colleague

AT_ONCE = 50
BUSY = "SELECT owner_id, count(*) AS cases FROM ticket_case WHERE owner_id IN ? AND status IN ? GROUP BY owner_id"
DUE = "SELECT k.id FROM ticket_clock k WHERE k.alarm_at <= ? ORDER BY k.alarm_at, k.id LIMIT ?"


async def mind_deadlines(settings: Settings, *, now: datetime) -> int:
    """Tell of every case whose time is three quarters over, or over; how many cases that were.

    Only while somebody is there. Each is told once, whichever process comes first: the row is locked while it is told,
    and moved to its next alarm in the same transaction.
    """
    if not is_open(now, settings):
        return 0
    done = 0
    while told := await _some(settings, now):
        done += told
    return done


@unit_of_work
async def _some(settings: Settings, now: datetime) -> int:
    rows = await fetch(DUE + skip_locked("k"), now, AT_ONCE)
    busy = await _workload(settings) if rows else {}
    for row in rows:
        clock = await CaseClock.get(id=row["id"])
        case = await Case.get(id=clock.case_id)
        for aspect, alarm in due_alarms(clock, now).items():
            if case.status in OPEN:
                await _tell(case, clock, aspect, alarm, busy, settings, now)
            setattr(clock, f"{aspect}_alarm", alarm)
        await clock.save(update_fields=["contact_alarm", "resolve_alarm"])
        await set_alarm(clock)
        await post_card(case, settings=settings, now=now)
    return len(rows)


async def _tell(
    case: Case,
    clock: CaseClock,
    aspect: Aspect,
    alarm: Alarm,
    busy: dict[int, int],
    settings: Settings,
    now: datetime,
) -> None:
    if alarm == "missed":
        await _escalate(case, clock, aspect, settings, now)
    owner_id = await _assign(case, busy, now) if case.owner_id is None else None
    if owner_id:
        key = "case-assigned-late" if alarm == "missed" else f"case-assigned-{aspect}"
        await _tell_one(case, clock, aspect, key, owner_id, settings, now)
    elif alarm == "warned":
        await _warn(case, clock, aspect, settings, now)


async def _warn(case: Case, clock: CaseClock, aspect: Aspect, settings: Settings, now: datetime) -> None:
    """Whoever looks after it, else all of the staff."""
    key = f"case-{aspect}-warned"
    if case.owner_id is not None:
        await _tell_one(case, clock, aspect, key, case.owner_id, settings, now)
    elif settings.staff_chat_id is not None:
        once = _once(case, clock, key, settings.staff_chat_id)
        await post_below(case, _text(case, clock, aspect, key, settings), once=once, settings=settings, now=now)


async def _assign(case: Case, busy: dict[int, int], now: datetime) -> int | None:
    """Nobody has taken it: it is given to whoever of those who answer has least to do; None when nobody answers."""
    owner_id = min(busy, key=lambda staff_id: (busy[staff_id], staff_id), default=None)
    free = Case.filter(id=case.id, owner_id=None)
    if owner_id is None or not await free.update(owner_id=owner_id, taken_at=now, nudged_at=None):
        return None
    case.owner_id = owner_id
    busy[owner_id] += 1
    await record(None, "assign", f"case:{case.id}", now=now, detail={"to": owner_id})
    return owner_id


async def _workload(settings: Settings) -> dict[int, int]:
    """How many open cases each of those has who answer; owners of the shop only where nobody else does."""
    people = await list_answering(settings)
    candidates = [member.id for member in people if member.role is Role.AGENT] or [member.id for member in people]
    counted = {row["owner_id"]: row["cases"] for row in await fetch(BUSY, candidates, OPEN)} if candidates else {}
    return {staff_id: counted.get(staff_id, 0) for staff_id in candidates}


async def _escalate(case: Case, clock: CaseClock, aspect: Aspect, settings: Settings, now: datetime) -> None:
    """The shop's owners are told in private, and whoever looks after it."""
    owners = [member.id for member in await list_staff(settings) if member.role is Role.OWNER]
    told = dict.fromkeys([*owners, *([case.owner_id] if case.owner_id else [])])
    for staff_id in told:
        await _tell_one(case, clock, aspect, f"case-{aspect}-missed", staff_id, settings, now)
    await record(None, "escalate", f"case:{case.id}", now=now, detail={"missed": aspect, "owners": len(owners)})


async def _tell_one(
    case: Case, clock: CaseClock, aspect: Aspect, key: str, staff_id: int, settings: Settings, now: datetime
) -> None:
    once = _once(case, clock, key, staff_id)
    await tell_colleague(
        case.id, staff_id, _text(case, clock, aspect, key, settings), once=once, settings=settings, now=now
    )


def _once(case: Case, clock: CaseClock, key: str, staff_id: int) -> str:
    return f"case:{case.id}:{int(clock.started_at.timestamp())}:{key}:{staff_id}"


def _text(case: Case, clock: CaseClock, aspect: Aspect, key: str, settings: Settings) -> Markup:
    locale, due_at = settings.default_locale, clock.contact_due_at if aspect == "contact" else clock.resolve_due_at
    cause = html(locale, f"case-cause-{case.cause}")
    return html(locale, key, id=str(case.id), cause=cause, at=due_at, tz=settings.time_zone)
