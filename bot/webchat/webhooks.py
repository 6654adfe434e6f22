"""Delivers a bot's updates to its webhook: in order within a chat, a bounded number at once, again until taken."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from .arguments import parse_body, read_parts
from .errors import ApiError
from .files import Upload
from .updates import Update, UpdateQueue

Json = dict[str, Any]
Reply = Callable[[Json, dict[str, Upload]], Awaitable[None]]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, no secret
ANSWER_SECONDS = 60.0
LONGEST_PAUSE = 60.0


class Webhook:
    """One bot's webhook. `reply` carries out the call that a webhook may put into its answer."""

    def __init__(
        self,
        url: str,
        *,
        secret: str | None,
        max_connections: int,
        queue: UpdateQueue,
        reply: Reply,
        wall: Callable[[], float],
        first_pause: float,
    ) -> None:
        self.url = url
        self.secret = secret
        self.max_connections = max_connections
        self.last_error: tuple[int, str] | None = None
        self._queue = queue
        self._reply = reply
        self._wall = wall
        self._first_pause = first_pause
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._slots = asyncio.Semaphore(max_connections)
        self._session: aiohttp.ClientSession | None = None

    def start(self) -> None:
        """Deliver what waits, and from now on what comes."""
        headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: self.secret} if self.secret else {})
        connector = aiohttp.TCPConnector(limit=self.max_connections)
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        self._session = aiohttp.ClientSession(headers=headers, connector=connector, timeout=timeout)
        for update in self._queue.pending():
            self._push(update)
        self._queue.on_add = self._push

    async def stop(self) -> None:
        """Stop delivering; what was not taken yet stays in the queue."""
        self._queue.on_add = None
        others = self._tasks - {asyncio.current_task()}  # a webhook's answer may be the call that stops it
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _push(self, update: Update) -> None:
        lane = self._lanes.get(update.chat_id)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.chat_id] = deque([update])
        task = asyncio.get_running_loop().create_task(self._run_lane(update.chat_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run_lane(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        while lane:
            pause = self._first_pause
            while self._queue.has(lane[0].update_id) and not await self._deliver(lane[0]):
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            lane.popleft()
        del self._lanes[chat_id]

    async def _deliver(self, update: Update) -> bool:
        """Whether the webhook took it."""
        async with self._slots:
            try:
                answer = await self._post(update)
            except (TimeoutError, aiohttp.ClientError, OSError) as error:
                self._note(_describe(error))
                return False
        if answer is None:
            return False
        self._queue.settle(update.update_id)
        params, uploads = answer
        if params.get("method"):
            await self._reply(params, uploads)
        return True

    async def _post(self, update: Update) -> tuple[Json, dict[str, Upload]] | None:
        assert self._session is not None, "started"  # noqa: S101 - tells the type checker
        async with self._session.post(self.url, data=json.dumps(update.as_json())) as response:
            if not 200 <= response.status < 300:
                self._note(f"Wrong response from the webhook: {response.status} {response.reason}")
                return None
            try:
                if response.content_type == "multipart/form-data":
                    return await read_parts(response)
                return parse_body(response.content_type, await response.read()), {}
            except ApiError:
                return {}, {}

    def _note(self, text: str) -> None:
        self.last_error = int(self._wall()), text


def _describe(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection closed"
