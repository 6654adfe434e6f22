"""One budget for everything we send: the bot's, each chat's, each group's; replies go first, then the urgent."""

import asyncio
from bisect import insort
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

# Telegram refuses the 31st call of a second, the 21st of a minute in a group, and in a private chat more than one
# a second after a burst of three. A little below, because what we space evenly arrives unevenly.
BOT_PER_SECOND = 28.0
CHAT_INTERVAL_S = 1.05
# How much of what a timer was late is caught up: without that a busy machine loses five percent of the rate.
# In any second that is one call more at most, 29 at 28 a second.
LATE_S = 0.03
CHAT_BURST = 3
GROUP_CALLS = 20
GROUP_WINDOW_S = 61.0

# A 429 in one chat is that chat's; in three chats within two seconds it is ours.
FLOODED_CHATS = 3
FLOODED_WITHIN_S = 2.0

FORGET_IDLE_CHATS_ABOVE = 1_000

# However long Telegram says to wait: asking once more an hour later hurts nobody, years of silence do.
LONGEST_PAUSE_S = 3_600.0

# The urgency of a reply: before every push, whose own (outbox/purposes.py) count from 0.
REPLY = -1


def believable_wait(seconds: float) -> float:
    """Seconds of a `retry_after` that may be waited out: none below zero, LONGEST_PAUSE_S at most, and no number: 0."""
    return min(max(0.0, seconds), LONGEST_PAUSE_S)


class Pacer:
    """Holds a call back until Telegram will take it.

    Ask before every call that counts (send*, copy*, forward*, edit*), from any library: one pacer a bot token.
    """

    def __init__(self, per_second: float = BOT_PER_SECOND, *, now: Callable[[], float] | None = None) -> None:
        """`per_second` is this process's share of the bot's budget; 0 paces nothing (a server without flood control).

        `now` tells seconds that only grow; by default the running loop's.
        """
        self._now = now or (lambda: asyncio.get_running_loop().time())
        self._unpaced = per_second <= 0
        self._bot: _Limit = _Interval(0 if self._unpaced else 1 / per_second, burst=1, late=LATE_S)
        self._chats: dict[int, _Limit] = {}
        self._floods: deque[tuple[float, int]] = deque()
        self._waiters: list[_Waiter] = []  # in the order in which they may go
        self._timer: asyncio.TimerHandle | None = None

    async def wait(self, chat_id: int, *, group: bool = False, urgency: int = REPLY) -> None:
        """Return when a call to this chat may be made; a lower `urgency` overtakes what has waited longer."""
        if self._unpaced:
            return
        waiter = _Waiter(chat_id, self._limit_of(chat_id, group=group), urgency)
        insort(self._waiters, waiter, key=_urgency_of)
        self._admit()
        try:
            await waiter.admitted
        finally:
            self._waiters.remove(waiter)

    def seconds_until_free(self, chat_id: int, *, group: bool = False) -> float:
        """How long a call to this chat waits at least: an hour, when Telegram has said so; 0 if it may go now."""
        if self._unpaced:
            return 0
        free_at = max(self._limit_of(chat_id, group=group).free_at(), self._bot.free_at())
        return max(free_at - self._now(), 0)

    def pause_chat(self, chat_id: int, seconds: float, *, group: bool = False) -> None:
        """Telegram answered 429 in this chat: nothing goes there for `seconds`; after three such chats, nowhere."""
        now, seconds = self._now(), believable_wait(seconds)
        self._limit_of(chat_id, group=group).pause_until(now + seconds)
        self._floods.append((now, chat_id))
        while self._floods[0][0] < now - FLOODED_WITHIN_S:
            self._floods.popleft()
        if len({chat for _, chat in self._floods}) >= FLOODED_CHATS:
            self._bot.pause_until(now + seconds)

    def _limit_of(self, chat_id: int, *, group: bool) -> "_Limit":
        if chat_id not in self._chats:
            self._forget_idle_chats()
            self._chats[chat_id] = _Window() if group else _Interval(CHAT_INTERVAL_S, burst=CHAT_BURST)
        return self._chats[chat_id]

    def _forget_idle_chats(self) -> None:
        if len(self._chats) > FORGET_IDLE_CHATS_ABOVE:
            now = self._now()
            awaited = {waiter.chat_id for waiter in self._waiters}
            self._chats = {c: limit for c, limit in self._chats.items() if c in awaited or not limit.is_idle(now)}

    def _admit(self) -> None:
        """Let go who may go, and come back when the next one may."""
        now = self._now()
        for waiter in self._waiters:
            if self._bot.free_at() > now:
                break
            if not waiter.admitted.done() and waiter.limit.free_at() <= now:
                self._bot.take(now)
                waiter.limit.take(now)
                waiter.admitted.set_result(None)
        self._come_back(now)

    def _come_back(self, now: float) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        waiting = [waiter.limit.free_at() for waiter in self._waiters if not waiter.admitted.done()]
        if waiting:
            delay = max(min(waiting), self._bot.free_at()) - now
            self._timer = asyncio.get_running_loop().call_later(delay, self._admit)


@dataclass(eq=False, slots=True)
class _Waiter:
    chat_id: int
    limit: "_Limit"
    urgency: int
    admitted: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


def _urgency_of(waiter: _Waiter) -> int:
    return waiter.urgency


class _Limit(Protocol):
    def free_at(self) -> float: ...
    def take(self, now: float) -> None: ...
    def pause_until(self, until: float) -> None: ...
    def is_idle(self, now: float) -> bool: ...


class _Interval:
    """One call an interval on average, `burst` at once after a rest (the generic cell rate algorithm)."""

    def __init__(self, interval: float, *, burst: int, late: float = 0.0) -> None:
        self._interval = interval
        self._tolerance = interval * (burst - 1) + late
        self._due = float("-inf")  # when the next call would come if all came evenly
        self._paused_until = float("-inf")

    def free_at(self) -> float:
        return max(self._due - self._tolerance, self._paused_until)

    def take(self, now: float) -> None:
        self._due = max(self._due, now) + self._interval

    def pause_until(self, until: float) -> None:
        self._paused_until = max(self._paused_until, until)

    def is_idle(self, now: float) -> bool:
        return max(self._due, self._paused_until) <= now


class _Window:
    """At most GROUP_CALLS in any GROUP_WINDOW_S."""

    def __init__(self) -> None:
        self._taken: deque[float] = deque(maxlen=GROUP_CALLS)
        self._paused_until = float("-inf")

    def free_at(self) -> float:
        oldest = self._taken[0] + GROUP_WINDOW_S if len(self._taken) == GROUP_CALLS else float("-inf")
        return max(oldest, self._paused_until)

    def take(self, now: float) -> None:
        self._taken.append(now)

    def pause_until(self, until: float) -> None:
        self._paused_until = max(self._paused_until, until)

    def is_idle(self, now: float) -> bool:
        return self._paused_until <= now and (not self._taken or self._taken[-1] + GROUP_WINDOW_S <= now)
