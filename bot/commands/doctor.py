"""`doctor`: what is well, what is not and how to mend it, one line each."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import aiohttp
import typer

from bot.commands.migrate import pending_migrations
from bot.config import Settings, load_settings
from bot.db import is_sqlite, lock_database, open_database
from bot.demo.models import DemoWorld
from bot.errors import OperatorError

PATIENCE_S = 8.0
# `INSERT … RETURNING`, which storing and claiming rest on.
OLDEST_SQLITE = (3, 35)


@dataclass(frozen=True, slots=True)
class Finding:
    check: str
    level: Literal["ok", "warn", "fail"]
    message: str


def command(as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False) -> None:
    """Check configuration, database, Telegram and Redis; exit code 1 when something is broken."""
    findings = asyncio.run(examine())
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(f"{f.level:<5} {f.check:<14} {f.message}" for f in findings))
    if any(finding.level == "fail" for finding in findings):
        raise typer.Exit(1)


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
        trouble.append(_fail("configuration", "a webhook needs BOTE_TELEGRAM_WEBHOOK_SECRET; without it anybody is in"))
    if settings.telegram_webhook_url and not settings.telegram_webhook_url.startswith("https://"):
        trouble.append(_warn("configuration", "Telegram sends to https:// only; see BOTE_TELEGRAM_WEBHOOK_URL"))
    if not settings.shop_contact:
        trouble.append(_warn("configuration", "/privacy names nobody to turn to; set BOTE_SHOP_CONTACT"))
    return trouble or [_ok("configuration", f"{settings.shop_name}, {settings.default_locale}, {settings.time_zone}")]


async def _check_database(settings: Settings) -> AsyncIterator[Finding]:
    if settings.sqlite_file and sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield _fail("database", f"SQLite {sqlite3.sqlite_version} is too old; use a newer Python, or PostgreSQL")
        return
    try:
        async with open_database(settings, read_only=True):
            yield _ok("database", f"{'SQLite' if is_sqlite() else 'PostgreSQL'} {_place_of(settings)} answers")
            async for finding in _check_tables(settings):
                yield finding
    except OperatorError as error:
        yield _fail("database", str(error).removeprefix("database: "))


async def _check_tables(settings: Settings) -> AsyncIterator[Finding]:
    if pending := await pending_migrations():
        yield _fail("migrations", f"{', '.join(pending)} not applied yet; run `python main.py migrate`")
        return
    yield _ok("migrations", "up to date")
    if settings.telegram_token and await DemoWorld.exists():
        yield _warn("demo", "this is a demo database, which `run` refuses; set another BOTE_DATABASE_URL")
    yield _ok("running", _who_runs(settings))


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
        yield _warn("telegram", "no token; `run` needs BOTE_TELEGRAM_TOKEN from @BotFather, the demo does not")
        return
    timeout = aiohttp.ClientTimeout(total=PATIENCE_S)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session:
            me = await _ask_telegram(session, settings, "getMe")
            yield _ok("telegram", f"@{me['username']} at {settings.telegram_api_url}")
            yield _judge_webhook(settings, await _ask_telegram(session, settings, "getWebhookInfo"))
    except OperatorError as error:
        yield _fail("telegram", str(error))


async def _ask_telegram(session: aiohttp.ClientSession, settings: Settings, method: str) -> dict[str, Any]:
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    where = settings.telegram_api_url
    try:
        async with session.get(f"{where}/bot{token}/{method}") as answer:
            body = await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        # The error's own words may hold the address, and with it the token.
        message = f"{where} cannot be reached ({type(error).__name__}); see the network and BOTE_TELEGRAM_API_URL"
        raise OperatorError(message) from None
    if not isinstance(body, dict) or not body.get("ok"):
        said = body.get("description") if isinstance(body, dict) else body
        raise OperatorError(f"{where} refuses the token ({said}); see BOTE_TELEGRAM_TOKEN")
    result: dict[str, Any] = body["result"]
    return result


def _judge_webhook(settings: Settings, info: dict[str, Any]) -> Finding:
    wanted, actual = settings.telegram_webhook_url or "", info.get("url") or ""
    waiting = f"{info.get('pending_update_count', 0)} updates wait"
    if actual and not wanted:
        return _warn("updates", "a webhook is set, but polling is configured; `run` removes it when it starts")
    if actual != wanted:
        return _warn("updates", "another webhook is set, or none; `run` sets ours when it starts")
    if info.get("last_error_message"):
        return _warn("updates", f"Telegram could not deliver: {info['last_error_message']}; {waiting}")
    return _ok("updates", f"{'webhook' if wanted else 'long polling'}, {waiting}")


async def _check_redis(settings: Settings) -> Finding:
    if not settings.redis_url:
        return _ok("redis", "not used; dialogs are kept in the database")
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
        return _fail("redis", f"{_host_of(url)} does not answer ({type(error).__name__}); see BOTE_REDIS_URL")
    return _ok("redis", f"{_host_of(url)} answers")


def _place_of(settings: Settings) -> str:
    return str(settings.sqlite_file or _host_of(settings.database_url.get_secret_value()))


def _host_of(url: str) -> str:
    """Without user and password."""
    parts = urlsplit(url)
    return parts.netloc.rpartition("@")[2] + parts.path


def _ok(check: str, message: str) -> Finding:
    return Finding(check, "ok", message)


def _warn(check: str, message: str) -> Finding:
    return Finding(check, "warn", message)


def _fail(check: str, message: str) -> Finding:
    return Finding(check, "fail", message)
