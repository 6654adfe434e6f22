"""Bot API methods for receiving updates: long polling and webhooks, one of the two at a time."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from .calls import Call, Method
from .errors import bad_request, conflict
from .files import Upload
from .state import Bot
from .webhooks import Reply, Webhook

Json = dict[str, Any]

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")
LONGEST_POLL = 50
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(call: Call) -> list[Json]:
    if call.bot.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    _allow(call)
    seconds = min(max(call.args.get("timeout", 0), 0), LONGEST_POLL)
    limit = min(max(call.args.get("limit", 100), 1), 100)
    updates = await call.bot.updates.poll(call.args.get("offset", 0), limit, seconds)
    return [update.as_json() for update in updates]


async def set_webhook(call: Call) -> bool:
    url = call.args.get("url", "")
    secret = call.args.get("secret_token")
    if secret is not None and SECRET.match(secret) is None:
        raise bad_request("secret token contains unallowed characters")
    if url:
        _check_url(url)
    _allow(call)
    await _drop_webhook(call)
    call.bot.updates.interrupt(conflict("terminated by setWebhook request"))
    if url:
        connections = min(max(call.args.get("max_connections", 40), 1), 100)
        call.bot.webhook = Webhook(
            url,
            secret=secret,
            max_connections=connections,
            queue=call.bot.updates,
            reply=_reply(call),
            wall=call.room.wall,
            first_pause=call.room.webhook_pause,
        )
        call.bot.webhook.start()
    return True


async def delete_webhook(call: Call) -> bool:
    await _drop_webhook(call)
    return True


async def get_webhook_info(call: Call) -> Json:
    webhook = call.bot.webhook
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(call.bot.updates)}
    if call.bot.updates.allowed is not None:
        info["allowed_updates"] = sorted(call.bot.updates.allowed)
    if webhook is None:
        return info
    info |= {"url": webhook.url, "max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    if webhook.last_error is not None:
        info["last_error_date"], info["last_error_message"] = webhook.last_error
    return info


async def stop_webhook(bot: Bot) -> None:
    """Stop delivering; the updates stay."""
    if bot.webhook is not None:
        webhook, bot.webhook = bot.webhook, None
        await webhook.stop()


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}


def _reply(call: Call) -> Reply:
    async def reply(params: Json, uploads: dict[str, Upload]) -> None:
        if call.room.reply is not None:
            await call.room.reply(call.bot, params, uploads)

    return reply


def _allow(call: Call) -> None:
    """Left out, the earlier choice stays; kinds this server never makes are taken and do no harm."""
    if "allowed_updates" in call.args:
        call.bot.updates.allow(call.args["allowed_updates"])


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise bad_request("bad webhook: invalid URL") from None
    # Telegram insists on HTTPS; on this machine there is nobody on the way who could read along.
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not host:
        raise bad_request("bad webhook: invalid URL")


async def _drop_webhook(call: Call) -> None:
    await stop_webhook(call.bot)
    if call.args.get("drop_pending_updates"):
        call.bot.updates.clear()
