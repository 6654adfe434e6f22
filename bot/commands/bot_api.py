"""Asking the Bot API server a few things, without the libraries that a conversation needs."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.config import Settings
from bot.errors import OperatorError

PATIENCE_S = 8.0
TOKEN_REFUSED = {401, 404}

# The method's name and its arguments; the result comes back.
Ask = Callable[..., Awaitable[Any]]


class RefusedError(OperatorError):
    """The server understood and said no; its own words are the message."""


@asynccontextmanager
async def bot_api(settings: Settings) -> AsyncIterator[Ask]:
    """One way to ask for the block; OperatorError where the server or the token is the trouble."""
    timeout = aiohttp.ClientTimeout(total=PATIENCE_S)
    async with aiohttp.ClientSession(timeout=timeout) as session:

        async def ask(method: str, **arguments: Any) -> Any:
            return await _ask(session, settings, method, arguments)

        yield ask


async def _ask(session: aiohttp.ClientSession, settings: Settings, method: str, arguments: dict[str, Any]) -> Any:
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    where = settings.telegram_api_url
    try:
        async with session.post(f"{where}/bot{token}/{method}", json=arguments) as answer:
            body = await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        # The error's own words may hold the address, and with it the token.
        message = f"{where} cannot be reached ({type(error).__name__}); see the network and BOTE_TELEGRAM_API_URL"
        raise OperatorError(message) from None
    if isinstance(body, dict) and body.get("ok"):
        return body["result"]
    said = body.get("description") if isinstance(body, dict) else body
    if answer.status in TOKEN_REFUSED or not isinstance(body, dict):
        raise OperatorError(f"{where} refuses the token ({said}); see BOTE_TELEGRAM_TOKEN")
    raise RefusedError(str(said))
