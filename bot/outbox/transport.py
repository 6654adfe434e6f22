"""python-telegram-bot's requests over aiohttp, at a fraction of what its own transport costs (benchmarks)."""

import json
from typing import Any, cast

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
# Shorter than a server's own patience, so that we do not send into a connection that is just being closed.
KEEP_ALIVE_SECONDS = 15.0


class NeverSentError(NetworkError):
    """No connection came about: Telegram has certainly not seen the call."""


class DroppedError(NetworkError):
    """The connection broke after the call was on its way: Telegram may have carried it out."""


class AiohttpRequest(BaseRequest):
    """One pool of kept-alive connections; opened by the first call."""

    __slots__ = ("_session", "_timeout")

    def __init__(self, *, read_seconds: float = READ_SECONDS) -> None:
        self._timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=read_seconds)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._timeout.sock_read

    async def initialize(self) -> None:
        """Nothing to do before the first call."""

    async def shutdown(self) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more_timeouts: Any
    ) -> tuple[int, bytes]:
        """Status and body of the answer; our own time-outs hold, whatever the caller names."""
        try:
            async with self._open().request(method, url, timeout=self._timeout, **_body(request_data)) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NeverSentError(_said(error)) from error
        except TimeoutError as error:
            raise TimedOut(_said(error)) from error
        except (aiohttp.ClientError, OSError) as error:
            raise DroppedError(_said(error)) from error

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE_SECONDS)
            self._session = aiohttp.ClientSession(connector=connector, headers={"User-Agent": self.USER_AGENT})
        return self._session


def _body(request_data: RequestData | None) -> dict[str, Any]:
    """The call as JSON, as a form only where files go with it."""
    if request_data is None:
        return {}
    if not request_data.multipart_data:
        body = json.dumps(request_data.parameters).encode()
        return {"data": body, "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, kind) in cast(dict[str, tuple[str, Any, str]], request_data.multipart_data).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


def _said(error: BaseException) -> str:
    """The kind of the error only: its text may hold the address, and the address holds the token."""
    return type(error).__name__
