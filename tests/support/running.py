"""`main.py run` as a process of its own."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

MAIN = Path(__file__).parents[2] / "main.py"
# The machine may be busy; a start alone takes a few seconds of work.
START_S, STOP_S = 90, 40


class Process:
    """A `main.py run`; what it says is read, so that it never waits for a reader."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.said: list[str] = []

    @property
    def pid(self) -> int:
        return self.process.pid

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    async def kill(self) -> None:
        """As when the power fails: no signal handler, no farewell."""
        self.process.kill()
        await self.process.wait()

    async def ended(self) -> int:
        """The exit code, once it has ended by itself."""
        async with asyncio.timeout(STOP_S):
            return await self.process.wait()


@asynccontextmanager
async def running(
    environment: dict[str, str], folder: Path, *options: str, says: str = "bot announced"
) -> AsyncIterator[Process]:
    """The bot from its announcement on, or from whatever else it `says`; killed at the end if it still runs."""
    process = await _start(environment, folder, *options)
    hearing: asyncio.Task[None] | None = None
    try:
        await _says(process, says)
        started = Process(process)
        hearing = asyncio.create_task(_hear(started))
        yield started
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        if hearing:
            await hearing


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _start(environment: dict[str, str], folder: Path, *options: str) -> asyncio.subprocess.Process:
    command = (sys.executable, str(MAIN), "run", *options)
    quiet, heard = asyncio.subprocess.DEVNULL, asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(*command, cwd=folder, env=environment, stdout=quiet, stderr=heard)


async def _says(process: asyncio.subprocess.Process, words: str) -> None:
    assert process.stderr is not None
    heard = b""
    async with asyncio.timeout(START_S):
        while words.encode() not in heard:
            line = await process.stderr.readline()
            assert line, f"ended with {await process.wait()}:\n{heard.decode()}"
            heard += line


async def _hear(started: Process) -> None:
    assert started.process.stderr is not None
    while line := await started.process.stderr.readline():
        started.said.append(line.decode())
