"""A postman for tests of the outbox: delivers to nobody, says what he is told to say, and remembers everything."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.config import Settings
from bot.customers.models import Chat
from bot.db import connection
from bot.outbox.drain import Terms, drain
from bot.outbox.errors import Broken, Delivered, Outcome
from bot.outbox.models import Push
from bot.outbox.queue import enqueue
from bot.outbox.tally import Tally

NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday, noon in Berlin
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Call:
    method: str
    params: dict[str, Any]

    @property
    def chat_id(self) -> int:
        return int(self.params["chat_id"])

    @property
    def text(self) -> str:
        return str(self.params.get("text", ""))


@dataclass(slots=True)
class Postman:
    """Stands where the sender stands; `answers` are used up chat by chat, then everything is delivered.

    `is_down`: nobody answers questions about a chat either.
    """

    bot_id: int = 42
    calls: list[Call] = field(default_factory=list)
    answers: dict[int, list[Outcome]] = field(default_factory=lambda: defaultdict(list))
    travel: Callable[[Call], float] = lambda _call: 0.0
    on_the_way: Callable[[Call], Awaitable[None]] | None = None
    is_down: bool = False
    at_once: int = 0
    most_at_once: int = 0
    _milestones: dict[int, asyncio.Event] = field(default_factory=dict)

    def says(self, chat_id: int, *outcomes: Outcome) -> "Postman":
        self.answers[chat_id] += outcomes
        return self

    @property
    def texts(self) -> list[str]:
        return [call.text for call in self.calls]

    def texts_to(self, chat_id: int) -> list[str]:
        return [call.text for call in self.calls if call.chat_id == chat_id]

    async def has_called(self, count: int) -> None:
        """Return when so many calls have been made."""
        await self._milestones.setdefault(count, asyncio.Event()).wait()

    async def deliver(self, method: str, params: dict[str, Any], *, patience: float, urgency: int) -> Outcome:
        assert patience > 0 <= urgency
        call = Call(method, params)
        if method == "getChat":
            return Broken("server_error") if self.is_down else Delivered(None)
        self.calls.append(call)
        number = len(self.calls)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        if number in self._milestones:
            self._milestones[number].set()
        if self.on_the_way:
            await self.on_the_way(call)
        await asyncio.sleep(self.travel(call))
        self.at_once -= 1
        waiting = self.answers[call.chat_id]
        return waiting.pop(0) if waiting else Delivered(number)


async def drained(settings: Settings, postman: Postman, now: datetime = NOON, *, ticks: int = 1, **terms: Any) -> Tally:
    """Let the postman go round; several ticks mean several rounds at the same time of day."""
    total, agreed = Tally(), Terms(settings, **({"owner": "postman"} | terms))
    for _ in range(ticks):
        total += await drain(lambda: now, postman, agreed)
    return total


async def push(chat_id: int, text: str = "news", *, purpose: str = "answer", now: datetime = NOON, **more: Any) -> int:
    """One row of the outbox; the text tells it from others."""
    once = more.pop("once", None)
    push_id = await enqueue(chat_id, "sendMessage", {"text": text}, once=once, purpose=purpose, now=now, **more)
    assert push_id is not None
    return push_id


async def a_chat(chat_id: int, **columns: Any) -> Chat:
    return await Chat.create(id=chat_id, **({"created_at": NOON} | columns))


async def row(push_id: int) -> Push:
    return await Push.get(id=push_id)


async def statuses() -> dict[str, str]:
    """Text or id of each push and how it stands, with its reason."""
    return {
        str(each.params.get("text", each.id)): each.status + (f": {each.why}" if each.why else "")
        for each in await Push.all().order_by("id")
    }


async def let_time_pass(real: timedelta = timedelta(days=1)) -> None:
    """What waits for real time (another attempt, a dead sender's lease) waits no longer."""
    for column in ("retry_at", "leased_until"):
        await Push.filter(**{f"{column}__not_isnull": True}).update(**{column: LONG_AGO})
    await connection().execute_query("UPDATE outbox_drain SET leased_until = '2020-01-01 00:00:00+00:00'")


async def all_settled(*, within_s: float = 60) -> None:
    """Return when another process has settled every push."""
    async with asyncio.timeout(within_s):
        while True:
            if not await Push.filter(status="waiting").exists():
                return
            await asyncio.sleep(0.05)
