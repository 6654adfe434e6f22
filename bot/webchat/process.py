"""The chat server in a process of its own, so that a benchmark measures the bot and not its stand-in for Telegram."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .server import serve
from .state import Chatroom

Json = dict[str, Any]

START_SECONDS = 20
FIRST_GROUP = -1_000_000_001_001
CODE = "from bot.webchat.process import run; run()"


@dataclass(slots=True)
class ServerProcess:
    """A running server: its address, its process id, and the way to end it."""

    url: str
    pid: int
    _process: subprocess.Popen[str]

    def stop(self) -> None:
        """Ask it to end (its input closes; that also happens when this process dies) and wait for it."""
        self._process.communicate(timeout=START_SECONDS)


def start_process(
    *,
    token: str,
    username: str,
    user_ids: list[int],
    group: Sequence[int] = (),
    flood_control: bool = True,
    port: int = 0,
) -> ServerProcess:
    """Start a server with one bot and these users and wait until it answers; blocks for about half a second.

    `group` are those of the users who sit with the bot in the first group, whose id is FIRST_GROUP.
    """
    order: Json = {"token": token, "username": username, "user_ids": user_ids, "group": list(group)}
    order |= {"flood_control": flood_control, "port": port}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", CODE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdin is not None, "a pipe"  # noqa: S101 - tells the type checker
    assert process.stdout is not None, "a pipe"  # noqa: S101 - tells the type checker
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    url = process.stdout.readline().strip()
    if not url:
        raise RuntimeError(f"the chat server did not start: exit code {process.wait()}")
    return ServerProcess(url, process.pid, process)


def run() -> None:
    """The process itself: one line of orders on its input, one line with its address on its output."""
    asyncio.run(_run(json.loads(sys.stdin.readline())))


async def _run(order: Json) -> None:
    room = Chatroom()
    room.add_bot(order["token"], order["username"], order["username"])
    for user_id in order["user_ids"]:
        room.add_user(f"Person {user_id}", id=user_id)
    if order["group"]:
        group = room.add_group("Group", order["group"], bot_is_admin=True)
        assert group.id == FIRST_GROUP, "the first"  # noqa: S101 - tells whoever changes the numbering
    server = await serve(room, port=order["port"], flood_control=order["flood_control"])
    sys.stdout.write(server.url + "\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    await server.stop()
