"""The demo's world: a clock that can be turned forward, and a story that happens with it (the web chat's Stage)."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from math import ceil
from typing import Any

import structlog

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.demo.announcing import announced, seat_of_the_team
from bot.demo.courier import RefusedError
from bot.demo.place import Place, keep_place
from bot.demo.story import Turn
from bot.jobs import DUE
from bot.outbox.models import Push

HOUR = timedelta(hours=1)
FARTHEST = timedelta(days=31)
TICK_S = 0.5
# A day in 20 seconds, while the world runs fast; after a halt it does not catch up more than this.
SPEED = 86_400 / 20
LONGEST_STEP_S = 2.0
# How often and how long it looks whether the messages of a turn have arrived: a second and a half.
LOOK_EVERY_S = 0.02
LOOKS = 75
# A webhook that refuses what the story posts is not asked again before.
SULKS_S = 30.0

Json = dict[str, Any]
Deliver = Callable[[Turn], Awaitable[None]]

log = structlog.get_logger(__name__)


class World:
    """Moves the shop's clock on request, or fast by itself; whatever falls due on the way happens, in order.

    `tell` is called with what the clock shows whenever that has changed. `with_sender`: somebody sends what waits in
    the outbox, so that the messages of a turn may arrive before the next. `react` lets people answer them every hour.
    """

    def __init__(
        self,
        clock: Clock,
        settings: Settings,
        *,
        with_sender: bool = False,
        tell: Callable[[Json], None] = lambda _: None,
        react: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._clock = clock
        self._settings = settings
        self._with_sender = with_sender
        self._tell = tell
        self._react = react
        self._story: Sequence[Turn] = ()
        self._told = 0
        self._deliver: Deliver = _to_nobody
        self._running = self._ended = False
        self._turn = asyncio.Lock()
        self._hour = _hour_of(clock.now())
        self._sulks_until = real_now()

    def begin(self, story: Sequence[Turn], deliver: Deliver, *, told: int = 0) -> None:
        """From now on this is what happens; `told` turns of it have, and `deliver` raises RefusedError."""
        self._story, self._deliver, self._told = story, deliver, told

    async def clock(self) -> Json:
        """The time in the shop, what will happen next to whom, whether the world runs fast, and how fast that is."""
        return self._shown()

    async def advance(self, request: Json) -> Json:
        """Do what a page asks for: to the next turn (of somebody), some seconds on, or run fast and stop again."""
        match request:
            case {"advance": "next"}:
                await self._to_the_next(request.get("user_id"))
            case {"advance_seconds": int() | float() as seconds} if 0 <= seconds <= FARTHEST.total_seconds():
                await self._go(timedelta(seconds=seconds))
            case {"running": bool() as running}:
                self._running = running and self._next() is not None
                async with self._turn:  # the step that is under way still counts: what is shown is where it halts
                    pass
            case _:
                raise ValueError(
                    'Ask for {"advance": "next"}, {"advance_seconds": up to a month} or {"running": true}.'
                )
        return self._shown()

    async def turn(self) -> None:
        """Let time pass until cancelled: what falls due happens, and a world that runs fast moves on."""
        before = real_now()
        while True:
            await asyncio.sleep(TICK_S)
            now = real_now()
            passed, before = now - before, now
            try:
                await self._tick(passed)
            except Exception:
                log.exception("demo_stood_still")

    async def end(self) -> None:
        """Begin nothing more, and return when what happens right now has happened."""
        self._ended = True
        async with self._turn:
            return

    async def keep_place(self) -> None:
        """Write down where the world is, for the next start."""
        await keep_place(Place(ceil(self._clock.ahead.total_seconds()), self._told))

    async def _tick(self, passed: timedelta) -> None:
        if real_now() < self._sulks_until:
            return
        seconds = min(passed.total_seconds(), LONGEST_STEP_S)
        was_running = self._running
        with suppress(ValueError):
            await self._go(timedelta(seconds=seconds * SPEED) if was_running else timedelta())
        if was_running:
            self._running = self._running and self._next() is not None
            self._tell(self._shown())

    async def _to_the_next(self, user_id: Any) -> None:
        async with self._turn:
            if turn := self._next(user_id) or self._next():
                await self._move_to(turn.at)

    async def _go(self, step: timedelta) -> None:
        async with self._turn:
            await self._move_to(self._clock.now() + step)

    async def _move_to(self, moment: datetime) -> None:
        """Go there turn by turn and hour by hour, so that everything happens at its own time."""
        while not self._ended and (turn := self._next()) and turn.at <= moment:
            await self._pass_hours(turn.at)
            await self._let_happen(turn)
        if self._ended:
            return
        await self._pass_hours(moment)
        if self._reach(moment):
            await self.keep_place()

    async def _let_happen(self, turn: Turn) -> None:
        """The turn reaches the bot as a shop or carrier would tell it; a second try after a crash changes nothing."""
        self._reach(turn.at)
        try:
            await self._deliver(turn)
        except RefusedError as error:
            self._running, self._sulks_until = False, real_now() + timedelta(seconds=SULKS_S)
            log.error("demo webhook refused", order=turn.order, turn=turn.what, why=str(error))
            raise ValueError(f"The bot did not take what the story posts: {error}.") from None
        self._told += 1
        await self.keep_place()
        self._tell(self._shown())
        await self._let_arrive()

    async def _pass_hours(self, moment: datetime) -> None:
        """What is done by the clock: trouble is looked for, and what waited for the morning goes out."""
        while (hour := self._hour + HOUR) <= moment:
            self._reach(hour)
            self._hour = _hour_of(max(hour, self._clock.now()))
            for work, _ in DUE:  # what the timetable does by real time, here by the shop's
                await work(self._settings, self._clock)
            self._tell(self._shown())
            await self._let_arrive()
            if self._react:
                await self._react()

    async def _let_arrive(self) -> None:
        for _ in range(LOOKS if self._with_sender else 0):
            if not await Push.filter(status="waiting", due_at__lte=self._clock.now()).exists():
                break
            await asyncio.sleep(LOOK_EVERY_S)

    def _next(self, user_id: Any = None) -> Turn | None:
        """What happens first, to anybody or to somebody."""
        coming = self._story[self._told :]
        return next((turn for turn in coming if user_id in {None, turn.seat_id}), None)

    def _reach(self, moment: datetime) -> bool:
        step = moment - self._clock.now()
        if step > timedelta():
            self._clock.advance(step)
        return step > timedelta()

    def _shown(self) -> Json:
        following: dict[str, Turn] = {}
        for turn in self._story[self._told :]:
            following.setdefault(str(turn.seat_id), turn)
        first = self._next()
        return {
            "now": self._clock.now().isoformat(),
            "timezone": self._settings.shop_time_zone,
            "next": announced(first) if first else None,
            "next_of": {seat: announced(turn) for seat, turn in following.items()},
            "running": self._running,
            "speed": SPEED,
            "team": seat_of_the_team(self._settings.default_locale),
        }


async def stop_turning(task: asyncio.Task[None]) -> None:
    """End `World.turn`; what was happening at that moment is finished by its unit of work."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _to_nobody(_: Turn) -> None:
    """Before it begins there is nothing to deliver."""


def _hour_of(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)
