"""The pacer never exceeds what Telegram takes, lets replies go first, and keeps quiet after a 429."""

import asyncio
import selectors
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import FORGET_IDLE_CHATS_ABOVE, REPLY, Pacer

GROUP = -100


class FastForward(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next timer instead of waiting for it, or past it: a busy loop comes late."""

    def __init__(self, late: float = 0.0) -> None:
        self._seconds = 1_000.0
        self._late = late
        super().__init__(_Jumping(self))

    def time(self) -> float:
        return self._seconds

    def jump(self, seconds: float) -> None:
        self._seconds += seconds + self._late if seconds else 0


class _Jumping(selectors.DefaultSelector):
    def __init__(self, loop: FastForward) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[Any]:
        self._loop.jump(timeout or 0)
        return super().select(0)


def in_fast_forward(work: Callable[[], Coroutine[Any, Any, None]], *, late: float = 0.0) -> None:
    with asyncio.Runner(loop_factory=lambda: FastForward(late)) as runner:
        runner.run(asyncio.wait_for(work(), 10_000))


@dataclass
class StrictServer:
    """Counts as Telegram does: 30 in any second, 20 a minute in a group, 1/s after a burst of 3 in a chat."""

    calls: list[tuple[float, int]] = field(default_factory=list)

    async def call(self, pacer: Pacer, chat_id: int, *, urgency: int = REPLY) -> None:
        await pacer.wait(chat_id, group=chat_id < 0, urgency=urgency)
        self.calls.append((asyncio.get_running_loop().time(), chat_id))

    def most_in(self, seconds: float, chat_id: int | None = None) -> int:
        times = [at for at, chat in self.calls if chat_id in {None, chat}]
        return max(sum(start <= at < start + seconds for at in times) for start in times)

    def overdraws(self, chat_id: int) -> bool:
        tokens, last = 3.0, 0.0
        for at in (at for at, chat in self.calls if chat == chat_id):
            tokens, last = min(3.0, tokens + at - last) - 1, at
            if tokens < 0:
                return True
        return False


Call = tuple[float, int, int]
CALLS = st.lists(
    st.tuples(st.floats(0, 3), st.sampled_from([1, 2, 3, 4, GROUP, *range(10, 40)]), st.integers(REPLY, 5)),
    min_size=60,
    max_size=90,
)


@given(CALLS)
@settings(max_examples=60, deadline=None)
def test_no_schedule_of_calls_exceeds_a_limit(calls: list[Call]) -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        await asyncio.gather(*(_call_later(pacer, server, *call) for call in calls))

        assert len(server.calls) == len(calls)
        assert server.most_in(1) <= 29
        assert not any(chat < 0 for _, chat in server.calls) or server.most_in(60, GROUP) <= 20
        assert not any(server.overdraws(chat) for _, chat in server.calls if chat > 0)

    in_fast_forward(play)


async def _call_later(pacer: Pacer, server: StrictServer, delay: float, chat_id: int, urgency: int) -> None:
    await asyncio.sleep(delay)
    await server.call(pacer, chat_id, urgency=urgency)


def test_a_flood_flows_at_28_a_second() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        await asyncio.gather(*(server.call(pacer, chat) for chat in range(1, 281)))

        took = server.calls[-1][0] - server.calls[0][0]
        assert 9.9 < took < 10.1
        assert server.most_in(1) <= 29

    in_fast_forward(play)


def test_a_process_uses_only_its_share() -> None:
    async def play() -> None:
        pacer, server = Pacer(7), StrictServer()
        await asyncio.gather(*(server.call(pacer, chat) for chat in range(1, 71)))

        assert server.most_in(1) <= 8

    in_fast_forward(play)


def test_without_flood_control_nothing_waits() -> None:
    async def play() -> None:
        pacer, server = Pacer(0), StrictServer()
        await asyncio.gather(*(server.call(pacer, 1) for _ in range(500)))

        assert server.calls[0][0] == server.calls[-1][0]

    in_fast_forward(play)


def test_three_messages_to_one_person_go_at_once_and_the_fourth_waits() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        for _ in range(4):
            await server.call(pacer, 1)

        times = [at for at, _ in server.calls]
        assert times[2] - times[0] < 0.1
        assert times[3] - times[0] > 1

    in_fast_forward(play)


def test_a_chat_at_its_limit_does_not_hold_up_another() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        await asyncio.gather(*(server.call(pacer, 1) for _ in range(10)), server.call(pacer, 2))

        assert [chat for _, chat in server.calls].index(2) <= 3

    in_fast_forward(play)


def test_replies_overtake_pushes() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        pushes = [asyncio.create_task(server.call(pacer, chat, urgency=0)) for chat in range(100, 150)]
        await asyncio.sleep(0.5)
        sent_before = len(server.calls)
        await server.call(pacer, 1)
        sent_after = len(server.calls)
        await asyncio.gather(*pushes)

        assert sent_after - sent_before <= 2

    in_fast_forward(play)


def test_what_waits_goes_by_urgency_and_the_equally_urgent_in_their_order() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        await server.call(pacer, 1)
        waiting = [(100, 5), (101, 3), (102, 1), (103, 5), (104, 0), (105, 1)]
        await asyncio.gather(*(server.call(pacer, chat, urgency=urgency) for chat, urgency in waiting))

        assert [chat for _, chat in server.calls] == [1, 104, 102, 105, 101, 100, 103]

    in_fast_forward(play)


def test_a_429_pauses_that_chat_alone() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        start = asyncio.get_running_loop().time()
        pacer.pause_chat(1, 5)
        await asyncio.gather(server.call(pacer, 1), server.call(pacer, 2))

        at = {chat: moment - start for moment, chat in server.calls}
        assert at[2] < 0.1
        assert 5 <= at[1] < 5.1

    in_fast_forward(play)


def test_how_long_a_chat_has_to_wait_can_be_asked_first() -> None:
    async def play() -> None:
        pacer = Pacer()
        assert pacer.seconds_until_free(1) == 0
        pacer.pause_chat(1, 3_600)
        assert (pacer.seconds_until_free(1), pacer.seconds_until_free(2)) == (3_600, 0)
        pacer.pause_chat(2, 60)
        pacer.pause_chat(3, 60)
        assert pacer.seconds_until_free(4) == 60

    in_fast_forward(play)


def test_429_in_three_chats_within_two_seconds_pauses_everything() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        start = asyncio.get_running_loop().time()
        for chat in (1, 2, 3):
            pacer.pause_chat(chat, 5)
        await server.call(pacer, 4)

        assert server.calls[0][0] - start >= 5

    in_fast_forward(play)


def test_three_429_in_one_chat_or_far_apart_pause_nobody_else() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        for chat in (1, 1, 1):
            pacer.pause_chat(chat, 9)
        for chat in (2, 3):
            await asyncio.sleep(1.5)
            pacer.pause_chat(chat, 9)
        start = asyncio.get_running_loop().time()
        await server.call(pacer, 4)

        assert server.calls[0][0] - start < 0.1

    in_fast_forward(play)


def test_a_pause_that_comes_while_waiting_is_kept() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        start = asyncio.get_running_loop().time()
        waiting = [asyncio.create_task(server.call(pacer, 1)) for _ in range(4)]
        await asyncio.sleep(0.5)
        pacer.pause_chat(1, 20)
        await asyncio.gather(*waiting)

        assert server.calls[-1][0] - start >= 20

    in_fast_forward(play)


def test_a_caller_that_gives_up_holds_nobody_up() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        pacer.pause_chat(1, 100)
        gone = asyncio.create_task(server.call(pacer, 1))
        await asyncio.sleep(0.1)
        gone.cancel()
        await asyncio.wait([gone])
        await server.call(pacer, 2)

        assert [chat for _, chat in server.calls] == [2]

    in_fast_forward(play)


def test_idle_chats_are_forgotten_and_busy_ones_are_not() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        pacer.pause_chat(1, 10_000)
        for chat in range(2, FORGET_IDLE_CHATS_ABOVE + 200):
            await server.call(pacer, chat)

        assert await _times_out(server.call(pacer, 1))
        assert len(pacer._chats) <= FORGET_IDLE_CHATS_ABOVE + 1

    in_fast_forward(play)


async def _times_out(waiting: Awaitable[None]) -> bool:
    try:
        await asyncio.wait_for(waiting, 1)
    except TimeoutError:
        return True
    return False


def test_counting_is_per_chat() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        await asyncio.gather(*(server.call(pacer, chat) for chat in (1, 2, 3) for _ in range(3)))

        sent: dict[int, int] = defaultdict(int)
        for _, chat in server.calls:
            sent[chat] += 1
        assert sent == {1: 3, 2: 3, 3: 3}
        assert server.calls[-1][0] - server.calls[0][0] < 0.5

    in_fast_forward(play)


def test_a_group_gets_twenty_in_any_minute() -> None:
    async def play() -> None:
        pacer, server = Pacer(), StrictServer()
        await asyncio.gather(*(server.call(pacer, GROUP) for _ in range(45)))

        assert server.most_in(60, GROUP) == 20

    in_fast_forward(play)


def test_what_timers_are_late_is_caught_up() -> None:
    async def many() -> None:
        server, pacer = StrictServer(), Pacer(25)
        await asyncio.gather(*(server.call(pacer, chat_id, urgency=5) for chat_id in range(251)))

        first, last = server.calls[0][0], server.calls[-1][0]
        assert 250 / (last - first) >= 25 * 0.99
        assert server.most_in(1) <= 27

    in_fast_forward(many, late=0.004)
