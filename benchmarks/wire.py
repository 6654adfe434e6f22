"""HTTP that costs little: one connection, one request at a time, so that what is measured is at the other end."""

import asyncio
import json
from collections.abc import AsyncIterator
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]

LONGEST_LINE = 1 << 20


class Wire:
    """A kept-alive connection to a server that always tells the length of its answers."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> "Wire":
        self._streams = await asyncio.open_connection(self._host, self._port, limit=LONGEST_LINE)
        return self

    async def __aexit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self._open()[1].close()

    async def post(self, path: str, body: Json) -> Any:
        """The answer's JSON; RuntimeError with the answer when it is none of success."""
        payload = json.dumps(body).encode()
        head = f"POST {path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\nContent-Type: application/json\r\n"
        reader, writer = self._open()
        writer.write(f"{head}Content-Length: {len(payload)}\r\n\r\n".encode() + payload)
        status, length = await _head_of(reader)
        answer = await reader.readexactly(length)
        if status >= 300:
            raise RuntimeError(f"{path}: {status} {answer.decode()}")
        return json.loads(answer)

    async def events(self, path: str) -> AsyncIterator[tuple[str, bytes]]:
        """Server-sent events as name and data, until the server hangs up."""
        reader, writer = self._open()
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\n\r\n".encode())
        await _head_of(reader)
        name = ""
        while line := await reader.readline():
            if line.startswith(b"event: "):
                name = line[7:-1].decode()
            elif line.startswith(b"data: "):
                yield name, line[6:]

    def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        assert self._streams, "used inside its `async with` block"
        return self._streams


async def _head_of(reader: asyncio.StreamReader) -> tuple[int, int]:
    """Status and length of the body."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    _, found, after = head.partition(b"content-length: ")
    return int(head[9:12]), int(after.partition(b"\r\n")[0]) if found else 0
