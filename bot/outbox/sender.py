"""Sends through python-telegram-bot, within the shared budget, and says in our words what became of it."""

import asyncio
import re
import warnings
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import InputFile, InputMedia, InputMediaDocument, InputMediaPhoto, InputMediaVideo
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import BaseRateLimiter, ExtBot
from telegram.request import BaseRequest
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

from bot.config import Settings
from bot.errors import OperatorError
from bot.outbox.errors import Broken, Delivered, Gone, Later, Moved, Outcome, Refused, Unknown, Unreachable
from bot.outbox.flight import FREE_RATE
from bot.outbox.papers import File, NotDrawnError, files_of
from bot.outbox.transport import AiohttpRequest, DroppedError, NeverSentError
from bot.pacing import REPLY, Pacer

TOKEN = re.compile(r"\d+:\S+")
COUNTED = ("send", "copy", "forward", "edit")
NO_CONNECTION_SECONDS = 5.0
NO_TOKEN_SECONDS = 60.0

# Parts of Telegram's descriptions, lower case, and the reason they stand for.
UNREACHABLE = {
    "bot was blocked": "blocked",
    "user is deactivated": "deactivated",
    "can't initiate conversation": "cannot_initiate",
    "bot was kicked": "kicked",
    "bot is not a member": "kicked",
    "the group chat was deleted": "not_found",
    "chat not found": "not_found",
    "peer_id_invalid": "not_found",
}
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
NOT_MODIFIED = "message is not modified"

# do_api_request sends any method with the parameters as they stand in the row; that the library has a method of the
# same name, with objects of its own as arguments, is what it warns about and what we do not want.
warnings.filterwarnings("ignore", message=r"Please use 'Bot\.", category=PTBUserWarning)
# retry_after is read whether it is a number or a timedelta, so that its change of type is nothing to warn about.
warnings.filterwarnings("ignore", message=r".*attribute `retry_after`", category=PTBDeprecationWarning)

Callback = Callable[..., Coroutine[Any, Any, Any]]
ALBUM_PARTS: dict[str, Callable[..., InputMedia]] = {
    "photo": InputMediaPhoto,
    "document": InputMediaDocument,
    "video": InputMediaVideo,
}


@dataclass(frozen=True, slots=True)
class Turn:
    """How long a call may wait for the budget, by the loop's clock, and whom it overtakes there."""

    deadline: float | None = None
    urgency: int = REPLY


class Sender:
    """Delivers single calls; how many at once is the drain's affair."""

    def __init__(self, bot: ExtBot[Turn], *, paid: bool = False) -> None:
        self._bot = bot
        self._paid = {"allow_paid_broadcast": True} if paid else {}

    @property
    def bot_id(self) -> int:
        return int(self._bot.token.partition(":")[0])

    async def check(self) -> None:
        """Raise OperatorError when Telegram knows no bot with this token; silence when it cannot be reached."""
        try:
            await self._bot.do_api_request("getMe")
        except InvalidToken as error:
            raise OperatorError(
                f"telegram: the token is refused ({error.__cause__}); see BOTE_TELEGRAM_TOKEN"
            ) from None
        except TelegramError:
            return

    async def deliver(self, method: str, params: dict[str, Any], *, patience: float, urgency: int) -> Outcome:
        """Make one call; waits at most `patience` seconds for its turn within the budget, the urgent shorter."""
        turn = Turn(asyncio.get_running_loop().time() + patience, urgency)
        try:
            told = params | _uploads(await files_of(params))
            result = await self._bot.do_api_request(method, api_kwargs=self._priced(method, told), rate_limit_args=turn)
        except _TurnMissedError:
            return Later(0, "no_turn")
        except NotDrawnError:
            return Broken("not_drawn")
        except TelegramError as error:
            return outcome_of(error)
        first = result[0] if isinstance(result, list) and result else result  # of an album every message comes back
        if not isinstance(first, dict):
            return Delivered(None)
        return Delivered(first.get("message_id"), first.get("poll", {}).get("id"))

    def _priced(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        known = _with_media(params) if "media" in params else dict(params)
        return known | self._paid if method.startswith("send") else known


def _with_media(params: dict[str, Any]) -> dict[str, Any]:
    """A picture, or the parts of an album, as the library's own objects, in which it sets its defaults."""
    told = params["media"]
    return params | {"media": _part(told) if isinstance(told, dict) else [_part(each) for each in told]}


def _part(told: dict[str, Any]) -> InputMedia:
    given = dict(told)
    return ALBUM_PARTS[given.pop("type")](**given)


def _uploads(files: dict[str, File]) -> dict[str, InputFile]:
    return {name: InputFile(file.data, filename=file.name) for name, file in files.items()}


@asynccontextmanager
async def open_sender(
    settings: Settings, pacer: Pacer, *, make_request: Callable[[], BaseRequest] = AiohttpRequest
) -> AsyncIterator[Sender]:
    """A sender for the bot of the settings; the pacer is the one that replies ask, too."""
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    if not TOKEN.fullmatch(token):
        raise OperatorError("telegram: BOTE_TELEGRAM_TOKEN is no bot token; @BotFather shows it as 123456:ABC…")
    base, request = settings.telegram_api_url.rstrip("/"), make_request()
    bot: ExtBot[Turn] = ExtBot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=Paced(pacer),
    )
    try:
        yield Sender(bot, paid=settings.send_rate > FREE_RATE)
    finally:
        await request.shutdown()


class Paced(BaseRateLimiter[Turn]):
    """Asks the pacer before every call that counts, and tells it about every 429."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callback,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Turn | None,
    ) -> Any:
        chat_id = data.get("chat_id")
        if isinstance(chat_id, int) and endpoint.startswith(COUNTED):
            await self._wait(chat_id, rate_limit_args or Turn())
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            if isinstance(chat_id, int):
                self._pacer.pause_chat(chat_id, _seconds(error), group=chat_id < 0)
            raise

    async def _wait(self, chat_id: int, turn: Turn) -> None:
        try:
            async with asyncio.timeout_at(turn.deadline):
                await self._pacer.wait(chat_id, group=chat_id < 0, urgency=turn.urgency)
        except TimeoutError:
            raise _TurnMissedError from None


class _TurnMissedError(Exception):
    """The budget had no room in time."""


def outcome_of(error: TelegramError) -> Outcome:  # noqa: PLR0911  # one a kind of refusal
    """What an exception of the library means for the message."""
    match error:
        case RetryAfter():
            return Later(_seconds(error))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case NeverSentError():
            return Later(NO_CONNECTION_SECONDS, "no_connection")
        case TimedOut():
            return Unknown("timed_out")
        case DroppedError():
            return Unknown("dropped")
        case Forbidden() | BadRequest():
            return _refusal(error.message)
        case InvalidToken():
            # The library says the same of an unknown method; what Telegram said is in the cause.
            unauthorized = "unauthorized" in str(error.__cause__).lower()
            return Later(NO_TOKEN_SECONDS, "unauthorized") if unauthorized else Refused(error.message)
        case NetworkError():
            return Broken("server_error")
        case Conflict():
            return Refused(error.message)
        case _:
            return Unknown("bad_answer")


def _refusal(description: str) -> Outcome:
    said = description.lower()
    if NOT_MODIFIED in said:
        return Delivered(None)
    if any(part in said for part in GONE):
        return Gone()
    for part, reason in UNREACHABLE.items():
        if part in said:
            return Unreachable(reason)
    return Refused(description)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
