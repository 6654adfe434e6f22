"""Every call to Telegram: paced with all our other calls, and patient with refusals that pass."""

import asyncio
from math import ceil
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.pacing import Pacer

# What Telegram's flood control counts; answering a tap, deleting and reading are free.
COUNTED = ("send", "copy", "forward", "edit")
NOT_COUNTED = frozenset({"sendChatAction"})

# Somebody waits for this reply: longer than that they had better be told to try again.
PATIENCE_S = 20.0
# A reply that comes twice is better than none, so a broken connection is tried again for every method.
TRIES = 3
FIRST_BREAK_S = 0.2

log = structlog.get_logger(__name__)


class PacedRequests(BaseRequestMiddleware):
    """Waits its turn before each counted call, waits out 429, and tries again when the server stumbles."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if method.__api_method__ == GetUpdates.__api_method__:
            return await make_request(bot, method)  # polling has its own patience
        give_up_at = _now() + PATIENCE_S
        tries = 0
        while True:
            await self._take_turn(method, give_up_at)
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as refusal:
                await self._wait_out(method, refusal, give_up_at)
            except TelegramBadRequest as refusal:
                if _is_late_answer(method, refusal):
                    return Response[TelegramType](ok=True, result=True)
                raise
            except (TelegramServerError, TelegramNetworkError) as trouble:
                tries += 1
                if tries >= TRIES:
                    raise
                log.warning("call failed, trying again", method=method.__api_method__, error=type(trouble).__name__)
                await asyncio.sleep(FIRST_BREAK_S * 2 ** (tries - 1))

    async def _take_turn(self, method: TelegramMethod[Any], give_up_at: float) -> None:
        """Whoever would wait too long would hold up everybody else: they are refused at once, as Telegram would."""
        chat_id = _counted_chat(method)
        if chat_id is None:
            return
        wait_s = self._pacer.seconds_until_free(chat_id, group=chat_id < 0)
        if _now() + wait_s > give_up_at:
            raise TelegramRetryAfter(method, "paused", ceil(wait_s))
        try:
            async with asyncio.timeout_at(give_up_at):
                await self._pacer.wait(chat_id, group=chat_id < 0)
        except TimeoutError:
            raise TelegramRetryAfter(method, "no turn within the budget", ceil(PATIENCE_S)) from None

    async def _wait_out(self, method: TelegramMethod[Any], refusal: TelegramRetryAfter, give_up_at: float) -> None:
        chat_id = _counted_chat(method)
        log.warning("429", method=method.__api_method__, chat_id=chat_id, retry_after=refusal.retry_after)
        if chat_id is not None:
            self._pacer.pause_chat(chat_id, refusal.retry_after, group=chat_id < 0)
        if _now() + refusal.retry_after > give_up_at:
            raise refusal
        await asyncio.sleep(refusal.retry_after)


def _counted_chat(method: TelegramMethod[Any]) -> int | None:
    name = method.__api_method__
    chat_id = getattr(method, "chat_id", None)
    return chat_id if name.startswith(COUNTED) and name not in NOT_COUNTED and isinstance(chat_id, int) else None


def _is_late_answer(method: TelegramMethod[Any], refusal: TelegramBadRequest) -> bool:
    """Nobody waits for the answer to this tap any more (we were restarting); what it asked for is done all the same."""
    return isinstance(method, AnswerCallbackQuery) and "query is too old" in refusal.message


def _now() -> float:
    return asyncio.get_running_loop().time()
