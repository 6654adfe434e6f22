"""The sender in a process of its own that a test may kill at any moment.

Forked from a server that has loaded the libraries once: a start costs milliseconds instead of a second.
"""

import asyncio
import multiprocessing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from types import TracebackType

from pydantic import SecretStr

from bot.broadcasts.expanding import mind_campaigns
from bot.config import Settings, load_settings
from bot.db import open_database
from bot.outbox.claims import release_drain
from bot.outbox.drain import Terms, drain
from bot.outbox.sender import open_sender
from bot.pacing import Pacer

LOOK_EVERY_S = 0.01
PATIENCE_S = 30.0

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload([__name__])


@dataclass(frozen=True, slots=True)
class Orders:
    """What the process is to do; `now` stands still, so that it is day for everybody.

    With a `page` it also hands campaigns to the outbox, so many of their audience at a time.
    """

    database_url: str
    api_url: str
    token: str
    now: datetime
    lease_s: float
    page: int = 0


class SenderProcess:
    """Starts with the block; drains until it is killed or told to end."""

    def __init__(self, orders: Orders) -> None:
        self._ours, self._theirs = _forks.Pipe()
        self._process = _forks.Process(target=_run, args=(orders, self._theirs), daemon=True)

    async def __aenter__(self) -> "SenderProcess":
        await asyncio.to_thread(self._process.start)
        self._theirs.close()
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        await self.kill()

    async def kill(self) -> None:
        """As when the power fails: no signal handler, no farewell."""
        self._process.kill()
        await asyncio.to_thread(self._process.join, PATIENCE_S)

    async def end(self) -> None:
        """In order: it writes down what is in flight and leaves."""
        self._ours.close()
        await asyncio.to_thread(self._process.join, PATIENCE_S)
        assert self._process.exitcode == 0


def sender_orders(
    settings: Settings, *, api_url: str, token: str, now: datetime, lease_s: float, page: int = 0
) -> Orders:
    """Orders to drain this database against this server, as fast as it goes."""
    return Orders(settings.database_url.get_secret_value(), api_url, token, now, lease_s, page)


async def everybody_consents(chat_ids: Sequence[int]) -> Mapping[int, frozenset[str]]:
    return dict.fromkeys(chat_ids, frozenset({"survey", "promo"}))


def _run(orders: Orders, parent: "Connection[None, None]") -> None:
    asyncio.run(_drain_on(orders, parent))


async def _drain_on(orders: Orders, parent: "Connection[None, None]") -> None:
    settings = load_settings(
        _env_file=None,
        database_url=SecretStr(orders.database_url),
        telegram_token=SecretStr(orders.token),
        telegram_api_url=orders.api_url,
        send_rate=0,
    )
    stop = asyncio.Event()
    asyncio.get_running_loop().add_reader(parent.fileno(), stop.set)  # the pipe closes when it is to end
    async with open_database(settings), open_sender(settings, Pacer(0)) as sender:
        terms = Terms(settings, lease=timedelta(seconds=orders.lease_s), consents=everybody_consents)
        minding = asyncio.create_task(_mind(settings, orders, stop))
        while not stop.is_set():
            tally = await drain(lambda: orders.now, sender, terms, stop=stop)
            if not tally.sent:
                await asyncio.sleep(LOOK_EVERY_S)
        await minding
        await release_drain(sender.bot_id, terms.owner)


async def _mind(settings: Settings, orders: Orders, stop: asyncio.Event) -> None:
    while orders.page and not stop.is_set():
        await mind_campaigns(settings, now=orders.now, page=orders.page)
        await asyncio.sleep(LOOK_EVERY_S)
