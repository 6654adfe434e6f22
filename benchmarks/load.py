"""The load: a process in which hundreds of customers write, tap and wait for the screen, some of them at once.

Reads one order a line on its input and writes one line of figures for each:
{"say": "wo ist {order}?", "expect": "{order}"}   every seat says it once and waits for a new message with that text
{"tap": "first", "expect": "{order}"}             every seat taps the first (or last) row of the newest message
Each seat is a person of its own, so that no single person is faster than people are (the bot's flood guard).
"""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.wire import Json, Wire

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 30.0

Step = Callable[["_Customer", Wire], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who chats, and the number of the order they ask for."""

    user_id: int
    order: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What one order to the load came to."""

    replies: int
    seconds: float
    latencies_ms: list[float]

    @property
    def rate(self) -> float:
        return self.replies / self.seconds


class Load:
    """The running load process, seen from the benchmark."""

    def __init__(self, url: str, seats: Sequence[Seat], *, at_once: int) -> None:
        command = [sys.executable, "-m", "benchmarks.load"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1
        )
        seated = [[seat.user_id, seat.order] for seat in seats]
        self._order({"url": url, "seats": seated, "at_once": at_once})

    @property
    def pid(self) -> int:
        return self._process.pid

    def say(self, text: str, *, expect: str) -> Measured:
        """Every seat says it; `{order}` stands for their order's number."""
        return Measured(**self._order({"say": text, "expect": expect}))

    def tap(self, row: str, *, expect: str) -> Measured:
        """Every seat taps the first button of the `first` or `last` row."""
        return Measured(**self._order({"tap": row, "expect": expect}))

    def stop(self) -> None:
        self._process.communicate(timeout=PATIENCE_S)

    def _order(self, order: Json) -> Json:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the load has ended; its error stands above")
        told: Json = json.loads(answer)
        return told


@dataclass(slots=True)
class _Customer:
    """A seat in the load's own process: the newest screen, and what they wait to read."""

    seat: Seat
    message: Json = field(default_factory=dict)
    awaited: str = ""
    shown: "asyncio.Future[None] | None" = None

    async def listen(self, url: str, listening: "asyncio.Future[None]") -> None:
        async with Wire(url) as wire:
            stream = wire.events(f"/api/events?user_id={self.seat.user_id}")
            listening.set_result(None)
            async for name, data in stream:
                if name in {"new", "edited"} and b'"is_bot":true' in data:
                    self._see(json.loads(data)["message"])

    def _see(self, message: Json) -> None:
        if "reply_markup" not in message:
            return  # an old screen, whose buttons were taken away
        self.message = message
        if self.shown and not self.shown.done() and self.awaited in message["text"]:
            self.shown.set_result(None)

    async def say(self, wire: Wire, text: str) -> None:
        body = {"user_id": self.seat.user_id, "text": text.format(order=self.seat.order)}
        await wire.post(f"/api/chats/{self.seat.user_id}/messages", body)

    async def tap(self, wire: Wire, row: str) -> None:
        data = _button(self.message, row)
        body = {"user_id": self.seat.user_id, "message_id": self.message["message_id"], "callback_data": data}
        answer = await wire.post(f"/api/chats/{self.seat.user_id}/taps", body)
        assert answer["answered"], answer

    async def wait_for(self, expect: str, act: Awaitable[None]) -> float:
        """Act, and return how many milliseconds passed until the screen was there (and a tap was answered)."""
        self.awaited = expect.format(order=self.seat.order)
        self.shown = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        async with asyncio.timeout(PATIENCE_S):
            await act
            await self.shown
        return (time.perf_counter() - began) * 1000


def _button(message: Json, row: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    data: str = rows[0 if row == "first" else -1][0]["callback_data"]
    return data


async def _main() -> None:
    first = await _next_line()
    customers = [_Customer(Seat(*seat)) for seat in first["seats"]]
    listeners = await _take_seats(customers, first["url"])
    _tell({})
    while order := await _next_line():
        _tell(await _carry_out(order, customers, first["url"], first["at_once"]))
    for listener in listeners:
        listener.cancel()


async def _take_seats(customers: Sequence[_Customer], url: str) -> list["asyncio.Task[None]"]:
    tasks = []
    for customer in customers:
        listening: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        tasks.append(asyncio.create_task(customer.listen(url, listening)))
        await listening
    await asyncio.sleep(0.5)
    return tasks


async def _carry_out(order: Json, customers: Sequence[_Customer], url: str, at_once: int) -> Json:
    """Everybody once, `at_once` of them at the same time, one connection each."""
    waiting, latencies = iter(customers), []

    async def take_turns() -> None:
        async with Wire(url) as wire:
            for customer in waiting:
                act = customer.tap(wire, order["tap"]) if "tap" in order else customer.say(wire, order["say"])
                latencies.append(await customer.wait_for(order["expect"], act))

    began = time.perf_counter()
    async with asyncio.TaskGroup() as turns:
        for _ in range(at_once):
            turns.create_task(take_turns())
    return {"replies": len(latencies), "seconds": time.perf_counter() - began, "latencies_ms": latencies}


async def _next_line() -> Any:
    line = await asyncio.to_thread(sys.stdin.readline)
    return json.loads(line) if line else None


def _tell(figures: Json) -> None:
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    asyncio.run(_main())
