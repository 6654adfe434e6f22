"""`run`: answer customers on Telegram, or on any Bot API server, until told to stop."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from enum import StrEnum
from typing import Annotated

import structlog
import typer

from bot.clock import Clock
from bot.commands import Conversation, Wiring
from bot.commands.loading import without_rich
from bot.commands.migrate import require_schema
from bot.config import Settings, load_settings
from bot.db import lock_database, open_database, tortoise_config
from bot.demo.mark import is_demo
from bot.errors import OperatorError
from bot.pacing import Pacer

# Names the one conversation among the advisory locks of a PostgreSQL database.
ONE_CONVERSATION = 0x626F7464

# What is in flight at the end has so long to land; a supervisor kills after 30 s as a rule.
LANDING_S = 20.0

log = structlog.get_logger(__name__)


class Role(StrEnum):
    """What this process does; several processes share one PostgreSQL database."""

    ALL = "all"
    CONVERSATION = "conversation"
    JOBS = "jobs"
    WEB = "web"
    SENDER = "sender"

    @property
    def talks(self) -> bool:
        return self in {Role.ALL, Role.CONVERSATION}

    @property
    def sends(self) -> bool:
        return self in {Role.ALL, Role.SENDER}

    @property
    def ticks(self) -> bool:
        return self in {Role.ALL, Role.JOBS}

    def listens(self, settings: Settings) -> bool:
        """Health always has a port of its own; with a webhook the conversation listens, too."""
        return self in {Role.ALL, Role.WEB} or (self.talks and settings.telegram_webhook_url is not None)


def command(
    ctx: typer.Context,
    role: Annotated[Role, typer.Option(help="What this process does.")] = Role.ALL,
) -> None:
    """Answer customers on Telegram, by long polling, or by webhook when BOTE_TELEGRAM_WEBHOOK_URL is set."""
    gc.disable()  # while libraries are being loaded, until `spare_what_stays`
    asyncio.run(run(load_settings(), role, ctx.obj))


async def run(settings: Settings, role: Role, wiring: Wiring) -> None:
    """Run until SIGTERM or Ctrl-C; OperatorError says what keeps the bot from starting."""
    if role.talks or role.sends:
        _check_telegram(settings)
    check_callback(settings)
    await require_schema(settings)
    lock = lock_database(settings)
    try:
        async with open_database(settings):
            await _check_database(settings, role)
            await _work(settings, role, wiring)
    finally:
        if lock:
            lock.release()


def check_callback(settings: Settings) -> None:
    """OperatorError when the shop's own system is to be told what to do without a signature."""
    if settings.shop_callback_url and not settings.shop_callback_secret:
        raise OperatorError(
            "callback: BOTE_SHOP_CALLBACK_URL needs BOTE_SHOP_CALLBACK_SECRET, else anybody can fake it"
        )


def stop_on_signals(stop: asyncio.Event) -> None:
    """The first Ctrl-C or SIGTERM ends in order, a second one at once."""
    loop = asyncio.get_running_loop()

    def end() -> None:
        stop.set()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, end)


def spare_what_stays() -> None:
    """Let the garbage collector pass over what lives as long as the process: libraries, dialogs, texts.

    Else it looks through all of it every thousand updates, and everybody waits a quarter of a second. There is
    nothing worth collecting among it: 2,000 of 100,000 objects.
    """
    gc.freeze()
    gc.enable()


def _check_telegram(settings: Settings) -> None:
    if settings.telegram_token is None:
        raise OperatorError(
            "telegram: no token; get one from @BotFather and set BOTE_TELEGRAM_TOKEN (or try `python main.py demo`)"
        )
    secret = settings.telegram_webhook_secret
    if settings.telegram_webhook_url and not (secret and secret.get_secret_value()):
        raise OperatorError("telegram: a webhook needs BOTE_TELEGRAM_WEBHOOK_SECRET, else anybody can write to it")


async def _check_database(settings: Settings, role: Role) -> None:
    """A made-up shop must never answer real people."""
    if not (role.talks or role.sends) or not await is_demo():
        return
    from bot.demo.room import TOKEN

    token = settings.telegram_token
    if token and token.get_secret_value() != TOKEN:
        raise OperatorError("database: this is the demo's; set BOTE_DATABASE_URL to the shop's own (`main.py migrate`)")


async def _work(settings: Settings, role: Role, wiring: Wiring) -> None:
    stop, stuck, clock = asyncio.Event(), asyncio.Event(), Clock()

    def end_stuck() -> None:
        stuck.set()
        stop.set()

    stop_on_signals(stop)
    async with AsyncExitStack() as stack:
        conversation: Conversation | None = None
        if role.talks:
            await stack.enter_async_context(_only_conversation(settings))
            conversation = await stack.enter_async_context(wiring.open_conversation(settings, clock))
        if role.sends:
            pacer = conversation.pacer if conversation else None
            await stack.enter_async_context(sending(settings, clock, stop, pacer=pacer))
        if role.listens(settings):
            from bot.web import serving

            feed = conversation.feed_update if conversation and settings.telegram_webhook_url else None
            url = await stack.enter_async_context(serving(settings, clock=clock, feed_update=feed))
            log.info("listening", url=url)
        if role.ticks:
            from bot.jobs import ticking

            await stack.enter_async_context(ticking(settings, clock, on_stuck=end_stuck))
        spare_what_stays()
        await _talk(conversation, settings, stop)
    if stuck.is_set():
        raise OperatorError("database: it does not answer any more; start the bot again")


@asynccontextmanager
async def sending(settings: Settings, clock: Clock, stop: asyncio.Event, *, pacer: Pacer | None) -> AsyncIterator[None]:
    """Drain the outbox beside the block; what is in flight at its end is written down before it is left.

    A sender that cannot go on (its token is not valid) stops the others, too, and says why.
    """
    with without_rich():
        from bot.outbox.service import send_forever

    sender = asyncio.create_task(send_forever(settings, clock, stop, pacer=pacer))
    sender.add_done_callback(lambda _: stop.set())
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(sender, LANDING_S)


async def _talk(conversation: Conversation | None, settings: Settings, stop: asyncio.Event) -> None:
    if conversation:
        await conversation.announce()
    if conversation and not settings.telegram_webhook_url:
        await conversation.poll(stop)
    else:
        await stop.wait()


@asynccontextmanager
async def _only_conversation(settings: Settings) -> AsyncIterator[None]:
    """Without Redis the locks that keep a person's updates in order are this process's: a second one is refused.

    On SQLite the lock file has seen to that. The advisory lock lives as long as its connection does.
    """
    if settings.sqlite_file or settings.redis_url:
        yield
        return
    import asyncpg

    credentials = tortoise_config(settings)["connections"]["default"]["credentials"]
    wanted = ("host", "port", "user", "password", "database")
    holder = await asyncpg.connect(**{name: credentials[name] for name in wanted if name in credentials})
    try:
        if not await holder.fetchval("SELECT pg_try_advisory_lock($1)", ONE_CONVERSATION):
            raise OperatorError(
                "database: another process answers customers already; stop it, or set BOTE_REDIS_URL for several"
            )
        yield
    finally:
        await holder.close()
