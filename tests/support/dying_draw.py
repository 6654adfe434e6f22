"""A process that draws a contest and dies in the middle of it, killed as by a failing machine."""

import asyncio
import multiprocessing
import os
import signal
from datetime import datetime
from typing import Any

from pydantic import SecretStr

from bot.community.contest_draws import draw
from bot.config import Settings, load_settings
from bot.db import open_database

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload([__name__])


async def dies_drawing(settings: Settings, contest_id: int, *, looks: int, now: datetime) -> int | None:
    """Its exit code. It dies as it looks into its settings for the so-manieth time: the draw asks nothing of them
    before the winners stand, and telling them asks again and again.
    """
    url = settings.database_url.get_secret_value()
    process = _forks.Process(target=_run, args=(url, settings.community_chat_id, contest_id, looks, now), daemon=True)
    await asyncio.to_thread(process.start)
    await asyncio.to_thread(process.join, 30)
    return process.exitcode


class Deadly:
    """The settings, looked into so many times."""

    def __init__(self, settings: Settings, looks: int) -> None:
        self._settings, self._looks = settings, looks

    def __getattr__(self, name: str) -> Any:
        self._looks -= 1
        if self._looks <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return getattr(self._settings, name)


def _run(url: str, channel: int, contest_id: int, looks: int, now: datetime) -> None:
    settings = load_settings(_env_file=None, database_url=SecretStr(url), community_chat_id=channel)

    async def run() -> None:
        async with open_database(settings):
            deadly: Any = Deadly(settings, looks)
            await draw(contest_id, settings=deadly, now=now)

    asyncio.run(run())
