"""Talking to the Bot API server: announcing ourselves, long polling with a clean end, and updates of a webhook."""

import asyncio
import random
from functools import partial
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates
from aiogram.types import Update
from pydantic import ValidationError

from bot.conversations.receiving import ALLOWED_UPDATES
from bot.errors import OperatorError
from bot.pacing import Pacer, believable_wait
from handlers.announcement import announce
from handlers.intake import Intake

POLL_S = 25
# A supervisor kills 30 s after SIGTERM as a rule.
DRAIN_S = 25.0
FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 30.0

log = structlog.get_logger(__name__)


class Talk:
    """The conversing half of the bot on one Bot API server."""

    def __init__(
        self, bot: Bot, dispatcher: Dispatcher, *, pacer: Pacer | None = None, drain_s: float = DRAIN_S
    ) -> None:
        self.pacer = pacer
        self._bot = bot
        self._dispatcher = dispatcher
        self._intake = Intake(bot, dispatcher)
        self._drain_s = drain_s
        self._offset: int | None = None
        self._unanswered: set[int] = set()

    async def announce(self) -> None:
        """Tell the server our commands and where it shall send updates, and remember our own name."""
        await announce(self._bot, self._dispatcher["settings"])

    async def poll(self, stop: asyncio.Event) -> None:
        """Answer updates until `stop` is set and everything begun is answered."""
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                for update in await self._next_updates(stopping):
                    await self._first(self._intake.room(), stopping)
                    if stop.is_set():
                        break
                    self._take(update)
        finally:
            stopping.cancel()
            await self._end()

    async def feed_update(self, raw: dict[str, Any]) -> None:
        """Answer one update of a webhook; a repeated one changes nothing.

        Returns when it is answered, so that the server's 200 means just that; an error means: send it again.
        """
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except ValidationError:
            # Asking for it again would bring the same.
            log.error("update not readable, skipped", update_id=raw.get("update_id"))
            return
        answered = self._intake.take(update)
        if answered is not None:
            await answered

    def _take(self, update: Update) -> None:
        self._offset = update.update_id + 1
        answered = self._intake.take(update)
        if answered is not None:
            self._unanswered.add(update.update_id)
            answered.add_done_callback(partial(self._note_end, update.update_id))

    def _note_end(self, update_id: int, answered: "asyncio.Future[None]") -> None:
        if answered.cancelled():
            log.error("update given up", update_id=update_id)
            return  # stays unanswered, and unconfirmed if the server still holds it
        self._unanswered.discard(update_id)
        if error := answered.exception():
            log.error("update failed", update_id=update_id, error=type(error).__name__, exc_info=error)

    async def _next_updates(self, stopping: "asyncio.Task[Any]") -> list[Update]:
        """The next batch; nothing when it is time to stop. Trouble is logged and waited out."""
        pause = FIRST_PAUSE_S
        while not stopping.done():
            try:
                return await self._first(self._fetch(POLL_S), stopping) or []
            except (TelegramUnauthorizedError, TelegramNotFound) as error:
                raise OperatorError(
                    f"telegram: the token is refused ({error.message}); see BOTE_TELEGRAM_TOKEN"
                ) from None
            except (TelegramAPIError, ClientDecodeError) as error:
                told_s = believable_wait(error.retry_after) if isinstance(error, TelegramRetryAfter) else 0
                wait_s = told_s or pause * random.uniform(0.7, 1.3)
                log.warning("no updates", why=_explain(error), again_in_s=round(wait_s, 1))
                await self._first(asyncio.sleep(wait_s), stopping)
                pause = min(pause * 2, LONGEST_PAUSE_S)
        return []

    async def _fetch(self, wait_s: int) -> list[Update]:
        """One getUpdates. It confirms what was taken before: the server forgets everything below the offset."""
        call = GetUpdates(offset=self._offset, timeout=wait_s, allowed_updates=list(ALLOWED_UPDATES))
        try:
            return await self._bot(call, request_timeout=wait_s + 15)
        except ClientDecodeError as error:
            return self._readable(error)

    def _readable(self, error: ClientDecodeError) -> list[Update]:
        """One update of a kind this version cannot read must not keep back all the others for ever."""
        raws = error.data.get("result") if isinstance(error.data, dict) else None
        if not isinstance(raws, list):
            raise error
        updates = []
        for raw in raws:
            try:
                updates.append(Update.model_validate(raw, context={"bot": self._bot}))
            except ValidationError:
                log.error("update not readable, skipped", update_id=raw.get("update_id"))
                self._offset = raw["update_id"] + 1
        return updates

    async def _end(self) -> None:
        """Answer what was taken, then confirm it, so that nobody is answered again after the restart."""
        await self._intake.drain(self._drain_s)
        await asyncio.sleep(0)  # lets the futures of given up updates tell
        if self._offset is not None:
            answered_below = min(self._unanswered | {self._offset})
            try:
                await self._bot(GetUpdates(offset=answered_below, limit=1, timeout=0), request_timeout=5)
            except TelegramAPIError as error:
                log.warning("last updates not confirmed", why=_explain(error))

    async def _first(self, work: Any, stopping: "asyncio.Task[Any]") -> Any:
        """The result of `work`, or None when `stopping` comes first, which cancels it."""
        task = asyncio.ensure_future(work)
        try:
            await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            if not task.done():
                task.cancel()
        return task.result() if task.done() and not task.cancelled() else None


def _explain(error: Exception) -> str:
    if isinstance(error, TelegramConflictError):
        return "another process fetches updates with this token; stop it, or give this one a token of its own"
    return f"{type(error).__name__}: {getattr(error, 'message', '')}"
