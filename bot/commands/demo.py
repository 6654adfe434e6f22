"""`demo`: a small shop and a chat in the browser, in one process, without Telegram."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from typing import Annotated

import typer
from pydantic import SecretStr

from bot.clock import Clock, real_now
from bot.commands import Conversation, Wiring
from bot.commands.migrate import ensure_schema
from bot.commands.run import sending, spare_what_stays, stop_on_signals
from bot.config import Settings, load_settings
from bot.db import lock_database, open_database
from bot.demo.content import SHOP_NAME
from bot.demo.contest import run_contest
from bot.demo.courier import open_courier, with_secrets
from bot.demo.mark import make_room, refuse_real_shop
from bot.demo.offers import plan_offers, post_again
from bot.demo.pages import PREFIX
from bot.demo.place import Place, find_place, next_opening
from bot.demo.returns import play_returns
from bot.demo.reviews import fill_in_reviews
from bot.demo.room import CHANNEL_ID, CUSTOMERS_ID, GROUP_ID, TOKEN, furnish_room, knock
from bot.demo.seeding import open_shop
from bot.demo.server import serving_chat
from bot.demo.story import tell_story
from bot.demo.visitors import agree_to_surveys, answer_surveys
from bot.demo.world import World, stop_turning
from bot.jobs import ticking
from bot.web import serving

CONTACT = "team@example.org"
# The language of the staff's seat, unless BOTE_DEFAULT_LOCALE says another.
TEAM_SPEAKS = "de"
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
        typer.Option(
            min=0, max=65535, help="Port of webhooks and health (BOTE_WEB_PORT; 0: any free one).", show_default="8090"
        ),
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
    """The made-up shop's name and the chat's token, whatever is configured for the real ones; secrets of webhooks."""
    return with_secrets(settings).model_copy(
        update={
            "telegram_token": SecretStr(TOKEN),
            "telegram_webhook_url": None,
            "redis_url": None,
            "shop_name": SHOP_NAME,
            "shop_contact": CONTACT,
            "staff_chat_id": GROUP_ID,
            "community_chat_id": CHANNEL_ID,
            "community_group_id": CUSTOMERS_ID,
            "default_locale": settings.default_locale if "default_locale" in settings.model_fields_set else TEAM_SPEAKS,
            "send_rate": 0.0,
            "start_late_minutes": 0,  # its clock leaps over hours in which nothing was down
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
        await ensure_schema(settings, lock_held=True, backup=False)
        async with open_database(settings):
            await make_room(fresh=fresh, tell=partial(typer.echo, err=True))
            await _play(wiring, settings, stop)
    finally:
        if lock:
            lock.release()


async def _play(wiring: Wiring, settings: Settings, stop: asyncio.Event) -> None:
    """Everything that runs, put together from the ground up and taken down the other way round."""
    clock, place = await _find_time(settings)
    room = furnish_room(clock, settings.default_locale)
    world = World(clock, settings, with_sender=True, tell=room.announce_clock, react=partial(answer_surveys, room))
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(serving_chat(room, port=settings.webchat_port, stage=world, clock=clock))
        settings.shop_url = f"{url}{PREFIX}/shop"  # ours alone, and known only now
        settings.public_url = url
        opening = await open_shop(now=clock.now(), zone=settings.time_zone, pages=url + PREFIX)
        await plan_offers(settings, opened_at=opening.at)
        webhooks = await stack.enter_async_context(serving(settings, clock=clock))
        courier = await stack.enter_async_context(open_courier(webhooks, settings))
        await stack.enter_async_context(ticking(settings, clock, on_stuck=stop.set))
        here = settings.model_copy(update={"telegram_api_url": url})
        conversation = await stack.enter_async_context(wiring.open_conversation(here, clock))
        await conversation.announce()
        await post_again(settings, now=clock.now())
        await run_contest(settings, opened_at=opening.at, now=clock.now())
        await fill_in_reviews(settings, opened_at=opening.at, now=clock.now())
        await play_returns(settings, opening.at)  # the links on their cards name the bot
        await stack.enter_async_context(sending(here, clock, stop, pacer=conversation.pacer))
        world.begin(tell_story(opening), courier.deliver, told=place.turns_told)
        await world.keep_place()
        spare_what_stays()
        knocking = partial(knock, room, settings.default_locale)
        agreeing = partial(agree_to_surveys, room)
        await _talk(conversation, knocking, agreeing, world, url, stop)


async def _find_time(settings: Settings) -> tuple[Clock, Place]:
    """The shop's clock where it stood, or in the morning on which a new demo opens."""
    if place := await find_place():
        return Clock(timedelta(seconds=place.ahead_s)), place
    now = real_now()
    return Clock(next_opening(now, settings.time_zone) - now), Place()


async def _talk(
    conversation: Conversation,
    knocking: Callable[[], None],
    agreeing: Callable[[], Coroutine[None, None, None]],
    world: World,
    url: str,
    stop: asyncio.Event,
) -> None:
    """Let everybody come in, then let time pass."""
    stop_on_signals(stop)
    polling = asyncio.create_task(conversation.poll(stop))
    knocking()
    turning, busy = asyncio.create_task(world.turn()), asyncio.create_task(agreeing())
    typer.echo(f"{SHOP_NAME} is open: {url}/ (Ctrl-C stops it)")
    try:
        await polling
    finally:
        busy.cancel()
        await world.end()
        await stop_turning(turning)
