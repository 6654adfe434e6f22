"""One lane a person: their updates one after the other, different people's at once."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[None]]

LANES_AT_ONCE = 100


class Lanes:
    """Runs jobs in their person's order; a slow or flooded person holds up nobody else."""

    def __init__(self, limit: int = LANES_AT_ONCE) -> None:
        self._limit = limit
        self._waiting: dict[int, deque[tuple[Job, asyncio.Future[None]]]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()

    def put(self, person_id: int, job: Job) -> asyncio.Future[None]:
        """Queue a job behind the person's others; the future ends with it, with its error if it has one."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue = self._waiting.get(person_id)
        if queue is None:
            self._waiting[person_id] = deque([(job, done)])
            worker = asyncio.create_task(self._work_off(person_id))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)
        else:
            queue.append((job, done))
        return done

    def queued(self, person_id: int) -> int:
        """How many jobs of this person are not done yet."""
        return len(self._waiting.get(person_id, ()))

    async def room(self) -> None:
        """Wait until fewer than `limit` people are being answered."""
        while len(self._waiting) >= self._limit:
            self._changed.clear()
            await self._changed.wait()

    async def drain(self, timeout_s: float) -> None:
        """Let everything queued end; after `timeout_s` give up what is left (its futures are cancelled)."""
        if self._workers:
            await asyncio.wait(self._workers, timeout=timeout_s)
        for worker in list(self._workers):
            worker.cancel()

    async def _work_off(self, person_id: int) -> None:
        queue = self._waiting[person_id]
        try:
            while queue:
                await _run(*queue[0])
                queue.popleft()
        finally:
            del self._waiting[person_id]
            for _, done in queue:
                done.cancel()
            self._changed.set()


async def _run(job: Job, done: asyncio.Future[None]) -> None:
    try:
        await job()
    except Exception as error:  # noqa: BLE001  # handed to whoever awaits the job
        if not done.cancelled():
            done.set_exception(error)
    else:
        if not done.cancelled():
            done.set_result(None)
