"""`doctor`: what is well, what is not and how to mend it, one line each."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from typing import Annotated
from urllib.parse import urlsplit

import typer

from bot.clock import real_now
from bot.commands.bot_api import PATIENCE_S, Ask, RefusedError, bot_api
from bot.commands.doctor_channel import check_channel, check_group
from bot.commands.doctor_points import accept_points
from bot.commands.findings import Finding, fail, ok, tell, warn
from bot.commands.migrate import pending_migrations, summary_of, unknown_migrations
from bot.commands.webhook import delete_webhook, judge_webhook, set_webhook
from bot.config import Settings, load_settings
from bot.db import is_sqlite, lock_database, open_database
from bot.demo.models import DemoWorld
from bot.errors import OperatorError, WrongUseError
from bot.loyalty.checking import describe_checks
from bot.returns.calling import call_figures

# `INSERT … RETURNING`, which storing and claiming rest on.
OLDEST_SQLITE = (3, 35)
MOST_NAMED = 3


def command(
    set_to: Annotated[
        str | None,
        typer.Option("--set-webhook", metavar="URL", help="Have Telegram send updates to this https address."),
    ] = None,
    delete: Annotated[bool, typer.Option("--delete-webhook", help="Go back to long polling.")] = False,
    customer: Annotated[
        int | None,
        typer.Option("--accept-points", metavar="CUSTOMER", help="Take an account of points as it is (`show faults`)."),
    ] = None,
    by: Annotated[
        int | None, typer.Option(metavar="STAFF", help="Who accepts it: the Telegram id of somebody of the staff.")
    ] = None,
    why: Annotated[str | None, typer.Option(metavar="WORDS", help="Why it is right as it is.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check configuration, database, Telegram and Redis, one line each; exit code 1 when something is broken."""
    if sum([set_to is not None, delete, customer is not None]) > 1:
        raise WrongUseError("doctor: a webhook is set or deleted, or points are accepted: one at a time")
    if set_to:
        findings = asyncio.run(set_webhook(load_settings(), set_to))
    elif delete:
        findings = asyncio.run(delete_webhook(load_settings()))
    elif customer is not None:
        findings = asyncio.run(accept_points(load_settings(), customer, by=by, why=why))
    else:
        findings = asyncio.run(examine())
    tell(findings, as_json=as_json)


async def examine() -> list[Finding]:
    """All findings, in the order in which one would mend them."""
    try:
        settings = load_settings()
    except OperatorError as error:
        return [Finding("configuration", "fail", str(error).removeprefix("configuration: "))]
    findings = [*_check_configuration(settings)]
    findings += [finding async for finding in _check_database(settings)]
    findings += [finding async for finding in _check_telegram(settings)]
    findings.append(await _check_redis(settings))
    return findings


def _check_configuration(settings: Settings) -> list[Finding]:
    trouble = []
    if settings.telegram_webhook_url and not settings.telegram_webhook_secret:
        trouble.append(fail("configuration", "a webhook needs BOTE_TELEGRAM_WEBHOOK_SECRET; without it anybody is in"))
    if settings.telegram_webhook_url and not settings.telegram_webhook_url.startswith("https://"):
        trouble.append(warn("configuration", "Telegram sends to https:// only; see BOTE_TELEGRAM_WEBHOOK_URL"))
    if settings.shop_callback_url and not settings.shop_callback_secret:
        trouble.append(fail("configuration", "BOTE_SHOP_CALLBACK_URL needs BOTE_SHOP_CALLBACK_SECRET to sign with"))
    if not settings.shop_contact:
        trouble.append(warn("configuration", "/privacy names nobody to turn to; set BOTE_SHOP_CONTACT"))
    return trouble or [ok("configuration", f"{settings.shop_name}, {settings.default_locale}, {settings.time_zone}")]


async def _check_database(settings: Settings) -> AsyncIterator[Finding]:
    if settings.sqlite_file and sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield fail("database", f"SQLite {sqlite3.sqlite_version} is too old; use a newer Python, or PostgreSQL")
        return
    try:
        async with open_database(settings, read_only=True):
            yield ok("database", f"{'SQLite' if is_sqlite() else 'PostgreSQL'} {_place_of(settings)} answers")
            async for finding in _check_tables(settings):
                yield finding
    except OperatorError as error:
        yield fail("database", str(error).removeprefix("database: "))


async def _check_tables(settings: Settings) -> AsyncIterator[Finding]:
    if pending := await pending_migrations():
        yield fail("migrations", f"{summary_of(pending)} not applied yet; run `python main.py migrate`")
        return
    if newer := await unknown_migrations():
        yield warn("migrations", f"{', '.join(newer)} come from a newer Bote; update this one, or restore a backup")
    else:
        yield ok("migrations", "up to date")
    if settings.telegram_token and await DemoWorld.exists():
        yield warn("demo", "this is a demo database, which `run` refuses; set another BOTE_DATABASE_URL")
    yield ok("running", _who_runs(settings))
    yield await _check_points()
    yield await _check_callback(settings)


async def _check_points() -> Finding:
    """What the nightly check of the points found."""
    found = await describe_checks(most=MOST_NAMED)
    if not found.faulty:
        return ok("points", f"{found.accounts} accounts; each one checked is the sum of its entries")
    named = "; ".join(f"customer {customer_id}: {fault}" for customer_id, fault in found.faults)
    return fail("points", f"{found.faulty} of {found.accounts} accounts are wrong, find out who wrote there: {named}")


async def _check_callback(settings: Settings) -> Finding:
    """Whether the shop's own system takes what it is told."""
    figures = await call_figures()
    given_up = int(figures["bote_shop_calls_given_up"][1])
    if given_up:
        return warn(
            "callback", f"{given_up} calls were given up; once it is mended, run `python main.py replay --calls`"
        )
    if not settings.shop_callback_url:
        return ok("callback", "not used; the staff do by hand what the shop has to do (BOTE_SHOP_CALLBACK_URL)")
    return ok("callback", f"{int(figures['bote_shop_calls_waiting'][1])} calls wait for {_site_of(settings)}")


def _site_of(settings: Settings) -> str:
    """Its path may be a secret of its own."""
    return urlsplit(settings.shop_callback_url or "").netloc


def _who_runs(settings: Settings) -> str:
    try:
        lock = lock_database(settings)
    except OperatorError:
        return "a bot runs on this database"
    if lock:
        lock.release()
        return "no bot runs on this database"
    return "several bots may run on PostgreSQL; give them BOTE_REDIS_URL"


async def _check_telegram(settings: Settings) -> AsyncIterator[Finding]:
    if not settings.telegram_token:
        yield warn("telegram", "no token; `run` needs BOTE_TELEGRAM_TOKEN from @BotFather, the demo does not")
        return
    try:
        async with bot_api(settings) as ask:
            me = await ask("getMe")
            yield ok("telegram", f"@{me['username']} at {settings.telegram_api_url}")
            yield await judge_webhook(settings, ask, now=real_now())
            async for finding in _check_staff(settings, ask):
                yield finding
            yield await check_channel(settings.community_chat_id, ask, bot_id=me["id"])
            yield await check_group(settings.community_group_id, ask, bot_id=me["id"])
    except OperatorError as error:
        yield fail("telegram", str(error))


async def _check_staff(settings: Settings, ask: Ask) -> AsyncIterator[Finding]:
    """Who answers people, and whether the bot gets through to them."""
    if settings.staff_chat_id is None:
        yield ok("staff", "no staff chat; customers cannot ask for a human (BOTE_STAFF_CHAT_ID)")
        return
    yield await _check_staff_chat(settings.staff_chat_id, ask)
    if not settings.owners:
        yield warn("owners", "nobody may name who works here; set BOTE_OWNER_IDS")
        return
    strangers = [str(owner) for owner in sorted(settings.owners) if not await _reaches(owner, ask)]
    if strangers:
        yield warn("owners", f"{', '.join(strangers)} cannot be written to; have them send /start to the bot")
    else:
        yield ok("owners", f"the bot reaches all {len(settings.owners)}")


async def _check_staff_chat(chat_id: int, ask: Ask) -> Finding:
    try:
        chat = await ask("getChat", chat_id=chat_id)
    except RefusedError as error:
        return fail("staff", f"{chat_id} cannot be written to ({error}); add the bot there, or see BOTE_STAFF_CHAT_ID")
    if chat["type"] not in {"group", "supergroup"}:
        return fail("staff", f"{chat_id} is a {chat['type']} chat; BOTE_STAFF_CHAT_ID must name a group")
    return ok("staff", f"the bot is in the group {chat.get('title', chat_id)}")


async def _reaches(user_id: int, ask: Ask) -> bool:
    try:
        await ask("getChat", chat_id=user_id)
    except RefusedError:
        return False
    return True


async def _check_redis(settings: Settings) -> Finding:
    if not settings.redis_url:
        return ok("redis", "not used; dialogs are kept in the database")
    from redis.asyncio import Redis
    from redis.exceptions import RedisError

    url = settings.redis_url.get_secret_value()
    try:
        redis = Redis.from_url(url, socket_connect_timeout=PATIENCE_S, socket_timeout=PATIENCE_S)
        try:
            await redis.ping()
        finally:
            await redis.aclose()
    except (RedisError, OSError, ValueError) as error:
        return fail("redis", f"{_host_of(url)} does not answer ({type(error).__name__}); see BOTE_REDIS_URL")
    return ok("redis", f"{_host_of(url)} answers")


def _place_of(settings: Settings) -> str:
    return str(settings.sqlite_file or _host_of(settings.database_url.get_secret_value()))


def _host_of(url: str) -> str:
    """Without user and password."""
    parts = urlsplit(url if "://" in url else "")
    return parts.netloc.rpartition("@")[2] + parts.path
