"""Flood control as strict as Telegram's published limits, so that a bot that is too fast is told so here.

Private chat: 1 message a second sustained, bursts of 3. Group: 20 in any 60 s. Bot: 30 in any second. Whoever is
refused is told how long to wait and stays refused until then.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Hashable

COUNTED = ("send", "copy", "forward", "edit")
NOT_COUNTED = frozenset({"sendChatAction"})
REMEMBERED_CHATS = 10_000


def is_counted(method: str) -> bool:
    """Whether a call of this method (spelled as in the documentation) counts against the limits."""
    return method.startswith(COUNTED) and method not in NOT_COUNTED


class FloodControl:
    """Counts calls on real time; `clock` is monotonic seconds and may be a test's own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pauses: dict[Hashable, float] = {}
        self._full_at: dict[Hashable, float] = {}
        self._windows: dict[Hashable, deque[float]] = {}

    def admit(self, bot_id: int, chat_id: int) -> int | None:
        """None when the call may go ahead (it is counted), else the whole seconds to wait (at least 1)."""
        now = self._clock()
        chat: Hashable = (bot_id, chat_id)
        waits = [
            self._paused(bot_id, now),
            self._paused(chat, now),
            self._window_wait(bot_id, now, calls=30, seconds=1),
            self._window_wait(chat, now, calls=20, seconds=60) if chat_id < 0 else self._bucket_wait(chat, now),
        ]
        if not any(waits):
            self._count(bot_id, chat, now, is_group=chat_id < 0)
            return None
        seconds = max(1, math.ceil(max(waits) - 1e-6))
        if waits[0] == waits[1] == 0:
            self._pauses[bot_id if waits[2] > 0 else chat] = now + seconds
        return seconds

    def _paused(self, key: Hashable, now: float) -> float:
        until = self._pauses.get(key)
        if until is None:
            return 0.0
        if until <= now:
            del self._pauses[key]
            return 0.0
        return until - now

    def _bucket_wait(self, chat: Hashable, now: float) -> float:
        """The bucket holds three calls and gets one back a second; `_full_at` is when it is full again."""
        return max(0.0, self._full_at.get(chat, now) - now - 2.0)

    def _window_wait(self, key: Hashable, now: float, *, calls: int, seconds: float) -> float:
        window = self._windows.get(key)
        if window is None:
            return 0.0
        while window and window[0] <= now - seconds:
            window.popleft()
        return window[0] + seconds - now if len(window) >= calls else 0.0

    def _count(self, bot_id: int, chat: Hashable, now: float, *, is_group: bool) -> None:
        self._windows.setdefault(bot_id, deque()).append(now)
        if is_group:
            self._windows.setdefault(chat, deque()).append(now)
        else:
            self._full_at[chat] = max(self._full_at.get(chat, now), now) + 1.0
            if len(self._full_at) > REMEMBERED_CHATS:
                self._full_at = {key: full for key, full in self._full_at.items() if full > now}
