"""A stand-in for a running bot: a process that reads and writes the database without pause until its input ends.

Prints "ready", and at the end how many units of work it did and how long the longest took.
"""

import asyncio
import json
import sys
import time

from bot.clock import real_now
from bot.config import load_settings
from bot.conversations.models import DialogState
from bot.db import open_database, unit_of_work
from bot.shop.models import Order

PAUSE_S = 0.002


async def main() -> None:
    done = asyncio.Event()
    waits: list[float] = []
    async with open_database(load_settings()):
        print("ready", flush=True)  # noqa: T201
        waiting = asyncio.create_task(_wait_for_end(done))
        while not done.is_set():
            started = time.perf_counter()
            await _tap(len(waits))
            waits.append(time.perf_counter() - started)
            await asyncio.sleep(PAUSE_S)
        await waiting
    print(json.dumps({"units": len(waits), "longest_ms": round(max(waits) * 1000)}), flush=True)  # noqa: T201


@unit_of_work
async def _tap(number: int) -> None:
    """Read first and write then: what fails at once when somebody else writes in between."""
    orders = await Order.all().count()
    state = {"data": f"tap {number}, {orders} orders", "updated_at": real_now()}
    await DialogState.update_or_create(state, key=f"chat:{number % 50}")


async def _wait_for_end(done: asyncio.Event) -> None:
    await asyncio.to_thread(sys.stdin.read)
    done.set()


if __name__ == "__main__":
    asyncio.run(main())
