"""Telegram's webhook: setting it, taking it away, and what Telegram says about it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.clock import real_now
from bot.commands.bot_api import PATIENCE_S, Ask, RefusedError, bot_api
from bot.commands.findings import Finding, fail, ok, warn
from bot.config import Settings
from bot.conversations.receiving import ALLOWED_UPDATES, WEBHOOK_CONNECTIONS, WEBHOOK_PATH
from bot.errors import OperatorError

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
# Telegram remembers its last error for ever; an older one is told, but no reason to worry.
STILL_A_WORRY = timedelta(hours=1)


async def set_webhook(settings: Settings, url: str) -> list[Finding]:
    """Have Telegram send updates to `url`, and look whether it says so; OperatorError before anything unsafe is set."""
    secret = _required_secret(settings)
    _require_https(url)
    async with bot_api(settings) as ask:
        try:
            await ask(
                "setWebhook",
                url=url,
                secret_token=secret,
                allowed_updates=list(ALLOWED_UPDATES),
                max_connections=WEBHOOK_CONNECTIONS,
            )
        except RefusedError as error:
            return [fail("webhook", f"Telegram refuses {url} ({error})")]
        found = _verify(await ask("getWebhookInfo"), url)
    return [*found, await _knock(url), *_hints(settings, url)]


async def delete_webhook(settings: Settings) -> list[Finding]:
    """Have Telegram keep updates until they are asked for, as long polling does."""
    _require_token(settings)
    async with bot_api(settings) as ask:
        await ask("deleteWebhook")
        info = await ask("getWebhookInfo")
    if info.get("url"):
        return [fail("webhook", f"Telegram still sends to {info['url']}")]
    told = [ok("webhook", f"deleted; {_waiting(info)}")]
    if settings.telegram_webhook_url:
        told.append(warn("configuration", "`run` sets it again when it starts; unset BOTE_TELEGRAM_WEBHOOK_URL"))
    return told


async def judge_webhook(settings: Settings, ask: Ask, *, now: datetime) -> Finding:
    """Whether updates come as they are configured to come."""
    info = await ask("getWebhookInfo")
    wanted, actual = settings.telegram_webhook_url or "", info.get("url") or ""
    if actual and not wanted:
        return warn("updates", "a webhook is set, but polling is configured; `run` removes it when it starts")
    if actual != wanted:
        return warn("updates", "another webhook is set, or none; `run` sets ours when it starts")
    return _told("updates", "webhook" if wanted else "long polling", info, now=now)


def _told(check: str, way: str, info: dict[str, Any], *, now: datetime) -> Finding:
    message = f"{way}, {_waiting(info)}"
    if not info.get("last_error_message"):
        return ok(check, message)
    at = datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
    message += f"; Telegram's last error, {at:%Y-%m-%d %H:%M} UTC: {info['last_error_message']}"
    return warn(check, message) if now - at < STILL_A_WORRY else ok(check, message)


def _verify(info: dict[str, Any], url: str) -> list[Finding]:
    if info.get("url") != url:
        return [fail("webhook", f"Telegram sends to {info.get('url') or 'nowhere'} instead of {url}")]
    findings = [_told("webhook", f"set to {url}", info, now=real_now())]
    if missing := set(ALLOWED_UPDATES) - set(info.get("allowed_updates", ())):
        findings.append(fail("webhook", f"Telegram leaves out {', '.join(sorted(missing))}"))
    return findings


async def _knock(url: str) -> Finding:
    """Ask the address for ourselves: without the secret a running bot says 401, a proxy without one something else."""
    try:
        timeout = aiohttp.ClientTimeout(total=PATIENCE_S)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.post(url, data=b"") as answer:
            status = answer.status
    except (aiohttp.ClientError, TimeoutError) as error:
        return warn("address", f"{url} does not answer from here ({type(error).__name__}); is the bot running?")
    if status == 401:
        return ok("address", "a bot answers there, and only with the secret")
    return warn("address", f"{url} answers {status}; is the bot running, with BOTE_TELEGRAM_WEBHOOK_URL set?")


def _hints(settings: Settings, url: str) -> list[Finding]:
    if settings.telegram_webhook_url != url:
        return [warn("configuration", f"set BOTE_TELEGRAM_WEBHOOK_URL={url}, else `run` goes back to long polling")]
    if urlsplit(url).path != WEBHOOK_PATH:
        return [warn("configuration", f"the bot listens at {WEBHOOK_PATH}; have the proxy lead {url} there")]
    return []


def _required_secret(settings: Settings) -> str:
    _require_token(settings)
    secret = settings.telegram_webhook_secret
    if not secret or not secret.get_secret_value():
        raise OperatorError("telegram: a webhook needs BOTE_TELEGRAM_WEBHOOK_SECRET, else anybody can write to it")
    return secret.get_secret_value()


def _require_token(settings: Settings) -> None:
    if settings.telegram_token is None:
        raise OperatorError("telegram: no token; get one from @BotFather and set BOTE_TELEGRAM_TOKEN")


def _require_https(url: str) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)):
        raise OperatorError(f"telegram: {url} must begin with https://, else everybody on the way reads along")


def _waiting(info: dict[str, Any]) -> str:
    return f"{info.get('pending_update_count', 0)} updates wait"
