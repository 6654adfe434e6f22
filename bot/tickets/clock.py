"""The clock of a case that an unhappy customer opened: heard from within a day, solved within two (LOOP-01)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from bot.config import Settings
from bot.db import unit_of_work
from bot.tickets.hours import after_working_days, moved_into_hours
from bot.tickets.models import Case, CaseClock

# Of what the shop is told by survey or complaint; the others have reminders of their own (reminders.py, silence.py).
CLOCKED = frozenset({"detractor", "complaint"})
WARNED_AFTER = 0.75

Aspect = Literal["contact", "resolve"]
Alarm = Literal["warned", "missed"]
ASPECTS: tuple[Aspect, ...] = ("contact", "resolve")


@unit_of_work
async def start_clock(case: Case, *, settings: Settings, now: datetime) -> None:
    """Begin to count for such a case, anew when it is opened again; nothing for any other.

    Of a time that would be three quarters over in the night, somebody hears before that night.
    """
    if case.cause not in CLOCKED:
        return
    times = {"started_at": now, "contacted_at": None, "contact_alarm": None, "resolve_alarm": None}
    for aspect, hours in (("contact", settings.contact_hours), ("resolve", settings.resolution_hours)):
        span = timedelta(hours=hours)
        warn_at = after_working_days(now, WARNED_AFTER * span, settings)
        times[f"{aspect}_warn_at"] = moved_into_hours(warn_at, since=now, settings=settings)
        times[f"{aspect}_due_at"] = after_working_days(now, span, settings)
    clock, _ = await CaseClock.update_or_create(times, case_id=case.id)
    await set_alarm(clock)


@unit_of_work
async def stop_clock(case_id: int) -> None:
    """The case is closed: nobody is reminded any more."""
    await CaseClock.filter(case_id=case_id).update(alarm_at=None)


@unit_of_work
async def note_contact(case_id: int, *, now: datetime) -> None:
    """The customer has been written to; only the first time counts."""
    clock = await CaseClock.select_for_update(no_key=True).get_or_none(case_id=case_id, contacted_at=None)
    if clock is not None:
        clock.contacted_at = now
        await clock.save(update_fields=["contacted_at"])
        await set_alarm(clock)


async def set_alarm(clock: CaseClock) -> None:
    """When somebody has to be told next; never, when everything has been told."""
    clock.alarm_at = min((at for _, _, at in _alarms(clock)), default=None)
    await clock.save(update_fields=["alarm_at"])


def due_alarms(clock: CaseClock, now: datetime) -> dict[Aspect, Alarm]:
    """What has to be told now: of each aspect the gravest; pure."""
    return {aspect: alarm for aspect, alarm, at in _alarms(clock) if at <= now}


def missed(clock: CaseClock, *, closed_at: datetime | None, now: datetime) -> tuple[Aspect, ...]:
    """Which promises were not kept by now, told or not; pure."""
    ends = {"contact": clock.contacted_at or closed_at, "resolve": closed_at}
    due = {"contact": clock.contact_due_at, "resolve": clock.resolve_due_at}
    return tuple(aspect for aspect in ASPECTS if (ends[aspect] or now) > due[aspect])


def _alarms(clock: CaseClock) -> Iterator[tuple[Aspect, Alarm, datetime]]:
    """What is still to be told and when, for each aspect in the order of time."""
    if clock.contacted_at is None:
        yield from _of("contact", clock.contact_alarm, clock.contact_warn_at, clock.contact_due_at)
    yield from _of("resolve", clock.resolve_alarm, clock.resolve_warn_at, clock.resolve_due_at)


def _of(
    aspect: Aspect, told: str | None, warn_at: datetime, due_at: datetime
) -> Iterator[tuple[Aspect, Alarm, datetime]]:
    if told is None:
        yield aspect, "warned", warn_at
    if told != "missed":
        yield aspect, "missed", due_at
