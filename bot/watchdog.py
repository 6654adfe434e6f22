"""Ends a bot whose database no longer answers, so that whoever runs it starts it anew."""

from collections.abc import Callable

import structlog

from bot.db import database_answers

STUCK_AFTER = 2

log = structlog.get_logger(__name__)


class Watchdog:
    """Ends the bot when the database is silent twice in a row; whoever runs it starts it anew."""

    def __init__(self, on_stuck: Callable[[], None]) -> None:
        self._on_stuck = on_stuck
        self._silent = 0

    async def look(self) -> None:
        self._silent = 0 if await database_answers() else self._silent + 1
        if self._silent >= STUCK_AFTER:
            log.error("database_stuck")
            self._on_stuck()
