"""Runs the chat server on a port of this machine."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from .app import create_app
from .flood import FloodControl
from .pages import PAGE
from .stage import Stage
from .state import Chatroom

STOP_SECONDS = 2.0


@dataclass(slots=True)
class Server:
    """A server that runs; `url` has no slash at its end."""

    room: Chatroom
    url: str
    port: int
    _runner: web.AppRunner

    async def stop(self) -> None:
        """End polls, streams and webhooks and free the port."""
        await self._runner.cleanup()


async def serve(
    room: Chatroom,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    flood_control: bool | FloodControl = True,
    stage: Stage | None = None,
    allowed_hosts: Collection[str] = (),
    unsafe_public: bool = False,
    page: Path = PAGE,
) -> Server:
    """Start; port 0 takes a free one. Raises ValueError for a public address (a `user_id` is a seat, not a login)
    unless `unsafe_public` says that this is wanted, and OSError when the port is taken."""
    if not unsafe_public and not is_loopback(host):
        raise ValueError(f"{host} is not this machine alone: whoever reaches it can be any user")
    app = create_app(room, flood_control=flood_control, stage=stage, allowed_hosts=allowed_hosts, page=page)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_SECONDS)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except BaseException:
        await runner.cleanup()
        raise
    bound = int(runner.addresses[0][1])
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
    return Server(room, f"http://{f'[{shown}]' if ':' in shown else shown}:{bound}", bound, runner)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
