"""The demo's world: a clock that can be turned forward, and parcels that move with it (the web chat's Stage)."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from math import ceil
from typing import Any

import structlog

from bot.clock import Clock
from bot.config import LOCALES, Settings
from bot.demo.scans import DueScan, find_next_scan, keep_place, let_happen
from bot.i18n import plain
from bot.shipping.alerts import watch

WATCH_EVERY = timedelta(hours=1)
FARTHEST = timedelta(days=366)
TICK_S = 0.5
# A day in 20 seconds, while the world runs fast.
FAST_STEP = timedelta(days=1) * TICK_S / 20

Json = dict[str, Any]

log = structlog.get_logger(__name__)


class World:
    """Moves the shop's clock on request, or fast by itself; whatever falls due on the way happens, in order.

    `tell` is called with what the clock shows whenever the world moved without being asked.
    """

    def __init__(self, clock: Clock, settings: Settings, *, tell: Callable[[Json], None] = lambda _: None) -> None:
        self._clock = clock
        self._settings = settings
        self._tell = tell
        self._running = False
        self._turn = asyncio.Lock()
        self._watched_at = clock.now()

    async def clock(self) -> Json:
        """The time in the shop, what will happen next, and whether the world runs fast."""
        scan = await find_next_scan()
        return {
            "now": self._clock.now().isoformat(),
            "timezone": self._settings.shop_time_zone,
            "next": _announced(scan) if scan else None,
            "running": self._running,
        }

    async def advance(self, request: Json) -> Json:
        """Do what a page asks for: to the next scan, some seconds on, or run fast and stop again."""
        match request:
            case {"advance": "next"}:
                await self._to_the_next()
            case {"advance_seconds": int() | float() as seconds} if 0 <= seconds <= FARTHEST.total_seconds():
                await self._go(timedelta(seconds=seconds))
            case {"running": bool() as running}:
                self._running = running
            case _:
                raise ValueError('Ask for {"advance": "next"}, {"advance_seconds": up to a year} or {"running": true}.')
        return await self.clock()

    async def turn(self) -> None:
        """Let time pass until cancelled: what falls due happens, and a world that runs fast moves on."""
        while True:
            await asyncio.sleep(TICK_S)
            try:
                await self._tick()
            except Exception:
                log.exception("demo_stood_still")

    async def _tick(self) -> None:
        moved = await self._go(FAST_STEP if self._running else timedelta())
        if moved or self._running:
            shown = await self.clock()
            self._running = shown["running"] = self._running and shown["next"] is not None
            self._tell(shown)

    async def _to_the_next(self) -> None:
        async with self._turn:
            if scan := await find_next_scan():
                await self._move_to(scan.due_at)

    async def _go(self, step: timedelta) -> bool:
        async with self._turn:
            return await self._move_to(self._clock.now() + step)

    async def _move_to(self, moment: datetime) -> bool:
        """Go there scan by scan, so that each happens at its own time; whether any did."""
        happened = False
        while scan := await find_next_scan(until=moment):
            self._reach(scan.due_at)
            now, ahead_s = self._clock.now(), self._ahead_s()
            await let_happen(scan, now=now, ahead_s=ahead_s, settings=self._settings)
            await self._watch()
            happened = True
        if self._reach(moment):
            await keep_place(self._ahead_s())
        await self._watch()
        return happened

    async def _watch(self) -> None:
        """Look for trouble once an hour of the shop's time, however fast that passes."""
        now = self._clock.now()
        if now - self._watched_at >= WATCH_EVERY:
            self._watched_at = now
            await watch(now, self._settings)

    def _reach(self, moment: datetime) -> bool:
        step = moment - self._clock.now()
        if step > timedelta():
            self._clock.advance(step)
        return step > timedelta()

    def _ahead_s(self) -> int:
        return ceil(self._clock.ahead.total_seconds())


async def stop_turning(task: asyncio.Task[None]) -> None:
    """End `World.turn`; what was happening at that moment is finished by its unit of work."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def _announced(scan: DueScan) -> Json:
    """What comes next, in English for scripts and in the customers' languages for the page."""
    parcel = f"Parcel {scan.position}" if scan.parcels > 1 else "Parcel"
    return {
        "at": scan.due_at.isoformat(),
        "what": f"{parcel} of order {scan.order}: {scan.status.replace('_', ' ')}",
        "texts": {
            locale: plain(locale, "orders-entry-button", number=scan.order, state=plain(locale, f"state-{scan.status}"))
            for locale in LOCALES
        },
    }
