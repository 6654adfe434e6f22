"""How the bot is doing: health for whoever restarts it, metrics for whoever watches it."""

import hmac
import ipaddress
from collections.abc import Awaitable, Callable

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, generate_latest

from bot.clock import real_now
from bot.commands.migrate import pending_migrations
from bot.config import VERSION, Settings
from bot.connectors.listing import inbox_figures
from bot.db import database_answers
from bot.outbox.listing import outbox_figures
from bot.returns.calling import call_figures

# What only grows, and is kept in a row so that a restart loses nothing of it.
GROWING = frozenset({"bote_outbox_sent", "bote_outbox_failed", "bote_outbox_429", "bote_outbox_doubtful"})


async def health(_: web.Request) -> web.Response:
    """200 when the database answers and is up to date, else 503."""
    database = await database_answers()
    pending = await pending_migrations() if database else ()
    healthy = database and not pending
    body = {"status": "ok" if healthy else "failing", "version": VERSION}
    return web.json_response(
        body | {"database": database, "pending_migrations": list(pending)}, status=200 if healthy else 503
    )


def metrics(settings: Settings) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Figures in the format of Prometheus, for this machine or for whoever has the token."""
    token = settings.metrics_token.get_secret_value() if settings.metrics_token else ""

    async def answer(request: web.Request) -> web.Response:
        if not _may_read(request, token):
            raise web.HTTPForbidden
        return web.Response(body=await exported(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return answer


async def exported() -> bytes:
    """All that is told, by name, meaning and value."""
    return generate_latest(REGISTRY) + (await _gauges()).encode()


def _may_read(request: web.Request, token: str) -> bool:
    """With a token set it is asked of everybody: behind a proxy every request comes from this machine."""
    if token:
        given = request.headers.get("Authorization", "").encode(errors="surrogateescape")
        return hmac.compare_digest(given, f"Bearer {token}".encode())
    forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    return not forwarded and _is_loopback(request.remote)


def _is_loopback(address: str | None) -> bool:
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False


async def _gauges() -> str:
    """What the tables say now; no counter could know it after a restart."""
    lines = []
    figures = await inbox_figures() | await outbox_figures(real_now()) | await call_figures()
    for name, (help_, value) in figures.items():
        kind = "counter" if name in GROWING else "gauge"
        lines += [f"# HELP {name} {help_}", f"# TYPE {name} {kind}", f"{name} {value:.15g}"]
    return "\n".join(lines) + "\n"
