"""`demo`: a small shop and a chat in the browser, in one process, without Telegram."""

import asyncio
import logging
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Annotated

import typer
from pydantic import SecretStr

from bot.clock import Clock
from bot.commands import Conversation, Wiring
from bot.commands.migrate import ensure_schema
from bot.commands.run import sending, stop_on_signals
from bot.config import Settings, load_settings
from bot.db import lock_database, open_database
from bot.demo.mark import refuse_real_shop, start_over
from bot.demo.pages import PREFIX
from bot.demo.room import GROUP_ID, SHOP_NAME, TOKEN, furnish_room, knock
from bot.demo.scans import find_place
from bot.demo.seeding import open_shop
from bot.demo.server import serving_chat
from bot.demo.world import World, stop_turning
from bot.jobs import ticking
from bot.web import serving
from bot.webchat.state import Chatroom

CONTACT = "team@example.org"
LOGGERS = ("bot", "handlers", "dialogs", "aiogram", "aiogram_dialog")


def command(
    ctx: typer.Context,
    port: Annotated[
        int | None,
        typer.Option(
            min=0, max=65535, help="Port of the chat page (BOTE_WEBCHAT_PORT; 0: any free one).", show_default="8080"
        ),
    ] = None,
    web_port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="Port of health (BOTE_WEB_PORT; 0: any free one).", show_default="8090"),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Empty the demo's database first and start over.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Log what happens, not only what goes wrong.")] = False,
) -> None:
    """Open a made-up shop and a chat in the browser: be one of its customers, tap, type, turn the shop's clock.

    Needs no Telegram and no network. The database is BOTE_DATABASE_URL (./bote.sqlite3 unless set); it is marked as a
    demo, kept between starts, and one that holds a real shop's data is left alone. Ctrl-C stops.
    """
    given = {"webchat_port": port, "web_port": web_port}
    settings = load_settings(**{name: value for name, value in given.items() if value is not None})
    if not verbose:
        _hush()
    asyncio.run(_run(ctx.obj, _as_demo(settings), fresh=fresh))


def _as_demo(settings: Settings) -> Settings:
    """The made-up shop's name and the chat's token, whatever is configured for the real ones."""
    return settings.model_copy(
        update={
            "telegram_token": SecretStr(TOKEN),
            "telegram_webhook_url": None,
            "redis_url": None,
            "shop_name": SHOP_NAME,
            "shop_url": None,
            "shop_contact": CONTACT,
            "staff_chat_id": GROUP_ID,
            "default_locale": "de",
        }
    )


def _hush() -> None:
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)


async def _run(wiring: Wiring, settings: Settings, *, fresh: bool) -> None:
    stop = asyncio.Event()
    lock = lock_database(settings)
    try:
        await refuse_real_shop(settings)
        await ensure_schema(settings, lock_held=True)
        async with open_database(settings):
            if fresh:
                await start_over()
            await _play(wiring, settings, stop)
    finally:
        if lock:
            lock.release()


async def _play(wiring: Wiring, settings: Settings, stop: asyncio.Event) -> None:
    """Everything that runs, put together from the ground up and taken down the other way round."""
    clock = Clock(timedelta(seconds=await find_place()))
    room = furnish_room(clock)
    world = World(clock, settings, tell=room.announce_clock)
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(serving_chat(room, port=settings.webchat_port, stage=world))
        await open_shop(now=clock.now(), zone=settings.time_zone, pages=url + PREFIX)
        await stack.enter_async_context(serving(settings, clock=clock))
        await stack.enter_async_context(ticking(settings, clock, on_stuck=stop.set))
        here = settings.model_copy(update={"telegram_api_url": url})
        conversation = await stack.enter_async_context(wiring.open_conversation(here, clock))
        await conversation.announce()
        await stack.enter_async_context(sending(here, clock, stop, pacer=conversation.pacer))
        turning = asyncio.create_task(world.turn())
        stack.push_async_callback(stop_turning, turning)
        await _talk(conversation, room, url, stop)


async def _talk(conversation: Conversation, room: Chatroom, url: str, stop: asyncio.Event) -> None:
    stop_on_signals(stop)
    polling = asyncio.create_task(conversation.poll(stop))
    knock(room)
    typer.echo(f"{SHOP_NAME} is open: {url}/ (Ctrl-C stops it)")
    await polling
