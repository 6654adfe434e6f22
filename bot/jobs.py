"""The timetable: a few ticks that do what is due. The rows are the schedule, so a restart loses nothing."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, timedelta
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.connectors.inbox import forget_old_bodies, process_due
from bot.connectors.polls import TICK as POLL_EVERY
from bot.connectors.polls import Carriers, open_carriers
from bot.conversations.storage import forget_old_state
from bot.conversations.updates import forget_old_updates
from bot.customers.linking import forget_old
from bot.db import database_answers
from bot.outbox.retention import forget_texts
from bot.shipping.alerts import watch
from bot.tickets.reminders import remind_staff

PARCELS_EVERY = timedelta(minutes=5)
INBOX_EVERY = timedelta(seconds=10)
REMIND_EVERY = timedelta(seconds=30)
FORGET_EVERY = timedelta(hours=1)
WATCH_EVERY = timedelta(seconds=20)
STUCK_AFTER = 2

# Late is better than never, once is enough after a pause, and never two of one kind at a time.
DEFAULTS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}

log = structlog.get_logger(__name__)


@asynccontextmanager
async def ticking(settings: Settings, clock: Clock, *, on_stuck: Callable[[], None]) -> AsyncIterator[None]:
    """Run the ticks for the lifetime of the block; `on_stuck` ends a bot whose database no longer answers."""
    carriers = open_carriers(settings)
    scheduler: Any = AsyncIOScheduler(timezone=UTC, job_defaults=DEFAULTS)
    soon = real_now() + timedelta(seconds=30)
    scheduler.add_job(forget, "interval", [clock], seconds=FORGET_EVERY.total_seconds(), next_run_time=soon)
    scheduler.add_job(Watchdog(on_stuck).look, "interval", seconds=WATCH_EVERY.total_seconds())
    scheduler.add_job(remind, "interval", [settings, clock], seconds=REMIND_EVERY.total_seconds())
    scheduler.add_job(watch_parcels, "interval", [settings, clock], seconds=PARCELS_EVERY.total_seconds())
    scheduler.add_job(process_inbox, "interval", [settings, clock], seconds=INBOX_EVERY.total_seconds())
    if carriers:
        scheduler.add_job(ask_carriers, "interval", [carriers, clock], seconds=POLL_EVERY.total_seconds())
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        if carriers:
            carriers.close()


async def forget(clock: Clock) -> None:
    """Drop what has outlived its use: dialog state, marks of updates, links not taken, bodies, texts of pushes."""
    now = real_now()
    await forget_old_state(now)
    await forget_old_updates(now)
    await forget_old(now=clock.now(), now_real=now)
    await forget_old_bodies(clock.now())
    await forget_texts(clock.now())


async def process_inbox(settings: Settings, clock: Clock) -> None:
    """Process what waits in the inbox: what failed before, and what no web process has taken up."""
    while await process_due(settings, now=clock.now()):
        continue


async def remind(settings: Settings, clock: Clock) -> None:
    """Remind the staff of cases that nobody has reacted to."""
    await remind_staff(settings, now=clock.now())


async def watch_parcels(settings: Settings, clock: Clock) -> None:
    """Warn customers whose parcels are silent or late, and tell them that one arrives tomorrow."""
    await watch(clock.now(), settings)


async def ask_carriers(carriers: Carriers, clock: Clock) -> None:
    """Ask the carriers about open parcels that are due."""
    await carriers.poll_due(clock.now())


class Watchdog:
    """Ends the bot when the database is silent twice in a row; whoever runs it starts it anew."""

    def __init__(self, on_stuck: Callable[[], None]) -> None:
        self._on_stuck = on_stuck
        self._silent = 0

    async def look(self) -> None:
        self._silent = 0 if await database_answers() else self._silent + 1
        if self._silent >= STUCK_AFTER:
            log.error("database_stuck")
            self._on_stuck()
